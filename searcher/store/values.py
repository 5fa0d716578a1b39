"""The values of a field that has few, such as titles of speeches, and which paragraph has which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from indexer.segments.strings import StoredTexts
from indexer.segments.values import ChoiceColumn
from indexer.text.marks import BETWEEN_TEXTS
from searcher.store.column_filters import ColumnFilter, Runs, SegmentFilter
from searcher.store.docsets import Mask

_BITS = 21
"""A code point has no more."""


class Choices(NamedTuple):
    """The values of a field in a segment.

    Attributes:
        column: the values, and which paragraph has which.
        folded: their folded forms, in the same order; None where the field has none.
    """

    column: ChoiceColumn
    folded: StoredTexts | None

    def names(self) -> list[str]:
        """The values, in the order of their choices from 1 on.

        Raises:
            BlockFileError: they are damaged.
        """
        values = self.column.values()
        if not all(type(value) is str for value in values):
            raise self.column.damaged()
        return values


class FieldValues:
    """The values of one field in all segments.

    Args:
        segments: the values of each segment, None where it has none.
        bases: the number of the first paragraph of each segment, and how many there are in all.
        live: the mask of the live paragraphs, None where all are.
    """

    def __init__(
        self,
        segments: Sequence[Choices | None],
        bases: Sequence[int],
        live: NDArray[np.bool_] | None,
    ) -> None:
        self._segments = tuple(segments)
        self._bases = tuple(bases)
        self._live = live
        self._made: dict[int, Runs] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The distinct values, sorted; a value of deleted paragraphs alone may be among them."""
        return tuple(sorted({value for values in self._values for value in values}))

    @cached_property
    def of(self) -> NDArray[np.int32]:
        """For each paragraph number the place of its value in `names`, -1 where it has none."""
        places = {value: at for at, value in enumerate(self.names)}
        of = np.full(self._bases[-1], -1, np.int32)
        for at, values in enumerate(self._values):
            segment = self._segments[at]
            if segment is not None:
                table = np.array([-1, *(places[value] for value in values)], np.int32)
                of[self._bases[at] : self._bases[at + 1]] = table[segment.column.of]
        return of

    def folded_names(self) -> list[str]:
        """The folded forms of `names`, in their order."""
        folded = {
            value: form
            for values, forms in zip(self._values, self._folded, strict=True)
            for value, form in zip(values, forms.each(), strict=True)
        }
        return [folded[name] for name in self.names]

    def equal_to(self, value: str) -> ColumnFilter:
        """The live paragraphs that have exactly this value."""
        return self._having(
            [at for at, other in enumerate(values, 1) if other == value] for values in self._values
        )

    def containing(self, folded: str) -> ColumnFilter:
        """The live paragraphs whose value contains a folded text."""
        return self._having(forms.containing(folded) for forms in self._folded)

    @cached_property
    def _folded(self) -> list[_FoldedForms]:
        """The folded forms of the values of each segment, in its own order."""
        return [_FoldedForms(segment.folded if segment else None) for segment in self._segments]

    @cached_property
    def _values(self) -> list[list[str]]:
        """The values of each segment, in its own order."""
        return [[] if segment is None else segment.names() for segment in self._segments]

    def _having(self, chosen: Iterable[Sequence[int]]) -> ColumnFilter:
        """The live paragraphs that have one of the choices, segment by segment."""
        parts = []
        for at, choices in enumerate(chosen):
            segment = self._segments[at]
            if choices and segment is not None:
                has = np.zeros(len(segment.column.encoded) + 1, bool)
                has[choices] = True
                parts.append(
                    SegmentFilter(self._bases[at], self._runs(at, segment), has.__getitem__)
                )
        return ColumnFilter(parts, self._live)

    def _runs(self, at: int, segment: Choices) -> Runs:
        """The runs of a segment, made when they are first asked for."""
        runs = self._made.get(at)
        if runs is None:
            runs = self._made[at] = Runs([segment.column.of])
        return runs


class _FoldedForms:
    """The folded forms of all values of a segment in one string, each with a line feed after it.

    They are decoded once: in a string Chinese is found in half the time that it takes in UTF-8.
    """

    def __init__(self, texts: StoredTexts | None) -> None:
        self._joined = "" if texts is None else texts.read(0, int(texts.ends[-1])).decode()
        self._ends = np.cumsum([len(form) + 1 for form in self._joined.split(BETWEEN_TEXTS)[:-1]])

    def each(self) -> list[str]:
        """The folded forms, in the order of the values."""
        return self._joined.split(BETWEEN_TEXTS)[:-1]

    def containing(self, folded: str) -> list[int]:
        """The choices, from 1, whose folded form contains a folded text."""
        found: list[int] = []
        at = self._joined.find(folded) if folded and BETWEEN_TEXTS not in folded else -1
        while at >= 0:
            choice = int(self._ends.searchsorted(at, "right")) + 1
            found.append(choice)
            at = self._joined.find(folded, int(self._ends[choice - 1]))
        return found


class FieldTerms:
    """The bigrams of the folded values of a field, in one sorted array.

    Args:
        values: the values.
        live: the mask of the live paragraphs, None where all are.

    Attributes:
        of: for each paragraph number the place of its value, -1 where it has none.
        count: the number of different values that live paragraphs have.
        sizes: for each value how many different bigrams it has.
    """

    def __init__(self, values: FieldValues, live: Mask | None) -> None:
        self.of: NDArray[np.int32] = values.of
        self._is_live = np.zeros(len(values.names) + 1, bool)  # the last is for -1
        self._is_live[self.of if live is None else self.of[live]] = True
        self.count = int(self._is_live[:-1].sum())
        joined = BETWEEN_TEXTS.join([*values.folded_names(), ""])
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)
        between = codes == ord(BETWEEN_TEXTS)
        owners = np.cumsum(between)
        inside = np.flatnonzero(~(between[:-1] | between[1:]))
        pairs = codes[inside] << _BITS | codes[inside + 1]
        order = np.lexsort((owners[inside], pairs))
        pairs, owners = pairs[order], owners[inside][order]
        first = np.ones(len(pairs), bool)
        first[1:] = (pairs[1:] != pairs[:-1]) | (owners[1:] != owners[:-1])
        self._pairs, self._owners = pairs[first], owners[first]
        self.sizes = np.bincount(self._owners, minlength=len(values.names))

    def containing(self, pairs: Sequence[str]) -> tuple[Numbers, Numbers]:
        """Each of the bigrams `pairs` with each value that contains it: the places of both."""
        starts, lengths = self._ranges(pairs)
        which = np.repeat(np.arange(len(pairs)), lengths)
        within = np.arange(len(which)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return which, self._owners[starts[which] + within]

    def frequencies(self, pairs: Sequence[str]) -> Numbers:
        """For each of the bigrams `pairs` how many values of live paragraphs contain it."""
        which, owners = self.containing(pairs)
        return np.bincount(which[self._is_live[owners]], minlength=len(pairs))

    def _ranges(self, pairs: Sequence[str]) -> tuple[Numbers, Numbers]:
        asked = np.array([ord(pair[0]) << _BITS | ord(pair[1]) for pair in pairs], np.int64)
        starts = self._pairs.searchsorted(asked, "left")
        return starts, self._pairs.searchsorted(asked, "right") - starts
