"""Measures of a ranked run, by their standard definitions (trec_eval's, linear gain), with a
confidence interval and a paired test. Everything is deterministic."""

import math
import random


def read_qrels(lines):
    """TREC qrels -> {query: {document: grade}}."""
    qrels = {}
    for line in lines:
        fields = line.split()
        if len(fields) == 4:
            qrels.setdefault(fields[0], {})[fields[2]] = int(fields[3])
    return qrels


def read_run(lines):
    """TREC run -> {query: [document, ...]}, best first, a document once."""
    ranked = {}
    for line in lines:
        fields = line.split()
        if len(fields) == 6:
            ranked.setdefault(fields[0], []).append((int(fields[3]), fields[2]))
    run = {}
    for query, documents in ranked.items():
        run[query] = list(dict.fromkeys(document for _, document in sorted(documents)))
    return run


def ndcg(ranking, grades, depth=10):
    """Discounted gain of the first `depth` documents over that of the best possible order."""
    def discounted(gains):
        return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains))

    ideal = discounted(sorted((g for g in grades.values() if g > 0), reverse=True)[:depth])
    gained = discounted([max(grades.get(d, 0), 0) for d in ranking[:depth]])
    return gained / ideal if ideal else 0.0


def reciprocal_rank(ranking, grades, depth=10):
    """One over the rank of the first relevant document among the first `depth`."""
    for rank, document in enumerate(ranking[:depth], 1):
        if grades.get(document, 0) > 0:
            return 1.0 / rank
    return 0.0


def recall(ranking, grades, depth=100):
    """Share of the relevant documents that are among the first `depth`."""
    relevant = {d for d, g in grades.items() if g > 0}
    return len(relevant.intersection(ranking[:depth])) / len(relevant) if relevant else 0.0


def precision_at_1(ranking, grades):
    """1 when the first document is relevant."""
    return 1.0 if ranking and grades.get(ranking[0], 0) > 0 else 0.0


MEASURES = {
    "nDCG@10": ndcg,
    "MRR@10": reciprocal_rank,
    "R@100": recall,
    "P@1": precision_at_1,
}


def evaluate(run, qrels):
    """{measure: {query: value}} over all queries with a relevant document; one without an answer
    counts as 0."""
    queries = [q for q, grades in qrels.items() if any(g > 0 for g in grades.values())]
    return {
        name: {q: measure(run.get(q, []), qrels[q]) for q in queries}
        for name, measure in MEASURES.items()
    }


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def confidence_interval(values, level=0.95, rounds=2000, seed=1):
    """Bootstrap interval of the mean."""
    values = list(values)
    if not values:
        return 0.0, 0.0
    source = random.Random(seed)
    means = sorted(mean(source.choices(values, k=len(values))) for _ in range(rounds))
    tail = (1 - level) / 2
    return means[int(tail * rounds)], means[min(rounds - 1, int((1 - tail) * rounds))]


def permutation_test(first, second, rounds=10000, seed=1):
    """Two-sided p value that two runs with these values a query (same queries) do not differ."""
    differences = [first[q] - second[q] for q in first if first[q] != second[q]]
    if not differences:
        return 1.0
    source = random.Random(seed)
    observed = abs(sum(differences))
    extreme = 0
    for _ in range(rounds):
        bits = source.getrandbits(len(differences))
        total = 0.0
        for i, difference in enumerate(differences):
            total += difference if bits >> i & 1 else -difference
        extreme += abs(total) >= observed - 1e-12
    return (extreme + 1) / (rounds + 1)
