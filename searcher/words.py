"""Cuts a query into words, with the words of the index as the dictionary.

It is jieba's algorithm (the most probable path through all words that the text could be made of,
by unigram frequencies) without jieba: answering a query never pays for loading its dictionary,
and the words it yields are words that the index knows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from indexer.folding import HAN

MAX_HAN_WORD = 16
"""The longest word of jieba's dictionary has 16 characters."""

_RUNS = re.compile(rf"(?P<han>[{HAN}]+)|[^\W_{HAN}]+")


def cut_words(folded: str, frequency: Callable[[str], int], total: int) -> list[str]:
    """The words of a folded text, in order. A run of letters or digits outside Han is one word.

    Args:
        frequency: how often a word stands in the index, 0 for what is no word of it.
        total: how many words the index holds in all.
    """
    words: list[str] = []
    for run in _RUNS.finditer(folded):
        words += _cut_han(run[0], frequency, total) if run["han"] else [run[0]]
    return words


def _cut_han(run: str, frequency: Callable[[str], int], total: int) -> list[str]:
    """The most probable path, found from the end backwards; of equals, the one of longer words."""
    log_total = math.log(max(total, 1))
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(run) + 1)
    for start in range(len(run) - 1, -1, -1):
        ways = []
        for end in range(start + 1, min(start + MAX_HAN_WORD, len(run)) + 1):
            count = frequency(run[start:end])
            if count or end == start + 1:
                ways.append((math.log(count or 1) - log_total + best[end][0], end))
        best[start] = max(ways)
    words, start = [], 0
    while start < len(run):
        end = best[start][1]
        words.append(run[start:end])
        start = end
    return words
