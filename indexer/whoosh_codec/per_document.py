"""What is kept of each document, stored values and lengths: on its way in, and on its way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.codec import base
from whoosh.fields import STORED

from indexer.model.fields import Form
from indexer.segments.paged import Array
from indexer.whoosh_codec.files import Draft, open_documents


class ColumnDocumentWriter(base.PerDocumentWriter):  # type: ignore[misc]
    """Takes documents one by one."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Go on with the document of that number, which is the next one."""
        if docnum != self.draft.size:
            raise ValueError(f"document {docnum} comes where {self.draft.size} is expected")
        self._docnum = docnum
        self.draft.size += 1

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int | None) -> None:
        """Take what is stored of a field of the document, and its number of tokens.

        Raises:
            TypeError: the value is neither a text nor a whole number, or the field has both.
        """
        if value is not None:
            form: Form = "plain" if isinstance(fieldobj, STORED) else "choices"
            self.draft.builder.store(self._docnum, fieldname, [value], form)
        if length:
            self.draft.builder.set_lengths(self._docnum, fieldname, [length])

    def close(self) -> None:
        """Write the file of documents."""
        self.is_closed = True
        self.draft.write_documents()

    def discard(self) -> None:
        """Write nothing."""
        self.is_closed = True


class ColumnDocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Reads the documents of a segment. Lengths are exact."""

    def __init__(self, storage: Any, segment: base.Segment) -> None:
        self._segment = segment
        self._documents = open_documents(storage, segment)
        self._lengths: dict[str, Array | None] = {}

    def doc_count(self) -> int:
        """The number of documents that are not deleted."""
        return self.doc_count_all() - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        """The number of documents, deleted ones included."""
        return self._documents.size

    def has_deletions(self) -> bool:
        """Whether documents are deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterator[int]:
        """The deleted documents."""
        return iter(self._segment.deleted_docs())

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """What is stored of a document, by field."""
        row = self._documents.row(docnum)
        return {field: value for field, value in row.items() if value is not None}

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The number of tokens of a field of a document, `default` where it has none."""
        lengths = self._lengths_of(fieldname)
        return default if lengths is None else int(lengths[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        """The number of tokens of a field in all documents, deleted ones included."""
        lengths = self._lengths_of(fieldname)
        return 0 if lengths is None else int(lengths.sum())

    def min_field_length(self, fieldname: str) -> int:
        """The least number of tokens of a field in a document."""
        lengths = self._lengths_of(fieldname)
        return 0 if lengths is None or not len(lengths) else int(lengths.min())

    def max_field_length(self, fieldname: str) -> int:
        """The greatest number of tokens of a field in a document."""
        lengths = self._lengths_of(fieldname)
        return 0 if lengths is None else int(lengths.max(initial=0))

    def _lengths_of(self, field: str) -> Array | None:
        if field not in self._lengths:
            self._lengths[field] = self._documents.lengths(field)
        return self._lengths[field]
