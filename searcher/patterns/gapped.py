"""Strings with gaps between them: what a wildcard stands for.

>>> list(Gapped(("网络", Gap(0, 20), "安全")).matches("网络空间安全。网络很好。安全"))
[(0, 6)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.text.marks import FOLDED_SENTENCE_ENDS, without
from indexer.text.span import Span
from searcher.language.query import Gap
from searcher.patterns.literal import Alternatives

_OPEN = b"\1"

STOPS = FOLDED_SENTENCE_ENDS, without(FOLDED_SENTENCE_ENDS, "?")
"""What a gap does not cross: one that may be of several widths, and one of a fixed width, which may
be a question mark that somebody has pasted."""


@dataclass(frozen=True, slots=True)
class Gapped:
    """Folded strings and gaps in turn.

    It is matched without trying one way through the gaps after another: first all places are
    marked from which the rest of the pattern can be matched, piece by piece from its end, then
    every match goes from one marked place to the next one. So the time grows with the length of
    the text times the number of pieces, and never with the number of ways.
    """

    pieces: tuple[str | Gap, ...]

    @property
    def alternatives(self) -> Alternatives:
        """What a text must contain to match."""
        return (tuple(piece for piece in self.pieces if isinstance(piece, str)),)

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match: each begins leftmost and is the shortest from there."""
        return self._found(folded, overlapping=False)

    def from_starts(self, folded: str) -> Iterator[Span]:
        """From every place where a match begins, the shortest one."""
        return self._found(folded, overlapping=True)

    def to_ends(self, folded: str) -> Iterator[Span]:
        """To every place where a match ends, the shortest one; the last place comes first."""
        length = len(folded)
        for start, end in self._backwards().from_starts(folded[::-1]):
            yield length - end, length - start

    def _may_match(self, folded: str) -> bool:
        """Whether the strings occur in the text in their order, however far apart."""
        at = 0
        for piece in self.pieces:
            if isinstance(piece, str):
                found = folded.find(piece, at)
                if found < 0:
                    return False
                at = found + len(piece)
        return True

    def _found(self, folded: str, *, overlapping: bool) -> Iterator[Span]:
        if not self._may_match(folded):
            return
        starts, *onward = self._open_places(folded)
        start = starts.find(_OPEN)
        while start >= 0:
            end = start
            for piece, places in zip(self.pieces, onward, strict=True):
                if isinstance(piece, str):
                    end += len(piece)
                else:
                    end = places.find(_OPEN, end + piece.least)
            yield start, end
            start = starts.find(_OPEN, start + 1 if overlapping else end)

    def _backwards(self) -> Gapped:
        """The pattern that matches in a text read backwards what this one matches in the text."""
        return Gapped(tuple(p[::-1] if isinstance(p, str) else p for p in reversed(self.pieces)))

    def _open_places(self, folded: str) -> list[bytearray]:
        """For each piece and for the end: the places from which that piece and the rest match."""
        places = [bytearray(_OPEN) * (len(folded) + 1)]
        for piece in reversed(self.pieces):
            if isinstance(piece, str):
                places.append(_before_string(piece, folded, places[-1]))
            else:
                places.append(_before_gap(piece, folded, places[-1]))
        return places[::-1]


def _before_string(string: str, folded: str, onward: bytearray) -> bytearray:
    """The places where `string` occurs and leads to a place that is open `onward`."""
    places = bytearray(len(folded) + 1)
    at = folded.find(string)
    while at >= 0:
        places[at] = onward[at + len(string)]
        at = folded.find(string, at + 1)
    return places


def _before_gap(gap: Gap, folded: str, onward: bytearray) -> bytearray:
    """The places from which `gap` leads to a place that is open `onward`.

    No gap crosses the end of a sentence, but a `?` also stands for a question mark.
    """
    stops = STOPS[gap.least == gap.most]
    places = bytearray(len(folded) + 1)
    nearest = stop = len(folded) + 1
    for at in range(len(folded), -1, -1):
        if at + gap.least <= len(folded) and onward[at + gap.least]:
            nearest = at + gap.least
        if at < len(folded) and folded[at] in stops:
            stop = at
        places[at] = nearest <= min(at + gap.most, stop, len(folded))
    return places
