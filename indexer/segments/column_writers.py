"""What is stored of each document on its way to the disk: columns of values, and folded texts.

A build needs memory for numbers and distinct values alone: texts go to a temporary file at once
(`Spool`), from which they are copied into the segment.
"""

from __future__ import annotations

import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.model.fields import Form
from indexer.segments.blocks import BlockWriter, smallest_unsigned
from indexer.segments.paged import Docset, Numbers
from indexer.segments.strings import END, StoredTexts, write_ends, write_strings
from indexer.segments.values import ChoiceColumn, Column, NumberColumn, Value, encode, form_of

_PIECE = 1 << 20
"""How many numbers of a temporary file are read at once."""

_AT_ONCE = 1 << 14
"""How many values or texts are taken over from another segment at once."""


class Spool:
    """A temporary array on the disk: numbers of one type are appended, then the file is mapped.

    It has no name in its folder, so nothing is left of it when the process dies.

    Args:
        dtype: their type.
        folder: where the temporary file lies; None for the system's own folder.
    """

    def __init__(self, dtype: str, folder: Path | None) -> None:
        self.dtype = np.dtype(dtype)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (`close` closes it)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, values: NDArray[Any]) -> None:
        """Append numbers, converted to the spool's type."""
        self._file.write(np.ascontiguousarray(values, self.dtype).data)
        self._count += len(values)

    def array(self) -> NDArray[Any]:
        """All numbers; they are read from the disk where they are used."""
        self._file.flush()
        if not self._count:
            return np.empty(0, self.dtype)
        return np.memmap(self._file, self.dtype, "r", shape=(self._count,))

    def pieces(self) -> Iterator[NDArray[Any]]:
        """All numbers, in pieces of bounded size."""
        array = self.array()
        return (array[at : at + _PIECE] for at in range(0, self._count, _PIECE))

    def close(self) -> None:
        """Give the disk space back, also that of a disk on which nothing more can be written."""
        with suppress(OSError):  # what was still to be written is not wanted any more
            self._file.close()


class TextWriter:
    """Collects folded texts one after another and writes them."""

    def __init__(self, folder: Path | None) -> None:
        self._blob = Spool("|u1", folder)
        self._lengths = array("I")

    def add(self, texts: list[str]) -> None:
        """Add the next texts."""
        data = [text.encode("utf-8") + END for text in texts]
        self._blob.add(np.frombuffer(b"".join(data), np.uint8))
        self._lengths.extend(map(len, data))

    def extend(self, texts: StoredTexts, docs: Docset) -> None:
        """Add the texts of `docs`, which are documents of another segment."""
        for at in range(0, len(docs), _AT_ONCE):
            data = list(texts.read_each(docs[at : at + _AT_ONCE]))
            self._blob.add(np.frombuffer(b"".join(data), np.uint8))
            self._lengths.extend(map(len, data))

    def skip_to(self, count: int) -> None:
        """Add empty texts until there are `count`."""
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


