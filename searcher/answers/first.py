"""Who said it first: the dated paragraphs that satisfy a query, the earliest first."""

from __future__ import annotations

import time
from dataclasses import dataclass

from searcher.answers.hits import make_hit
from searcher.answers.results import Hit, Listing
from searcher.answers.search import Asked, evaluate
from searcher.language.query import Query, asks_for_notes, positive_patterns
from searcher.ranking.order import are_dated, by_date
from searcher.store import Store
from searcher.store.retrieval import Retrieval


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstUse(Listing[Hit]):
    """Who said it first, and who after him: the sequence of `hits`, falsy where there are none.

    Attributes:
        query: the query as given.
        total: how many dated paragraphs satisfy it.
        undated: how many paragraphs without a date do.
        dropped_marks: the marks of notes in the query that were left out, as its words are found
            only without them.
        as_text: the operator words of the query that were read as text.
        hits: those that were wanted, by date. What is dated by its publication comes after what
            was said on that day.
        took_ms: milliseconds from the query string to this answer.
    """

    query: str
    total: int
    undated: int
    dropped_marks: tuple[str, ...] = ()
    as_text: tuple[str, ...] = ()
    hits: tuple[Hit, ...]
    took_ms: float

    _listed = "hits"


def first_use(store: Store, query: Query, *, limit: int | None = None, asked: Asked) -> FirstUse:
    """The paragraphs that satisfy `query`, by date; what has no date is counted only.

    Notes are nobody's words, and take part only where the query asks for their role.

    Args:
        limit: how many hits at most; None for all.
        asked: the question as it came.

    Raises:
        QueryError: the query has what cannot be searched for, or takes too long.
    """
    retrieval = Retrieval(store, asked.budget)
    query, found, dropped_marks = evaluate(retrieval, query)
    if not asks_for_notes(query):
        found = found.compress(~store.values("role").equal_to("note").mask(found))
    dated = are_dated(store, found)
    patterns = tuple(retrieval.pattern(clause) for clause in positive_patterns(query))
    docs = by_date(store, found[dated])
    return FirstUse(
        query=asked.query,
        total=len(docs),
        undated=len(found) - len(docs),
        dropped_marks=dropped_marks,
        as_text=asked.as_text,
        hits=tuple(
            make_hit(store.record(doc), patterns, rank=rank, score=0.0, match="exact")
            for rank, doc in enumerate(docs[:limit].tolist(), 1)
        ),
        took_ms=round((time.perf_counter() - asked.started) * 1000, 3),
    )
