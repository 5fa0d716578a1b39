"""Queries that mean a text literally.

>>> escape('他说"好"了')
'"他说""好""了"'
"""

from __future__ import annotations

from typing import Final

from indexer.model.arguments import TEXT, check
from indexer.text.marks import QUOTE_PAIRS, STRAIGHT

QUOTES: Final = {STRAIGHT: STRAIGHT, **QUOTE_PAIRS}
"""The marks that quote a clause, and their partners."""


def escape(text: str) -> str:
    """A query that finds `text` exactly as it stands, whatever marks and operators it holds.

    The straight mark is used because a reader can type it on any keyboard.

    Raises:
        ArgumentError: `text` is no text.
    """
    check({"text": TEXT}, text=text)
    return quote(text, '"')


def quote(text: str, opening: str) -> str:
    """`text` between the mark `opening` and its partner, which inside is written twice."""
    closing = QUOTES[opening]
    return opening + text.replace(closing, closing * 2) + closing
