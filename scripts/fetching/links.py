"""The links of a feed's items: RSS 0.9 to 2.0, RSS 1.0, Atom.

Expat calls back as it reads, so nothing grows with the feed but the list of links, which has a limit.
It never opens a file or an address. A declaration of an entity ends the reading: no feed needs one,
and none can then multiply itself. What follows a mistake is lost, what stands before it is not.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

ATOM = {"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"}
RSS = {"", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
       "http://backend.userland.com/rss2"}
RDF_ABOUT = "http://www.w3.org/1999/02/22-rdf-syntax-ns# about"
XML_BASE = "http://www.w3.org/XML/1998/namespace base"
ROOTS = {"rss", "RDF", "feed"}
MOST_LINKS = 10_000
MOST_DEPTH = 200
# Of a feed, an entry, its content and its link; each has to be resolved for each item within.
MOST_BASES = 10
# Of a link or a base; more than any address may have, so that what is cut is refused.
MOST_LETTERS = 4_000


@dataclass
class Reading:
    """`links` are pairs: the bases of the element, the outermost first, and the link as written."""
    links: list = field(default_factory=list)
    problem: str = ""  # why the reading ended early, or what the text is instead of a feed
    is_page: bool = False


class _Enough(Exception):
    pass


def read(content):
    """The links in the bytes of a feed, in their order, each once. Any bytes give a Reading."""
    reading = Reading()
    # Empty lines before the XML declaration are a mistake, but a common one without harm.
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    start = content[:20].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Reading(problem="it is a page, not a feed", is_page=True)
    reader = _Reader(reading)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        reading.problem = f"not well-formed: {expat.ErrorString(error.code)}, line {error.lineno}"
    except _Enough as enough:
        reading.problem = str(enough)
    except (LookupError, ValueError):  # an encoding that Python does not know
        reading.problem = "its encoding is unknown"
    reading.links = list(dict.fromkeys(reading.links))
    return reading


class _Reader:
    def __init__(self, reading):
        self._reading = reading
        self._names = []
        self._bases = []
        self._item = None
        self._depth_of_item = 0
        self._text = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._letters
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_):
        raise _Enough("it declares entities")

    def _start(self, full, attributes):
        space, _, name = full.rpartition(" ")
        if not self._names and name not in ROOTS:
            self._reading.is_page = name == "html"
            raise _Enough("it is a page, not a feed" if name == "html" else "it is not a feed")
        if len(self._names) >= MOST_DEPTH:
            raise _Enough("its elements are nested too deeply")
        self._names.append(full)
        self._bases.append(attributes.get(XML_BASE, "")[:MOST_LETTERS])
        if self._bases[-1] and len(self._base()) > MOST_BASES:
            raise _Enough("its bases are nested too deeply")
        if self._item is None:
            if (name == "item" and space in RSS) or (name == "entry" and space in ATOM):
                self._item = {"about": attributes.get(RDF_ABOUT, "")}
                self._depth_of_item = len(self._names)
        elif len(self._names) == self._depth_of_item + 1:
            self._start_of_part(space, name, attributes)

    def _start_of_part(self, space, name, attributes):
        if name == "link" and space in ATOM:
            if attributes.get("rel", "alternate") == "alternate" and self._in_atom():
                page = attributes.get("type", "text/html") in ("text/html", "application/xhtml+xml")
                self._item.setdefault("link" if page else "other",
                                      (self._base(), attributes.get("href", "")))
        elif space in RSS and name == "link" or (name == "guid" and space in RSS and
                                                 attributes.get("isPermaLink", "true") == "true"):
            self._text = ""

    def _in_atom(self):
        return self._names[self._depth_of_item - 1].rpartition(" ")[2] == "entry"

    def _letters(self, text):
        if self._text is not None and len(self._text) < MOST_LETTERS:
            self._text = (self._text + text).lstrip()[:MOST_LETTERS]

    def _end(self, full):
        name = full.rpartition(" ")[2]
        if self._text is not None and len(self._names) == self._depth_of_item + 1:
            value, self._text = self._text.rstrip(), None
            if value:
                self._item.setdefault(name, (self._base(), value))
        elif self._item is not None and len(self._names) == self._depth_of_item:
            self._close_item()
        self._names.pop()
        self._bases.pop()

    def _close_item(self):
        item, self._item = self._item, None
        about = (self._base(), item["about"]) if item["about"] else None
        link = item.get("link") or item.get("other") or item.get("guid") or about
        if link and link[1]:
            self._reading.links.append(link)
        if len(self._reading.links) >= MOST_LINKS:
            raise _Enough(f"it has more than {MOST_LINKS} items")

    def _base(self):
        return tuple(base for base in self._bases if base)
