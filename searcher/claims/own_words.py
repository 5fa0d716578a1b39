"""A paragraph as its author's own words: which quotation marks belong together, and what they hide.

    >>> text = "他说：“要。好。”这对《要求》一书……"
    >>> words = own_words(text, pair_marks(text))
    >>> words
    '他说：□□□□□。这对□□□□一书……'
    >>> list(sentences(words))
    [(0, 9), (9, 19)]

So a verb or a name inside a quotation or a title is never taken for the author's, and neither is a
full stop inside one, unless the quotation ends with it.

Curly marks and corner marks show their direction. Straight ones do not, nor do curly ones where a
paragraph has them in one direction only (”这样”): they are taken in turn, except that none opens
before a mark that ends a clause, and none closes after one that introduces. So a mark too many
spoils its own pair and no other.

Single marks pair as the others do, except that an apostrophe in a Latin word is none, and that
they never close after a mark of another kind that is still open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.text.marks import (
    CLOSING_QUOTES,
    COLONS,
    DASHES,
    DOUBLE_QUOTES,
    OPENING_QUOTES,
    PAUSES,
    PRIME_QUOTES,
    QUOTE_PAIRS,
    ROUND_CLOSING,
    ROUND_OPENING,
    SENTENCE_ENDS,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    STRAIGHT,
    STRAIGHT_DOUBLE,
    without,
)
from indexer.text.span import Span

HIDDEN = "□"
"""The character that replaces each one of a quotation or a title."""

LIST_ITEM = re.compile(rf"\s*[{DASHES}]")
"""The beginning of a paragraph that is an item of a list."""

ENDS_WITH_COLON = re.compile(rf"[{COLONS}]\s*\Z")
"""The end of a paragraph that introduces the next one."""

_CONTINUABLE = OPENING_QUOTES + "〝"
"""The marks that open a quotation of several paragraphs."""

_OPENING = frozenset(_CONTINUABLE + SINGLE_OPENING)
_PARTNER = {
    **{closing: opening for opening, closing in QUOTE_PAIRS.items()},
    **PRIME_QUOTES,
    SINGLE_CLOSING: SINGLE_OPENING,
}
_SINGLE = SINGLE_OPENING + SINGLE_CLOSING
_MARK = re.compile(rf"[{DOUBLE_QUOTES}]|(?<![A-Za-zÀ-ɏ])[{_SINGLE}]|[{_SINGLE}](?![A-Za-zÀ-ɏ])")
# Without ”, which may be an opening mark in marks of one direction.
_ENDS_A_CLAUSE = frozenset(PAUSES + ROUND_CLOSING + "》" + without(CLOSING_QUOTES, "”"))
_INTRODUCES = frozenset(COLONS + ROUND_OPENING + "《")
_TITLE = re.compile("《[^《》]*》")
_SENTENCE = re.compile(
    f"[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]*[{CLOSING_QUOTES}{ROUND_CLOSING}\\s]*"
)
_GOES_ON = frozenset(without(PAUSES, SENTENCE_ENDS) + "的是")


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a text.

    Attributes:
        pairs: the outermost pairs, in order; a pair is the span from its opening mark to after
            its closing mark.
        unclosed: the place of the first mark that opens and is never closed, None without one;
            single ones do not count.
        continued: whether the last pair goes on in the next paragraph.
    """

    pairs: tuple[Span, ...]
    unclosed: int | None
    continued: bool = False


def pair_marks(text: str) -> Marks:
    """The marks of a paragraph that pair within it, in time linear in its length."""
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
    if mark is None or text[mark] not in _CONTINUABLE or following.lstrip()[:1] != text[mark]:
        return marks
    before = text[:mark].rstrip()
    if before and before[-1] not in _ENDS_A_CLAUSE:
        return marks
    pairs = [pair for pair in marks.pairs if pair[1] <= mark]
    return Marks((*pairs, (mark, len(text))), None, continued=True)


def own_words(text: str, marks: Marks) -> str:
    """The paragraph `text` with `HIDDEN` for each character in marks and in titles."""
    pieces = []
    at = 0
    for start, end in marks.pairs:
        ends_sentence = end - start > 2 and text[end - 2] in SENTENCE_ENDS
        if ends_sentence and text[end : end + 1] not in _GOES_ON:
            pieces += [text[at:start], HIDDEN * (end - start - 1), "。"]
        else:
            pieces += [text[at:start], HIDDEN * (end - start)]
        at = end
    pieces.append(text[at:])
    return _TITLE.sub(lambda title: HIDDEN * len(title[0]), "".join(pieces))


def sentences(words: str) -> Iterator[Span]:
    """The sentences of `own_words`, each with the marks that end it."""
    for found in _SENTENCE.finditer(words):
        if found.end() > found.start():
            yield found.span()


def _directed(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each mark of `text`: its place, its kind, and whether it opens."""
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
    """The character before `at` that is not blank; empty at the start."""
    return text[max(0, at - 4) : at].rstrip()[-1:]


def _next(text: str, at: int) -> str:
    """The character after the one at `at` that is not blank; empty at the end."""
    return text[at + 1 : at + 5].lstrip()[:1]
