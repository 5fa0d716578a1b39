"""Documents on their way into a segment: stored values, lengths, columns of Whoosh's, vectors."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from whoosh.codec import base
from whoosh.fields import STORED
from whoosh.filedb.structfile import StructFile

from indexer.model.fields import Form
from indexer.whoosh_codec.draft import Draft
from indexer.whoosh_codec.vectors import VECTORS, encode_vector, vector_name


class ColumnDocumentWriter(base.PerDocWriterWithColumns):  # type: ignore[misc]
    """Takes documents one by one, and columns of Whoosh's, which write themselves to memory."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.is_closed = False
        self._columns: dict[str, tuple[Any, Any]] = {}

    def start_doc(self, docnum: int) -> None:
        """Go on with the document of that number, which is the next one."""
        if docnum != self.draft.size:
            raise ValueError(f"document {docnum} comes where {self.draft.size} is expected")
        self._docnum = docnum
        self.draft.size += 1

    def add_field(self, fieldname: str, fieldobj: Any, value: object, length: int | None) -> None:
        """Take what is stored of a field of the document, and how many tokens it has."""
        if value is not None:
            form: Form = "plain" if isinstance(fieldobj, STORED) else "choices"
            self.draft.builder.store(self._docnum, fieldname, value, form)
        if length:
            self.draft.builder.set_lengths(self._docnum, fieldname, [length])

    def add_vector_items(
        self, fieldname: str, _fieldobj: Any, items: Iterable[tuple[str, float, bytes]]
    ) -> None:
        """Take the terms of a field of the document: each with its weight and its value."""
        vector = encode_vector(items)
        if vector:
            self.add_column_value(vector_name(fieldname), VECTORS, vector)

    def set_column_value(self, name: str, column: Any, docnum: int, value: object) -> None:
        """Take the value of any document in a column; the documents come in rising order."""
        if not self._has_column(name):
            self._create_column(name, column)
        self._get_column(name).add(docnum, value)

    def close(self) -> None:
        """Write the file of documents."""
        self.is_closed = True
        for _, writer in self._columns.values():
            writer.finish(self.draft.size)
        self.draft.write_documents(
            {name: file.file.getvalue() for name, (file, _) in self._columns.items()}
        )

    def discard(self) -> None:
        """Write nothing."""
        self.is_closed = True

    def _has_column(self, fieldname: str) -> bool:
        return fieldname in self._columns

    def _create_column(self, fieldname: str, column: Any) -> None:
        file = StructFile(BytesIO())
        self._columns[fieldname] = (file, column.writer(file))

    def _get_column(self, fieldname: str) -> Any:
        return self._columns[fieldname][1]
