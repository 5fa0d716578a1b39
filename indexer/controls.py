"""Characters that steer a terminal or reorder what is read, and that no text needs.

They come from broken conversions, from logs, and from those who want a line to read differently
from what it says. Like the invisible ones, each would hide the word that it stands in.

>>> without_controls("核心\\x1b技术")
'核心技术'
"""

from __future__ import annotations

import re
from itertools import filterfalse

_CONTROLS = re.compile(
    "(?P<blank>[\x0b\x0c\x1c-\x1f\x85\u2028\u2029])"
    "|[\x00-\x08\x0e-\x1b\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Controls but for tab and line ends, marks of direction, and halves of surrogate pairs."""

_AT_ONCE = 1 << 20
"""How many characters are looked at at once, as their lines are copied."""


def without_controls(text: str) -> str:
    """`text` without such characters; a blank stands in the place of those that part lines."""
    if text.isprintable() or not _has_controls(text):
        return text
    return _CONTROLS.sub(lambda found: " " if found["blank"] else "", text)


def _has_controls(text: str) -> bool:
    """Most lines are printable, which is seen much faster than that the pattern does not match."""
    pieces = (text[at : at + _AT_ONCE] for at in range(0, len(text), _AT_ONCE))
    strange = (filterfalse(str.isprintable, piece.split("\n")) for piece in pieces)
    return any(any(map(_CONTROLS.search, lines)) for lines in strange)
