"""What was found, and what was not, as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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
from searcher.textmatch.edges import iter_sentences
from searcher.tracing.regions import Region
from searcher.tracing.results import NotFound, Quotation, Source, Verdict
from searcher.tracing.sources import Sources
from searcher.tracing.verdicts import Found, Missing


class ToldPart(NamedTuple):
    """A part of a region that is told.

    Attributes:
        span: where it stands in the article.
        judged: what it turned out to be.
    """

    span: Span
    region: Region
    judged: Found | Missing


def tell(
    article: Article, part: ToldPart, attribution: Attribution | None, sources: Sources
) -> Quotation | NotFound:
    """A part as it is told, with its sources or with what is nearest to it."""
    if isinstance(part.judged, Found):
        return _quotation(article, part, part.judged, attribution, sources)
    return _not_found(article, part, part.judged, attribution, sources)


def _quotation(
    article: Article,
    part: ToldPart,
    judged: Found,
    attribution: Attribution | None,
    sources: Sources,
) -> Quotation:
    match: Verdict | None = "partial" if judged.match == "partial" else None
    found = sources.of(part.region, judged.span, judged.standings, attribution, match)
    return Quotation(
        start=part.span[0],
        end=part.span[1],
        text=article.text[slice(*part.span)],
        lines=part.region.paragraph.lines,
        match=found[0].match,
        similarity=found[0].similarity,
        quoted=part.region.quoted or _in_marks(article.text, part.span),
        part_of=_whole(part, is_part=judged.is_part),
        attribution=attribution,
        attribution_agrees=_agrees(part, judged, found, attribution, sources),
        sources=found,
    )


def _not_found(
    article: Article,
    part: ToldPart,
    judged: Missing,
    attribution: Attribution | None,
    sources: Sources,
) -> NotFound:
    standings = [] if judged.nearest is None else [judged.nearest]
    nearest = sources.of(part.region, judged.span, standings, attribution)
    return NotFound(
        start=part.span[0],
        end=part.span[1],
        text=article.text[slice(*part.span)],
        lines=part.region.paragraph.lines,
        quoted=part.region.quoted,
        part_of=_whole(part, is_part=judged.is_part),
        attribution=attribution,
        nearest=nearest[0] if nearest else None,
    )


def _agrees(
    part: ToldPart,
    judged: Found,
    found: Sequence[Source],
    attribution: Attribution | None,
    sources: Sources,
) -> bool | None:
    """Whether the attribution fits a source; None where it may be that of a sentence alone, which
    stands elsewhere, too."""
    verdicts = {source.agrees for source in found}
    if attribution is None or True in verdicts or False not in verdicts:
        return True if True in verdicts else None
    sentences = list(iter_sentences(part.region.text, judged.span))
    if len(sentences) > 1 and any(
        sources.fits(part.region.text[slice(*one)], attribution) for one in sentences
    ):
        return None
    return False


def _whole(part: ToldPart, *, is_part: bool) -> Span | None:
    """The span of the quotation of which a part is one."""
    return part.region.whole or (part.region.span if is_part else None)


def _in_marks(text: str, span: Span) -> bool:
    """Whether quotation marks stand right around a span."""
    before = text[max(0, span[0] - 1) : span[0]]
    behind = text[span[1] : span[1] + _MARKS_BEHIND].lstrip(_BEFORE_CLOSING)
    return before in _OPENING and behind[:1] in _CLOSING


_MARKS_BEHIND = 4
# An ellipsis belongs to the words: it tells that they go on.
_BEFORE_CLOSING = without(PAUSES, "…") + ". "
_OPENING = frozenset(OPENING_QUOTES + SINGLE_OPENING + STRAIGHT_DOUBLE)
_CLOSING = frozenset(CLOSING_QUOTES + SINGLE_CLOSING + STRAIGHT_DOUBLE)
