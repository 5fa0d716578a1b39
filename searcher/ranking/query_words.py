"""Cuts a query into words, with the words of the index as the dictionary.

It is jieba's algorithm (the most probable path through all words that the text could be made of,
by unigram frequencies) without jieba: answering a query never pays for loading its dictionary,
and the words it yields are words that the index knows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Protocol

from indexer.text.folding import HAN

MAX_HAN_WORD = 16
"""The longest word of jieba's dictionary has 16 characters."""

_RUNS = re.compile(rf"(?P<han>[{HAN}]+)|[^\W_{HAN}]+")


class Dictionary(Protocol):
    """Words, and how often each stands in a collection."""

    def prefixes(self, text: str, start: int, most: int) -> Iterable[tuple[int, int]]:
        """The words that `text` goes on with from `start`: where each ends, and its count.

        No word has more than `most` characters.
        """


def cut_words(folded: str, dictionary: Dictionary, total: int) -> list[str]:
    """The words of a folded text, in order. A run of letters or digits outside Han is one word.

    Args:
        dictionary: the words of the index.
        total: how many words the index holds in all.
    """
    words: list[str] = []
    for run in _RUNS.finditer(folded):
        words += _cut_han(run[0], dictionary, total) if run["han"] else [run[0]]
    return words


def _cut_han(run: str, dictionary: Dictionary, total: int) -> list[str]:
    """The most probable path, found from the end backwards; of equals, the one of longer words."""
    log_total = math.log(max(total, 1))
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(run) + 1)
    for start in range(len(run) - 1, -1, -1):
        single = (best[start + 1][0] - log_total, start + 1)
        best[start] = max(
            (
                (math.log(count) - log_total + best[end][0], end)
                for end, count in dictionary.prefixes(run, start, MAX_HAN_WORD)
            ),
            default=single,
        )
        best[start] = max(best[start], single)
    words, start = [], 0
    while start < len(run):
        end = best[start][1]
        words.append(run[start:end])
        start = end
    return words
