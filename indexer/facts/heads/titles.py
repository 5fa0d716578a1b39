"""Titles: which lines are one, how two lines of one join, and what a title says of its words.

>>> speaker_in_title("习近平总书记在网络安全和信息化工作座谈会上的讲话")
'习近平'
>>> speaker_in_title("习近平在座谈会上强调，加快推进自主创新")
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.facts.heads.dates_in_lines import date_at_start, dates_in, read_span
from indexer.facts.heads.persons import OFFICES, is_name, read_person
from indexer.facts.people import CALLED
from indexer.facts.speech_names import names
from indexer.formats.hard_wraps import cells, is_indented, is_list_item
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from indexer.text.marks import BLANKS, CLAUSE_ENDS, COLONS, PAUSES, SENTENCE_ENDS, without
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.simplified import simplified
from indexer.text.typography import ends_sentence

LONGEST_TITLE = 80
"""In cells; a longer first line is text."""

LONGEST_DATED_TITLE = 240
"""In cells; one with its subtitle, where a date or the like follows."""

_LONGEST_READ = 200  # characters, of a title that somebody states
_NO_END = (*without(PAUSES, SENTENCE_ENDS), "——")
_GOES_ON = tuple("是在从到和与及于被把对向将我你就也都还又而但")
"""With what a clause ends that goes on in the next line."""
_NAME = f"(?:{names('heads')})"
_SPEECH = re.compile(rf"{_NAME}(?:[（(][^（）()]*[）)])?$")
_NAMED_SPEECH = re.compile(
    rf"(?P<before>(?:[{HAN}、]{{0,40}}?(?:{OFFICES}))?)(?P<name>[{HAN}]{{2,4}}?)"
    rf"(?P<after>(?:同志|{OFFICES})?)(?=在|于|同|致|给|就|与|向|对|和|为)(?P<rest>.+)"
)
_SAYS = ("在", "同", "致", "给", "对", "与", "和")
_BOOK = re.compile(
    r".{1,20}(?:选集|文选|全集|文集|文稿|选读|讲话集|文录|著作选|选编|汇编)\s*(?:[（(]?第.{1,3}卷[)）]?|[上中下][卷册]?|.{1,2}卷)?"
)
_COLON = re.compile(rf"(?P<name>[{HAN}]{{2,4}})[{COLONS}]\s*(?P<title>.+)")
_REPORTS = re.compile(
    rf"[{CLAUSE_ENDS}]|强调|指出|发表|出席|会见|主持|引起|反响|解读|侧记|综述|系列|(?<!工)作(?:出|了|的?重要|[讲报发指批])"
)
_NO_REPORT = re.compile(
    rf"(?:[和与].*的(?:谈话|对话|问答)|(?![和与]).*的[^的》]{{0,8}}{_NAME}|[致给].*)"
    r"(?:[（(][^（）()]*[）)])?"
)
_PART = re.compile(
    r"(?:目[录次]|总目|[前序引导绪]言|[自代总译]?序|序言?|编?者?的话|编者按|编者前言|出版说明|说明|凡例|例言|后记|跋|附录|注释|"
    r"第.{1,4}[卷编辑部]|.{1,4}卷|上册|下册)"
)
_WRAPPED = re.compile(r"^(?:在|关于|致|给|同|对|为|庆祝|纪念|中共|中国|中华)")
_LETTER = re.compile(
    rf"(?P<date>[{DIGIT}]{{4}}年[{NUMERAL}]{{1,3}}月(?:[{NUMERAL}]{{1,3}}日)?)，(?:[{HAN}]{{1,8}}，)?"
    rf"致[{HAN}·、]{{1,16}}"
)
"""The head of a letter in a volume of them: 一九三三年六月，泉州，致…."""

_DATE_AT_END = re.compile(
    rf"(?P<before>\S.*?)(?:[{BLANKS}_—–|｜·-]+(?P<plain>[{DIGIT}]\S+)|[{BLANKS}]*[（(【\[](?P<bracket>[^（）()]+)[）)】\]])"
)


def may_be_title(text: str, longest: int = LONGEST_TITLE) -> bool:
    """Whether a line can be a title: short, no sentence, no item of a list, not marks alone."""
    title = text.strip()
    if not title or cells(title) > longest or ends_sentence(title):
        return False
    if not any(map(str.isalnum, title)):
        return False
    return not title.endswith(_NO_END) and not is_list_item(title)


def is_part_of_book(text: str) -> bool:
    """Whether a line names a part of a book that is not the text itself: a date is that part's."""
    return _PART.fullmatch("".join(text.split())) is not None


def is_book(text: str) -> bool:
    """Whether a line is the title of a volume, which is none of a text in it."""
    return _BOOK.fullmatch(text.strip().strip("《》")) is not None


