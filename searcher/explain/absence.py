"""Why a single clause finds nothing, and what is nearest to it.

Each finding comes with proposals: clauses to put in the place of the one that it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

import numpy as np

from indexer.errors import QueryError
from indexer.text.dates import DateSpan, day_number
from indexer.text.folding import fold
from searcher.answers.results import Suggestion
from searcher.answers.search import suggest
from searcher.explain.explanation import (
    Counted,
    NoMatchReason,
    NoSuchChapter,
    NoSuchDate,
    NoSuchPattern,
    NoSuchString,
    NoSuchValue,
    TooFarApart,
)
from searcher.explain.nearest import Nearest, nearest_values, parts_in_values
from searcher.language.parser import parse
from searcher.language.query import (
    AnyYear,
    DateRange,
    Dates,
    Field,
    Near,
    Path,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
    conjunction,
)
from searcher.patterns import Literal, pattern_of
from searcher.patterns.time_budget import Clock
from searcher.ranking.exact import match_fields
from searcher.store import Docset, DocValues, Store
from searcher.store.docsets import intersection
from searcher.store.matching import find
from searcher.store.retrieval import Retrieval

_MOST_PIECES: Final = 6
_MOST_PROPOSED: Final = 2
"""Of things of one kind."""

_MOST_MEASURED: Final = 500
"""In how many paragraphs the distance of two strings is measured."""

_FARTHEST: Final = 99_999
_MOST_CHAPTERS: Final = 300


class Nearness(IntEnum):
    """How near to the clause a proposal is; the nearest are tried first."""

    SIMILAR = 0
    REDUCED = 1
    FIELDS = 2
    PARTS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason, and what to try instead of the clause that it is about.

    Attributes:
        proposals: clauses, and how near each of them is.
        blamed: the path of that clause in the query.
    """

    reason: NoMatchReason
    proposals: tuple[tuple[Nearness, Query], ...] = ()
    blamed: Path = ()


