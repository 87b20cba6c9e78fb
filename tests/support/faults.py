#!/usr/bin/env python3
"""Stops vigyapti-index, or fails its disk, at many points of a row of steps, and holds it to its
promise: at any instant the index opens and holds what was committed before, and the next run brings
it to where a run without faults would have brought it.

usage: faults.py kills|errors COUNT FOLDER
FOLDER is for its files. VIGYAPTI_SEED chooses other points than the usual ones, VIGYAPTI_JOBS is how
many run at a time (2), and where VIGYAPTI_KEEP names a folder, the index of a failure is kept there.
"""

import collections
import itertools
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index_under_test import Failed, IndexUnderTest, expect
from scenario import Scenario, marker

KILLS = ("kill", "torn", "power", "kill", "power", "signal", "kill", "torn", "power", "terminate")
ERRORS = ("enospc", "eio")
MESSAGES = {"enospc": "No space left on device", "eio": "Input/output error"}
SHOWN = 10

Fault = collections.namedtuple("Fault", "mode at sticky seed")


class Step:
    """A run of the indexer: the index before it, and what it makes of it without a fault."""

    def __init__(self, name, rebuild, before, reference):
        self.name = name
        self.rebuild = rebuild
        self.before = before  # a copy of the index; nothing before the first step
        self.documents = {} if before is None else reference.dump()
        start = time.monotonic()
        done = reference.index(rebuild, count=reference.folder / "count")
        self.seconds = time.monotonic() - start
        expect(done.returncode == 0, f"{name}: {done.stderr}")
        self.calls = int((reference.folder / "count").read_text())
        self.wanted = reference.dump()
        self.vocabulary = reference.vocabulary()
        self.after = reference.folder.parent / f"after-{name.replace(' ', '-')}"
        shutil.copytree(reference.path, self.after)
        reference.index_well()
        self.leftovers = reference.leftovers()
        reference.restore(self.after)


