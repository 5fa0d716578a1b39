"""Records out of the columns of a segment (see `record_writing`, where they go in).

`doc`, `title`, `speech` and their like are few values for many paragraphs; `text` and `alias` stand
for themselves; dates are numbers such as 20180420, and `dates` such numbers parted by commas. Of
the id only what follows `#` is kept, as `number`: passage and paragraph stand in it, and the
document has its own column.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from indexer.dates import day_of_number
from indexer.records import Record


def record_of(fact: Callable[[str], Any]) -> Record:
    """The record whose columns hold `fact(name)`."""
    date, date_end, dates = fact("date"), fact("date_end"), fact("dates")
    doc, number = fact("doc"), fact("number")
    passage, paragraph = passage_of(number)
    return Record(
        id=f"{doc}#{number}",
        doc=doc,
        title=fact("title"),
        role=fact("role"),
        passage=passage,
        paragraph=paragraph,
        chapter=fact("chapter"),
        chapter_no=fact("chapter_no"),
        section=fact("section"),
        speech=fact("speech"),
        date=None if date is None else day_of_number(date),
        date_end=None if date_end is None else day_of_number(date_end),
        date_precision=fact("date_precision"),
        date_kind=fact("date_kind"),
        dates=_days(dates),
        source=fact("source"),
        pages=fact("pages"),
        lines=(fact("first_line"), fact("last_line")),
        text=fact("text"),
        alias=fact("alias"),
    )


def passage_of(number: str) -> tuple[int, int]:
    """Passage and paragraph that the part of an id behind `#` names: `60.1` is (60, 1)."""
    passage, _, paragraph = number.partition(".")
    return int(passage), int(paragraph or 1)


def _days(stored: str | None) -> tuple[datetime.date, ...]:
    return tuple(day_of_number(int(day)) for day in stored.split(",")) if stored else ()
