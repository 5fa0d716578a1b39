"""What a file states about itself outside its text, understood: its dates, its speaker.

>>> from indexer.formats.blocks import Statement
>>> stated_date(Statement("昨天", 3), CHINA)
(None, (Problem(reason="the date '昨天' is not understood; write 2018-04-20", line=3),))
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import tzinfo

from indexer.facts.heads import Head
from indexer.facts.heads.persons import is_foreign_name, labelled_person, read_person
from indexer.facts.heads.titles import speaker_in_title
from indexer.formats.blocks import Stated, Statement
from indexer.model.documents import Problem, Understood
from indexer.sources.source_text import CHINA  # noqa: F401 (for the example)
from indexer.text.dates import DateSpan
from indexer.text.timestamps import read_date
from indexer.wording.said import Said, said

_LONGEST_SHOWN = 60  # characters
_CLOCK = re.compile(r"[0-9]:[0-9]{2}")
_ADDRESS = re.compile(r"https?:|www\.")


def stated_date(
    stated: Statement | None, zone: tzinfo
) -> tuple[DateSpan | None, tuple[Problem, ...]]:
    """The date that a file states about itself, or the problem with it."""
    if stated is None:
        return None, ()
    date = read_date(stated.text, zone)
    if date is None:
        return None, (Problem(not_understood(stated.text), stated.line),)
    return date, ()


def with_stated(head: Head, stated: Stated, zone: tzinfo) -> tuple[Head, tuple[Problem, ...]]:
    """`head` with what the file states about itself, and the problems with that.

    A day of the words that is stated goes before the one in the head. A date of which nobody knows
    what it is of (`date:`) may be the day on which somebody posted the text, so it goes after one
    that stands under the title, unless it is a day of that month or year; and before one that
    stands elsewhere. The file's name counts where nothing is stated.
    """
    spoken, first = stated_date(stated.spoken, zone)
    date, second = stated_date(stated.date, zone)
    published, third = stated_date(stated.published, zone)
    if date is not None and stated.date and _CLOCK.search(stated.date.text):
        date, published = None, published or date
    if date is not None and head.date is not None and head.date_from == "head":
        inside = head.date.first <= date.first and date.last <= head.date.last
        date = date if inside else None
    if head.date_from == "file name" and (spoken or date or published):
        head = replace(head, date=None, date_from=None, used=_without_date(head))
    chosen = spoken or date
    published = published or head.published
    found = chosen or (published if head.date is None else None)
    author = None if head.speaker and stated.speaker is None else _speaker(stated)
    speaker = _agreed(author or head.speaker, head)  # an author may be who posted it
    head = replace(
        head,
        date=chosen or head.date,
        published=published,
        date_from="stated" if found is not None and found != head.published else head.date_from,
        speaker=speaker,
        publisher=_publisher(stated, speaker) or head.publisher,
        subtitle=stated.subtitle.text if stated.subtitle else head.subtitle,
        occasion=stated.occasion.text if stated.occasion else head.occasion,
    )
    return head, (*first, *second, *third)


def _agreed(speaker: str | None, head: Head) -> str | None:
    """The speaker, unless the title says that it is another's speech: then who posted it, perhaps.

    >>> _agreed("张三", Head(title="习近平在座谈会上的讲话")) is None
    True
    """
    named = speaker_in_title(head.title) if head.title else None
    return speaker if named is None or speaker in (None, named) else None


def _without_date(head: Head) -> tuple[Understood, ...]:
    """What the lines of `head` became, without the date that the file's name says."""
    return tuple(one for one in head.used if one.lines is not None)


def _speaker(stated: Stated) -> str | None:
    """Who is named as the speaker, or as the author by a person's name: it may be a site's, too."""
    if stated.speaker is not None:
        return labelled_person(stated.speaker.text)
    return _author(stated)


def _author(stated: Stated) -> str | None:
    """The author, where it is a person."""
    if stated.author is None:
        return None
    person = read_person(stated.author.text)
    if person is None and is_foreign_name(stated.author.text.strip()):
        return stated.author.text.strip()
    return person.name if person else None


def _publisher(stated: Stated, speaker: str | None) -> str | None:
    """Who published it: a page that names its author where others name themselves has none."""
    if stated.publisher is not None:
        person = read_person(stated.publisher.text)
        if person is None or not (person.certain or person.name == speaker):
            return stated.publisher.text
    if stated.author is not None and _author(stated) is None:
        return stated.author.text
    if stated.source is not None and not _ADDRESS.search(stated.source.text):
        return stated.source.text
    return None


def not_understood(date: str) -> Said:
    """Why `date` is left out, in one line."""
    shown = date if len(date) <= _LONGEST_SHOWN else f"{date[:_LONGEST_SHOWN]}…"
    return said("reading.date", date=shown)
