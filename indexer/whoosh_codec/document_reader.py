"""Documents on their way out of a segment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.codec import base
from whoosh.filedb.structfile import BufferFile

from indexer.segments.paged import Array
from indexer.whoosh_codec.files import open_documents
from indexer.whoosh_codec.matcher import ColumnMatcher
from indexer.whoosh_codec.segment import ColumnSegment
from indexer.whoosh_codec.vectors import VECTORS, vector_matcher, vector_name


class ColumnDocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Reads the documents of a segment. Lengths are exact."""

    def __init__(self, storage: Any, segment: ColumnSegment) -> None:
        self._segment = segment
        self._documents = open_documents(storage, segment)
        self._lengths: dict[str, Array | None] = {}
        self._files: dict[str, Any] = {}
        self._vectors: dict[str, Any] = {}

    def doc_count(self) -> int:
        """How many documents there are."""
        return self.doc_count_all() - self._segment.deleted_count()

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones too."""
        return self._documents.size

    def has_deletions(self) -> bool:
        """Whether documents are deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted documents."""
        return self._segment.deleted_docs()

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """What is stored of a document, by field."""
        values = {field: self._documents.stored(field) for field in self._documents.stored_fields()}
        found = {field: column[docnum] for field, column in values.items() if column is not None}
        return {field: value for field, value in found.items() if value is not None}

    def supports_columns(self) -> bool:
        """Whether columns of Whoosh's can be kept: yes."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether a field has a column of Whoosh's."""
        return fieldname in self._documents.columns()

    def list_columns(self) -> tuple[str, ...]:
        """The fields that have one."""
        return self._documents.columns()

    def column_reader(self, fieldname: str, column: Any) -> Any:
        """What reads the column of a field, which is of Whoosh's kind `column`."""
        if fieldname not in self._files:
            self._files[fieldname] = self._column_file(fieldname)
        file, length = self._files[fieldname]
        return column.reader(file, 0, length, self._documents.size)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many tokens a field of a document has, `default` where it has none."""
        lengths = self._lengths_of(fieldname)
        return default if lengths is None else int(lengths[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        """How many tokens a field has in all documents, deleted ones too."""
        lengths = self._lengths_of(fieldname)
        return 0 if lengths is None else int(lengths.sum())

    def min_field_length(self, fieldname: str) -> int:
        """How many tokens it has at least."""
        lengths = self._lengths_of(fieldname)
        return 0 if lengths is None or not len(lengths) else int(lengths.min())

    def max_field_length(self, fieldname: str) -> int:
        """How many tokens it has at most."""
        lengths = self._lengths_of(fieldname)
        return 0 if lengths is None else int(lengths.max(initial=0))

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """Whether the terms of a field of a document are kept."""
        return bool(self._vector(docnum, fieldname))

    def vector(self, docnum: int, fieldname: str, format_: Any) -> ColumnMatcher:
        """The terms of a field of a document."""
        stored = self._vector(docnum, fieldname)
        if not stored:
            raise KeyError(f"document {docnum} has no vector of field {fieldname!r}")
        return vector_matcher(stored, format_)

    def _lengths_of(self, field: str) -> Array | None:
        if field not in self._lengths:
            self._lengths[field] = self._documents.lengths(field)
        return self._lengths[field]

    def _vector(self, docnum: int, field: str) -> bytes:
        name = vector_name(field)
        if not self.has_column(name):
            return b""
        if name not in self._vectors:
            self._vectors[name] = self.column_reader(name, VECTORS)
        return bytes(self._vectors[name][docnum])

    def _column_file(self, field: str) -> tuple[Any, int]:
        data = self._documents.column(field)
        if data is None:
            raise KeyError(f"field {field!r} has no column")
        return BufferFile(data), len(data)
