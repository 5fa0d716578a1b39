"""Which quotation marks of a paragraph belong together.

    >>> pair_marks("他说：“这个‘命门’，要掌握。”").pairs
    ((3, 16),)

Curly marks and corner marks tell their direction. Straight ones do not, nor do curly ones where a
paragraph has them in one direction only (”这样”): they are taken in turn, except that none opens
before a mark that ends a clause, and none closes behind one that introduces. So a mark too many
spoils its own pair and no other.

Single marks pair as the others do, except that an apostrophe in a Latin word is none, and that
they never close behind a mark of another kind that is still open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.text.marks import (
    CLOSING_QUOTES,
    COLONS,
    DOUBLE_QUOTES,
    MINUTES,
    OPENING_QUOTES,
    PAUSES,
    QUOTE_PAIRS,
    ROUND_CLOSING,
    ROUND_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    STRAIGHT,
    STRAIGHT_DOUBLE,
    without,
)
from indexer.text.span import Span

OPENING = OPENING_QUOTES + "〝"
"""The marks that open a quotation of several paragraphs."""

_OPENING = frozenset(OPENING + SINGLE_OPENING)
_PARTNER = {
    **{closing: opening for opening, closing in QUOTE_PAIRS.items()},
    **MINUTES,
    SINGLE_CLOSING: SINGLE_OPENING,
}
_SINGLE = SINGLE_OPENING + SINGLE_CLOSING
_MARK = re.compile(rf"[{DOUBLE_QUOTES}]|(?<![A-Za-zÀ-ɏ])[{_SINGLE}]|[{_SINGLE}](?![A-Za-zÀ-ɏ])")
# ” is not among what a quotation may close behind: in marks of one direction it may be opening.
_ENDS_A_CLAUSE = frozenset(PAUSES + ROUND_CLOSING + "》" + without(CLOSING_QUOTES, "”"))
_INTRODUCES = frozenset(COLONS + ROUND_OPENING + "《")


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a text.

    Attributes:
        pairs: the outermost pairs, in order; a pair is the span from its opening mark to behind
            its closing mark.
        unclosed: where the first mark stands that opens and is never closed, None without one;
            single ones do not count.
        continued: whether the last pair goes on in the next paragraph.
    """

    pairs: tuple[Span, ...]
    unclosed: int | None
    continued: bool = False


def pair_marks(text: str) -> Marks:
    """The marks of a paragraph, in time linear in its length."""
    pairs: list[Span] = []
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    for at, kind, opens in _directed(text):
        if opens:
            opened.append((at, kind))
            waiting[kind] += 1
        elif waiting[kind] and (kind != SINGLE_OPENING or opened[-1][1] == SINGLE_OPENING):
            start, inner = opened.pop()
            while inner != kind:  # marks inside this pair that were never closed
                waiting[inner] -= 1
                start, inner = opened.pop()
            waiting[kind] -= 1
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, at + 1))
    return Marks(tuple(pairs), next((at for at, kind in opened if kind != SINGLE_OPENING), None))


def with_continued(text: str, marks: Marks, following: str) -> Marks:
    """The marks of a paragraph, with what goes on in the next one as a pair up to its end.

    Args:
        text: the paragraph.
        marks: its marks.
        following: the next paragraph; it begins with the mark that `text` has not closed.
    """
    mark = marks.unclosed
    if mark is None or text[mark] not in OPENING or following.lstrip()[:1] != text[mark]:
        return marks
    before = text[:mark].rstrip()
    if before and before[-1] not in _ENDS_A_CLAUSE:
        return marks
    pairs = [pair for pair in marks.pairs if pair[1] <= mark]
    return Marks((*pairs, (mark, len(text))), None, continued=True)


def _directed(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each mark of `text`: where it stands, which kind it is, and whether it opens."""
    one_way = _has_curly_marks_of_one_direction(text)
    straight: int | None = None
    for found in _MARK.finditer(text):
        at, mark = found.start(), found[0]
        if mark in STRAIGHT_DOUBLE or (one_way and mark in "“”"):
            if straight is None or _previous(text, at) in _INTRODUCES:
                if _next(text, at) in _ENDS_A_CLAUSE:
                    continue
                straight = at
                yield at, STRAIGHT, True
            else:
                straight = None
                yield at, STRAIGHT, False
        else:
            yield at, _PARTNER.get(mark, mark), mark in _OPENING


def _has_curly_marks_of_one_direction(text: str) -> bool:
    opening, closing = text.count("“"), text.count("”")
    return (not opening or not closing) and (opening + closing) % 2 == 0


def _previous(text: str, at: int) -> str:
    """The character before `at` that is no blank; empty at the start."""
    return text[max(0, at - 4) : at].rstrip()[-1:]


def _next(text: str, at: int) -> str:
    """The character behind the one at `at` that is no blank; empty at the end."""
    return text[at + 1 : at + 5].lstrip()[:1]
