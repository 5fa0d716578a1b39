"""Paragraphs that do not satisfy a query but resemble it, for when the count is not enough.

They are ranked by the words of all bare positive clauses, and obey every filter, NOT and quoted
clause of the query. Paragraphs whose speech, title, section, chapter or source contains a bare
clause lead them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.folding import fold
from searcher.language.query import And, Or, Query, Text
from searcher.ranking import Scores, Terms, resembling
from searcher.results import Suggestion
from searcher.retrieval import containing, evaluate, everything, union
from searcher.store import Numbers, Store

MOST = 100
"""How many related paragraphs an answer goes on with at most."""

_MOST_SUGGESTIONS = 3

LEADING_FIELDS = {
    "speech": "讲话",
    "title": "题",
    "section": "节",
    "chapter": "章",
    "source": "来源",
}
"""The fields in which a bare clause makes a paragraph lead, with the names queries give them."""


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """The paragraphs one of whose fields contains a bare clause.

    Attributes:
        query: the query that lists them.
        docs: their numbers.
    """

    query: str
    docs: Numbers


def match_fields(store: Store, texts: Sequence[str]) -> tuple[FieldMatch, ...]:
    """Every leading field that contains one of the bare clauses `texts`, clause by clause."""
    matches = (
        FieldMatch(f"{alias}：{text}", containing(store, field, fold(text)))
        for text in texts
        for field, alias in LEADING_FIELDS.items()
    )
    return tuple(match for match in matches if match.docs.size)


def suggest(matches: Sequence[FieldMatch]) -> tuple[Suggestion, ...]:
    """A few queries that list the paragraphs in one of whose fields a bare clause stands."""
    return tuple(Suggestion(match.query, len(match.docs)) for match in matches[:_MOST_SUGGESTIONS])


def find_related(
    store: Store,
    query: Query,
    terms: Terms,
    scores: Scores,
    *,
    exact: Numbers,
    matches: Sequence[FieldMatch],
) -> Numbers:
    """The numbers of the related paragraphs, best first, at most `MOST`.

    Args:
        scores: the score of every paragraph for `terms`.
        exact: the paragraphs that satisfy the query, which are left out.
        matches: the paragraphs that lead.
    """
    leading = union([match.docs for match in matches])
    candidates = np.union1d(resembling(store, terms), leading)
    allowed = np.intersect1d(candidates, _allowed(store, query))
    rest = np.setdiff1d(allowed, exact, assume_unique=True)
    follows = ~np.isin(rest, leading)
    return rest[np.lexsort((rest, store.first_dates()[rest], -scores[rest], follows))][:MOST]


def _allowed(store: Store, query: Query) -> Numbers:
    """What the query would find if its bare positive clauses were found everywhere."""
    filters = _without_texts(query)
    return everything(store) if filters is None else evaluate(store, filters)


def _without_texts(query: Query) -> Query | None:
    """The query with every bare positive clause taken as true; None where nothing else is left."""
    if isinstance(query, Text):
        return None
    if isinstance(query, And):
        kept = [part for part in map(_without_texts, query.clauses) if part is not None]
        if len(kept) < 2:
            return kept[0] if kept else None
        return And(tuple(kept))
    if isinstance(query, Or):
        parts = [_without_texts(clause) for clause in query.clauses]
        kept = [part for part in parts if part is not None]
        return Or(tuple(kept)) if len(kept) == len(parts) else None
    return query
