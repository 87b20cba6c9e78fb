#!/usr/bin/env python3
"""The page beside Omega's, in one run: both behind one lighttpd on loopback, over indexes of the
same documents (speed/mixed), asked the same questions in turn. Prints figures and judges none.

Each asks for a page of ten hits with snippets: vigyapti.cgi for all that it shows by itself, Omega
for its default template. "whole" stores the texts whole and takes snippets of all of them, as
vigyapti does; "short" stores 512 bytes of each, as omindex does. Both are asked for any of the words,
as vigyapti understands a question; Omega by itself requires "all", which finds little.

A question is asked of all before the next (blocks of questions where several clients ask), in an
order that changes, so that all see the same machine. Times are in milliseconds, from before the
request is sent to the last byte. "alone" is the process of the page without a server, from its start
to its end.
"""

import argparse
import concurrent.futures
import http.client
import itertools
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import texts
from build_peers import write_omega
from measure import BUILD, INDEXER, MB, PROJECT, print_table, run, size_of

sys.path.insert(0, str(PROJECT / "tests" / "support"))
from web_servers import free_port, Lighttpd

OMEGA = pathlib.Path("/usr/lib/cgi-bin/omega/omega")
TEMPLATES = pathlib.Path("/usr/share/xapian-omega/templates")
SCRIPTS = {"whole": "omega_page.script", "short": "omega_page_short.script"}
CLIENTS = (1, 4)
BLOCK = 100  # questions in a row of one page when several clients ask


class Failed(Exception):
    """A page gives something else than an answer."""


class Page:
    """One of the pages that are compared."""

    def __init__(self, name, path, program, environment, parameters, hit):
        self.name = name
        self.path = path
        self.program = program
        self.environment = environment  # of the process alone
        self.parameters = parameters    # beside the question
        self.hit = re.compile(hit)      # stands once in each hit
        self.hits = self.bytes = self.asked = 0

    def query(self, question):
        own = {name: question if value is None else value
               for name, value in self.parameters.items()}
        return urllib.parse.urlencode(own)

    def count(self, body):
        self.hits += len(self.hit.findall(body))
        self.bytes += len(body)
        self.asked += 1


class BothServer(Lighttpd):
    """The sample's lighttpd, and Omega beside it."""

    omega_settings = None  # its configuration file

    def commands(self):
        for command in super().commands():
            with open(self.folder / "lighttpd.conf", "a", encoding="utf-8") as configuration:
                configuration.write(f"""
                    $HTTP["url"] == "/cgi-bin/omega" {{
                        alias.url = ("/cgi-bin/omega" => "{OMEGA}")
                        cgi.assign = ("/omega" => "")
                        setenv.set-environment = ("OMEGA_CONFIG_FILE" => "{self.omega_settings}")
                    }}
                    """)
            yield command


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=1000, metavar="N",
                        help="half of them English, half Hindi (1000)")
    parser.add_argument("--limit", type=float, default=float("inf"), metavar="MB",
                        help="take no more text, to try the benchmark itself")
    parser.add_argument("--program", default=BUILD / "searcher" / "vigyapti.cgi",
                        type=pathlib.Path, help="the page, if not that of build/release")
    return parser.parse_args()


def read_questions(count):
    """The same in every run, one in English and one in Hindi by turns."""
    folder = pathlib.Path(texts.mixed_path()).parents[1] / "ir"
    languages = []
    for collection in ("P.en", "P.hi"):
        lines = (folder / collection / "queries.dev.tsv").read_text(encoding="utf-8").splitlines()
        languages.append([line.split("\t")[1] for line in lines])
    both = [question for pair in zip(*languages) for question in pair]
    return both[:count]


def build(folder, limit):
    """The indexes, one of ours and two of Omega's."""
    jsonl = folder / "mixed.jsonl"
    records = folder / "mixed.omega"
    written = texts.write_mixed(jsonl, limit)
    write_omega(jsonl, records)
    run([INDEXER, "--index", folder / "vigyapti", jsonl])
    for name, script in SCRIPTS.items():
        run(["scriptindex", "--stemmer", "english", folder / name,
             pathlib.Path(__file__).with_name(script), records])
    sizes = ", ".join(f"{name} {size_of(folder / name) / MB:.0f} MB"
                      for name in ("vigyapti", *SCRIPTS))
    print(f"{written / MB:.1f} MB of text; indexes: {sizes}", flush=True)


def write_omega_settings(folder):
    logs = folder / "log"
    logs.mkdir()
    logs.chmod(0o777)
    settings = folder / "omega.conf"
    settings.write_text(f"database_dir {folder}\ntemplate_dir {TEMPLATES}\nlog_dir {logs}\n"
                        f"cdb_dir {folder}\n")
    return settings


