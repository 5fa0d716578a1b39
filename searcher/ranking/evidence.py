"""What speaks for a paragraph beside its own text: the headings, speech and speaker above it.

    evidence(d) = sum, over the bigrams of the query, of the greatest idf of a field of d that
                  contains the bigram

Fields are views of their own, as in BM25F (Zaragoza and others, "Microsoft Cambridge at TREC 13",
2004), and the documents of such a view are the different values of the field: what one of a hundred
titles says distinguishes it, however many paragraphs it stands above; what nearly all say (讲话)
does not. A bigram counts once for a paragraph, however many of its fields contain it, as a title is
often in several of them. How often a value contains it, and how long the value is, count for
nothing: titles are short and repeat little. A date of the query is a term, too, and occurs in the
paragraphs whose date meets it.

A collection whose paragraphs have no such facts is ranked as if there were no evidence.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from indexer.segments.paged import Numbers
from searcher.ranking.bm25 import Scores, idf
from searcher.ranking.query_terms import Terms
from searcher.ranking.scored import FieldView, Scored
from searcher.store import Mask
from searcher.store.column_filters import dates_meet
from searcher.store.docsets import distinct

EVIDENCE = ("speech", "title", "section", "chapter", "speaker")
"""The fields that are evidence."""


_FEWEST = 3
"""Bigrams of a value that a query must contain to name it: a heading of two characters is none."""

_Matched: TypeAlias = tuple[FieldView, Numbers, Numbers, Scores]
"""A field, the places of bigrams of the query with those of the values that contain them, and for
each bigram its idf in the field."""


def _matched(scored: Scored, terms: Terms) -> list[_Matched]:
    pairs = sorted(terms.informative_bigrams())
    found = []
    for field in EVIDENCE:
        view = scored.field(field)
        which, values = view.containing(pairs)
        if len(which):
            frequencies = view.frequencies(pairs).tolist()
            weights = np.array([idf(frequency, view.count) for frequency in frequencies])
            found.append((view, which, values, weights))
    return found


def field_scores(scored: Scored, terms: Terms, docs: Numbers) -> Scores:
    """The evidence of the fields of each of the paragraphs `docs`."""
    if not len(docs):
        return np.zeros(0)
    worth = np.zeros((len(terms.informative_bigrams()), len(docs)))
    for view, which, values, weights in _matched(scored, terms):
        own = distinct(np.sort(view.of[docs]))
        slots = own.searchsorted(view.of[docs])
        at = np.minimum(own.searchsorted(values), len(own) - 1)
        kept = own[at] == values
        has = np.zeros((len(worth), len(own)))
        has[which[kept], at[kept]] = weights[which[kept]]
        np.maximum(worth, has[:, slots], out=worth)
    scores = np.zeros(len(docs))
    for row in worth:  # one after another: a sum in one order is the same to the last bit
        scores += row
    return scores


def date_scores(scored: Scored, terms: Terms, docs: Numbers) -> Scores:
    """For each of the paragraphs `docs` the idf of every date of the query that its date meets."""
    scores = np.zeros(len(docs))
    if terms.days:
        firsts, lasts = scored.first_dates()[docs], scored.last_dates()[docs]
        for first, last in terms.days:
            weight = idf(scored.dated_frequency(first, last), scored.count)
            scores += weight * dates_meet(firsts, lasts, first, last)
    return scores


def named(scored: Scored, terms: Terms, share: float) -> Mask | None:
    """The mask of the paragraphs under the values that the query names best; None for none.

    Args:
        share: of a value's bigrams that the query must contain to name it, and how near to the
            best of the values that are named another must come.
    """
    sums = []
    for view, which, values, weights in _matched(scored, terms):
        size = len(view.sizes)
        is_named = np.bincount(values, minlength=size) >= np.maximum(share * view.sizes, _FEWEST)
        sums.append((view, np.bincount(values, weights[which], size) * is_named))
    best = max((float(worth.max()) for _, worth in sums), default=0.0)
    if not best:
        return None
    mask = None
    for view, worth in sums:
        under = np.append(worth >= share * best, False)[view.of]  # the last is for -1
        mask = under if mask is None else mask | under
    return mask
