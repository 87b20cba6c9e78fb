"""Lucene 8, the peer that the project's claims of quality are made against: bench/LucenePeer.java,
compiled where its class is missing or older than its source."""

import pathlib
import shutil
import subprocess
import sys

NAME = "lucene 8"
SOURCE = pathlib.Path(__file__).resolve().parents[1] / "bench" / "LucenePeer.java"
# Where Debian puts jars. The names of Lucene's end in a version, those of Gson do not have to.
JARS = pathlib.Path("/usr/share/java")
PATTERNS = {
    "lucene-core-8.*.jar": "liblucene8-java",
    "lucene-analyzers-common-8.*.jar": "liblucene8-java",
    "gson.jar": "libgoogle-gson-java",
}


def missing_packages():
    """Debian packages that the peer lacks, each once."""
    packages = [] if shutil.which("java") and shutil.which("javac") else ["default-jdk-headless"]
    packages += [package for pattern, package in PATTERNS.items() if not any(JARS.glob(pattern))]
    return list(dict.fromkeys(packages))


class Lucene:
    def __init__(self, build):
        """Compiles into the folder `build` when needed; ends the program where that cannot be."""
        missing = missing_packages()
        if missing:
            sys.exit(f"evaluate: --peer needs the Debian packages: {' '.join(missing)}\n"
                     "hint: scripts/deps --peer installs them")
        jars = [max(JARS.glob(pattern)) for pattern in PATTERNS]
        self.class_path = ":".join(str(path) for path in [build, *jars])
        compiled = build / f"{SOURCE.stem}.class"
        if not compiled.exists() or compiled.stat().st_mtime < SOURCE.stat().st_mtime:
            build.mkdir(parents=True, exist_ok=True)
            if subprocess.run(["javac", "-encoding", "UTF-8", "-Xlint:all", "-cp", self.class_path,
                               "-d", build, SOURCE], check=False).returncode:
                sys.exit(f"evaluate: {SOURCE.name} does not compile")

    def run(self, language, queries, documents):
        """Lines of the TREC run of a file of queries over JSONL files, none of them packed."""
        done = subprocess.run(
            ["java", "-cp", self.class_path, SOURCE.stem, language, queries, *documents],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
        if done.returncode:
            sys.exit(f"evaluate: {NAME}: {done.stderr}")
        return done.stdout.splitlines()
