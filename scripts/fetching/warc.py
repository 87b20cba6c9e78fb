"""What was fetched, as WARC/1.1 (ISO 28500): a gzip member a record, so that any tool for web
archives reads it, and one damaged record does not cost the next.

The body stands as the server meant it, without transfer and content encoding; the three fields of the
header that this makes untrue are kept under the names that Common Crawl gives them.
"""

import base64
import gzip
import hashlib
import os
import uuid

UNDONE = {"content-encoding", "content-length", "transfer-encoding"}


class WarcFile:
    """Written to `part`; has its name only when it is whole. A record that the disk does not take is
    an OSError and leaves those before it as they are."""

    def __init__(self, part, information, now):
        self._part = part
        self._file = open(part, "wb", buffering=0)
        self.records = 0
        self._write("warcinfo", now, "application/warc-fields", _fields(information))

    def add(self, answer, now):
        """A response; and a note where its address is not the one that was asked."""
        record = self._write("response", now, "application/http;msgtype=response", _block(answer),
                             [("WARC-Target-URI", str(answer.url)),
                              ("WARC-IP-Address", answer.address),
                              ("WARC-Payload-Digest", _digest(answer.body))])
        self.records += 1
        if len(answer.hops) > 1:
            self._write("metadata", now, "application/warc-fields",
                        _fields([("via", str(hop)) for hop in answer.hops[:-1]]),
                        [("WARC-Target-URI", str(answer.url)), ("WARC-Concurrent-To", record)])

    def _write(self, kind, now, media_type, block, fields=()):
        record = f"<urn:uuid:{uuid.uuid4()}>"
        head = [("WARC-Type", kind), ("WARC-Record-ID", record),
                ("WARC-Date", now.strftime("%Y-%m-%dT%H:%M:%SZ")), *fields,
                ("WARC-Block-Digest", _digest(block)), ("Content-Type", media_type),
                ("Content-Length", str(len(block)))]
        text = b"WARC/1.1\r\n" + _fields(head) + b"\r\n" + block + b"\r\n\r\n"
        self._append(gzip.compress(text, mtime=0))
        return record

    def _append(self, member):
        end = self._file.tell()
        rest = memoryview(member)
        try:
            while rest:
                rest = rest[self._file.write(rest):]
        except OSError:
            self._file.truncate(end)
            self._file.seek(end)
            raise

    def commit(self, path):
        """Gives the file its name, durably. Makes the folders that are missing."""
        os.fsync(self._file.fileno())
        self._file.close()
        make_folder(os.path.dirname(path))
        os.rename(self._part, path)
        sync_folder(os.path.dirname(path))

    def discard(self):
        self._file.close()
        os.unlink(self._part)


def make_folder(path):
    """With those above it; each is durable."""
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    make_folder(above or ".")
    os.mkdir(path)
    sync_folder(above or ".")


def sync_folder(path):
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _fields(pairs):
    return "".join(f"{name}: {value}\r\n" for name, value in pairs).encode()


def _digest(content):
    return "sha1:" + base64.b32encode(hashlib.sha1(content).digest()).decode()


def _block(answer):
    lines = [answer.status_line]
    lines += [f"X-Crawl-{name}: {value}" if name.lower() in UNDONE else f"{name}: {value}"
              for name, value in answer.fields]
    lines += [f"Content-Length: {len(answer.body)}", "", ""]
    return "\r\n".join(lines).encode("iso-8859-1", "replace") + answer.body
