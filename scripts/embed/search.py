#!/usr/bin/env python3
"""Asks an index a question through the C interface of libvigyapti and prints the titles found, what
matches in square brackets:

    search.py INDEX QUERY [PARAMETER=VALUE]...

Parameters are those of the page: lang=hi, page=2, sort=date. The library is the installed one, or
that which the environment variable VIGYAPTI_LIBRARY names.
"""

import ctypes
import json
import os
import sys
import urllib.parse


class Library:
    """libvigyapti with the types of its functions, which ctypes cannot know."""

    def __init__(self, name):
        self._calls = ctypes.CDLL(name)
        # An answer stays a pointer, since it has to be freed: c_char_p would become a copy of it.
        self._declare("vigyapti_open", ctypes.c_void_p, ctypes.c_char_p)
        self._declare("vigyapti_close", None, ctypes.c_void_p)
        self._declare("vigyapti_refresh", ctypes.c_int, ctypes.c_void_p)
        self._declare("vigyapti_search", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)
        self._declare("vigyapti_free", None, ctypes.c_void_p)
        self._declare("vigyapti_error_text", ctypes.c_char_p)
        self._declare("vigyapti_error_hint", ctypes.c_char_p)

    def _declare(self, name, result, *arguments):
        function = getattr(self._calls, name)
        function.restype, function.argtypes = result, arguments
        setattr(self, name.removeprefix("vigyapti_"), function)

    def error(self):
        text = self.error_text().decode(errors="replace")
        hint = self.error_hint().decode(errors="replace")
        return RuntimeError(f"{text} ({hint})" if hint else text)


class Searcher:
    """An open index, for one thread at a time. To be closed, best by `with`."""

    def __init__(self, library, index):
        self._library = library
        self._searcher = library.open(os.fsencode(index))
        if not self._searcher:
            raise library.error()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._library.close(self._searcher)
        self._searcher = None

    def refresh(self):
        """Sees what has been indexed since; True when there was something."""
        changed = self._library.refresh(self._searcher)
        if changed < 0:
            raise self._library.error()
        return changed == 1

    def search(self, parameters):
        """The answer to a list of pairs, name and value, as vigyapti-search --format json has it."""
        request = urllib.parse.urlencode(parameters, errors="surrogateescape").encode()
        answer = self._library.search(self._searcher, request)
        if not answer:
            raise self._library.error()
        try:
            return json.loads(ctypes.string_at(answer))
        finally:
            self._library.free(answer)


def marked(text, highlights):
    """The text with brackets around the highlights, which count code points, as Python does."""
    out, done = "", 0
    for begin, end in highlights:
        out += text[done:begin] + "[" + text[begin:end] + "]"
        done = end
    return out + text[done:]


def main(arguments):
    if len(arguments) < 2 or any("=" not in each for each in arguments[2:]):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    parameters = [("q", arguments[1])] + [tuple(each.split("=", 1)) for each in arguments[2:]]
    try:
        library = Library(os.environ.get("VIGYAPTI_LIBRARY", "libvigyapti.so.0.1"))
        with Searcher(library, arguments[0]) as searcher:
            results = searcher.search(parameters)
    except (OSError, RuntimeError) as error:
        print(f"search.py: {error}", file=sys.stderr)
        return 2
    for notice in results["notices"]:
        print(f"search.py: {notice}", file=sys.stderr)
    for hit in results["hits"]:
        print(f"{hit['rank']}. {marked(hit['title'], hit['title_highlights'])}")
    return 0 if results["total"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
