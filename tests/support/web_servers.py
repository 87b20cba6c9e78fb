"""The page behind a web server on loopback: lighttpd, nginx with fcgiwrap, or Apache, with the
samples for administrators in scripts/page. What a sample says for an installed page (program, index,
socket, port) is replaced by what the test has; all else is as an administrator gets it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "scripts" / "page"
NOBODY = 65534
SECONDS_TO_START = 30
SECONDS_TO_STOP = 10
PORTS_TRIED = 5


class NotStarted(Exception):
    """The server ended, or did not answer in time; with what it said."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def unprivileged():
    """Options of Popen: no server of a test runs as root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


class WebServer:
    """What all have in common. `folder` is the server's own: configuration, logs and sockets;
    `index` is a folder that it need only be able to read."""

    def __init__(self, folder, program, index, port):
        self.folder = Path(folder).resolve()
        self.index = index
        self.port = port
        self.log = self.folder / "error.log"
        self.said = self.folder / "said"
        self.processes = []
        self._make_folder(program)

    def _make_folder(self, program):
        """The program is copied, so that the server can reach it wherever the build folder is."""
        (self.folder / "htdocs").mkdir(parents=True)
        self.program = self.folder / "libexec" / "vigyapti.cgi"
        self.program.parent.mkdir()
        shutil.copy(program, self.program)
        for name in ("other.cgi", "vigyapti.cgi.bak"):
            other = self.program.parent / name
            other.write_text("#!/bin/sh\necho; echo not to be served\n")
            other.chmod(0o755)
        self.log.touch()
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            for path in (self.folder, self.log):
                os.chown(path, NOBODY, NOBODY)

    def sample(self, name, **others):
        """Where the sample now stands, adapted. What is replaced must be there."""
        text = (SAMPLES / name).read_text(encoding="utf-8")
        for old, new in {"/usr/libexec/vigyapti": self.program.parent,
                         "/var/lib/vigyapti/index": self.index, **others}.items():
            if old not in text:
                raise NotStarted(f"the sample {name} does not name {old}")
            text = text.replace(old, str(new))
        adapted = self.folder / f"sample-{name}"
        adapted.write_text(text, encoding="utf-8")
        return adapted

    def commands(self):
        """Writes the configuration; returns the programs to run, which stay in the foreground."""
        raise NotImplementedError

    def start(self):
        for command in self.commands():
            with open(self.said, "ab") as said:
                # A group of its own, so that its children can be stopped with it.
                self.processes.append(subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/",
                    start_new_session=True, **unprivileged()))
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            ended = [process for process in self.processes if process.poll() is not None]
            if ended or time.monotonic() > deadline:
                raise NotStarted(f"{type(self).__name__}: {self.words()}")
            time.sleep(0.05)

    def words(self):
        """All that the server and the page have said, to stderr or the server's log."""
        return "".join(path.read_bytes().decode("utf-8", "replace")
                       for path in (self.said, self.log) if path.exists())

    def _answers(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return all(process.poll() is None for process in self.processes)
        return False

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                pass
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.processes.clear()


class Lighttpd(WebServer):
    def commands(self):
        configuration = self.folder / "lighttpd.conf"
        configuration.write_text(f"""
            server.modules = ()
            server.bind = "127.0.0.1"
            server.port = {self.port}
            server.document-root = "{self.folder}/htdocs"
            server.upload-dirs = ("{self.folder}")
            server.pid-file = "{self.folder}/server.pid"
            server.errorlog = "{self.log}"
            include "{self.sample('lighttpd.conf')}"
            """)
        yield ["lighttpd", "-D", "-f", configuration]


class Nginx(WebServer):
    def commands(self):
        gateway = self.folder / "fcgiwrap.socket"
        sample = self.sample("nginx.conf", **{"/run/fcgiwrap.socket": gateway,
                                              "listen 80;": f"listen 127.0.0.1:{self.port};"})
        places = "\n".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in
                           ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        configuration = self.folder / "nginx.conf"
        configuration.write_text(f"""
            daemon off;
            worker_processes 1;
            pid {self.folder}/server.pid;
            error_log {self.log};
            events {{}}
            http {{
                access_log off;
                {places}
                include {sample};
            }}
            """)
        yield ["fcgiwrap", "-fc8", "-s", f"unix:{gateway}"]
        # -e: not even its first words go to Debian's own log.
        yield ["nginx", "-e", self.log, "-c", configuration]


class Apache(WebServer):
    modules = Path("/usr/lib/apache2/modules")

    def commands(self):
        wanted = ["mpm_event", "authz_core", "alias", "env", "cgid"]
        loaded = "\n".join(f"LoadModule {name}_module {self.modules}/mod_{name}.so"
                           for name in wanted)
        configuration = self.folder / "apache.conf"
        configuration.write_text(f"""
            ServerRoot {self.folder}
            ServerName localhost
            Listen 127.0.0.1:{self.port}
            DefaultRuntimeDir {self.folder}
            PidFile {self.folder}/server.pid
            ErrorLog {self.log}
            {loaded}
            ScriptSock {self.folder}/cgid.socket
            DocumentRoot {self.folder}/htdocs
            <Directory />
                Require all denied
            </Directory>
            Include {self.sample('apache.conf')}
            """)
        yield ["apache2", "-D", "FOREGROUND", "-f", configuration]


KINDS = {"lighttpd": Lighttpd, "nginx": Nginx, "apache": Apache}


@contextlib.contextmanager
def serving(name, folder, program, index):
    """A server that answers, until the end of the block. Its folder is made below `folder`."""
    for number in range(PORTS_TRIED):
        server = KINDS[name](Path(folder) / f"{name}-{number}", program, index, free_port())
        try:
            server.start()
            break
        except NotStarted:
            server.stop()
            # Another program may have taken the port meanwhile.
            if number == PORTS_TRIED - 1 or "ddress already in use" not in server.words():
                raise
    try:
        yield server
    finally:
        server.stop()
