"""Why a query finds nothing: which of its clauses are to blame, alone or together; and queries that
find something in its place.

Of an AND, clauses that are satisfied nowhere are explained one by one (`absence`). Where each is
satisfied somewhere, the reason says which of them have to go so that the rest finds something.

A proposal stands for one clause. It is put in the place of that clause, and if the whole query then
still finds nothing, it is tried by itself. Only what finds something is suggested.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import Final

from indexer.errors import QueryError, QueryTimeoutError
from searcher.answers.results import Suggestion
from searcher.explain.absence import Absence, Finding, Nearness
from searcher.explain.explanation import Clause, Conflict, Everywhere
from searcher.language.parser import parse
from searcher.language.query import (
    And,
    Filtered,
    Near,
    Not,
    Or,
    Path,
    Phrase,
    Query,
    Text,
    Wildcard,
    children,
    conjunction,
)
from searcher.patterns.time_budget import Clock, TimeBudget
from searcher.store import Docset, Store
from searcher.store.docsets import intersection
from searcher.store.retrieval import Retrieval

_MOST_REASONS: Final = 6
_MOST_WAYS: Final = 2
"""The most ways to make an AND find something that are shown."""

_MOST_PAIRED: Final = 20
"""The most clauses of which it is tried to leave out any two."""

_MOST_SUGGESTED: Final = 3
_MOST_TRIED: Final = 12
_LONGEST: Final = 200
"""A longer query is none that anyone reads."""

_SECONDS: Final = 0.3
"""How long the regular expressions of one suggestion may take."""

_OPERANDS = (Text, Phrase, Wildcard, Or)
"""What NEAR joins."""


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """A clause of the query, its place there, what is said of it, what it finds by itself.

    `docs` is None where that is not known.
    """

    query: Query
    path: Path
    clause: Clause
    docs: Docset | None
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
        counted = self.retrieval.evaluate(conjunction(others)) if others else self.store.live_docs()
        left_out: tuple[Query, ...] = ()
        if not len(counted):
            counted, others, left_out = self.store.live_docs(), (), others
        for without, docs in islice(_ways(parts, counted), _MOST_WAYS):
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
            yield Finding(reason, ((Nearness.REDUCED, conjunction(kept)),), node.path)


Way = tuple[tuple[Examined, ...], Docset]
"""Clauses of an AND, and the paragraphs that satisfy all others."""


def _ways(parts: Sequence[Examined], counted: Docset) -> Iterator[Way]:
    """What may be left out: as few clauses as possible.

    Of several ways, those that leave out filters come first, and those that leave nothing but NOTs
    last; then those come first that leave most.

    Args:
        counted: the paragraphs that count.
    """
    empty = tuple(part for part in parts if part.finds_nothing)
    rest = tuple(part for part in parts if not part.finds_nothing)
    for size in range(3 if len(rest) <= _MOST_PAIRED else 2):
        tried = ((gone, _all_of(rest, gone, counted)) for gone in combinations(rest, size))
        ways = [(empty + gone, docs) for gone, docs in tried if len(docs)]
        if ways:
            yield from sorted(ways, key=lambda way: _order(parts, way))
            return
    kept = counted
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


def _all_of(parts: Sequence[Examined], gone: Sequence[Examined], counted: Docset) -> Docset:
    for part in parts:
        if part not in gone:
            counted = _intersection(counted, part)
    return counted


def _intersection(docs: Docset, part: Examined) -> Docset:
    return docs if part.docs is None else intersection(docs, part.docs)


def make_suggestions(
    store: Store, query: Query, findings: Sequence[Finding], clock: Clock
) -> tuple[Suggestion, ...]:
    """At most three queries, the one nearest to `query` first."""
    found: dict[str, int] = {}
    for finding, proposal in islice(_proposals(findings), _MOST_TRIED):
        for tree in (replaced(query, finding.blamed, proposal), proposal):
            written = "" if tree is None else str(tree)
            total = _total(store, written)
            if total:
                found[written] = total
                break
        if len(found) == _MOST_SUGGESTED or clock.is_over():
            break
    return tuple(Suggestion(written, total) for written, total in found.items())


def _proposals(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Query]]:
    """The first proposal of each kind, the nearest kind first; then the second ones, and so on."""
    ranked = []
    for at, finding in enumerate(findings):
        seen: Counter[int] = Counter()
        for kind, proposal in finding.proposals:
            ranked.append((seen[kind], kind, at, proposal))
            seen[kind] += 1
    for _, _, at, proposal in sorted(ranked, key=lambda one: one[:3]):
        yield findings[at], proposal


def _total(store: Store, written: str) -> int:
    """How many paragraphs the query finds; 0 for what is none, too long or too slow."""
    if not 0 < len(written) <= _LONGEST:
        return 0
    try:
        tree = parse(written)
    except QueryError:
        return 0
    try:
        return len(Retrieval(store, TimeBudget(seconds=_SECONDS)).evaluate(tree))
    except QueryTimeoutError:
        return 0


def replaced(query: Query, path: Path, new: Query) -> Query | None:
    """`query` with `new` in the place of the clause at `path`; None where it cannot be there.

    >>> str(replaced(And((Text("甲"), Or((Text("乙"), Text("丙"))))), (1, 0), Text("丁")))
    '甲 AND (丁 OR 丙)'
    """
    if not path:
        return new
    parts = list(children(query))
    part = replaced(parts[path[0]], path[1:], new)
    if part is None:
        return None
    if isinstance(query, Not):
        return Not(part)
    parts[path[0]] = part
    if isinstance(query, Near):
        left, right = parts
        if isinstance(left, _OPERANDS) and isinstance(right, _OPERANDS):
            return Near(left, right, query.distance, query.ordered)
        return None
    # No AND is directly in an AND, and no OR in an OR.
    join = Or if isinstance(query, Or) else And
    if isinstance(part, join):
        parts[path[0] : path[0] + 1] = part.clauses
    return join(tuple(parts))
