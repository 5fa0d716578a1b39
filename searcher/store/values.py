"""The values of a field that has few, such as titles of speeches, and who has which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.columns.postings import Numbers
from indexer.columns.texts import END, Texts
from indexer.columns.values import ChoiceColumn


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of a field in a segment.

    Attributes:
        column: the values, and who has which.
        folded: their folded forms, in the same order; None where nobody looks for these.
    """

    column: ChoiceColumn
    folded: Texts | None

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
        segments: what each segment holds, None where it holds nothing.
        bases: the number of the first paragraph of each segment, and how many there are in all.
        live: which paragraphs are live, None where all are.
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

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The distinct values, sorted; a value of deleted paragraphs alone may be among them."""
        return tuple(sorted({value for values in self._values for value in values}))

    @cached_property
    def of(self) -> Numbers:
        """For each number the place of its value in `names`, -1 where it has none."""
        places = {value: at for at, value in enumerate(self.names)}
        of = np.full(self._bases[-1], -1, np.int64)
        for at, values in enumerate(self._values):
            segment = self._segments[at]
            if segment is not None:
                table = np.array([-1, *(places[value] for value in values)], np.int64)
                of[self._bases[at] : self._bases[at + 1]] = table[segment.column.of]
        return of

    def equal_to(self, value: str) -> Numbers:
        """The numbers of the live paragraphs that have exactly this value."""
        chosen = (
            [at + 1 for at, other in enumerate(values) if other == value] for values in self._values
        )
        return self._having(chosen)

    def containing(self, folded: str) -> Numbers:
        """The numbers of the live paragraphs whose value contains a folded text."""
        needle = folded.encode("utf-8", "surrogatepass")
        return self._having(
            _choices_containing(segment.folded, needle) if segment and segment.folded else []
            for segment in self._segments
        )

    @cached_property
    def _values(self) -> list[list[str]]:
        """The values of each segment, in its own order."""
        return [[] if segment is None else segment.names() for segment in self._segments]

    def _having(self, chosen: Iterator[list[int]] | Sequence[list[int]]) -> Numbers:
        """The numbers of the live paragraphs that have one of the choices, segment by segment."""
        parts = [np.empty(0, np.int64)]
        for at, choices in enumerate(chosen):
            segment = self._segments[at]
            if choices and segment is not None:
                has = np.zeros(len(segment.column.encoded) + 1, bool)
                has[choices] = True
                parts.append(np.flatnonzero(has[segment.column.of]) + self._bases[at])
        found = np.concatenate(parts)
        return found if self._live is None else found[self._live[found]]


def _choices_containing(texts: Texts, needle: bytes) -> list[int]:
    """The choices, from 1, whose folded text contains `needle`."""
    blob = texts.read(0, int(texts.ends[-1]))
    found: list[int] = []
    at = blob.find(needle) if needle and END not in needle else -1
    while at >= 0:
        choice = int(np.searchsorted(texts.ends, at, "right"))
        found.append(choice)
        at = blob.find(needle, int(texts.ends[choice]))
    return found
