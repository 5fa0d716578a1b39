"""What a searcher answers a query with: frozen values whose names are those of the JSON fields.

Every span is a pair `(start, end)`, half-open, in characters of the text beside it. A fact that is
not known is None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indexer.model.records import Record

if TYPE_CHECKING:
    from indexer.text.dates import DateSpan
    from indexer.text.span import Span

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
