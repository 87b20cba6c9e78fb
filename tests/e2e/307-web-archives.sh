#!/usr/bin/env bash
# Compressed web archives that unpack to more than a reader may hold in memory, cut off and damaged
# ones, in the processes in which they are read.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/index
cd "$WORK"
mkdir in
# Ten pages among records of other types, 8 MB each, and one page beyond 128 MB. What scripts/fetch-feed
# writes is made by its own parts.
python3 -B - "$SOURCE_DIR/scripts" >offset <<'END'
import datetime
import gzip
import hashlib
import sys
from types import SimpleNamespace

sys.path.insert(0, sys.argv[1])
from fetching import warc


def record(name, block, kind="text/plain", digest=None):
    digest = digest or "sha1:" + hashlib.sha1(block).hexdigest()
    head = (f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://mea.example.org/{name}\r\n"
            f"WARC-Block-Digest: {digest}\r\nContent-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1, mtime=0)


def page(number):
    return record(number, f"Talks on trade, day {number}\n\nThe two sides met in New Delhi.\n".encode())


def filler(number, count):
    return b"".join(hashlib.sha512(b"%d %d" % (number, i)).digest() * 40 for i in range(count))


other = [record(f"{i}.bin", filler(i, 3200), "application/x-data") for i in range(20)]
large = record("large", filler(0, 54_000))
with open("in/whole.warc.gz", "wb") as whole:
    for number in range(10):
        whole.write(page(number) + other[number] + other[number + 10])
    offset = whole.tell()
    whole.write(large + page(10))
print(offset)
members = [page(number) for number in range(20, 23)]
with open("in/cut.warc.gz", "wb") as cut:
    cut.write(b"".join(members)[:-20])
members = [page(number) for number in range(23, 26)]
members[1] = members[1][:60] + bytes([members[1][60] ^ 255]) + members[1][61:]
with open("in/damaged.warc.gz", "wb") as damaged:
    damaged.write(b"".join(members))
with open("in/digest.warc.gz", "wb") as wrong:
    wrong.write(record(30, b"Talks on trade\n\nThey met.\n", digest="sha1:" + 40 * "0"))

now = datetime.datetime(2026, 11, 26, 3, 0, 0)
kept = warc.WarcFile("part", [("format", "WARC File Format 1.1")], now)
body = "<title>ऊर्जा</title><p>ऊर्जा पर बातचीत हुई।</p>".encode()
kept.add(SimpleNamespace(url="https://mea.example.org/40", address="192.0.2.1", body=body, hops=["a"],
                         status_line="HTTP/1.1 200 OK",
                         fields=[("Content-Type", "text/html; charset=utf-8")]), now)
kept.commit("in/fetched.warc.gz")
END

expect_status 65 index -v in
expect_summary indexed 17 failed 4
expect_contains "$ERR" "in/whole.warc.gz: the record at byte $(cat offset): larger than 128 MB, so not read"
expect_contains "$ERR" "in/cut.warc.gz: the record at byte "
expect_contains "$ERR" ": cut off at byte $(stat -c %s in/cut.warc.gz)"
expect_contains "$ERR" "in/damaged.warc.gz: the record at byte "
expect_contains "$ERR" "https://mea.example.org/30: it does not agree with its WARC-Block-Digest"
found=$(ids --cross off --all-versions --limit 100 'talks OR ऊर्जा' | sed 's|https://mea.example.org/||' |
    sort -n | xargs)
expect_equal "$found" "0 1 2 3 4 5 6 7 8 9 10 20 21 23 25 30 40"
