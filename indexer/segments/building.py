"""Building a segment: documents and postings as they come, then both of its files.

Documents of another segment are taken over as arrays (`add_segment`): those that are left out lose
their numbers, the others keep their order.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Container, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.model.fields import Form
from indexer.segments.batches import Batch, FieldBatches
from indexer.segments.blocks import BlockWriter, smallest_unsigned
from indexer.segments.column_writers import ColumnWriter, TextWriter
from indexer.segments.paged import Docset, Numbers
from indexer.segments.postings import SLAB, FieldPostings, Slab
from indexer.segments.segment import Segment
from indexer.segments.values import Column, Value, decode, form_of
from indexer.text.folding import fold

AT_ONCE = SLAB // 2
"""How many documents' postings are taken over at once."""


class SegmentBuilder:
    """Takes documents and postings in any order of calls and writes the files of a segment.

    Args:
        folder: where temporary files lie; None for the system's own folder.
        searched: the fields whose choices are searched by their folded forms.
    """

    def __init__(self, folder: Path | None, searched: Collection[str] = ()) -> None:
        self._folder = folder
        self._searched = frozenset(searched)
        self._columns: dict[str, ColumnWriter] = {}
        self._lengths: dict[str, array[int]] = {}
        self._fields: dict[str, FieldBatches] = {}
        self.texts = TextWriter(folder)

    def store(self, first: int, field: str, values: Sequence[Value | None], form: Form) -> None:
        """Store the values of a field of the documents from `first` on, which come in that order.

        Raises:
            TypeError: the field has both numbers and texts, or values of other types.
        """
        if field not in self._columns:
            self._columns[field] = ColumnWriter(form, self._folder)
        self._columns[field].add(first, values)

    def store_column(self, first: int, field: str, column: Column, docs: Docset) -> None:
        """Store the values of `docs` in `column` for as many documents from `first` on.

        Raises:
            TypeError: the field has both numbers and texts.
        """
        if field not in self._columns:
            self._columns[field] = ColumnWriter(form_of(column), self._folder)
        self._columns[field].extend(first, column, docs)

    def set_lengths(self, first: int, field: str, lengths: Sequence[int]) -> None:
        """Store the numbers of tokens of a field in the documents from `first` on."""
        known = self._lengths.setdefault(field, array("I"))
        if first < len(known):
            raise ValueError(f"the length of document {first} comes after {len(known)} documents")
        known.extend([0] * (first - len(known)))
        known.extend(lengths)

    def add_postings(self, field: str, batch: Batch) -> None:
        """Take postings of a field, of documents that come after those that it has already."""
        if field not in self._fields:
            self._fields[field] = FieldBatches(self._folder)
        self._fields[field].add(batch)

    def write_documents(self, writer: BlockWriter, size: int) -> None:
        """Write the file of documents, of which there are `size`. The writer is left open."""
        forms: dict[str, Form] = {}
        for field, column in self._columns.items():
            column.skip_to(size)
            forms[f"stored/{field}"] = column.write(writer, f"stored/{field}")
            if field in self._searched:
                self._write_folded(writer, field, column.choices())
        for field, known in self._lengths.items():
            lengths: NDArray[np.int64] = np.zeros(size, np.int64)
            lengths[: len(known)] = known
            dtype = smallest_unsigned(int(lengths.max(initial=0)))
            writer.add(f"lengths/{field}", lengths.astype(dtype))
        if len(self.texts):
            self.texts.skip_to(size)
            self.texts.write(writer, "folded")
        writer.facts.update(documents=size, columns=forms)

    def write_postings(self, writer: BlockWriter, size: int) -> None:
        """Write the file of postings of `size` documents. The writer is left open."""
        for field, batches in self._fields.items():
            batches.write(writer, field)
        writer.facts.update(documents=size, fields=list(self._fields))

    def _write_folded(self, writer: BlockWriter, field: str, choices: list[bytes]) -> None:
        folded = TextWriter(self._folder)
        try:
            folded.add([fold(decode(choice)) for choice in choices])
            folded.write(writer, f"values/{field}")
        finally:
            folded.close()

    def close(self) -> None:
        """Give the disk space of temporary files back."""
        self.texts.close()
        for column in self._columns.values():
            column.close()
        for batches in self._fields.values():
            batches.close()


def add_segment(
    builder: SegmentBuilder, first: int, segment: Segment, docs: Docset, fields: Container[str]
) -> None:
    """Add the documents `docs` of `segment` as those from `first` on.

    Of `fields` the postings and the lengths are taken over, of all fields the stored values. Where
    one of the segments has texts, documents of the other have empty ones.

    Raises:
        BlockFileError: the segment is damaged.
    """
    for field in segment.stored_fields():
        column = segment.stored(field)
        if column is not None:
            try:
                builder.store_column(first, field, column, docs)
            except TypeError as exc:  # the other segments have values of another type
                raise segment.damaged(f"stored/{field}") from exc
    for field in segment.fields_with_lengths():
        lengths = segment.lengths(field)
        if field in fields and lengths is not None:
            builder.set_lengths(first, field, lengths[docs].tolist())
    if segment.has_texts():
        builder.texts.skip_to(first)
        builder.texts.extend(segment.texts(), docs)
    numbers = np.full(segment.size, -1)
    numbers[docs] = np.arange(first, first + len(docs))
    for field in segment.fields():
        postings = segment.postings(field)
        if field in fields and postings is not None:
            for batch in renumbered(postings, numbers):
                builder.add_postings(field, batch)


def renumbered(postings: FieldPostings, numbers: Numbers) -> Iterator[Batch]:
    """The postings of a field in batches of ascending documents, with other document numbers.

    Args:
        postings: those of the field.
        numbers: the new number of each document; sorted, except for -1 where one is left out.
    """
    terms = list(postings.terms)
    for low in range(0, len(numbers), SLAB):
        slab = postings.slab(low // SLAB)
        for start in range(low, min(low + SLAB, len(numbers)), AT_ONCE):
            of_slab = np.full(SLAB, -1)
            chosen = numbers[start : start + AT_ONCE]
            of_slab[start - low : start - low + len(chosen)] = chosen
            yield _batch(terms, slab, of_slab)


def _batch(terms: list[bytes], slab: Slab, numbers: Numbers) -> Batch:
    """The postings in a slab of the documents that have a number there."""
    docs = numbers[slab.docs]
    kept = docs >= 0
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)])
    ends = np.cumsum(slab.sizes)
    sizes = before[ends] - before[ends - slab.sizes]
    left = sizes > 0
    return Batch(
        [terms[term] for term in slab.terms[left].tolist()],
        sizes[left],
        docs[kept],
        slab.freqs[kept],
    )
