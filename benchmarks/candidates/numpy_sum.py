"""The plain way with NumPy: add the scores of all postings up, then take the best ten.

It reads the same postings of the same index as lunshu, and prunes nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from serving import Answer, serve, time_each

from searcher.store import open_store

K1 = 1.2
B = 0.75


class _State:
    store: Any = None
    damping: Any = None


def open_(target: str) -> None:
    """Open the index."""
    _State.store = open_store(Path(target))
    lengths = _State.store.lengths("text")
    _State.damping = K1 * (1 - B + B * lengths / lengths.mean())


def ask(words: list[str]) -> Answer:
    """The best ten for any of the words."""
    size = _State.store.size
    scores = np.zeros(size)
    for word in dict.fromkeys(words):
        postings = _State.store.postings("text", word)
        found = len(postings.docs)
        idf = np.log1p((size - found + 0.5) / (found + 0.5))
        counts = postings.frequencies.astype(float)
        scores[postings.docs] += idf * counts * (K1 + 1) / (counts + _State.damping[postings.docs])
    top = np.argpartition(-scores, 10)[:10]
    top = top[np.lexsort((top, -scores[top]))]
    top = top[scores[top] > 0]
    return len(top), list(zip(top.tolist(), scores[top].tolist(), strict=True))


serve({"open": open_, "ask": lambda queries: time_each(ask, queries)})
