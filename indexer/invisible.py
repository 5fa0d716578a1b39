"""Characters that nobody sees."""

from __future__ import annotations

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
"""Byte order mark, zero-width space and joiners, word joiner, soft hyphen.

They come from web pages and word processors, nobody sees or types them, and each one would hide
the word it stands in from a search. Joiners mean something in emoji and in Indic and Arabic
scripts, which is not what this program is for.
"""


def without_invisible(text: str) -> str:
    """`text` without characters that take no room and bear no meaning in Chinese."""
    for character in _INVISIBLE:
        text = text.replace(character, "")
    return text
