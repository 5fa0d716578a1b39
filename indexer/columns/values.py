"""What is stored of each document, one column a field. No value is ever a pickle.

A column takes one of three forms, which the facts of its file name:

    numbers   whole numbers of the smallest type that holds them, and which are missing
    choices   the distinct values, sorted, and which of them each document has (0: none)
    plain     every value by itself, for texts that hardly ever are the same

    F, F/ends      the values (choices, plain)
    F/of           the choices of the documents, or their numbers
    F/missing      which documents have no number, one bit each (optional)
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from indexer.columns.blocks import Blocks
from indexer.columns.encoding import decode
from indexer.columns.strings import StringTable

Form: TypeAlias = Literal["numbers", "choices", "plain"]

_DECODED = 1 << 12
"""How many choices are remembered before they are forgotten again."""


class NumberColumn:
    """A column of whole numbers."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self.of = blocks.array(f"{name}/of")
        self._missing = blocks.array(f"{name}/missing") if f"{name}/missing" in blocks else None

    def __getitem__(self, doc: int) -> int | None:
        if self._missing is not None and self._missing[doc >> 3] >> (doc & 7) & 1:
            return None
        return int(self.of[doc])

    def missing(self) -> NDArray[np.bool_]:
        """Which documents have no number."""
        if self._missing is None:
            return np.zeros(len(self.of), bool)
        return np.unpackbits(self._missing, count=len(self.of), bitorder="little").astype(bool)


class ChoiceColumn:
    """A column of values of which each may stand in many documents."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self.encoded = StringTable(blocks, name)
        self.of = blocks.array(f"{name}/of")
        self._of = blocks.view(f"{name}/of")
        self._decoded: dict[int, Any] = {0: None}

    def __getitem__(self, doc: int) -> Any:
        choice = self._of[doc]
        decoded = self._decoded
        try:
            return decoded[choice]
        except KeyError:
            if len(decoded) >= _DECODED:
                decoded = self._decoded = {0: None}
            value = decoded[choice] = decode(self.encoded[choice - 1])
            return value


class PlainColumn:
    """A column of values of which each stands by itself."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self.encoded = StringTable(blocks, name)

    def __getitem__(self, doc: int) -> Any:
        value = self.encoded[doc]
        return decode(value) if value else None


Column: TypeAlias = "NumberColumn | ChoiceColumn | PlainColumn"

_COLUMNS: dict[Form, type[Column]] = {
    "numbers": NumberColumn,
    "choices": ChoiceColumn,
    "plain": PlainColumn,
}


def open_column(blocks: Blocks, name: str) -> Column | None:
    """The column `name` of a file, None where it has no such column."""
    form = blocks.facts["columns"].get(name)
    return None if form is None else _COLUMNS[form](blocks, name)


def form_of(column: Column) -> Form:
    """The form that takes over a column; where it has only numbers, others may be few."""
    return "plain" if isinstance(column, PlainColumn) else "choices"
