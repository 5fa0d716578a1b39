"""The error for a malformed regular expression."""

from __future__ import annotations

from indexer.errors import QueryError
from indexer.wording import say


def bad_regex(query: str, position: int, reason: str) -> QueryError:
    """The error for what stands at `position` of `query`."""
    return QueryError(query, position, say("regex.malformed", reason=reason))
