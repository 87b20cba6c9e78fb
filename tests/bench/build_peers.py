#!/usr/bin/env python3
"""First builds side by side, in one run: vigyapti-index, Lucene 8, Omega's scriptindex and a plain
Xapian program, over speed/mixed.jsonl and over Hindi made from it. Prints figures and judges none.

CPU is of user and system. MB/s and CPU per MB are of text: titles and texts in UTF-8. Every index
holds terms with positions and the text. Lucene is fed by as many threads as are named; it merges and
compiles itself in others. "then --compact" brings the shards of the index before it to one.
"""

import argparse
import collections
import dataclasses
import json
import pathlib
import shutil
import subprocess
import tempfile

import lucene
import texts
from measure import BUILD, CORES, INDEXER, MB, Measured, median, print_table, run, size_of

PLAIN = BUILD / "tests" / "plain_xapian"
SCRIPT = pathlib.Path(__file__).with_name("omega.script")
# So that Lucene's peak is what it needs, not what the machine has. It is no slower for it.
JAVA_OPTIONS = ("-Xmx512m",)


@dataclasses.dataclass
class Source:
    name: str
    jsonl: pathlib.Path
    omega: pathlib.Path
    stemmer: str     # of scriptindex, which has one a run
    text_bytes: int


@dataclasses.dataclass
class Result:
    measured: Measured
    size: int  # bytes of the index


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1, metavar="N",
                        help="builds of each program, interleaved; medians are printed (1)")
    parser.add_argument("--hindi", type=float, default=100, metavar="MB",
                        help="text of the Hindi input (100)")
    parser.add_argument("--limit", type=float, default=float("inf"), metavar="MB",
                        help="take no more text of either input, to try the benchmark itself")
    parser.add_argument("--flush", default="", metavar="N",
                        help="documents a flush of plain Xapian's best settings, if not its own")
    parser.add_argument("--lucene-merge", action="store_true",
                        help="let Lucene merge to one segment, and print how long that took")
    return parser.parse_args()


def write_omega(jsonl, path):
    """Records for scriptindex; a line break inside a value is followed by "="."""
    with open(jsonl, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as records:
        for release in map(json.loads, lines):
            for member in ("id", "title", "text"):
                value = (release.get(member) or "").replace("\n", "\n=")
                if value:
                    records.write(f"{member}={value}\n")
            records.write("\n")


def make_sources(folder, arguments):
    for name, stemmer, write, limit in (
            ("mixed", "english", texts.write_mixed, arguments.limit),
            ("Hindi", "none", texts.write_hindi, min(arguments.hindi, arguments.limit))):
        jsonl = folder / f"{name}.jsonl"
        omega = folder / f"{name}.omega"
        text_bytes = write(jsonl, limit)
        write_omega(jsonl, omega)
        yield Source(name, jsonl, omega, stemmer, text_bytes)


def threads_measured():
    return {"1 thread": "1"} | ({f"{CORES} threads": str(CORES)} if CORES > 1 else {})


def programs(source, index, arguments):
    """Name and command of each, in turn. "then" goes on from the index before, others from none."""
    ours = [INDEXER, "--index", index, "--threads"]
    java = lucene.command(BUILD.parent / "peer", "LuceneBuild", *JAVA_OPTIONS)
    merge = "merge" if arguments.lucene_merge else "keep"
    for name, threads in threads_measured().items():
        yield f"Lucene, {name}", [*java, index, threads, merge, source.jsonl]
        yield f"vigyapti-index, {name}", [*ours, threads, source.jsonl]
    yield "then --compact", [INDEXER, "--index", index, "--compact"]
    yield "plain Xapian, default", [PLAIN, index, "default", source.jsonl]
    yield "plain Xapian, best", [PLAIN, index, "best", source.jsonl,
                                 *filter(None, [arguments.flush])]
    yield "scriptindex", ["scriptindex", "--stemmer", source.stemmer, index, SCRIPT, source.omega]


def build_all(source, folder, arguments):
    """Results by program, in the order of the programs."""
    index = folder / "index"
    results = collections.defaultdict(list)
    for _ in range(arguments.rounds):
        for name, command in programs(source, index, arguments):
            if not name.startswith("then"):
                shutil.rmtree(index, ignore_errors=True)
            subprocess.run(["cat", source.jsonl, source.omega], stdout=subprocess.DEVNULL,
                           check=True)  # into the memory of the system
            measured = run(command, keep_output=True)
            results[name].append(Result(measured, size_of(index)))
    shutil.rmtree(index)
    return {name: Result(median([each.measured for each in runs]), runs[-1].size)
            for name, runs in results.items()}


def print_results(source, results):
    megabytes = source.text_bytes / MB
    rows = []
    for name, result in results.items():
        built = result.measured
        rows.append([name, f"{built.wall:.2f}", f"{built.cpu:.2f}", f"{megabytes / built.wall:.2f}",
                     f"{built.cpu / megabytes:.3f}", f"{built.peak / MB:.0f}",
                     f"{result.size / MB:.1f}", f"{result.size / source.text_bytes:.2f}",
                     built.output.strip().replace("\n", ", ")])
    print(f"\n{source.name}: {megabytes:.1f} MB of text")
    print_table(["", "wall s", "CPU s", "MB/s", "CPU s/MB", "peak MB", "index MB", "index/text",
                 ""], rows)


def print_ratios(results):
    """What is asked of a first build, each against its peer of the same run."""
    built = {name: result.measured for name, result in results.items()}
    rows = []
    for threads in threads_measured():
        ours = built[f"vigyapti-index, {threads}"]
        rows.append([threads, f"{ours.wall / built['Lucene, 1 thread'].wall:.2f}",
                     f"{ours.wall / built[f'Lucene, {threads}'].wall:.2f}",
                     f"{ours.wall / built['scriptindex'].wall:.2f}",
                     f"{ours.cpu / built['plain Xapian, best'].cpu:.2f}", ""])
    print("\nvigyapti-index over its peers")
    print_table(["", "wall / Lucene, 1 thread", "wall / Lucene, as many", "wall / scriptindex",
                 "CPU / plain best", ""], rows)


def main():
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for source in make_sources(folder, arguments):
            results = build_all(source, folder, arguments)
            print_results(source, results)
            print_ratios(results)
            source.jsonl.unlink()
            source.omega.unlink()


if __name__ == "__main__":
    main()
