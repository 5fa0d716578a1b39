"""Where each term of a field stands: document numbers and frequencies, contiguous term by term.

Document numbers are kept in 16 bits. The documents of a segment are parted into slabs of 65,536,
and the postings of a term into runs, one a slab; a small segment has one slab and needs no runs.

    F            the sorted terms (with F/ends)
    F/counts     how often each stands in all: the sum of its frequencies as they are stored
    F/runs       the first run of each term, and one past the last        (several slabs only)
    F/slabs      the slab of each run                                     (several slabs only)
    F/starts     where each run begins in the postings, and their end
    F/docs       the lower 16 bits of the document numbers, rising within a run
    F/freqs      the frequencies in one byte, 255 for more; 32-bit weights where they are no counts
    F/values     what Whoosh's format of the field keeps of a posting, such as positions (optional)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.columns.blocks import Blocks
from indexer.columns.strings import StringTable

SLAB = 1 << 16
"""How many documents are numbered by 16 bits."""

MOST = 255
"""The greatest frequency that one byte holds."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Slab:
    """The postings of a field in one slab, term by term.

    Attributes:
        terms: the places of the terms that stand in it.
        sizes: how many postings each of them has, at least one.
        places: where these are among all postings of the field.
        docs: the lower 16 bits of their document numbers.
        freqs: their frequencies.
    """

    terms: Numbers
    sizes: Numbers
    places: Numbers
    docs: NDArray[np.uint16]
    freqs: NDArray[Any]


class FieldPostings:
    """The terms of the field `name` and their postings, in a file of blocks."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self.terms = StringTable(blocks, name)
        self._counts = blocks.view(f"{name}/counts")
        self._starts = blocks.view(f"{name}/starts")
        self._docs = blocks.array(f"{name}/docs")
        self._freqs = blocks.array(f"{name}/freqs")
        self._runs = blocks.view(f"{name}/runs") if f"{name}/runs" in blocks else None
        self._slabs = blocks.view(f"{name}/slabs") if f"{name}/slabs" in blocks else None
        self._values = StringTable(blocks, f"{name}/values") if f"{name}/values" in blocks else None
        if (
            len(self._counts) != len(self.terms)
            or self._starts[-1] != len(self._docs)
            or len(self._docs) != len(self._freqs)
            or len(self._starts) != (self._runs[-1] if self._runs else len(self.terms)) + 1
        ):
            raise blocks.damaged(name)

    def document_frequency(self, term: int) -> int:
        """In how many documents the term of that place stands."""
        first, last = self._extent(term)
        return last - first

    def count(self, term: int) -> int:
        """How often the term of that place stands in all documents."""
        return self._counts[term]

    def docs(self, term: int) -> Numbers:
        """The numbers of the documents in which the term of that place stands, rising."""
        if self._runs is None or self._slabs is None:
            first, last = self._extent(term)
            return self._docs[first:last].astype(np.int64)
        first_run, last_run = self._runs[term], self._runs[term + 1]
        starts = self._starts
        docs = np.empty(starts[last_run] - starts[first_run], np.int64)
        shift = starts[first_run]
        for run in range(first_run, last_run):
            part = docs[starts[run] - shift : starts[run + 1] - shift]
            part[:] = self._docs[starts[run] : starts[run + 1]]
            part += self._slabs[run] * SLAB
        return docs

    def frequencies(self, term: int) -> NDArray[Any]:
        """How often the term of that place stands in each of its `docs`, read in place."""
        first, last = self._extent(term)
        return self._freqs[first:last]

    def values(self, term: int) -> list[bytes] | None:
        """What the field's format keeps of each of the postings; None where it keeps nothing."""
        if self._values is None:
            return None
        first, last = self._extent(term)
        return [self._values[at] for at in range(first, last)]

    def values_at(self, places: Numbers) -> list[bytes] | None:
        """What the field's format keeps of the postings of these places; None likewise."""
        values = self._values
        return None if values is None else [values[at] for at in places.tolist()]

    def slab(self, number: int) -> Slab:
        """All postings in the slab of that number."""
        starts = np.array(self._starts, np.int64)
        if self._runs is None or self._slabs is None:
            runs = terms = np.arange(len(self.terms) if number == 0 else 0)
        else:
            runs = np.flatnonzero(np.array(self._slabs) == number)
            terms = np.searchsorted(np.array(self._runs), runs, "right") - 1
        sizes = starts[runs + 1] - starts[runs]
        shifts = starts[runs] - (np.cumsum(sizes) - sizes)
        places = np.repeat(shifts, sizes) + np.arange(sizes.sum())
        return Slab(terms, sizes, places, self._docs[places], self._freqs[places])

    def _extent(self, term: int) -> tuple[int, int]:
        """Where the postings of a term begin and end."""
        if self._runs is None:
            return self._starts[term], self._starts[term + 1]
        return self._starts[self._runs[term]], self._starts[self._runs[term + 1]]
