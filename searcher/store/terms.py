"""The terms of an index in all its segments: their postings, and a view as a dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Docset
from indexer.segments.postings import FieldPostings
from indexer.segments.segment import Segment
from searcher.store.docsets import Mask

_NONE = np.empty(0, np.int64)

_MOST_PLACES = 20_000
"""Terms whose places are remembered; then all are forgotten again."""


class Postings(NamedTuple):
    """The postings list of a term.

    Attributes:
        docs: the paragraphs that the term occurs in.
        frequencies: how often it occurs in each of them, 255 for more.
    """

    docs: Docset
    frequencies: NDArray[Any]


class Lexicon:
    """The terms of one view in all segments as a dictionary: how a text could go on.

    Args:
        fields: the postings of the view in each segment, and the mask of its deleted paragraphs,
            None where there are none.
    """

    def __init__(self, fields: Sequence[tuple[FieldPostings, Mask | None]]) -> None:
        self._fields = tuple(fields)
        self._first: dict[str, tuple[tuple[int, int], ...]] = {}

    def prefixes(self, text: str, start: int, most: int) -> Iterator[tuple[int, int]]:
        """The terms that `text` contains from `start` on: where each ends, and its total frequency.

        Args:
            most: the most characters that a term may have.
        """
        ranges = self._beginning_with(text[start])
        for end in range(start + 1, min(start + most, len(text)) + 1):
            prefix = text[start:end].encode()
            narrowed = []
            count = 0
            for (field, deleted), (low, high) in zip(self._fields, ranges, strict=True):
                first = field.terms.lower_bound(prefix, low, high)
                term = field.terms[first] if first < high else b""
                if term == prefix:
                    count += _count(field, first, deleted)
                end_of_range = first  # mostly no longer term goes on, and its end is not looked for
                if term.startswith(prefix):
                    end_of_range = field.terms.upper_bound(prefix, first, high)
                narrowed.append((first, end_of_range))
            if count:
                yield end, count
            if all(low >= high for low, high in narrowed):
                return
            ranges = tuple(narrowed)

    def _beginning_with(self, character: str) -> tuple[tuple[int, int], ...]:
        """The ranges of places of the terms that begin with a character, one a segment."""
        found = self._first.get(character)
        if found is None:
            ranges = (field.terms.prefixed(character.encode()) for field, _ in self._fields)
            found = self._first[character] = tuple((range_.start, range_.stop) for range_ in ranges)
        return found


def _count(field: FieldPostings, place: int, deleted: Mask | None) -> int:
    """How often the term at that place occurs in paragraphs that are not deleted."""
    if deleted is None:
        return field.count(place)
    kept = ~deleted[field.docs(place)]
    return int(field.frequencies(place)[kept].sum())


class TermIndex:
    """The terms of all segments, view by view, and their postings.

    Args:
        segments: the segments.
        bases: the number of the first paragraph of each segment, and how many there are in all.
        deleted: the mask of the deleted paragraphs of each segment, None where there are none.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        bases: Sequence[int],
        deleted: Sequence[Mask | None],
    ) -> None:
        self._segments = tuple(segments)
        self._bases = tuple(bases)
        self._deleted = tuple(deleted)
        self._has_deleted = any(mask is not None for mask in deleted)
        self._opened: dict[str, tuple[FieldPostings | None, ...]] = {}
        self._lexicons: dict[str, Lexicon] = {}
        self._places: dict[tuple[str, str], tuple[int, ...]] = {}
        self._frequencies: dict[tuple[str, str], int] = {}

    def postings(self, view: str, term: str) -> Postings:
        """The postings of `term` in `view`; empty arrays where it does not occur."""
        found = [
            self._postings_in(at, view, place)
            for at, place in enumerate(self.places(view, term))
            if place >= 0
        ]
        if len(found) == 1:
            return found[0]
        return Postings(
            np.concatenate([_NONE, *(part.docs for part in found)]),
            np.concatenate([_NONE, *(part.frequencies for part in found)]),
        )

    def document_frequency(self, view: str, term: str) -> int:
        """The number of live paragraphs in which `term` occurs in `view`.

        It is remembered: a query asks for that of its terms at every step of ranking.
        """
        found = self._frequencies.get((view, term))
        if found is None:
            if len(self._frequencies) >= _MOST_PLACES:
                self._frequencies.clear()
            found = self._frequencies[view, term] = self._count_documents(view, term)
        return found

    def _count_documents(self, view: str, term: str) -> int:
        if self._has_deleted:
            return len(self.postings(view, term).docs)
        return sum(
            self._field(at, view).document_frequency(place)
            for at, place in enumerate(self.places(view, term))
            if place >= 0
        )

    def places(self, view: str, term: str) -> tuple[int, ...]:
        """The place of `term` among the terms of each segment, -1 where it is not one."""
        found = self._places.get((view, term))
        if found is None:
            encoded = term.encode("utf-8", "surrogatepass")
            found = tuple(
                field.terms.find(encoded) if field else -1 for field in self._fields(view)
            )
            if len(self._places) >= _MOST_PLACES:
                self._places.clear()
            self._places[view, term] = found
        return found

    def lexicon(self, view: str) -> Lexicon:
        """The terms of a view as a dictionary, with how often each occurs in the collection."""
        found = self._lexicons.get(view)
        if found is None:
            found = self._lexicons[view] = Lexicon(self._counted(view))
        return found

    def _fields(self, view: str) -> tuple[FieldPostings | None, ...]:
        found = self._opened.get(view)
        if found is None:
            found = tuple(segment.postings(view) for segment in self._segments)
            self._opened[view] = found
        return found

    def _field(self, at: int, view: str) -> FieldPostings:
        field = self._fields(view)[at]
        assert field is not None, "only places that were found are asked for"
        return field

    def _postings_in(self, at: int, view: str, place: int) -> Postings:
        field = self._field(at, view)
        docs, frequencies = field.docs(place), field.frequencies(place)
        deleted = self._deleted[at]
        if deleted is not None:
            kept = ~deleted[docs]
            docs, frequencies = docs[kept], frequencies[kept]
        if at:
            docs += self._bases[at]
        return Postings(docs, frequencies)

    def _counted(self, view: str) -> list[tuple[FieldPostings, Mask | None]]:
        return [
            (field, deleted)
            for field, deleted in zip(self._fields(view), self._deleted, strict=True)
            if field is not None
        ]
