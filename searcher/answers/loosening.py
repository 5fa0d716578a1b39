"""What a query that finds nothing goes on with: the strings of its patterns.

A wildcard, a NEAR and a regular expression are found or not, as a whole. Where they are not, what
resembles the strings that they are made of is the next best thing.

    >>> from searcher.language.query import Phrase
    >>> str(loosened(And((Wildcard(("核心", Gap(0, 20), "技术")), Phrase("突破")))))
    '核心 AND 技术 AND "突破"'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from searcher.language.query import (
    And,
    Filtered,
    Gap,
    Near,
    Or,
    Query,
    Regex,
    Text,
    Wildcard,
)


def loosened(query: Query) -> Query:
    """`query` with the bare strings of its positive patterns in their place.

    What is quoted beside them, filters and NOTs stay. A regular expression without strings is
    left out; a query of nothing else stays as it is.
    """
    return _loosened(query) or query


def _loosened(query: Query) -> Query | None:
    if isinstance(query, Or):
        return _joined(Or, query.clauses)
    if isinstance(query, Filtered):
        loose = _loosened(query.query)
        return loose and Filtered(loose, query.filters)
    parts = _parts(query)
    return query if parts is None else _joined(And, parts)


def _parts(query: Query) -> Iterable[Query] | None:
    """What is to be found instead of a clause, all of it; None for the clause itself."""
    if isinstance(query, And):
        return query.clauses
    if isinstance(query, Near):
        return query.left, query.right
    if isinstance(query, Wildcard):
        return (Text(piece) for piece in query.pieces if not isinstance(piece, Gap))
    return map(Text, _strings(query)) if isinstance(query, Regex) else None


def _joined(kind: type[And] | type[Or], clauses: Iterable[Query]) -> Query | None:
    """What is left of the clauses when each is loosened, each once."""
    loose = [one for one in map(_loosened, clauses) if one is not None]
    flat = [part for one in loose for part in (one.clauses if isinstance(one, kind) else (one,))]
    parts = tuple(dict.fromkeys(flat))
    return kind(parts) if len(parts) > 1 else next(iter(parts), None)


def _strings(regex: Regex) -> Iterator[str]:
    """The strings that a text must contain to match, as far as they are known."""
    # Hardly a query has a regular expression.
    from searcher.language.regex.parser import parse_regex  # noqa: PLC0415
    from searcher.patterns.regular import required_of  # noqa: PLC0415

    for strings in required_of(parse_regex(regex.pattern, 0, len(regex.pattern))) or ():
        yield from strings
