#!/usr/bin/env python3
"""Writes damaged copies of files, the same for the same seed.

usage: mutate.py SEED COUNT FROM TO

Each of COUNT files in the folder TO is one of those in FROM with one to eight changes of kinds that
break readers: bits, cuts, stretches that are doubled, dropped or taken from another file, numbers
that become greater, smaller or huge, and bytes that mean something to a format.
"""

import pathlib
import random
import re
import sys

TELLING = [b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"&#0;", b"&#x110000;", b"]]>", b"<!--",
           b"<!DOCTYPE a [<!ENTITY b \"c\">]>", b"\"", b"\n", b"\r\n\r\n", b"{", b"[" * 2000, b"<p>" * 2000,
           b"%00", b"../../", b"\xe0\xa4", b"\xed\xa0\x80", b"\xc0\xaf", b"\x7f\xff\xff\xff", b"\xff" * 8,
           b"From x\n", b"=?utf-8?B?/?=", b"Content-Length: 99999999999\r\n", b"--", b"/Length 999999999"]


def flip(data, rng, _):
    at = rng.randrange(len(data))
    data[at] ^= 1 << rng.randrange(8)


def cut(data, rng, _):
    del data[rng.randrange(len(data)):]


def drop(data, rng, _):
    at = rng.randrange(len(data))
    del data[at:at + rng.choice([1, 4, 100, 5000])]


def double(data, rng, _):
    at = rng.randrange(len(data))
    piece = bytes(data[at:at + rng.choice([1, 20, 500])])
    data[at:at] = piece * rng.choice([1, 2, 50])


def splice(data, rng, others):
    other = rng.choice(others)
    begin = rng.randrange(max(1, len(other)))
    at = rng.randrange(len(data))
    data[at:at] = other[begin:begin + rng.choice([10, 300, 5000])]


def insert(data, rng, _):
    at = rng.randrange(len(data))
    data[at:at] = rng.choice(TELLING)


def renumber(data, rng, _):
    numbers = [each.span() for each in re.finditer(rb"\d+", bytes(data[:200_000]))]
    if not numbers:
        return
    begin, end = rng.choice(numbers)
    value = int(bytes(data[begin:end])[:18])
    data[begin:end] = str(rng.choice([0, value + 1, max(0, value - 1), value * 1000, 2**31, 2**63,
                                      10**30])).encode()


def binary_number(data, rng, _):
    size = rng.choice([1, 2, 4, 8])
    at = rng.randrange(len(data))
    data[at:at + size] = rng.choice([b"\xff", b"\0", b"\x80", b"\x7f"]) * size


KINDS = [flip, cut, drop, double, splice, insert, renumber, binary_number]


def main():
    seed, count, source, target = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
    paths = sorted(path for path in pathlib.Path(source).iterdir() if path.is_file())
    contents = [path.read_bytes() for path in paths]
    rng = random.Random(seed)
    folder = pathlib.Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        which = number % len(paths)
        data = bytearray(contents[which])
        for _ in range(rng.randint(1, 8)):
            if data:
                rng.choice(KINDS)(data, rng, contents)
        (folder / f"{number:06}-{paths[which].name}").write_bytes(data)


if __name__ == "__main__":
    main()
