"""Where a part of an article stands, as it is told: records with what differs, the best first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from indexer.model.records import Record
from indexer.text.folding import FoldedText
from indexer.text.span import Span
from searcher.articles.article import Attribution
from searcher.claims.agreement import Known, agrees
from searcher.textmatch.alignment import Edit
from searcher.textmatch.paragraphs import of_whole_characters, original_span
from searcher.tracing.candidates import Candidates, Standing
from searcher.tracing.comparison import Comparison, places_of
from searcher.tracing.regions import Region
from searcher.tracing.results import Source, Verdict

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
            for doc in self._candidates.texts.containing(text)
        )

    def of(
        self,
        region: Region,
        span: Span,
        standings: Sequence[Standing],
        attribution: Attribution | None,
        match: Verdict | None = None,
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
        match: Verdict | None,
    ) -> Source:
        record = self._paragraphs.record(standing.doc)
        folded = self._paragraphs.origins(standing.doc)
        comparison = standing.comparison
        inputs = region.origins[slice(*span)]
        diff = tuple(
            Edit(
                edit.op,
                original_span(inputs, *edit.input),
                original_span(folded.origins, *edit.source),
            )
            for edit in of_whole_characters(comparison.edits, inputs, folded.origins)
        )
        return Source(
            match=match or comparison.match,
            similarity=round(comparison.similarity, 3),
            agrees=self._agrees(record, attribution),
            spans=tuple(folded.original_span(*place) for place in _places(folded, comparison)),
            diff=diff,
            **record.facts(),
        )

    def _agrees(self, record: Record, attribution: Attribution | None) -> bool | None:
        return agrees(attribution, record.speech, record.span(), self._known)


def _places(folded: FoldedText, comparison: Comparison) -> Sequence[Span]:
    """Where in a paragraph a part stands: every place where it does so word for word."""
    if comparison.match != "exact":
        return (comparison.span,)
    text = folded.text[slice(*comparison.span)]
    return places_of(text, folded.text)


def _place(source: Source) -> tuple[int, float, bool, datetime.date, str]:
    return (
        _BEST[source.match],
        -source.similarity,
        source.agrees is not True,
        source.date or datetime.date.max,
        source.id,
    )
