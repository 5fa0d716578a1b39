"""BM25, the formula of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond" (2009), with the idf that is never negative, log(1 + (N - n + 0.5) / (n + 0.5)).

    >>> round(idf(1, 10), 3)
    1.992
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from searcher.ranking.scored import Scored
from searcher.ranking.thresholds import DEFAULT
from searcher.store import DocValues, Numbers

Scores = NDArray[np.float64]

_LONGEST = 0xFFFF
"""A table has an entry for each length up to this one."""


def idf(document_frequency: int, documents: int) -> float:
    """The weight of a term that occurs in `document_frequency` of all `documents`."""
    return math.log1p((documents - document_frequency + 0.5) / (document_frequency + 0.5))


class LengthNorms:
    """The length norms of paragraphs in a view: `k1 * (1 - b + b * length / average)`.

    Args:
        lengths: the length of every paragraph.
        average: the average length.

    Attributes:
        least: the least norm.
    """

    def __init__(self, lengths: DocValues, average: float) -> None:
        longest = int(lengths.max(initial=0))
        self._keys: DocValues | None = None
        keyed: NDArray[Any] = lengths
        if longest <= _LONGEST:  # then a small table, which stays in the processor's cache
            self._keys, keyed = lengths, np.arange(longest + 1)
        self._table = np.asarray(
            DEFAULT.k1 * (1 - DEFAULT.b + DEFAULT.b * keyed.astype(np.float64) / average)
        )
        self.least = float(self.of(np.array([lengths.argmin()]))[0]) if len(lengths) else DEFAULT.k1

    def of(self, docs: Numbers) -> Scores:
        """The norms of the paragraphs `docs`."""
        return self._table[docs if self._keys is None else self._keys[docs]]


def length_norms(scored: Scored, view: str) -> LengthNorms:
    """The length norms of all paragraphs in a view of the text."""

    def compute() -> LengthNorms:
        average = max(scored.total_length(view) / max(scored.count, 1), 1.0)
        return LengthNorms(scored.lengths(view), average)

    return scored.remember(("length norms", view), compute)


def saturated(frequencies: NDArray[Any], norms: Scores, weight: float | Scores) -> Scores:
    """The saturated worth of frequencies: more with each occurrence, up to `(k1 + 1) * weight`."""
    worth = np.asarray(frequencies * ((DEFAULT.k1 + 1) * weight), np.float64)
    worth /= frequencies + norms
    return worth
