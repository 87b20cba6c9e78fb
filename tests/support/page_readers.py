#!/usr/bin/env python3
"""Asks the page behind a web server without pause while vigyapti-index commits to its index and
replaces it: every answer is 200 or 304, and none is wrong or out of date.

usage: page_readers.py [OPTION]... PROGRAM FOLDER
PROGRAM is the page's; the working files come into FOLDER.

The releases and what changes among them are those of readers.py. One more holds a word that stays
and one of the last commit's: whoever asks for the first after a commit must see the second, also when
the answer is 304, which stands for what was answered before.
"""

import argparse
import collections
import itertools
import json
import sys
import threading
import time
import traceback
from pathlib import Path

from index_under_test import BIN_INDEX, expect, Failed, run
from page_client import Client, encoded
from readers import Folder, LASTING, passing_word, SHOWN, STAYING
from scenario import marker, misspelt
from web_servers import KINDS, serving

NEWS = "noviform"
NEWEST = "newest.txt"  # NEWS and the word of the last commit


def parse_arguments(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM")
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--server", choices=KINDS, default="lighttpd",
                        help="the web server (lighttpd)")
    parser.add_argument("--requests", type=int, default=1500, metavar="N",
                        help="requests of all clients together (1500)")
    parser.add_argument("--clients", type=int, default=8, metavar="N",
                        help="that ask at the same time (8)")
    parser.add_argument("--runs", type=int, default=12, metavar="N",
                        help="runs of the indexer, each after its share of the requests (12)")
    parser.add_argument("--rebuild-every", type=int, default=4, metavar="N",
                        help="one run in N is a rebuild (4)")
    parser.add_argument("--releases", metavar="FILE",
                        help="more releases, which take no part but time")
    return parser.parse_args(arguments)


class NewsFolder(Folder):
    def change(self, number):
        super().change(number)
        (self.root / NEWEST).write_text(f"{NEWS} {passing_word(number)} words\n")


Question = collections.namedtuple("Question", "query check")


class Clients:
    """What all clients share: the count of requests, of answers, and of failures."""

    def __init__(self, port, folder, requests):
        self.client = Client(port)
        self.folder = folder
        self.left = requests
        self.newest = 0  # what the last finished commit added
        self.lock = threading.Lock()
        self.answers = collections.Counter()
        self.failures = 0
        self.slowest = 0.0

    def take(self):
        """Whether one more request is to be made, and from which address."""
        with self.lock:
            self.left -= 1
            return next(self.client.addresses) if self.left >= 0 else None

    def fail(self, what):
        with self.lock:
            self.failures += 1
            if self.failures <= SHOWN:
                print(f"FAILED: {what}", file=sys.stderr, flush=True)

    def questions(self, first):
        """Without end."""
        def json_of(query, **parameters):
            return encoded(q=query, format="json", n=100, cross="off", **parameters)

        def finds(wanted):
            def check(body):
                found = [hit["id"] for hit in json.loads(body)["hits"] if hit["id"] != NEWEST]
                return sorted(found) == sorted(wanted)
            return check

        def shows(text):
            return lambda body: text in body.decode("utf-8")

        def is_new(newest):
            """At least what was committed before the question, at most what may be by now."""
            return lambda body: any(passing_word(number) in body.decode("utf-8")
                                    for number in range(newest, self.newest + 2))

        lasting = self.folder.lasting
        for number in itertools.count(first):
            number %= LASTING
            identity = f"lasting-{number}.txt" if number < LASTING // 2 else f"record-{number}"
            yield Question(json_of(STAYING), finds(lasting))
            yield Question(json_of(f'{STAYING} "विदेश मंत्री"', all=1), finds(lasting))
            newest = self.newest
            if newest > 0:
                yield Question(json_of(NEWS), is_new(newest))
                yield Question(json_of(passing_word(newest)), finds({f"passing-{newest}.txt"}))
            yield Question(json_of(misspelt(marker(number))), finds({identity}))
            yield Question(encoded(q=marker(number)), shows("vigyapti-hit"))
            yield Question(encoded(q=marker(number), format="atom"), shows("<entry"))
            yield Question(encoded(id=identity, q=STAYING), shows(STAYING))
            yield Question(encoded(complete=STAYING[:3]), shows(STAYING[:3]))

    def ask(self, first):
        kept = {}  # query → tag and body of its last answer
        for number, question in enumerate(self.questions(first)):
            # Every third is asked once more, as by one who goes back; now and then one forgets.
            for conditional in (number % 5 != 0, True)[:1 + (number % 3 == 0)]:
                address = self.take()
                if address is None:
                    return
                self.ask_once(question, kept, address, conditional and question.query in kept)

    def ask_once(self, question, kept, address, conditional):
        tag, body = kept.get(question.query, (None, None))
        start = time.monotonic()
        answer = self.client.ask(query=question.query, address=address,
                                 headers={"If-None-Match": tag} if conditional else {})
        with self.lock:
            self.answers[answer.status] += 1
            self.slowest = max(self.slowest, time.monotonic() - start)
        if answer.status == 200:
            body = answer.body
            if "etag" in answer.headers:
                kept[question.query] = (answer.headers["etag"], body)
        if answer.status not in ((200, 304) if conditional else (200,)):
            self.fail(f"{question.query}: status {answer.status}: {answer.body[:300]}")
        elif not question.check(body):
            self.fail(f"{question.query}: {answer.status}: wrong: {body[:600]}")

    def guarded(self, first):
        while self.left > 0:
            try:
                self.ask(first)
            except Exception:
                self.fail(traceback.format_exc())


