"""Whose words a passage has, in a book whose title says whose words it gathers.

A book of one person's words may quote others: the works of another person, a committee, a day after
that person's life. There the title of the book says nothing.

    >>> speaker_of(AttributionLine(source="《邓小平文选》第二卷"), "毛泽东")
    '邓小平'
    >>> speaker_of(AttributionLine(speech="中共中央关于某事的决定"), "毛泽东") is None
    True
    >>> speaker_of(AttributionLine(source="《毛泽东选集》第一卷"), "毛泽东")
    '毛泽东'
"""

from __future__ import annotations

import re
from datetime import date

from indexer.facts.heads.persons import is_name
from indexer.facts.heads.titles import speaker_in_title
from indexer.facts.people import CALLED, COLLECTED, KNOWN, LIVED
from indexer.facts.works.volumes import name_before_kind, volume_of
from indexer.model.documents import AttributionLine
from indexer.text.dates import DateSpan
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.simplified import simplified

_BOOK = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)*)》")
_OF_A_BODY = re.compile(
    r"(?:决议|公报|章程|宪法|条例|准则|社论|评论员文章|政府工作报告|宣言|公告|法案|法律|编者按"
    r"|再版前言|出版说明)(?:[（〈].*)?$"
)
"""What bodies pass and papers print: a single person's title ends so only in that one's works."""
_BODY = re.compile(
    r"(?:中共|中国共产党|中央|国务院|全国|中华人民共和国|中国人民|人民日报|红旗|解放军报|新华社"
    rf"|政治局|军委|人大|政协|第[{HAN_NUMERAL}]+[届次])"
)
_DOCUMENT = re.compile(
    r"(?:决定|指示|通知|建议|意见|规定|声明|纲要|纲领|规划|方案|办法|报告|通报|电|信|书|文件|命令)"
    r"(?:[（〈].*)?$"
)
_NAMES = re.compile(
    "|".join(sorted((KNOWN | COLLECTED | CALLED.keys()) - {"万里"}, key=len, reverse=True))
)
"""万里 is a word more often than a name."""


def speaker_of(note: AttributionLine, gathered: str | None) -> str | None:
    """Whose words a note attributes; None where that is not certain.

    Args:
        note: the note.
        gathered: whose words the title of the book says that it gathers.
    """
    if note.speaker is not None or gathered is None:
        return note.speaker
    books = [found["title"] for found in _BOOK.finditer(simplified(note.source or ""))]
    authors = {name for book in books if (name := _author(book, gathered)) is not None}
    if authors - {gathered}:
        (author, *more) = authors
        return author if not more and author in COLLECTED and _named(note, author) else None
    if not _has_lived(gathered, note.date):
        return None
    return gathered if authors or _named(note, gathered) else None


def _author(book: str, gathered: str) -> str | None:
    """Whose works a book is, by its title; "" where they are of others, nobody says of whom."""
    volume = volume_of(book)
    if volume is not None and volume.person is not None:
        return volume.person
    names = {CALLED.get(name, name) for name in _NAMES.findall(book)}
    if not names:
        return "" if is_name(name_before_kind(book) or "") else None
    return gathered if names == {gathered} else ""


def _named(note: AttributionLine, person: str) -> bool:
    """Whether the title of a note may be one of the words of `person`."""
    if note.speech is None:
        return True
    title = simplified(note.speech)
    return not _is_anothers(title, person)


def _is_anothers(title: str, person: str) -> bool:
    named = speaker_in_title(title)
    if named is not None and CALLED.get(named, named) != person:
        return True
    first = _NAMES.match(title)
    if first is not None and CALLED.get(first[0], first[0]) != person:
        return True
    if _OF_A_BODY.search(title):
        return True
    return _BODY.match(title) is not None and _DOCUMENT.search(title) is not None


def _has_lived(person: str, span: DateSpan | None) -> bool:
    """Whether a person can have said something then, as far as is known here."""
    lived = LIVED.get(person)
    if lived is None or span is None:
        return True
    return date(lived[0], 1, 1) <= span.first and span.first.year <= lived[1]
