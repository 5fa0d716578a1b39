"""The scores of exact hits: BM25 of what was asked for, each pattern counted as one term.

So a paragraph that says it often, or says little else, comes before one that mentions it in
passing. A paragraph one of whose fields contains a bare clause is worth more, by the boost of that
field, a tenth; one that is not a speech's own words but quotes or reports them, a tenth less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from indexer.model.fields import LEADING, ROLES, Row
from indexer.text.folding import fold
from searcher.ranking.bm25 import Scores, idf, length_norms, saturated
from searcher.ranking.scored import Scored
from searcher.store import Docset, Numbers, Store
from searcher.store.docsets import contained


class ClauseCounts(NamedTuple):
    """A positive clause of a query as a term.

    Attributes:
        counts: how often it occurs in each of the paragraphs that are scored.
        frequency_bound: the most paragraphs of the collection that it can occur in.
    """

    counts: Numbers
    frequency_bound: int


class FieldMatch(NamedTuple):
    """The paragraphs one of whose fields contains a clause.

    Attributes:
        text: the clause.
        field: the name of the field.
        query: the query that lists them.
        docs: these paragraphs.
        boost: by what that multiplies their scores.
    """

    text: str
    field: str
    query: str
    docs: Docset
    boost: float


def exact_scores(
    scored: Scored,
    docs: Docset,
    clauses: Iterable[ClauseCounts],
    matches: Iterable[FieldMatch],
    roles: Scores,
) -> Scores:
    """The scores of the paragraphs `docs`, which satisfy a query.

    Args:
        clauses: its positive clauses, in order.
        matches: the paragraphs in whose fields a bare clause occurs.
        roles: for each paragraph what its role makes of its score.
    """
    norms = length_norms(scored, "chars").of(docs)
    scores = np.zeros(len(docs))
    for clause in clauses:
        scores += saturated(clause.counts, norms, idf(clause.frequency_bound, scored.count))
    for match in matches:
        scores[contained(docs, match.docs)] *= match.boost
    return np.asarray(scores * roles)


def match_fields(
    store: Store, texts: Iterable[str], rows: Sequence[Row] = LEADING
) -> tuple[FieldMatch, ...]:
    """Every field of `rows` that contains one of the clauses `texts`, clause by clause."""
    matches = [
        FieldMatch(
            text,
            row.name,
            f"{row.alias}：{text}",
            store.values(row.name).containing(fold(text)).docs(),
            row.boost or 1.0,
        )
        for text in texts
        for row in rows
    ]
    return tuple(match for match in matches if len(match.docs))


def role_factors(store: Store, docs: Docset) -> Scores:
    """For each of the paragraphs `docs` what its role makes of its score."""
    roles = store.values("role")
    factors = np.array([ROLES[role] for role in roles.names], np.float64)
    return factors[roles.of[docs]] if len(docs) else np.ones(0)
