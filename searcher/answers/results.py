"""What a searcher answers a query with: frozen values whose names are those of the JSON fields.

Every span is a pair `(start, end)`, half-open, in characters of the text beside it. A fact that is
not known is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar, overload

from indexer.model.records import Record
from indexer.value import value

if TYPE_CHECKING:
    from indexer.text.dates import DateSpan
    from indexer.text.span import Span

Match = Literal["exact", "related"]
Item_co = TypeVar("Item_co", covariant=True)


class Listing(Sequence[Item_co]):
    """An answer that is the sequence of one of its attributes, and falsy without any item."""

    __slots__ = ()
    _listed: ClassVar[str]

    @property
    def _items(self) -> tuple[Item_co, ...]:
        items: tuple[Item_co, ...] = getattr(self, self._listed)
        return items

    def __len__(self) -> int:
        """How many there are in this answer, which may be a page of more."""
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Item_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item_co, ...]: ...
    def __getitem__(self, index: int | slice) -> Item_co | tuple[Item_co, ...]:
        """One of them, counted from 0, or a tuple of several."""
        return self._items[index]

    def __iter__(self) -> Iterator[Item_co]:
        """All of them, in their order."""
        return iter(self._items)

    def __contains__(self, value: object) -> bool:
        """Whether it is one of them."""
        return value in self._items


@value(frozen=True, slots=True)
class Snippet:
    """A part of a paragraph, cut at sentence marks.

    Attributes:
        text: the part; `…` is where the paragraph goes on.
        spans: what matched, in characters of `text`.
    """

    text: str
    spans: tuple[Span, ...]


@value(frozen=True, slots=True, kw_only=True)
class Hit(Record):
    """A record of the index, and why and where it was found.

    Attributes:
        rank: its place in the whole answer, from 1.
        score: the ranking's score, rounded to 6 digits; comparable within one answer only.
        match: `"exact"` when it satisfies the query, `"related"` when it only resembles it.
        spans: what matched, in characters of `text`.
        snippet: the part of `text` with what matched, cut at sentence marks.
    """

    rank: int
    score: float
    match: Match
    spans: tuple[Span, ...]
    snippet: Snippet


@value(frozen=True, slots=True)
class Suggestion:
    """Another query that this one may have meant.

    Attributes:
        query: that query.
        total: how many paragraphs it finds.
    """

    query: str
    total: int


@value(frozen=True, slots=True, kw_only=True)
class HeadingMatch:
    """The headings that contain a clause of a query. They are titles, chapters and sections of
    documents; none of them is a paragraph, so `total` never counts them.

    Attributes:
        clause: the clause, without its marks.
        count: how many headings contain it.
        first: the first of these.
        id: the first paragraph under that.
        query: a query that lists what is under them.
        total: how many paragraphs it finds.
    """

    clause: str
    count: int
    first: str
    id: str
    query: str
    total: int


@value(frozen=True, slots=True, kw_only=True)
class Results(Listing[Hit]):
    """The answer to a query: the sequence of its `hits`, and falsy where there are none.

    Attributes:
        query: the query as given.
        total: how many paragraphs satisfy the query. Exact matches only.
        related: how many of `hits` only resemble it.
        hits: those that were wanted, the best first, or as they were to be sorted.
        speeches: how many speeches, distinguished by title, speaker and date, the `total`
            paragraphs are from.
        earliest: the date of the earliest of these speeches, None where none is known.
        latest: that of the latest.
        suggestions: queries that list paragraphs whose speech, title, section, chapter or source
            contains what was asked for.
        headings: for each bare or quoted clause that headings contain, which these are.
        dropped_marks: the marks of notes in the query that were left out, as its words are found
            only without them.
        as_text: the operator words of the query that were read as text, as nothing stands before
            or behind them.
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
    headings: tuple[HeadingMatch, ...] = ()
    dropped_marks: tuple[str, ...] = ()
    as_text: tuple[str, ...] = ()
    took_ms: float

    _listed = "hits"
