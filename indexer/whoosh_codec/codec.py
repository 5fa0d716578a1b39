"""The codec, and what Whoosh's table of contents keeps of a segment."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from whoosh.codec import base

from indexer.whoosh_codec.field_writer import ColumnFieldWriter
from indexer.whoosh_codec.files import Draft
from indexer.whoosh_codec.per_document import ColumnDocumentReader, ColumnDocumentWriter
from indexer.whoosh_codec.terms_reader import ColumnTermsReader


class ColumnSegment(base.Segment):  # type: ignore[misc]
    """A segment of two files. It is pickled as plain strings, numbers and lists."""

    # By this name a table of contents finds the class, whatever becomes of the modules in here.
    __module__ = __package__

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._size = 0
        self._deleted: set[int] = set()

    def codec(self) -> ColumnCodec:
        """A codec that reads the segment."""
        return ColumnCodec()

    def should_assemble(self) -> bool:
        """Whether Whoosh may join the files into one: no, they are mapped each by itself."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Set the number of documents, deleted ones included."""
        self._size = doccount

    def doc_count_all(self) -> int:
        """The number of documents, deleted ones included."""
        return self._size

    def deleted_count(self) -> int:
        """The number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """The numbers of the deleted documents, in any order."""
        return iter(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a document as deleted, or no longer so."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether the document is deleted."""
        return docnum in self._deleted

    def __getstate__(self) -> dict[str, object]:
        return {
            "indexname": self.indexname,
            "segid": self.segid,
            "size": self._size,
            "deleted": sorted(self._deleted),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.indexname = state["indexname"]
        self.segid = state["segid"]
        self.compound = False
        self._size = state["size"]
        self._deleted = set(state["deleted"])


class ColumnCodec(base.Codec):  # type: ignore[misc]
    """Writes one segment as columns, or reads any number of them.

    Args:
        searched: the fields whose stored choices are looked for by their folded forms.
    """

    # Lengths are read where they are needed, not handed to the writer with each posting.
    length_stats = False

    def __init__(self, searched: Collection[str] = ()) -> None:
        self._searched = searched

    def new_segment(self, storage: Any, indexname: str) -> ColumnSegment:
        """An empty segment, which the writers that are asked for next write together."""
        segment = ColumnSegment(indexname)
        self._draft = Draft(storage, segment, self._searched)
        return segment

    def per_document_writer(self, _storage: Any, _segment: ColumnSegment) -> ColumnDocumentWriter:
        """What takes the documents of the new segment."""
        return ColumnDocumentWriter(self._draft)

    def field_writer(self, _storage: Any, _segment: ColumnSegment) -> ColumnFieldWriter:
        """What takes its postings."""
        return ColumnFieldWriter(self._draft)

    def per_document_reader(self, storage: Any, segment: ColumnSegment) -> ColumnDocumentReader:
        """What reads the documents of a segment."""
        return ColumnDocumentReader(storage, segment)

    def terms_reader(self, storage: Any, segment: ColumnSegment) -> ColumnTermsReader:
        """What reads its postings."""
        return ColumnTermsReader(storage, segment)
