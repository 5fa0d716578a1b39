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

import re
from itertools import chain
from typing import Final, NamedTuple, TypeGuard

from indexer.errors import QueryError
from indexer.text.folding import fold, is_invisible, without_unseen
from indexer.wording import brief, say
from searcher.language.boundaries import unclosed_bracket
from searcher.language.operators import is_word
from searcher.language.query import (
    NOTHING,
    And,
    Near,
    Not,
    Operand,
    Or,
    Phrase,
    Query,
    Text,
    Wildcard,
    is_text_operator,
)
from searcher.language.scanner import ClauseToken, Close, Open, Operator, scan

MAX_DEPTH: Final = 100
"""How deep brackets and NOTs may be nested, so that a tree may be walked recursively."""


class Parsed(NamedTuple):
    """What a query means.

    Attributes:
        query: its tree.
        as_text: the operator words that are text, as nothing stands before or behind them.
    """

    query: Query
    as_text: tuple[str, ...] = ()


MOST_CHARACTERS: Final = 100_000
"""How many characters a query has at most, by default."""

_HALVES = "[\ud800-\udfff]"


def parse(query: str) -> Query:
    """The tree that `query` means; raises as `read_query` does."""
    return read_query(query).query


def read_query(query: str) -> Parsed:
    """The tree that `query` means, and what of it looks like syntax and is read as text.

    What nobody sees in it is no part of it, as it is none of a text.

    Raises:
        QueryError: the query is empty or malformed.
    """
    seen = without_unseen(query)
    if len(seen) == len(query):
        return _read_seen(query)
    try:
        return _read_seen(seen)
    except QueryError as exc:
        places = [at for at, character in enumerate(query) if not is_invisible(character)]
        place = [*places, len(query)][exc.position] if places else 0
        raise QueryError(query, place, exc.reason, is_syntax=exc.is_syntax) from None


def _read_seen(query: str) -> Parsed:
    if not query or query.isspace():
        raise QueryError(query, 0, say("query.empty"), is_syntax=False)
    try:
        query.encode()
    except UnicodeEncodeError as exc:
        reason = say("query.half_character")
        raise QueryError(query, exc.start, reason, is_syntax=False) from exc
    as_text: list[str] = []
    groups = [_Group(query, as_text)]
    for token in scan(query):
        if isinstance(token, ClauseToken):
            if is_text_operator(token.query):
                as_text.append(token.query.text)
            groups[-1].add(token.query, token.position)
        elif isinstance(token, Operator):
            groups[-1].apply(token)
        elif isinstance(token, Open):
            groups.append(_Group(query, as_text, token.position))
        else:
            _close(query, token, groups)
        _check_depth(query, token.position, groups)
    if len(groups) > 1:
        raise unclosed_bracket(query, groups[-1].opening)
    tree = groups[0].tree()
    return Parsed(tree, tuple(as_text))


def read_plain(text: str) -> Parsed:
    """The tree that asks for `text` as it stands; no text is malformed.

    >>> str(read_plain("-核心 (技术").query)
    '-核心 (技术'
    """
    whole = re.sub(_HALVES, "\ufffd", text)
    return Parsed(Text(whole) if fold(whole) else NOTHING)


def check_length(query: str, most: int = MOST_CHARACTERS) -> None:
    """Raise `QueryError` where `query` has more than `most` characters."""
    if len(query) > most:
        raise QueryError(query, most, say("query.long", most=most), is_syntax=False)


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

    >>> group = _Group("核心技术 突破", [])
    >>> group.add(Text("核心技术"), 0)
    >>> group.add(Text("突破"), 5)
    >>> str(group.tree())
    '核心技术 AND 突破'

    Attributes:
        opening: the offset of its bracket; -1 for the whole query, which has none.
        unfit: the offset of the first of its clauses that NEAR cannot join, if there is one.
    """

    def __init__(self, query: str, as_text: list[str], opening: int = -1) -> None:
        self.opening = opening
        self.unfit: int | None = None
        self._query = query
        self._as_text = as_text
        self._alternatives: list[list[Query]] = [[]]
        self._negations: list[Operator] = []
        self._last_start = opening
        self._near: Operator | None = None
        self._waiting: Operator | None = None

    @property
    def negations(self) -> int:
        """How many NOTs wait for the next clause."""
        return len(self._negations)

    def add(self, clause: Query, position: int, *, unfit: int | None = None) -> None:
        """Take the next clause; an AND joins it unless another operator does.

        `unfit` is that of the group that the clause has been, if it has been one.
        """
        start = self._negations[0].position if self._negations else position
        for _ in self._negations:
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
        self._negations.clear()
        self._near = self._waiting = None

    def apply(self, operator: Operator) -> None:
        """Take the operator before the next clause; a word that nothing stands before is text."""
        if operator.kind == "not":
            self._negations.append(operator)
        elif not self._waiting and not self._alternatives[-1] and is_word(operator.text):
            self._take_as_text(operator)
            return
        elif self._waiting or not self._alternatives[-1]:
            raise self._missing(operator, "query.clause_before")
        elif operator.distance is None:
            raise self._without_distance(operator)
        elif operator.kind == "or":
            self._alternatives.append([])
        elif operator.kind in ("near", "before"):
            self._near = operator
        self._waiting = operator

    def tree(self) -> Query:
        """What the group means."""
        self._end()
        if not self._alternatives[0]:
            raise QueryError(self._query, self.opening, say("query.empty_brackets"))
        return _any_of([_all_of(clauses) for clauses in self._alternatives])

    def _end(self) -> None:
        """Take an operator word that nothing stands behind as text."""
        last = self._waiting
        if last is None:
            return
        if not is_word(last.text):
            raise self._missing(last, "query.clause_after")
        if last.kind == "not":
            words = tuple(self._negations)
            self._negations.clear()
        else:
            words = (last,)
            self._near = None
            if last.kind == "or":
                self._alternatives.pop()
        for word in words:
            self._take_as_text(word)

    def _take_as_text(self, operator: Operator) -> None:
        self._as_text.append(operator.text)
        self.add(Text(operator.text), operator.position)

    def _joined_near(self, operator: Operator, right: Query, position: int) -> Near:
        left = self._alternatives[-1].pop()
        if isinstance(left, Near):
            raise self._chained(operator)
        return Near(
            self._operand(operator, left, self._last_start),
            self._operand(operator, right, position),
            operator.distance or 0,
            ordered=operator.kind == "before",
        )

    def _operand(self, operator: Operator, clause: Query, position: int) -> Operand:
        if _is_operand(clause):
            return clause
        raise QueryError(self._query, position, say("query.near_operand", name=operator.text))

    def _chained(self, operator: Operator) -> QueryError:
        reason = say("query.near_chain", name=operator.text)
        return QueryError(self._query, operator.position, reason)

    def _without_distance(self, operator: Operator) -> QueryError:
        name = operator.kind.upper()
        reason = say("query.near_distance", name=name, word=brief(operator.text))
        return QueryError(self._query, operator.position, reason)

    def _missing(self, operator: Operator, key: str) -> QueryError:
        name = brief(operator.text)
        reason = say(key, name=name, example=f"核心技术 {name} 突破")
        return QueryError(self._query, operator.position, reason)


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
