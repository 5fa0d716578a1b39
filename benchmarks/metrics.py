"""How good a ranking is: nDCG, reciprocal rank and recall of its first ten.

A ranking is the ids of documents, the best first, each at most once. Grades say how relevant a
document is to the query; a document without one is not.

    >>> round(ndcg(["b", "a"], {"a": 1}), 4), reciprocal_rank(["b", "a"], {"a": 1})
    (0.6309, 0.5)
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

DEPTH = 10

Grades = Mapping[str, int]


def ndcg(ranking: Sequence[str], grades: Grades) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002), as trec_eval has it.

    The gain of a document is its grade, divided by log2(rank + 1); 1 is the best there can be.
    """
    ideal = _discounted(sorted(grades.values(), reverse=True))
    return _discounted([grades.get(id_, 0) for id_ in ranking]) / ideal if ideal else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """1 divided by the rank of the first relevant document, 0 where there is none."""
    ranks = (rank for rank, id_ in enumerate(ranking[:DEPTH], 1) if grades.get(id_, 0) > 0)
    return 1 / next(ranks, math.inf)


def recall(ranking: Sequence[str], grades: Grades) -> float:
    """Which share of the relevant documents is there."""
    relevant = {id_ for id_, grade in grades.items() if grade > 0}
    return len(relevant.intersection(ranking[:DEPTH])) / len(relevant) if relevant else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains[:DEPTH], 1))
