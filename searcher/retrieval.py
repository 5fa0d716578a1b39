"""Which paragraphs satisfy a query: the tree evaluated over sorted arrays of paragraph numbers.

What is cheap to tell comes first, so that a filter spares looking at texts.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indexer.dates import day_number
from indexer.folding import fold
from searcher.language.query import And, DateRange, Field, Located, Not, Or, Query
from searcher.matching import Found, find, rarity
from searcher.numbers import difference, intersection, union, values_at
from searcher.patterns import Pattern, TimeBudget, pattern_of
from searcher.store import Numbers, Store


class Retrieval:
    """The evaluation of one query: it remembers what each pattern was found in.

    Args:
        store: the index.
        budget: the time that regular expressions may take.
    """

    def __init__(self, store: Store, budget: TimeBudget) -> None:
        self._store = store
        self._budget = budget
        self._patterns: dict[Located, Pattern] = {}
        self._found: dict[Pattern, Found] = {}
        self._everywhere: set[Pattern] = set()

    def pattern(self, clause: Located) -> Pattern:
        """The pattern of a clause."""
        if clause not in self._patterns:
            self._patterns[clause] = pattern_of(clause, self._budget)
        return self._patterns[clause]

    def counts(self, clause: Located, docs: Numbers) -> Numbers:
        """How often a clause stands in each of the paragraphs `docs`, which rise."""
        pattern = self.pattern(clause)
        counts = _counts_in(docs, self._found.get(pattern))
        unknown = docs[counts == 0]
        if len(unknown) and pattern not in self._everywhere:
            counts += _counts_in(docs, find(self._store, pattern, unknown))
        return counts

    def evaluate(self, query: Query, within: Numbers | None = None) -> Numbers:
        """The numbers of the live paragraphs that satisfy `query`, rising.

        Args:
            within: only these are asked for; None for all.

        Raises:
            QueryError: a clause holds nothing, or a regular expression takes too long.
        """
        if isinstance(query, And):
            return self._all_of(query.clauses, within)
        if isinstance(query, Or):
            return union([self.evaluate(clause, within) for clause in query.clauses])
        if isinstance(query, Not):
            every = self._store.numbers() if within is None else within
            return difference(every, self.evaluate(query.clause, within))
        if isinstance(query, (Field, DateRange)):
            docs = _with_field(self._store, query)
            return docs if within is None else intersection(docs, within)
        return self._find(self.pattern(query), within).docs

    def _all_of(self, clauses: Sequence[Query], within: Numbers | None) -> Numbers:
        for clause in sorted(clauses, key=self._cost):
            within = self.evaluate(clause, within)
        return self._store.numbers() if within is None else within

    def _cost(self, clause: Query) -> tuple[int, int]:
        """Clauses with a lower one are evaluated first."""
        if isinstance(clause, (Field, DateRange)):
            return 0, 0
        if isinstance(clause, (And, Or, Not)):
            return 2, 0
        return 1, rarity(self._store, self.pattern(clause))

    def _find(self, pattern: Pattern, within: Numbers | None) -> Found:
        found = find(self._store, pattern, within)
        known = self._found.get(pattern)
        if known is None or len(known.docs) < len(found.docs):
            self._found[pattern] = found
        if within is None:
            self._everywhere.add(pattern)
        return found


def _counts_in(docs: Numbers, found: Found | None) -> Numbers:
    """How often a pattern was found in each of `docs`."""
    if found is None:
        return np.zeros(len(docs), np.int64)
    return values_at(docs, found.docs, found.counts)


def _with_field(store: Store, clause: Field | DateRange) -> Numbers:
    if isinstance(clause, DateRange):
        return _within_days(store, clause)
    if clause.number is not None:
        return store.postings("chapter_no", str(clause.number)).docs
    return store.values(clause.name).containing(fold(clause.value))


def _within_days(store: Store, days: DateRange) -> Numbers:
    """The paragraphs of known date whose date span meets `days`."""
    meets = store.first_dates() > 0
    if days.first is not None:
        meets &= store.last_dates() >= day_number(days.first)
    if days.last is not None:
        meets &= store.first_dates() <= day_number(days.last)
    if store.live is not None:
        meets &= store.live
    return np.flatnonzero(meets)
