"""Which paragraphs satisfy a query: the tree evaluated over sorted arrays of paragraph numbers.

Exact is exact: a string is found in exactly the paragraphs whose folded text holds it. Postings of
characters and bigrams narrow the candidates down, the folded text decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from indexer.analysis import bigrams
from indexer.dates import day_number
from indexer.errors import QueryError
from indexer.folding import fold
from searcher.language.query import And, DateRange, Field, Near, Not, Or, Query, Regex
from searcher.patterns import Literal, Pattern, pattern_of
from searcher.store import Numbers, Store

NONE: Numbers = np.array([], np.int32)


def evaluate(store: Store, query: Query) -> Numbers:
    """The numbers of the paragraphs that satisfy `query`, rising.

    Raises:
        QueryError: it uses an operator that is not built yet, or a clause that holds nothing.
    """
    if isinstance(query, And):
        return _all_of(store, query.clauses)
    if isinstance(query, Or):
        return union([evaluate(store, clause) for clause in query.clauses])
    if isinstance(query, Not):
        return _without(everything(store), evaluate(store, query.clause))
    if isinstance(query, Field):
        return _with_field(store, query)
    if isinstance(query, DateRange):
        return _within(store, query)
    if isinstance(query, Near):
        raise _not_yet(query, "BEFORE" if query.ordered else "NEAR")
    if isinstance(query, Regex):
        raise _not_yet(query, "a regular expression")
    return find(store, pattern_of(query))


def everything(store: Store) -> Numbers:
    """The numbers of all paragraphs."""
    return np.arange(store.size, dtype=np.int32)


def find(store: Store, pattern: Pattern) -> Numbers:
    """The numbers of the paragraphs in which `pattern` stands."""
    candidates = _candidates(store, pattern.literals)
    if isinstance(pattern, Literal) and len(pattern.text) <= 2:
        return candidates  # the posting of a character or bigram is the string itself
    found = [
        number
        for number in candidates.tolist()
        if any(True for _ in pattern.matches(fold(store.record(number).text)))
    ]
    return np.array(found, np.int32)


def containing(store: Store, field: str, folded: str) -> Numbers:
    """The numbers of the paragraphs whose `field` contains a folded text."""
    values = [value for value in store.values(field) if folded in fold(value)]
    return union([store.postings(field, value).docs for value in values])


def union(parts: Sequence[Numbers]) -> Numbers:
    """The numbers that stand in any of `parts`."""
    return np.unique(np.concatenate(parts)) if parts else NONE


def _not_yet(query: Query, what: str) -> QueryError:
    return QueryError(str(query), 0, f"{what} cannot be searched for yet; leave it out")


def _candidates(store: Store, literals: Sequence[str]) -> Numbers:
    """The paragraphs in which every bigram of every literal stands."""
    terms = {("bigrams", pair) for literal in literals for pair in bigrams(literal)}
    terms |= {("chars", literal) for literal in literals if len(literal) == 1}
    rarest, *others = sorted(terms, key=lambda term: (store.document_frequency(*term), term))
    docs = store.postings(*rarest).docs
    for term in others:
        if not docs.size:
            break
        docs = np.intersect1d(docs, store.postings(*term).docs, assume_unique=True)
    return docs


def _all_of(store: Store, clauses: Sequence[Query]) -> Numbers:
    """What satisfies all clauses; the negative ones are taken away from what the others leave."""
    wanted = [evaluate(store, clause) for clause in clauses if not isinstance(clause, Not)]
    docs = reduce(_intersection, wanted) if wanted else everything(store)
    for clause in clauses:
        if isinstance(clause, Not):
            docs = _without(docs, evaluate(store, clause.clause))
    return docs


def _with_field(store: Store, field: Field) -> Numbers:
    if field.number is not None:
        return store.postings("chapter_no", str(field.number)).docs
    return containing(store, field.name, fold(field.value))


def _within(store: Store, days: DateRange) -> Numbers:
    """The paragraphs of known date whose date span meets `days`."""
    meets = store.first_dates() > 0
    if days.first is not None:
        meets &= store.last_dates() >= day_number(days.first)
    if days.last is not None:
        meets &= store.first_dates() <= day_number(days.last)
    return np.flatnonzero(meets).astype(np.int32)


def _intersection(left: Numbers, right: Numbers) -> Numbers:
    return np.intersect1d(left, right, assume_unique=True)


def _without(docs: Numbers, excluded: Numbers) -> Numbers:
    return np.setdiff1d(docs, excluded, assume_unique=True)
