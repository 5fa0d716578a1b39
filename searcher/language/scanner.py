"""A query cut into clauses, operators and the brackets that group them.

The tokens are named tuples: they live between scanner and parser only, and cost a query less of
its start than dataclasses do.

    >>> [type(token).__name__ for token in scan("核心技术 或 突破")]
    ['ClauseToken', 'Operator', 'ClauseToken']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from indexer.errors import QueryError
from indexer.text.marks import MINUSES, ROUND_CLOSING, ROUND_OPENING
from indexer.wording import say
from searcher.language.boundaries import BARS, Boundaries, stray_bracket
from searcher.language.clauses import read_clause
from searcher.language.operators import WORD, OperatorKind, is_operator, normal, operator_kind
from searcher.language.query import Query, Text

_WORD = re.compile(WORD)
_BRACKETED = rf"[{ROUND_OPENING}]\s*({WORD})\s*[{ROUND_CLOSING}]"
_LONGEST_DISTANCE = 5


class ClauseToken(NamedTuple):
    """A string, pattern, field or date to be found."""

    position: int
    query: Query


class Operator(NamedTuple):
    """A mark or word between clauses.

    Attributes:
        text: how it was written, for messages.
        distance: that of NEAR and BEFORE in characters; None where it is missing or malformed,
            0 for the others.
    """

    position: int
    kind: OperatorKind
    text: str
    distance: int | None = 0


class Open(NamedTuple):
    """A bracket that opens a group."""

    position: int


class Close(NamedTuple):
    """A bracket that closes the group opened at `opening`."""

    position: int
    opening: int


Token: TypeAlias = "ClauseToken | Operator | Open | Close"


def scan(query: str) -> Iterator[Token]:
    """The tokens of `query` from left to right. Blanks are not tokens.

    Raises:
        QueryError: at the first place that is malformed in itself, when it is reached.
    """
    bounds = Boundaries(query)
    may_group = False
    for token in _iter_tokens(bounds):
        may_group = may_group or _may_group(token)
        yield token
    # Where nothing needs grouping, such a bracket is the end of a line cut out of a text
    # (12月7日), or of an item's number.
    if may_group and bounds.stray is not None:
        raise stray_bracket(query, bounds.stray)


def _may_group(token: Token) -> bool:
    """Whether `token` is a group, or an operator that gives a query a use for one."""
    return isinstance(token, Open) or (isinstance(token, Operator) and token.kind != "and")


def _iter_tokens(bounds: Boundaries) -> Iterator[Token]:
    query = bounds.query
    position = 0
    while position < len(query):
        character = query[position]
        if character.isspace():
            position += 1
        elif character in BARS:
            yield Operator(position, "or", character)
            position += 1
        elif word := _bracketed_word(bounds, position):
            yield ClauseToken(word.start(1), Text(word[1]))
            position = word.end()
        elif character in ROUND_OPENING and bounds.opens_group(position):
            yield Open(position)
            position += 1
        elif character in ROUND_CLOSING and bounds.closes_group(position):
            yield Close(position, bounds.opening_of(position))
            position += 1
        elif character in MINUSES and _excludes(bounds, position):
            yield Operator(position, "not", character)
            position += 1
        elif operator := _operator(bounds, position):
            yield operator
            position += len(operator.text)
        else:
            clause, end = read_clause(bounds, position)
            yield ClauseToken(position, clause)
            position = end


def _bracketed_word(bounds: Boundaries, position: int) -> re.Match[str] | None:
    """An operator word alone in brackets, where nothing stands that it could join.

    It is text, and the brackets are how a tree with such a text is written.
    """
    if bounds.query[position] not in ROUND_OPENING:
        return None
    word = re.compile(_BRACKETED).match(bounds.query, position)
    if word and is_operator(word[1]) and bounds.ends_clause(word.end()):
        return word
    return None


def _excludes(bounds: Boundaries, position: int) -> bool:
    """Whether the dash at a clause's start means NOT.

    A dash alone is text, and so are two: they are a Chinese dash typed in ASCII.
    """
    after = position + 1
    return not bounds.ends_clause(after) and bounds.query[after] not in MINUSES


def _operator(bounds: Boundaries, position: int) -> Operator | None:
    """The operator that the word at `position` is, in either width and any case."""
    word = _WORD.match(bounds.query, position)
    if word is None:
        return None
    kind = operator_kind(word.group())
    if kind is None:
        return None
    if not bounds.ends_clause(word.end()):
        _check_glued_bracket(bounds.query, word)
        return None
    distance = _distance(word.group()) if kind in ("near", "before") else 0
    return Operator(position, kind, word.group(), distance)


def _check_glued_bracket(query: str, word: re.Match[str]) -> None:
    """Refuse NOT(…): a reader means the operator, while 与（…） is how prose goes on."""
    if word.group().isascii() and query[word.end()] in ROUND_OPENING:
        name = word.group()
        raise QueryError(query, word.end(), say("query.glued_bracket", name=name))


def _distance(word: str) -> int | None:
    """The distance in a NEAR or BEFORE."""
    digits = normal(word).partition("/")[2]
    is_number = digits.isascii() and digits.isdigit()
    return int(digits) if is_number and len(digits) <= _LONGEST_DISTANCE else None
