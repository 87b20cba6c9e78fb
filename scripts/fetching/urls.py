"""Addresses of pages, reduced to one exact spelling before anything is decided about them.

Programs read odd URLs differently. What is checked here is written anew from its parts, in ASCII, so
that curl, robots.txt and the check of addresses all see the same host and the same path.
"""

import ipaddress
import re
import urllib.parse
from typing import NamedTuple

from . import Refused, printable

# Of a path with its query, and of what names a URL.
LONGEST = 2000
PORTS = {"http": 80, "https": 443}
LABELS = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*"
                    r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
# What stands in a path or query as it is; "%" since what is encoded stays so.
KEPT = "/%:@!$&'()*+,;=~-._"


class Url(NamedTuple):
    scheme: str
    host: str  # lower case, ASCII; an IPv6 address without its brackets
    port: int
    target: str  # path and query

    @property
    def origin(self):
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self):
        return self.origin + self.target


def parse(text, base=None, schemes=("https",)):
    """The URL that `text` names, seen from the Url `base`, without its fragment. Throws Refused when
    it is none, or none that may be asked."""
    text = text.strip(" \t\r\n\f")
    shown = printable(text)
    if len(text) > LONGEST or any(ord(letter) < 0x20 or letter == "\x7f" for letter in text):
        raise Refused(f"no address: {shown}")
    try:
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(str(base), text) if base else text)
        host, port = parts.hostname or "", parts.port
        target = _quoted(_without_dots(parts.path or "/"), KEPT)
        if parts.query:
            target += "?" + _quoted(parts.query, KEPT + "?")
    except ValueError:
        raise Refused(f"no address: {shown}") from None
    # What is short as written may not be so behind its base, or in ASCII.
    if len(target) > LONGEST:
        raise Refused(f"an address of more than {LONGEST} letters: {shown}")
    if parts.scheme not in schemes:
        raise Refused(f"not over {' or '.join(schemes)}: {shown}",
                      "--allow-http allows http" if parts.scheme == "http" else "")
    if "@" in parts.netloc:
        raise Refused(f"a name or password in the address: {shown}")
    if "[" in parts.netloc and ":" not in host:
        raise Refused(f"no host: {shown}")
    return Url(parts.scheme, _host(host, shown), PORTS[parts.scheme] if port is None else port, target)


def _host(host, shown):
    if ":" in host:
        try:
            # A zone, as in fe80::1%eth0, names an interface of this machine.
            return ipaddress.IPv6Address("" if "%" in host else host).compressed
        except ValueError:
            raise Refused(f"no host: {shown}") from None
    try:
        name = host.encode("idna").decode().lower().removesuffix(".")
    except UnicodeError:
        raise Refused(f"no host: {shown}") from None
    if len(name) > 253 or not LABELS.fullmatch(name):
        raise Refused(f"no host: {shown}")
    # 127.1, 0x7f.0.0.1 and 2130706433 are addresses to some programs and names to others.
    if NUMBER.fullmatch(name.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise Refused(f"no host: {shown}") from None
    return name


def _quoted(text, kept):
    return urllib.parse.quote(text, safe=kept, errors="surrogateescape")


def _without_dots(path):
    """RFC 3986, section 5.2.4."""
    kept = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
