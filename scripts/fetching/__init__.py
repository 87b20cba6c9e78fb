"""The parts of scripts/fetch-feed. Each may be used and tested by itself; none keeps global state.

urls and addresses decide what may be asked, robots what the host allows; transfer runs curl, visitor
asks politely; links reads feeds, warc and state keep what was fetched, feeds the list, run all of it.
"""


class Failure(Exception):
    """A request or a feed that failed; the run goes on. Both texts are fit for a terminal.
    `received` is how many bytes the failure has cost, `asked` the Urls that were asked for before it,
    robots.txt among them."""

    received = 0
    asked = ()

    def __init__(self, what, hint=""):
        super().__init__(what)
        self.what = what
        self.hint = hint


class Refused(Failure):
    """What may not be asked: forbidden by robots.txt, or an address that leads where none may."""


class PutOff(Failure):
    """What is not asked in this run, but may be in the next."""


class Stopped(Exception):
    """A signal asked the run to end."""


def printable(text):
    """Text from the net without what moves a terminal's cursor, and no longer than a line or two."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in text)
    return shown if len(shown) <= 300 else shown[:297] + "..."
