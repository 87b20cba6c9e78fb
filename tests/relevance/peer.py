"""Lucene 8, the peer that the project's claims of quality are made against: bench/LucenePeer.java."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
import lucene  # noqa: E402

NAME = lucene.NAME


class Lucene:
    def __init__(self, build):
        """Compiles into the folder `build` when needed; ends the program where that cannot be."""
        self.command = lucene.command(build, "LucenePeer")

    def run(self, language, queries, documents):
        """Lines of the TREC run of a file of queries over JSONL files, none of them packed."""
        done = subprocess.run([*self.command, language, queries, *documents],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                              check=False)
        if done.returncode:
            sys.exit(f"evaluate: {NAME}: {done.stderr}")
        return done.stdout.splitlines()
