"""How a text occurs in a paragraph: word for word, but for marks and numerals, or nearly.

>>> compare("我国有7亿网民", "我国有七亿网民,这是一个了不起的数字。").match
'normalized'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.text.marks import FOLDED_CLAUSE_ENDS, FOLDED_RANGE_MARKS, STRAIGHT
from indexer.text.span import Span
from searcher.textmatch.alignment import Edit, align, distance, fit
from searcher.textmatch.edges import trimmed
from searcher.textmatch.figures import figure_at, plain_figures, splits_figure, with_whole_figures
from searcher.textmatch.letters import is_letter
from searcher.tracing.results import Verdict
from searcher.tracing.thresholds import DEFAULT, Thresholds

_MARKS = FOLDED_CLAUSE_ENDS + STRAIGHT
# What makes another number of a number.
_SIGN = re.compile(
    rf"(?<=[0-9])(?:[{FOLDED_RANGE_MARKS}/:×](?=[0-9])|‰)|(?<![0-9a-z{FOLDED_RANGE_MARKS}])[-—](?=[0-9])"
)


class Comparison(NamedTuple):
    """What comes of comparing a text with a paragraph, both folded.

    Attributes:
        match: `"exact"`, `"normalized"` or `"near"`, whatever the similarity.
        similarity: 1 less the share of characters that the edits change, by the longer text.
        span: what of the paragraph it was compared with.
        edits: how they differ; none for an exact match.
    """

    match: Verdict
    similarity: float
    span: Span
    edits: tuple[Edit, ...]


def compare(
    text: str, source: str, around: Span | None = None, by: Thresholds = DEFAULT
) -> Comparison | None:
    """How `text` occurs in `source`; None where not a letter of it does.

    Args:
        text: what is looked for, without marks at its edges.
        source: the paragraph.
        around: where in `source` it is looked for, and somewhat beyond, if it does not occur there
            word for word; None for all of it.
    """
    places = places_of(text, source)
    if places:
        return Comparison("exact", 1.0, places[0], ())
    low, high = (0, len(source)) if around is None else _widened(around, len(text), len(source))
    edits = fit(text, source[low:high], by)
    if not edits:
        return None
    found = trimmed(source, low + edits[0].source[0], low + edits[-1].source[1])
    match: Verdict = "near"
    letters = plain_letters(text)
    spans = [one for one in _with_whole_figures(source, found) if not _splits_figure(source, one)]
    for span in spans:
        if letters == plain_letters(source[slice(*span)]):
            match, found = "normalized", span
            break
    else:
        found = _with_ends_of_clauses(source, found if found in spans else spans[-1], edits, by)
    edits = align(text, source[slice(*found)], by)
    similarity = 1 - distance(edits) / max(len(text), found[1] - found[0])
    shift = found[0]
    shifted = (Edit(op, span, (start + shift, end + shift)) for op, span, (start, end) in edits)
    return Comparison(match, similarity, found, tuple(shifted))


def plain_letters(folded: str) -> str:
    """A folded text without marks and with its numerals in one form. Signs that make another number
    of a number are kept: 2-3倍 is not 23倍."""
    plain = plain_figures(folded)
    signs = {found.start() for found in _SIGN.finditer(plain)}
    return "".join(
        "-" if at in signs and sign in FOLDED_RANGE_MARKS else sign
        for at, sign in enumerate(plain)
        if is_letter(sign) or at in signs or unicodedata.combining(sign)  # café is not cafe
    )


def places_of(text: str, source: str) -> Sequence[Span]:
    """Where `text` occurs in `source` and splits no numeral, without overlap: 50 is not in 50%."""
    places: list[Span] = []
    at = source.find(text)
    while at >= 0:
        place = at, at + len(text)
        if _splits_figure(source, place):
            at = source.find(text, at + 1)
        else:
            places.append(place)
            at = source.find(text, place[1])
    return places


def _splits_figure(source: str, span: Span) -> bool:
    return any(splits_figure(source, at) for at in span)


def _with_ends_of_clauses(source: str, span: Span, edits: Sequence[Edit], by: Thresholds) -> Span:
    """The span up to the edges of its clauses where these are near and what is there was changed.

    Otherwise only what agrees of a changed last word would be seen as the source's.
    """
    start, end = span
    if _is_changed(edits[0], edits, by):
        mark = max((source.rfind(one, 0, start) for one in _MARKS), default=-1) + 1
        start = mark if start - mark <= by.near_by else start
    if _is_changed(edits[-1], edits, by):
        marks = (source.find(one, end) for one in _MARKS)
        mark = min((one for one in marks if one >= 0), default=len(source))
        end = mark if mark - end <= by.near_by else end
    return with_whole_figures(source, trimmed(source, start, end), (0, len(source)))


def _is_changed(edge: Edit, edits: Sequence[Edit], by: Thresholds) -> bool:
    """Whether the first or the last edit is a change, or agrees but for so little that it may be
    by chance."""
    return edge.op != "equal" or (len(edits) > 1 and edge.input[1] - edge.input[0] <= by.by_chance)


def _widened(around: Span, length: int, size: int) -> Span:
    short_of = max(0, length - (around[1] - around[0]))  # the rest may be on either side
    more = 8 + min(length // 8, 64) + short_of
    return max(0, around[0] - more), min(size, around[1] + more)


def _with_whole_figures(source: str, span: Span) -> Iterator[Span]:
    """The span, then wider ones that contain all of the numerals at its edges."""
    start, end = span
    yield span
    first, last = figure_at(source, start)[0], figure_at(source, end)[1]
    if first < start:
        yield first, end
    if end < last:
        yield start, last
    if first < start and end < last:
        yield first, last
