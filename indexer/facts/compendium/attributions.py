"""The attribution, the line under a passage: `TITLE（DATE）[，SOURCE[，第P[-P]页]]`.

This module parses the text of one attribution; `notes` finds attributions among lines.

    >>> read = parse_attribution("《致大会的贺信》(2017年12月3日),《人民日报》2017年12月4日")
    >>> read.speech, read.source
    ('致大会的贺信', '《人民日报》2017年12月4日')
"""

from __future__ import annotations

import re
import unicodedata

from indexer.facts.compendium.print_lines import mend
from indexer.model.documents import AttributionLine
from indexer.text.date_forms import parse_date
from indexer.text.marks import FULL_WIDTH, FULL_WIDTH_ENDS, RANGE_MARKS, without
from indexer.text.numerals import NUMERAL
from indexer.wording.said import said

_DATE_LIKE = re.compile(rf"[{NUMERAL}][年月日]|[0-9]{{4}}")
_BRACKET = re.compile(r"（(?P<inside>[^（）]*)）")
# They become the hyphen, which is one of them.
_PAGE_RANGE = re.compile(f"[{without(RANGE_MARKS, '-')}]")
_FULL_STOP = re.compile(r"[。.]$")

_YEAR = rf"[{NUMERAL}]{{4}}年"
_BOOK = r"[^，。；：《》（）]{0,20}《[^《》]{1,60}》"
_VOLUME = (
    rf"(?:（[^（）]{{1,8}}）|第[{NUMERAL}]+[卷辑集册版]|[上中下][卷册编辑]"
    r"|杂志|[月周]刊|海外版|电子版|单行本)"
)
_ISSUE = (
    rf"{_YEAR}(?:第[{NUMERAL}]+期|增刊|[{NUMERAL}]{{1,3}}月(?:[{NUMERAL}]{{1,3}}日)?)"
    rf"(?:，?第[{NUMERAL}]+版)?"
)
_PRESS = r"[^，。；：《》（）]{1,20}(?:出版社|出版公司|书局|书店|印书馆|杂志社)"
_EDITION = rf"(?:{_YEAR}(?:[{NUMERAL}]{{1,3}}月)?(?:第[{NUMERAL}]+)?版|第[{NUMERAL}]+版|单行本)"
_FIGURES = rf"[{NUMERAL}]+(?:[{RANGE_MARKS}、][{NUMERAL}]+)*"

_PAGES = re.compile(rf"，?第(?P<pages>{_FIGURES})页?$")
"""The pages at the end of an attribution. The character 页 may be lost."""

_PUBLICATION = re.compile(
    rf"(?:，?{_BOOK}{_VOLUME}*(?:{_ISSUE})?)?(?:，?{_PRESS})?(?:，?{_EDITION})*(?:{_PAGES.pattern})?"
)
_PLACE = re.compile(rf"(?:[日期版页]|第{_FIGURES}|单行本)$")
_OTHER = re.compile(rf"，[^{FULL_WIDTH_ENDS}；：]{{0,39}}[电讯报刊网社稿书版案卷辑集册编》）]")


def parse_attribution(text: str) -> AttributionLine:
    """The attribution that all of `text` is.

    Raises:
        ValueError: it is broken. The message goes on from "the attribution …".
    """
    whole = plain(text)
    if not brackets_match(whole):
        raise ValueError(said("reading.fault_brackets"))
    bracket = date_bracket(whole)
    if bracket is None:
        raise ValueError(said("reading.fault_no_date"))
    speech = _without_outer_marks(whole[: bracket.start()])
    if not speech:
        raise ValueError(said("reading.fault_no_title"))
    try:
        date = parse_date(bracket["inside"])
    except ValueError as error:
        raise ValueError(said("reading.fault_date")) from error
    source, pages = _source_and_pages(whole[bracket.end() :])
    return AttributionLine(speech=speech, date=date, source=source, pages=pages)


def plain(text: str) -> str:
    """`text` mended, in wide marks, without a full stop at its end."""
    return _FULL_STOP.sub("", mend(text).translate(FULL_WIDTH))


def brackets_match(whole: str) -> bool:
    expected: list[str] = []
    partners = {"《": "》", "（": "）", "〈": "〉"}
    for mark in whole:
        if mark in partners:
            expected.append(partners[mark])
        elif mark in partners.values() and (not expected or expected.pop() != mark):
            return False
    return not expected


def date_bracket(whole: str) -> re.Match[str] | None:
    """The first bracket outside 《》 that contains something like a date."""
    for bracket in _BRACKET.finditer(whole):
        before = whole[: bracket.start()]
        outside = before.count("《") <= before.count("》")
        if outside and _DATE_LIKE.search(mend(bracket["inside"])):
            return bracket
    return None


def names_publication(text: str) -> bool:
    """Whether `text`, in wide marks, is empty or names a publication from end to end.

    >>> names_publication("，《习近平谈治国理政》第三卷，外文出版社2020年版，第247页")
    True
    >>> names_publication("《联合国宪章》确立了主权平等原则")
    False
    """
    return _PUBLICATION.fullmatch(text) is not None


def names_place(text: str) -> bool:
    """Whether `text` names a publication down to an issue, an edition or a page."""
    return names_publication(text) and _PLACE.search(text) is not None


def may_name_source(text: str) -> bool:
    """Whether `text` is a publication, or short and ends as sources of other kinds do.

    Better an unusual source, 新华社北京电, than a passage that swallows the next one.
    """
    return names_publication(text) or _OTHER.fullmatch(text) is not None


def _without_outer_marks(title: str) -> str:
    """`title` without the 《》 around all of it."""
    if title.startswith("《") and title.endswith("》") and brackets_match(title[1:-1]):
        return title[1:-1]
    return title


def _source_and_pages(rest: str) -> tuple[str | None, str | None]:
    found = _PAGES.search(rest)
    source = (rest[: found.start()] if found else rest).strip("，")
    if found is None:
        return source or None, None
    return source or None, _PAGE_RANGE.sub("-", unicodedata.normalize("NFKC", found["pages"]))
