"""Who said it first: the dated paragraphs that satisfy a query, the earliest first."""

from __future__ import annotations

import time

from searcher.answers.hits import make_hit
from searcher.answers.search import Asked
from searcher.language.query import Query, positive_patterns
from searcher.repetition.dating import by_date, is_dated
from searcher.repetition.options import check_limit
from searcher.repetition.results import FirstUse
from searcher.store import Store
from searcher.store.retrieval import Retrieval


def first_use(store: Store, query: Query, *, asked: Asked, limit: int | None = None) -> FirstUse:
    """The paragraphs that satisfy `query`, by date; what has no date is counted only.

    Args:
        asked: the question as it came.
        limit: how many hits at most; None for all.

    Raises:
        OptionError: `limit` cannot be used.
        QueryError: the query holds what cannot be searched for, or takes too long.
    """
    check_limit(limit)
    retrieval = Retrieval(store, asked.budget)
    found = retrieval.evaluate(query)
    dated = is_dated(store, found)
    patterns = tuple(retrieval.pattern(clause) for clause in positive_patterns(query))
    docs = by_date(store, found[dated])
    return FirstUse(
        query=asked.query,
        total=len(docs),
        undated=len(found) - len(docs),
        hits=tuple(
            make_hit(store.record(doc), patterns, rank=rank, score=0.0, match="exact")
            for rank, doc in enumerate(docs[:limit].tolist(), 1)
        ),
        took_ms=round((time.perf_counter() - asked.started) * 1000, 3),
    )
