"""Columns by their runs: neighbours that have the same values are looked at once.

The paragraphs of a document follow each other, and so do those of a chapter; hence a title, a
heading or a date has a hundredth as many runs as there are paragraphs.

    >>> runs = Runs([np.array([7, 7, 9, 7])])
    >>> runs.numbers(runs.values[0] == 7).tolist()
    [0, 1, 3]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers


class Runs:
    """One or several columns of equal length.

    Attributes:
        columns: these.
        values: their values in each run.
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

    def count(self, chosen: NDArray[np.bool_]) -> int:
        """How many numbers there are in the runs that are chosen, one flag a run."""
        return int(self._lengths.compress(chosen).sum())

    def numbers(self, chosen: NDArray[np.bool_]) -> Numbers:
        """The numbers in the runs that are chosen, rising."""
        lengths = self._lengths.compress(chosen)
        ends = np.cumsum(lengths)
        shifts = self._firsts.compress(chosen) - (ends - lengths)
        return np.repeat(shifts, lengths) + np.arange(lengths.sum())
