"""Queries that find something, in the place of one that does not.

A proposal stands for one clause. It is put in the place of that clause, and if the whole query then
still finds nothing, it is tried by itself. Only what finds something is suggested.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from indexer.errors import QueryError, QueryTimeoutError
from searcher.answers.results import Suggestion
from searcher.explain.absence import Finding
from searcher.explain.clock import Clock
from searcher.language.parser import parse
from searcher.language.query import Query, replaced
from searcher.patterns import TimeBudget
from searcher.store import Store
from searcher.store.retrieval import Retrieval

MOST: Final = 3

_MOST_TRIED: Final = 12
_LONGEST: Final = 200
"""A longer query is none that anyone reads."""

_SECONDS: Final = 0.3
"""How long the regular expressions of one suggestion may take."""


def make_suggestions(
    store: Store, query: Query, findings: Sequence[Finding], clock: Clock
) -> tuple[Suggestion, ...]:
    """At most `MOST` queries, the one nearest to `query` first."""
    found: dict[str, int] = {}
    for finding, proposal in islice(_proposals(findings), _MOST_TRIED):
        for tree in (replaced(query, finding.blamed, proposal), proposal):
            written = "" if tree is None else str(tree)
            total = _total(store, written)
            if total:
                found[written] = total
                break
        if len(found) == MOST or clock.is_over():
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
