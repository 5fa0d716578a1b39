"""Building a segment: documents and postings as they come, then both of its files."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.model.fields import Form
from indexer.segments.batches import Batch, FieldBatches
from indexer.segments.blocks import BlockWriter, smallest_unsigned
from indexer.segments.postings import Numbers
from indexer.segments.spool import Spool
from indexer.segments.strings import write_ends
from indexer.segments.texts import END, Texts
from indexer.segments.value_writer import ColumnWriter
from indexer.segments.values import Column, Value, decode, form_of
from indexer.text.folding import fold

_AT_ONCE = 1 << 14
"""How many texts are taken over at once."""


class TextWriter:
    """Takes folded texts one after another and writes them (see `texts`)."""

    def __init__(self, folder: Path | None) -> None:
        self._blob = Spool("|u1", folder)
        self._lengths = array("I")

    def add(self, texts: list[str]) -> None:
        """Take the next texts."""
        data = [text.encode("utf-8") + END for text in texts]
        self._blob.add(np.frombuffer(b"".join(data), np.uint8))
        self._lengths.extend(map(len, data))

    def extend(self, texts: Texts, docs: Numbers) -> None:
        """Take the texts of `docs`, which are documents of another segment."""
        for at in range(0, len(docs), _AT_ONCE):
            data = list(texts.read_each(docs[at : at + _AT_ONCE]))
            self._blob.add(np.frombuffer(b"".join(data), np.uint8))
            self._lengths.extend(map(len, data))

    def skip_to(self, count: int) -> None:
        """Take it that all texts up to the `count`th that have not been added are empty."""
        if count < len(self):
            raise ValueError(f"{len(self)} texts came for {count} documents")
        self.add([""] * (count - len(self)))

    def __len__(self) -> int:
        return len(self._lengths)

    def write(self, writer: BlockWriter, name: str) -> None:
        """Write the blocks."""
        writer.add_bytes(name, (piece.tobytes() for piece in self._blob.pieces()))
        write_ends(writer, name, np.array(self._lengths, np.int64))

    def close(self) -> None:
        """Give the disk space back."""
        self._blob.close()


class SegmentBuilder:
    """Takes documents and postings in any order of calls and writes the files of a segment.

    Args:
        folder: where temporary files lie; None for the system's own folder.
        searched: the fields whose choices are looked for by their folded forms.
    """

    def __init__(self, folder: Path | None, searched: Collection[str] = ()) -> None:
        self._folder = folder
        self._searched = frozenset(searched)
        self._columns: dict[str, ColumnWriter] = {}
        self._lengths: dict[str, array[int]] = {}
        self._fields: dict[str, FieldBatches] = {}
        self.texts = TextWriter(folder)

    def store(self, first: int, field: str, values: Sequence[Value | None], form: Form) -> None:
        """Keep the values of a field of the documents from `first` on, which come in that order.

        Raises:
            TypeError: the field has both numbers and texts, or values of other types.
        """
        if field not in self._columns:
            self._columns[field] = ColumnWriter(form, self._folder)
        self._columns[field].add(first, values)

    def store_column(self, first: int, field: str, column: Column, docs: Numbers) -> None:
        """Keep what `column` holds of `docs` for as many documents from `first` on; likewise."""
        if field not in self._columns:
            self._columns[field] = ColumnWriter(form_of(column), self._folder)
        self._columns[field].extend(first, column, docs)

    def set_lengths(self, first: int, field: str, lengths: Sequence[int]) -> None:
        """Keep how many tokens of a field the documents from `first` on have."""
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
        """Write the file of postings; likewise."""
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
