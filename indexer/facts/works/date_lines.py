"""Lines that are a date, and lines that may be the title above one.

>>> from indexer.sources.source_text import CHINA
>>> date_line("（一九三八年五月）", CHINA).date.last
datetime.date(1938, 5, 31)
>>> date_line("一九三八年", CHINA) is None  # a year may be anything
True
"""

from __future__ import annotations

import re
from datetime import tzinfo

from indexer.facts.heads.head_lines import read_line
from indexer.formats.hard_wraps import cells
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from indexer.text.marks import DASHES, FULL_WIDTH_ENDS, PAUSES, RANGE_MARKS, SENTENCE_ENDS, without
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.timestamps import read_date
from indexer.text.typography import ends_sentence
from indexer.value import value

_LONGEST = 240  # characters of a date line
_NO_END = ("。", "！", "？", "；", "，", "：", "”", ".", "!", "?", ";", ",", ":")
_WIDEST_TITLE = 120  # cells
_QUICK = re.compile(rf"[{DIGIT}]{{4}}\s*[-./年]|[{DIGIT}]{{2}}\s*年")
_BRACKETED = re.compile(r"[（(〔\[［](?P<inside>[^（()）]*)[）)〕\]］](?P<after>[^。，；：]{0,24})")
_LABEL = re.compile(
    r"(?:(?:讲话|演讲|报告|写作|成文|发表|发布)?(?:时间|日期))\s*[：:]\s*(?P<date>\S.*)"
)
_PLACED = re.compile(
    rf"(?P<date>[^于]{{4,40}}[日号])(?:[　 ]{{1,4}}|\s*[于在]\s*)(?P<place>[{HAN}]{{2,10}})"
)
_MONTH = re.compile(r"年.*月")
_AT_START = re.compile(
    rf"[{NUMERAL}元年月日号上中下旬、和与初底末春夏秋冬季\s]*[{RANGE_MARKS}{NUMERAL}元年月日号旬、\s]*"
)
_OF_A_PRINT = re.compile(r"[版刊印]|通过|批准|公布|发布|修[订正]|施行|页")
_LONGEST_OCCASION = 60

_SUBTITLE = re.compile(rf"\s*(?:[{DASHES}－]{{1,4}}|--+)\s*\S.*")
_NOTED = re.compile(r"\s*[（(〔\[［【][^（()）]*[）)〕\]］】]\s*")
_NUMBER = re.compile(rf"\s*(?:第\s*)?[（(]?(?P<number>[{NUMERAL}]{{1,4}})[)）]?\s*[篇号、.．]?\s*")
_NO_TITLE = (*without(PAUSES, SENTENCE_ENDS), "。", "——")
_CLOSINGS = re.compile(
    r"\s*(?:此致|敬礼[！!]?|致以?.{0,6}敬礼[！!]?|顺[颂祝].{0,6}|谨致.{0,8}|此[颂请复].{0,6}|[（(]?[完终][)）]?|"
    r"[祝敬][你您颂安].{0,8}|附[：:件录].{0,4}|注释?|目\s*[录次錄]|[·•\s]*注\s*释|编者注|正文)\s*"
)


@value(frozen=True, slots=True)
class DateLine:
    """A line that is a date, and hardly anything else.

    Attributes:
        date: the date.
        bracketed: whether it stands in brackets, as dates below titles do.
        statute: whether it says when a statute was passed, which is text as well.
    """

    date: DateSpan
    bracketed: bool
    statute: bool = False


def may_be_date(text: str) -> bool:
    """Whether a line can be a date: a quick look."""
    if len(text) > _LONGEST or text.endswith(_NO_END):
        return False
    return _QUICK.search(text) is not None


def date_line(text: str, zone: tzinfo) -> DateLine | None:
    """The date that a line is; in brackets, a place or an occasion may follow it there.

    Without brackets a month or a year alone may be anything, unless Chinese names the month.
    """
    if not may_be_date(text):
        return None
    bare = text.strip()
    if found := _BRACKETED.fullmatch(bare):
        span = _bracketed(found["inside"].strip(), zone)
        return DateLine(span, bracketed=True) if span else _statute(bare, zone)
    if label := _LABEL.fullmatch(bare):
        bare = label["date"]
    place = _PLACED.fullmatch(bare)
    if place and not _OF_A_PRINT.search(place["place"]):
        bare = place["date"]
    span = read_date(bare, zone)
    if span is None:
        return _labelled(text, zone)
    return DateLine(span, bracketed=False) if _is_known(span, bare) else None


def _statute(text: str, zone: tzinfo) -> DateLine | None:
    """When a statute was passed: （2015年8月29日第十二届…会议通过）."""
    line = read_line(text, zone)
    if line is None or not line.stays or line.published is None:
        return None
    return DateLine(line.published, bracketed=True, statute=True)


def _is_known(span: DateSpan, text: str) -> bool:
    return span.precision == "day" or _MONTH.search(text) is not None


def _labelled(text: str, zone: tzinfo) -> DateLine | None:
    """A date among other things that a line of a head says: 作者：张三　时间：2018-04-20."""
    line = read_line(text, zone)
    if line is not None and line.stays:
        return _statute(text, zone)
    if line is None or line.subtitle or line.title or line.text:
        return None
    span = line.date or line.published
    return DateLine(span, bracketed=False) if span and _is_known(span, text) else None


def _bracketed(inside: str, zone: tzinfo) -> DateSpan | None:
    """The date that stands in brackets: （1956年4月25日）, （1957年2月27日在…会议上的讲话）."""
    if inside.isdigit():
        return None  # the year of a number, a page
    if span := read_date(inside, zone):
        return span
    start = _AT_START.match(inside)
    end = start.end() if start else 0
    rest = inside[end:].strip(" 　，,")
    if len(rest) > _LONGEST_OCCASION or any(mark in rest for mark in FULL_WIDTH_ENDS + "；"):
        return None
    return None if _OF_A_PRINT.search(rest) else read_date(inside[:end].strip(" 　、"), zone)


def may_be_title(text: str) -> bool:
    """Whether a line can be a title: short, the end of no clause, and no formula of a letter."""
    bare = text.strip()
    return (
        0 < cells(bare) <= _WIDEST_TITLE
        and not bare.endswith(_NO_TITLE)
        and (not ends_sentence(bare) or bare.endswith(("？", "！", "?", "!", "》")))
        and not _NOTED.fullmatch(bare)
        and not is_closing(bare)
        and not _NUMBER.fullmatch(bare)
        and bare.count("（") == bare.count("）")
        and any(character.isalpha() for character in bare)
    )


def is_closing(text: str) -> bool:
    """Whether a line belongs to the end of a letter or notice: 此致, 附件：."""
    return _CLOSINGS.fullmatch(text) is not None


def is_subtitle(text: str) -> bool:
    """Whether a line goes on with the title above it: ——在…上的报告, （同…的谈话）."""
    if cells(text) > _WIDEST_TITLE or ends_sentence(text.rstrip(" 　）)")):
        return False
    return _SUBTITLE.fullmatch(text) is not None or _NOTED.fullmatch(text) is not None


def number_line(text: str) -> str | None:
    """The number that a line is: 001, 17., 第三篇."""
    if len(text) > 16:
        return None
    found = _NUMBER.fullmatch(text)
    return found["number"] if found else None
