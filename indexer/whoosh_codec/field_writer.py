"""Postings on their way into a segment, in the order in which Whoosh has sorted them."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.formats import Frequency
from whoosh.system import pack_uint

from indexer.segments.batches import Batch
from indexer.whoosh_codec.draft import Draft


class ColumnFieldWriter(base.FieldWriter):  # type: ignore[misc]
    """Takes postings field by field and term by term; of each field it makes a batch."""

    def __init__(self, draft: Draft) -> None:
        self.is_closed = False
        self._draft = draft

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        """Go on with a field."""
        self._field = fieldname
        self._counted = isinstance(fieldobj.format, Frequency)
        self._terms: list[bytes] = []
        self._starts = array("q")
        self._docs = array("q")
        self._weights = array("d")
        self._values: list[bytes] = []

    def start_term(self, text: bytes) -> None:
        """Go on with a term, which is greater than those before in the field."""
        self._terms.append(text)
        self._starts.append(len(self._docs))

    def add(self, docnum: int, weight: float, vbytes: bytes, _length: int | None) -> None:
        """Take a posting of the term."""
        # Whoosh gives the words that only spelling needs to document 0, again and again. Here they
        # go to the first document that can still have them.
        docnum = max(docnum, self._draft.settled)
        if len(self._docs) > self._starts[-1] and self._docs[-1] == docnum:
            return
        self._docs.append(docnum)
        self._weights.append(weight)
        # A value that only repeats the frequency is made up again by the reader.
        repeats = self._counted and weight >= 0 and vbytes == pack_uint(int(weight))
        self._values.append(b"" if repeats else vbytes)

    def finish_term(self) -> None:
        """The term is complete; nothing is to be done."""

    def finish_field(self) -> None:
        """Hand the postings of the field to the builder."""
        if not self._docs:
            return
        starts = np.array([*self._starts, len(self._docs)], np.int64)
        batch = Batch(
            self._terms,
            starts[1:] - starts[:-1],
            np.array(self._docs, np.int64),
            np.array(self._weights, np.float64),
            self._values if any(self._values) else None,
        )
        self._draft.builder.add_postings(self._field, batch)

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
