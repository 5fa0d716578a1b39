"""What Whoosh asks for the writers and readers of a segment."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from weakref import WeakValueDictionary

from whoosh.codec import base

from indexer.whoosh_codec.document_reader import ColumnDocumentReader
from indexer.whoosh_codec.document_writer import ColumnDocumentWriter
from indexer.whoosh_codec.draft import Draft
from indexer.whoosh_codec.field_writer import ColumnFieldWriter
from indexer.whoosh_codec.segment import ColumnSegment
from indexer.whoosh_codec.terms import ColumnTermsReader


class ColumnCodec(base.Codec):  # type: ignore[misc]
    """Writes and reads segments as columns.

    Args:
        searched: the fields whose stored choices are looked for by their folded forms.
    """

    # Lengths are read where they are needed, not handed to the writer with each posting.
    length_stats = False

    def __init__(self, searched: Collection[str] = ()) -> None:
        self._searched = searched
        self._drafts: WeakValueDictionary[str, Draft] = WeakValueDictionary()

    def new_segment(self, _storage: Any, indexname: str) -> ColumnSegment:
        """An empty segment."""
        return ColumnSegment(indexname)

    def per_document_writer(self, storage: Any, segment: ColumnSegment) -> ColumnDocumentWriter:
        """What takes the documents of a segment."""
        return ColumnDocumentWriter(self._draft(storage, segment))

    def field_writer(self, storage: Any, segment: ColumnSegment) -> ColumnFieldWriter:
        """What takes its postings."""
        return ColumnFieldWriter(self._draft(storage, segment))

    def per_document_reader(self, storage: Any, segment: ColumnSegment) -> ColumnDocumentReader:
        """What reads its documents."""
        return ColumnDocumentReader(storage, segment)

    def terms_reader(self, storage: Any, segment: ColumnSegment) -> ColumnTermsReader:
        """What reads its postings."""
        return ColumnTermsReader(storage, segment)

    def _draft(self, storage: Any, segment: ColumnSegment) -> Draft:
        """The draft of a segment, the same for both of its writers."""
        draft = self._drafts.get(segment.segid)
        if draft is None:
            draft = self._drafts[segment.segid] = Draft(storage, segment, self._searched)
        return draft
