"""The postings of a field: document numbers and frequencies, contiguous term by term.

Document numbers are stored in 16 bits. The documents of a segment are divided into slabs of 65,536,
and the postings of a term into runs, one a slab; a small segment has one slab and needs no runs.

    F            the sorted terms (with F/ends)
    F/counts     the collection frequency of each: the sum of its frequencies as they are stored
    F/runs       the first run of each term, and one past the last        (several slabs only)
    F/slabs      the slab of each run                                     (several slabs only)
    F/starts     the start of each run in the postings, and their end
    F/docs       the lower 16 bits of the document numbers, ascending within a run
    F/freqs      the frequencies in one byte, 255 for more
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.blocks import BlockFileError, Blocks
from indexer.segments.paged import Docset, Numbers, Paged
from indexer.segments.strings import StringTable

SLAB = 1 << 16
"""The number of documents of a slab, which 16 bits number."""

MOST = 255
"""The greatest frequency that is stored, in one byte."""

_AT_ONCE = 1 << 20
"""About how many postings are checked at once."""


class Slab(NamedTuple):
    """The postings of a field in one slab, term by term.

    Attributes:
        terms: the places of the terms that occur in it.
        sizes: the number of postings of each of them, at least one.
        docs: the lower 16 bits of their document numbers.
        freqs: their frequencies.
    """

    terms: Numbers
    sizes: Numbers
    docs: NDArray[np.uint16]
    freqs: NDArray[Any]


class FieldPostings:
    """The terms of the field `name` and their postings, in a file of blocks.

    Args:
        size: the number of documents.

    Raises:
        BlockFileError: they are damaged, or their blocks do not fit together.
    """

    def __init__(self, blocks: Blocks, name: str, size: int) -> None:
        self.terms = StringTable(blocks, name)
        self._blocks = blocks
        self._name = name
        self._size = size
        self._counts = blocks.paged(f"{name}/counts", "u")
        self._starts = blocks.paged(f"{name}/starts", "u")
        self._docs = blocks.paged(f"{name}/docs", "u")
        self._freqs = blocks.paged(f"{name}/freqs", "u")
        self._runs: Paged | None = None
        self._slabs: Paged | None = None
        if f"{name}/runs" in blocks:
            self._runs = blocks.paged(f"{name}/runs", "u")
            self._slabs = blocks.paged(f"{name}/slabs", "u")
        if not self._fits_together():
            raise self.damaged()

    def document_frequency(self, term: int) -> int:
        """The document frequency of the term of that place."""
        first, last = self._extent(term)
        return last - first

    def count(self, term: int) -> int:
        """The number of occurrences of the term of that place in all documents."""
        return self._counts[term]

    def docs(self, term: int) -> Docset:
        """The docset of the term of that place.

        Raises:
            BlockFileError: they are damaged.
        """
        if self._runs is None or self._slabs is None:
            first, last = self._starts.pair(term)
            docs: Docset = self._docs.slice(first, last).astype(np.int64)
        else:
            docs = self._of_runs(*self._runs.pair(term), self._slabs)
        if len(docs) and docs.item(-1) >= self._size:
            raise self.damaged()
        return docs

    def frequencies(self, term: int) -> NDArray[Any]:
        """The frequency of the term of that place in each of its `docs`, read in place."""
        return self._freqs.slice(*self._extent(term))

    def slab(self, number: int) -> Slab:
        """All postings in the slab of that number."""
        starts = self._starts.array().astype(np.int64)
        if starts[0] != 0 or (np.diff(starts) < 0).any():
            raise self.damaged()
        if self._runs is None or self._slabs is None:
            runs = terms = np.arange(len(self.terms) if number == 0 else 0)
        else:
            runs = np.flatnonzero(self._slabs.array() == number)
            terms = np.searchsorted(self._runs.array(), runs, "right") - 1
        sizes = starts[runs + 1] - starts[runs]
        shifts = starts[runs] - (np.cumsum(sizes) - sizes)
        places = np.repeat(shifts, sizes) + np.arange(sizes.sum())
        return Slab(terms, sizes, self._docs.array()[places], self._freqs.array()[places])

    def check(self) -> None:
        """See that the postings make sense: terms and docsets are sorted, none empty, counts fit.

        Raises:
            BlockFileError: they do not.
        """
        runs = np.arange(len(self.terms) + 1) if self._runs is None else self._runs.array()
        starts = self._starts.array().astype(np.int64)
        runs = runs.astype(np.int64)
        if (
            not all(first < second for first, second in pairwise(self.terms))
            or runs[0] != 0
            or starts[0] != 0
            or (np.diff(runs) <= 0).any()
            or (np.diff(starts) <= 0).any()
        ):
            raise self.damaged()
        firsts = starts[runs]
        bounds = np.searchsorted(firsts, np.arange(0, firsts[-1], _AT_ONCE))
        for first, last in pairwise(np.unique([*bounds, len(self.terms)]).tolist()):
            self._check_terms(runs[first], runs[last], firsts[first : last + 1], first)

    def _check_terms(self, first_run: int, last_run: int, firsts: Numbers, term: int) -> None:
        """Check the postings of the terms from `term` on, which begin at `firsts`."""
        starts = self._starts.slice(first_run, last_run + 1).astype(np.int64)
        docs: Numbers = self._docs.slice(firsts[0], firsts[-1]).astype(np.int64)
        freqs = self._freqs.slice(firsts[0], firsts[-1])
        counts = self._counts.slice(term, term + len(firsts) - 1)
        if self._slabs is not None:
            slabs = self._slabs.slice(first_run, last_run).astype(np.int64)
            docs += np.repeat(slabs << 16, np.diff(starts))
        ascends = np.diff(docs) > 0
        ascends[firsts[1:-1] - firsts[0] - 1] = True  # where the next term begins
        if not ascends.all() or docs.max(initial=-1) >= self._size:
            raise self.damaged()
        summed = np.add.reduceat(freqs, firsts[:-1] - firsts[0], dtype=np.int64)
        if not freqs.all() or (summed != counts).any():
            raise self.damaged()

    def _extent(self, term: int) -> tuple[int, int]:
        """The start and the end of the postings of a term."""
        if self._runs is None:
            return self._starts.pair(term)
        first, last = self._runs.pair(term)
        return self._starts[first], self._starts[last]

    def _of_runs(self, first_run: int, last_run: int, slabs: Paged) -> Docset:
        """The docset of some runs, which follow each other."""
        starts = self._starts.slice(first_run, last_run + 1).tolist()
        lower = self._docs.slice(starts[0], starts[-1])
        docs: Docset = lower.astype(np.int64)
        of_run = slabs.slice(first_run, last_run).tolist()
        if of_run and max(of_run) << 16 >= self._size:
            raise self.damaged()
        for run, slab in enumerate(of_run):
            if slab:
                part = docs[starts[run] - starts[0] : starts[run + 1] - starts[0]]
                part += slab << 16
        return docs

    def _fits_together(self) -> bool:
        """Whether the blocks have the lengths and the types that belong together."""
        runs = len(self.terms)
        if self._runs is not None and self._slabs is not None:
            runs = len(self._slabs)
            if len(self._runs) != len(self.terms) + 1 or self._runs[len(self.terms)] != runs:
                return False
        return (
            len(self._counts) == len(self.terms)
            and len(self._docs) == len(self._freqs)
            and len(self._starts) == runs + 1
            and self._starts[runs] == len(self._docs)
            and self._docs.dtype == np.uint16
        )

    def damaged(self) -> BlockFileError:
        """The error for postings that do not fit what they are about."""
        return self._blocks.damaged(self._name)
