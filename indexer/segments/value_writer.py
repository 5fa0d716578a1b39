"""Stored values on their way into a segment: one column a field (see `values`)."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from indexer.model.fields import Form
from indexer.segments.blocks import BlockWriter, smallest_unsigned
from indexer.segments.postings import Numbers
from indexer.segments.spool import Spool
from indexer.segments.strings import write_ends, write_strings
from indexer.segments.values import ChoiceColumn, Column, NumberColumn, Value, encode, form_of

_AT_ONCE = 1 << 14
"""How many values are taken over at once."""


class ColumnWriter:
    """Takes the values of one field, document by document, and writes its column.

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
        """Take the values of the documents from `first` on, after all before; None is no value.

        Raises:
            TypeError: there are both numbers and texts, or values of other types.
        """
        self.skip_to(first)
        self._add(values)

    def extend(self, first: int, column: Column, docs: Numbers) -> None:
        """Take what another column holds of `docs` for as many documents from `first` on.

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
        """Write the blocks of the column, and say which form it took."""
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
            # Most values of a column stand beside each other many times.
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

    def _add_numbers(self, column: NumberColumn, docs: Numbers) -> None:
        missing = column.missing()[docs]
        if missing.all():
            self.skip_to(self._count + len(docs))
            return
        self._take(int)
        self._missing += (np.flatnonzero(missing) + self._count).tolist()
        self._numbers.frombytes(column.of[docs].astype(np.int64).tobytes())
        self._count += len(docs)

    def _add_choices(self, column: ChoiceColumn, docs: Numbers) -> None:
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
