"""Why a query finds nothing: which of its clauses are to blame, alone or together.

Of an AND, clauses that are satisfied nowhere are explained one by one (`absence`). Where each is
satisfied somewhere, it is told which of them have to go so that the rest finds something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import Final

from indexer.errors import QueryTimeoutError
from searcher.explain.absence import Absence, Finding, Nearness
from searcher.explain.clock import Clock
from searcher.explain.explanation import Clause, Conflict, Everywhere
from searcher.language.query import And, Filtered, Near, Not, Or, Path, Query
from searcher.store import Numbers, Store
from searcher.store.docsets import intersection
from searcher.store.retrieval import Retrieval

_MOST_REASONS: Final = 6
_MOST_WAYS: Final = 2
"""How many ways are told to make an AND find something."""

_MOST_PAIRED: Final = 20
"""Of so many clauses it is tried to leave out any two."""


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """A clause of the query, where it stands there, what is said of it, what it finds by itself.

    `docs` is None where that is not known.
    """

    query: Query
    path: Path
    clause: Clause
    docs: Numbers | None
    parts: tuple[Examined, ...]

    @property
    def finds_nothing(self) -> bool:
        """Whether it is known that no paragraph satisfies the clause."""
        return self.docs is not None and not len(self.docs)


def find_reasons(
    store: Store, retrieval: Retrieval, root: Examined, clock: Clock
) -> tuple[Finding, ...]:
    """Why `root`, which no paragraph satisfies, finds nothing."""
    causes = _Causes(store, retrieval, Absence(store, retrieval, clock))
    found: list[Finding] = []
    with suppress(QueryTimeoutError):  # it takes longer beside fewer clauses
        found.extend(islice(causes.of(root), _MOST_REASONS))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Causes:
    store: Store
    retrieval: Retrieval
    absence: Absence

    def of(self, node: Examined) -> Iterator[Finding]:
        """Why no paragraph satisfies `node`."""
        query = node.query
        empty = [part for part in node.parts if part.finds_nothing]
        if isinstance(query, (And, Filtered, Or)):
            for part in empty:
                yield from self.of(part)
            if not isinstance(query, Or):
                yield from self._conflicts(query, node)
        elif isinstance(query, Not):
            yield Finding(Everywhere(clause=str(query)), blamed=node.path)
        elif isinstance(query, Near):
            for part in empty:
                yield from self.of(part)
            if not empty:
                left, right = (part.docs for part in node.parts)
                if left is not None and right is not None:
                    finding = self.absence.of_near(query, left, right)
                    yield replace(finding, blamed=node.path)
        else:
            absent = self.absence.of(query)
            if absent is not None:
                yield replace(absent, blamed=node.path)

    def _conflicts(self, query: And | Filtered, node: Examined) -> Iterator[Finding]:
        """What to leave out of an AND so that the rest finds something."""
        parts = node.parts
        if any(part.docs is None for part in parts):
            return
        examined = {part.path[-1] for part in parts}
        others = tuple(c for at, c in enumerate(query.clauses) if at not in examined)
        held = self.retrieval.evaluate(_and(others)) if others else self.store.numbers()
        left_out: tuple[Query, ...] = ()
        if not len(held):
            held, others, left_out = self.store.numbers(), (), others
        for without, docs in islice(_ways(parts, held), _MOST_WAYS):
            kept = tuple(part.query for part in parts if part not in without) + others
            gone = tuple(part.query for part in without) + left_out
            if not kept or not gone:
                return
            reason = Conflict(
                clause=str(query),
                without=tuple(map(str, gone)),
                filters=not left_out and all(part.clause.filter for part in without),
                total=len(docs),
            )
            yield Finding(reason, ((Nearness.REDUCED, _and(kept)),), node.path)


Way = tuple[tuple[Examined, ...], Numbers]
"""Clauses of an AND, and the paragraphs that satisfy all others."""


def _ways(parts: Sequence[Examined], held: Numbers) -> Iterator[Way]:
    """What may be left out: as few clauses as possible.

    Of several ways, those that leave out filters come first, and those that leave nothing but NOTs
    last; then those come first that leave most.

    Args:
        held: the paragraphs that count.
    """
    empty = tuple(part for part in parts if part.finds_nothing)
    rest = tuple(part for part in parts if not part.finds_nothing)
    for size in range(3 if len(rest) <= _MOST_PAIRED else 2):
        tried = ((gone, _all_of(rest, gone, held)) for gone in combinations(rest, size))
        ways = [(empty + gone, docs) for gone, docs in tried if len(docs)]
        if ways:
            yield from sorted(ways, key=lambda way: _order(parts, way))
            return
    kept = held
    gone: tuple[Examined, ...] = ()
    for part in rest:
        both = _intersection(kept, part)
        if len(both):
            kept = both
        else:
            gone += (part,)
    if len(kept):
        yield empty + gone, kept


def _order(parts: Sequence[Examined], way: Way) -> tuple[bool, bool, int]:
    without, docs = way
    kept = (part.query for part in parts if part not in without)
    return (
        not all(part.clause.filter for part in without),
        all(isinstance(query, Not) for query in kept),
        -len(docs),
    )


def _all_of(parts: Sequence[Examined], gone: Sequence[Examined], held: Numbers) -> Numbers:
    for part in parts:
        if part not in gone:
            held = _intersection(held, part)
    return held


def _intersection(docs: Numbers, part: Examined) -> Numbers:
    return docs if part.docs is None else intersection(docs, part.docs)


def _and(clauses: tuple[Query, ...]) -> Query:
    return clauses[0] if len(clauses) == 1 else And(clauses)
