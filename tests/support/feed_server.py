#!/usr/bin/env python3
"""Publishers of feeds on loopback, good and hostile, for the tests of scripts/fetch-feed.

    feed_server.py FOLDER [CERTIFICATE KEY]

serves FOLDER/site on 127.0.0.1 to 127.0.0.4, which are four hosts to a client, writes the port to
FOLDER/port when all listen and each request as a line of JSON to FOLDER/requests; until it is killed.
robots.txt of a host is site/robots-HOST.txt; one that begins with "status N" is that status instead.
"""

import contextlib
import email.utils
import functools
import gzip
import hashlib
import http.server
import json
import os
import ssl
import sys
import threading
import time
import urllib.parse
from pathlib import Path

HOSTS = [f"127.0.0.{number}" for number in range(1, 5)]
# No answer goes on for ever, even if a client does.
MOST_PIECES = 1000
PORTS_TRIED = 5
TYPES = {".xml": "application/rss+xml; charset=utf-8", ".html": "text/html; charset=utf-8",
         ".pdf": "application/pdf", ".txt": "text/plain", ".mp4": "video/mp4",
         ".md": "text/markdown; charset=utf-8", ".csv": "text/csv",
         ".docx": "application/octet-stream", ".bin": "application/octet-stream"}


@functools.cache
def packed_zeros():
    return gzip.compress(bytes(100_000_000), 1)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """The record of requests is the log."""

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        self.host = self.headers["Host"].partition(":")[0]
        self.server.record({"host": self.host, "target": self.path, "fields": dict(self.headers)})
        asked = dict(urllib.parse.parse_qsl(parts.query))
        special = getattr(self, "serve_" + parts.path[1:].replace("-", "_"), None)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError, ssl.SSLError):
            if parts.path == "/robots.txt":
                self.robots()
            elif special:
                special(**asked)
            else:
                self.file(parts.path, **asked)

    def robots(self):
        path = self.server.site / f"robots-{self.host}.txt"
        text = path.read_bytes() if path.exists() else b"status 404"
        if text.startswith(b"status "):
            self.answer(b"", status=int(text.split()[1]))
        else:
            self.answer(text, {"Content-Type": "text/plain"})

    def file(self, path, by="etag modified", coding="", chunked=""):
        """A file of the site; `by` says by what it is told from its former self."""
        path = self.server.site / path[1:]
        if not path.is_file():
            self.answer(b"none", {"Content-Type": "text/html"}, 404)
            return
        body = path.read_bytes()
        fields = {"Content-Type": TYPES[path.suffix]}
        if "etag" in by:
            fields["ETag"] = f'"{hashlib.sha1(body).hexdigest()}"'
        if "modified" in by:
            fields["Last-Modified"] = email.utils.formatdate(int(path.stat().st_mtime), usegmt=True)
        conditions = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
        for condition, field in conditions.items():
            if self.headers[condition]:
                if self.headers[condition] == fields.get(field):
                    self.answer(b"", fields, 304)
                    return
                break
        if coding:
            body = gzip.compress(body)
            fields["Content-Encoding"] = coding
        if chunked:
            self.head(200, {**fields, "Transfer-Encoding": "chunked"})
            self.chunks([body[:10], body[10:]])
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.answer(body, fields)

    def serve_redirect(self, to, status="302"):
        self.answer(b"moved", {"Location": to, "Content-Type": "text/html"}, int(status))

    def serve_loop(self):
        self.serve_redirect("/loop")

    def serve_chain(self, left, to):
        """As many redirects as `left` says, the last one to `to`."""
        query = urllib.parse.urlencode({"left": int(left) - 1, "to": to})
        self.serve_redirect(f"/chain?{query}" if int(left) > 1 else to)

    def serve_status(self, code):
        self.answer(b"no", {"Content-Type": "text/html"}, int(code))

    def serve_busy(self, after, status="429"):
        self.answer(b"later", {"Retry-After": after}, int(status))

    def serve_busy_once(self, after, status="429"):
        if self.server.count(self.path) == 1:
            self.serve_busy(after, status)
        else:
            self.answer(b"<p>now</p>", {"Content-Type": "text/html"})

    def serve_slow(self):
        """A byte now and then."""
        self.head(200, {"Content-Type": "text/html", "Content-Length": str(MOST_PIECES)})
        for _ in range(MOST_PIECES):
            self.wfile.write(b"x")
            time.sleep(0.2)

    def serve_silent(self):
        """Nothing behind the header, for longer than the tests wait."""
        self.head(200, {"Content-Type": "text/html", "Content-Length": "1"})
        time.sleep(120)

    def serve_endless(self):
        self.head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
        self.chunks([b"x" * 100_000] * MOST_PIECES)

    def serve_endless_header(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(MOST_PIECES):
            self.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 1000))

    def serve_bomb(self, kind="text/html"):
        """100 MB in half a megabyte."""
        self.answer(packed_zeros(),
                    {"Content-Type": kind, "Content-Encoding": "gzip"})

    def serve_torn(self):
        """A packed body without its end."""
        self.answer(gzip.compress(os.urandom(1000))[:-100],
                    {"Content-Type": "text/html", "Content-Encoding": "gzip"})

    def serve_short(self):
        """Less than was promised."""
        self.head(200, {"Content-Type": "text/html", "Content-Length": "1000"})
        self.wfile.write(b"<p>half")
        self.close_connection = True

    def serve_early_hint(self):
        self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")
        self.answer(b"<p>after a hint</p>", {"Content-Type": "text/html; charset=windows-1252"})

    def head(self, status, fields):
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()

    def answer(self, body, fields=None, status=200):
        length = {} if status == 304 else {"Content-Length": str(len(body))}
        self.head(status, {**(fields or {}), **length})
        self.wfile.write(body)

    def chunks(self, pieces):
        for piece in pieces:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


class Server:
    """Listens from the start; `requests` are dicts of host, target and fields. To be closed."""

    def __init__(self, site, certificate=None, key=None, requests_file=None):
        self.site = Path(site)
        self.requests = []
        self._file = requests_file
        self._lock = threading.Lock()
        self._servers = []
        for last in [False] * (PORTS_TRIED - 1) + [True]:
            self.port = 0
            try:
                for host in HOSTS:
                    self._listen(host, certificate, key)
                break
            except OSError:  # another program has the port on one of the hosts
                self.close()
                if last:
                    raise

    def _listen(self, host, certificate, key):
        server = http.server.ThreadingHTTPServer((host, self.port), Handler)
        server.daemon_threads = True
        self.port = server.server_address[1]
        server.site, server.record, server.count = self.site, self.record, self.count
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, key)
            server.socket = context.wrap_socket(server.socket, server_side=True,
                                                do_handshake_on_connect=False)
        self._servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    def record(self, request):
        with self._lock:
            self.requests.append(request)
            if self._file:
                self._file.write(json.dumps(request) + "\n")
                self._file.flush()

    def count(self, target):
        """How often it has been asked for."""
        with self._lock:
            return sum(request["target"] == target for request in self.requests)

    def url(self, target, host=HOSTS[0]):
        return f"http://{host}:{self.port}{target}"

    def close(self):
        for server in self._servers:
            server.shutdown()
            server.server_close()
        self._servers.clear()


def main(folder, *certificate):
    folder = Path(folder)
    with open(folder / "requests", "a", encoding="utf-8") as requests:
        server = Server(folder / "site", *certificate, requests_file=requests)
        (folder / "port.part").write_text(f"{server.port}\n", encoding="ascii")
        (folder / "port.part").rename(folder / "port")
        threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
