"""What is measured: the bundled corpus and the collections by others beside the project."""

import dataclasses
import gzip
import os
import pathlib

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(
    os.environ.get("VIGYAPTI_SHARED_DATA", PROJECT.parent / "shared" / "data"))


@dataclasses.dataclass
class Collection:
    name: str
    documents: list  # files (JSONL, also gzipped) or folders
    queries: pathlib.Path
    qrels: pathlib.Path
    language: str = ""  # hi or en where documents and queries are all of one
    groups: tuple = ()  # (option, its groups): queries that are asked with an option of their own

    def present(self):
        return all(path.exists() for path in [*self.documents, self.queries, self.qrels])


def read_lines(path):
    """Lines of a text file, unpacked where its name ends in .gz."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


def language_in(name):
    """The language that a collection's name has as one of its parts: P.hi.respelt is Hindi. None in
    P.hi2en, P.roman or ednil, whose queries are written otherwise than their documents."""
    return next((part for part in name.split(".") if part in ("hi", "en")), "")


def _either(folder, stem):
    plain = folder / f"{stem}.jsonl"
    return plain if plain.exists() else folder / f"{stem}.jsonl.gz"


def _ir(name, documents):
    folder = SHARED / "ir" / name
    return Collection(name, documents, folder / "queries.dev.tsv", folder / "qrels.dev.txt",
                      language_in(name))


def _language(task, language):
    ir = SHARED / "ir"
    kind = "sentence_distractors" if task == "S" else "distractors"
    return [_either(ir / f"{task}.{language}", "docs"), _either(ir, f"{kind}.{language}")]


def _news(language):
    return [SHARED / "newsonair" / f"docs.{language}.jsonl", _either(SHARED / "ir",
                                                                    f"distractors.{language}")]


def shared_collections():
    """The tasks of the shared data's README, by name."""
    both = _language("P", "hi") + _language("P", "en")
    found = [_ir(f"{task}.{lang}", _language(task, lang)) for task in "PSN" for lang in ("hi", "en")]
    found += [
        _ir("P.hi.respelt", _language("P", "hi")),
        _ir("P.hi.unrespelt", _language("P", "hi")),
        _ir("P.hi2en", _language("P", "en")),
        _ir("P.en2hi", _language("P", "hi")),
        _ir("P.hi2both", both),
        _ir("P.en2both", both),
        _ir("P.roman", _language("P", "hi")),
        _ir("N.roman", _language("N", "hi")),
        _ir("N.en2hi", _news("hi")),
        _ir("N.hi2en", _news("en")),
        Collection("ednil", [SHARED / "ednil" / "docs.hi.jsonl"],
                   SHARED / "ednil" / "queries.slug.dev.tsv",
                   SHARED / "ednil" / "qrels.slug2hi.dev.txt"),
    ]
    return {collection.name: collection for collection in found}


def bundled_collection():
    """Its judgements are of one language a query."""
    corpus = PROJECT / "corpus"
    return Collection("bundled", [corpus / "releases"], corpus / "queries.tsv", corpus / "qrels.tsv",
                      groups=(("--cross=off", ("hi", "en")), ("--cross=only", ("hi2en", "en2hi"))))


def folder_collection(folder):
    """Any folder with docs*.jsonl[.gz], queries*.tsv and qrels*."""
    folder = pathlib.Path(folder)
    documents = sorted(folder.glob("docs*.jsonl*")) or [folder / "docs.jsonl"]
    queries = sorted(folder.glob("queries*.tsv")) or [folder / "queries.tsv"]
    qrels = sorted(folder.glob("qrels*")) or [folder / "qrels.txt"]
    return Collection(folder.name, documents, queries[0], qrels[0], language_in(folder.name))
