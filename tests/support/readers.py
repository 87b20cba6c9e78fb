#!/usr/bin/env python3
"""Asks an index without pause while vigyapti-index commits to it and replaces it: no query may fail,
and none may answer wrongly.

usage: readers.py COMMITS REBUILDS FOLDER

Forty releases never change; every query for them must find just these. Each commit adds a release,
changes one and, once there are enough, removes one; a query that begins after a commit must find what
that commit added. Every fifth commit is killed on its way before it is made. Words are asked for as
they are and misspelt, which needs the vocabulary. One reader starts a process a query; another keeps
one `vigyapti-search --batch` fed through a pipe, which lives through all the commits. It may answer
from an earlier state, but not from a mixture.
"""

import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path

from index_under_test import BIN_INDEX, BIN_SEARCH, expect, Failed, run
from scenario import marker, misspelt

LASTING = 40
STAYING = "perduringly"  # in all of these, and in no collection
PASSING = 30
KILLED = 5
SHOWN = 5


def passing_word(number):
    return marker(LASTING + number)


class Folder:
    """The releases, those that last and those that pass."""

    def __init__(self, root):
        self.root = root
        root.mkdir(parents=True)
        self.lasting = set()
        for number in range(LASTING // 2):
            name = f"lasting-{number}.txt"
            (root / name).write_text(f"{marker(number)} {STAYING} here\n\nविदेश मंत्री की बैठक हुई।\n",
                                     encoding="utf-8")
            self.lasting.add(name)
        with open(root / "lasting.jsonl", "w", encoding="utf-8") as records:
            for number in range(LASTING // 2, LASTING):
                identity = f"record-{number}"
                text = f"{marker(number)} {STAYING} here. विदेश मंत्री की बैठक हुई।"
                records.write(json.dumps({"id": identity, "text": text}) + "\n")
                self.lasting.add(identity)

    def change(self, number):
        (self.root / f"passing-{number}.txt").write_text(f"{passing_word(number)} words come\n")
        (self.root / "changing.txt").write_text(f"changing words {'more ' * (number % 50)}\n")
        (self.root / f"passing-{number - PASSING}.txt").unlink(missing_ok=True)


class Readers:
    def __init__(self, index, folder):
        self.index = str(index)
        self.folder = folder
        self.newest = 0  # what the last finished commit added
        self.done = threading.Event()
        self.lock = threading.Lock()
        self.queries = {}
        self.failures = 0

    def count(self, reader):
        with self.lock:
            self.queries[reader] = self.queries.get(reader, 0) + 1

    def fail(self, reader, what):
        with self.lock:
            self.failures += 1
            if self.failures <= SHOWN:
                print(f"FAILED: {reader}: {what}", file=sys.stderr, flush=True)

    def questions(self):
        """Queries without end, each with the ids that it must find, and whether these may be fewer in
        an earlier state."""
        lasting = self.folder.lasting
        for number in itertools.cycle(range(LASTING)):
            identity = f"lasting-{number}.txt" if number < LASTING // 2 else f"record-{number}"
            yield STAYING, lasting, False
            newest = self.newest
            if newest > 0:
                yield passing_word(newest), {f"passing-{newest}.txt"}, True
                yield misspelt(passing_word(newest)), {f"passing-{newest}.txt"}, True
            yield '"विदेश मंत्री"', lasting, False
            yield marker(number), {identity}, False
            yield misspelt(marker(number)), {identity}, False

    def ask_by_process(self):
        for query, wanted, _ in self.questions():
            if self.done.is_set():
                return
            asked = run([BIN_SEARCH, "--index", self.index, "--format", "trec", "-n", "1000", query])
            found = [line.split()[2] for line in asked.stdout.splitlines()]
            self.count("process")
            if asked.returncode not in (0, 1):
                self.fail("process", f"{query}: status {asked.returncode}: {asked.stderr.strip()}")
            elif sorted(found) != sorted(wanted):
                self.fail("process", f"{query}: {found}")

    def start_batch(self, pipe):
        process = subprocess.Popen([BIN_SEARCH, "--index", self.index, "--format", "json",
                                    "-n", "1000", "--batch", pipe],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return process, open(pipe, "w", encoding="utf-8")

    def ask_in_batch(self, pipe):
        process, feed = self.start_batch(pipe)
        for number, (query, wanted, may_miss) in enumerate(self.questions()):
            if self.done.is_set():
                break
            feed.write(f"q{number}\t{query}\n")
            feed.flush()
            line = process.stdout.readline()
            self.count("batch")
            if not line:
                self.fail("batch", f"{query}: it has ended: {process.communicate()[1].strip()}")
                process, feed = self.start_batch(pipe)
                continue
            found = [hit["id"] for hit in json.loads(line)["hits"]]
            if sorted(found) != sorted(wanted) and not (may_miss and not found):
                self.fail("batch", f"{query}: {found}")
        feed.close()
        process.communicate(timeout=60)

    def guarded(self, reader, ask, *arguments):
        try:
            ask(*arguments)
        except Exception:
            self.fail(reader, traceback.format_exc())


def run_and_kill(command, seconds):
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(seconds)
    process.kill()
    process.communicate()


def write(index, folder, readers, commits, rebuilds):
    generator = random.Random(commits)
    swapped = 0
    seconds = 0.05
    for number in range(1, commits + rebuilds + 1):
        swap = number * rebuilds // (commits + rebuilds) > swapped
        swapped += swap
        folder.change(number)
        command = [BIN_INDEX, "--index", str(index), *(["--rebuild"] if swap else []),
                   str(folder.root)]
        if number % KILLED == 0:
            run_and_kill(command, generator.uniform(0, seconds))
        start = time.monotonic()
        done = run(command)
        seconds = time.monotonic() - start
        expect(done.returncode == 0, f"vigyapti-index: status {done.returncode}: {done.stderr}")
        readers.newest = number
    return swapped


def main(commits, rebuilds, place):
    start = time.monotonic()
    index = Path(place) / "index"
    folder = Folder(Path(place) / "news")
    done = run([BIN_INDEX, "--index", str(index), str(folder.root)])
    expect(done.returncode == 0, f"the first run: {done.stderr}")
    readers = Readers(index, folder)
    pipe = str(Path(place) / "queries")
    os.mkfifo(pipe)
    threads = [threading.Thread(target=readers.guarded, args=arguments)
               for arguments in (("process", readers.ask_by_process),
                                 ("batch", readers.ask_in_batch, pipe))]
    for thread in threads:
        thread.start()
    try:
        swapped = write(index, folder, readers, commits, rebuilds)
    finally:
        readers.done.set()
        for thread in threads:
            thread.join()
    print(f"{commits} commits, {swapped} rebuilds, queries {readers.queries}, "
          f"{readers.failures} failed, {time.monotonic() - start:.0f} s")
    expect(min(readers.queries.get(reader, 0) for reader in ("process", "batch")) >= commits // 4,
           "too few queries to prove anything")
    return 1 if readers.failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
    except Failed as failed:
        sys.exit(f"FAILED: {failed}")
