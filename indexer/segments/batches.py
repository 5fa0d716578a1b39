"""Postings as they come, batch by batch, put in order term by term and written.

A batch holds the postings of consecutive documents. Its arrays go to disk at once, so that a
build needs memory for one batch of texts and for the terms, whatever the size of the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.segments.blocks import BlockWriter, smallest_unsigned
from indexer.segments.postings import MOST, SLAB, Numbers
from indexer.segments.spool import Spool
from indexer.segments.strings import write_strings

_AT_ONCE = 1 << 19
"""How many postings are put in order at once."""


_NO_RUNS = np.empty(0, np.uint32)
_NO_SLABS = np.empty(0, np.uint16)


@dataclass(frozen=True, slots=True)
class Batch:
    """Postings of some documents.

    Attributes:
        terms: the terms, sorted, each once.
        sizes: how many postings each of them has, at least one.
        docs: the document numbers, term by term, rising within a term.
        freqs: the frequencies beside them.
    """

    terms: Sequence[bytes]
    sizes: Numbers
    docs: Numbers
    freqs: NDArray[Any]


@dataclass(frozen=True, slots=True)
class _Cut:
    """The runs of a batch, as they follow each other in the spools: term, slab, and length."""

    terms: NDArray[np.uint32]
    slabs: NDArray[np.uint16]
    sizes: NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs in order: of which term, in which slab, where in the spools, and how long."""

    terms: NDArray[np.uint32]
    slabs: NDArray[np.uint16]
    starts: Numbers
    sizes: NDArray[np.unsignedinteger[Any]]


class FieldBatches:
    """Takes the batches of one field, in the order of their documents, and writes its blocks.

    Args:
        folder: where temporary files lie; None for the system's own folder.
    """

    def __init__(self, folder: Path | None) -> None:
        self._docs = Spool("<u2", folder)
        self._freqs = Spool("|u1", folder)
        self._numbers: defaultdict[bytes, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._counts = np.zeros(0, np.int64)
        self._runs: list[_Cut] = []
        self._next_doc = 0

    def add(self, batch: Batch) -> None:
        """Take a batch, whose documents come after those of all batches before."""
        if not len(batch.docs):
            return
        if int(batch.docs.min()) < self._next_doc:
            raise ValueError("a batch must come after the batches before it")
        self._next_doc = int(batch.docs.max()) + 1
        terms = self._numbered(batch.terms)
        self._runs.append(self._cut(batch, terms))
        firsts = np.cumsum(batch.sizes) - batch.sizes
        self._docs.add(batch.docs & (SLAB - 1))
        as_stored = batch.freqs.clip(1, MOST)
        self._freqs.add(as_stored)
        # What is stored is counted, so that a merge, which sees nothing else, counts the same.
        self._counts[terms] += np.add.reduceat(as_stored, firsts, dtype=np.int64)

    def write(self, writer: BlockWriter, name: str) -> None:
        """Write the blocks of the field, which `indexer.segments.postings` describes."""
        terms = sorted(self._numbers)
        numbers = np.fromiter(map(self._numbers.__getitem__, terms), np.int64, len(terms))
        counts = self._counts[numbers]
        self._numbers.clear()
        write_strings(writer, name, terms)
        writer.add(f"{name}/counts", counts.astype(_at_least_32(int(counts.max(initial=0)))))
        places = np.empty(len(terms), np.uint32)
        places[numbers] = np.arange(len(terms))
        self._write_postings(writer, name, self._in_order(places), len(terms))

    def close(self) -> None:
        """Give the disk space back."""
        self._docs.close()
        self._freqs.close()

    def _numbered(self, terms: Sequence[bytes]) -> Numbers:
        """The numbers of terms in the order in which they were first met."""
        known = self._numbers
        numbers = np.fromiter(map(known.__getitem__, terms), np.int64, len(terms))
        self._counts = np.append(self._counts, np.zeros(len(known) - len(self._counts), np.int64))
        return numbers

    def _cut(self, batch: Batch, terms: Numbers) -> _Cut:
        """The runs of a batch that is about to be added to the spools."""
        term_of = np.repeat(np.arange(len(batch.terms)), batch.sizes)
        slab_of = batch.docs >> 16
        firsts = np.flatnonzero(
            np.concatenate([[True], (np.diff(term_of) != 0) | (np.diff(slab_of) != 0)])
        )
        sizes = np.diff(np.append(firsts, len(batch.docs)))
        return _Cut(
            terms[term_of[firsts]].astype(np.uint32),
            slab_of[firsts].astype(np.uint16),
            sizes.astype(smallest_unsigned(int(sizes.max()))),
        )

    def _in_order(self, places: NDArray[np.uint32]) -> _Runs:
        """The runs of all batches by term, slab and document; `places` sorts the terms."""
        terms = np.concatenate([_NO_RUNS, *(places[runs.terms] for runs in self._runs)])
        slabs = np.concatenate([_NO_SLABS, *(runs.slabs for runs in self._runs)])
        sizes = np.concatenate([_NO_SLABS, *(runs.sizes for runs in self._runs)])
        self._runs.clear()
        starts = np.cumsum(sizes, dtype=np.int64) - sizes
        order = np.lexsort((slabs, terms))  # which leaves the runs of one slab as they came
        return _Runs(terms[order], slabs[order], starts[order], sizes[order])

    def _write_postings(self, writer: BlockWriter, name: str, parts: _Runs, terms: int) -> None:
        """Write the postings, and where each run of them starts.

        `parts` are the runs of the batches; what is of one term and slab in several batches
        becomes one run.
        """
        ends = np.cumsum(parts.sizes, dtype=np.int64)
        firsts = np.ones(len(parts.terms), bool)
        firsts[1:] = (parts.terms[1:] != parts.terms[:-1]) | (parts.slabs[1:] != parts.slabs[:-1])
        starts = np.append((ends - parts.sizes)[firsts], ends[-1:] if len(ends) else 0)
        if parts.slabs.max(initial=0) > 0:
            runs = np.searchsorted(parts.terms[firsts], np.arange(terms + 1))
            writer.add(f"{name}/runs", runs.astype("<u4"))
            writer.add(f"{name}/slabs", parts.slabs[firsts].astype("<u2"))
        writer.add(f"{name}/starts", starts.astype(_at_least_32(int(starts[-1]))))
        for block, spool in (("docs", self._docs), ("freqs", self._freqs)):
            source = spool.array()
            pieces = (source[places] for places in _places(parts))
            writer.stream(f"{name}/{block}", spool.dtype, pieces)


def _places(parts: _Runs) -> Iterator[Numbers]:
    """Where the postings of the runs stand in the spools, in pieces of bounded size."""
    ends = np.cumsum(parts.sizes, dtype=np.int64)
    first = 0
    while first < len(ends):
        done = int(ends[first] - parts.sizes[first])
        last = max(int(np.searchsorted(ends, done + _AT_ONCE, "right")), first + 1)
        sizes = parts.sizes[first:last].astype(np.int64)
        shifts = parts.starts[first:last] - (ends[first:last] - sizes)
        yield np.repeat(shifts, sizes) + np.arange(done, ends[last - 1])
        first = last


def _at_least_32(most: int) -> np.dtype[Any]:
    """A type of unsigned numbers, of 32 bits unless `most` needs more."""
    return max(smallest_unsigned(most), np.dtype("<u4"))
