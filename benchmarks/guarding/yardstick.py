"""A piece of work that never changes, beside which queries are timed.

It takes about as long as a quick query and does what queries do, without any of lunshu's code: it
goes through text, adds up and sorts arrays, and runs Python. So another processor, another Python
or a busy moment changes both alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_CHARACTERS = 100_000
_NUMBERS = 4_000
_PAIRS = 350
_RARE = "\ue000"
"""A character of private use, which no text holds: looking for it goes through everything."""


class Yardstick:
    """The work, over these texts.

    Args:
        texts: some hundred thousand characters are used.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)[:_CHARACTERS]
        draw = np.random.default_rng(11)
        self._docs = np.sort(draw.choice(_NUMBERS * 4, _NUMBERS, replace=False))
        self._weights = draw.random(_NUMBERS * 4)

    def work(self) -> float:
        """Do it once."""
        held = self._text.count(self._text[:1] + _RARE)
        scores = np.zeros(len(self._weights))
        for _ in range(6):
            scores[self._docs] += self._weights[self._docs] / (self._weights[self._docs] + 1.2)
        least = np.partition(scores, len(scores) - 10)[-10]
        best = np.flatnonzero(scores >= least)
        counts: dict[str, int] = {}
        for at in range(_PAIRS):
            pair = self._text[at : at + 2]
            counts[pair] = counts.get(pair, 0) + 1
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return held + float(best[0]) + len(ordered[0][0])
