"""A client of the page, for tests: HTTP as it comes over the socket, nothing done on its behalf."""

import collections
import email
import itertools
import socket
import urllib.parse

PATH = "/cgi-bin/vigyapti.cgi"
TIMEOUT = 60

# Headers by lower-case name; a header that comes twice is joined by ", ".
Answer = collections.namedtuple("Answer", "status headers body")


class NoAnswer(Exception):
    """What came is no answer in HTTP."""


def encoded(**parameters):
    """A query string; a list gives a parameter several times."""
    return urllib.parse.urlencode(parameters, doseq=True)


def parse(received):
    head, separator, body = received.partition(b"\r\n\r\n")
    status_line, _, lines = head.partition(b"\r\n")
    words = status_line.split(b" ", 2)
    if not separator or not words[0].startswith(b"HTTP/1.") or not words[1].isdigit():
        raise NoAnswer(repr(received[:200]))
    headers = {}
    for name, value in email.message_from_bytes(lines).items():
        name = name.lower()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    if headers.get("transfer-encoding") == "chunked":
        body = unchunked(body)
    return Answer(int(words[1]), headers, body)


def unchunked(body):
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        if length == 0:
            return whole
        whole += body[:length]
        body = body[length + 2:]
    if whole:
        raise NoAnswer("the body ends too early")
    return whole


class Client:
    """Each question has a connection of its own, and comes from another address of the loopback
    network unless `address` is given, so that limits by address do not meet the tests of other
    things."""

    def __init__(self, port):
        self.port = port
        self.addresses = (f"127.0.{high}.{low}" for high, low in
                          itertools.cycle(itertools.product(range(1, 250), range(1, 250))))

    def connect(self, address=None):
        return socket.create_connection(("127.0.0.1", self.port), TIMEOUT,
                                        (address or next(self.addresses), 0))

    @staticmethod
    def request(method="GET", query=None, body=None, headers=(), path=PATH):
        target = path if query is None else f"{path}?{query}"
        lines = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close",
                 *(f"{name}: {value}" for name, value in dict(headers).items())]
        if body is not None:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + (body or b"")

    @staticmethod
    def receive(connection):
        parts = []
        try:
            while part := connection.recv(65536):
                parts.append(part)
        except ConnectionResetError:
            pass  # after an answer that came before all of the request was read
        return parse(b"".join(parts))

    def ask(self, *arguments, address=None, **options):
        with self.connect(address) as connection:
            try:
                connection.sendall(self.request(*arguments, **options))
            except (BrokenPipeError, ConnectionResetError):
                pass  # the server knows enough
            return self.receive(connection)

    def post(self, body, content_type="application/x-www-form-urlencoded", **options):
        return self.ask("POST", body=body, headers={"Content-Type": content_type}, **options)

    def flood(self, count, address, **options):
        """The statuses of requests that are all sent before the first answer is read."""
        connections = [self.connect(address) for _ in range(count)]
        try:
            for connection in connections:
                connection.sendall(self.request(**options))
            return [self.receive(connection).status for connection in connections]
        finally:
            for connection in connections:
                connection.close()
