"""What a part of an article can turn out to be, and how similar it must be to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indexer.text.span import Span
from searcher.tracing.candidates import Occurrence
from searcher.tracing.regions import Region
from searcher.tracing.results import Verdict
from searcher.tracing.thresholds import DEFAULT, Thresholds


class Found(NamedTuple):
    """A part of a region that occurs in the collection.

    Attributes:
        span: in the region's folded text.
        match: how it occurs in the first of `occurrences`.
        occurrences: where, the best first.
        is_part: whether it is a part of a quotation.
    """

    span: Span
    match: Verdict
    occurrences: Sequence[Occurrence]
    is_part: bool = False


class Missing(NamedTuple):
    """A part of a region that should occur in the collection and does not.

    Attributes:
        span, is_part: as in `Found`.
        nearest: where what is most similar to it occurs; None where nothing is.
    """

    span: Span
    nearest: Occurrence | None
    is_part: bool = False


class JudgedPart(NamedTuple):
    """A part of an article, and what it turned out to be.

    Attributes:
        span: in the article.
        region: what it is a part of.
        judged: what it turned out to be, with its span in the region.
    """

    span: Span
    region: Region
    judged: Found | Missing


def similarity(occurrences: Sequence[Occurrence]) -> float:
    """The similarity of the best one, from 0 to 1; 0 where there is none."""
    return occurrences[0].comparison.similarity if occurrences else 0.0


def is_near(text: str, occurrences: Sequence[Occurrence], by: Thresholds = DEFAULT) -> bool:
    """Whether a text was made of what it resembles most."""
    least = max(by.near, by.near_if_short - len(text) * by.less_a_character)
    return similarity(occurrences) >= least


def nearest(occurrences: Sequence[Occurrence], by: Thresholds = DEFAULT) -> Occurrence | None:
    """The best one; None where there is none, or it resembles what is looked for by chance."""
    return occurrences[0] if similarity(occurrences) >= by.resembling else None
