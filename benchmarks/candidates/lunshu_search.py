"""The whole of lunshu as a library: a query string in, ten hits with snippets out."""

from __future__ import annotations

from typing import Any

from serving import Answer, serve, time_each

from searcher import open_index


class _State:
    searcher: Any = None


def open_(target: str) -> None:
    """Open the index."""
    _State.searcher = open_index(target)


def ask(query: str) -> Answer:
    """How many paragraphs satisfy the query, and how many hits are shown."""
    results = _State.searcher.search(query, limit=10)
    return results.total, len(results.hits)


serve({"open": open_, "ask": lambda queries: time_each(ask, queries)})
