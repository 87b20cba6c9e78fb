#!/usr/bin/env python3
"""Groups sources so that no two of a group define the same name: each group can be read as one.

usage: groups.py COMPILE_COMMANDS FLAGS <SOURCES
Writes a line for each group, and to FLAGS, a line each, all folders, macros and warnings that any
source is compiled with; without -Wshadow, which is about names of other sources in a group.
"""

import json
import re
import shlex
import sys

SIZE = 20
TYPE = re.compile(r"(?:struct|class|enum class|enum|union) (\w+)")
OTHER = re.compile(r"""[\w:<>,*&\[\]()" ]*?(\w+)(?:<.*>)?(?:\(|\{| =|;|\[)""")


def names_in(source):
    """What a file in the project's format defines; what these patterns miss costs time, no more."""
    found = set()
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            match = None if line[0] in " #/}\n" else TYPE.match(line) or OTHER.match(line)
            if match:
                found.add(match[1])
    return found


def grouped(sources):
    groups = []  # (sources, names)
    for source in sources:
        names = names_in(source)
        for members, taken in groups:
            if len(members) < SIZE and not names & taken:
                members.append(source)
                taken |= names
                break
        else:
            groups.append(([source], names))
    return [members for members, _ in groups]


def flags_in(commands):
    flags = {"-Wno-unknown-warning-option": None}  # in their order, each once; some are g++'s own
    for command in commands:
        words = iter(shlex.split(command["command"]))
        for word in words:
            if word == "-isystem":
                flags["-isystem" + next(words)] = None
            elif word.startswith(("-I", "-D", "-std=", "-W")) and word != "-Wshadow":
                flags[word] = None
    macros = [flag.partition("=")[0] for flag in flags if flag.startswith("-D")]
    if len(macros) != len(set(macros)):
        sys.exit(f"groups.py: a macro has two values: {sorted(macros)}")
    return flags


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as known:
        flags = flags_in(json.load(known))
    groups = grouped(sys.stdin.read().split())
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.writelines(flag + "\n" for flag in flags)
    for group in groups:
        print(*group)
