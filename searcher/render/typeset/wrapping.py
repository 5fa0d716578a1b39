"""Breaking text into lines by the rules of Chinese typesetting.

A line does not begin with a mark that closes or ends (，。”》), does not end with one that opens
(“《（), and does not cut a word or a number in Latin script, a number from its 第 or its unit
(第254行, 2018年), nor the two halves of —— and ……

    >>> wrapped("他说：“5G网络。”", 8)
    ['他说：', '“5G网', '络。”']

A straight quotation mark is taken for the curled one that it stands for.

    >>> curled('建设"数字中国"，')
    '建设“数字中国”，'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.text.marks import (
    CLOSING_QUOTES,
    FULL_WIDTH_PAUSES,
    OPENING_QUOTES,
    ROUND_CLOSING,
    ROUND_OPENING,
    TITLE_CLOSING,
    TITLE_OPENING,
    without,
)
from searcher.render.typeset.characters import char_width

_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕］｝”’…·～％‰℃々／,.;:?!)]}%")
_NEVER_LAST = frozenset("（《〈「『【〔［｛“‘([{")
_HALVES = frozenset("—…")
_NARROW_MARKS = frozenset("“”‘’—…·")
"""Marks of Chinese text that take one column: they are no part of a Latin word beside them."""

_UNITS = frozenset("页行年月日")
"""What stays with the number before it."""

_BEFORE_OPENING = frozenset(
    FULL_WIDTH_PAUSES + ROUND_OPENING + TITLE_OPENING + without(OPENING_QUOTES, "“") + "【〔"
)
_AFTER_CLOSING = frozenset(
    FULL_WIDTH_PAUSES + ROUND_CLOSING + TITLE_CLOSING + without(CLOSING_QUOTES, "”") + "】〕,.;:?!"
)
"""Marks after which a straight quotation mark opens, and before which it closes. Beside a mark that
is curled it is one in a quotation of the other kind, so those are not among them."""


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """The lines of `text` as spans, each at most `width` columns wide.

    Blanks at a break belong to no line. Where the rules allow no break, the line is cut at its
    width.
    """
    return tuple(_lines(curled(text), width))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text` themselves."""
    return [text[start:end] for start, end in wrap(text, width)]


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = after_blanks(text, 0)
    while start < len(text):
        end = _line_end(text, start, width)
        yield start, start + len(text[start:end].rstrip())
        start = after_blanks(text, end)


def _line_end(text: str, start: int, width: int) -> int:
    """Where the line that begins at `start` ends."""
    column = 0
    for position in range(start, len(text)):
        column += char_width(text[position])
        # Blanks may go beyond the edge: they are dropped there.
        if column > width and position > start and not text[position].isspace():
            breaks = (at for at in range(position, start, -1) if _may_break(text, at))
            return next(breaks, position)
    return len(text)


def _may_break(text: str, position: int) -> bool:
    """Whether a line may end before the character at `position`."""
    before, after = text[position - 1], text[position]
    if after.isspace() or after in _NEVER_FIRST or not char_width(after):
        return False
    if before.isspace():
        return text[before_blanks(text, position) - 1] not in _NEVER_LAST
    if before in _NEVER_LAST or (before == after and before in _HALVES):
        return False
    if (before == "第" and after.isdecimal()) or (before.isdecimal() and after in _UNITS):
        return False
    return not (_in_latin_run(before) and _in_latin_run(after))


def _in_latin_run(character: str) -> bool:
    if character in _NARROW_MARKS:
        return False
    return char_width(character) < 2 or (character > "＀" and character.isalnum())


def curled(text: str) -> str:
    """`text` with “ or ” for each straight quotation mark; every other character as it is.

    A text may be cut out of a longer one, so the marks beside a quotation mark are asked first.
    Where they do not decide, it is the other kind than the one before it.
    """
    if '"' not in text:
        return text
    opens = False

    def curl(mark: re.Match[str]) -> str:
        nonlocal opens
        opens = _opens(text, mark.start(), otherwise=not opens)
        return "“" if opens else "”"

    return re.sub('"', curl, text)


def _opens(text: str, position: int, *, otherwise: bool) -> bool:
    before = before_blanks(text, position)
    after = after_blanks(text, position + 1)
    if not before:
        return True
    if after == len(text) or text[after] in _AFTER_CLOSING:
        return False
    return text[before - 1] in _BEFORE_OPENING or otherwise


def after_blanks(text: str, position: int) -> int:
    """The first position from `position` on that has no blank.

    >>> after_blanks("一  二", 1), before_blanks("一  二", 3)
    (3, 1)
    """
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def before_blanks(text: str, position: int) -> int:
    """The last position up to `position` that has no blank before it."""
    while position and text[position - 1].isspace():
        position -= 1
    return position
