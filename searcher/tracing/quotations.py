"""What was found and what was not as results: with sources, differences and attributions."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from indexer.model.records import Record
from indexer.text.folding import FoldedText
from indexer.text.marks import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    PAUSES,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    STRAIGHT_DOUBLE,
    without,
)
from indexer.text.span import Span
from searcher.articles.article import Article, Attribution
from searcher.claims.agreement import Known, agrees
from searcher.textmatch.alignment import Edit
from searcher.textmatch.edges import iter_sentences
from searcher.textmatch.paragraphs import of_whole_characters, original_span
from searcher.tracing.candidates import Candidates, Occurrence
from searcher.tracing.comparison import Comparison, places_of
from searcher.tracing.results import RANKS, NotFound, Quotation, Source, Verdict
from searcher.tracing.verdicts import Found, JudgedPart, Missing
from searcher.tracing.widths import Written, seen_differences, with_differences

_MARKS_AFTER = 4
# An ellipsis belongs to the words: it says that they go on.
_BEFORE_CLOSING = without(PAUSES, "…") + ". "
_OPENING = frozenset(OPENING_QUOTES + SINGLE_OPENING + STRAIGHT_DOUBLE)
_CLOSING = frozenset(CLOSING_QUOTES + SINGLE_CLOSING + STRAIGHT_DOUBLE)


class Sources:
    """Makes sources of the paragraphs in which something occurs.

    Args:
        article: the text of the article, as it was written.
        known: the speeches of the collection, with which attributions are compared.
    """

    def __init__(self, article: str, candidates: Candidates, known: Known) -> None:
        self._article = article
        self._candidates = candidates
        self._paragraphs = candidates.paragraphs
        self._known = known

    def fits(self, text: str, attribution: Attribution) -> bool:
        """Whether a folded text occurs in a paragraph that an attribution fits."""
        return any(
            self._agrees(self._paragraphs.record(doc), attribution)
            for doc in self._candidates.texts.containing(text)
        )

    def of_part(
        self,
        part: JudgedPart,
        occurrences: Sequence[Occurrence],
        attribution: Attribution | None,
        match: Verdict | None = None,
    ) -> tuple[Source, ...]:
        """Where a part occurs, the best first: longest agreement, fitting attribution, earliest
        date.

        Args:
            match: how it occurs there, None where that is as `occurrences` say.
        """
        found = sorted(
            (self._source(part, one, attribution, match) for one in occurrences), key=_rank
        )
        if found and found[0].match in ("exact", "normalized"):
            found = [source for source in found if source.match != "near"]
        return tuple(found)

    def _source(
        self,
        part: JudgedPart,
        occurrence: Occurrence,
        attribution: Attribution | None,
        match: Verdict | None,
    ) -> Source:
        record = self._paragraphs.record(occurrence.doc)
        heading = self._paragraphs.headings.kind(occurrence.doc) if occurrence.doc < 0 else None
        folded = self._paragraphs.origins(occurrence.doc)
        comparison = occurrence.comparison
        inputs = part.region.origins[slice(*part.judged.span)]
        seen = _as_seen(
            comparison, Written(self._article, inputs), Written(record.text, folded.origins)
        )
        diff = tuple(
            Edit(
                edit.op,
                original_span(inputs, *edit.input),
                original_span(folded.origins, *edit.source),
            )
            for edit in of_whole_characters(seen.edits, inputs, folded.origins)
        )
        return Source(
            match=match or seen.match,
            similarity=round(seen.similarity, 3),
            heading=heading,
            agrees=self._agrees(record, attribution, heading=heading is not None),
            spans=tuple(folded.original_span(*place) for place in _places(folded, comparison)),
            diff=diff,
            **record.facts(),
        )

    def _agrees(
        self, record: Record, attribution: Attribution | None, *, heading: bool = False
    ) -> bool | None:
        if not heading:
            return agrees(attribution, record.speech, record.span(), self._known)
        # Whoever is quoted may have said it, too: a heading confirms, and contradicts nobody.
        fits = record.speech and agrees(attribution, record.speech, record.span(), self._known)
        return True if fits else None


def _as_seen(comparison: Comparison, ours: Written, theirs: Written) -> Comparison:
    """How a text occurs in a source for a reader, who tells apart some that folds alike."""
    whole = (Edit("equal", (0, len(ours.origins)), comparison.span),)
    edits = comparison.edits or whole
    seen = seen_differences(edits, ours, theirs)
    if not seen.places:
        return comparison
    match: Verdict = "normalized" if comparison.match == "exact" else comparison.match
    return comparison._replace(
        match="near" if seen.has_slips else match,
        similarity=comparison.similarity - len(seen.places) / len(ours.origins),
        edits=tuple(with_differences(edits, seen.places)),
    )


def _places(folded: FoldedText, comparison: Comparison) -> Sequence[Span]:
    """Where in a paragraph a part occurs: every place where it does so word for word."""
    if comparison.match != "exact":
        return (comparison.span,)
    text = folded.text[slice(*comparison.span)]
    return places_of(text, folded.text)


def _rank(source: Source) -> tuple[int, float, bool, datetime.date, str]:
    return (
        RANKS[source.match],
        -source.similarity,
        source.agrees is not True,
        source.date or datetime.date.max,
        source.id,
    )


def result_of(
    article: Article, part: JudgedPart, attribution: Attribution | None, sources: Sources
) -> Quotation | NotFound:
    """A part as a result, with its sources or with what is nearest to it."""
    if isinstance(part.judged, Found):
        return _quotation(article, part, part.judged, attribution, sources)
    return _not_found(article, part, part.judged, attribution, sources)


def _quotation(
    article: Article,
    part: JudgedPart,
    judged: Found,
    attribution: Attribution | None,
    sources: Sources,
) -> Quotation:
    match: Verdict | None = "partial" if judged.match == "partial" else None
    found = sources.of_part(part, judged.occurrences, attribution, match)
    return Quotation(
        start=part.span[0],
        end=part.span[1],
        text=article.text[slice(*part.span)],
        lines=part.region.paragraph.lines,
        match=found[0].match,
        similarity=found[0].similarity,
        quoted=part.region.quoted or _in_marks(article.text, part.span),
        part_of=_whole(part),
        attribution=attribution,
        attribution_agrees=_attribution_agrees(part, found, attribution, sources),
        sources=found,
    )


def _not_found(
    article: Article,
    part: JudgedPart,
    judged: Missing,
    attribution: Attribution | None,
    sources: Sources,
) -> NotFound:
    occurrences = [] if judged.nearest is None else [judged.nearest]
    nearest = sources.of_part(part, occurrences, attribution)
    return NotFound(
        start=part.span[0],
        end=part.span[1],
        text=article.text[slice(*part.span)],
        lines=part.region.paragraph.lines,
        quoted=part.region.quoted,
        part_of=_whole(part),
        attribution=attribution,
        nearest=nearest[0] if nearest else None,
    )


def _attribution_agrees(
    part: JudgedPart, found: Sequence[Source], attribution: Attribution | None, sources: Sources
) -> bool | None:
    """Whether the attribution fits a source; None where it may be that of a sentence alone, which
    occurs elsewhere, too."""
    verdicts = {source.agrees for source in found}
    if attribution is None or True in verdicts or False not in verdicts:
        return True if True in verdicts else None
    text = part.region.text
    sentences = list(iter_sentences(text, part.judged.span))
    if len(sentences) > 1 and any(
        sources.fits(text[slice(*one)], attribution) for one in sentences
    ):
        return None
    return False


def _whole(part: JudgedPart) -> Span | None:
    """The span of the quotation of which a part is one; None where it is a whole one."""
    return part.region.whole or (part.region.span if part.judged.is_part else None)


def _in_marks(text: str, span: Span) -> bool:
    """Whether quotation marks are right around a span."""
    before = text[max(0, span[0] - 1) : span[0]]
    after = text[span[1] : span[1] + _MARKS_AFTER].lstrip(_BEFORE_CLOSING)
    return before in _OPENING and after[:1] in _CLOSING
