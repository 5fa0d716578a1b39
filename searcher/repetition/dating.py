"""What was said first: paragraphs by the date of their words.

A paragraph that is dated by its publication comes after what was said on that day: it can only
have been written down later. Of a date that is known as a month or a year the first day counts.
"""

from __future__ import annotations

import numpy as np

from searcher.ranking.order import order
from searcher.store import Numbers, Store


def by_date(store: Store, docs: Numbers) -> Numbers:
    """The paragraphs `docs`, the earliest first; those without a date come last."""
    docs = docs[order(store, docs, np.zeros(len(docs)), "date", None)]
    firsts, lasts = store.first_dates()[docs], store.last_dates()[docs]
    kinds = store.values("date_kind")
    published = np.array([*(name == "publication" for name in kinds.names), False])[kinds.of[docs]]
    return docs[np.lexsort((lasts, published, firsts, firsts == 0))]


def is_dated(store: Store, docs: Numbers) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of the paragraphs `docs` have a date."""
    return np.asarray(store.first_dates()[docs] > 0)
