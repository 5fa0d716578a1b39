"""What is stored of each document, one column a field: whole numbers or texts, never a pickle.

A column takes one of three forms, which the facts of its file name:

    numbers   whole numbers of the smallest type that has them, and which are missing
    choices   the distinct texts, sorted, and which of them each document has (0: none)
    plain     every text by itself, where hardly ever two are equal

    F, F/ends      the texts (choices, plain), each after the letter `s`; no bytes where none is
    F/of           the choices of the documents, or their numbers
    F/missing      which documents have no number, one bit each (optional)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from indexer.model.fields import Form
from indexer.segments.blocks import Blocks
from indexer.segments.paged import Paged
from indexer.segments.strings import StringTable

Value: TypeAlias = "str | int"
"""A stored value; a column contains values of one of these types."""

_TEXT = b"s"

_DECODED = 1 << 12
"""How many decoded choices are cached; then the cache is emptied."""


def encode(text: str) -> bytes:
    """The stored form of a text, never empty.

    >>> decode(encode("核心技术"))
    '核心技术'
    """
    return _TEXT + text.encode("utf-8", "surrogatepass")


def decode(stored: bytes) -> str:
    """The text that `encode` stored.

    Raises:
        ValueError: the bytes are damaged.
    """
    if stored[:1] != _TEXT:
        raise ValueError("stored bytes that are no text")
    return stored[1:].decode("utf-8", "surrogatepass")


class NumberColumn:
    """A column of whole numbers."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self._of = blocks.paged(f"{name}/of", "iu")
        self._missing: Paged | None = None
        if f"{name}/missing" in blocks:
            self._missing = blocks.paged(f"{name}/missing", "u")
            if self._missing.nbytes != (len(self) + 7) // 8:
                raise blocks.damaged(name)

    def __len__(self) -> int:
        return len(self._of)

    def __getitem__(self, doc: int) -> int | None:
        if self._missing is not None and self._missing[doc >> 3] >> (doc & 7) & 1:
            return None
        return self._of[doc]

    @property
    def of(self) -> NDArray[Any]:
        """The numbers of all documents, 0 where one has none."""
        return self._of.array()

    def missing(self) -> NDArray[np.bool_]:
        """Which documents have no number."""
        if self._missing is None:
            return np.zeros(len(self), bool)
        bits = self._missing.array()
        return np.unpackbits(bits, count=len(self), bitorder="little").astype(bool)


class ChoiceColumn:
    """A column of texts of which many documents may have the same."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self.encoded = StringTable(blocks, name)
        self._of = blocks.paged(f"{name}/of", "u")
        self.damaged = partial(blocks.damaged, name)
        self._decoded: dict[int, str | None] = {0: None}

    def __len__(self) -> int:
        return len(self._of)

    def __getitem__(self, doc: int) -> str | None:
        choice = self._of[doc]
        decoded = self._decoded
        try:
            return decoded[choice]
        except KeyError:
            if choice > len(self.encoded):
                raise self.damaged() from None
            if len(decoded) >= _DECODED:
                decoded = self._decoded = {0: None}
            value = decoded[choice] = self._decode(self.encoded[choice - 1])
            return value

    def values(self) -> list[str]:
        """The distinct texts, in the order of the choices from 1 on."""
        return [self._decode(value) for value in self.encoded]

    def _decode(self, value: bytes) -> str:
        try:
            return decode(value)
        except ValueError as exc:
            raise self.damaged() from exc

    @cached_property
    def of(self) -> NDArray[Any]:
        """The choices of all documents, 0 where one has none."""
        of = self._of.array()
        if of.max(initial=0) > len(self.encoded):
            raise self.damaged()
        return of


class PlainColumn:
    """A column of texts that are stored one by one."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self.encoded = StringTable(blocks, name)
        self._damaged = partial(blocks.damaged, name)

    def __len__(self) -> int:
        return len(self.encoded)

    def __getitem__(self, doc: int) -> str | None:
        value = self.encoded[doc]
        try:
            return decode(value) if value else None
        except ValueError as exc:
            raise self._damaged() from exc


Column: TypeAlias = "NumberColumn | ChoiceColumn | PlainColumn"

_COLUMNS: dict[Form, type[Column]] = {
    "numbers": NumberColumn,
    "choices": ChoiceColumn,
    "plain": PlainColumn,
}


def forms(facts: Mapping[str, object]) -> dict[str, Form]:
    """The forms of the columns of a file, by name, as its facts have them.

    Raises:
        ValueError: they name none, or forms that there are not.
    """
    named = facts.get("columns")
    if not isinstance(named, dict) or not all(form in tuple(_COLUMNS) for form in named.values()):
        raise ValueError("columns of no form")
    return named


def open_column(blocks: Blocks, name: str, form: Form) -> Column:
    """The column `name` of a file.

    Raises:
        BlockFileError: it is damaged.
    """
    return _COLUMNS[form](blocks, name)


def form_of(column: Column) -> Form:
    """The form of a column that takes over the values of `column`."""
    return "plain" if isinstance(column, PlainColumn) else "choices"
