"""What an attribution names as its source, behind the date: a publication, its issue, its pages.

>>> names_publication("，《习近平谈治国理政》第三卷，外文出版社2020年版，第247页")
True
>>> names_publication("《联合国宪章》确立了主权平等原则")
False
"""

from __future__ import annotations

import re

from indexer.text.marks import FULL_WIDTH_ENDS, RANGE_MARKS
from indexer.text.numerals import NUMERAL

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

PAGES = re.compile(rf"，?第(?P<pages>{_FIGURES})页?$")
"""The pages at the end of an attribution. The character 页 may be lost."""

_PUBLICATION = re.compile(
    rf"(?:，?{_BOOK}{_VOLUME}*(?:{_ISSUE})?)?(?:，?{_PRESS})?(?:，?{_EDITION})*(?:{PAGES.pattern})?"
)
_PLACE = re.compile(rf"(?:[日期版页]|第{_FIGURES}|单行本)$")
_OTHER = re.compile(rf"，[^{FULL_WIDTH_ENDS}；：]{{0,39}}[电讯报刊网社稿书版案卷辑集册编》）]")


def names_publication(text: str) -> bool:
    """Whether `text`, in wide marks, is empty or names a publication from end to end."""
    return _PUBLICATION.fullmatch(text) is not None


def names_place(text: str) -> bool:
    """Whether `text` names a publication down to an issue, an edition or a page."""
    return names_publication(text) and _PLACE.search(text) is not None


def may_name_source(text: str) -> bool:
    """Whether `text` is a publication, or short and ends as sources of other kinds do.

    Better an unusual source, 新华社北京电, than a passage that swallows the next one.
    """
    return names_publication(text) or _OTHER.fullmatch(text) is not None
