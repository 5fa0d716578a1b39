"""Query strings parsed to query trees.

The language is made so that text stays text: a pasted paragraph means its words, and a mark is
syntax only where syntax can be. What is neither is an error that points at the
character. Tighter operators bind first: NOT, NEAR and BEFORE, AND (also a blank), OR.

The parser keeps its own stack, so that no query can exhaust Python's, and looks at each token
once.

    >>> parse("核心技术 突破 或 命门")
    Or(clauses=(And(clauses=(Text(text='核心技术'), Text(text='突破'))), Text(text='命门')))
"""

from __future__ import annotations

from itertools import chain
from typing import Final, TypeGuard

from indexer.errors import QueryError
from indexer.wording import say
from searcher.language.boundaries import unclosed_bracket
from searcher.language.query import And, Near, Not, Operand, Or, Phrase, Query, Text, Wildcard
from searcher.language.scanner import ClauseToken, Close, Open, Operator, scan

MAX_DEPTH: Final = 100
"""How deep brackets and NOTs may be nested, so that a tree may be walked recursively."""


def parse(query: str) -> Query:
    """The tree that `query` means.

    Raises:
        QueryError: the query is empty or malformed; nothing is read as something else instead.
    """
    if not query or query.isspace():
        raise QueryError(query, 0, say("query.empty"))
    try:
        query.encode()
    except UnicodeEncodeError as exc:
        raise QueryError(query, exc.start, say("query.half_character")) from exc
    groups = [_Group(query)]
    for token in scan(query):
        if isinstance(token, ClauseToken):
            groups[-1].add(token.query, token.position)
        elif isinstance(token, Operator):
            groups[-1].apply(token)
        elif isinstance(token, Open):
            groups.append(_Group(query, token.position))
        else:
            _close(query, token, groups)
        _check_depth(query, token.position, groups)
    if len(groups) > 1:
        raise unclosed_bracket(query, groups[-1].opening)
    return groups[0].tree()


def _close(query: str, token: Close, groups: list[_Group]) -> None:
    group = groups.pop()
    if group.opening != token.opening:
        raise unclosed_bracket(query, group.opening)
    groups[-1].add(group.tree(), group.opening, unfit=group.unfit)


def _check_depth(query: str, position: int, groups: list[_Group]) -> None:
    depth = len(groups) - 1 + sum(group.negations for group in groups)
    if depth > MAX_DEPTH:
        raise QueryError(query, position, say("query.deep", most=MAX_DEPTH))


class _Group:
    """What is between two brackets, or the whole query, as far as it has been read.

    >>> group = _Group("核心技术 突破")
    >>> group.add(Text("核心技术"), 0)
    >>> group.add(Text("突破"), 5)
    >>> str(group.tree())
    '核心技术 AND 突破'

    Attributes:
        opening: the offset of its bracket; -1 for the whole query, which has none.
        negations: how many NOTs wait for the next clause.
        unfit: the offset of the first of its clauses that NEAR cannot join, if there is one.
    """

    def __init__(self, query: str, opening: int = -1) -> None:
        self.opening = opening
        self.negations = 0
        self.unfit: int | None = None
        self._query = query
        self._alternatives: list[list[Query]] = [[]]
        self._last_start = self._negated_at = opening
        self._near: Operator | None = None
        self._waiting: Operator | None = None

    def add(self, clause: Query, position: int, *, unfit: int | None = None) -> None:
        """Take the next clause; an AND joins it unless another operator does.

        `unfit` is that of the group that the clause has been, if it has been one.
        """
        start = self._negated_at if self.negations else position
        for _ in range(self.negations):
            clause = Not(clause)
        if isinstance(clause, Or) and unfit is not None:
            start = unfit
        if self._near:
            clause = self._joined_near(self._near, clause, start)
        else:
            self._last_start = start
        if self.unfit is None and not _is_operand(clause):
            self.unfit = self._last_start
        self._alternatives[-1].append(clause)
        self.negations = 0
        self._near = self._waiting = None

    def apply(self, operator: Operator) -> None:
        """Take the operator before the next clause."""
        if operator.kind == "not":
            if not self.negations:
                self._negated_at = operator.position
            self.negations += 1
        elif self._waiting or not self._alternatives[-1]:
            raise self._missing(operator, "query.clause_before")
        elif operator.kind == "or":
            self._alternatives.append([])
        elif operator.kind in ("near", "before"):
            self._near = operator
        self._waiting = operator

    def tree(self) -> Query:
        """What the group means."""
        if self._waiting:
            raise self._missing(self._waiting, "query.clause_after")
        if not self._alternatives[0]:
            raise QueryError(self._query, self.opening, say("query.empty_brackets"))
        return _any_of([_all_of(clauses) for clauses in self._alternatives])

    def _joined_near(self, operator: Operator, right: Query, position: int) -> Near:
        left = self._alternatives[-1].pop()
        if isinstance(left, Near):
            raise self._chained(operator)
        return Near(
            self._operand(operator, left, self._last_start),
            self._operand(operator, right, position),
            operator.distance,
            ordered=operator.kind == "before",
        )

    def _operand(self, operator: Operator, clause: Query, position: int) -> Operand:
        if _is_operand(clause):
            return clause
        raise QueryError(self._query, position, say("query.near_operand", name=operator.text))

    def _chained(self, operator: Operator) -> QueryError:
        reason = say("query.near_chain", name=operator.text)
        return QueryError(self._query, operator.position, reason)

    def _missing(self, operator: Operator, key: str) -> QueryError:
        text = operator.text
        example = f"{text} 突破" if operator.kind == "not" else f"核心技术 {text} 突破"
        return QueryError(self._query, operator.position, say(key, name=text, example=example))


def _is_operand(clause: Query) -> TypeGuard[Operand]:
    """Whether NEAR can join `clause`."""
    if isinstance(clause, Or):
        return all(map(_is_operand, clause.clauses))
    return isinstance(clause, (Text, Phrase, Wildcard))


def _all_of(clauses: list[Query]) -> Query:
    """All of `clauses`; an AND among them that had brackets needs none."""
    if len(clauses) == 1:
        return clauses[0]
    return And(
        tuple(chain.from_iterable(c.clauses if isinstance(c, And) else (c,) for c in clauses))
    )


def _any_of(clauses: list[Query]) -> Query:
    """At least one of `clauses`; an OR among them that had brackets needs none."""
    if len(clauses) == 1:
        return clauses[0]
    return Or(tuple(chain.from_iterable(c.clauses if isinstance(c, Or) else (c,) for c in clauses)))
