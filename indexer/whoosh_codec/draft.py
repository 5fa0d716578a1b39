"""A segment that is being written: its documents and its postings share one builder."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from indexer.segments.blocks import BlockWriter
from indexer.segments.building import SegmentBuilder
from indexer.segments.segment import DOCUMENTS, POSTINGS
from indexer.whoosh_codec.files import folder_of
from indexer.whoosh_codec.segment import ColumnSegment


class Draft:
    """A segment that is being written.

    Attributes:
        builder: what takes its content.
        size: how many documents it has so far.
        settled: how many of these have all their postings in the builder.
    """

    def __init__(self, storage: Any, segment: ColumnSegment, searched: Collection[str]) -> None:
        self.builder = SegmentBuilder(folder_of(storage), searched)
        self.size = 0
        self.settled = 0
        self._storage = storage
        self._segment = segment

    def write_documents(self, columns: Mapping[str, bytes]) -> None:
        """Write the file of documents, with these columns of Whoosh's own."""
        self._segment.set_doc_count(self.size)
        with self._segment.create_file(self._storage, DOCUMENTS) as file, BlockWriter(file) as to:
            self.builder.write_documents(to, self.size, columns)

    def write_postings(self) -> None:
        """Write the file of postings."""
        with self._segment.create_file(self._storage, POSTINGS) as file, BlockWriter(file) as to:
            self.builder.write_postings(to, self.size)

    def close(self) -> None:
        """Give the disk space of temporary files back."""
        self.builder.close()
