"""What one did before there was tracing, in a child process: every sentence is searched by itself.

A sentence is found only if it stands in the collection as a whole and word for word. So that more
is found, clauses are searched as well; nobody puts together what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from traced.timing import timed

from searcher import Filters, Searcher, escape, open_index

_SHORTEST = 6
_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[^。！？，；：、“”‘’《》（）\s]+")


def measure(index: str, text: str, role: str | None) -> dict[str, Any]:
    """For sentences and for clauses: how many, how many of them stand somewhere, and the times.

    Args:
        role: the paragraphs that may be sources; None for all.
    """
    parts = {"sentences": sentences_of(text), "clauses": clauses_of(text)}
    with open_index(index) as searcher:
        _search(searcher, parts["clauses"][:1], role)
        return {name: _measured(searcher, strings, role) for name, strings in parts.items()}


def sentences_of(text: str) -> list[str]:
    """The sentences of a text that are no titles of a few characters."""
    return [part for part in _SENTENCE.findall(text) if len(part) >= _SHORTEST]


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, between marks of any kind."""
    return [part for part in _CLAUSE.findall(text) if len(part) >= _SHORTEST]


def _measured(searcher: Searcher, strings: Sequence[str], role: str | None) -> dict[str, Any]:
    found, times = timed(lambda: _search(searcher, strings, role))
    return {"asked": len(strings), "found": found, "times": times}


def _search(searcher: Searcher, strings: Sequence[str], role: str | None) -> int:
    """How many of the strings stand in a paragraph."""
    filters = Filters(role=role)
    queries = map(escape, strings)
    return sum(searcher.search(query, limit=10, filters=filters).total > 0 for query in queries)
