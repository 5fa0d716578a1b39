"""What a comparison needs of the texts that it goes through from end to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from searcher.store import Mask

Item = TypeVar("Item")


class Scanned(Protocol):
    """Folded texts under numbers from 0. The numbers mean something to this value alone."""

    @property
    def mask(self) -> Mask:
        """Which of the numbers are paragraphs to be compared with, a flag for each number."""

    @property
    def text_bytes(self) -> int:
        """About how many bytes all texts have, in UTF-8."""

    def pieces(self) -> Iterator[tuple[int, str]]:
        """All texts in the order of their numbers, those that the mask leaves out, too.

        Yields the number of a text, and in one string that text and many that follow it, each with
        `BETWEEN_TEXTS` after it.
        """

    def release(self) -> None:
        """Memory that is not needed now may be given back."""

    def releasing(self, items: Iterable[Item], every: int) -> Iterator[Item]:
        """The items; after each `every` of them, memory that is not needed may be given back."""
