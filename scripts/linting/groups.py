#!/usr/bin/env python3
"""Groups sources so that no two of a group define the same name: each group can be read as one.

usage: groups.py COMPILE_COMMANDS FLAGS <SOURCES
Writes a line for each group, and to FLAGS, a line each, all folders and macros that any source is
compiled with.
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
    flags = {}  # in their order, each once
    for command in commands:
        words = iter(shlex.split(command["command"]))
        for word in words:
            if word == "-isystem":
                flags["-isystem" + next(words)] = None
            elif word.startswith(("-I", "-D", "-std=")):
                flags[word] = None
    return flags


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as known, open(sys.argv[2], "w", encoding="utf-8") as out:
        out.writelines(flag + "\n" for flag in flags_in(json.load(known)))
    for group in grouped(sys.stdin.read().split()):
        print(*group)
