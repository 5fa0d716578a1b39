"""The terms of a view as a dictionary: which of them a text could go on with, and their counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.segments.postings import FieldPostings


class Lexicon:
    """The terms of one view in all segments.

    Args:
        fields: the postings of the view in each segment, and which of its documents are deleted,
            None where none is.
    """

    def __init__(self, fields: Sequence[tuple[FieldPostings, NDArray[np.bool_] | None]]) -> None:
        self._fields = tuple(fields)
        self._first: dict[str, tuple[tuple[int, int], ...]] = {}

    def prefixes(self, text: str, start: int, most: int) -> Iterator[tuple[int, int]]:
        """The terms that `text` goes on with from `start`: where each ends, and its count.

        Args:
            most: how many characters a term may have.
        """
        ranges = self._beginning_with(text[start])
        for end in range(start + 1, min(start + most, len(text)) + 1):
            prefix = text[start:end].encode()
            narrowed = []
            count = 0
            for (field, deleted), (low, high) in zip(self._fields, ranges, strict=True):
                first = field.terms.lower_bound(prefix, low, high)
                if first < high and field.terms[first] == prefix:
                    count += _count(field, first, deleted)
                narrowed.append((first, field.terms.upper_bound(prefix, first, high)))
            if count:
                yield end, count
            if all(low >= high for low, high in narrowed):
                return
            ranges = tuple(narrowed)

    def _beginning_with(self, character: str) -> tuple[tuple[int, int], ...]:
        """Where the terms that begin with a character stand in each segment."""
        found = self._first.get(character)
        if found is None:
            ranges = (field.terms.prefixed(character.encode()) for field, _ in self._fields)
            found = self._first[character] = tuple((range_.start, range_.stop) for range_ in ranges)
        return found


def _count(field: FieldPostings, place: int, deleted: NDArray[np.bool_] | None) -> int:
    """How often the term of that place stands in what is not deleted."""
    if deleted is None:
        return field.count(place)
    kept = ~deleted[field.docs(place)]
    return int(field.frequencies(place)[kept].sum())
