"""Characters as a terminal shows them: which are safe to show, and how many columns they take.

    >>> visible("标题\\x1b[2J")
    '标题␛[2J'
    >>> text_width("5G网络")
    6
    >>> truncate("在网络安全和信息化工作座谈会上的讲话", 12)
    '在网络安全…'

Titles, ids, paths and queries come from files and from the command line. An escape sequence in one
of them could recolour, retitle or overwrite the terminal, and a bidi override could make a line
read differently from what it says.

wcwidth knows the width of every character, and takes longer to import than a query takes to
answer. What Chinese prose is made of is therefore decided here, and wcwidth is asked for the rest.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PICTURES = 0x2400
"""Unicode keeps a picture of each control character of ASCII here, in the same order."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Controls, format characters (bidi overrides, zero-width ones), halves of a surrogate pair, and
the two separators of lines and paragraphs."""

_NARROW = (
    (0x20, 0x7E),
    (0xB7, 0xB7),
    (0x2010, 0x2027),
    (0x2192, 0x2192),
    (0x2400, 0x2421),
    (0x25B8, 0x25B8),
    (0xFFFD, 0xFFFD),
)
_WIDE = ((0x4E00, 0x9FFF), (0xFF01, 0xFF60), (0x3000, 0x3029), (0x3030, 0x303E), (0x3400, 0x4DBF))
"""Ranges in which wcwidth calls every character narrow, or wide; a test compares them."""


def visible(text: str) -> str:
    """`text` with a visible character in the place of each that is unseen or steers a terminal.

    Every character is replaced by exactly one, so spans in `text` stay right.
    """
    if text.isprintable():  # nearly all text is, and nothing unseen
        return text
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character < " ":
        return chr(_PICTURES + ord(character))
    if character == "\x7f":
        return "␡"
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in _UNSEEN else character


@lru_cache(maxsize=4096)
def char_width(character: str) -> int:
    """How many columns `character` takes: 2 for a full-width one, 0 for a combining one."""
    code = ord(character)
    for first, last in _WIDE:  # the most frequent ones come first
        if first <= code <= last:
            return 2
    for first, last in _NARROW:
        if first <= code <= last:
            return 1
    from wcwidth import wcwidth  # noqa: PLC0415 (see above)

    return max(0, wcwidth(character))


def text_width(text: str) -> int:
    """How many columns `text` takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` with blanks to `width` columns, before it where it is set at the `right`."""
    blanks = " " * (width - text_width(text))
    return blanks + text if right else text + blanks


def truncate(text: str, width: int) -> str:
    """`text` in at most `width` columns, with `…` in the place of what does not fit."""
    if text_width(text) <= width:
        return text
    used = 1
    for end, character in enumerate(text):
        used += char_width(character)
        if used > width:
            return text[:end] + "…" if width > 0 else ""
    return text


def truncate_middle(text: str, width: int) -> str:
    """`text` in at most `width` columns, both of its ends kept, as names of files need it.

    >>> truncate_middle("speeches-on-cyberspace-2018", 14)
    'speech…ce-2018'
    """
    if text_width(text) <= width:
        return text
    head = truncate(text, (width + 1) // 2)
    room = width - text_width(head)
    start = len(text)
    while char_width(text[start - 1]) <= room:
        start -= 1
        room -= char_width(text[start])
    return head + text[start:]
