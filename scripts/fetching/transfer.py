"""One HTTP request by Debian's curl, without redirects, within limits.

curl is a child with a fixed environment and arguments that are ours: no shell, no configuration file,
no proxy (behind one nobody could say which address is asked). What it cannot bound is bounded here:
the body comes through a pipe that is closed at the limit, and a packed body is unpacked no further.
"""

import ctypes
import json
import os
import re
import resource
import select
import signal
import subprocess
import tempfile
import zlib
from dataclasses import dataclass, field
from functools import partial

from . import Failure, Stopped, printable

CONNECT_SECONDS = 20
# A file for the header that grows beyond this is an attack; curl is ended by the system then.
HEADER_BYTES = 256 * 1024
ENCODINGS = {"", "identity", "gzip", "x-gzip"}
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)
STATUS = re.compile(r"HTTP/[0-9.]+ ([0-9]{3})\b")


@dataclass
class Answer:
    """A response as it came, but for its transfer and content encoding, which are undone."""
    status: int
    status_line: str
    fields: list  # of pairs, name and value, in their order
    body: bytes
    address: str = ""  # that curl was connected to
    received: int = 0  # bytes of the body as sent
    url: object = None  # the Url that it is of
    hops: list = field(default_factory=list)  # Urls that led there, the first one first

    def value(self, name):
        """Of the first field of that name in any case, or an empty text."""
        return next((value for each, value in self.fields if each.lower() == name), "")

    @property
    def media_type(self):
        return self.value("content-type").partition(";")[0].strip().lower()


class Curl:
    """Runs curl for each request. `agent` is the User-Agent, `seconds` the time limit of a response,
    `folder` one for files of the time of a request, `authorities` a file of certificates or None for
    the system's. `stopped` is asked now and then whether the run is to end."""

    def __init__(self, agent, seconds, folder, authorities=None, stopped=lambda: False):
        self._options = ["--user-agent", agent, "--max-time", str(seconds),
                         "--connect-timeout", str(min(seconds, CONNECT_SECONDS))]
        if authorities:
            self._options += ["--cacert", authorities]
        self._stopped = stopped
        self._folder = folder

    def get(self, url, addresses, fields=(), limit=1 << 20, wanted=None):
        """The answer of a server at one of `addresses`. `fields` are header lines to send; a body of
        more than `limit` bytes, packed or not, is a Failure, and so is one of a 200 whose type
        `wanted`, called with `url` and the Answer so far, refuses by an exception of its own."""
        body = bytearray()
        try:
            return self._get(url, addresses, fields, body, limit, wanted)
        except Failure as failure:
            failure.received = len(body)
            raise

    def _get(self, url, addresses, fields, body, limit, wanted):
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            header = os.path.join(folder, "header")
            command = self._command(url, addresses, fields, header)
            with _started(command, folder) as child:
                try:
                    self._receive(child, header, body, limit, wanted and partial(wanted, url))
                    report = child.stderr.read()
                    child.wait()
                finally:
                    child.kill()
            answer = _answer(header, bytes(body))
        told = _checked(report, child.returncode, addresses)
        answer.address = told.get("remote_ip") or ""
        answer.received = len(body)
        answer.body = unpacked(answer.body, answer.value("content-encoding").strip().lower(), limit)
        answer.url = url
        return answer

    def _command(self, url, addresses, fields, header):
        command = ["curl", "--disable", "--silent", "--show-error", "--globoff",
                   "--path-as-is", "--http1.1", "--tlsv1.2", "--noproxy", "*",
                   "--proto", "=" + url.scheme, "--dump-header", header,
                   "--write-out", "%{stderr}\n%{json}", *self._options]
        if ":" not in url.host:
            listed = ",".join(f"[{each}]" if ":" in each else each for each in addresses)
            command += ["--resolve", f"{url.host}:{url.port}:{listed}"]
        for each in ("Accept-Encoding: gzip", *fields):
            command += ["--header", each]
        return [*command, "--url", str(url)]

    def _receive(self, child, header, body, limit, wanted):
        """Appends to the bytearray `body`."""
        while True:
            if self._stopped():
                raise Stopped
            if not select.select([child.stdout], [], [], 0.2)[0]:
                continue
            piece = os.read(child.stdout.fileno(), 1 << 16)
            if not piece:
                # It may be the same signal that has ended curl.
                if self._stopped():
                    raise Stopped
                return
            if not body and wanted:
                wanted(_answer(header, b""))
            body += piece
            if len(body) > limit:
                raise Failure(f"more than {limit} bytes", "--max-size sets the limit")


def _started(command, home):
    """In a session of its own: Ctrl-C at the terminal is for this program alone."""
    try:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env={"PATH": os.environ.get("PATH", ""),
                                                             "LC_ALL": "C", "HOME": home},
                                start_new_session=True, preexec_fn=_prepare)
    except OSError as error:
        raise Failure(f"curl cannot be started: {error.strerror}") from None


def _prepare():
    """Runs in the child. However this program ends, the system then ends curl."""
    LIBC.prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL))
    resource.setrlimit(resource.RLIMIT_FSIZE, (HEADER_BYTES, HEADER_BYTES))


def _checked(report, status, addresses):
    """What curl tells of the transfer; throws Failure unless it went well."""
    message, _, last = report.decode("utf-8", "replace").rpartition("\n")
    if status == -signal.SIGXFSZ:
        raise Failure("the answer's header is too long")
    if status < 0:
        raise Failure(f"curl was ended by signal {-status}")
    if status != 0:
        raise Failure(printable(message.strip().removeprefix("curl: ")) or f"curl ended with {status}")
    told = json.loads(last)
    # --resolve was told these; a curl that goes elsewhere is not the one that we know.
    if told.get("remote_ip") not in addresses:
        raise Failure(f"curl went to {told.get('remote_ip')}, which was not checked")
    return told


def _answer(header, body):
    """From the file that curl wrote the header to; that of a "100 Continue" stands before the one that
    counts, and fields that came behind the body after it."""
    try:
        with open(header, encoding="iso-8859-1", newline="") as file:
            blocks = file.read().replace("\r\n", "\n").split("\n\n")
    except FileNotFoundError:
        blocks = []
    for block in blocks:
        first, *lines = block.split("\n")
        status = STATUS.match(first)
        if status and int(status[1]) >= 200:
            pairs = (line.partition(":") for line in lines if ":" in line)
            fields = [(name.strip(), value.strip()) for name, _, value in pairs]
            return Answer(int(status[1]), first.strip(), fields, body)
    return Answer(0, "", [], body)


def unpacked(body, encoding, limit):
    """The body without its gzip encoding. Throws Failure when it is damaged, unpacks to more than
    `limit` bytes, or has an encoding that nobody asked for."""
    if encoding not in ENCODINGS:
        raise Failure(f"packed as {printable(encoding)}, which was not asked for")
    if encoding in ("", "identity") or not body:
        return body
    out = bytearray()
    rest = body
    try:
        while rest:
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out += unpacker.decompress(rest, limit + 1 - len(out))
            if len(out) > limit:
                raise Failure(f"unpacks to more than {limit} bytes", "--max-size sets the limit")
            if not unpacker.eof:
                raise Failure("packed body ends too early")
            rest = unpacker.unused_data
    except zlib.error:
        raise Failure("packed body is damaged") from None
    return bytes(out)