def write(index, folder, clients, arguments):
    """Commits until all is asked. Returns how many increments and rebuilds there were."""
    done = [0, 0]
    for number in range(1, arguments.runs + 1):
        while clients.left > arguments.requests * (arguments.runs - number) / arguments.runs:
            time.sleep(0.01)
        if clients.left <= 0:
            break
        rebuild = number % arguments.rebuild_every == 0
        folder.change(number)
        index_all(index, folder, arguments, *(["--rebuild"] if rebuild else []))
        clients.newest = number
        done[rebuild] += 1
    return done


def index_all(index, folder, arguments, *options):
    done = run([BIN_INDEX, "--index", str(index), *options, str(folder.root),
                *filter(None, [arguments.releases])])
    expect(done.returncode == 0, f"vigyapti-index: status {done.returncode}: {done.stderr}")


def ask_under_change(arguments):
    """How many requests failed. Throws Failed when there was too little to prove anything."""
    index = arguments.folder / "index"
    folder = NewsFolder(arguments.folder / "news")
    index_all(index, folder, arguments)
    start = time.monotonic()
    with serving(arguments.server, arguments.folder, arguments.program, index) as server:
        clients = Clients(server.port, folder, arguments.requests)
        threads = [threading.Thread(target=clients.guarded, args=(number,))
                   for number in range(arguments.clients)]
        for thread in threads:
            thread.start()
        try:
            increments, rebuilds = write(index, folder, clients, arguments)
        finally:
            clients.left = min(clients.left, 0)
            for thread in threads:
                thread.join()
    seconds = time.monotonic() - start
    statuses = ", ".join(f"{count:,} with {status}" for status, count in
                         sorted(clients.answers.items()))
    print(f"{arguments.server}, {arguments.clients} clients: {statuses}; "
          f"{clients.failures} failed; {increments} increments, {rebuilds} rebuilds; {seconds:.0f} s, "
          f"the slowest answer {clients.slowest:.2f} s")
    if clients.failures:
        print(server.words()[-3000:], file=sys.stderr)
    expect(sum(clients.answers.values()) >= arguments.requests or clients.failures,
           "not all was asked")
    expect(clients.answers[304] and increments and rebuilds, "too few changes to prove anything")
    return clients.failures


if __name__ == "__main__":
    try:
        sys.exit(1 if ask_under_change(parse_arguments()) else 0)
    except Failed as failed:
        sys.exit(f"FAILED: {failed}")
