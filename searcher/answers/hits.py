"""Makes hits: a record, what matched in it, and a snippet.

A snippet is the part of a paragraph that shows most of what matched, cut at sentence marks.

>>> make_snippet("一。二。三。", ((2, 3),), limit=2)
Snippet(text='…二。…', spans=((1, 2),))
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.model.records import Record
from indexer.text.folding import fold_with_origins
from indexer.text.marks import (
    CLOSING_QUOTES,
    PAUSES,
    ROUND_CLOSING,
    SENTENCE_ENDS,
    SINGLE_CLOSING,
    STRAIGHT,
)
from indexer.text.span import Span
from searcher.answers.results import Hit, Match, Snippet
from searcher.patterns import Pattern, spans_of

LIMIT = 120
"""How many characters of the paragraph a snippet shows at most."""

_CLOSING = CLOSING_QUOTES + SINGLE_CLOSING + STRAIGHT + ROUND_CLOSING
_SENTENCE = rf"[{SENTENCE_ENDS}]+[{_CLOSING}]*"
_CLAUSE = rf"[{PAUSES}]+[{_CLOSING}]*|\s+"
_ELLIPSIS = "…"


def make_hit(
    record: Record,
    *alternatives: Sequence[Pattern],
    rank: int,
    score: float,
    match: Match,
) -> Hit:
    """The hit for a paragraph.

    `alternatives` are groups of patterns. Those of the first group of which anything matches in the
    paragraph are highlighted.
    """
    folded = fold_with_origins(record.text)
    spans = next(filter(None, (spans_of(patterns, folded) for patterns in alternatives)), ())
    return Hit(
        rank=rank,
        score=round(score, 6),
        match=match,
        spans=spans,
        snippet=make_snippet(record.text, spans),
        **record.facts(),
    )


def plain_hit(record: Record) -> Hit:
    """The hit for a paragraph that nobody searched for: it is shown, and nothing is marked."""
    return make_hit(record, rank=1, score=0.0, match="exact")


def make_snippet(text: str, spans: Sequence[Span], limit: int = LIMIT) -> Snippet:
    """The snippet of a paragraph in which `spans` matched."""
    if len(text) <= limit:
        return Snippet(text, tuple(spans))
    start, end = _window(text, spans, limit)
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    shift = len(before) - start
    inside = [(max(first, start), min(last, end)) for first, last in spans]
    return Snippet(
        before + text[start:end] + after,
        tuple((first + shift, last + shift) for first, last in inside if first < last),
    )


def _window(text: str, spans: Sequence[Span], limit: int) -> Span:
    """The best window between sentence marks, else between any marks, else anywhere."""
    for marks in (_SENTENCE, _CLAUSE):
        breaks = [0, *(mark.end() for mark in re.finditer(marks, text)), len(text)]
        window = _best(breaks, spans, limit)
        if window is not None:
            return window
    if not spans:
        return 0, limit
    first, last = spans[0]
    start = max(0, min(first - max(0, limit - (last - first)) // 2, len(text) - limit))
    return start, start + limit


def _best(breaks: Sequence[int], spans: Sequence[Span], limit: int) -> Span | None:
    """Of the windows from break to break, the earliest that contains the most of `spans`.

    None where no window contains one, or where there is no window.
    """
    firsts = [first for first, _ in spans]
    lasts = [last for _, last in spans]
    best, most = None, 0 if spans else -1
    for start in breaks:
        end = breaks[bisect_right(breaks, start + limit) - 1]
        inside = bisect_right(lasts, end) - bisect_left(firsts, start)
        if inside > most and end > start:
            best, most = (start, end), inside
    return best
