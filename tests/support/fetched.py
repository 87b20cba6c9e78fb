#!/usr/bin/env python3
"""What scripts/fetch-feed has written, read by a reader that shares no code with it:

    fetched.py [-a] FOLDER

prints each response: file, address, status, media type and body on a line, as JSON strings apart by
tabs; with -a of hidden files too. Anything that is not as WARC/1.1 wants it is a fault.
"""

import base64
import gzip
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path


class Fault(Exception):
    pass


def demand(holds, what):
    if not holds:
        raise Fault(what)


def members(content):
    """What each gzip member of a file holds."""
    while content:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield unpacker.decompress(content)
        demand(unpacker.eof, "a member without its end")
        content = unpacker.unused_data


def fields_of(lines):
    return {name.lower(): value for name, value in (line.split(": ", 1) for line in lines if line)}


def digest(content):
    return "sha1:" + base64.b32encode(hashlib.sha1(content).digest()).decode()


def records(path):
    """Pairs of fields and block; a member has one record."""
    for member in members(Path(path).read_bytes()):
        head, _, rest = member.partition(b"\r\n\r\n")
        version, *lines = head.decode().split("\r\n")
        demand(version == "WARC/1.1", f"version {version}")
        fields = fields_of(lines)
        length = int(fields["content-length"])
        demand(rest[length:] == b"\r\n\r\n", "not one record with its end")
        block = rest[:length]
        demand(re.fullmatch("<urn:uuid:[0-9a-f-]{36}>", fields["warc-record-id"]), "record's name")
        demand(re.fullmatch("[0-9-]{10}T[0-9:]{8}Z", fields["warc-date"]), "date")
        demand(fields["warc-block-digest"] == digest(block), "digest of the block")
        yield fields, block


def responses(path):
    """Pairs of the record's fields and what came: status, fields and body."""
    first = True
    for fields, block in records(path):
        demand((fields["warc-type"] == "warcinfo") == first, "warcinfo stands first, and only there")
        first = False
        if fields["warc-type"] != "response":
            continue
        demand(fields["content-type"] == "application/http;msgtype=response", "type of the block")
        head, _, body = block.partition(b"\r\n\r\n")
        status, *lines = head.decode("iso-8859-1").split("\r\n")
        sent = fields_of(lines)
        demand(int(sent["content-length"]) == len(body), "length of the body")
        demand(fields["warc-payload-digest"] == digest(body), "digest of the body")
        demand("content-encoding" not in sent and "transfer-encoding" not in sent, "encoding")
        yield fields, (int(status.split()[1]), sent, body)


def main(arguments):
    everything = "-a" in arguments
    folder = Path(arguments[-1])
    for path in sorted(folder.rglob("*.warc.gz")):
        if path.name.startswith(".") and not everything:
            continue
        gzip.decompress(path.read_bytes())
        for fields, (status, sent, body) in responses(path):
            shown = (str(path.relative_to(folder)), fields["warc-target-uri"], status,
                     sent.get("content-type", ""), body.decode("utf-8", "replace"))
            print(*(json.dumps(each, ensure_ascii=False) for each in shown), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
