"""The letters of a folded text: the text without punctuation marks and blanks.

Marks are what editors and machines change most, so texts are first compared by their letters.

    >>> letters = letters_of('"没有网络安全,就没有…"')
    >>> letters.codes.tobytes().decode("utf-32-le"), letters.places.tolist()
    ('没有网络安全就没有', [1, 2, 3, 4, 5, 6, 8, 9, 10])
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS

Codes = NDArray[np.uint32]
"""Characters as their code points."""

SEPARATOR = ord(BETWEEN_TEXTS)
"""The code between texts. Folding never yields it; it is kept among the letters."""

_UNKNOWN = 2
_KEPT = np.full(0x110000, _UNKNOWN, np.uint8)
"""For each code whether it is kept, 0 or 1, filled as characters are met: to ask for all of Unicode
takes a tenth of a second."""


class Letters(NamedTuple):
    """The letters of a text.

    Attributes:
        codes: the letters, and every `SEPARATOR`.
        places: where each of them is in the folded text, in characters; sorted.
    """

    codes: Codes
    places: Numbers


def letters_of(folded: str) -> Letters:
    """The letters of a folded text, or of several that are separated by line feeds."""
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), "<u4")
    places = np.flatnonzero(_is_kept(codes))
    return Letters(codes[places], places)


def is_letter(character: str) -> bool:
    """Whether a character of a folded text is a letter or a digit, of whatever script."""
    return character.isalnum()


def letter_count(text: str) -> int:
    """The number of letters of a folded text."""
    return sum(map(is_letter, text))


def _is_kept(codes: Codes) -> NDArray[np.bool_]:
    known = _KEPT[codes]
    if (known == _UNKNOWN).any():
        for code in np.unique(codes[known == _UNKNOWN]).tolist():
            _KEPT[code] = is_letter(chr(code)) or code == SEPARATOR
        known = _KEPT[codes]
    return known.view(np.bool_)
