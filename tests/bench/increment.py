#!/usr/bin/env python3
"""Nightly runs over a tree of small files that is indexed already. Prints figures and judges none.

First over the tree as it is, in turn with find -printf '%s %T@\\n': all is in the memory of the system.
Then with new files, other ones in each round. Written is what /proc/PID/io counts when the program
ends: "to disk" the pages that it changed (write_bytes, of 4 kB each), "calls" the bytes that it passed
to write and its like (wchar). "Files" are the sizes, as a whole, of the index's files that are new or
changed, and so what a copy of the changed files would have to move.
"""

import argparse
import itertools
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import texts
from measure import INDEXER, MB, median, print_table, run, size_of

PER_FOLDER = 1000


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000, metavar="N",
                        help="files of the tree (100000)")
    parser.add_argument("--new", type=int, default=200, metavar="N",
                        help="new files of a round (200)")
    parser.add_argument("--rounds", type=int, default=7, metavar="N",
                        help="runs over the unchanged tree; medians are printed (7)")
    parser.add_argument("--add-rounds", type=int, default=3, metavar="N",
                        help="runs with new files; each is printed (3)")
    return parser.parse_args()


def write_files(tree, pieces, first, count):
    """Numbered files, a thousand a folder. Returns their size together."""
    size = 0
    for number, (_, text) in enumerate(itertools.islice(pieces, count), first):
        folder = tree / f"{number // PER_FOLDER:04}"
        folder.mkdir(exist_ok=True)
        size += (folder / f"{number:07}.txt").write_bytes(text.encode())
    return size


def measure_unchanged(command, tree, rounds):
    find = ["find", tree, "-printf", "%s %T@\n"]
    run(find), run(command)
    runs = [(run(find), run(command)) for _ in range(rounds)]
    rows = []
    for name, each in zip(("find", "vigyapti-index"), map(median, zip(*runs))):
        rows.append([name, f"{each.wall:.3f}", f"{each.cpu:.2f}", f"{each.peak / MB:.0f}", ""])
    print("\nUnchanged, warm")
    print_table(["", "wall s", "CPU s", "peak MB", ""], rows)
    ratio = statistics.median(ours.wall / found.wall for found, ours in runs)
    print(f"wall / find's in the same round: {ratio:.2f}")


def run_counting_writes(command):
    """Seconds and the counters of /proc/PID/io; run() does not do, as they go with the process."""
    os.sync()
    start = time.monotonic()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = time.monotonic() - start
        lines = pathlib.Path(f"/proc/{process.pid}/io").read_text().splitlines()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}\nexited with {process.returncode}")
    return wall, {name: int(value) for name, value in (line.split(": ") for line in lines)}


def states(folder):
    return {path: (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            for path in folder.rglob("*") if path.is_file() for stat in [path.stat()]}


def measure_added(command, tree, index, pieces, arguments):
    first = arguments.files
    rows = []
    for number in range(1, arguments.add_rounds + 1):
        added = write_files(tree, pieces, first, arguments.new)
        first += arguments.new
        before = states(index)
        size = size_of(index)
        wall, io = run_counting_writes(command)
        changed = sum(state[2] for path, state in states(index).items()
                      if before.get(path) != state)
        rows.append([str(number), f"{wall:.2f}"] + [f"{value / MB:.2f}" for value in (
            added, io["write_bytes"], io["wchar"], changed, size_of(index) - size)] + [""])
    print(f"\n{arguments.new:,} files added")
    print_table(["round", "wall s", "their MB", "MB to disk", "MB in calls", "MB of files",
                 "index grew by MB", ""], rows)


def main():
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as name:
        tree = pathlib.Path(name, "tree")
        index = pathlib.Path(name, "index")
        tree.mkdir()
        pieces = texts.pieces()
        size = write_files(tree, pieces, 0, arguments.files)
        command = [INDEXER, "--index", index, tree]
        built = run(command)
        print(f"{arguments.files:,} files, {size / MB:.1f} MB, indexed in {built.wall:.1f} s, "
              f"peak {built.peak / MB:.0f} MB, index {size_of(index) / MB:.1f} MB")
        measure_unchanged(command, tree, arguments.rounds)
        measure_added(command, tree, index, pieces, arguments)


if __name__ == "__main__":
    main()
