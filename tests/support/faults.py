#!/usr/bin/env python3
"""Stops vigyapti-index, or fails its disk, at many points of a row of steps, and holds it to its
promise: at any instant the index opens and holds what was committed before, and the next run brings
it to where a run without faults would have brought it. So it does when it is stopped too, and when
the folder has changed meanwhile.

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
from scenario import Scenario, marker, misspelt

KILLS = ("kill", "power", "torn", "strict", "signal", "kill", "power", "torn", "strict", "terminate")
ERRORS = ("enospc", "eio")
MESSAGES = {"enospc": "No space left on device", "eio": "Input/output error"}
SHOWN = 10
TWICE = 3  # every third run after a kill is killed as well
LATE = 4  # every fourth index is mended only after the next change of the folder
BRINGS_UP_TO_DATE = ("update", "rounds")

Fault = collections.namedtuple("Fault", "number mode at sticky seed")


class Stage:
    """A step of the scenario: the index before it, and what a run makes of it without a fault."""

    def __init__(self, step, before, reference):
        self.name = step.name
        self.way = step.way
        self.weight = step.weight
        self.before = before  # a copy of the index; nothing before the first step
        self.documents = {} if before is None else reference.dump()
        start = time.monotonic()
        done = reference.index(step.way, count=reference.folder / "count")
        self.seconds = time.monotonic() - start
        expect(done.returncode == 0, f"{step.name}: {done.stderr}")
        self.calls = int((reference.folder / "count").read_text())
        self.wanted = reference.dump()
        self.after = reference.folder.parent / f"after-{step.name.replace(' ', '-')}"
        shutil.copytree(reference.path, self.after)
        reference.index_well()
        self.leftovers = reference.leftovers()
        reference.restore(self.after)


def check_searches(index, identities):
    """Some of them are found by their markers, also by misspelt ones."""
    wanted = {}
    for identity in identities[:: max(1, len(identities) // 4)]:
        word = marker(int(identity.removesuffix(".txt").rsplit("-", 1)[1]))
        wanted[word] = wanted[misspelt(word)] = [identity]
    found = index.search(wanted)
    expect(found == wanted, f"queries find {found} instead of {wanted}")


def check_committed(index, stage):
    """The index as a fault left it."""
    if stage.before is None and not index.exists():
        return
    found = index.dump(check=True)
    index.check()
    for identity in stage.documents.keys() & stage.wanted.keys():
        expect(identity in found, f"{identity} is lost")
    for identity, line in found.items():
        expect(line in (stage.documents.get(identity), stage.wanted.get(identity)),
               f"{identity} is neither as before nor as wanted: {line}")
    check_searches(index, sorted(found))


def check_recovered(index, stage):
    """It is where it should be, and nothing is left behind."""
    found = index.dump()
    different = [identity for identity in found.keys() | stage.wanted.keys()
                 if found.get(identity) != stage.wanted.get(identity)]
    expect(not different, f"after the next run these differ: {sorted(different)}")
    check_searches(index, sorted(found))
    summary = index.index_well()
    expect("indexed=0 updated=0 " in summary and "deleted=0 " in summary,
           f"a run with nothing new did something: {summary}")
    index.check()
    expect(index.dump(check=True) == stage.wanted, "a run with nothing new changed the index")
    surplus = collections.Counter(index.leftovers()) - collections.Counter(stage.leftovers)
    expect(not surplus, f"left behind: {dict(surplus)}")


def run_killed(index, stage, fault):
    """True when the run was ended before it had finished."""
    # Of a run that was stopped, an id to delete may be gone already.
    ended_well = (0, 65) if stage.way == "delete" else (0,)
    if fault.mode not in ("signal", "terminate"):
        done = index.index(stage.way, mode=fault.mode, at=fault.at, seed=fault.seed)
        expect(done.returncode in (*ended_well, -signal.SIGKILL),
               f"status {done.returncode}: {done.stderr}")
        return done.returncode == -signal.SIGKILL
    process = subprocess.Popen(index.command(stage.way), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    time.sleep(random.Random(fault.seed).uniform(0, stage.seconds))
    ending = signal.SIGKILL if fault.mode == "signal" else signal.SIGTERM
    process.send_signal(ending)
    message = process.communicate()[1]
    # 75: it has noticed and stopped in order.
    expect(process.returncode in (*ended_well, -ending, 75),
           f"status {process.returncode}: {message}")
    return process.returncode in (-ending, 75)


def run_failing(index, stage, fault):
    """True when the run gave up; a failure that it can do without, it may pass over."""
    sticky = {"sticky": 1} if fault.sticky else {}
    done = index.index(stage.way, mode=fault.mode, at=fault.at, **sticky)
    lines = done.stderr.splitlines()
    if done.returncode == 0:
        expect(index.dump() == stage.wanted, "success is reported, but the work is not done")
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
        self.scenario = Scenario(self.folder / "news", self.seed)
        self.jobs = int(os.environ.get("VIGYAPTI_JOBS", "2"))
        self.reference = self.make_index("reference")
        self.all_indexes = [self.make_index(f"job{job}") for job in range(self.jobs)]
        self.indexes = queue.SimpleQueue()
        for index in self.all_indexes:
            self.indexes.put(index)
        self.struck = collections.Counter()
        self.numbers = itertools.count()
        self.late = []  # (copy of a struck index, fault)
        self.failures = []

    def make_index(self, name):
        index = IndexUnderTest(self.folder / name, self.scenario.root)
        index.restore(None)
        return index

    def faults_of(self, stage, count):
        modes = KILLS if self.kind == "kills" else ERRORS
        points = spread(count, stage.calls, self.random)
        self.random.shuffle(points)
        for number, point in enumerate(points):
            yield Fault(number, modes[number % len(modes)], point, number // len(modes) % 2 == 0,
                        self.random.randrange(1 << 32))

    def probe(self, stage, fault):
        def work(index):
            index.restore(stage.before)
            strike = run_killed if self.kind == "kills" else run_failing
            struck = strike(index, stage, fault)
            self.struck[fault.mode] += struck
            self.keep(index, "struck")
            check_committed(index, stage)
            if struck and fault.number % TWICE == 0:
                self.strike_again(index, stage, fault)
            if struck and fault.number % LATE == 0 and stage.way in BRINGS_UP_TO_DATE:
                self.put_off(index, fault)
            index.index_well(stage.way)
            check_recovered(index, stage)

        self.guarded(stage, fault, work)

    def strike_again(self, index, stage, fault):
        """The run that should mend it is killed as well."""
        again = fault._replace(mode=KILLS[fault.number // TWICE % 4],
                               at=1 + fault.seed % stage.calls)
        self.struck["again"] += run_killed(index, stage, again)
        check_committed(index, stage)

    def put_off(self, index, fault):
        if not index.exists():
            return
        copy = self.folder / f"late-{next(self.numbers)}"
        shutil.copytree(index.path, copy)
        self.late.append((copy, fault))

    def mend_late(self, stage):
        """What faults of the stage before left is mended in the folder as it is now."""
        def mend(copy, fault):
            def work(index):
                index.restore(copy)
                self.keep(index, "struck")
                # What a fault left may be so little that much of it seems to be gone.
                index.index_well("update", "--allow-mass-delete")
                check_recovered(index, stage)

            self.guarded(stage, fault._replace(mode=f"late {fault.mode}"), work)
            shutil.rmtree(copy)

        if stage.way in BRINGS_UP_TO_DATE:
            self.struck["late"] += len(self.late)
            with ThreadPoolExecutor(self.jobs) as pool:
                list(pool.map(lambda late: mend(*late), self.late))
        else:
            for copy, _ in self.late:
                shutil.rmtree(copy)
        self.late.clear()

    def guarded(self, stage, fault, work):
        """Does `work` with an index and notes what fails."""
        if len(self.failures) >= SHOWN:
            return
        index = self.indexes.get()
        try:
            work(index)
        except (Failed, subprocess.TimeoutExpired) as failure:
            what = f"{stage.name}, {fault}: {failure}\n    {index.fault_log()}"
            self.failures.append(what)
            self.keep(index, f"failure-{len(self.failures)}")
            print(f"FAILED: {what}", file=sys.stderr, flush=True)
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

    def landed(self):
        modes = KILLS if self.kind == "kills" else ERRORS
        return sum(self.struck[mode] for mode in set(modes))

    def run_stage(self, stage, count):
        start = time.monotonic()
        landed = self.landed()
        self.mend_late(stage)
        with ThreadPoolExecutor(self.jobs) as pool:
            # Some points lie behind the end of a run, whose number of calls varies a little.
            for _ in range(3):
                faults = list(self.faults_of(stage, count - (self.landed() - landed)))
                list(pool.map(lambda fault: self.probe(stage, fault), faults))
        print(f"{stage.name}: {stage.calls} calls, {self.landed() - landed} faults, "
              f"{time.monotonic() - start:.0f} s", flush=True)

    def run(self):
        print(f"seed {self.seed}, {self.count} {self.kind}, {self.jobs} at a time", flush=True)
        before = None
        total = sum(step.weight for step in self.scenario.steps)
        reached = 0
        for step in self.scenario.steps:
            step.change()
            for index in (self.reference, *self.all_indexes):
                index.ids = self.scenario.to_delete()
            stage = Stage(step, before, self.reference)
            first = self.count * reached // total
            reached += stage.weight
            self.run_stage(stage, self.count * reached // total - first)
            before = stage.after
        print(f"{self.landed()} struck {dict(self.struck)}, {len(self.failures)} failures")
        if self.failures:
            return 1
        # A harness that strikes nothing proves nothing.
        expect(self.landed() >= self.count * 9 // 10, "too few of the faults struck")
        return 0


if __name__ == "__main__":
    kinds = ("kills", "errors")
    if len(sys.argv) != 4 or sys.argv[1] not in kinds:
        sys.exit(__doc__)
    try:
        sys.exit(Harness(sys.argv[1], int(sys.argv[2]), sys.argv[3]).run())
    except Failed as failed:
        sys.exit(f"FAILED: {failed}")
