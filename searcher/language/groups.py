"""The clauses of one group, joined as the operators between them say.

>>> group = Group("核心技术 突破")
>>> group.add(Text("核心技术"), 0)
>>> group.add(Text("突破"), 5)
>>> str(group.tree())
'核心技术 AND 突破'
"""

from __future__ import annotations

from itertools import chain
from typing import TypeGuard

from indexer.errors import QueryError
from indexer.wording import say
from searcher.language.query import And, Near, Not, Operand, Or, Phrase, Query, Text, Wildcard
from searcher.language.scanner import Operator


class Group:
    """What stands between two brackets, or the whole query, as far as it has been read.

    Attributes:
        opening: where its bracket stands; -1 for the whole query, which has none.
        negations: how many NOTs wait for the next clause.
        unfit: where the first of its clauses stands that NEAR cannot join, if there is one.
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
        """Take the next clause; an AND stands before it unless another operator does.

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
        """Take the operator that stands before the next clause."""
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
            raise QueryError(
                self._query,
                self.opening,
                say("query.empty_brackets"),
            )
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
        raise QueryError(
            self._query,
            position,
            say("query.near_operand", name=operator.text),
        )

    def _chained(self, operator: Operator) -> QueryError:
        reason = say("query.near_chain", name=operator.text)
        return QueryError(self._query, operator.position, reason)

    def _missing(self, operator: Operator, key: str) -> QueryError:
        text = operator.text
        example = f"{text} 突破" if operator.kind == "not" else f"核心技术 {text} 突破"
        return QueryError(
            self._query,
            operator.position,
            say(key, name=text, example=example),
        )


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
