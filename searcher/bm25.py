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

from searcher.store import Store

K1 = 1.2
B = 0.75

Scores = NDArray[np.float64]


def idf(document_frequency: int, documents: int) -> float:
    """How much a term tells that stands in `document_frequency` of all `documents`."""
    return math.log1p((documents - document_frequency + 0.5) / (document_frequency + 0.5))


def dampings(store: Store, view: str) -> tuple[Scores, float]:
    """How much its length in a view damps each paragraph's frequencies, and the least of that."""

    def compute() -> tuple[Scores, float]:
        average = max(store.total_length(view) / max(store.count, 1), 1.0)
        damped = np.asarray(K1 * (1 - B + B * store.lengths(view) / average), np.float64)
        return damped, float(damped.min(initial=K1))

    return store.remember(("dampings", view), compute)


def saturated(frequencies: NDArray[Any], damped: Scores, weight: float) -> Scores:
    """What frequencies are worth: it rises with each occurrence, towards `(K1 + 1) * weight`."""
    worth = np.asarray(frequencies * ((K1 + 1) * weight), np.float64)
    worth /= frequencies + damped
    return worth
