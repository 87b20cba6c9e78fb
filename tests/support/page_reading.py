"""Reads the answers of vigyapti.cgi strictly, for tests: what is not exactly so is a fault."""

import csv
import html.parser
import io
import json
import re
import xml.etree.ElementTree as ElementTree

DOCTYPE = "<!DOCTYPE html>\n"
VOID = {"br", "hr", "input", "link", "meta"}
ATOM = "{http://www.w3.org/2005/Atom}"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
# A link within the page, or a web address, as printable ASCII.
LINK = re.compile(r"\?[A-Za-z0-9._~%=&-]*|#main|#narrow|https?://[!#-;=?-\[\]_a-z~]+", re.ASCII)
FREE = re.compile(r"[^\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]*")
NUMBER = re.compile(r"-?\d+(\.\d+)?( -?\d+(\.\d+)?)*", re.ASCII)
# What attributes may hold that do not hold one of the values of the templates.
VALUES = {"href": LINK, "value": FREE, "aria-label": FREE, "start": NUMBER, "viewBox": NUMBER,
          "x": NUMBER, "y": NUMBER, "width": NUMBER, "height": NUMBER, "lang": re.compile("[a-z]{2,3}(-Latn)?"),
          # Fields that the form keeps are hidden ones; each is named by a parameter.
          "name": re.compile("viewport|robots|color-scheme|q|lang|country|source|from|to|sort|cross|all|versions|n|ui"),
          "datetime": re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)}
FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


class Fault(Exception):
    pass


def demand(holds, what):
    if not holds:
        raise Fault(what)


def shown(text):
    """What of a text may stand in XML and in a page."""
    return "".join(each for each in text if FREE.fullmatch(each))


def letters(text):
    """The same without what fields may be cleaned of: white space, and what is not to be shown."""
    return re.sub(r"\s|\ufffd", "", shown(text))


def one_line_end(text):
    """As HTML and XML are read, before anything else."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Events(html.parser.HTMLParser):
    """Start tags, end tags and texts as a forgiving parser of HTML sees them."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.events = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.events.append(("start", tag, sorted((name, value or "") for name, value in attrs)))
        if tag in VOID:
            self.events.append(("end", tag))

    def handle_startendtag(self, tag, attrs):
        demand(tag in VOID or tag == "rect", f"<{tag}/> is no void element")
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.events.append(("end", tag))

    def handle_data(self, data):
        if self.events and self.events[-1][0] == "text":
            self.events[-1] = ("text", self.events[-1][1] + data)
        else:
            self.events.append(("text", data))

    def handle_comment(self, data):
        raise Fault(f"a comment: {data[:60]}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def tree_events(node):
    yield ("start", node.tag.lower(), sorted((name.lower(), value) for name, value in node.items()))
    if node.text:
        yield ("text", node.text)
    for child in node:
        yield from tree_events(child)
        if child.tail:
            yield ("text", child.tail)
    yield ("end", node.tag.lower())


class Markup:
    """What elements and attributes there are on pages that hold nothing hostile."""

    def __init__(self):
        self.attributes = set()
        self.values = set()

    def learn(self, root):
        for node in root.iter():
            self.attributes.add((node.tag, None))
            for name, value in node.items():
                self.attributes.add((node.tag, name))
                if name not in VALUES:
                    self.values.add((node.tag, name, value))
        self.check(root)

    def check(self, root):
        for node in root.iter():
            tag = node.tag
            if (tag, None) not in self.attributes:
                raise Fault(f"an element {tag}")
            for name, value in node.items():
                if (tag, name) not in self.attributes:
                    raise Fault(f"an attribute {name} of {tag}")
                if not (VALUES[name].fullmatch(value) if name in VALUES
                        else (tag, name, value) in self.values):
                    raise Fault(f"{tag} {name}={value[:80]!r}")


def parse_xml(text):
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Fault(f"no XML: {error}") from error


def read_html(text, whole, compare):
    """The tree of a page, or of a fragment. `compare`: HTML's own parser must see the same."""
    if whole:
        demand(text.startswith(DOCTYPE), "no doctype")
        text = text[len(DOCTYPE):]
    text = one_line_end(text)
    root = parse_xml(text)
    if compare:
        seen = Events(text.rstrip("\n")).events
        demand(seen == list(tree_events(root)), "HTML and XML are read differently")
    if whole:
        for name in ("head", "body"):
            demand(len(root.findall(name)) == 1, f"not one {name}")
        for path in ("head/title", ".//main", ".//form", ".//h1", "head/link[@rel='stylesheet']"):
            demand(len(root.findall(path)) == 1, f"not one {path}")
    return root


def text_of(node):
    return "" if node is None else "".join(node.itertext())


def read_json(text):
    def refuse(name):
        raise Fault(f"{name} in JSON")
    demand(text.endswith("\n") and "\n" not in text[:-1] and "\r" not in text, "not one line")
    try:
        return json.loads(text, parse_constant=refuse)
    except ValueError as error:
        raise Fault(f"no JSON: {error}") from error


def read_jsonl(text):
    demand(text == "" or text.endswith("\n"), "the last line has no end")
    return [read_json(line + "\n") for line in text.split("\n")[:-1]]


def read_csv(text):
    demand(text.endswith("\r\n"), "the last line has no end")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Fault(f"no CSV: {error}") from error
    for row in rows:
        demand(len(row) == len(rows[0]), f"a row of {len(row)} cells")
        for cell in row:
            demand(not FORMULA.match(cell), f"a formula: {cell[:60]!r}")
            demand(FREE.fullmatch(cell), f"controls: {cell[:60]!r}")
    return [dict(zip(rows[0], row)) for row in rows[1:]]


ATOM_MARKUP = {"feed": set(), "title": set(), "id": set(), "updated": set(), "published": set(),
               "author": set(), "name": set(), "generator": set(), "content": set(),
               "link": {"rel", "href", "type"}, "category": {"term"},
               "entry": {"{http://www.w3.org/XML/1998/namespace}lang"}}


def read_atom(text):
    root = parse_xml(text)
    for node in root.iter():
        demand(node.tag.startswith(ATOM), f"an element {node.tag}")
        name = node.tag[len(ATOM):]
        demand(name in ATOM_MARKUP and set(node.keys()) <= ATOM_MARKUP[name], f"<{name}> {node.attrib}")
        if name == "link":
            demand(re.match("https?://", node.get("href")) and LINK.fullmatch(node.get("href")),
                   f"a link to {node.get('href')[:80]!r}")
    for entry in root.iter(ATOM + "entry"):
        for name in ("title", "id", "updated", "content"):
            demand(len(entry.findall(ATOM + name)) == 1, f"not one {name}")
    return root


def read_open_search(text):
    root = parse_xml(text)
    names = [node.tag for node in root]
    demand(names == [OPEN_SEARCH + name for name in
                     ("ShortName", "Description", "InputEncoding", "OutputEncoding", "Language",
                      "Language", "Image", "Url", "Url", "Url")], f"elements {names}")
    for url in root.iter(OPEN_SEARCH + "Url"):
        demand(set(url.keys()) == {"type", "rel", "template"}, f"attributes {url.attrib}")
        demand(re.fullmatch(r"(https?://[A-Za-z0-9.:\[\]-]+/[A-Za-z0-9._~%/-]*)?\?"
                            r"[a-z]+=\{searchTerms\}[a-z=&]*", url.get("template")), url.get("template"))
    return root
