"""What two texts that fold alike differ in all the same: the narrow width of folding.

Search takes 著 and 着, • and ·, ○ and 〇 for one. A quotation that departs from its source so is
not word for word. Marks and zeros count as marks and numerals do; the forms of Taiwan, Hong Kong
and old prints are another way of writing where one side is written in it, and slips where neither
is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from indexer.text.folding.characters import NARROW
from indexer.text.folding.tables import MARKS, VARIANTS
from indexer.text.simplified import TRADITIONAL
from indexer.text.span import Span
from searcher.textmatch.alignment import Edit


class Written(NamedTuple):
    """A text as it was written, and where each character of a folded part of it came from."""

    text: str
    origins: Sequence[int]

    def character(self, at: int) -> str:
        """The character that the one at `at` of the folded part came from."""
        return self.text[self.origins[at]]

    def narrow(self, at: int) -> str:
        """That one as the narrow width folds it."""
        folded = NARROW[ord(self.character(at))]
        first = at
        while first > 0 and self.origins[first - 1] == self.origins[at]:
            first -= 1
        return folded[at - first : at - first + 1] or folded


class SeenDifferences(NamedTuple):
    """Where two texts that fold alike differ for a reader.

    Attributes:
        places: the places in the folded input, sorted.
        has_slips: whether another way of writing does not explain all of them.
    """

    places: tuple[int, ...]
    has_slips: bool


def seen_differences(edits: Iterable[Edit], ours: Written, theirs: Written) -> SeenDifferences:
    """Where what is equal to folding is not equal to a reader.

    Args:
        edits: how the folded input was made of the folded source.
        ours: the article with the input.
        theirs: the paragraph with the source.

    >>> edits = [Edit("equal", (0, 2), (0, 2))]
    >>> seen_differences(edits, Written("着作", (0, 1)), Written("著作", (0, 1)))
    SeenDifferences(places=(0,), has_slips=True)
    >>> seen_differences(edits, Written("保衞祖國", (0, 1)), Written("保卫祖国", (0, 1)))
    SeenDifferences(places=(1,), has_slips=False)
    """
    places, letters = [], []
    for edit in edits:
        if edit.op != "equal":
            continue
        shift = edit.source[0] - edit.input[0]
        for at in range(*edit.input):
            here, there = ours.character(at), theirs.character(at + shift)
            if here != there and ours.narrow(at) != theirs.narrow(at + shift):
                places.append(at)
                letters.append(here not in MARKS and there not in MARKS)
    has_slips = any(letters) and not any(map(_is_traditional, (ours.text, theirs.text)))
    return SeenDifferences(tuple(places), has_slips)


def _is_traditional(text: str) -> bool:
    """Whether it is in traditional characters, or in forms of old prints, at least in part."""
    return not _forms().isdisjoint(text)


@cache
def _forms() -> frozenset[str]:
    """The characters that no simplified text of today has."""
    return frozenset(TRADITIONAL) | {form for form in VARIANTS if not _is_modern(form)}


def _is_modern(character: str) -> bool:
    """Whether it is a character of GB 2312, and so one of modern print."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def with_differences(edits: Sequence[Edit], places: Sequence[int]) -> Iterator[Edit]:
    """Edits with those places of the input replaced that an `"equal"` one covers."""
    for edit in edits:
        if edit.op != "equal":
            yield edit
            continue
        shift = edit.source[0] - edit.input[0]
        at, end = edit.input
        for place in places:
            if at <= place < end:
                yield from _equal((at, place), shift)
                yield Edit("replace", (place, place + 1), (place + shift, place + 1 + shift))
                at = place + 1
        yield from _equal((at, end), shift)


def _equal(span: Span, shift: int) -> Iterator[Edit]:
    if span[0] < span[1]:
        yield Edit("equal", span, (span[0] + shift, span[1] + shift))
