"""A folder of releases and the steps that change it, for tests that stop the indexer on the way.

About sixty small releases in both languages, as text and as JSONL. Each holds a word of its own, its
marker, which it keeps when it changes. Few are removed at a time: not a tenth of the folder.
"""

import collections
import hashlib
import json
import random
from pathlib import Path

ENGLISH = """minister summit energy cooperation trade pipeline border visa agreement delegation president
talks transport corridor harbour crude exports tariff consulate envoy ceasefire relief grain treaty
railway investment mission statement council security partnership students university medicine
satellite river fisheries tourism culture festival airport shipping insurance refugees""".split()
HINDI = """मंत्री शिखर ऊर्जा सहयोग व्यापार पाइपलाइन सीमा वीज़ा समझौता प्रतिनिधिमंडल राष्ट्रपति वार्ता परिवहन
गलियारा बंदरगाह तेल निर्यात शुल्क दूतावास दूत युद्धविराम राहत अनाज संधि रेलवे निवेश अभियान वक्तव्य परिषद
सुरक्षा साझेदारी छात्र विश्वविद्यालय दवा उपग्रह नदी मछली पर्यटन संस्कृति उत्सव हवाई बीमा शरणार्थी""".split()
TEXTS = 40
RECORDS = 12


# Name, change of the folder, how the indexer is run then, how much of the faults it deserves.
Step = collections.namedtuple("Step", "name change way weight")


def marker(number):
    """A word that stands in one release only, and is like no other: twelve letters."""
    digits = hashlib.sha256(str(number).encode()).hexdigest()[:12]
    return "".join(chr(97 + int(digit, 16)) for digit in digits)


def misspelt(word):
    """Not in the index, but nearest to `word`."""
    return word[:5] + word[6:]


class Scenario:
    """The folder at `root`; its releases are numbered in the order in which they are made."""

    def __init__(self, root, seed):
        self.root = Path(root)
        self.random = random.Random(seed)
        self.made = 0
        self.records = {}  # name of a JSONL file → {id: line}
        self.aside = {}  # path → where its file is kept
        self.steps = [
            Step("first build in rounds", self.first_build, "rounds", 4),
            Step("increment", self.increment, "update", 4),
            Step("set aside", self.set_aside, "update", 2),
            Step("put back", self.put_back, "update", 2),
            Step("increment in rounds", self.increment, "rounds", 4),
            Step("one more release", self.add_text, "update", 1),
            Step("a record less", self.remove_record, "update", 1),
            Step("delete", lambda: None, "delete", 2),
            Step("rebuild", self.increment, "rebuild", 4),
            Step("increment after it", self.increment, "update", 2),
            Step("compact", lambda: None, "compact", 2),
            Step("nothing new", lambda: None, "update", 1),
        ]

    def to_delete(self):
        """Ids for the step that takes releases out by their ids."""
        texts = [str(path.relative_to(self.root)) for path in self.texts()[3:5]]
        return [*texts, min(self.records["desk.jsonl"])]

    def words(self, hindi):
        words = HINDI if hindi else ENGLISH
        return " ".join(self.random.choice(words) for _ in range(self.random.randint(20, 60)))

    def write_text(self, path, number):
        hindi = path.parent.name == "hi"
        lines = [self.words(hindi) + ("।" if hindi else ".") for _ in range(3)]
        if number % 3 == 0:
            lines[1:1] = ["The delegation at the harbour", "© Press Information Bureau"]
        header = ""
        if number % 2 == 0:
            header = f"Title: {self.words(hindi)[:60]}\nDate: 2023-10-{number % 28 + 1:02}\n\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(header + marker(number) + " " + "\n".join(lines) + "\n", encoding="utf-8")

    def texts(self):
        return sorted(self.root.glob("*/*.txt"))

    def number_of(self, path):
        return int(path.stem.rsplit("-", 1)[1])

    def add_text(self):
        number = self.made
        self.made += 1
        self.write_text(self.root / ("hi" if number % 2 else "en") / f"release-{number}.txt", number)

    def add_record(self, name):
        number = self.made
        self.made += 1
        self.set_record(name, f"record-{number}", number)

    def set_record(self, name, identity, number):
        hindi = number % 2 == 1
        self.records.setdefault(name, {})[identity] = json.dumps(
            {"id": identity, "title": self.words(hindi)[:50], "date": f"2022-05-{number % 28 + 1:02}",
             "country": ["IN", "RU"][number % 2], "text": f"{marker(number)} {self.words(hindi)}"},
            ensure_ascii=False)

    def write_records(self, name):
        (self.root / name).write_text("\n".join(self.records[name].values()) + "\n", encoding="utf-8")

    def first_build(self):
        for _ in range(TEXTS):
            self.add_text()
        for name in ("wire.jsonl", "desk.jsonl"):
            for _ in range(RECORDS):
                self.add_record(name)
            self.write_records(name)

    def increment(self):
        chosen = self.random.sample(self.texts(), 7)
        for path in chosen[:4]:
            self.write_text(path, self.number_of(path))
        for path in chosen[4:6]:
            path.unlink()
        moved = chosen[6]
        moved.rename(moved.with_name(f"renamed-{self.number_of(moved)}.txt"))
        for _ in range(4):
            self.add_text()
        records = self.records["wire.jsonl"]
        for identity in self.random.sample(sorted(records), 3):
            self.set_record("wire.jsonl", identity, int(identity.split("-")[1]))
        records.pop(self.random.choice(sorted(records)))
        for _ in range(2):
            self.add_record("wire.jsonl")
        self.write_records("wire.jsonl")

    def remove_record(self):
        records = self.records["desk.jsonl"]
        records.pop(self.random.choice(sorted(records)))
        self.write_records("desk.jsonl")

    def set_aside(self):
        """Two texts and a record away, two texts replaced."""
        chosen = self.random.sample(self.texts(), 4)
        for path in [*chosen, self.root / "desk.jsonl"]:
            self.aside[path] = self.root.parent / f"aside-{path.name}"
            path.rename(self.aside[path])
        for path in chosen[2:]:
            self.write_text(path, self.number_of(path))
        lines = self.aside[self.root / "desk.jsonl"].read_text(encoding="utf-8").splitlines()
        (self.root / "desk.jsonl").write_text("\n".join(lines[1:]) + "\n", encoding="utf-8")

    def put_back(self):
        """The very files, with their times, as after an error that was noticed in time."""
        for path, kept in self.aside.items():
            kept.rename(path)
        self.aside.clear()
