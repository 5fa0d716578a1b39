"""A segment: one file of documents, one of postings, written together and read together.

documents file    stored/F     what is stored of the field F            (see `values`)
                  lengths/F    how many tokens the field F has          (exact)
                  column/F     a column of Whoosh's own                 (its bytes)
                  folded       the folded texts                         (see `texts`)
postings file     F            the terms of the field F and where they stand  (see `postings`)
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.columns.blocks import Array, Blocks, Buffer
from indexer.columns.postings import FieldPostings
from indexer.columns.texts import Texts
from indexer.columns.values import (
    ChoiceColumn,
    Column,
    NumberColumn,
    open_column,
)

DOCUMENTS = ".docs"
"""How the name of a segment's file of documents ends."""

POSTINGS = ".post"
"""How the name of its file of postings ends."""


class Segment:
    """A segment opened for reading. Nothing is read before it is asked for.

    Args:
        documents: its file of documents.
        postings: its file of postings; None where only the documents are looked at.

    Raises:
        BlockFileError: the files do not fit together.
    """

    def __init__(self, documents: Blocks, postings: Blocks | None) -> None:
        self._documents = documents
        self._postings = postings
        size = documents.facts.get("documents")
        if not isinstance(size, int) or (postings and size != postings.facts.get("documents")):
            raise documents.damaged("directory")
        self.size: int = size
        self._opened: dict[str, Column | None] = {}
        self._row: list[tuple[str, Column]] | None = None

    def fields(self) -> tuple[str, ...]:
        """The fields that have postings."""
        return tuple(self._postings.facts["fields"]) if self._postings else ()

    def postings(self, field: str) -> FieldPostings | None:
        """The postings of a field, None where it has none."""
        if self._postings is None or field not in self.fields():
            return None
        return FieldPostings(self._postings, field)

    def stored_fields(self) -> tuple[str, ...]:
        """The fields of which something is stored."""
        return tuple(name.removeprefix("stored/") for name in self._documents.facts["columns"])

    def stored(self, field: str) -> Column | None:
        """What is stored of a field, None where nothing is."""
        if field not in self._opened:
            self._opened[field] = open_column(self._documents, f"stored/{field}")
        return self._opened[field]

    def row(self, doc: int) -> dict[str, Any]:
        """What is stored of a document, by field; None where a document has nothing."""
        if self._row is None:
            columns = ((field, self.stored(field)) for field in self.stored_fields())
            self._row = [(field, column) for field, column in columns if column is not None]
        return {field: column[doc] for field, column in self._row}

    def numbers(self, field: str) -> NDArray[Any]:
        """The numbers stored of a field, 0 where none is."""
        column = self.stored(field)
        return column.of if isinstance(column, NumberColumn) else np.zeros(self.size, np.uint8)

    def choices(self, field: str) -> ChoiceColumn | None:
        """The values stored of a field of few values, None where none is."""
        column = self.stored(field)
        return column if isinstance(column, ChoiceColumn) else None

    def folded_choices(self, field: str) -> Texts | None:
        """The folded forms of the choices of a field, in their order; None where it has none."""
        name = f"values/{field}"
        return Texts(self._documents, name) if name in self._documents else None

    def lengths(self, field: str) -> Array | None:
        """How many tokens of the field each document has, None where none has any."""
        name = f"lengths/{field}"
        if name not in self._documents:
            return None
        lengths = self._documents.array(name)
        if len(lengths) != self.size:
            raise self._documents.damaged(name)
        return lengths

    def fields_with_lengths(self) -> tuple[str, ...]:
        """The fields whose lengths are known."""
        return self._named("lengths/")

    def columns(self) -> tuple[str, ...]:
        """The columns of Whoosh's own."""
        return self._named("column/")

    def check(self) -> None:
        """Compare everything with its checksum, which reads both files.

        Raises:
            BlockFileError: a block is not what was written.
        """
        self._documents.check()
        if self._postings is not None:
            self._postings.check()

    def release(self) -> None:
        """Give mapped pages of both files back to the system."""
        self._documents.release()
        if self._postings is not None:
            self._postings.release()

    def column(self, field: str) -> tuple[Buffer, int, int] | None:
        """Where the bytes of a column of Whoosh's own are, None where there is none."""
        name = f"column/{field}"
        return self._documents.extent(name) if name in self._documents else None

    def has_texts(self) -> bool:
        """Whether the folded texts are kept."""
        return "folded" in self._documents

    def texts(self) -> Texts:
        """The folded texts.

        Raises:
            BlockFileError: they are not kept.
        """
        return Texts(self._documents, "folded")

    def _named(self, prefix: str) -> tuple[str, ...]:
        names = self._documents.names()
        return tuple(name.removeprefix(prefix) for name in names if name.startswith(prefix))
