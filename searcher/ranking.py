"""The scores of exact hits: BM25 of what was asked for, each pattern counted as one term.

So a paragraph that says it often, or says little else, comes before one that mentions it in
passing. A paragraph in one of whose fields (speech, title, section, chapter, source) a bare clause
stands is worth a tenth more; one that is not a speech's own words but quotes or tells them, a tenth
less.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from searcher.bm25 import Scores, dampings, idf, saturated
from searcher.language.query import Query, positive_patterns
from searcher.matching import rarity
from searcher.numbers import contained
from searcher.retrieval import Retrieval
from searcher.store import Numbers, Store

FIELD_FACTOR = 1.1
"""What a match in a field makes of a score."""

ROLE_FACTORS = {"speech": 1.0, "quotation": 0.9, "article": 0.9}
"""What its role makes of a paragraph's score: the source comes before those who quote it."""


def exact_scores(
    store: Store, query: Query, retrieval: Retrieval, docs: Numbers, matched: Sequence[Numbers]
) -> Scores:
    """The scores of the paragraphs `docs`, which satisfy `query`.

    Args:
        retrieval: the evaluation of `query`.
        matched: the paragraphs in whose fields a bare clause stands, one array a field.
    """
    damped = dampings(store, "chars").of(docs)
    scores = np.zeros(len(docs))
    for clause in positive_patterns(query):
        weight = idf(rarity(store, retrieval.pattern(clause)), store.count)
        scores += saturated(retrieval.counts(clause, docs), damped, weight)
    for holding in matched:
        scores[contained(docs, holding)] *= FIELD_FACTOR
    roles = store.values("role")
    factors = np.array([ROLE_FACTORS[role] for role in roles.names])
    return scores * factors[roles.of[docs]] if len(docs) else scores
