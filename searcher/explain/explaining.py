"""Explains a query: its tree, and for every clause what it finds by itself, and how.

The query is first evaluated as a search evaluates it, so that `total` and every error are those of
a search. Then each clause is asked for in the whole collection, for no longer than `SECONDS`.

    query tree -> examined tree (`Examined`) -> reasons and suggestions (`reasons`) -> Explanation
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np

from indexer.errors import QueryTimeoutError
from indexer.text.folding import fold
from searcher.answers.search import Asked, evaluate
from searcher.explain.explanation import Clause, ClauseKind, Counted, Explanation, Route, RouteKind
from searcher.explain.reasons import Examined, find_reasons, make_suggestions
from searcher.language.query import (
    COLUMN_CLAUSES,
    And,
    AnyYear,
    DateRange,
    Field,
    Filtered,
    Located,
    Near,
    Not,
    Or,
    Path,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
    children,
)
from searcher.patterns import Literal
from searcher.patterns.time_budget import Clock, TimeBudget
from searcher.ranking.query_terms import query_terms
from searcher.store import Docset, Store
from searcher.store.docsets import difference, intersection, union
from searcher.store.matching import QueryPlan, execute, plan
from searcher.store.retrieval import Retrieval

SECONDS: Final = 1.0
"""How long clauses are asked for by themselves, how long reasons and how long suggestions are
looked for, each about; a single step is not broken off."""

MOST_CLAUSES: Final = 100
"""How many nodes of the tree are examined."""

_MOST_TERMS: Final = 12
_MOST_VALUES: Final = 3
_AT_ONCE: Final = 500
"""How many candidates are looked at before the clock is."""

_KINDS: Final[dict[type, ClauseKind]] = {
    And: "and",
    Filtered: "and",
    Or: "or",
    Not: "not",
    Near: "near",
    Text: "text",
    Phrase: "phrase",
    Wildcard: "wildcard",
    Regex: "regex",
    Field: "field",
    DateRange: "date",
    AnyYear: "date",
}


def explain(store: Store, query: Query, *, asked: Asked) -> Explanation:
    """What becomes of `query`, which was asked as `asked`.

    Raises:
        QueryError: the query has what cannot be searched for, or takes too long.
    """
    query, docs, dropped_marks = evaluate(Retrieval(store, asked.budget), query)
    clock = Clock(SECONDS)
    retrieval = Retrieval(store, TimeBudget(asked.query, seconds=SECONDS))
    examined = _Examination(store, retrieval, clock).examine(query, docs)
    nothing = not len(docs)
    findings = find_reasons(store, retrieval, examined, Clock(SECONDS)) if nothing else ()
    return Explanation(
        query=asked.query,
        canonical=str(query),
        total=len(docs),
        paragraphs=store.count,
        dropped_marks=dropped_marks,
        as_text=asked.as_text,
        tree=examined.clause,
        reasons=tuple(finding.reason for finding in findings),
        suggestions=make_suggestions(store, query, findings, Clock(SECONDS)),
        took_ms=round((time.perf_counter() - asked.started) * 1000, 3),
    )


@dataclass(slots=True)
class _Examination:
    """The examination of one tree.

    Attributes:
        left: how many more nodes may be examined.
    """

    store: Store
    retrieval: Retrieval
    clock: Clock
    left: int = MOST_CLAUSES

    def examine(
        self,
        query: Query,
        docs: Docset | None = None,
        *,
        path: Path = (),
        positive: bool = True,
        is_filter: bool = False,
    ) -> Examined:
        """What `query` and all of its clauses find.

        Args:
            docs: the paragraphs that satisfy it, None where they are not known yet.
            path: its place in the whole query.
            positive: whether no NOT is around it.
            is_filter: whether it is one of the filters beside the query.
        """
        self.left -= 1
        parts = self._parts(query, path, positive=positive)
        route = self._route(query)
        if docs is None:
            docs = self._docs(query, parts, route)
        words = self._words(query) if positive and isinstance(query, Text) else ()
        clause = Clause(
            kind=_kind(query),
            query=str(query),
            filter=is_filter,
            folded=_folded(query),
            total=None if docs is None else len(docs),
            route=self._shown_route(query, route, docs),
            words=words,
            clauses=tuple(part.clause for part in parts),
            omitted=len(children(query)) - len(parts),
        )
        return Examined(query, path, clause, docs, parts)

    def _parts(self, query: Query, path: Path, *, positive: bool) -> tuple[Examined, ...]:
        clauses = children(query)
        # Filters are few, and are what a user can take away first: they are never left out.
        filters = len(query.filters) if isinstance(query, Filtered) else 0
        own = len(clauses) - filters
        most = max(self.left - filters, 0)
        positive = positive and not isinstance(query, Not)
        parts = [
            self.examine(clause, path=(*path, at), positive=positive)
            for at, clause in enumerate(clauses[:own][:most])
            if self.left > 0
        ]
        parts += (
            self.examine(clause, path=(*path, at), positive=positive, is_filter=True)
            for at, clause in enumerate(clauses[own:], own)
        )
        return tuple(parts)

    def _route(self, query: Query) -> QueryPlan | None:
        """The plan of a clause that has places in texts."""
        if isinstance(query, (And, Filtered, Or, Not, *COLUMN_CLAUSES)):
            return None
        return plan(self.store, self.retrieval.pattern(query))

    def _docs(
        self, query: Query, parts: tuple[Examined, ...], route: QueryPlan | None
    ) -> Docset | None:
        if isinstance(query, (And, Filtered, Or, Not)):
            return self._combined(query, parts)
        if route is None or isinstance(query, COLUMN_CLAUSES):
            return self.retrieval.evaluate(query)
        return self._found(query, route)

    def _combined(
        self, query: And | Filtered | Or | Not, parts: tuple[Examined, ...]
    ) -> Docset | None:
        if len(parts) < len(children(query)):
            return None
        found = [part.docs for part in parts]
        known = [docs for docs in found if docs is not None]
        if len(known) < len(found):
            return None
        if isinstance(query, (And, Filtered)):
            return reduce(intersection, known)
        if isinstance(query, Or):
            return union(known)
        return difference(self.store.live_docs(), known[0])

    def _found(self, query: Located, route: QueryPlan) -> Docset | None:
        """The paragraphs in which a clause occurs, None where it took too long to find out."""
        pattern = self.retrieval.pattern(query)
        if isinstance(pattern, Literal) or route.docs is None:
            return execute(self.store, pattern, route).docs
        found = [np.empty(0, np.int64)]
        try:
            for start in range(0, len(route.docs), _AT_ONCE):
                if self.clock.is_over():
                    return None
                piece = route._replace(docs=route.docs[start : start + _AT_ONCE])
                found.append(execute(self.store, pattern, piece).docs)
        except QueryTimeoutError:  # its own time is over, too
            return None
        return np.concatenate(found)

    def _shown_route(
        self, query: Query, route: QueryPlan | None, docs: Docset | None
    ) -> Route | None:
        """The route of a clause as an explanation shows it."""
        if isinstance(query, Field):
            return self._field_route(query, docs)
        if isinstance(query, COLUMN_CLAUSES):
            return Route(kind="dates")
        if route is None:
            return None
        kind: RouteKind
        if route.route == "postings":
            kind = "character" if route.terms[0][0] == "chars" else "bigram"
        else:
            kind = route.route
        return Route(
            kind=kind,
            terms=tuple(
                Counted(text, self.store.document_frequency(view, text))
                for view, text in route.terms[:_MOST_TERMS]
            ),
            candidates=None if route.docs is None else len(route.docs),
        )

    def _field_route(self, query: Field, docs: Docset | None) -> Route:
        if query.number is not None:
            return Route(kind="number")
        docs = self.retrieval.evaluate(query) if docs is None else docs
        values = self.store.values(query.name)
        places, totals = np.unique(values.of[docs], return_counts=True)
        most = sorted(
            zip(totals.tolist(), places.tolist(), strict=True), key=lambda t: (-t[0], t[1])
        )
        return Route(
            kind="values",
            values=tuple(Counted(values.names[at], total) for total, at in most[:_MOST_VALUES]),
            value_count=len(places),
        )

    def _words(self, query: Text) -> tuple[Counted, ...]:
        words = query_terms(self.store, self.store.lexicon("text"), fold(query.text)).words
        frequency = self.store.document_frequency
        return tuple(Counted(word, frequency("text", word)) for word in words)


def _kind(query: Query) -> ClauseKind:
    if isinstance(query, Field) and query.number is not None:
        return "chapter"
    return _KINDS[type(query)]


def _folded(query: Query) -> str | None:
    """The folded form of the text of a clause, if it differs from that."""
    if isinstance(query, Wildcard):
        folded = "".join(fold(p) if isinstance(p, str) else str(p) for p in query.pieces)
        return folded if folded != str(query) else None
    if isinstance(query, (Text, Phrase)):
        written = query.text
    elif isinstance(query, Field) and query.number is None:
        written = query.value
    else:
        return None
    folded = fold(written)
    return folded if folded != written else None
