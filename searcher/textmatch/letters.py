"""The letters of a folded text: what is left of it without punctuation marks and blanks.

Marks are what editors and machines change most, so texts are first compared by their letters.

    >>> letters = letters_of('"没有网络安全,就没有…"')
    >>> letters.codes.tobytes().decode("utf-32-le"), letters.places.tolist()
    ('没有网络安全就没有', [1, 2, 3, 4, 5, 6, 8, 9, 10])
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.postings import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.store import Flags

Codes = NDArray[np.uint32]
"""Characters as their code points."""

PARTING = ord(BETWEEN_TEXTS)
"""The code that parts texts. Folding never yields it; it is kept among the letters."""


class Letters(NamedTuple):
    """The letters of a text.

    Attributes:
        codes: the letters, and every `PARTING`.
        places: where each of them stands in the folded text, in characters; rising.
    """

    codes: Codes
    places: Numbers


def letters_of(folded: str) -> Letters:
    """The letters of a folded text, or of several that are parted by line feeds."""
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), "<u4")
    places = np.flatnonzero(_is_kept(codes))
    return Letters(codes[places], places)


def whole_windows(codes: Codes, length: int) -> Flags:
    """Which runs of `length` letters hold no `PARTING`, by where they begin."""
    if len(codes) < length:
        return np.zeros(0, bool)
    partings = np.concatenate([[0], np.cumsum(codes == PARTING, dtype=np.int32)])
    flags: Flags = partings[length:] == partings[:-length]
    return flags


def is_letter(character: str) -> bool:
    """Whether a character of a folded text is a letter or a digit, of whatever script."""
    return character.isalnum()


def _is_kept(codes: Codes) -> NDArray[np.bool_]:
    known = _KEPT[codes]
    if (known == _UNKNOWN).any():
        for code in np.unique(codes[known == _UNKNOWN]).tolist():
            _KEPT[code] = is_letter(chr(code)) or code == PARTING
        known = _KEPT[codes]
    return known.view(np.bool_)


_UNKNOWN = 2
_KEPT = np.full(0x110000, _UNKNOWN, np.uint8)
"""Whether each character is kept, 0 or 1, filled as characters are met: to ask for all of Unicode
takes a tenth of a second."""