def check_committed(index, step):
    """The index as a fault left it."""
    if step.before is None and not index.exists():
        return
    index.check_sound()
    found = index.dump()
    for identity in step.documents.keys() & step.wanted.keys():
        expect(identity in found, f"{identity} is lost")
    for identity, line in found.items():
        expect(line in (step.documents.get(identity), step.wanted.get(identity)),
               f"{identity} is neither as before nor as wanted: {line}")
    kept = sorted(step.documents.keys() & step.wanted.keys() & found.keys())
    for identity in kept[:: max(1, len(kept) // 2)]:
        if identity.endswith(".txt") or identity.startswith("record-"):
            number = int(identity.removesuffix(".txt").rsplit("-", 1)[1])
            hits = index.search(marker(number))
            expect(hits == [identity], f"{identity} is not found by its marker, but {hits}")


def check_recovery(index, step):
    """The next runs bring it to where it should be, and leave nothing behind."""
    index.index_well(step.rebuild)
    found = index.dump()
    different = [identity for identity in found.keys() | step.wanted.keys()
                 if found.get(identity) != step.wanted.get(identity)]
    expect(not different, f"after the next run these differ: {sorted(different)}")
    summary = index.index_well()
    expect("indexed=0 updated=0 " in summary and "deleted=0 " in summary,
           f"a run with nothing new did something: {summary}")
    index.check_sound()
    expect(index.dump() == step.wanted, "a run with nothing new changed the index")
    expect(index.vocabulary() == step.vocabulary, "the vocabulary differs after the next run")
    surplus = collections.Counter(index.leftovers()) - collections.Counter(step.leftovers)
    expect(not surplus, f"left behind: {dict(surplus)}")


def run_killed(index, step, fault):
    """True when the run was ended before it had finished."""
    if fault.mode not in ("signal", "terminate"):
        status = index.index(step.rebuild, mode=fault.mode, at=fault.at, seed=fault.seed).returncode
        expect(status in (0, -signal.SIGKILL), f"status {status}")
        return status != 0
    process = subprocess.Popen(index.command(step.rebuild), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    time.sleep(random.Random(fault.seed).uniform(0, step.seconds))
    ending = signal.SIGKILL if fault.mode == "signal" else signal.SIGTERM
    process.send_signal(ending)
    message = process.communicate()[1]
    # 75: it has noticed and stopped in order.
    expect(process.returncode in (0, -ending, 75), f"status {process.returncode}: {message}")
    return process.returncode != 0


def run_failing(index, step, fault):
    """True when the run gave up; a failure that it can do without, it may pass over."""
    sticky = {"sticky": 1} if fault.sticky else {}
    done = index.index(step.rebuild, mode=fault.mode, at=fault.at, **sticky)
    lines = done.stderr.splitlines()
    if done.returncode == 0:
        expect(index.dump() == step.wanted, "success is reported, but the work is not done")
        return bool(index.fault_log())
    expect(done.returncode == 74, f"status {done.returncode}, not 74: {done.stderr}")
    expect(len(lines) == 2 and lines[0].startswith("vigyapti-index: error: ")
           and lines[1].startswith("hint: "), f"no error and hint: {done.stderr}")
    # Xapian does not say why it could not make or sync some files; the hint then leads to the disk.
    expect(MESSAGES[fault.mode] in lines[0] or "check the disk" in lines[1],
           f"the cause is not named: {done.stderr}")
    return True


def spread(count, calls, generator):
    """Points of 1..calls: all of them when they are few, else half even, half at random."""
    even = [1 + i * calls // max(1, count // 2) for i in range(count // 2)]
    if count >= calls:
        even = list(itertools.islice(itertools.cycle(range(1, calls + 1)), count))
    return even + [generator.randint(1, calls) for _ in range(count - len(even))]


class Harness:
    def __init__(self, kind, count, folder):
        self.kind = kind
        self.count = count
        self.folder = Path(folder)
        self.seed = int(os.environ.get("VIGYAPTI_SEED", "1"))
        self.random = random.Random(self.seed)
        self.news = self.folder / "news"
        self.scenario = Scenario(self.news, self.seed)
        self.indexes = queue.SimpleQueue()
        self.jobs = int(os.environ.get("VIGYAPTI_JOBS", "2"))
        for job in range(self.jobs):
            self.indexes.put(IndexUnderTest(self.folder / f"job{job}", self.news))
        self.struck = collections.Counter()
        self.failures = []

    def faults_of(self, step, count):
        modes = KILLS if self.kind == "kills" else ERRORS
        points = spread(count, step.calls, self.random)
        self.random.shuffle(points)
        for number, point in enumerate(points):
            yield Fault(modes[number % len(modes)], point, number // len(modes) % 2 == 0,
                        self.random.randrange(1 << 32))

    def probe(self, step, fault):
        if len(self.failures) >= SHOWN:
            return
        index = self.indexes.get()
        try:
            index.restore(step.before)
            strike = run_killed if self.kind == "kills" else run_failing
            if strike(index, step, fault):
                self.struck[fault.mode] += 1
            self.keep(index, "struck")
            check_committed(index, step)
            check_recovery(index, step)
        except (Failed, subprocess.TimeoutExpired) as failure:
            self.failures.append(f"{step.name}, {fault}: {failure}\n    {index.fault_log()}")
            self.keep(index, f"failure-{len(self.failures)}")
            print(f"FAILED: {self.failures[-1]}", file=sys.stderr, flush=True)
        finally:
            self.indexes.put(index)

    def keep(self, index, name):
        """A failure is kept twice: as it is, and as the fault left it."""
        if not os.environ.get("VIGYAPTI_KEEP"):
            return
        place = Path(os.environ["VIGYAPTI_KEEP"])
        struck = place / f"struck-{index.folder.name}"
        if name == "struck":
            shutil.rmtree(struck, ignore_errors=True)
            if index.path.exists():
                shutil.copytree(index.path, struck)
            return
        shutil.copytree(index.path, place / name, dirs_exist_ok=True)
        if struck.exists():
            struck.rename(place / f"{name}-struck")

    def run_step(self, step, count):
        start = time.monotonic()
        landed = self.struck.total()
        with ThreadPoolExecutor(self.jobs) as pool:
            # Some points lie behind the end of a run, whose number of calls varies a little.
            for _ in range(3):
                missing = count - (self.struck.total() - landed)
                faults = list(self.faults_of(step, missing))
                list(pool.map(lambda fault: self.probe(step, fault), faults))
        print(f"{step.name}: {step.calls} calls, {self.struck.total() - landed} faults, "
              f"{time.monotonic() - start:.0f} s", flush=True)

    def run(self):
        print(f"seed {self.seed}, {self.count} {self.kind}, {self.jobs} at a time", flush=True)
        reference = IndexUnderTest(self.folder / "reference", self.news)
        reference.restore(None)
        before = None
        total = sum(weight for *_, weight in self.scenario.steps)
        reached = 0
        for name, change, rebuild, weight in self.scenario.steps:
            change()
            step = Step(name, rebuild, before, reference)
            first = self.count * reached // total
            reached += weight
            self.run_step(step, self.count * reached // total - first)
            before = step.after
        print(f"{self.struck.total()} struck {dict(self.struck)}, {len(self.failures)} failures")
        if self.failures:
            return 1
        # A harness that strikes nothing proves nothing.
        expect(self.struck.total() >= self.count * 9 // 10, "too few of the faults struck")
        return 0


if __name__ == "__main__":
    kinds = ("kills", "errors")
    if len(sys.argv) != 4 or sys.argv[1] not in kinds:
        sys.exit(__doc__)
    try:
        sys.exit(Harness(sys.argv[1], int(sys.argv[2]), sys.argv[3]).run())
    except Failed as failed:
        sys.exit(f"FAILED: {failed}")
