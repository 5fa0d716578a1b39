"""Folding: the form in which two texts are compared.

`fold` makes 5Ｇ and 5g, 規則 and 规则, “互联网 + 教育” and "互联网+教育" the same. It works
character by character and is idempotent, so every span cut from a text is found in the folded
text: `fold(text[a:b]) in fold(text)`. Exact search, highlighting and the index rest on that.

The rules: NFKC of the single character, lower case, traditional to simplified, every quotation
mark to `"`. Then a run of whitespace is dropped, unless letters or digits outside Han stand on both
of its sides: there it becomes one blank.

    >>> fold("“互联網 ＋ 教育”"), fold("Big  Data")
    ('"互联网+教育"', 'big data')
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from indexer.simplified import SIMPLIFIED, TRADITIONAL

_QUOTES = "\"'‘’‚‛“”„‟«»‹›「」『』〝〞〟"
_SIMPLE = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)) | dict.fromkeys(_QUOTES, '"')

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, as the inside of a character class in a regular expression."""

_OTHER_LETTER = rf"[^\W_{HAN}]"
_BLANKS = re.compile(rf"(?P<kept>(?<={_OTHER_LETTER})\s+(?={_OTHER_LETTER}))|\s+")


def fold(text: str) -> str:
    """The folded form of `text`."""
    characters = text.translate(_TABLE)
    return _BLANKS.sub(_kept_blank, characters)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text that remembers where each of its characters came from.

    Attributes:
        text: the folded text.
        origins: for each character of `text`, the offset in characters of the original character
            that it came from. They never fall.
    """

    text: str
    origins: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of original characters that contributed to `text[start:end]`, not empty."""
        return self.origins[start], self.origins[end - 1] + 1


def fold_with_origins(text: str) -> FoldedText:
    """`fold(text)` together with its offset map."""
    translated = text.translate(_TABLE)
    # No character folds to nothing, so equal lengths mean that each has folded to one.
    if len(translated) == len(text) and not _BLANKS.search(translated):
        return FoldedText(translated, tuple(range(len(text))))
    pieces = [_TABLE[ord(character)] for character in text]
    origins = [at for at, piece in enumerate(pieces) for _ in piece]
    characters = "".join(pieces)
    folded: list[str] = []
    kept: list[int] = []
    done = 0
    for blanks in _BLANKS.finditer(characters):
        folded.append(characters[done : blanks.start()])
        kept += origins[done : blanks.start()]
        if blanks["kept"]:
            folded.append(" ")
            kept.append(origins[blanks.start()])
        done = blanks.end()
    folded.append(characters[done:])
    kept += origins[done:]
    return FoldedText("".join(folded), tuple(kept))


def _kept_blank(blanks: re.Match[str]) -> str:
    return " " if blanks["kept"] else ""


def _fold_character(character: str) -> str:
    """What one character folds to, whitespace aside: the rules, until they change nothing more."""
    while True:
        lower = unicodedata.normalize("NFKC", character).lower()
        folded = "".join(_SIMPLE.get(part, part) for part in lower)
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
