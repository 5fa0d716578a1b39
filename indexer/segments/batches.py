"""Postings batch by batch: counted in texts, put in order term by term, and written.

A batch contains the postings of consecutive documents. The characters, bigrams or words of all of
its texts are counted at once; which words there are, `indexer.words` decides. Its arrays go to the
disk at once, so that a build needs memory for one batch of texts and for the terms, whatever the
size of the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.segments.blocks import BlockWriter, smallest_unsigned
from indexer.segments.column_writers import Spool
from indexer.segments.paged import Numbers
from indexer.segments.postings import MOST, SLAB
from indexer.segments.strings import write_strings

_AT_ONCE = 1 << 19
"""How many postings are put in order at once."""

_DIGIT = 16
"""How many bits NumPy sorts by counting, at a quarter of what comparing costs."""

_NO_RUNS = np.empty(0, np.uint32)
_NO_SLABS = np.empty(0, np.uint16)

_Terms = Callable[[Numbers], list[bytes]]
"""A function that returns the terms at some positions of the tokens."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Postings of some documents.

    Attributes:
        terms: the terms, sorted, each once.
        sizes: the number of postings of each of them, at least one.
        docs: the document numbers, term by term, ascending within a term.
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
    """Runs in order: term, slab, start in the spools, and length."""

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
        """Add a batch, whose documents come after those of all batches before."""
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
        """The numbers of terms, in the order in which they were first met."""
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
        """Write the postings, and the start of each run of them.

        Args:
            writer: what they are written to.
            name: the name of the field.
            parts: the runs of the batches; those of one term and slab become one run.
            terms: the number of terms.
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
    """The places of the postings of the runs in the spools, in pieces of bounded size."""
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
    """The type of unsigned numbers up to `most`, of at least 32 bits."""
    return max(smallest_unsigned(most), np.dtype("<u4"))


def character_postings(texts: Sequence[str], first: int) -> Batch:
    """The single characters of `texts`, at most `SLAB` of them, numbered from `first`."""
    codes, lengths = _codes(texts)
    docs = np.repeat(np.arange(len(texts)), lengths)
    return postings_of([codes], docs, first, lambda at: _strings(codes[at, None]))


def bigram_postings(texts: Sequence[str], first: int) -> Batch:
    """The overlapping pairs of characters of `texts`, which are numbered from `first`."""
    codes, lengths = _codes(texts)
    docs = np.repeat(np.arange(len(texts)), lengths)
    paired = docs[1:] == docs[:-1]
    before, after = codes[:-1][paired], codes[1:][paired]
    return postings_of(
        [before, after],
        docs[:-1][paired],
        first,
        lambda at: _strings(np.stack([before[at], after[at]], axis=1)),
    )


def numbered_postings(words: Sequence[str], numbers: Numbers, texts: Numbers, first: int) -> Batch:
    """The postings of words.

    Args:
        words: the words, each once.
        numbers: the places in `words` of the words of all texts.
        texts: the text of each of these; sorted.
        first: the document number of the first text.
    """
    terms = [word.encode() for word in words]
    order = sorted(range(len(terms)), key=terms.__getitem__)
    ranks = np.empty(len(terms), np.int64)
    ranks[order] = np.arange(len(terms))
    return postings_of(
        [ranks[numbers]], texts, first, lambda at: [terms[number] for number in numbers[at]]
    )


def postings_of(keys: Sequence[Numbers], texts: Numbers, first: int, strings: _Terms) -> Batch:
    """The postings of the tokens of texts: each key once for each text, with its frequency.

    Args:
        keys: what distinguishes tokens, one number a token in each; the first are compared first,
            and their order is that of the terms.
        texts: the text of each token; sorted.
        first: the document number of the first text.
        strings: returns the terms at some positions.

    Raises:
        ValueError: there are too many texts for one slab.
    """
    if texts.max(initial=0) >= SLAB:
        raise ValueError(f"a batch has at most {SLAB} texts")
    digits = [digit for numbers in keys for digit in _digits(numbers)]
    order = np.argsort(digits[-1], kind="stable")  # so equal keys stay in the order of their texts
    for digit in reversed(digits[:-1]):
        order = order[np.argsort(digit[order], kind="stable")]
    docs = texts.astype(np.uint16)[order]
    other = np.zeros(len(order), bool)
    other[:1] = True
    for digit in digits:
        _mark_changes(digit[order], other)
    term_firsts = np.flatnonzero(other)
    _mark_changes(docs, other)
    firsts = np.flatnonzero(other)
    return Batch(
        strings(order[term_firsts]),
        np.diff(np.searchsorted(firsts, term_firsts), append=len(firsts)),
        docs[firsts].astype(np.int64) + first,
        np.diff(firsts, append=len(order)),
    )


def _digits(numbers: Numbers) -> Iterator[NDArray[np.uint16]]:
    """Numbers that are not negative, in digits that NumPy sorts by counting, the highest first."""
    most = int(numbers.max(initial=0))
    for shift in reversed(range(0, max(most.bit_length(), 1), _DIGIT)):
        yield (numbers >> shift).astype(np.uint16)


def _mark_changes(numbers: NDArray[np.uint16], changes: NDArray[np.bool_]) -> None:
    """Mark each number that differs from the one before."""
    changes[1:] |= numbers[1:] != numbers[:-1]


def _codes(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The code points of all texts, and the number of those of each."""
    data = "".join(texts).encode("utf-32-le")
    return np.frombuffer(data, "<u4").astype(np.int64), np.fromiter(
        map(len, texts), np.int64, len(texts)
    )


def _strings(codes: Numbers) -> list[bytes]:
    """The strings of rows of code points, in UTF-8."""
    width = codes.shape[1]
    text = codes.astype("<u4").tobytes().decode("utf-32-le")
    return [text[at : at + width].encode("utf-8") for at in range(0, len(text), width)]
