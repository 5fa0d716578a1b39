"""What each character folds to, in either width.

Both widths have one maker. Every rule looks at one character, which may become several or none,
and the rules are repeated until nothing changes, so folding twice is folding once.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from indexer.text.folding.tables import (
    IDEOGRAPHS,
    INVISIBLE,
    MARKS,
    RADICALS,
    USUAL,
    VARIANTS,
)
from indexer.text.marks import FOLDED_QUOTES, STRAIGHT
from indexer.text.simplified import SIMPLIFIED, TRADITIONAL

_NARROW_RULES: Final[Mapping[int, str | int]] = str.maketrans(
    RADICALS + TRADITIONAL + FOLDED_QUOTES,
    IDEOGRAPHS + SIMPLIFIED + STRAIGHT * len(FOLDED_QUOTES),
)
_SPELLED_RULES: Final[Mapping[int, str | int]] = {
    **_NARROW_RULES,
    **{ord(mark): folded for mark, folded in MARKS.items()},
}
UNIFIED: Final[Mapping[int, int]] = str.maketrans(VARIANTS, USUAL)
"""From each form of a character to the usual one."""

_WIDE_RULES: Final = {**_SPELLED_RULES, **UNIFIED}
_FEW: Final = 16
_STARTS: Final = [first for first, _ in INVISIBLE]


class Width(dict[int, str]):
    """A table for `str.translate` that is filled as characters are met.

    Args:
        rules: what single characters become, beside decomposition and lower case.
    """

    def __init__(self, rules: Mapping[int, str | int]) -> None:
        super().__init__()
        self.rules = rules
        self._vanished: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._fold(chr(code))
        if not folded:
            self._vanished.add(chr(code))
        return folded

    def keeps_all(self, translated: str) -> bool:
        """Whether no character of a text that has been translated before folds to nothing.

        Hardly any text has one, and few are met at all: so those that were met are looked for.
        """
        if len(self._vanished) > _FEW:
            return self._vanished.isdisjoint(translated)
        return not any(map(translated.__contains__, self._vanished))

    def _fold(self, character: str) -> str:
        """The folded form of a character, whitespace aside: the rules, until nothing changes."""
        while True:
            if is_invisible(character):
                return ""
            lower = unicodedata.normalize("NFKD", character).lower()
            folded = lower.translate(self.rules)
            if folded == character:
                return folded
            if len(folded) != 1:
                return "".join(map(self._fold, folded))
            character = folded


def is_invisible(character: str) -> bool:
    """Whether nobody sees it, and no blank either."""
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    return at >= 0 and code <= INVISIBLE[at][1]


AREAS: Final = (
    (0x0, 0xD7FF),
    (0xF900, 0x16E5F),
    (0x1BCA0, 0x1F7FF),
    (0x1FBF0, 0x32FFF),
    (0xE0000, 0xE0FFF),
)
"""The code points outside of which no character folds to something else, both ends included."""

NARROW: Final = Width(_NARROW_RULES)
SPELLED: Final = Width(_SPELLED_RULES)
WIDE: Final = Width(_WIDE_RULES)
