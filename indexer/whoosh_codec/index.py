"""An index of Whoosh's whose writer writes columns."""

from __future__ import annotations

from typing import Any

from whoosh.index import FileIndex

from indexer.whoosh_codec.writer import ColumnIndexWriter


class ColumnIndex(FileIndex):  # type: ignore[misc]
    """An index of Whoosh's, in one of its storages, whose segments are written as columns.

    >>> from whoosh.fields import ID, Schema
    >>> from whoosh.filedb.filestore import RamStorage
    >>> index = ColumnIndex.create(RamStorage(), Schema(name=ID))
    >>> with index.writer() as writer:
    ...     writer.add_document(name="核心技术")
    >>> with index.searcher() as searcher:
    ...     searcher.doc_frequency("name", "核心技术")
    1
    """

    def writer(self, procs: int = 1, **options: Any) -> ColumnIndexWriter:
        """A writer, which locks the index; `procs` is 1, as there is only one process."""
        if procs != 1:
            raise ValueError("columns are written by one process")
        return ColumnIndexWriter(self, **options)
