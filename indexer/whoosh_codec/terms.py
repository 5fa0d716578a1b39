"""Terms and their postings on their way out of a segment."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import dropwhile
from typing import Any, TypeAlias

import numpy as np
from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from indexer.segments.paged import Array
from indexer.segments.postings import FieldPostings, Numbers
from indexer.segments.segment import DOCUMENTS, POSTINGS, fields_of, size_of
from indexer.whoosh_codec.files import open_blocks, open_documents
from indexer.whoosh_codec.matcher import ColumnMatcher
from indexer.whoosh_codec.segment import ColumnSegment

Term: TypeAlias = tuple[str, bytes]
"""A field and a term of it."""


_MOST_DOCUMENTS = 1 << 32


class ColumnTermInfo(TermInfo):  # type: ignore[misc]
    """The statistics of a term, each read from its postings when it is asked for."""

    def __init__(self, postings: FieldPostings, term: int, lengths: Array | None) -> None:
        self._postings = postings
        self._term = term
        self._all_lengths = lengths

    def weight(self) -> float:
        """The sum of all weights."""
        weights = self._postings.frequencies(self._term)
        if weights.dtype.kind == "f":
            return float(weights.sum(dtype=np.float64))
        return self._postings.count(self._term)

    def doc_frequency(self) -> int:
        """In how many documents the term stands, deleted ones too."""
        return self._postings.document_frequency(self._term)

    def max_weight(self) -> float:
        """The greatest weight."""
        return float(self._postings.frequencies(self._term).max())

    def min_length(self) -> int:
        """The length of the shortest field in which the term stands, 0 where no length is kept."""
        return int(self._lengths.min())

    def max_length(self) -> int:
        """The length of the longest."""
        return int(self._lengths.max())

    def min_id(self) -> int:
        """The first document in which the term stands."""
        return self._minid

    def max_id(self) -> int:
        """The last."""
        return self._maxid

    # Whoosh adds to these two where it puts segments together.
    @cached_property
    def _minid(self) -> int:
        return int(self._docs[0])

    @cached_property
    def _maxid(self) -> int:
        return int(self._docs[-1])

    @cached_property
    def _docs(self) -> Numbers:
        return self._postings.docs(self._term)

    @cached_property
    def _lengths(self) -> Array:
        if self._all_lengths is None:
            return np.zeros(1, np.uint8)
        return self._all_lengths[self._docs]


class ColumnTermsReader(base.TermsReader):  # type: ignore[misc]
    """Reads the terms of a segment and their postings.

    Raises:
        BlockFileError: the file of postings is damaged or belongs to another segment.
    """

    def __init__(self, storage: Any, segment: ColumnSegment) -> None:
        self._blocks = open_blocks(storage, segment, POSTINGS)
        self._size = size_of(self._blocks)
        if self._size != segment.doc_count_all():
            raise self._blocks.damaged("directory")
        self._names: list[str] = sorted(fields_of(self._blocks))
        self._fields: dict[str, FieldPostings] = {}
        has_documents = storage.file_exists(segment.make_filename(DOCUMENTS))
        self._documents = open_documents(storage, segment) if has_documents else None

    def __contains__(self, term: Term) -> bool:
        postings = self._postings(term[0])
        return postings is not None and postings.terms.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms, sorted."""
        return self._names

    def cursor(self, fieldname: str, fieldobj: Any) -> ColumnCursor:
        """A place among the terms of a field that can be moved."""
        return ColumnCursor(self, fieldname, fieldobj)

    def terms(self) -> Iterator[Term]:
        """All fields and their terms, sorted."""
        return ((name, term) for name in self._names for term in self._sure(name).terms)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The fields and their terms from that one on, with the fields that follow."""
        return ((name, postings.terms[at]) for name, postings, at in self._from(fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, ColumnTermInfo]]:
        """All fields and their terms, with their statistics."""
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, ColumnTermInfo]]:
        """The fields and their terms from that one on, likewise."""
        for name, postings, at in self._from(fieldname, prefix):
            yield (name, postings.terms[at]), self._info(name, postings, at)

    def term_info(self, fieldname: str, text: bytes) -> ColumnTermInfo:
        """The statistics of a term.

        Raises:
            TermNotFound: there is no such term.
        """
        return self._info(fieldname, *self._place(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """The sum of a term's weights, 0 where there is no such term."""
        return self.term_info(fieldname, text).weight() if (fieldname, text) in self else 0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """In how many documents a term stands, 0 where there is no such term."""
        return self.term_info(fieldname, text).doc_frequency() if (fieldname, text) in self else 0

    def matcher(
        self, fieldname: str, text: bytes, format_: Any, scorer: Any = None
    ) -> ColumnMatcher:
        """The postings of a term.

        Raises:
            TermNotFound: there is no such term.
        """
        postings, at = self._place(fieldname, text)
        return ColumnMatcher(
            postings.docs(at).tolist(),
            postings.frequencies(at).astype(np.float64).tolist(),
            postings.values(at),
            format_,
            term=(fieldname, text),
            info=self._info(fieldname, postings, at),
            scorer=scorer,
        )

    def lower_bound(self, fieldname: str, text: bytes) -> int:
        """The place of the first term of a field that is not less than `text`."""
        postings = self._postings(fieldname)
        return 0 if postings is None else postings.terms.lower_bound(text, 0, len(postings.terms))

    def term_at(self, fieldname: str, at: int) -> tuple[bytes, ColumnTermInfo] | None:
        """The term of a field at a place, with its statistics; None past the last."""
        postings = self._postings(fieldname)
        if postings is None or at >= len(postings.terms):
            return None
        return postings.terms[at], self._info(fieldname, postings, at)

    def _from(self, field: str, prefix: bytes) -> Iterator[tuple[str, FieldPostings, int]]:
        for name in dropwhile(lambda name: name < field, self._names):
            first = self.lower_bound(name, prefix) if name == field else 0
            postings = self._sure(name)
            for at in range(first, len(postings.terms)):
                yield name, postings, at

    def _place(self, field: str, text: bytes) -> tuple[FieldPostings, int]:
        postings = self._postings(field)
        at = -1 if postings is None else postings.terms.find(text)
        if postings is None or at < 0:
            raise TermNotFound(f"No term {field}:{text!r}")
        return postings, at

    def _info(self, field: str, postings: FieldPostings, at: int) -> ColumnTermInfo:
        lengths = None if self._documents is None else self._documents.lengths(field)
        return ColumnTermInfo(postings, at, lengths)

    def _postings(self, field: str) -> FieldPostings | None:
        return self._sure(field) if field in self._names else None

    def _sure(self, field: str) -> FieldPostings:
        if field not in self._fields:
            # Whoosh may have postings written without documents, which are not counted then.
            size = self._size or _MOST_DOCUMENTS
            self._fields[field] = FieldPostings(self._blocks, field, size)
        return self._fields[field]


class ColumnCursor(base.FieldCursor):  # type: ignore[misc]
    """A place among the terms of a field, which begins at the first. Terms are given as text."""

    def __init__(self, reader: ColumnTermsReader, fieldname: str, fieldobj: Any) -> None:
        self._reader = reader
        self._fieldname = fieldname
        self._fieldobj = fieldobj
        self._go_to(0)

    def first(self) -> str | None:
        """Go to the first term."""
        return self._go_to(0)

    def find(self, term: str | bytes) -> str | None:
        """Go to the first term that is not less than `term`."""
        text = term if isinstance(term, bytes) else self._fieldobj.to_bytes(term)
        return self._go_to(self._reader.lower_bound(self._fieldname, text))

    def next(self) -> str | None:
        """Go to the next term."""
        return self._go_to(self._at + 1)

    def text(self) -> str | None:
        """The term, None past the last."""
        return None if self._here is None else self._fieldobj.from_bytes(self._here[0])

    def term_info(self) -> ColumnTermInfo | None:
        """The statistics of the term, None past the last."""
        return None if self._here is None else self._here[1]

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._here is not None

    def _go_to(self, at: int) -> str | None:
        self._at = at
        self._here = self._reader.term_at(self._fieldname, at)
        return self.text()