def is_title_alone(stanza: Sequence[str], *, others: bool) -> bool:
    """Whether the first line is a title though nothing of a head follows it.

    If it shares its stanza with other lines, these must be sentences, and the next one indented or
    the first clearly narrower: else it is their beginning.

    Args:
        stanza: the lines up to the first blank line.
        others: whether there are others.
    """
    first, *rest = stanza
    if not may_be_title(first) or (rest and first.strip().endswith(_GOES_ON)):
        return False
    if not rest:
        return others
    widest = max(cells(line.strip()) for line in rest)
    indented = is_indented(rest[0]) and not is_indented(first)
    return any(map(ends_sentence, rest)) and (indented or 3 * cells(first.strip()) < 2 * widest)


def joined_title(lines: Sequence[str]) -> str:
    """The lines of one title: a clause each, or one clause that was broken.

    >>> joined_title(["高举伟大旗帜", "为现代化而奋斗"])
    '高举伟大旗帜 为现代化而奋斗'
    >>> joined_title(["在庆祝中国共产党成立100周年", "大会上的讲话"])
    '在庆祝中国共产党成立100周年大会上的讲话'
    """
    pieces = [line.strip().rstrip("*＊※") for line in lines]
    whole = "".join(pieces)
    broken = _WRAPPED.match(whole) and _SPEECH.search(whole) and not _SPEECH.search(pieces[0])
    return whole if broken else " ".join(pieces)


def has_form_of_speech(title: str) -> bool:
    """Whether a title ends as those of speeches, letters and instructions do."""
    return _SPEECH.search(simplified(title.strip())) is not None


def speaker_in_title(title: str) -> str | None:
    """The person whom a title names as its speaker; None for a headline that reports."""
    simple = simplified(title)
    name = _speaker(simple)
    if name is None or simple == title or name not in simple:
        return name
    at = simple.index(name)
    return title[at : at + len(name)]


def _speaker(title: str) -> str | None:
    if (
        len(title) > _LONGEST_READ
        or not has_form_of_speech(title)
        or _REPORTS.search(_without_name(title))
    ):
        return None
    if (colon := _COLON.fullmatch(title)) and is_name(colon["name"]):
        return colon["name"]
    for called, named in CALLED.items():
        if title.startswith(called) and title[len(called) :].startswith(_SAYS):
            return named
    found = _NAMED_SPEECH.fullmatch(title)
    if found is None or not _NO_REPORT.fullmatch(found["rest"]):
        return None
    name = found["name"]
    if is_name(name):
        return name
    person = read_person(found["before"] + name)
    return person.name if person and person.certain else None


def without_speaker(title: str, speaker: str | None) -> str:
    """毛泽东：论持久战 without the name, which is no part of the title.

    >>> without_speaker("习近平：在座谈会上的讲话", "习近平")
    '在座谈会上的讲话'
    """
    colon = _COLON.fullmatch(title)
    if colon is None or speaker is None or colon["name"] != speaker:
        return title
    return colon["title"].strip()


def date_in_title(title: str, *, of_person: bool = False) -> DateSpan | None:
    """The day set apart at the end of a title, or at its beginning; one inside may be anything's.

    >>> date_in_title("新闻联播 2018-04-20").first, date_in_title("回忆1976年4月5日")
    (datetime.date(2018, 4, 20), None)
    >>> date_in_title("一九三三年六月，泉州，致友人").precision
    'month'

    Args:
        title: a title.
        of_person: whether it is known who wrote what it heads; then a month in brackets is that of
            the words, as in 论持久战（1938年5月）, and not that of which they tell.
    """
    if len(title) > _LONGEST_READ or not dates_in(title):
        return None
    if (whole := read_span(title)) is not None:
        return whole if whole.precision == "day" else None
    if letter := _LETTER.fullmatch(title):
        return read_span(letter["date"])
    if found := _DATE_AT_END.fullmatch(title):
        span = read_span((found["plain"] or found["bracket"]).strip("（）()"))
        exact = ("day", "month") if of_person and found["bracket"] else ("day",)
        if span is not None and span.precision in exact and not dates_in(found["before"]):
            return span
    start = date_at_start(title)
    if start is None or start[0].precision != "day" or dates_in(start[1]):
        return None
    span, rest = start
    apart = rest[:1] in (*BLANKS, "_", "-", "|") or rest.startswith("在")
    return span if rest.strip() and apart else None


def without_date(title: str) -> str:
    """The title of a speech without its day in brackets, which is no part of it.

    >>> without_date("在座谈会上的讲话（2018年4月20日）")
    '在座谈会上的讲话'
    """
    found = _DATE_AT_END.fullmatch(title) if len(title) <= _LONGEST_READ else None
    if found is None or not found["bracket"] or not has_form_of_speech(found["before"]):
        return title
    return found["before"] if read_span(found["bracket"]) is not None else title


def _without_name(title: str) -> str:
    colon = _COLON.fullmatch(title)
    return colon["title"] if colon else title
