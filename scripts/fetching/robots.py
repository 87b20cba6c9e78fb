"""robots.txt by RFC 9309, with Crawl-delay, which the RFC leaves out and publishers use."""

import math
import re
import string

TOKEN = "vigyapti"
# RFC 9309, section 2.5: what must be read at least.
MOST_BYTES = 500 * 1024
UNRESERVED = set((string.ascii_letters + string.digits + "-._~").encode())


class Rules:
    """What one host allows. `allow` and `disallow` are patterns; `delay` is in seconds."""

    def __init__(self, rules=(), delay=0.0):
        self._rules = [(_canonical(pattern), allowed) for pattern, allowed in rules]
        self.delay = delay

    def allows(self, target):
        """Whether path and query may be asked: the longest pattern that matches decides, and of
        equals the one that allows."""
        path = _canonical(target)
        if path == b"/robots.txt":
            return True
        best = max(((len(pattern), allowed) for pattern, allowed in self._rules
                    if matches(pattern, path)), default=(0, True))
        return best[1]


def matches(pattern, path):
    """Whether the pattern matches from the start; both in canonical form. Linear but for the search
    of each piece, however many asterisks a hostile pattern has."""
    anchored = pattern.endswith(b"$")
    first, *pieces = pattern.removesuffix(b"$").split(b"*")
    if not path.startswith(first):
        return False
    if not pieces:
        return not anchored or path == first
    last = pieces.pop() if anchored else b""
    at = len(first)
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return path.endswith(last) and len(path) - len(last) >= at


def read(content, token=TOKEN):
    """The rules for us in the bytes of a robots.txt: those of all groups that name `token`, or else
    of those for everybody."""
    ours, everybody = _Group(), _Group()
    current, naming = [], False
    for name, value in _lines(content):
        if name == "user-agent":
            if not naming:
                current = []
            naming = True
            if value == "*":
                current.append(everybody)
            elif _names(value, token):
                current.append(ours)
            for group in current:
                group.named = True
        elif name in ("allow", "disallow", "crawl-delay"):
            naming = False
            for group in current:
                group.add(name, value)
    chosen = ours if ours.named else everybody
    return Rules(chosen.rules, chosen.delay)


class _Group:
    def __init__(self):
        self.named = False
        self.rules = []
        self.delay = 0.0

    def add(self, name, value):
        if name == "crawl-delay":
            self.delay = max(self.delay, _seconds(value))
        elif value.startswith(("/", "*")):
            self.rules.append((value, name == "allow"))


def _lines(content):
    text = content[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    for line in re.split("\r\n|\r|\n", text):
        name, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _names(value, token):
    """A version may follow the name, as in "Vigyapti/0.1"."""
    return re.match("[A-Za-z_-]*", value)[0].lower() == token


def _seconds(value):
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if math.isfinite(seconds) and seconds > 0 else 0.0


def _canonical(text):
    """RFC 9309, section 2.2.2: octets that need no encoding are compared decoded, others encoded."""
    raw = text.encode("utf-8", "surrogatepass")
    out = bytearray()
    at = 0
    while at < len(raw):
        code = re.match(rb"%([0-9A-Fa-f]{2})", raw[at:at + 3])
        if code:
            octet = int(code[1], 16)
            out += bytes([octet]) if octet in UNRESERVED else b"%%%02X" % octet
            at += 3
        else:
            out += bytes([raw[at]]) if 0x20 < raw[at] < 0x7F else b"%%%02X" % raw[at]
            at += 1
    return bytes(out)


EVERYTHING = Rules()
NOTHING = Rules([("/", False)])
