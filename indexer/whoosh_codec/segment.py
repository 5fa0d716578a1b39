"""What Whoosh's table of contents keeps of a segment: its name, its size, what is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.codec import base


class ColumnSegment(base.Segment):  # type: ignore[misc]
    """A segment of two files. It is pickled as plain strings, numbers and lists."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._size = 0
        self._deleted: set[int] = set()

    def codec(self) -> Any:
        """A codec that reads the segment."""
        from indexer.whoosh_codec.codec import ColumnCodec  # noqa: PLC0415 (which imports this module)

        return ColumnCodec()

    def should_assemble(self) -> bool:
        """Whether Whoosh may join the files into one: no, they are mapped each by itself."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Say how many documents there are, deleted ones too."""
        self._size = doccount

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones too."""
        return self._size

    def deleted_count(self) -> int:
        """How many documents are deleted."""
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
