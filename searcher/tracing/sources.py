"""Where a part of an article stands, as it is told: records with what differs, the best first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import fields

from indexer.records import Record
from searcher.results import Span
from searcher.tracing.agreement import Known, agrees
from searcher.tracing.candidates import Standing
from searcher.tracing.paragraphs import Paragraphs
from searcher.tracing.regions import Region
from searcher.tracing.results import Attribution, Edit, Match, Source

_FACTS = tuple(field.name for field in fields(Record))
_BEST = {"exact": 0, "normalized": 1, "near": 2, "partial": 2}


class Sources:
    """Makes sources of the paragraphs in which something stands.

    Args:
        known: the speeches of the collection, with which attributions are compared.
    """

    def __init__(self, paragraphs: Paragraphs, known: Known) -> None:
        self._paragraphs = paragraphs
        self._known = known

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
        diff = tuple(
            Edit(
                edit.op,
                _original(region.origins, span[0] + edit.input[0], span[0] + edit.input[1]),
                _original(folded.origins, *edit.source),
            )
            for edit in comparison.edits
        )
        fits = None
        if attribution is not None:
            fits = agrees(attribution, record.speech, record.span(), self._known)
        return Source(
            match=match or comparison.match,
            similarity=round(comparison.similarity, 3),
            agrees=fits,
            spans=(folded.original_span(*comparison.span),),
            diff=diff,
            **{name: getattr(record, name) for name in _FACTS},
        )


def _place(source: Source) -> tuple[int, float, bool, datetime.date, str]:
    return (
        _BEST[source.match],
        -source.similarity,
        source.agrees is not True,
        source.date or datetime.date.max,
        source.id,
    )


def _original(origins: Sequence[int], start: int, end: int) -> Span:
    """The span of the original that a span of the folded text was made of; it may be empty."""
    if start < end:
        return origins[start], origins[end - 1] + 1
    at = origins[start] if start < len(origins) else origins[-1] + 1
    return at, at