class Absence:
    """Explains clauses of one query that no paragraph satisfies."""

    def __init__(self, store: Store, retrieval: Retrieval, clock: Clock) -> None:
        self._store = store
        self._retrieval = retrieval
        self._clock = clock

    def of(self, clause: Query) -> Finding | None:
        """Why `clause`, which is a leaf of the tree, finds nothing."""
        if isinstance(clause, (Text, Phrase)):
            return self._of_string(clause)
        if isinstance(clause, (Wildcard, Regex)):
            return self._of_pattern(clause)
        if isinstance(clause, Field):
            return self._of_chapter(clause) if clause.number is not None else self._of_field(clause)
        return self._of_dates(clause) if isinstance(clause, (DateRange, AnyYear)) else None

    def of_near(self, clause: Near, left: Docset, right: Docset) -> Finding:
        """Why a NEAR finds nothing whose sides occur in the paragraphs `left` and `right`."""
        both = intersection(left, right)
        nearest = self._nearest(clause, both)
        swapped = None
        if clause.ordered:
            swapped = self._nearest(replace(clause, left=clause.right, right=clause.left), both)
        found = [near for near in (nearest, swapped) if near is not None]
        reason = TooFarApart(
            clause=str(clause),
            together=len(both),
            nearest=self._suggestion(nearest),
            swapped=self._suggestion(swapped),
        )
        sides = (
            () if len(both) else ((Nearness.REDUCED, clause.left), (Nearness.REDUCED, clause.right))
        )
        return Finding(reason, (*((Nearness.SIMILAR, near) for near in found), *sides))

    def _of_string(self, clause: Text | Phrase) -> Finding:
        folded = fold(clause.text)
        nearest = Nearest(self._store, folded, self._clock)
        parts, similar = nearest.parts(), nearest.similar()
        fields = suggest(match_fields(self._store, (clause.text,)))
        reason = NoSuchString(
            clause=str(clause),
            parts=parts,
            similar=similar,
            fields=fields,
            complete=nearest.complete,
        )
        quoted = isinstance(clause, Phrase)
        return Finding(
            reason,
            (
                *(
                    (Nearness.SIMILAR, _string(one.text, quoted=quoted))
                    for one in similar[:_MOST_PROPOSED]
                ),
                *((Nearness.FIELDS, other) for other in _parsed(fields)),
                *(
                    (Nearness.PARTS, _string(one.text, quoted=quoted))
                    for one in parts[:1]
                    if len(one.text) > 1 and not any(one.text in other.text for other in similar)
                ),
            ),
        )

    def _of_pattern(self, clause: Wildcard | Regex) -> Finding:
        alternatives = self._retrieval.pattern(clause).alternatives
        strings = list(dict.fromkeys(s for strings in alternatives for s in strings if s))
        pieces = tuple(self._counted(string) for string in strings[:_MOST_PIECES])
        together = None
        if len(alternatives) == 1 and strings:
            together = len(self._retrieval.evaluate(_all_of(strings)))
        occurring = [piece.text for piece in pieces if piece.total and len(piece.text) > 1]
        proposals = (
            ((Nearness.PARTS, _all_of(occurring)),) if occurring and together is not None else ()
        )
        reason = NoSuchPattern(clause=str(clause), pieces=pieces, together=together)
        return Finding(reason, proposals)

    def _of_field(self, clause: Field) -> Finding:
        values = nearest_values(self._store, clause.name, clause.value, self._clock)
        parts = parts_in_values(self._store, clause.name, clause.value, self._clock)
        folded = fold(clause.value)
        elsewhere: list[Suggestion] = []
        if folded and clause.name != "role":
            text = _string(clause.value, quoted=False)
            total = len(find(self._store, Literal(folded)).docs)
            elsewhere += [Suggestion(str(text), total)] if total else []
            elsewhere += suggest(match_fields(self._store, (clause.value,)))
        reason = NoSuchValue(
            clause=str(clause),
            field=clause.name,
            parts=parts,
            values=values,
            value_count=len(self._store.values(clause.name).names),
            elsewhere=tuple(elsewhere),
        )
        return Finding(
            reason,
            (
                *(
                    (Nearness.SIMILAR, Field(clause.name, value.text))
                    for value in values[:_MOST_PROPOSED]
                ),
                *((Nearness.FIELDS, other) for other in _parsed(elsewhere)),
                *((Nearness.PARTS, Field(clause.name, part.text)) for part in parts[:1]),
            ),
        )

    def _of_chapter(self, clause: Field) -> Finding:
        numbers = tuple(
            number
            for number in range(_MOST_CHAPTERS)
            if self._store.document_frequency("chapter_no", str(number))
        )
        near = sorted(numbers, key=lambda number: (abs(number - (clause.number or 0)), number))
        proposals = tuple((Nearness.SIMILAR, Field("chapter", str(number))) for number in near[:1])
        return Finding(NoSuchChapter(clause=str(clause), numbers=numbers), proposals)

    def _of_dates(self, clause: Dates) -> Finding:
        first, last = (None, None) if isinstance(clause, AnyYear) else (clause.first, clause.last)
        firsts, lasts = self._store.first_dates(), self._store.last_dates()
        known = firsts > 0 if self._store.live is None else (firsts > 0) & self._store.live
        dated = np.flatnonzero(known)
        before = dated[lasts[dated] < day_number(first)] if first else dated[:0]
        after = dated[firsts[dated] > day_number(last)] if last else dated[:0]
        days = [
            _days(self._span(docs, by, latest=latest))
            for docs, by, latest in ((before, lasts, True), (after, firsts, False))
        ]
        reason = NoSuchDate(
            clause=str(clause),
            earliest=self._span(dated, firsts, latest=False),
            latest=self._span(dated, lasts, latest=True),
            before=self._suggestion(days[0]),
            after=self._suggestion(days[1]),
        )
        return Finding(reason, tuple((Nearness.SIMILAR, one) for one in days if one is not None))

    def _span(self, docs: Docset, by: DocValues, *, latest: bool) -> DateSpan | None:
        """The date of the first or the last of these paragraphs."""
        if not len(docs):
            return None
        at = by[docs].argmax() if latest else by[docs].argmin()
        return self._store.record(int(docs[at])).span()

    def _nearest(self, clause: Near, docs: Docset) -> Near | None:
        """The clause with the least distance, no less than its own, that finds something."""
        low, high = clause.distance - 1, _FARTHEST
        texts = [self._store.texts[number] for number in docs[:_MOST_MEASURED].tolist()]

        def finds(distance: int) -> bool:
            pattern = pattern_of(replace(clause, distance=distance))
            return any(True for text in texts for _ in pattern.matches(text))

        if not texts or self._clock.is_over() or not finds(high):
            return None
        while high - low > 1 and not self._clock.is_over():
            middle = (low + high) // 2
            if finds(middle):
                high = middle
            else:
                low = middle
        return replace(clause, distance=high)

    def _counted(self, string: str) -> Counted:
        return Counted(string, len(find(self._store, Literal(string)).docs))

    def _suggestion(self, query: Query | None) -> Suggestion | None:
        if query is None:
            return None
        return Suggestion(str(query), len(self._retrieval.evaluate(query)))


def _days(span: DateSpan | None) -> DateRange | None:
    return None if span is None else DateRange(span.first, span.last)


def _all_of(strings: Sequence[str]) -> Query:
    return conjunction([_string(string, quoted=False) for string in strings])


def _string(text: str, *, quoted: bool) -> Text | Phrase:
    """A clause for `text`: bare, where it is not to be `quoted` and means itself so."""
    bare = Text(text)
    return bare if not quoted and _parsed([Suggestion(text, 0)]) == [bare] else Phrase(text)


def _parsed(suggestions: Sequence[Suggestion]) -> list[Query]:
    """The trees of these queries, without those that cannot be written so."""
    trees = []
    for suggestion in suggestions:
        with suppress(QueryError):
            trees.append(parse(suggestion.query))
    return trees
