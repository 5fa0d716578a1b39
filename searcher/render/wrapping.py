"""Breaking text into lines by the rules of Chinese typesetting.

A line does not begin with a mark that closes or ends (，。”》), does not end with one that opens
(“《（), and does not cut a word or a number in Latin script, nor the two halves of —— and ……

    >>> wrapped("他说：“5G网络。”", 8)
    ['他说：', '“5G网', '络。”']
"""

from __future__ import annotations

from collections.abc import Iterator

from searcher.render.width import char_width

_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕］｝”’…·～％‰℃々／,.;:?!)]}%")
_NEVER_LAST = frozenset("（《〈「『【〔［｛“‘([{")
_HALVES = frozenset("—…")
_NARROW_MARKS = frozenset("“”‘’—…·")
"""Marks of Chinese text that take one column: they are no part of a Latin word beside them."""


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """The lines of `text` as spans, each at most `width` columns wide.

    Blanks at a break belong to no line. Where the rules allow no break, the line is cut at its
    width.
    """
    return tuple(_lines(text, width))


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text` themselves."""
    return [text[start:end] for start, end in wrap(text, width)]


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = _after_blanks(text, 0)
    while start < len(text):
        end = _line_end(text, start, width)
        yield start, start + len(text[start:end].rstrip())
        start = _after_blanks(text, end)


def _line_end(text: str, start: int, width: int) -> int:
    """Where the line that begins at `start` ends."""
    column = 0
    last_break = start
    for position in range(start, len(text)):
        character = text[position]
        if position > start and _may_break(text[position - 1], character):
            last_break = position
        column += char_width(character)
        # Blanks may stand beyond the edge: they are dropped there.
        if column > width and position > start and not character.isspace():
            return last_break if last_break > start else position
    return len(text)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring characters."""
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST or not char_width(after):
        return False
    if before == after and before in _HALVES:
        return False
    return before.isspace() or not (_in_latin_run(before) and _in_latin_run(after))


def _in_latin_run(character: str) -> bool:
    if character in _NARROW_MARKS:
        return False
    return char_width(character) < 2 or (character > "＀" and character.isalnum())


def _after_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