def make_pages(folder, program, settings):
    pages = [Page("vigyapti.cgi", "/cgi-bin/vigyapti.cgi", program,
                  {"VIGYAPTI_INDEX": str(folder / "vigyapti")}, {"q": None},
                  rb'<li\b[^>]*class="?vigyapti-hit\b')]
    for database, operator in (("whole", "or"), ("short", "or"), ("short", "and")):
        name = f"Omega, {database}{', all' * (operator == 'and')}"
        parameters = {"P": None, "DB": database, "FMT": "query", "HITSPERPAGE": "10",
                      "DEFAULTOP": operator}
        pages.append(Page(name, "/cgi-bin/omega", OMEGA, {"OMEGA_CONFIG_FILE": str(settings)},
                          parameters, rb"<input type=checkbox name=R "))
    return pages


def in_turn(pages, things):
    """Each thing with each page, which begin in turn."""
    for number, thing in enumerate(things):
        for place in range(len(pages)):
            yield pages[(number + place) % len(pages)], thing


def ask(connection, page, question):
    """Seconds, and the page."""
    start = time.perf_counter()
    connection.request("GET", f"{page.path}?{page.query(question)}")
    answer = connection.getresponse()
    body = answer.read()
    seconds = time.perf_counter() - start
    if answer.status != 200:
        raise Failed(f"{page.name}: {question}: status {answer.status}")
    return seconds, body


def ask_all(port, page, questions, clients):
    """Seconds of all and of each, asked by so many clients that each keep their connection."""
    waiting = iter(questions)

    def ask_some(connection):
        return [ask(connection, page, question) for question in waiting]

    connections = [http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                   for _ in range(clients)]
    for connection in connections:
        connection.connect()
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        start = time.perf_counter()
        answers = list(itertools.chain.from_iterable(pool.map(ask_some, connections)))
        seconds = time.perf_counter() - start
    for connection in connections:
        connection.close()
    for _, body in answers:
        page.count(body)
    return seconds, [each for each, _ in answers]


def measure_served(port, pages, questions, clients):
    """{page: (requests a second, seconds of each)}."""
    block = 1 if clients == 1 else BLOCK
    blocks = [questions[first:first + block] for first in range(0, len(questions), block)]
    walls = dict.fromkeys(pages, 0.0)
    times = {page: [] for page in pages}
    for page, some in in_turn(pages, blocks):
        wall, each = ask_all(port, page, some, clients)
        walls[page] += wall
        times[page] += each
    return {page: (len(times[page]) / walls[page], times[page]) for page in pages}


def run_alone(page, question):
    """Seconds from the start of the process to its end."""
    environment = {"GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1",
                   "SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "GET",
                   "SCRIPT_NAME": page.path, "QUERY_STRING": page.query(question),
                   "PATH": "/usr/bin:/bin", **page.environment}
    reading, writing = os.pipe()
    start = time.perf_counter()
    process = os.posix_spawn(page.program, [str(page.program)], environment, file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, writing, 1),
        (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    os.close(writing)
    with open(reading, "rb") as output:
        written = output.read()
    _, status = os.waitpid(process, 0)
    seconds = time.perf_counter() - start
    head = written.replace(b"\r\n", b"\n").split(b"\n\n")[0]
    if status or re.search(rb"^Status: (?!200)", head, re.MULTILINE):
        raise Failed(f"{page.name}, alone: {question}: status {status}: {head.decode()}")
    return seconds


def measure_alone(pages, questions):
    times = {page: [] for page in pages}
    for page, question in in_turn(pages, questions):
        times[page].append(run_alone(page, question))
    return times


def percentiles(times):
    """Median and the time within which 99 of 100 are done, in milliseconds."""
    ordered = sorted(times)
    return [f"{1000 * value:.1f}" for value in
            (statistics.median(ordered), ordered[math.ceil(0.99 * len(ordered)) - 1])]


def measure(port, pages, questions):
    for page, question in in_turn(pages, questions):  # once for the memory of the system
        run_alone(page, question)
    alone = measure_alone(pages, questions)
    served = {clients: measure_served(port, pages, questions, clients) for clients in CLIENTS}
    headings = [""]
    for clients in CLIENTS:
        headings += [f"{clients} client{'s' * (clients > 1)}: req/s", "p50", "p99"]
    headings += ["alone: p50", "p99", "hits", "kB", ""]
    rows = []
    for page in pages:
        row = [page.name]
        for clients in CLIENTS:
            rate, times = served[clients][page]
            row += [f"{rate:.1f}", *percentiles(times)]
        rows.append([*row, *percentiles(alone[page]), f"{page.hits / page.asked:.1f}",
                     f"{page.bytes / page.asked / 1000:.1f}", ""])
    print_table(headings, rows)


def main():
    arguments = parse_arguments()
    questions = read_questions(arguments.questions)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # the web server runs as somebody else
        build(folder, arguments.limit)
        BothServer.omega_settings = write_omega_settings(folder)
        server = BothServer(folder / "server", arguments.program, folder / "vigyapti", free_port())
        try:
            server.start()
            pages = make_pages(folder, arguments.program, BothServer.omega_settings)
            print(f"{len(questions)} questions")
            measure(server.port, pages, questions)
        except Failed as failed:
            sys.exit(f"{failed}\n{server.words()[-2000:]}")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
