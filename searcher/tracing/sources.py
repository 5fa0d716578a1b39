"""Where a part of an article stands, as it is told: records with what differs, the best first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import fields

from indexer.records import Record
from searcher.claims.agreement import Known, agrees
from searcher.results import Span
from searcher.tracing.candidates import Candidates, Standing
from searcher.tracing.regions import Region
from searcher.tracing.results import Attribution, Edit, EditKind, Match, Source

_FACTS = tuple(field.name for field in fields(Record))
_BEST = {"exact": 0, "normalized": 1, "near": 2, "partial": 2}


class Sources:
    """Makes sources of the paragraphs in which something stands.

    Args:
        known: the speeches of the collection, with which attributions are compared.
    """

    def __init__(self, candidates: Candidates, known: Known) -> None:
        self._candidates = candidates
        self._paragraphs = candidates.paragraphs
        self._known = known

    def fits(self, text: str, attribution: Attribution) -> bool:
        """Whether a folded text stands in a paragraph that an attribution fits."""
        return any(
            self._agrees(self._paragraphs.record(doc), attribution)
            for doc in self._candidates.holding(text)
        )

    def of(
        self,
        region: Region,
        span: Span,
        standings: Sequence[Standing],
        attribution: Attribution | None,
        match: Match | None = None,
    ) -> tuple[Source, ...]:
        """Where a part of a region stands, the best first: longest agreement, fitting attribution,
        earliest date.

        Args:
            span: the part, in the region's folded text.
            match: how it stands there, None where that is as `standings` say.
        """
        found = (self._source(region, span, one, attribution, match) for one in standings)
        return tuple(sorted(found, key=_place))

    def _source(
        self,
        region: Region,
        span: Span,
        standing: Standing,
        attribution: Attribution | None,
        match: Match | None,
    ) -> Source:
        record = self._paragraphs.record(standing.doc)
        folded = self._paragraphs.origins(standing.doc)
        comparison = standing.comparison
        inputs = region.origins[slice(*span)]
        diff = tuple(
            Edit(edit.op, _original(inputs, *edit.input), _original(folded.origins, *edit.source))
            for edit in _of_whole_characters(comparison.edits, inputs, folded.origins)
        )
        return Source(
            match=match or comparison.match,
            similarity=round(comparison.similarity, 3),
            agrees=self._agrees(record, attribution),
            spans=(folded.original_span(*comparison.span),),
            diff=diff,
            **{name: getattr(record, name) for name in _FACTS},
        )

    def _agrees(self, record: Record, attribution: Attribution | None) -> bool | None:
        return agrees(attribution, record.speech, record.span(), self._known)


def _place(source: Source) -> tuple[int, float, bool, datetime.date, str]:
    return (
        _BEST[source.match],
        -source.similarity,
        source.agrees is not True,
        source.date or datetime.date.max,
        source.id,
    )


def _of_whole_characters(
    edits: Sequence[Edit], inputs: Sequence[int], sources: Sequence[int]
) -> Iterator[Edit]:
    """Edits of folded texts, none of which parts what one character was folded to: of ㎡ and m3
    nothing is equal.

    Args:
        inputs: for each character of the input where it came from; `sources` likewise.
    """

    def parts(at_input: int, at_source: int) -> bool:
        return _is_inside(at_input, inputs) or _is_inside(at_source, sources)

    at_input, at_source = (edits[0].input[0], edits[0].source[0]) if edits else (0, 0)
    for edit in edits:
        if edit.op != "equal":
            continue
        (first, last), shift = edit.input, edit.source[0] - edit.input[0]
        while first < last and parts(first, first + shift):
            first += 1
        while first < last and parts(last, last + shift):
            last -= 1
        if first < last:
            yield from _changed((at_input, first), (at_source, first + shift))
            yield Edit("equal", (first, last), (first + shift, last + shift))
            at_input, at_source = last, last + shift
    if edits:
        yield from _changed((at_input, edits[-1].input[1]), (at_source, edits[-1].source[1]))


def _is_inside(at: int, origins: Sequence[int]) -> bool:
    """Whether a place is within what one character was folded to."""
    return 0 < at < len(origins) and origins[at - 1] == origins[at]


def _changed(input: Span, source: Span) -> Iterator[Edit]:
    has_input, has_source = input[0] < input[1], source[0] < source[1]
    if has_input or has_source:
        op: EditKind = "replace"
        if not has_input or not has_source:
            op = "insert" if has_input else "delete"
        yield Edit(op, input, source)


def _original(origins: Sequence[int], start: int, end: int) -> Span:
    """The span of the original that a span of the folded text was made of; it may be empty."""
    if start < end:
        return origins[start], origins[end - 1] + 1
    at = origins[start] if start < len(origins) else origins[-1] + 1
    return at, at
