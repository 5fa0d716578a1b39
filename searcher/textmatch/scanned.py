"""What a comparison needs of the texts that it goes through; and these by their letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.store.docsets import Mask
from searcher.textmatch.letters import SEPARATOR, Codes, letters_of

Item = TypeVar("Item")


class Scanned(Protocol):
    """Folded texts under numbers from 0. The numbers mean something to this value alone."""

    @property
    def mask(self) -> Mask:
        """The mask of the numbers that are paragraphs to be compared with."""

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


class LetteredPiece(NamedTuple):
    """Texts that follow each other, by their letters.

    Attributes:
        first: the number of the first text.
        codes: the letters of all, with a `SEPARATOR` after each text.
        ends: where the separators are in `codes`.
    """

    first: int
    codes: Codes
    ends: Numbers

    def docs(self, places: Numbers) -> Numbers:
        """The number of the text that each of `places` in `codes` is in."""
        return self.ends.searchsorted(places) + self.first

    def within_texts(self, places: Numbers, docs: Numbers) -> Numbers:
        """Where `places`, which are in the texts `docs`, are among the letters of their texts."""
        starts = np.concatenate([[0], self.ends + 1])
        within: Numbers = places - starts[docs - self.first]
        return within


def iter_lettered(pieces: Iterable[tuple[int, str]], mask: Mask) -> Iterator[LetteredPiece]:
    """The pieces, as `Scanned` yields them, in which a text is one that `mask` lets through."""
    for first, piece in pieces:
        if mask[first : first + piece.count(BETWEEN_TEXTS)].any():
            codes = letters_of(piece).codes
            yield LetteredPiece(first, codes, np.flatnonzero(codes == SEPARATOR))
