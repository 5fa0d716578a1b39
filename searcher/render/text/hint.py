"""The one line at a terminal that says what else there is to know about an answer.

Of several things the first in `_KINDS` is said; JSON has them all.
"""

from __future__ import annotations

from collections.abc import Callable
from shlex import quote
from typing import Final, TypeAlias

from searcher.answers.results import Results
from searcher.render.text.messages import (
    as_text_text,
    clauses_apart,
    dropped_marks_text,
    heading_text,
    suggestion_text,
)

_Kind: TypeAlias = Callable[[Results, str], "str | None"]


def hint(results: Results, command: str) -> str | None:
    """What is to be said of an answer, if anything.

    Args:
        command: the command that asks the same index, to which a query is added.
    """
    return next(filter(None, (kind(results, command) for kind in _KINDS)), None)


def _how_it_was_read(results: Results, _command: str) -> str | None:
    read = [as_text_text(results.as_text)] if results.as_text else []
    if results.dropped_marks:
        read.append(dropped_marks_text(results.dropped_marks))
    return clauses_apart(read) or None


def _headings(results: Results, command: str) -> str | None:
    if not results.headings:
        return None
    first = results.headings[0]
    return heading_text(first, f"{command} {quote(first.query)}")


def _fields(results: Results, command: str) -> str | None:
    if not results.suggestions:
        return None
    first = results.suggestions[0]
    return suggestion_text(first, f"{command} {quote(first.query)}")


_KINDS: Final[tuple[_Kind, ...]] = (_how_it_was_read, _headings, _fields)
"""What can be said, the first before the others."""
