"""How a text stands in a paragraph: word for word, but for marks and numerals, or nearly.

>>> compare("我国有7亿网民", "我国有七亿网民,这是一个了不起的数字。").match
'normalized'
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from searcher.results import Span
from searcher.tracing.alignment import align, distance, fit
from searcher.tracing.edges import trimmed
from searcher.tracing.figures import figure_at, plain_figures
from searcher.tracing.letters import is_letter
from searcher.tracing.results import Edit, Match


class Comparison(NamedTuple):
    """What comes of comparing a text with a paragraph, both folded.

    Attributes:
        match: `"exact"`, `"normalized"` or `"near"`, however far it is.
        similarity: 1 less the edit distance by the length of the longer one.
        span: what of the paragraph it was compared with.
        edits: how they differ; none for an exact match.
    """

    match: Match
    similarity: float
    span: Span
    edits: tuple[Edit, ...]


def compare(text: str, source: str, around: Span | None = None) -> Comparison | None:
    """How `text` stands in `source`; None where not a letter of it does.

    Args:
        text: what is looked for, without marks at its edges.
        source: the paragraph.
        around: where in `source` it is to be looked for if it does not stand there word for word;
            somewhat more is looked at. None for all of it.
    """
    at = source.find(text)
    if at >= 0:
        return Comparison("exact", 1.0, (at, at + len(text)), ())
    low, high = (0, len(source)) if around is None else _widened(around, len(text), len(source))
    edits = fit(text, source[low:high])
    if not edits:
        return None
    found = trimmed(source, low + edits[0].source[0], low + edits[-1].source[1])
    match: Match = "near"
    letters = plain_letters(text)
    for span in _with_whole_figures(source, found):
        if letters == plain_letters(source[slice(*span)]):
            match, found = "normalized", span
            break
    edits = align(text, source[slice(*found)])
    similarity = 1 - distance(edits) / max(len(text), found[1] - found[0])
    shift = found[0]
    shifted = (Edit(op, input, (start + shift, end + shift)) for op, input, (start, end) in edits)
    return Comparison(match, similarity, found, tuple(shifted))


def plain_letters(folded: str) -> str:
    """A folded text without marks and with its numerals in one form."""
    return "".join(filter(is_letter, plain_figures(folded)))


def _widened(around: Span, length: int, size: int) -> Span:
    short_of = max(0, length - (around[1] - around[0]))  # the rest may stand on either side
    more = 8 + min(length // 8, 64) + short_of
    return max(0, around[0] - more), min(size, around[1] + more)


def _with_whole_figures(source: str, span: Span) -> Iterator[Span]:
    """The span, then with all of the numerals of which it may hold a part, or none but should."""
    start, end = span
    yield span
    first, last = figure_at(source, start)[0], figure_at(source, end)[1]
    if first < start:
        yield first, end
    if end < last:
        yield start, last
    if first < start and end < last:
        yield first, last
