"""The postings of one term, one after another, as Whoosh's queries walk them."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from whoosh.formats import Frequency
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.system import pack_uint


class ColumnMatcher(LeafMatcher):  # type: ignore[misc]
    """Walks postings that are held as lists, which are quicker than arrays one by one.

    Args:
        ids: the numbers of the documents, rising; of a vector the terms.
        weights: the weights beside them.
        values: what the field's format keeps of each; None where that says no more than the weight.
        format_: that format.
        term: the term, as a pair of field and text.
        info: the term's statistics, which block quality needs.
        scorer: what scores a posting.
    """

    def __init__(
        self,
        ids: list[Any],
        weights: list[float],
        values: Sequence[bytes] | None,
        format_: Any,
        *,
        term: tuple[str, bytes] | None = None,
        info: Any = None,
        scorer: Any = None,
    ) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._ids = ids
        self._weights = weights
        self._values = values
        self._info = info
        self._at = 0

    def is_active(self) -> bool:
        """Whether there is a posting here."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go back to the first posting."""
        self._at = 0

    def copy(self) -> ColumnMatcher:
        """A matcher at the same posting that goes its own way."""
        return copy.copy(self)

    def id(self) -> Any:
        """The document of this posting; of a vector the term."""
        return self._ids[self._at]

    def weight(self) -> float:
        """The weight of this posting."""
        return self._weights[self._at]

    def value(self) -> bytes:
        """What the field's format keeps of this posting."""
        value = self._values[self._at] if self._values is not None else b""
        if not value and isinstance(self.format, Frequency):
            return bytes(pack_uint(int(self.weight())))
        return value

    def next(self) -> bool:
        """Go to the next posting, and say whether a new block begins there: never."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return False

    def skip_to(self, id: Any) -> None:
        """Go to the first posting from here on whose document is not less than `id`."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._ids, id, self._at)

    def skip_to_quality(self, minquality: float) -> int:
        """Pass the postings if none can score more; they are all one block."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._ids)
        return 1

    def block_min_id(self) -> Any:
        """The least document."""
        return self._ids[0]

    def block_max_id(self) -> Any:
        """The greatest document."""
        return self._ids[-1]

    def block_min_length(self) -> int:
        """The least length among the documents."""
        return int(self._info.min_length())

    def block_max_length(self) -> int:
        """The greatest."""
        return int(self._info.max_length())

    def block_max_weight(self) -> float:
        """The greatest weight."""
        return float(self._info.max_weight())
