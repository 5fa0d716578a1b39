"""What the textbook has: figures of how good a ranking is, and BM25 in a few lines.

A ranking is the ids of documents, the best first, each at most once. Grades say how relevant a
document is to the query; a document without one is not.

    >>> round(ndcg(["b", "a"], {"a": 1}), 4), reciprocal_rank(["b", "a"], {"a": 1})
    (0.6309, 0.5)
    >>> PlainBM25([["核心", "技术"], ["技术"]]).scores(["核心"]).round(3).tolist()
    [0.61, 0.0]
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

DEPTH = 10
"""Ranks that count."""

K1 = 1.2
B = 0.75

Grades = Mapping[str, int]
Scores = NDArray[np.float64]


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


class PlainBM25:
    """Documents that have been cut into tokens, to be scored.

    Args:
        documents: the tokens of each document.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._size = len(documents)
        lengths = np.array(list(map(len, documents)), float)
        self._length_norms = K1 * (1 - B + B * lengths / lengths.mean())
        self._postings: dict[str, dict[int, int]] = {}
        for document, tokens in enumerate(documents):
            for token, count in Counter(tokens).items():
                self._postings.setdefault(token, {})[document] = count

    def scores(self, query: Sequence[str]) -> Scores:
        """The score of every document; a token that the query repeats counts again."""
        scores = np.zeros(self._size)
        for token, repeated in Counter(query).items():
            holding = self._postings.get(token, {})
            documents = np.fromiter(holding, np.int64)
            counts = np.fromiter(holding.values(), float)
            idf = np.log1p((self._size - len(holding) + 0.5) / (len(holding) + 0.5))
            worth = counts * (K1 + 1) / (counts + self._length_norms[documents])
            scores[documents] += repeated * idf * worth
        return scores


def best(scores: Scores, count: int) -> list[int]:
    """The documents with the greatest scores above 0, the best first, equal ones in their order."""
    order = np.argsort(-scores, kind="stable")[:count]
    return [int(document) for document in order if scores[document] > 0]
