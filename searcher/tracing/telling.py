"""What was found, and what was not, as it is told."""

from __future__ import annotations

from typing import NamedTuple

from searcher.results import Span
from searcher.tracing.article import Article
from searcher.tracing.regions import Region
from searcher.tracing.results import Attribution, Match, NotFound, Quotation
from searcher.tracing.sources import Sources
from searcher.tracing.verdicts import Found, Missing


class Part(NamedTuple):
    """A part of a region that is told.

    Attributes:
        span: where it stands in the article.
        judged: what it turned out to be.
    """

    span: Span
    region: Region
    judged: Found | Missing


def tell(
    article: Article, part: Part, attribution: Attribution | None, sources: Sources
) -> Quotation | NotFound:
    """A part as it is told, with its sources or with what is nearest to it."""
    if isinstance(part.judged, Found):
        return _quotation(article, part, part.judged, attribution, sources)
    return _not_found(article, part, part.judged, attribution, sources)


def _quotation(
    article: Article, part: Part, judged: Found, attribution: Attribution | None, sources: Sources
) -> Quotation:
    match: Match | None = "partial" if judged.match == "partial" else None
    found = sources.of(part.region, judged.span, judged.standings, attribution, match)
    verdicts = {source.agrees for source in found}
    return Quotation(
        start=part.span[0],
        end=part.span[1],
        text=article.text[slice(*part.span)],
        lines=part.region.paragraph.lines,
        match=found[0].match,
        similarity=found[0].similarity,
        quoted=part.region.quoted,
        part_of=part.region.span if judged.is_part else None,
        attribution=attribution,
        attribution_agrees=next((one for one in (True, False) if one in verdicts), None),
        sources=found,
    )


def _not_found(
    article: Article, part: Part, judged: Missing, attribution: Attribution | None, sources: Sources
) -> NotFound:
    standings = [] if judged.nearest is None else [judged.nearest]
    nearest = sources.of(part.region, judged.span, standings, attribution)
    return NotFound(
        start=part.span[0],
        end=part.span[1],
        text=article.text[slice(*part.span)],
        lines=part.region.paragraph.lines,
        quoted=part.region.quoted,
        part_of=part.region.span if judged.is_part else None,
        attribution=attribution,
        nearest=nearest[0] if nearest else None,
    )
