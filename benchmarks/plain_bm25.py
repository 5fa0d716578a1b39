"""BM25 as the textbook has it, in a few lines: what the ranking of lunshu is compared with.

>>> words = PlainBM25([["核心", "技术"], ["技术"]])
>>> words.scores(["核心"]).round(3).tolist()
[0.61, 0.0]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75

Scores = NDArray[np.float64]


class PlainBM25:
    """Documents that have been cut into tokens, to be scored.

    Args:
        documents: the tokens of each document.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._size = len(documents)
        lengths = np.array(list(map(len, documents)), float)
        self._damping = K1 * (1 - B + B * lengths / lengths.mean())
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
            worth = counts * (K1 + 1) / (counts + self._damping[documents])
            scores[documents] += repeated * idf * worth
        return scores


def best(scores: Scores, count: int) -> list[int]:
    """The documents with the greatest scores above 0, the best first, equal ones in their order."""
    order = np.argsort(-scores, kind="stable")[:count]
    return [int(document) for document in order if scores[document] > 0]
