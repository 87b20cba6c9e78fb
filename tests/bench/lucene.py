"""Lucene 8 from Debian's packages: compiles the Java programs of this folder and starts them."""

import pathlib
import shutil
import subprocess
import sys

NAME = "lucene 8"
SOURCES = pathlib.Path(__file__).resolve().parent
# Where Debian puts jars. The names of Lucene's end in a version, those of Gson do not have to.
JARS = pathlib.Path("/usr/share/java")
PATTERNS = {
    "lucene-core-8.*.jar": "liblucene8-java",
    "lucene-analyzers-common-8.*.jar": "liblucene8-java",
    "gson.jar": "libgoogle-gson-java",
}


def missing_packages():
    """Debian packages that Lucene lacks, each once."""
    packages = [] if shutil.which("java") and shutil.which("javac") else ["default-jdk-headless"]
    packages += [package for pattern, package in PATTERNS.items() if not any(JARS.glob(pattern))]
    return list(dict.fromkeys(packages))


def command(build, program, *options):
    """The command, to be followed by arguments, that starts `program` (a class) under Java's
    `options`. Compiles into the folder `build` when needed; ends the caller where that cannot be."""
    missing = missing_packages()
    if missing:
        sys.exit(f"Lucene needs the Debian packages: {' '.join(missing)}\n"
                 "hint: scripts/deps --peer installs them")
    sources = sorted(SOURCES.glob("*.java"))
    jars = [max(JARS.glob(pattern)) for pattern in PATTERNS]
    class_path = ":".join(str(path) for path in [build, *jars])
    compiled = build / f"{program}.class"
    changed = max(source.stat().st_mtime for source in sources)
    if not compiled.exists() or compiled.stat().st_mtime < changed:
        build.mkdir(parents=True, exist_ok=True)
        if subprocess.run(["javac", "-encoding", "UTF-8", "-Xlint:all", "-cp", class_path,
                           "-d", build, *sources], check=False).returncode:
            sys.exit(f"{program} does not compile")
    return ["java", *options, "-cp", class_path, program]