class ColumnWriter:
    """Collects the values of one field, document by document, and writes its column.

    Args:
        form: what texts become, `"choices"` or `"plain"`. Whole numbers become a column of numbers.
        folder: where temporary files lie; None for the system's own folder.
    """

    def __init__(self, form: Form, folder: Path | None) -> None:
        self._form = form
        self._type: type | None = None  # of its values; None while it has none
        self._numbers: array[int] = array("q")
        self._missing: list[int] = []
        self._choices: defaultdict[bytes, int] = defaultdict(None, {b"": 0})
        self._choices.default_factory = self._choices.__len__  # which numbers them as they come
        self._of = array("I")
        self._blob = Spool("|u1", folder)
        self._lengths = array("I")
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, first: int, values: Sequence[Value | None]) -> None:
        """Add the values of the documents from `first` on, after all before; None is no value.

        Raises:
            TypeError: there are both numbers and texts, or values of other types.
        """
        self.skip_to(first)
        self._add(values)

    def extend(self, first: int, column: Column, docs: Docset) -> None:
        """Add the values of `docs` in another column for as many documents from `first` on.

        Raises:
            TypeError: one of the columns has numbers, the other texts.
        """
        self.skip_to(first)
        if isinstance(column, NumberColumn):
            self._add_numbers(column, docs)
            return
        if self._type is None:
            self._form = form_of(column)
        self._take(str)
        if isinstance(column, ChoiceColumn):
            self._add_choices(column, docs)
        else:
            for at in range(0, len(docs), _AT_ONCE):
                self._add_encoded([column.encoded[doc] for doc in docs[at : at + _AT_ONCE]])
        self._count += len(docs)

    def skip_to(self, doc: int) -> None:
        """Take it that documents before `doc` that have not been added have no value."""
        if doc < self._count:
            raise ValueError(f"a value of document {doc} comes after {self._count} documents")
        while self._count < doc:
            self._add([None] * min(doc - self._count, _AT_ONCE))

    def write(self, writer: BlockWriter, name: str) -> Form:
        """Write the blocks of the column. Returns the form that it took."""
        if self._type is not str:
            self._write_numbers(writer, name)
            return "numbers"
        if self._form == "plain":
            writer.add_bytes(name, (piece.tobytes() for piece in self._blob.pieces()))
            write_ends(writer, name, np.array(self._lengths, np.int64))
            return "plain"
        self._write_choices(writer, name)
        return "choices"

    def close(self) -> None:
        """Give the disk space back."""
        self._blob.close()

    def _take(self, kind: type) -> None:
        """Make sure that values of a type can be taken."""
        if self._type is None and kind is str:
            self._add_encoded([b""] * self._count)
            self._numbers, self._missing = array("q"), []
        elif kind is not (self._type or int):
            raise TypeError(f"values of type {kind.__name__} cannot be stored here")
        self._type = kind

    def _add(self, values: Sequence[Value | None]) -> None:
        for kind in dict.fromkeys(map(type, values)):
            if kind is not type(None):
                self._take(kind)
        if self._type is str:
            # Most values of a column are repeated many times, one after another.
            known = {value: encode(value) if isinstance(value, str) else b"" for value in {*values}}
            self._add_encoded(list(map(known.__getitem__, values)))
        else:
            self._missing += [at for at, value in enumerate(values, self._count) if value is None]
            self._numbers.extend([value if isinstance(value, int) else 0 for value in values])
        self._count += len(values)

    def _add_encoded(self, values: list[bytes]) -> None:
        if self._form == "plain":
            self._blob.add(np.frombuffer(b"".join(values), np.uint8))
            self._lengths.extend(map(len, values))
        else:
            self._of.extend(map(self._choices.__getitem__, values))

    def _add_numbers(self, column: NumberColumn, docs: Docset) -> None:
        missing = column.missing()[docs]
        if missing.all():
            self.skip_to(self._count + len(docs))
            return
        self._take(int)
        self._missing += (np.flatnonzero(missing) + self._count).tolist()
        self._numbers.frombytes(column.of[docs].astype(np.int64).tobytes())
        self._count += len(docs)

    def _add_choices(self, column: ChoiceColumn, docs: Docset) -> None:
        choices, of = np.unique(column.of[docs], return_inverse=True)
        values = [column.encoded[choice - 1] if choice else b"" for choice in choices.tolist()]
        if self._form == "plain":
            self._add_encoded([values[at] for at in of.tolist()])
            return
        ours = list(map(self._choices.__getitem__, values))
        self._of.frombytes(np.array(ours, np.uintc)[of].tobytes())

    def _write_numbers(self, writer: BlockWriter, name: str) -> None:
        numbers = np.array(self._numbers, np.int64)
        least, most = int(numbers.min(initial=0)), int(numbers.max(initial=0))
        dtype = np.result_type(np.min_scalar_type(least), np.min_scalar_type(most))
        writer.add(f"{name}/of", numbers.astype(dtype if dtype.kind in "iu" else np.int64))
        if self._missing:
            missing = np.zeros(len(numbers), bool)
            missing[self._missing] = True
            writer.add(f"{name}/missing", np.packbits(missing, bitorder="little"))

    def choices(self) -> list[bytes]:
        """The distinct values, sorted, in the form in which they are stored."""
        return sorted(filter(None, self._choices))

    def _write_choices(self, writer: BlockWriter, name: str) -> None:
        values = self.choices()
        ranks = np.zeros(len(values) + 1, np.int64)
        ranks[[self._choices[value] for value in values]] = np.arange(1, len(values) + 1)
        write_strings(writer, name, values)
        of: Numbers = ranks[np.array(self._of, np.int64)]
        writer.add(f"{name}/of", of.astype(smallest_unsigned(len(values))))
