"""Tells straight quotation marks that open from those that close: `"数字中国"`.

>>> curled('建设"数字中国"，')
'建设“数字中国”，'

A text may be cut out of a longer one, so the marks beside a quotation mark are asked first. Where
they do not tell, it is the other kind than the one before it.
"""

from __future__ import annotations

import re

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
from searcher.render.typeset.blanks import after_blanks, before_blanks

# Curled marks are not among them: beside one, a straight mark stands in another one's quotation.
_BEFORE_OPENING = frozenset(
    FULL_WIDTH_PAUSES + ROUND_OPENING + TITLE_OPENING + without(OPENING_QUOTES, "“") + "【〔"
)
_AFTER_CLOSING = frozenset(
    FULL_WIDTH_PAUSES + ROUND_CLOSING + TITLE_CLOSING + without(CLOSING_QUOTES, "”") + "】〕,.;:?!"
)


def curled(text: str) -> str:
    """`text` with “ or ” for each straight quotation mark; every other character as it is."""
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
