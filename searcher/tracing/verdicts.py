"""What a part of an article can turn out to be, and how similar it must be to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indexer.text.span import Span
from searcher.textmatch.thresholds import DEFAULT, Thresholds
from searcher.tracing.candidates import Standing
from searcher.tracing.results import Verdict


class Found(NamedTuple):
    """A part of a region that stands in the collection.

    Attributes:
        span: in the region's folded text.
        match: how it stands in the first of `standings`.
        standings: where, the best first.
        is_part: whether it is a part of a quotation.
    """

    span: Span
    match: Verdict
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


def is_near(text: str, standings: Sequence[Standing], by: Thresholds = DEFAULT) -> bool:
    """Whether a text was made of what it resembles most."""
    return similarity(standings) >= max(by.near, by.near_if_short - len(text) * by.less_a_character)


def nearest(standings: Sequence[Standing], by: Thresholds = DEFAULT) -> Standing | None:
    """The best, unless it resembles what is looked for by chance."""
    return standings[0] if similarity(standings) >= by.resembling else None
