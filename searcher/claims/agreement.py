"""Whether what an article says of a quotation's source fits the speech and date where it stands.

    >>> said = Attribution("全国宣传思想工作会议", None)
    >>> agrees(said, "在全国宣传思想工作会议上的讲话", None, Known([]))
    True

Dates decide where both sides have one. An occasion confirms where a title contains it, or where the
collection has a title with it of the same days. It contradicts only where it leaves no doubt: it
names an event that does not come again, and all speeches of the collection that bear its name
were given on other days.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from indexer.text.dates import DateSpan
from searcher.articles.article import Attribution
from searcher.claims.thresholds import DEFAULT
from searcher.claims.titles import core_of, is_contained, is_unique

if TYPE_CHECKING:
    from searcher.browse.contents import SpeechEntry


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
    """Whether an attribution fits a source; None where that cannot be told.

    Args:
        attribution: what the article says, None where it says nothing.
        speech: the title of the speech in which the words stand, None where it has none.
        span: its date, None where it has none.
        known: the speeches of the collection.
    """
    if attribution is None:
        return None
    if attribution.date is not None and span is not None:
        return _dates_agree(attribution.date, span, fits=_fits(attribution.speech, speech))
    if attribution.speech is None:
        return None
    return True if _fits(attribution.speech, speech) else _resolves(attribution.speech, span, known)


def _fits(occasion: str | None, title: str | None) -> bool:
    if occasion is None or title is None:
        return False
    return is_contained(core_of(occasion), core_of(title))


def _dates_agree(stated: DateSpan, span: DateSpan, *, fits: bool) -> bool | None:
    """Whether the stated date is that of a source; `fits` says that the occasion is."""
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
    return one.first <= other.last and other.first <= one.last


def _shares_a_day(one: DateSpan, other: DateSpan) -> bool:
    if one.days and other.days:
        return not set(one.days).isdisjoint(other.days)
    if other.days:
        one, other = other, one
    return not one.days or any(other.first <= day <= other.last for day in one.days)


def _is_near(one: DateSpan, other: DateSpan) -> bool:
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
