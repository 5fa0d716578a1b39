"""Terms and their postings on their way out of a segment."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Iterator
from itertools import dropwhile
from typing import Any, TypeAlias

from whoosh.codec import base
from whoosh.formats import Frequency
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.reading import TermInfo, TermNotFound
from whoosh.system import pack_uint

from indexer.segments.postings import FieldPostings
from indexer.whoosh_codec.files import open_segment

FieldTerm: TypeAlias = tuple[str, bytes]
"""A field and a term of it."""


class ColumnTermsReader(base.TermsReader):  # type: ignore[misc]
    """Reads the terms of a segment and their postings.

    Raises:
        BlockFileError: a file of it is damaged or belongs to another segment.
    """

    def __init__(self, storage: Any, segment: base.Segment) -> None:
        self._opened = open_segment(storage, segment)
        self._fields: dict[str, FieldPostings] = {}

    def __contains__(self, term: FieldTerm) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms, sorted."""
        return sorted(self._opened.fields())

    def cursor(self, fieldname: str, fieldobj: Any) -> ColumnCursor:
        """A place among the terms of a field that can be moved."""
        return ColumnCursor(self, fieldname, fieldobj)

    def terms(self) -> Iterator[FieldTerm]:
        """All fields and their terms, sorted."""
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[FieldTerm]:
        """The fields and their terms from that one on, with the fields that follow."""
        return ((name, postings.terms[at]) for name, postings, at in self._from(fieldname, prefix))

    def items(self) -> Iterator[tuple[FieldTerm, TermInfo]]:
        """All fields and their terms, with their statistics."""
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[FieldTerm, TermInfo]]:
        """The fields and their terms from that one on, with their statistics."""
        for name, postings, at in self._from(fieldname, prefix):
            yield (name, postings.terms[at]), self._info(name, postings, at)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """The statistics of a term.

        Raises:
            TermNotFound: there is no such term.
        """
        return self._info(fieldname, *self._found(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> int:
        """The number of occurrences of a term in all documents, deleted ones included."""
        found = self._find(fieldname, text)
        return 0 if found is None else found[0].count(found[1])

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """The document frequency of a term, deleted documents included."""
        found = self._find(fieldname, text)
        return 0 if found is None else found[0].document_frequency(found[1])

    def matcher(
        self, fieldname: str, text: bytes, format_: Any, scorer: Any = None
    ) -> ColumnMatcher:
        """The postings of a term.

        Raises:
            TermNotFound: there is no such term.
        """
        postings, at = self._found(fieldname, text)
        docs, freqs = postings.docs(at).tolist(), postings.frequencies(at).tolist()
        return ColumnMatcher((fieldname, text), docs, freqs, format_, scorer)

    def lower_bound(self, fieldname: str, text: bytes) -> int:
        """The place of the first term of a field that is not less than `text`."""
        postings = self._postings(fieldname)
        return 0 if postings is None else postings.terms.lower_bound(text, 0, len(postings.terms))

    def term_at(self, fieldname: str, at: int) -> tuple[bytes, TermInfo] | None:
        """The term of a field at a place, with its statistics; None past the last."""
        postings = self._postings(fieldname)
        if postings is None or at >= len(postings.terms):
            return None
        return postings.terms[at], self._info(fieldname, postings, at)

    def _from(self, field: str, prefix: bytes) -> Iterator[tuple[str, FieldPostings, int]]:
        for name in dropwhile(lambda name: name < field, self.indexed_field_names()):
            postings = self._postings(name)
            if postings is not None:
                first = self.lower_bound(name, prefix) if name == field else 0
                for at in range(first, len(postings.terms)):
                    yield name, postings, at

    def _find(self, field: str, text: bytes) -> tuple[FieldPostings, int] | None:
        """The postings of a field and the place of a term in it; None where it is not there."""
        postings = self._postings(field)
        if postings is None or (at := postings.terms.find(text)) < 0:
            return None
        return postings, at

    def _found(self, field: str, text: bytes) -> tuple[FieldPostings, int]:
        found = self._find(field, text)
        if found is None:
            raise TermNotFound(f"No term {field}:{text!r}")
        return found

    def _info(self, field: str, postings: FieldPostings, at: int) -> TermInfo:
        docs, all_lengths = postings.docs(at), self._opened.lengths(field)
        lengths = (0,) if all_lengths is None else all_lengths[docs].tolist()
        return TermInfo(
            weight=postings.count(at),
            df=len(docs),
            minlength=min(lengths),
            maxlength=max(lengths),
            maxweight=int(postings.frequencies(at).max()),
            minid=docs.item(0),
            maxid=docs.item(-1),
        )

    def _postings(self, field: str) -> FieldPostings | None:
        if field not in self._fields:
            postings = self._opened.postings(field)
            if postings is None:
                return None
            self._fields[field] = postings
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

    def term_info(self) -> TermInfo | None:
        """The statistics of the term, None past the last."""
        return None if self._here is None else self._here[1]

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._here is not None

    def _go_to(self, at: int) -> str | None:
        self._at = at
        self._here = self._reader.term_at(self._fieldname, at)
        return self.text()


class ColumnMatcher(LeafMatcher):  # type: ignore[misc]
    """Walks the postings of one term, which are lists: one by one these are quicker than arrays.

    Args:
        term: the term.
        docs: the numbers of the documents, sorted.
        freqs: its frequency in each.
        format_: the format of the field.
        scorer: what scores a posting.
    """

    def __init__(
        self, term: FieldTerm, docs: list[int], freqs: list[int], format_: Any, scorer: Any
    ) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._docs = docs
        self._freqs = freqs
        self._at = 0

    def supports_block_quality(self) -> bool:
        """Whether blocks of postings can be passed over: no, every posting is looked at."""
        return False

    def is_active(self) -> bool:
        """Whether there is a posting here."""
        return self._at < len(self._docs)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._at = 0

    def copy(self) -> ColumnMatcher:
        """A matcher at the same posting that goes its own way."""
        return copy.copy(self)

    def id(self) -> int:
        """The document of this posting."""
        return self._docs[self._at]

    def weight(self) -> float:
        """The frequency of the term in the document."""
        return float(self._freqs[self._at])

    def value(self) -> bytes:
        """What the field's format keeps of this posting: its frequency or nothing."""
        counted = isinstance(self.format, Frequency)
        return bytes(pack_uint(self._freqs[self._at])) if counted else b""

    def next(self) -> bool:
        """Go to the next posting. Returns whether a new block begins there: never."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return False

    def skip_to(self, id: int) -> None:
        """Go to the first posting from here on whose document is not less than `id`."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._docs, id, self._at)
