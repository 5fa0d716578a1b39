"""The title of a repeated stretch: words and not pieces of them.

Where a shared run begins or ends depends on letters alone, often in the middle of a word. Its edges
are therefore moved to the marks beside it, as long as little is added or lost.
"""

from __future__ import annotations

from indexer.text.marks import (
    CLAUSE_ENDS,
    CLOSING_QUOTES,
    OPENING_QUOTES,
    PAUSES,
    ROUND_CLOSING,
    ROUND_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    TITLE_CLOSING,
    TITLE_OPENING,
)
from indexer.text.span import Span
from searcher.repetition.thresholds import DEFAULT
from searcher.textmatch.letters import is_letter

_CLAUSE_ENDS = frozenset(CLAUSE_ENDS)
_MARKS = frozenset(
    PAUSES
    + (OPENING_QUOTES + CLOSING_QUOTES + SINGLE_OPENING + SINGLE_CLOSING)
    + (ROUND_OPENING + ROUND_CLOSING + TITLE_OPENING + TITLE_CLOSING)
)


def as_words(text: str, start: int, end: int) -> Span:
    """The span of `text` that reads as words and is nearly the given one.

    >>> text = "我们要共同构建和平、安全的空间，建立透明的体系。"
    >>> text[slice(*as_words(text, 8, 20))]
    '我们要共同构建和平、安全的空间，建立透明的体系'
    """
    start -= _moved(text[:start][::-1], text[start:end])
    end += _moved(text[end:], text[start:end][::-1])
    return start, end


def _moved(outside: str, inside: str) -> int:
    """By how many characters an edge is moved: outwards, or inwards if less than 0.

    Args:
        outside: what stands beyond the edge, as one goes away from it; `inside` likewise.
    """
    beyond = _until(outside, _MARKS)
    if _letters(outside[:beyond]) <= DEFAULT.little:
        return beyond if is_letter(outside[:1]) else 0
    mark = _until(inside, _CLAUSE_ENDS)
    if _letters(inside[:mark]) > _letters(inside[mark:]):
        return 0
    return -_first_letter(inside, mark)


def _until(text: str, marks: frozenset[str]) -> int:
    return next((at for at, character in enumerate(text) if character in marks), len(text))


def _first_letter(text: str, at: int) -> int:
    return next(place for place in range(at, len(text)) if is_letter(text[place]))


def _letters(text: str) -> int:
    return sum(map(is_letter, text))
