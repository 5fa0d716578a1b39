"""What a searcher answers with: frozen values whose names are those of the JSON fields.

Every span is a pair `(start, end)`, half-open, in characters of the text beside it. A fact that is
not known is None.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from indexer.documents import DateSpan, Precision
from indexer.records import Record

Span = tuple[int, int]
Match = Literal["exact", "related"]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a paragraph, cut at sentence marks.

    Attributes:
        text: the part; `…` stands where the paragraph goes on.
        spans: what matched, in characters of `text`.
    """

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Record):
    """A record of the index, and why and where it was found.

    Attributes:
        rank: its place in the whole answer, from 1.
        score: the ranking's score, rounded to 6 digits; comparable within one answer only.
        match: `"exact"` when it satisfies the query, `"related"` when it only resembles it.
        spans: what matched, in characters of `text`.
    """

    rank: int
    score: float
    match: Match
    spans: tuple[Span, ...]
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query that this one may have meant, and how many paragraphs it finds."""

    query: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The answer to a query. Iterating it gives its hits.

    Attributes:
        query: the query as given.
        total: how many paragraphs satisfy the query. Exact matches only.
        related: how many of `hits` only resemble it.
        speeches: how many speeches, told apart by title and date, the `total` paragraphs are from.
        earliest: the date of the earliest of these speeches; `latest` is that of the latest.
        suggestions: queries that list paragraphs whose speech, title, section, chapter or source
            contains what was asked for.
        took_ms: milliseconds from the query string to this answer.
    """

    query: str
    total: int
    related: int
    hits: tuple[Hit, ...]
    speeches: int
    earliest: DateSpan | None
    latest: DateSpan | None
    suggestions: tuple[Suggestion, ...]
    took_ms: float

    def __iter__(self) -> Iterator[Hit]:
        """The hits, best first."""
        return iter(self.hits)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with all of its paragraphs and with its neighbours, in file order.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterEntry:
    """One chapter of a document, as `lunshu list chapters` shows it."""

    doc: str
    chapter: str
    chapter_no: int | None
    passages: int
    paragraphs: int
    first_date: datetime.date | None
    last_date: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechEntry:
    """One speech, told apart by title and date, as `lunshu list speeches` shows it.

    Attributes:
        dates: the separate days where the source names several.
        docs: the documents that quote it.
    """

    speech: str
    date: datetime.date | None
    date_end: datetime.date | None
    date_precision: Precision | None
    dates: tuple[datetime.date, ...]
    passages: int
    paragraphs: int
    docs: tuple[str, ...]
