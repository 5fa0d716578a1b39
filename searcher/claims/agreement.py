"""Whether what an article says of a quotation's source fits the speech and date of the source.

    >>> said = Attribution("全国宣传思想工作会议", None)
    >>> agrees(said, "在全国宣传思想工作会议上的讲话", None, Known([]))
    True

Dates decide where both sides have one. An occasion confirms where a title contains it, or where the
collection has a title with it of the same days. It contradicts only where it leaves no doubt: it
names an event that does not come again, and all speeches of the collection that bear its name
were given on other days.

Names and titles are compared by their cores:

    >>> core_of("在全国宣传思想工作会议上的讲话")
    '全国宣传思想工作会议'
    >>> title = core_of("在十九届中央政治局第二次集体学习时的讲话")
    >>> title, is_contained("中央政治局第二次集体学习", title)
    ('十九届中央政治局第二次集体学习', True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from indexer.text.dates import DateSpan
from indexer.text.folding import fold
from indexer.text.marks import COUNTING_DIGITS, HAN_ZEROS
from indexer.text.numerals import HAN_NUMERAL
from searcher.articles.article import Attribution
from searcher.claims.lexicon import plain, words_of
from searcher.claims.thresholds import DEFAULT

if TYPE_CHECKING:
    from searcher.browse.contents import SpeechEntry

_SHORTEST = DEFAULT.shortest_core
_DROPPED = re.compile(r"[^\w+]|中共|重要|作出|作了?(?=[指批]示)|的")
_ONE_NAME = (
    ("网信", "网络安全和信息化"),
    ("常务委员会", "常委会"),
    ("贺词", "贺信"),
    ("中国共产党", "党"),
)
# Typed text has ○ for 〇, too.
_FOUR_DIGITS = re.compile(f"[{HAN_ZEROS}○{COUNTING_DIGITS}]{{4}}")
_DIGITS = str.maketrans(HAN_ZEROS + "○" + COUNTING_DIGITS, "000123456789")
_NUMBERED = re.compile(
    rf"第[{HAN_NUMERAL}\d]+[届次]|首届|[{HAN_NUMERAL}]+届|党[{HAN_NUMERAL}]+大|\d{{4}}"
)
_ONCE = re.compile(r"(?:座谈会|书面采访)$")
_ONE_OF_MANY = re.compile(
    rf"^(?:党?中央政治局)?第[{HAN_NUMERAL}\d]+次集体学习$|^[^届]*第[{HAN_NUMERAL}\d]+次(?:全体)?会议$"
)


@cache
def _leads() -> re.Pattern[str]:
    """What precedes the core of a name."""
    return re.compile(rf"^(?:在(?!京)|于|{plain('acts.attends')})+")


@cache
def _tail() -> re.Pattern[str]:
    """What follows the core of a name."""
    return re.compile(
        rf"(?<=.)(?:[上时中]?(?:视频|书面|主旨)?{plain('utterances.tail')}|[上时中])$"
    )


@cache
def _vague() -> frozenset[str]:
    """Names that say only which kind of occasion it was."""
    return frozenset(words_of("meetings.vague"))


@cache
def _comes_again() -> re.Pattern[str]:
    """What shows that an occasion is one of many of the same name."""
    return re.compile(rf"{plain('meetings.again', 'acts.again')}|工作会议$")


class Known:
    """The speeches of a collection."""

    def __init__(self, speeches: Iterable[SpeechEntry | tuple[str, DateSpan | None]]) -> None:
        """Make them of the entries of `Searcher.speeches()`, or of titles with their dates."""
        self._speeches = tuple(map(_title_and_date, speeches))
        self._resolved: dict[str, tuple[DateSpan | None, ...]] = {}

    def dates_of(self, occasion: str) -> tuple[DateSpan | None, ...]:
        """The dates of all speeches whose titles contain an occasion; None for one without."""
        if occasion not in self._resolved:
            core = core_of(occasion)
            self._resolved[occasion] = tuple(
                days for title, days in self._speeches if is_contained(core, title)
            )
        return self._resolved[occasion]


def agrees(
    attribution: Attribution | None, speech: str | None, span: DateSpan | None, known: Known
) -> bool | None:
    """Whether an attribution fits a source; None where that is not known.

    Args:
        attribution: what the article says, None where it says nothing.
        speech: the title of the speech that contains the words, None where it has none.
        span: its date, None where it has none.
        known: the speeches of the collection.
    """
    if attribution is None:
        return None
    if attribution.date is not None and span is not None:
        return _dates_agree(
            attribution.date, span, fits=_names_occasion(attribution.speech, speech)
        )
    if attribution.speech is None:
        return None
    return (
        True
        if _names_occasion(attribution.speech, speech)
        else _resolves(attribution.speech, span, known)
    )


def core_of(name: str) -> str:
    """A name or title without marks, without 在 and 上的讲话, and in short forms."""
    core = fold(name)
    core = _FOUR_DIGITS.sub(lambda year: year[0].translate(_DIGITS), core)
    core = _DROPPED.sub("", core)
    for long, short in _ONE_NAME:
        core = core.replace(long, short)
    return _tail().sub("", _leads().sub("", core))


def is_contained(occasion: str, title: str) -> bool:
    """Whether the core of a title contains the core of an occasion, or the other way round.

    Short of that, up to three characters of the title may be left out, numerals never
    (全国网络安全和信息化会议, but 第二次 is not 第十二次).
    """
    if min(len(occasion), len(title)) < _SHORTEST or occasion in _vague() or title in _vague():
        return False
    return occasion in title or title in occasion or _has_with_gaps(title, occasion)


def is_unique(occasion: str) -> bool:
    """Whether an occasion is by its name an event that does not come again."""
    if _comes_again().search(occasion) or _ONE_OF_MANY.search(occasion):
        return False
    return bool(_NUMBERED.search(occasion)) or (
        len(occasion) > 2 * _SHORTEST and _ONCE.search(occasion) is not None
    )


def _names_occasion(occasion: str | None, title: str | None) -> bool:
    """Whether an occasion is the one that a title names."""
    if occasion is None or title is None:
        return False
    return is_contained(core_of(occasion), core_of(title))


def _dates_agree(stated: DateSpan, span: DateSpan, *, fits: bool) -> bool | None:
    """Whether the stated date is that of a source; None where that is not known.

    Args:
        fits: whether the occasion is that of the source.
    """
    if _intersect(stated, span):
        # Two separate days leave open what was said between them.
        return True if _shares_a_day(stated, span) else None
    # An occasion that fits leaves no doubt which day was meant; a date may be that of a report.
    was_reported = stated.first - span.last == DEFAULT.reported_after
    return None if was_reported and not fits else False


def _resolves(occasion: str, span: DateSpan | None, known: Known) -> bool | None:
    """Whether the speeches that bear the name of an occasion are of the days of a source."""
    dates = [days for days in known.dates_of(occasion) if days is not None]
    if span is None or not dates:
        return None
    if any(_intersect(days, span) for days in dates):
        return True
    one_event = all(_is_near(days, dates[0]) for days in dates)
    clear = (
        is_unique(core_of(occasion)) and one_event and len(dates) == len(known.dates_of(occasion))
    )
    return False if clear and not any(_is_near(days, span) for days in dates) else None


def _intersect(one: DateSpan, other: DateSpan) -> bool:
    """Whether two spans have a day in common, what is between separate days included."""
    return one.first <= other.last and other.first <= one.last


def _shares_a_day(one: DateSpan, other: DateSpan) -> bool:
    """Whether two spans have a day in common, what is between separate days excluded."""
    if one.days and other.days:
        return not set(one.days).isdisjoint(other.days)
    if other.days:
        one, other = other, one
    return not one.days or any(other.first <= day <= other.last for day in one.days)


def _is_near(one: DateSpan, other: DateSpan) -> bool:
    """Whether two spans may be days of one event."""
    return one.first <= other.last + DEFAULT.event and other.first <= one.last + DEFAULT.event


def _title_and_date(
    speech: SpeechEntry | tuple[str, DateSpan | None],
) -> tuple[str, DateSpan | None]:
    if isinstance(speech, tuple):
        title, days = speech
        return core_of(title), days
    if speech.date is None:
        return core_of(speech.speech), None
    last = speech.date_end or speech.date
    days = DateSpan(speech.date, last, speech.date_precision or "day", speech.dates)
    return core_of(speech.speech), days


def _has_with_gaps(title: str, occasion: str) -> bool:
    """Whether a title contains an occasion but for at most three characters of the title."""
    if len(occasion) < 2 * _SHORTEST:
        return False
    start = title.find(occasion[:2])
    if start < 0:
        return False
    at, left_out = start, ""
    for character in occasion:
        found = title.find(character, at, at + 4)
        if found < 0:
            return False
        left_out += title[at:found]
        at = found + 1
    return len(left_out) <= 3 and not re.search(rf"[{HAN_NUMERAL}\d届次]", left_out)
