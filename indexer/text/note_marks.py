"""The marks of notes inside a sentence: 〔4〕 [4] 【4】 ⑷ ④ ¹, a star.

A mark is no word: whoever quotes 声讨卖国贼汪精卫⑴ leaves it out. But the same characters also
number the items of a list and the documents of an office, so here is only what can be a mark at
all. Which of them are marks a whole document shows, by its notes (`indexer.facts.apparatus`); in a
query it is whether the text is found without them.

    >>> lift("声讨卖国贼汪精卫⑴，又是为了团结")
    Lifted(text='声讨卖国贼汪精卫，又是为了团结', marks=((8, '⑴'),))
    >>> lift("国发〔2014〕63号，第⑴条，见注〔3〕。").marks
    ()
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from indexer.text.folding import HAN
from indexer.text.marks import (
    ANY_CLOSING_QUOTE,
    OPENING_QUOTES,
    PAUSES,
    ROUND_CLOSING,
    ROUND_OPENING,
    TITLE_CLOSING,
)
from indexer.text.numerals import HAN_NUMERAL, parse_numeral

Family = Literal[
    "bracket", "han bracket", "square", "round ring", "ring", "superscript", "star", "named"
]
"""bracket: 〔4〕. han bracket: 〔四〕. square: [4] ［4］ 【4】. round ring: ⑷. ring: ④ ❹. named:
[注4] 〔注〕, which can be nothing else."""

_RINGS: Final = {
    "round ring": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ring": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    "dark ring": "❶❷❸❹❺❻❼❽❾❿",
}
_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_STARS: Final = "*＊※"

_RING_NUMBERS: Final = {ring: n for rings in _RINGS.values() for n, ring in enumerate(rings, 1)}
_DIGITS: Final = str.maketrans(_SUPERSCRIPTS + "０１２３４５６７８９", "0123456789" * 2)

_NUMBER = rf"[0-9０-９]{{1,3}}|[{HAN_NUMERAL}]{{1,3}}"
MARK: Final = (
    rf"〔\s*(?P<bracket>{_NUMBER})\s*〕"
    r"|[\[［【]\s*(?P<square>[0-9０-９]{1,3})\s*[\]］】]"
    rf"|[〔\[［【]\s*注\s*(?P<named>{_NUMBER}|[①-⑳])?\s*[〕\]］】]"
    rf"|(?P<ring>[{_RINGS['round ring']}{_RINGS['ring']}{_RINGS['dark ring']}])"
    rf"|(?P<superscript>[{_SUPERSCRIPTS}]{{1,3}})"
    rf"|(?P<star>[{_STARS}])(?![{_STARS}])"
)
"""A mark, as a regular expression with one group a family; `read_mark` understands its matches."""

_MARK = re.compile(MARK)
_FIRST_CHARACTER = re.compile(rf"[〔\[［【{''.join(_RING_NUMBERS)}{_SUPERSCRIPTS}{_STARS}]")
"""What a mark begins with: searching for that alone takes a fraction of the time."""

_FIRST: Final = ("〔", "[", "［", "【", "⑴", "①", "❶", "¹", "*", "＊", "※")
"""Whoever marks notes has one of these somewhere."""

_NAMED_BEFORE = re.compile(
    r"(?:文献|注释|脚注|尾注|(?<![关专倾灌])注|(?:^|[，。；、（(：“])(?:参?见|如|由|据|例)"
    r"|[如见下上附][图表式例]|步骤|数组|列表|下标|元素|变量|参数|向量|矩阵)\s*$"
)
"""What names the number behind it as something else, a document or a note that is spoken of."""

_NAMED_AFTER = re.compile(
    r"\s*(?:第?[0-9０-９]+\s*号|号(?:文|令|，|$)|[条款项](?![件目约])|[a-zA-Z_(\[]?=)"
)
_COUNTED = re.compile(r"\s*[条款项章节卷号次个页篇届期类点步题种张届]")
"""What follows a number behind 第, which may also end a name: 达拉第⑸如何."""

_UNITS = re.compile(r"(?:[米里升]|[A-Za-z0-9)])$")
_LONGEST_NAME = 4  # characters before a mark that `_NAMED_BEFORE` looks at, with a blank
_LONGEST_AFTER = 10
_ITEM_BEFORE = tuple(PAUSES + ROUND_OPENING + OPENING_QUOTES)
_BEFORE = re.compile(
    rf"[{HAN}{PAUSES}{ANY_CLOSING_QUOTE}{ROUND_CLOSING}{TITLE_CLOSING}〕\]］】%％°…—]\s?$"
)
_TIGHT_BEFORE = tuple(ANY_CLOSING_QUOTE + ROUND_CLOSING + TITLE_CLOSING)
_TIGHT_AFTER = tuple(PAUSES + ANY_CLOSING_QUOTE + ROUND_CLOSING + TITLE_CLOSING + "—")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A stretch of a text that can be the mark of a note.

    Attributes:
        start: its offset in the text.
        end: the offset after it.
        family: how it is written.
        number: its number; None of a star and where only 注 is written.
        at_item: whether an item of a list could begin here: at the beginning or after a pause.
        tight: whether it stands before a pause or at the end, or after what closes a quotation or
            a bracket: where marks of notes stand and numbers of items do not.
        chinese: whether it follows a Chinese character or mark.
    """

    start: int
    end: int
    family: Family
    number: int | None
    at_item: bool
    tight: bool
    chinese: bool


