"""A regular expression in a text, within a time.

The engine is the `regex` package, which can be stopped: Python's own `re` cannot, and RE2, which
needs no stopping, knows neither \\1, the way to find 高高兴兴, nor lookaround. The package is
loaded when the first regular expression is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from indexer.errors import QueryError, QueryTimeoutError
from indexer.text.span import Span
from indexer.wording import say
from searcher.language import query
from searcher.language.regex.parser import parse_regex
from searcher.patterns.alternatives import Alternatives
from searcher.patterns.regex_source import source_of
from searcher.patterns.required import required_of
from searcher.patterns.time_budget import TimeBudget


@dataclass(frozen=True, slots=True)
class Regular:
    """A regular expression, ready to run."""

    clause: query.Regex
    alternatives: Alternatives
    compiled: Any = field(compare=False, repr=False)
    budget: TimeBudget = field(compare=False, repr=False)

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match. An empty match is none.

        Raises:
            QueryTimeoutError: the time of the query is used up.
        """
        position = 0
        while span := self._next(folded, position):
            yield span
            position = span[1]

    def _next(self, folded: str, position: int) -> Span | None:
        """The first match from `position` on. The engine's timeout is for each match it gives."""
        try:
            with self.budget.spending() as seconds:
                for match in self.compiled.finditer(folded, position, timeout=seconds):
                    start, end = match.span()
                    if start < end:
                        return start, end
                return None
        except TimeoutError as exc:
            raise self._too_slow() from exc

    def _too_slow(self) -> QueryTimeoutError:
        asked, seconds = self.budget.query, self.budget.seconds
        if asked is None:
            return QueryTimeoutError(str(self.clause), 0, seconds=seconds)
        return QueryTimeoutError(asked, self.clause.position, seconds=seconds)


def regular(clause: query.Regex, budget: TimeBudget) -> Regular:
    """The pattern of a regular expression.

    Raises:
        QueryError: it is malformed.
    """
    import regex  # noqa: PLC0415 (only a query with a regular expression pays for it)

    written = str(clause)
    tree = parse_regex(written, 1, len(written) - 1)
    source = source_of(tree)
    try:
        compiled = regex.compile(source, regex.VERSION0, cache_pattern=False)
    except (regex.error, OverflowError, MemoryError, RecursionError) as exc:
        reason = say("regex.unusable", foreign=" ".join(str(exc).split()))
        raise QueryError(written, 0, reason) from exc
    return Regular(clause, required_of(tree), compiled, budget)
