"""The publication that a note names, and its pages: whatever stands behind title and date.

>>> read_publication("《文选》第三卷，外文出版社2020年版，第247—248页")
PublicationSpan(start=0, end=19, pages='247-248', anchored=True, book=True)
>>> read_publication("《宪章》确立了原则") is None
True
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from indexer.facts.notes.persons import PERSON, person_in
from indexer.facts.notes.text import title_end
from indexer.facts.notes.vocabulary import (
    COLLECTION_ENDS,
    DAY,
    EDITION,
    ISSUE,
    MIDDLE,
    OUTLET,
    PAGES,
    PERIODICAL_ENDS,
    PERIODICALS,
    PRESS,
    PRESS_YEAR,
    VOLUME,
    YEAR,
)
from indexer.text.folding import HAN
from indexer.text.marks import PAGE_RANGE_MARKS
from indexer.text.numerals import NUMERAL

_LONGEST_NAME = 80  # characters
_AUTHOR = re.compile(
    rf"(?!据|关于|有关|同上)(?:{PERSON}[：:]?)?(?:(?!在)[{HAN}A-Za-z·]{{0,12}})?(?=《)"
)
_EDITOR = re.compile(
    r"[编著译辑撰]$|(?:中央|委员会|研究室|编译局|研究院|研究所|出版社|编辑部|办公厅|办公室|政治部|宣传部"
    r"|新华社|党校|大学|档案馆|编委会|编写组|小组|学会|协会|全集|选集|文集)$"
)
"""How the name of who put a collection together ends."""
_SHORT_NAME = re.compile(rf"(?![^《]*[据关于根如本除见为有在和的了是不要该把对由从])[{HAN}]{{2,4}}")
"""What may be a name that no list has; words that lead to a title are none."""
_TITLES = re.compile("《[^《》]*》")
_VOLUMES = re.compile(rf"(?:{VOLUME})+")
_ISSUE = re.compile(rf"，?{ISSUE}|，?第[{NUMERAL}]+期|，?{YEAR}(?=，|第|$)")
_DAY = re.compile(DAY)
_PAGE_OF_PAPER = re.compile(rf"，?第[{NUMERAL}]+版")
_PRESS = re.compile(rf"(?:{PRESS})(?:{PRESS_YEAR}(?!版|第|[{NUMERAL}]+月))?")
_EDITION = re.compile(EDITION)
_OUTLET = re.compile(rf"(?:{OUTLET})(?:，?{DAY})?(?:电讯|电|讯)?(?=，|$)")
_PAGES = re.compile(PAGES)
_MIDDLE = re.compile(MIDDLE)
_RANGE = re.compile(f"[{PAGE_RANGE_MARKS}]{{1,2}}")
_PERIODICAL = re.compile(rf"(?:{PERIODICAL_ENDS}|(?<![汇情捷通电简预警喜战公申回海墙])报)$")
_COLLECTION = re.compile(rf"(?:{COLLECTION_ENDS})$")


@dataclass(frozen=True, slots=True)
class PublicationSpan:
    """The publication and the pages from one place of a text to its end.

    Attributes:
        start: where its name begins.
        end: where it ends; `start` where only pages are named.
        pages: its pages, `"247"` or `"247-248"`.
        anchored: whether a volume, an issue, an edition, a press or a page shows that it is one.
        book: whether it begins with a title in 《》.
    """

    start: int
    end: int
    pages: str | None
    anchored: bool
    book: bool


def is_periodical(title: str) -> bool:
    """Whether a title, simplified and without 《》, is that of a newspaper or journal."""
    return title in PERIODICALS or _PERIODICAL.search(title) is not None


def is_collection(title: str) -> bool:
    """Whether a title, simplified and without 《》, is that of a collection, and of no speech."""
    return _COLLECTION.search(title) is not None


def read_publication(text: str, start: int = 0, *, leads: bool = False) -> PublicationSpan | None:
    """The publication that simplified `text` names from `start` to its end, None if it is none.

    Where it `leads` a note, a title and a day may as well be those of a speech; only a newspaper or
    a journal is known to be none.
    """
    at = start
    if text[at : at + 1] == "，":
        at += 1
    if middle := _MIDDLE.match(text, at):
        at = middle.end()
    first, book, anchored = at, False, False
    seen = end = at
    named: set[str] = set()
    while at < len(text):
        pages = _PAGES.match(text, at)
        if pages is not None and pages.end() == len(text) and not _is_cut_off(text, pages):
            return PublicationSpan(first, end, _pages(pages), True, book)
        part = _part(text, at, first=at == first, leads=leads and at == first)
        if part is None:
            return None
        after, is_anchor, is_book = part
        if is_book:
            titles = set(_TITLES.findall(text[at:after]))
            if titles & named or (seen == at and at > first):
                return None  # two notes, one behind the other
            named |= titles
        book |= is_book and seen == first
        anchored |= is_anchor
        seen = end = at = after
        if text[at : at + 1] == "，" and at + 1 < len(text):
            at += 1
    return PublicationSpan(first, end, None, anchored, book) if end > first else None


def _part(text: str, at: int, *, first: bool, leads: bool) -> tuple[int, bool, bool] | None:
    """The end of the part that begins at `at`, whether it is an anchor, whether it is a title."""
    if day := _DAY.match(text, at):  # 1976年4月6日《人民日报》
        end = title_end(text, day.end())
        if end is not None and is_periodical(text[day.end() + 1 : end - 1]):
            page = _PAGE_OF_PAPER.match(text, end)
            return (page.end() if page else end), True, True
    author = _AUTHOR.match(text, at)
    begin = author.end() if author and _is_author(author[0]) else at
    end = title_end(text, begin)
    if end is not None and end - begin <= _LONGEST_NAME:
        return _named(text, begin, end, leads=leads)
    for pattern in (_EDITION, _PRESS) if not first else (_PRESS,):
        found = pattern.match(text, at)
        if found is not None and found.end() > at:
            edition = _EDITION.match(text, found.end()) if pattern is _PRESS else None
            return (edition or found).end(), True, False
    if outlet := _OUTLET.match(text, at):
        return outlet.end(), True, False
    return None


def _is_author(words: str) -> bool:
    """Whether what stands before a title in 《》 names who wrote it or put it together."""
    bare = words.rstrip("：:")
    if not bare or _SHORT_NAME.fullmatch(bare) or _EDITOR.search(bare):
        return True
    return person_in(bare) is not None


def _named(text: str, begin: int, end: int, *, leads: bool) -> tuple[int, bool, bool]:
    """A title with its volume and its issue."""
    volumes = _VOLUMES.match(text, end)
    after = volumes.end() if volumes else end
    paper = is_periodical(text[begin + 1 : end - 1]) or (
        volumes is not None and any(word in volumes[0] for word in ("杂志", "刊", "海外版"))
    )
    issue = _ISSUE.match(text, after)
    if issue is not None and (paper or not leads or "期" in issue[0] or "增刊" in issue[0]):
        page = _PAGE_OF_PAPER.match(text, issue.end())
        return (page.end() if page else issue.end()), True, True
    return after, volumes is not None, True


def _pages(found: re.Match[str]) -> str:
    named = next(found[name] for name in ("cited", "open", "bare", "latin") if found[name])
    if found["to"]:
        named = f"{named}-{found['to']}"
    return _RANGE.sub("-", unicodedata.normalize("NFKC", named).replace("至", "-"))


def _is_cut_off(text: str, pages: re.Match[str]) -> bool:
    """Whether 第三 right behind a title is rather the beginning of 第三卷 than a page."""
    return pages["open"] is not None and text[: pages.start()].endswith("》")
