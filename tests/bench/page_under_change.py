#!/usr/bin/env python3
"""Many visitors of the page while the nightly run commits and a rebuild replaces the index, which
holds speed/mixed beside what changes. Every answer must be 200 or 304 and right; the first that are
not are printed, and the status is 1. The other options are those of tests/support/page_readers.py."""

import argparse
import os
import pathlib
import sys
import tempfile

import texts
from measure import BUILD, PROJECT

PROGRAMS = {"BIN_INDEX": "indexer/vigyapti-index", "BIN_SEARCH": "searcher/vigyapti-search",
            "BIN_DUMP": "tests/index_dump", "BIN_ROUNDS": "tests/index_in_rounds",
            "FAULT_PRELOAD": "tests/libfault_preload.so"}
SECONDS_OF_A_RUN = 3600


def main():
    parser = argparse.ArgumentParser(description=__doc__, add_help=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--limit", type=float, default=float("inf"), metavar="MB",
                        help="take no more text of speed/mixed")
    parser.add_argument("--program", default=str(BUILD / "searcher" / "vigyapti.cgi"))
    arguments, others = parser.parse_known_args()
    os.environ.update({name: str(BUILD / path) for name, path in PROGRAMS.items()})
    sys.path.insert(0, str(PROJECT / "tests" / "support"))
    import index_under_test
    import page_readers
    index_under_test.TIMEOUT = SECONDS_OF_A_RUN
    if arguments.help:
        parser.print_help()
        page_readers.parse_arguments(["--help"])
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)  # the web server runs as somebody else
        releases = pathlib.Path(name, "mixed.jsonl")
        texts.write_mixed(releases, arguments.limit)
        defaults = ["--requests", "20000", "--clients", "32", "--releases", str(releases)]
        failed = page_readers.ask_under_change(page_readers.parse_arguments(
            [*defaults, *others, arguments.program, name]))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
