"""Which paragraphs satisfy a query: the tree evaluated over sorted arrays of paragraph numbers.

What is cheap to find comes first, so that a filter spares looking at texts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from indexer.text.dates import day_number
from indexer.text.folding import fold
from searcher.language.query import (
    COLUMN_CLAUSES,
    And,
    AnyYear,
    ColumnClause,
    DateRange,
    Filtered,
    Located,
    Not,
    Or,
    Query,
)
from searcher.patterns import Pattern, TimeBudget, pattern_of
from searcher.store import ColumnFilter, Docset, DocsetFilter, DocValues, Mask, Numbers, Store
from searcher.store.column_filters import dates_meet
from searcher.store.docsets import as_mask, difference, union, values_at
from searcher.store.matching import Matched, execute, find, frequency_bound, narrowed, plan

if TYPE_CHECKING:
    from searcher.language.filters import Filters, Within


_LEAP_DAY: Final = 229


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
        self._found: dict[Pattern, Matched] = {}
        self._everywhere: set[Pattern] = set()

    def pattern(self, clause: Located) -> Pattern:
        """The pattern of a clause."""
        if clause not in self._patterns:
            self._patterns[clause] = pattern_of(clause, self._budget)
        return self._patterns[clause]

    def counts(self, clause: Located, docs: Docset) -> Numbers:
        """How often a clause occurs in each of the paragraphs `docs`."""
        pattern = self.pattern(clause)
        counts = _counts_in(docs, self._found.get(pattern))
        unknown = docs[counts == 0]
        if len(unknown) and pattern not in self._everywhere:
            counts = counts + _counts_in(docs, find(self._store, pattern, unknown))
        return counts

    def evaluate(self, query: Query, within: Docset | None = None) -> Docset:
        """The live paragraphs that satisfy `query`.

        Args:
            within: only these are asked for; None for all.

        Raises:
            QueryError: a clause is blank, or a regular expression takes too long.
        """
        if isinstance(query, (And, Filtered)):
            return self._all_of(query.clauses, within)
        if isinstance(query, Or):
            return union([self.evaluate(clause, within) for clause in query.clauses])
        if isinstance(query, Not):
            every = self._store.live_docs() if within is None else within
            return difference(every, self.evaluate(query.clause, within))
        if isinstance(query, COLUMN_CLAUSES):
            column_filter = select(self._store, query)
            return column_filter.docs() if within is None else _among([column_filter], within)
        return self._find(self.pattern(query), within).docs

    def _all_of(self, clauses: Sequence[Query], within: Docset | None) -> Docset:
        filters = [select(self._store, c) for c in clauses if isinstance(c, COLUMN_CLAUSES)]
        filters.sort(key=lambda column_filter: column_filter.count())
        others = [c for c in clauses if not isinstance(c, COLUMN_CLAUSES)]
        others.sort(key=self._cost)
        first = others[0] if others else None
        if within is not None:
            within = _among(filters, within)
        elif (
            filters
            and first is not None
            and not isinstance(first, (And, Filtered, Or, Not))
            and self._cost(first) <= (0, filters[0].count())
        ):
            within = self._find_selected(self.pattern(first), filters)
            others = others[1:]
        elif filters:
            within = _among(filters[1:], filters[0].docs())
        for clause in others:
            within = self.evaluate(clause, within)
        return self._store.live_docs() if within is None else within

    def _cost(self, clause: Located | And | Filtered | Not) -> tuple[int, int]:
        """The key by which clauses are evaluated: leaves first, and of these the rarest first."""
        if isinstance(clause, (And, Filtered, Or, Not)):
            return 1, 0
        return 0, frequency_bound(self._store, self.pattern(clause))

    def _find(self, pattern: Pattern, within: Docset | None) -> Matched:
        return self._remember(pattern, find(self._store, pattern, within), within)

    def _find_selected(
        self, pattern: Pattern, filters: Sequence[ColumnFilter | DocsetFilter]
    ) -> Docset:
        """Where the pattern occurs; only texts that the filters let through are looked at."""
        planned = plan(self._store, pattern)
        if planned.docs is None:
            found = execute(self._store, pattern, planned)
            kept = _mask_among(filters, found.docs)
            found = Matched(found.docs.compress(kept), found.counts.compress(kept))
        else:
            planned = narrowed(self._store, pattern, planned, _among(filters, planned.docs))
            found = execute(self._store, pattern, planned)
        return self._remember(pattern, found, found.docs).docs

    def _remember(self, pattern: Pattern, found: Matched, within: Docset | None) -> Matched:
        known = self._found.get(pattern)
        if known is None or len(known.docs) < len(found.docs):
            self._found[pattern] = found
        if within is None:
            self._everywhere.add(pattern)
        return found


def _among(filters: Sequence[ColumnFilter | DocsetFilter], docs: Docset) -> Docset:
    """What all filters let through of `docs`."""
    return docs.compress(_mask_among(filters, docs)) if filters else docs


def _mask_among(filters: Sequence[ColumnFilter | DocsetFilter], docs: Docset) -> Mask:
    """The mask of those of `docs` that all filters let through."""
    mask = np.ones(len(docs), bool)
    for column_filter in filters:
        mask &= column_filter.mask(docs)
    return mask


def _counts_in(docs: Docset, found: Matched | None) -> Numbers:
    """How often a pattern was found in each of `docs`."""
    if found is None:
        return np.zeros(len(docs), np.int64)
    return values_at(docs, found.docs, found.counts)


def select(store: Store, clause: ColumnClause) -> ColumnFilter | DocsetFilter:
    """The filter that a clause is."""
    if isinstance(clause, DateRange):
        return store.dated(partial(_meets, clause))
    if isinstance(clause, AnyYear):
        return store.dated(partial(_falls_on, clause))
    if clause.number is not None:
        return DocsetFilter(store.postings("chapter_no", str(clause.number)).docs)
    return store.values(clause.name).containing(fold(clause.value))


def mask_of(
    store: Store, within: Within, filters: Filters | None, exclude: Collection[str] = ()
) -> Mask:
    """The mask of the live paragraphs that are `within` and satisfy `filters`.

    Args:
        within: those of role `speech`, or of every role; notes take part only where `filters` ask
            for their role.
        exclude: the ids of documents whose paragraphs are left out.
    """
    roles = store.values("role")
    is_all = within == "all"
    docs = store.live_docs() if is_all else roles.equal_to("speech").docs()
    mask = as_mask(docs, store.size)
    if filters is None or filters.role != "note":
        mask[roles.equal_to("note").docs()] = False
    for clause in filters.clauses if filters else ():
        mask &= as_mask(select(store, clause).docs(), store.size)
    for doc in exclude:
        mask[store.postings("doc", doc).docs] = False
    return mask


def _meets(days: DateRange, firsts: DocValues, lasts: DocValues) -> Mask:
    """The mask of the date spans that are known and meet `days`."""
    first = day_number(days.first) if days.first else 0
    last = day_number(days.last or date.max)
    return dates_meet(firsts, lasts, first, last)


def _falls_on(days: AnyYear, firsts: DocValues, lasts: DocValues) -> Mask:
    """The mask of the date spans that are known and meet `days` in some year."""
    first = days.month * 100 + (days.day or 1)
    last = days.month * 100 + (days.day or 31)
    is_leap_day = first == last == _LEAP_DAY
    meets = np.zeros(len(firsts), bool)
    # A span of any length that meets them in some year does so in its first years.
    for later in range(9 if is_leap_day else 2):
        years = firsts // 10_000 + later
        met = dates_meet(firsts, lasts, years * 10_000 + first, years * 10_000 + last)
        meets |= met & _are_leap(years) if is_leap_day else met
    return meets


def _are_leap(years: DocValues) -> Mask:
    return np.asarray((years % 4 == 0) & ((years % 100 != 0) | (years % 400 == 0)))
