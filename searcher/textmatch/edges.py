"""The edges of a stretch of a folded text: they are at letters, not at marks or scraps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.text.marks import FOLDED_CLAUSE_ENDS, FOLDED_SENTENCE_ENDS
from indexer.text.span import Span
from searcher.textmatch.letters import is_letter, letter_count
from searcher.textmatch.thresholds import DEFAULT, Thresholds

_SENTENCE_END = re.compile(f"[{FOLDED_SENTENCE_ENDS}]")
_CLAUSE_END = re.compile(f"[{FOLDED_CLAUSE_ENDS}]")


def trimmed(text: str, start: int, end: int) -> Span:
    """`text[start:end]` from its first to its last letter; an empty span at `start` where it has
    no letter. The % of a figure is a part of it."""
    while end > start and not is_letter(text[end - 1]) and not _is_percentage(text, start, end):
        end -= 1
    while start < end and not is_letter(text[start]):
        start += 1
    return start, end


def _is_percentage(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "%" and end - start > 1 and text[end - 2].isdigit()


def without_scraps(text: str, start: int, end: int, by: Thresholds = DEFAULT) -> Span:
    """A trimmed stretch without scraps of clauses that are not wholly in it.

    >>> without_scraps("安全和发展,我们要", 0, 8)
    (0, 5)
    """
    if start > 0 and is_letter(text[start - 1]):
        marks = (
            at for at in range(start, min(start + by.scrap + 1, end)) if not is_letter(text[at])
        )
        start = max(marks, default=start)
    if end < len(text) and is_letter(text[end]):
        first = max(end - by.scrap - 1, start)
        marks = (at for at in range(first, end) if not is_letter(text[at]))
        end = min(marks, default=end)
    return trimmed(text, start, end)


def without_ends_of_sentences(text: str, room: Span, agreeing: Sequence[Span]) -> Span:
    """A stretch without its part of a sentence of which the greater part is not its source's, and
    without what does not agree at its edges.

    Args:
        text: the folded text.
        room: the span in which its first and its last sentence may be.
        agreeing: the spans of the stretch that agree with its source; in order.
    """
    start, end = agreeing[0][0], agreeing[-1][1]
    first = _SENTENCE_END.search(text, start, end)
    if first is not None:
        marks = _SENTENCE_END.finditer(text, room[0], start)
        begins = max((mark.end() for mark in marks), default=room[0])
        letters = letter_count(text[begins : first.start()])
        if 2 * _letters_within(text, agreeing, start, first.start()) < letters:
            start = first.end()
    last = max((mark.start() for mark in _SENTENCE_END.finditer(text, start, end)), default=None)
    if last is not None:
        mark = _SENTENCE_END.search(text, end, room[1])
        letters = letter_count(text[last : mark.start() if mark else room[1]])
        if 2 * _letters_within(text, agreeing, last, end) < letters:
            end = last
    return trimmed(text, start, end)


def iter_clauses(text: str, span: Span) -> Iterator[Span]:
    """The clauses of a stretch, without marks at their edges."""
    return _separated(text, span, _CLAUSE_END)


def iter_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch, without marks at their edges."""
    return _separated(text, span, _SENTENCE_END)


def _separated(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The parts of a stretch that marks separate, those that have letters."""
    start = span[0]
    ends = [(mark.start(), mark.end()) for mark in marks.finditer(text, *span)]
    for end, after in (*ends, (span[1], span[1])):
        part = trimmed(text, start, end)
        if part[0] < part[1]:
            yield part
        start = after


def whole_clauses(text: str, span: Span, room: Span) -> Span:
    """A stretch with all of its first and its last clause, as far as there is `room`."""
    marks = _CLAUSE_END.finditer(text, room[0], span[0])
    start = max((mark.end() for mark in marks), default=room[0])
    last = _CLAUSE_END.search(text, span[1], room[1])
    return trimmed(text, start, last.start() if last else room[1])


def with_what_agrees(text: str, span: Span, agreeing: Sequence[Span], share: float) -> Span:
    """A stretch with the text beside it up to the last that agrees, where the given share of the
    letters does."""
    start, end = span
    first = min((first for first, _ in agreeing), default=start)
    if _letters_within(text, agreeing, first, start) >= share * letter_count(text[first:start]):
        start = min(first, start)
    last = max((last for _, last in agreeing), default=end)
    if _letters_within(text, agreeing, end, last) >= share * letter_count(text[end:last]):
        end = max(last, end)
    return trimmed(text, start, end)


def _letters_within(text: str, agreeing: Sequence[Span], start: int, end: int) -> int:
    """The number of letters of `text[start:end]` that agree."""
    return sum(letter_count(text[max(first, start) : min(last, end)]) for first, last in agreeing)
