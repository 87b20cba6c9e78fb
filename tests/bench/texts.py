"""The texts that the benchmarks index, all made from speed/mixed.jsonl.gz of the shared data, the
same in every run."""

import gzip
import itertools
import json
import math
import os
import random

from measure import MB, PROJECT

PIECE = 500  # bytes of text that a piece has at least, unless a release is shorter


def mixed_path():
    data = os.environ.get("VIGYAPTI_SHARED_DATA") or PROJECT.parent / "shared" / "data"
    return os.path.join(data, "speed", "mixed.jsonl.gz")


def text_bytes(release):
    """What MB of text and index/text mean: the title and the text, no other member, in UTF-8."""
    return sum(len((release.get(member) or "").encode()) for member in ("title", "text"))


def to_line(release):
    return json.dumps(release, ensure_ascii=False) + "\n"


def rotated(text, places):
    """Each line's words begin `places` further on, so that a copy shares no longer phrases."""
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        start = places % len(words)
        lines.append(" ".join(words[start:] + words[:start]))
    return "\n".join(lines)


def mixed_releases():
    with gzip.open(mixed_path(), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def write_mixed(path, limit=math.inf):
    """Writes the releases, or as many as have `limit` megabytes of text. Returns the bytes of their
    text."""
    return _write(path, mixed_releases(), limit)


def hindi_releases():
    """The Hindi releases; then, without end, copies with new ids and the words of each line
    rotated."""
    hindi = [release for release in mixed_releases() if release["lang"] == "hi"]
    yield from hindi
    for copy in itertools.count(1):
        for release in hindi:
            yield release | {"id": f"{release['id']}~{copy}",
                             "text": rotated(release["text"], 3 * copy)}


def write_hindi(path, limit):
    """Writes Hindi releases until their text has `limit` megabytes. Returns its bytes."""
    return _write(path, hindi_releases(), limit)


def _write(path, releases, limit):
    written = 0
    with open(path, "w", encoding="utf-8") as file:
        for release in releases:
            file.write(to_line(release))
            written += text_bytes(release)
            if written >= limit * MB:
                break
    return written


def cut(text):
    """The pieces of a text, each of whole lines."""
    pieces_of_text = []
    lines = []
    for line in text.split("\n"):
        lines.append(line)
        if sum(len(each.encode()) for each in lines) >= PIECE:
            pieces_of_text.append("\n".join(lines))
            lines = []
    if lines and pieces_of_text:
        pieces_of_text[-1] += "\n" + "\n".join(lines)
    elif lines:
        pieces_of_text.append("\n".join(lines))
    return pieces_of_text


def pieces():
    """Pieces of the releases the size of a paragraph, as (language, text), in a shuffled order so
    that the first thousands are like all; then, without end, the same rotated."""
    each_once = [(release["lang"], piece)
                 for release in mixed_releases() for piece in cut(release["text"])]
    random.Random(4).shuffle(each_once)
    yield from each_once
    for copy in itertools.count(1):
        for language, text in each_once:
            yield language, rotated(text, 3 * copy)
