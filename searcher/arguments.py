"""What callers of a searcher may give, by the names of arguments, which mean the same everywhere.

Which values a string such as `sort` may have is checked where these are known.

    >>> check_arguments(query="核心技术", limit=None)
"""

from __future__ import annotations

from datetime import date
from typing import Final

from indexer.model.arguments import (
    FLAG,
    NUMBER,
    PLACE,
    TEXT,
    TEXTS,
    WHOLE,
    ArgumentKind,
    check,
    optional,
)


def _is_filters(value: object) -> bool:
    from searcher.language.filters import Filters  # noqa: PLC0415 (a plain search does without)

    return isinstance(value, Filters)


def _is_article(value: object) -> bool:
    from searcher.articles.article import Article  # noqa: PLC0415 (for `trace` alone)

    return isinstance(value, Article)


def _is_day(value: object) -> bool:
    return isinstance(value, str | date)


_KINDS: Final = {
    "accessed": ArgumentKind("str | date | None", lambda value: value is None or _is_day(value)),
    "collection": ArgumentKind("Collection", lambda value: hasattr(value, "place")),
    "exact": FLAG,
    "exclude": TEXTS,
    "filters": ArgumentKind("Filters | None", lambda value: value is None or _is_filters(value)),
    "id": TEXT,
    "index": PLACE,
    "limit": optional(WHOLE),
    "min_length": optional(WHOLE),
    "offset": WHOLE,
    "plain": FLAG,
    "query": TEXT,
    "query_characters": WHOLE,
    "regex_seconds": NUMBER,
    "sort": TEXT,
    "style": TEXT,
    "text": ArgumentKind(
        "str | Article", lambda value: isinstance(value, str) or _is_article(value)
    ),
    "within": optional(TEXT),
}


def check_arguments(**given: object) -> None:
    """See that the arguments of a call are of the types that they must be.

    Raises:
        ArgumentError: one is not.
    """
    check(_KINDS, **given)
