"""The error for a malformed regular expression."""

from __future__ import annotations

from indexer.errors import QueryError


def bad_regex(query: str, position: int, reason: str) -> QueryError:
    """The error for what stands at `position` of `query`."""
    return QueryError(
        query,
        position,
        f"not a regular expression ({reason}): correct it, or put it in quotes to search for the"
        ' slashes themselves, as in "/核心/"',
    )
