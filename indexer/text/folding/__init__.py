"""Folding: the form in which two texts are compared.

`fold` makes 5Ｇ and 5g, 規則 and 规则, 衞生 and 卫生, “互联网 + 教育” and "互联网+教育" the same.
It works character by character and is idempotent, so every span cut from a text is found in the
folded text: `fold(text[a:b]) in fold(text)`. Exact search, highlighting and the index rest on that.

The rules, of which each looks at one character: what nobody sees to nothing; the compatibility
decomposition (NFKD), so that what is composed and what is not are one; lower case; radicals to
their ideographs; traditional to simplified; every quotation mark to `"`. The wide width, which is
`fold`, adds the forms of Taiwan, Hong Kong and old prints, the classes of dashes, middle dots,
ellipses and colons, and ○ as 〇. The narrow one, `fold_narrow`, is what a quotation must not
differ in to be called exact. Then a run of whitespace is dropped, except between letters, digits
or combining marks outside Han: there it becomes one blank.

    characters  what each character folds to, in either width
    tables      which characters fold to which: data

    >>> fold("“互联網 ＋ 教育”"), fold("Big  Data"), fold("着重、著重——○")
    ('"互联网+教育"', 'big data', '着重、着重——〇')
    >>> fold_narrow("着重、著重——○")
    '着重、著重——○'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from indexer.text.folding.characters import (
    AREAS,
    NARROW,
    SPELLED,
    UNIFIED,
    WIDE,
    Width,
    is_invisible,
)

__all__ = (
    "HAN",
    "FoldedText",
    "changed_by_folding",
    "fold",
    "fold_narrow",
    "fold_narrow_with_origins",
    "fold_spelled",
    "fold_with_origins",
    "is_invisible",
    "unify",
    "without_unseen",
)

_HAN = (
    ("\u3007", "\u3007"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
HAN = "".join(f"{first}-{last}" for first, last in _HAN)
"""Han characters, as the inside of a character class in a regular expression."""


def fold(text: str) -> str:
    """The folded form of `text`."""
    return _folded(text, WIDE)


def fold_spelled(text: str) -> str:
    """`fold(text)`, but for the forms of one character: 著 stays 著.

    It is as long as `fold(text)`, and folds to that. Words are cut in this form, since a dictionary
    of words has 显著 and not 显着.
    """
    return _folded(text, SPELLED)


def unify(spelled: str) -> str:
    """`fold(text)`, made of `fold_spelled(text)` in a fraction of its time, as few texts differ."""
    common, rare = _other_forms()
    if common.search(spelled) is None and rare.search(spelled) is None:
        return spelled
    return spelled.translate(UNIFIED)


@cache
def _other_forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may be a form of another character; together they would be looked for slowly."""
    common = "".join(one for one in map(chr, UNIFIED) if one < "\U00010000")
    return re.compile(f"[{common}]"), re.compile("[\U00020000-\U0003ffff]")


def fold_narrow(text: str) -> str:
    """The narrow form of `text`, for verdicts."""
    return _folded(text, NARROW)


def _folded(text: str, width: Width) -> str:
    pieces = text.translate(width).split()
    return pieces[0] if len(pieces) == 1 else "".join(_with_kept_blanks(pieces))


def without_unseen(text: str) -> str:
    """`text` without the characters that nobody sees; blanks stay."""
    unseen = {ord(character): None for character in set(text) if is_invisible(character)}
    return text.translate(unseen) if unseen else text


def changed_by_folding(first: str, last: str) -> Iterator[str]:
    """The characters from `first` to `last` that fold to something else than themselves, sorted."""
    for start, end in AREAS:
        for code in range(max(start, ord(first)), min(end, ord(last)) + 1):
            if WIDE[code] != chr(code):
                yield chr(code)


class FoldedText(NamedTuple):
    """A folded text with its offset map.

    Attributes:
        text: the folded text.
        origins: for each character of `text`, the offset in characters of the original character
            that it came from, sorted. A character that folds to several ones occurs several times,
            one that folds to nothing never.
    """

    text: str
    origins: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of original characters that contributed to `text[start:end]`, not empty."""
        return self.origins[start], self.origins[end - 1] + 1


def fold_with_origins(text: str) -> FoldedText:
    """`fold(text)` together with its offset map."""
    return _with_origins(text, WIDE)


def fold_narrow_with_origins(text: str) -> FoldedText:
    """`fold_narrow(text)` together with its offset map."""
    return _with_origins(text, NARROW)


def _with_origins(text: str, width: Width) -> FoldedText:
    translated = text.translate(width)
    pieces = _with_kept_blanks(translated.split())
    # Where nothing folds to nothing, equal lengths mean that each character has folded to one.
    if len(text) == len(translated) and pieces == [translated] and width.keeps_all(text):
        return FoldedText(translated, tuple(range(len(text))))
    origins = [at for at, character in enumerate(text) for _ in width[ord(character)]]
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
    """Whether it is a letter, a digit or a combining mark outside Han."""
    if character.isalnum():
        return not any(first <= character <= last for first, last in _HAN)
    return character > "\u02ff" and unicodedata.category(character)[0] == "M"
