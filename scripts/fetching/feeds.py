"""The list of feeds: a line each, its address, and the name of the source, which names its folder."""

import unicodedata
from typing import NamedTuple

from . import Refused, urls

LONGEST_NAME = 200  # bytes; file systems take 255
# Hindi is written with them.
JOINERS = "\u200c\u200d"


class ListError(Exception):
    """Says in which line."""


class Feed(NamedTuple):
    url: urls.Url
    name: str


def read_list(content, schemes):
    """The feeds in the bytes of a list, in their order. Throws ListError."""
    feeds, lines = [], {}
    for number, raw in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            feed = _read_line(raw.decode("utf-8"), schemes)
        except UnicodeDecodeError:
            raise ListError(f"line {number}: not UTF-8") from None
        except (ValueError, Refused) as error:
            raise ListError(f"line {number}: {error}") from None
        if feed is None:
            continue
        if feed.url in lines:
            raise ListError(f"line {number}: {feed.url} stands in line {lines[feed.url]} already")
        lines[feed.url] = number
        feeds.append(feed)
    if not feeds:
        raise ListError("no feed in it")
    return feeds


def _read_line(line, schemes):
    line = line.strip()
    if not line or line.startswith("#"):
        return None
    address, *rest = line.split(None, 1)
    if not rest:
        raise ValueError(f"no name after {address}")
    return Feed(urls.parse(address, None, schemes), checked_name(" ".join(rest[0].split())))


def checked_name(name):
    """The name, if it can be that of a folder which the indexer looks into. Throws ValueError."""
    if name.startswith("."):
        raise ValueError(f"a name that begins with a point, which hides its folder: {name}")
    if any(letter in "/\\" or (unicodedata.category(letter).startswith("C") and letter not in JOINERS)
           for letter in name):
        raise ValueError("a name with a letter that no folder's may have")
    if len(name.encode()) > LONGEST_NAME:
        raise ValueError(f"a name of more than {LONGEST_NAME} bytes")
    return name
