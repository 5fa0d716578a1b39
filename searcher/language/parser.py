"""Query strings parsed to query trees.

The language is made so that text stays text: a pasted paragraph means its words, and a mark is
syntax only in the place where syntax stands. What is neither is an error that points at the
character. Tighter operators bind first: NOT, NEAR and BEFORE, AND (also a blank), OR.

The parser keeps its own stack, so that no query can exhaust Python's, and looks at each token
once.

    >>> parse("核心技术 突破 或 命门")
    Or(clauses=(And(clauses=(Text(text='核心技术'), Text(text='突破'))), Text(text='命门')))
"""

from __future__ import annotations

from typing import Final

from indexer.errors import QueryError
from indexer.wording import say
from searcher.language.boundaries import unclosed_bracket
from searcher.language.groups import Group
from searcher.language.query import Query
from searcher.language.scanner import ClauseToken, Close, Open, Operator, scan

MAX_DEPTH: Final = 100
"""How deep brackets and NOTs may stand in each other, so that a tree may be walked recursively."""


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
    groups = [Group(query)]
    for token in scan(query):
        if isinstance(token, ClauseToken):
            groups[-1].add(token.query, token.position)
        elif isinstance(token, Operator):
            groups[-1].apply(token)
        elif isinstance(token, Open):
            groups.append(Group(query, token.position))
        else:
            _close(query, token, groups)
        _check_depth(query, token.position, groups)
    if len(groups) > 1:
        raise unclosed_bracket(query, groups[-1].opening)
    return groups[0].tree()


def _close(query: str, token: Close, groups: list[Group]) -> None:
    group = groups.pop()
    if group.opening != token.opening:
        raise unclosed_bracket(query, group.opening)
    groups[-1].add(group.tree(), group.opening, unfit=group.unfit)


def _check_depth(query: str, position: int, groups: list[Group]) -> None:
    depth = len(groups) - 1 + sum(group.negations for group in groups)
    if depth > MAX_DEPTH:
        raise QueryError(query, position, say("query.deep", most=MAX_DEPTH))
