"""The values of a field that has few, such as titles of speeches, and which paragraph has which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.strings import StoredTexts
from indexer.segments.values import ChoiceColumn
from indexer.text.marks import BETWEEN_TEXTS
from searcher.store.column_filters import ColumnFilter, Runs, SegmentFilter


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

    def containing(self, folded: str) -> list[int]:
        """The choices, from 1, whose folded form contains a folded text."""
        found: list[int] = []
        at = self._joined.find(folded) if folded and BETWEEN_TEXTS not in folded else -1
        while at >= 0:
            choice = int(self._ends.searchsorted(at, "right")) + 1
            found.append(choice)
            at = self._joined.find(folded, int(self._ends[choice - 1]))
        return found
