"""What a collection contains, as frozen values whose names are those of the JSON fields: passages,
chapters, speeches and speakers. What a query finds in it is in `searcher.answers.results`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from searcher.answers.results import Hit, Listing

if TYPE_CHECKING:
    from indexer.text.dates import Precision


@dataclass(frozen=True, slots=True)
class Passage(Listing[Hit]):
    """A passage: the sequence of its `paragraphs`, and its neighbours, in file order.

    Attributes:
        path: the source file, relative to the seeds folder.
        paragraphs: the passage's own.
        before: the paragraph that precedes it in the document, None at its beginning.
        after: the paragraph that follows it.
    """

    path: str
    paragraphs: tuple[Hit, ...]
    before: Hit | None
    after: Hit | None

    _listed = "paragraphs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterEntry:
    """One chapter of a document, as `lunshu list chapters` shows it.

    Attributes:
        doc: the id of the document.
        chapter: its heading with its number.
        chapter_no: that number, None where it has none.
        passages: how many passages it has.
        paragraphs: how many paragraphs it has.
        first_date: the earliest date of its words, None where none is known.
        last_date: the latest.
    """

    doc: str
    chapter: str
    chapter_no: int | None
    passages: int
    paragraphs: int
    first_date: datetime.date | None
    last_date: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechEntry:
    """One speech, distinguished by title, speaker and date, as `lunshu list speeches` shows it.

    Attributes:
        speech: its title, without outer 《》.
        speaker: who gave it, None where nothing says who.
        date: the first day on which it was given, None where that is not known.
        date_end: the last day.
        date_precision: whether the day, the month or the year is known.
        dates: the separate days where the source names several, else empty.
        passages: how many passages quote it.
        paragraphs: how many paragraphs these have.
        docs: the ids of the documents that quote it.
    """

    speech: str
    speaker: str | None
    date: datetime.date | None
    date_end: datetime.date | None
    date_precision: Precision | None
    dates: tuple[datetime.date, ...]
    passages: int
    paragraphs: int
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEntry:
    """One person whose words the collection has, as `lunshu list speakers` shows it.

    Attributes:
        speaker: the name.
        speeches: how many speeches the words are from.
        passages: how many passages are that person's.
        paragraphs: how many paragraphs these have.
        first_date: the earliest date of the words, None where none is known.
        last_date: the latest.
        docs: the ids of the documents that have them.
    """

    speaker: str
    speeches: int
    passages: int
    paragraphs: int
    first_date: datetime.date | None
    last_date: datetime.date | None
    docs: tuple[str, ...]
