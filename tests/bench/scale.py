#!/usr/bin/env python3
"""The cost of a first build as the work grows: 10,000 to 300,000 documents, each a paragraph or so of
the shared texts. Prints figures and judges none."""

import argparse
import itertools
import json
import pathlib
import shutil
import tempfile

import texts
from measure import INDEXER, MB, median, print_table, run, size_of

COUNTS = [10_000, 30_000, 100_000, 300_000]


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS, metavar="N",
                        help="documents (10000 30000 100000 300000)")
    parser.add_argument("--rounds", type=int, default=1, metavar="N",
                        help="builds of each size, interleaved; medians are printed (1)")
    parser.add_argument("--threads", metavar="N", help="threads, if not the program's default")
    return parser.parse_args()


def write_documents(path, count):
    """Returns the bytes of their text."""
    text_bytes = 0
    with open(path, "w", encoding="utf-8") as file:
        for number, (language, text) in enumerate(itertools.islice(texts.pieces(), count), 1):
            file.write(texts.to_line({"id": f"piece-{number}", "lang": language, "text": text}))
            text_bytes += len(text.encode())
    return text_bytes


def build(path, index, threads):
    shutil.rmtree(index, ignore_errors=True)
    options = ["--threads", threads] if threads else []
    return run([INDEXER, "--index", index, *options, path])


def print_results(measured, text_bytes, sizes):
    rows = []
    for count, built in measured.items():
        megabytes = text_bytes[count] / MB
        rows.append([f"{count:,}", f"{megabytes:.1f}", f"{built.wall:.2f}",
                     f"{megabytes / built.wall:.2f}", f"{built.cpu / megabytes:.3f}",
                     f"{built.peak / MB:.0f}", f"{sizes[count] / text_bytes[count]:.2f}", ""])
    print_table(["documents", "MB", "wall s", "MB/s", "CPU s/MB", "peak MB", "index/text", ""], rows)
    speeds = [text_bytes[count] / built.wall for count, built in measured.items()]
    peaks = [built.peak / MB for built in measured.values()]
    print(f"\nMB/s from the smallest to the largest: {(speeds[-1] / speeds[0] - 1) * 100:+.0f}%, "
          f"peak memory: {peaks[0]:.0f} to {peaks[-1]:.0f} MB")


def main():
    arguments = parse_arguments()
    counts = sorted(arguments.counts)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths = {count: folder / f"{count}.jsonl" for count in counts}
        text_bytes = {count: write_documents(path, count) for count, path in paths.items()}
        runs = {count: [] for count in counts}
        sizes = {}
        for _ in range(arguments.rounds):
            for count in counts:
                runs[count].append(build(paths[count], folder / "index", arguments.threads))
                sizes[count] = size_of(folder / "index")
        print_results({count: median(each) for count, each in runs.items()}, text_bytes, sizes)


if __name__ == "__main__":
    main()
