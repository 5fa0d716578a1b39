"""Postings on their way into a segment, in the order in which Whoosh has sorted them."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
from whoosh.codec import base

from indexer.segments.batches import Batch
from indexer.whoosh_codec.files import Draft


class ColumnFieldWriter(base.FieldWriter):  # type: ignore[misc]
    """Takes postings field by field and term by term; of each field it makes a batch."""

    def __init__(self, draft: Draft) -> None:
        self.is_closed = False
        self._draft = draft

    def start_field(self, fieldname: str, _fieldobj: Any) -> None:
        """Go on with a field."""
        self._field = fieldname
        self._terms: list[bytes] = []
        self._starts = array("q")
        self._docs = array("q")
        self._freqs = array("q")

    def start_term(self, text: bytes) -> None:
        """Go on with a term, which is greater than those before in the field."""
        self._terms.append(text)
        self._starts.append(len(self._docs))

    def add(self, docnum: int, weight: float, _vbytes: bytes, _length: int | None) -> None:
        """Take a posting of the term, whose weight is its frequency."""
        self._docs.append(docnum)
        self._freqs.append(int(weight))

    def finish_term(self) -> None:
        """The term is complete; nothing is to be done."""

    def finish_field(self) -> None:
        """Hand the postings of the field to the builder."""
        starts = np.array([*self._starts, len(self._docs)], np.int64)
        docs, freqs = (np.array(numbers, np.int64) for numbers in (self._docs, self._freqs))
        self._draft.builder.add_postings(
            self._field, Batch(self._terms, np.diff(starts), docs, freqs)
        )

    def close(self) -> None:
        """Write the file of postings."""
        self.is_closed = True
        try:
            self._draft.write_postings()
        finally:
            self._draft.close()

    def discard(self) -> None:
        """Write nothing."""
        self.is_closed = True
        self._draft.close()
