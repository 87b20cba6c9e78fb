"""What the benchmarks share: where things are, running a program and measuring it, printing what was
measured. MB are millions of bytes throughout."""

import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BUILD = PROJECT / "build" / "release"
INDEXER = BUILD / "indexer" / "vigyapti-index"
MB = 1e6
CORES = len(os.sched_getaffinity(0))


@dataclasses.dataclass
class Measured:
    wall: float  # seconds
    cpu: float   # seconds, of user and system
    peak: int    # bytes of resident memory
    output: str = ""


def run(command, keep_output=False):
    """Runs a program to its end; ends the benchmark with what the program said when it fails. The
    disk has nothing left to write from before."""
    os.sync()
    with tempfile.NamedTemporaryFile("r") as figures:
        # GNU time, since a child of Python starts with the peak memory of Python.
        start = time.monotonic()
        done = subprocess.run(["time", "-f", "%U %S %M", "-o", figures.name, *command], check=False,
                              stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
                              stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL)
        wall = time.monotonic() - start
        if done.returncode:
            sys.exit(f"{' '.join(map(str, command))}\nexited with {done.returncode}: {done.stderr}")
        user, system, peak = figures.read().split()
    return Measured(wall, float(user) + float(system), int(peak) * 1024, done.stdout or "")


def median(runs):
    """Of several runs of the same: the medians of the times, the greatest peak."""
    return Measured(statistics.median(each.wall for each in runs),
                    statistics.median(each.cpu for each in runs),
                    max(each.peak for each in runs), runs[-1].output)


def size_of(folder):
    """Bytes of all files in a folder and below."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def print_table(headings, rows):
    """The first and the last column are words, the others numbers."""
    rows = [headings, *rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(headings))]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row, widths)]
        cells[0] = row[0].ljust(widths[0])
        cells[-1] = row[-1]
        print("  ".join(cells).rstrip())
    sys.stdout.flush()
