"""Filters: the paragraphs that one lets through, as a docset or as a mask over another docset.

A filter is a test of the values of columns. So a broad one need not be written out, and of what is
found already each is tested.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Docset, Numbers
from searcher.store.docsets import Mask, contained

DayNumbers: TypeAlias = "NDArray[np.integer[Any]]"
"""Days as 20180420, 0 where none is known."""


class Runs:
    """One or several columns of equal length by their runs: equal neighbours are looked at once.

    The paragraphs of a document follow each other, and so do those of a chapter; hence a title, a
    heading or a date has a hundredth as many runs as there are paragraphs.

    >>> runs = Runs([np.array([7, 7, 9, 7])])
    >>> runs.docs(runs.values[0] == 7).tolist()
    [0, 1, 3]

    Attributes:
        columns: these columns.
        values: the values of each column, one a run.
    """

    def __init__(self, columns: Sequence[NDArray[Any]]) -> None:
        size = len(columns[0])
        begins = np.zeros(size, bool)
        begins[:1] = True
        for column in columns:
            begins[1:] |= column[1:] != column[:-1]
        self.columns = tuple(columns)
        self._firsts: Numbers = np.flatnonzero(begins)
        self._lengths: Numbers = np.diff(self._firsts, append=size)
        self.values = tuple(column[self._firsts] for column in columns)

    def count(self, chosen: Mask) -> int:
        """The number of paragraphs in the chosen runs; the mask has a flag for each run."""
        return int(self._lengths.compress(chosen).sum())

    def docs(self, chosen: Mask) -> Docset:
        """The paragraphs in the chosen runs."""
        lengths = self._lengths.compress(chosen)
        ends = np.cumsum(lengths)
        shifts = self._firsts.compress(chosen) - (ends - lengths)
        return np.repeat(shifts, lengths) + np.arange(lengths.sum())


class SegmentFilter:
    """A filter of the paragraphs of one segment.

    Attributes:
        base: the number of its first paragraph.
        runs: the columns that the filter looks at.
        test: takes values of these columns, and returns the mask of those that it lets through.
    """

    def __init__(self, base: int, runs: Runs, test: Callable[..., Mask]) -> None:
        self.base = base
        self.runs = runs
        self.test = test

    @cached_property
    def chosen(self) -> Mask:
        """The mask of the runs that it lets through."""
        return self.test(*self.runs.values)

    def mask(self, docs: Docset) -> Mask:
        """The mask of those of the paragraphs `docs`, all of the segment, that it lets through."""
        places = docs - self.base if self.base else docs
        values: list[NDArray[Any]] = [column[places] for column in self.runs.columns]
        return self.test(*values)


def dates_meet(
    firsts: DayNumbers, lasts: DayNumbers, first: int | DayNumbers, last: int | DayNumbers
) -> Mask:
    """The mask of the date spans that are known and meet the days from `first` to `last`.

    Args:
        firsts, lasts: the first and the last days of the spans.
    """
    return np.asarray((firsts > 0) & (firsts <= last) & (lasts >= first))


class ColumnFilter:
    """A filter of the live paragraphs of all segments by the values of columns.

    Args:
        parts: a part for each segment, in their order; a segment without one is left out.
        live: the mask of the live paragraphs, None where all are.
    """

    def __init__(self, parts: Sequence[SegmentFilter], live: Mask | None) -> None:
        self._parts = tuple(parts)
        self._live = live

    def count(self) -> int:
        """The number of paragraphs that it lets through, deleted ones included."""
        return sum(part.runs.count(part.chosen) for part in self._parts)

    def docs(self) -> Docset:
        """The paragraphs that it lets through."""
        parts = (part.runs.docs(part.chosen) + part.base for part in self._parts)
        docs = np.concatenate([np.empty(0, np.int64), *parts])
        return docs if self._live is None else docs.compress(self._live[docs])

    def mask(self, docs: Docset) -> Mask:
        """The mask of those of `docs` that it lets through."""
        mask = np.zeros(len(docs), bool)
        for part in self._parts:
            low, high = docs.searchsorted([part.base, part.base + len(part.runs.columns[0])])
            mask[low:high] = part.mask(docs[low:high])
        if self._live is not None:
            mask &= self._live[docs]
        return mask


class DocsetFilter:
    """A filter that lets the paragraphs of a docset through."""

    def __init__(self, docs: Docset) -> None:
        self._docs = docs

    def count(self) -> int:
        """The number of paragraphs that it lets through."""
        return len(self._docs)

    def docs(self) -> Docset:
        """The paragraphs that it lets through."""
        return self._docs

    def mask(self, docs: Docset) -> Mask:
        """The mask of those of `docs` that it lets through."""
        return contained(docs, self._docs)
