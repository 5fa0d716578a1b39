"""The scores of exact hits: BM25 of what was asked for, each pattern counted as one term.

So a paragraph that says it often, or says little else, comes before one that mentions it in
passing. A paragraph in one of whose fields a bare clause stands is worth more, by the `evidence` of
that field, a tenth; one that is not a speech's own words but quotes or tells them, a tenth less.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indexer.model.fields import ROLES
from searcher.language.query import Query, positive_patterns
from searcher.ranking.bm25 import Scores, dampings, idf, saturated
from searcher.ranking.field_matches import FieldMatch
from searcher.store import Numbers, Store
from searcher.store.docsets import contained
from searcher.store.matching import rarity
from searcher.store.retrieval import Retrieval


def exact_scores(
    store: Store, query: Query, retrieval: Retrieval, docs: Numbers, matches: Sequence[FieldMatch]
) -> Scores:
    """The scores of the paragraphs `docs`, which satisfy `query`.

    Args:
        retrieval: the evaluation of `query`.
        matches: the paragraphs in whose fields a bare clause stands.
    """
    damped = dampings(store, "chars").of(docs)
    scores = np.zeros(len(docs))
    for clause in positive_patterns(query):
        weight = idf(rarity(store, retrieval.pattern(clause)), store.count)
        scores += saturated(retrieval.counts(clause, docs), damped, weight)
    for match in matches:
        scores[contained(docs, match.docs)] *= match.evidence
    roles = store.values("role")
    factors = np.array([ROLES[role] for role in roles.names])
    return scores * factors[roles.of[docs]] if len(docs) else scores
