"""Folding: the form in which two texts are compared.

`fold` makes 5Ｇ and 5g, 規則 and 规则, “互联网 + 教育” and "互联网+教育" the same. It works
character by character and is idempotent, so every span cut from a text is found in the folded
text: `fold(text[a:b]) in fold(text)`. Exact search, highlighting and the index rest on that.

The rules: NFKC of the single character, lower case, traditional to simplified, every quotation
mark to `"`. Then a run of whitespace is dropped, except between letters or digits outside Han:
there it becomes one blank.

    >>> fold("“互联網 ＋ 教育”"), fold("Big  Data")
    ('"互联网+教育"', 'big data')
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from indexer.text.marks import FOLDED_QUOTES, STRAIGHT
from indexer.text.simplified import SIMPLIFIED, TRADITIONAL

_SIMPLE = str.maketrans(TRADITIONAL + FOLDED_QUOTES, SIMPLIFIED + STRAIGHT * len(FOLDED_QUOTES))

_HAN = (
    ("\u3007", "\u3007"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
HAN = "".join(f"{first}-{last}" for first, last in _HAN)
"""Han characters, as the inside of a character class in a regular expression."""


def _fold_character(character: str) -> str:
    """The folded form of a character, whitespace aside: the rules, until nothing changes."""
    while True:
        lower = unicodedata.normalize("NFKC", character).lower()
        folded = lower.translate(_SIMPLE)
        if folded == character:
            return folded
        if len(folded) > 1:
            return "".join(map(_fold_character, folded))
        character = folded


class _Table(dict[int, str]):
    """A table for `str.translate` that is filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The folded form of `text`."""
    pieces = text.translate(_TABLE).split()
    return pieces[0] if len(pieces) == 1 else "".join(_with_kept_blanks(pieces))


class FoldedText(NamedTuple):
    """A folded text with its offset map.

    Attributes:
        text: the folded text.
        origins: for each character of `text`, the offset in characters of the original character
            that it came from, sorted.
    """

    text: str
    origins: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of original characters that contributed to `text[start:end]`, not empty."""
        return self.origins[start], self.origins[end - 1] + 1


def fold_with_origins(text: str) -> FoldedText:
    """`fold(text)` together with its offset map."""
    translated = text.translate(_TABLE)
    pieces = _with_kept_blanks(translated.split())
    # No character folds to nothing, so equal lengths mean that each has folded to one.
    if len(translated) == len(text) and pieces == [translated]:
        return FoldedText(translated, tuple(range(len(text))))
    origins = [at for at, character in enumerate(text) for _ in _TABLE[ord(character)]]
    kept: list[int] = []
    at = 0
    for piece in pieces:
        if piece == " ":  # the first of the blanks that separate its neighbours
            kept.append(origins[at])
        else:
            start = translated.index(piece, at)
            at = start + len(piece)
            kept += origins[start:at]
    return FoldedText("".join(pieces), tuple(kept))


def _with_kept_blanks(pieces: Sequence[str]) -> list[str]:
    """The pieces of a text that whitespace separated, with the blanks that stay."""
    kept: list[str] = []
    for piece in pieces:
        if kept and _is_other_letter(kept[-1][-1]) and _is_other_letter(piece[0]):
            kept.append(" ")
        kept.append(piece)
    return kept


def _is_other_letter(character: str) -> bool:
    """Whether it is a letter or a digit outside Han."""
    return character.isalnum() and not any(first <= character <= last for first, last in _HAN)
