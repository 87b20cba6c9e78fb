#!/usr/bin/env python3
"""Floors under the pairs that are found in newsonair, by the labels in pairs.tsv.

    pairs.py BIN    the build folder; the collection is in $VIGYAPTI_SHARED_DATA or ../shared/data

Prints precision (of what has a label) and recall (of the stories that the collection's qrels know), of
English stories with even ids, with odd ids, and of all. Exits with 77 where the collection is not present,
with 1 below a floor.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

LEAST_PRECISION = 0.97
LEAST_RECALL = 0.80


def read_labels():
    labels = {}
    for row in (pathlib.Path(__file__).parent / "pairs.tsv").read_text().splitlines():
        if not row.startswith("#"):
            english, hindi, label = row.split("\t")
            labels[f"noa-en-{english}", f"noa-hi-{hindi}"] = int(label)
    return labels


def found_pairs(binaries, collection):
    with tempfile.TemporaryDirectory() as folder:
        documents = [collection / "docs.en.jsonl", collection / "docs.hi.jsonl"]
        subprocess.run([binaries / "indexer/vigyapti-index", "--index", folder, *documents],
                       check=True, stderr=subprocess.DEVNULL)
        lines = subprocess.run([binaries / "searcher/vigyapti-search", "--index", folder, "--format", "jsonl",
                                "--all-versions", "-n", "10000", "lang:en"],
                               check=True, capture_output=True, text=True).stdout.splitlines()
    hits = [json.loads(line) for line in lines]
    return {(hit["id"], each["id"]) for hit in hits for each in hit["counterparts"]}


def measure(name, found, labels):
    known = {pair for pair, label in labels.items() if label == 2}
    right = sum(labels.get(pair, 0) > 0 for pair in found)
    unread = sum(pair not in labels for pair in found)
    precision = right / max(1, len(found) - unread)
    recall = len(known & found) / len(known)
    print(f"{name}: {len(found)} pairs, {unread} without label, precision {precision:.3f}, recall {recall:.3f}")
    return precision >= LEAST_PRECISION and recall >= LEAST_RECALL


def main():
    binaries = pathlib.Path(sys.argv[1])
    beside = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"
    collection = pathlib.Path(os.environ.get("VIGYAPTI_SHARED_DATA", beside)) / "newsonair"
    if not collection.is_dir():
        print("the collection is not present")
        return 77
    labels = read_labels()
    found = found_pairs(binaries, collection)
    good = True
    for name, parity in (("even ids", {0}), ("odd ids", {1}), ("all", {0, 1})):
        def part(pair):
            return int(pair[0].rsplit("-", 1)[1]) % 2 in parity
        good &= measure(name, set(filter(part, found)), {p: v for p, v in labels.items() if part(p)})
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
