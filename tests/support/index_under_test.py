"""One index directory of a test: the programs that run on it, what it holds, what lies about in it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

BIN_INDEX = os.environ["BIN_INDEX"]
BIN_SEARCH = os.environ["BIN_SEARCH"]
BIN_DUMP = os.environ["BIN_DUMP"]
BIN_ROUNDS = os.environ["BIN_ROUNDS"]
PRELOAD = os.environ["FAULT_PRELOAD"]
TIMEOUT = 120


class Failed(Exception):
    """What was promised does not hold."""


def expect(condition, what):
    if not condition:
        raise Failed(what)


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, errors="replace",
                          timeout=TIMEOUT, stdin=subprocess.DEVNULL, **options)


class IndexUnderTest:
    """The directory `folder`/index; `folder` also takes what the faults need."""

    def __init__(self, folder, news):
        self.folder = Path(folder).resolve()
        self.path = self.folder / "index"
        self.grave = self.folder / "grave"
        self.log = self.folder / "fault.log"
        self.news = str(news)
        self.ids = []  # to delete
        self.folder.mkdir(parents=True)

    def restore(self, saved):
        """Makes the directory a copy of another; of nothing when there is none."""
        shutil.rmtree(self.path, ignore_errors=True)
        shutil.rmtree(self.grave, ignore_errors=True)
        self.grave.mkdir()
        self.log.unlink(missing_ok=True)
        if saved is not None:
            shutil.copytree(saved, self.path)

    def command(self, way, *arguments):
        """`way` is update, rebuild, compact, delete or rounds, which commits after each task."""
        program = BIN_ROUNDS if way == "rounds" else BIN_INDEX
        common = [program, "--index", str(self.path)]
        if way == "compact":
            return [*common, "--compact"]
        if way == "delete":
            return [*common, "--delete", *self.ids]
        return [*common, "--threads", "2", "--shards", "2", "-v", *arguments,
                *(["--rebuild"] if way == "rebuild" else []), self.news]

    def environment(self, **fault):
        """For a run under fault_preload.so."""
        result = dict(os.environ, LD_PRELOAD=PRELOAD, VIGYAPTI_FAULT_DIR=str(self.path),
                      VIGYAPTI_FAULT_LOG=str(self.log), VIGYAPTI_FAULT_GRAVE=str(self.grave))
        result.update({f"VIGYAPTI_FAULT_{key.upper()}": str(value) for key, value in fault.items()})
        return result

    def index(self, way, **fault):
        """A run to its end, or to the fault."""
        return run(self.command(way), env=self.environment(**fault) if fault else None)

    def index_well(self, way="update", *arguments):
        done = run(self.command(way, *arguments))
        # Of a run that was stopped, an id may be gone already.
        allowed = (0, 65) if way == "delete" else (0,)
        expect(done.returncode in allowed,
               f"a run without faults: status {done.returncode}: {done.stderr}")
        return done.stderr

    def fault_log(self):
        return self.log.read_text().strip() if self.log.exists() else ""

    def exists(self):
        return (self.path / "XAPIANDB").exists()

    def dump(self, check=False):
        """{id: all that is indexed for it}, of databases that are found sound first if asked for."""
        done = run([BIN_DUMP, *(["--check"] if check else []), str(self.path)])
        expect(done.returncode == 0, f"index_dump: {done.stderr}")
        return {line.split("\t", 1)[0]: line for line in done.stdout.splitlines()}

    def check(self):
        done = run([BIN_INDEX, "--index", str(self.path), "--check"])
        expect(done.returncode == 0, f"--check: {done.stderr}")

    def search(self, queries):
        """{query: the ids that it finds}, in one go."""
        batch = self.folder / "queries"
        batch.write_text("".join(f"{query}\t{query}\n" for query in queries))
        done = run([BIN_SEARCH, "--index", str(self.path), "--format", "trec", "-n", "1000",
                    "--batch", str(batch)])
        expect(done.returncode in (0, 1), f"a query fails: {done.stderr}")
        found = {query: [] for query in queries}
        for line in done.stdout.splitlines():
            query, _, identity = line.split()[:3]
            found[query].append(identity)
        return found

    def leftovers(self):
        """Files and folders that neither the stub names nor the layout knows, with N for numbers."""
        stub = (self.path / "XAPIANDB").read_text().split("\n")
        shards = {line.split(" ", 1)[1] for line in stub if line.startswith("auto ")}
        used = {shard.split("/")[0] for shard in shards}
        known = {"XAPIANDB", "lock"} | used
        found = [entry.name for entry in self.path.iterdir() if entry.name not in known]
        for folder in used:
            for entry in (self.path / folder).iterdir():
                name = f"{folder}/{entry.name}"
                if name not in shards and entry.name not in ("state", "vocabulary"):
                    found.append(name)
        return sorted(re.sub(r"\d+", "N", name) for name in found)
