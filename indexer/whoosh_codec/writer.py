"""The index writer: one segment being written, into which others are merged as arrays. An index
of Whoosh's that has such a writer."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
from whoosh.index import FileIndex
from whoosh.writing import PostingPool, SegmentWriter

from indexer.segments.blocks import Steady
from indexer.segments.building import SegmentBuilder, add_segment
from indexer.whoosh_codec.codec import ColumnCodec, ColumnSegment
from indexer.whoosh_codec.files import Draft, open_segment


class ColumnIndexWriter(SegmentWriter):  # type: ignore[misc]
    """Writes an index whose segments are columns.

    Documents come through Whoosh's own methods, or in bulk: `extend` numbers them, and its caller
    hands their values, lengths and postings to `builder`.

    Args:
        index: an index of Whoosh's.
        searched: the fields whose stored choices are looked for by their folded forms.
        options: those of Whoosh's `SegmentWriter`.
    """

    def __init__(self, index: Any, *, searched: Collection[str] = (), **options: Any) -> None:
        super().__init__(index, codec=ColumnCodec(searched), **options)
        self._draft: Draft = self.perdocwriter.draft

    @property
    def builder(self) -> SegmentBuilder:
        """What takes the content of the segment that is being written."""
        return self._draft.builder

    def extend(self, count: int) -> int:
        """Reserve the next `count` document numbers. Returns the first of them.

        If they have folded texts, these are the next that `builder.texts` takes.
        """
        first = self._reserve(count)
        self.builder.texts.skip_to(first)
        return first

    def add_reader(self, reader: Any) -> None:
        """Add the documents of a reader that are not deleted, as arrays where they are columns.

        Raises:
            BlockFileError: a segment of ours is damaged.
        """
        self._check_state()
        for leaf, _ in reader.leaf_readers():
            segment = leaf.segment()
            if isinstance(segment, ColumnSegment):
                self.add_segment(segment, leaf.storage())
            else:
                super().add_reader(leaf)

    def _reserve(self, count: int) -> int:
        self._check_state()
        self._flush_pool()
        first = int(self.docnum)
        self.docnum += count
        self._draft.size += count
        if count:
            self._added = True
        return first

    def add_segment(self, segment: ColumnSegment, storage: Any = None) -> None:
        """Add the documents of a segment that are not deleted.

        Args:
            segment: the segment.
            storage: where its files are; None for where this writer's are.

        Raises:
            BlockFileError: it is damaged.
        """
        storage = self.storage if storage is None else storage
        opened = open_segment(storage, segment)
        with Steady(opened.files()):
            opened.check()
            docs = np.setdiff1d(np.arange(opened.size), list(segment.deleted_docs()))
            first = self._reserve(len(docs))
            add_segment(self.builder, first, opened, docs, self.schema)

    def _flush_pool(self) -> None:
        """Hand the postings of single documents to the builder, before others come after them."""
        old: Any = self.pool
        if not old.fieldnames:
            return
        self.fieldwriter.add_postings(self.schema, None, old.iter_postings())
        self.pool: Any = PostingPool(self.temp_storage(), self.newsegment)
        self.pool.limit = old.limit

    def _close_segment(self) -> None:
        # Whoosh calls this for a segment that it has written, and for one that it gives up.
        for writer in (self.perdocwriter, self.fieldwriter):
            if not writer.is_closed:
                writer.discard()
        super()._close_segment()


class ColumnIndex(FileIndex):  # type: ignore[misc]
    """An index of Whoosh's, in a folder, whose segments are written as columns.

    >>> from tempfile import TemporaryDirectory
    >>> from whoosh.fields import ID, Schema
    >>> from whoosh.filedb.filestore import FileStorage
    >>> with TemporaryDirectory() as folder:
    ...     index = ColumnIndex.create(FileStorage(folder), Schema(name=ID))
    ...     with index.writer() as writer:
    ...         writer.add_document(name="核心技术")
    ...     with index.searcher() as searcher:
    ...         searcher.doc_frequency("name", "核心技术")
    1
    """

    def writer(self, procs: int = 1, **options: Any) -> ColumnIndexWriter:
        """A writer, which locks the index; `procs` is 1, as there is only one process."""
        if procs != 1:
            raise ValueError("columns are written by one process")
        return ColumnIndexWriter(self, **options)
