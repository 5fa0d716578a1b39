"""Text that is safe to show: nothing in it steers a terminal or reorders what is read.

Titles, ids, paths and queries come from files and from the command line. An escape sequence in one
of them could recolour, retitle or overwrite the terminal, and a bidi override could make a line
read differently from what it says.

    >>> visible("标题\\x1b[2J")
    '标题␛[2J'
"""

from __future__ import annotations

import unicodedata

_PICTURES = 0x2400
"""Unicode keeps a picture of each control character of ASCII here, in the same order."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Controls, format characters (bidi overrides, zero-width ones), halves of a surrogate pair, and
the two separators of lines and paragraphs."""


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
