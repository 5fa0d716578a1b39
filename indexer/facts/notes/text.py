"""The text of a note without what it is dressed in: dashes before it, brackets around it, marks.

>>> bare = bared("——《致大会的贺信》(2017年12月3日)。〔12〕")
>>> bare.text, bare.dashed
('《致大会的贺信》（2017年12月3日）', True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from indexer.text.marks import BRACKET_PAIRS, DASHES, FULL_WIDTH, TITLE_PAIRS
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.simplified import simplified
from indexer.text.typography import ends_sentence, mend

_PARTNERS = {**TITLE_PAIRS, "（": "）"}
_AROUND = {**BRACKET_PAIRS, "「": "」"}
_DASH = re.compile(rf"(?:[{DASHES}－]+|--+)\s*")
_BULLET = re.compile(r"[●•·*※◎▲△■□◆◇◇>]+\s*")
NOTE_MARK: Final = (
    rf"(?:〔[0-9{HAN_NUMERAL}]{{1,4}}〕|[\[［][0-9]{{1,4}}[\]］]"
    r"|[\u2460-\u249b\u00b9\u00b2\u00b3\u2070-\u2079]+)"
)
"""The mark of an editor's note, which may follow what ends a text or a note."""

_MARK = re.compile(f"{NOTE_MARK}$")
_FULL_STOPS = ("。", "｡", ".")
_LONGEST = 400
"""Characters; what is longer is no note, however it begins."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A note's text.

    Attributes:
        text: its words, mended, in wide marks.
        dashed: whether a dash stands before it.
        bracketed: whether brackets stand around all of it.
    """

    text: str
    dashed: bool = False
    bracketed: bool = False

    @property
    def simple(self) -> str:
        """Its text in simplified characters, of the same length."""
        return simplified(self.text)


def without_marks(text: str) -> str:
    """`text` without the marks of editor's notes at its end: 〔12〕, [3], ①."""
    while mark := _MARK.search(text):
        text = text[: mark.start()].rstrip()
    return text


def ends(text: str) -> bool:
    """Whether a text ends a sentence; the mark of an editor's note may follow it."""
    return ends_sentence(text) or ends_sentence(without_marks(text.rstrip()))


def wide(text: str) -> str:
    """`text` mended, in the wide marks of a note."""
    return mend(text).translate(FULL_WIDTH)


def bared(raw: str) -> Bare:
    """`raw` without dashes, bullets, note marks, brackets around it, and its full stop."""
    text = wide(raw)
    dashed = bracketed = False
    if len(text) > _LONGEST:
        return Bare(text)
    while True:
        before = text
        if dash := _DASH.match(text):
            dashed = True
            text = text[dash.end() :]
        elif bullet := _BULLET.match(text):
            text = text[bullet.end() :]
        elif text.endswith(_FULL_STOPS):
            text = text[:-1]
        elif mark := _MARK.search(text):
            text = text[: mark.start()]
        elif text[:1] in _AROUND and text[-1:] == _AROUND[text[0]] and _wraps(text):
            bracketed = True
            text = text[1:-1]
        if text == before or not text:
            return Bare(text, dashed, bracketed)


def _wraps(text: str) -> bool:
    """Whether the bracket that opens `text` is closed by its last character."""
    depth = 0
    opening, closing = text[0], text[-1]
    for place, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if depth == 0:
            return place == len(text) - 1
    return False


def brackets_match(text: str) -> bool:
    """Whether every 《 （ 〈 in `text`, in wide marks, has its partner."""
    expected: list[str] = []
    for mark in text:
        if mark in _PARTNERS:
            expected.append(_PARTNERS[mark])
        elif mark in _PARTNERS.values() and (not expected or expected.pop() != mark):
            return False
    return not expected


def title_end(text: str, start: int) -> int | None:
    """The place after the 》 that closes the 《 at `start`, None where there is none."""
    if text[start : start + 1] != "《":
        return None
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "《") - (text[place] == "》")
        if depth == 0:
            return place + 1
    return None
