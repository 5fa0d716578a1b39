"""What a part of an article can turn out to be, and how similar it must be to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from searcher.results import Span
from searcher.tracing.candidates import Standing
from searcher.tracing.results import Match

NEAR = 0.6
"""What is so similar to a passage was made of it."""

_NEAR_IF_SHORT, _LESS = 0.9, 1 / 80
"""A short text must be more similar: this, less that a character, down to `NEAR`."""

LONGEST_EDIT = 22
"""Folded characters. Where more in a row were changed, added or dropped, what stands on both sides
are two quotations."""

_RESEMBLING = 0.3
"""What is less similar is not worth being named as the nearest."""


class Found(NamedTuple):
    """A part of a region that stands in the collection.

    Attributes:
        span: in the region's folded text.
        match: how it stands in the first of `standings`.
        standings: where, the best first.
        is_part: whether it is a part of a quotation.
    """

    span: Span
    match: Match
    standings: Sequence[Standing]
    is_part: bool = False


class Missing(NamedTuple):
    """A part of a region that should stand in the collection and does not.

    Attributes:
        span, is_part: as in `Found`.
        nearest: where what is most similar to it stands.
    """

    span: Span
    nearest: Standing | None
    is_part: bool = False


def similarity(standings: Sequence[Standing]) -> float:
    """That of the best, 0 where there is none."""
    return standings[0].comparison.similarity if standings else 0.0


def is_near(text: str, standings: Sequence[Standing]) -> bool:
    """Whether a text was made of what it resembles most."""
    return similarity(standings) >= max(NEAR, _NEAR_IF_SHORT - len(text) * _LESS)


def nearest(standings: Sequence[Standing]) -> Standing | None:
    """The best, unless it resembles what is looked for by chance."""
    return standings[0] if similarity(standings) >= _RESEMBLING else None
