"""The paragraphs that a filter lets through: all of them, or which of some it does.

A filter is told by the values of columns. So a broad one need not be written out, and what is
found already is asked one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from searcher.store.docsets import Flags, contained
from searcher.store.runs import Runs


class SegmentPart:
    """What a filter lets through of a segment.

    Attributes:
        base: the number of its first paragraph.
        runs: the columns that the filter looks at.
        test: tells by values of these columns which of them it lets through.
    """

    def __init__(self, base: int, runs: Runs, test: Callable[..., Flags]) -> None:
        self.base = base
        self.runs = runs
        self.test = test

    @cached_property
    def chosen(self) -> Flags:
        """Which runs it lets through."""
        return self.test(*self.runs.values)

    def lets_through(self, docs: Numbers) -> Flags:
        """Which of the paragraphs `docs` of the segment it lets through."""
        places = docs - self.base if self.base else docs
        values: list[NDArray[Any]] = [column[places] for column in self.runs.columns]
        return self.test(*values)


class Selection:
    """The live paragraphs that a filter lets through.

    Args:
        parts: a part for each segment, in their order; what is not in any is let through nowhere.
        live: which paragraphs are live, None where all are.
    """

    def __init__(self, parts: Sequence[SegmentPart], live: Flags | None) -> None:
        self._parts = tuple(parts)
        self._live = live

    def count(self) -> int:
        """How many there are, deleted ones included."""
        return sum(part.runs.count(part.chosen) for part in self._parts)

    def numbers(self) -> Numbers:
        """Their numbers, rising."""
        parts = (part.runs.numbers(part.chosen) + part.base for part in self._parts)
        docs = np.concatenate([np.empty(0, np.int64), *parts])
        return docs if self._live is None else docs.compress(self._live[docs])

    def lets_through(self, docs: Numbers) -> Flags:
        """Which of the paragraphs `docs`, which rise, are among them."""
        flags = np.zeros(len(docs), bool)
        for part in self._parts:
            low, high = docs.searchsorted([part.base, part.base + len(part.runs.columns[0])])
            flags[low:high] = part.lets_through(docs[low:high])
        if self._live is not None:
            flags &= self._live[docs]
        return flags


class Listed:
    """The paragraphs of a list, which rise; a `Selection` likewise."""

    def __init__(self, docs: Numbers) -> None:
        self._docs = docs

    def count(self) -> int:
        """How many there are."""
        return len(self._docs)

    def numbers(self) -> Numbers:
        """Their numbers, rising."""
        return self._docs

    def lets_through(self, docs: Numbers) -> Flags:
        """Which of the paragraphs `docs`, which rise, are among them."""
        return contained(docs, self._docs)
