#!/usr/bin/env python3
"""Measures "did you mean" over misspellings.tsv: how often the right word is the first suggestion and
among the first three, and how often a suggestion is offered for words that are spelt well.

    suggestions.py SEARCH INDEX [--correct FILE] [--floors] [--verbose]

SEARCH is vigyapti-search, INDEX an index; words that it does not hold are passed over. --correct: a
file of well spelt words, one a line (or "qid<TAB>query" lines); without it the right words of the table.
--floors: fail below .85, .93 and above .03.
"""

import argparse
import json
import pathlib
import subprocess
import sys


def ask(search, index, queries):
    """The answers to the queries, in their order."""
    lines = "".join(f"{number}\t{query}\n" for number, query in enumerate(queries))
    # A word that the other language is sure to have is not respelt: that is another matter.
    run = subprocess.run([search, "--index", index, "--cross", "off", "--format", "json",
                          "--limit", "1", "--batch", "-"],
                         input=lines, capture_output=True, encoding="utf-8", check=False)
    if run.returncode > 1:
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def read_misspellings():
    path = pathlib.Path(__file__).with_name("misspellings.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def analyse(search, texts):
    """Text → the exact forms of its words: one for all spellings that the index takes for one."""
    run = subprocess.run([search, "--analyse", "\n".join(texts)], capture_output=True,
                         encoding="utf-8", check=True)
    forms = iter(line.split()[-1] for line in run.stdout.splitlines() if line.startswith("    = exact"))
    return {text: [next(forms) for _ in text.split()] for text in texts}


def measure_right(arguments, rows):
    known = ask(arguments.search, arguments.index, ['"' + right + '"' for _, right, _ in rows])
    rows = [row for row, answer in zip(rows, known) if answer["total"] > 0]
    answers = ask(arguments.search, arguments.index, [wrong for wrong, _, _ in rows])
    texts = {each["query"] for answer in answers for each in answer["suggestions"]}
    forms = analyse(arguments.search, sorted(texts | {right for _, right, _ in rows}))
    ranks = {"hand": [], "made": []}
    for (wrong, right, kind), answer in zip(rows, answers):
        offered = [each["query"] for each in answer["suggestions"]]
        rank = next((i for i, each in enumerate(offered) if forms[each] == forms[right]), 99)
        ranks["hand" if kind == "hand" else "made"].append(rank)
        if arguments.verbose and rank > 0:
            print(f"  {wrong} ({kind}): {right} is not {offered}")
    ranks["all"] = ranks["hand"] + ranks["made"]
    for name, each in ranks.items():
        first, three = (sum(rank < most for rank in each) / len(each) for most in (1, 3))
        print(f"{name}: {len(each)} words, first {first:.3f}, first three {three:.3f}")
    return first, three


def measure_false(arguments, rows):
    words = sorted({right for _, right, _ in rows})
    if arguments.correct:
        lines = arguments.correct.read_text(encoding="utf-8").splitlines()
        words = sorted({word for line in lines for word in line.split("\t")[-1].split()})
    answers = ask(arguments.search, arguments.index, words)
    wrong = [(word, answer["suggestion"]) for word, answer in zip(words, answers)
             if answer["suggestion"]]
    if arguments.verbose:
        for word, suggestion in wrong:
            print(f"  well spelt {word}: {suggestion}")
    print(f"well spelt: {len(words)} words, suggestions for {len(wrong) / len(words):.3f}")
    return len(wrong) / len(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("search")
    parser.add_argument("index")
    parser.add_argument("--correct", type=pathlib.Path)
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    rows = read_misspellings()
    first, three = measure_right(arguments, rows)
    false = measure_false(arguments, rows)
    if arguments.floors and (first < 0.85 or three < 0.93 or false > 0.03):
        sys.exit("below the floors")


if __name__ == "__main__":
    main()
