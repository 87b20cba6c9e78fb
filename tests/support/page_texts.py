#!/usr/bin/env python3
"""Checks the texts of the page as a careful editor would: that they are well formed, spelt one way,
and the same in both languages where they must be. Faults go to standard error, one a line; the
status is 1 when there are any.

usage: page_texts.py check FOLDER     the help pages and messages in FOLDER
       page_texts.py queries FOLDER   print the queries that the help pages offer, one a line
"""

import re
import sys
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LANGUAGES = ("en", "hi")
ELEMENTS = {"article", "h2", "p", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr",
            "th", "td", "a", "code", "b", "i", "span"}
ATTRIBUTES = {"class", "id", "lang", "href", "scope"}
JOINERS = "\u200b\u200c\u200d\ufeff\u00ad"
# Spellings that the page does not use, beside those that it does.
OTHER_SPELLINGS = {"हिंदी": "हिन्दी", "अंग्रेजी": "अंग्रेज़ी", "फिल्टर": "फ़िल्टर", "फीड": "फ़ीड",
                   "फोटो": "फ़ोटो", "ज्यादा": "ज़्यादा", "जरूरी": "ज़रूरी", "तारीख़": "तारीख",
                   "हफ्ते": "हफ़्ते", "भाषायें": "भाषाएँ", "सम्बन्ध": "संबंध", "दिसम्बर": "दिसंबर",
                   "अक्तूबर": "अक्टूबर", "यहां": "यहाँ", "पांच": "पाँच"}
# Messages that the help pages name as the page shows them.
NAMED = ("did-you-mean", "feed", "filters", "like", "read", "timeline")


def script_of(letter):
    name = unicodedata.name(letter, "")
    return next((each for each in ("DEVANAGARI", "LATIN") if name.startswith(each)), None)


def spelling_faults(text, quotes_spellings=False):
    """What is wrong with the letters of a text; `quotes_spellings`: it tells of other spellings."""
    if unicodedata.normalize("NFC", text) != text:
        yield "not in NFC"
    for letter in JOINERS:
        if letter in text:
            yield f"holds U+{ord(letter):04X}"
    for word in re.findall(r"[^\W\d_]+(?:[\u0900-\u097f]|[^\W\d_])*", text):
        if len({script_of(letter) for letter in word} - {None}) > 1:
            yield f"a word of two scripts: {word}"
    if quotes_spellings:
        text = re.sub("“[^”]*”", "", text)
    for word in re.findall(r"[\u0900-\u0963\u0970-\u097f]+", text):
        if word in OTHER_SPELLINGS:
            yield f"{word}, not {OTHER_SPELLINGS[word]}"


def read_help(folder, language):
    return ElementTree.parse(folder / f"help.{language}.html").getroot()


def query_of(link):
    return urllib.parse.parse_qs(link.get("href")[1:])["q"][0]


def language_faults(element, language):
    """Words in another script than the language of their element has."""
    language = element.get("lang", language)
    wanted = "DEVANAGARI" if language == "hi" else "LATIN"
    other = {"DEVANAGARI": "LATIN", "LATIN": "DEVANAGARI"}[wanted]
    texts = [element.text or ""] + [child.tail or "" for child in element]
    for word in re.findall(r"\w+", " ".join(texts)):
        if script_of(word[0]) == other and word != "JSON":
            yield f"{word} is not in the language {language}"
    for child in element:
        yield from language_faults(child, language)


def help_faults(root, language):
    if root.tag != "article" or root.attrib != {"class": "help"}:
        yield "the root is no <article class=\"help\">"
    for element in root.iter():
        if element.tag not in ELEMENTS or set(element.attrib) - ATTRIBUTES:
            yield f"an element or attribute that is not for a help page: {element.tag}"
        if "id" in element.attrib and element.tag != "h2":
            yield f"an id on a {element.tag}"
        if element.tag == "tr" and len(element) != 2:
            yield "a row that has not two cells"
        if element.tag == "th" and element.get("scope") not in ("row", "col"):
            yield "a th without a scope"
        if element.tag == "a" and query_of(element) != element.findtext("code"):
            yield f"a link that does not ask what it says: {element.findtext('code')}"
    # What is between the tags, but for queries, which may show other spellings.
    yield from language_faults(root, language)
    for element in root.iter():
        texts = [element.text if element.tag != "code" else "", *(each.tail for each in element)]
        for text in filter(None, texts):
            if element.tag == "span" and language == "en":
                continue
            yield from spelling_faults(text, quotes_spellings=True)


def anchors(root):
    return [each.get("id") for each in root.iter("h2")]


def read_messages(folder, faults):
    rows = {}
    lines = (folder / "messages.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells) or cells[0] in rows:
            faults.append(f"messages.tsv: no row of a new key and two texts: {line}")
            continue
        rows[cells[0]] = dict(zip(LANGUAGES, cells[1:]))
    if list(rows) != sorted(rows):
        faults.append("messages.tsv: not in the order of the keys")
    return rows


def message_faults(key, texts):
    names = [sorted(re.findall(r"\{(\w+)\}", texts[each])) for each in LANGUAGES]
    if names[0] != names[1]:
        yield f"other names in braces: {names}"
    for text in texts.values():
        if text != text.strip() or re.search("[<>&]", text):
            yield "no plain text"
        yield from spelling_faults(text)
    script = {language: re.search("[\u0900-\u097f]", texts[language]) for language in LANGUAGES}
    # The link to the other interface is in its language.
    swapped = key == "other-language"
    has_own_text = re.sub(r"\{\w+\}|\W", "", texts["hi"])
    if has_own_text and bool(script["hi"]) == swapped or bool(script["en"]) != swapped:
        yield "a text in the wrong column"


def check(folder):
    faults = []
    roots = {language: read_help(folder, language) for language in LANGUAGES}
    messages = read_messages(folder, faults)
    for language, root in roots.items():
        faults += [f"help.{language}.html: {each}" for each in help_faults(root, language)]
        text = "".join(root.itertext())
        for key in NAMED:
            if messages.get(key, {}).get(language, "?") not in text:
                faults.append(f"help.{language}.html: does not name the message {key}")
    if anchors(roots["en"]) != anchors(roots["hi"]) or len(set(anchors(roots["en"]))) < 10:
        faults.append("the help pages have not the same sections")
    for key, texts in messages.items():
        faults += [f"messages.tsv: {key}: {each}" for each in message_faults(key, texts)]
    for each in faults:
        print(each, file=sys.stderr)
    return 1 if faults else 0


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("check", "queries"):
        sys.exit(__doc__)
    folder = Path(sys.argv[2])
    if sys.argv[1] == "check":
        sys.exit(check(folder))
    for language in LANGUAGES:
        for link in read_help(folder, language).iter("a"):
            print(query_of(link))


if __name__ == "__main__":
    main()
