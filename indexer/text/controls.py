"""Characters that steer a terminal, reorder what is read, or that nobody sees: no text needs them.

They come from broken conversions, from logs, and from those who want a line to look different from
what it is. Each would hide the word that contains it, and so would the invisible ones.

>>> without_controls("核心\\x1b技术")
'核心技术'
"""

from __future__ import annotations

import re
from itertools import filterfalse

_BLANKS = "\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_OTHERS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
)
_CONTROLS = re.compile(f"(?P<blank>[{_BLANKS}])|[{_OTHERS}]")
"""Controls but for tab and line ends, marks of direction, and halves of surrogate pairs."""
_ANY_CONTROL = re.compile(f"[{_BLANKS}{_OTHERS}]")
"""The same, faster to look for than to tell apart."""

_UNSEEN = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What JSON may contain as it is and a terminal would obey or not show, in a query for instance."""

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
"""Byte order mark, zero-width space and joiners, word joiner, soft hyphen.

They come from web pages and word processors, nobody sees or types them, and each one would hide
the word that contains it from a search. Joiners mean something in emoji and in Indic and Arabic
scripts, which is not what this program is for.
"""

_SHORT = 500
_AT_ONCE = 1 << 20
"""How many characters are examined at once, as their lines are copied."""


def without_controls(text: str) -> str:
    """`text` without such characters; those that separate lines become blanks."""
    if text.isprintable() or not _has_controls(text):
        return text
    return _CONTROLS.sub(lambda found: " " if found["blank"] else "", text)


def _has_controls(text: str) -> bool:
    """Whether `text` has such characters.

    Most lines are printable, which is much faster to see than that the pattern does not match.
    """
    if len(text) < _SHORT:
        return _ANY_CONTROL.search(text) is not None
    pieces = (text[at : at + _AT_ONCE] for at in range(0, len(text), _AT_ONCE))
    strange = (filterfalse(str.isprintable, piece.split("\n")) for piece in pieces)
    return any(any(map(_ANY_CONTROL.search, lines)) for lines in strange)


def without_invisible(text: str) -> str:
    """`text` without characters that take no room and bear no meaning in Chinese."""
    for character in _INVISIBLE:
        text = text.replace(character, "")
    return text


def escaped_in_json(text: str) -> str:
    """JSON `text` with `\\u` escapes for what a terminal would obey or not show."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