@dataclass(frozen=True, slots=True)
class Lifted:
    """A text and the marks that were taken out of it.

    Attributes:
        text: the text without them.
        marks: each as `(offset in text, mark as it stood)`, in their order.
    """

    text: str
    marks: tuple[tuple[int, str], ...] = ()

    def original_offset(self, offset: int) -> int:
        """Where the character at `offset` of `text` stood before; its length is the end."""
        before = bisect_right([place for place, _ in self.marks], offset)
        return offset + sum(len(mark) for _, mark in self.marks[:before])


def may_have_marks(text: str) -> bool:
    """Whether the notes of a document with that text may be marked: quick, for most are not."""
    return any(mark in text for mark in _FIRST)


def read_mark(found: re.Match[str]) -> tuple[Family, int | None]:
    """Family and number of a match of `MARK`."""
    groups = found.groupdict()
    if groups["ring"]:
        round_ring = groups["ring"] in _RINGS["round ring"]
        return "round ring" if round_ring else "ring", _RING_NUMBERS[groups["ring"]]
    if groups["bracket"]:
        han = groups["bracket"][0] in HAN_NUMERAL
        return "han bracket" if han else "bracket", _number(groups["bracket"])
    if groups["square"]:
        return "square", _number(groups["square"])
    if groups["superscript"]:
        return "superscript", _number(groups["superscript"])
    if groups["star"]:
        return "star", None
    return "named", _number(groups["named"]) if groups["named"] else None


def note_marks(text: str) -> Iterator[NoteMark]:
    """What can be a mark in `text`, in its order; numbers of documents and clauses are none."""
    end = -1  # of the mark before: [1][2] stand where the first of them does
    at_item = chinese = False
    for found in _matches(text):
        start = found.start()
        family, number = read_mark(found)
        if (
            number == 0
            or (number is None and family == "han bracket")
            or _is_named(text, start, found.end(), family)
        ):
            continue
        before = text[max(start - 2, 0) : start]
        if start != end:
            bare = before.rstrip()
            at_item = not bare or bare.endswith(_ITEM_BEFORE)
            chinese = _BEFORE.search(before) is not None and not before.endswith("\u3000")
        end = found.end()
        after = text[end : end + 1]
        tight = not after or after.startswith(_TIGHT_AFTER) or before.endswith(_TIGHT_BEFORE)
        yield NoteMark(start, end, family, number, at_item, tight, chinese)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of `MARK` in `text`."""
    first = _FIRST_CHARACTER.search(text)
    while first is not None:
        found = _MARK.match(text, first.start())
        if found is not None:
            yield found
        first = _FIRST_CHARACTER.search(text, first.end() if found is None else found.end())


def lift(text: str, plausible: Callable[[NoteMark], bool] | None = None) -> Lifted:
    """`text` without the marks in it for which `plausible` returns True.

    Without `plausible` these are all numbered ones that follow a Chinese character or mark.

    >>> lift("国家安全[1][2]。").marks
    ((4, '[1]'), (4, '[2]'))
    """
    chosen = plausible or _is_chinese
    return taken_out(text, [mark for mark in note_marks(text) if chosen(mark)])


def taken_out(text: str, marks: Sequence[NoteMark]) -> Lifted:
    """`text` without `marks`."""
    if not marks:
        return Lifted(text)
    pieces: list[str] = []
    lifted: list[tuple[int, str]] = []
    at = length = 0
    for mark in marks:
        pieces.append(text[at : mark.start])
        length += mark.start - at
        lifted.append((length, text[mark.start : mark.end]))
        at = mark.end
    pieces.append(text[at:])
    return Lifted("".join(pieces), tuple(lifted))


def _is_chinese(mark: NoteMark) -> bool:
    return mark.chinese and mark.family != "star"


def _number(digits: str) -> int | None:
    if digits in _RING_NUMBERS:
        return _RING_NUMBERS[digits]
    try:
        return parse_numeral(digits.translate(_DIGITS))
    except ValueError:  # 十百, which is a word
        return None


def _is_named(text: str, start: int, end: int, family: Family) -> bool:
    """Whether the words around say that it is something else."""
    before = text[max(start - _LONGEST_NAME, 0) : start]
    if family == "superscript":
        return _UNITS.search(before) is not None
    if family in ("star", "named"):
        return False
    if _NAMED_BEFORE.search(before) is not None:
        return True
    after = text[end : end + _LONGEST_AFTER]
    if before.endswith("第") and _COUNTED.match(after) is not None:
        return True
    return _NAMED_AFTER.match(after) is not None
