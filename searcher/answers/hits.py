"""Makes hits: a record, what matched in it, and a snippet."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.model.records import Record
from indexer.text.folding import fold_with_origins
from searcher.answers.results import Hit, Match
from searcher.answers.snippets import make_snippet
from searcher.patterns import Pattern, spans_of


def make_hit(
    record: Record,
    *alternatives: Sequence[Pattern],
    rank: int,
    score: float,
    match: Match,
) -> Hit:
    """The hit for a paragraph.

    `alternatives` are groups of patterns. Those of the first group of which anything stands in the
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
