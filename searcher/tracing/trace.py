"""Traces an article.

article -> claims -> regions -> found and missing parts -> attributions -> Trace
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Collection as Names
from collections.abc import Iterable, Iterator, Sequence

from indexer.errors import OptionError
from indexer.text.span import Span
from indexer.wording import say
from searcher.articles.article import Article
from searcher.claims.agreement import Known
from searcher.claims.attributions import find_attributions
from searcher.claims.claims import Claim, find_claims
from searcher.claims.persons import persons_of
from searcher.claims.reported import read_words
from searcher.engine.protocol import Collection
from searcher.language.filters import Filters, Within, check_within
from searcher.textmatch.ngrams import SIZE
from searcher.textmatch.thresholds import DEFAULT, Thresholds
from searcher.tracing.candidates import Candidates
from searcher.tracing.inner_marks import without_inner_claims
from searcher.tracing.phrases import is_phrase
from searcher.tracing.regional import Judged, Shortest, judge_regions
from searcher.tracing.regions import Region, iter_regions
from searcher.tracing.results import NotFound, Quotation, Trace
from searcher.tracing.sources import Sources
from searcher.tracing.telling import ToldPart, tell
from searcher.tracing.verdicts import Found, Missing, is_near, nearest


def trace(
    collection: Collection,
    article: Article,
    *,
    within: Within,
    min_length: int | None,
    exclude: Names[str],
    filters: Filters | None,
    by: Thresholds = DEFAULT,
) -> Trace:
    """Where the words of an article come from; the arguments are those of `Searcher.trace`.

    Raises:
        OptionError: an argument cannot be used.
    """
    started = time.perf_counter()
    shortest = _shortest(min_length, by)
    check_within(within, filters)
    if isinstance(exclude, str):  # its characters would be taken for ids, and exclude nothing
        raise OptionError(say("options.exclude", exclude=exclude))
    candidates = Candidates(collection.texts(within, filters, exclude), by)
    words = read_words(article, persons_of(collection.manifest.speakers))
    found = find_claims(words, min_quoted=shortest.in_marks, min_attributed=shortest.in_text)
    claims = list(without_inner_claims(article, found, candidates.have, by))
    regions = list(iter_regions(article, claims, by))
    parts: list[ToldPart] = []
    for judged in judge_regions(regions, candidates, shortest):
        parts += _told(judged, candidates, phrases=min_length is not None)
    parts += _attributed(candidates.texts.releasing(claims, every=1), regions, parts, candidates)
    parts.sort(key=lambda one: one.span)
    attributions = find_attributions(words, found, [one.span for one in parts])
    known = _known_speeches(collection) if any(attributions) else Known(())
    sources = Sources(candidates, known)
    pairs = candidates.texts.releasing(zip(parts, attributions, strict=True), every=1)
    told = [tell(article, part, attribution, sources) for part, attribution in pairs]
    return Trace(
        text=article.text,
        quotations=tuple(one for one in told if isinstance(one, Quotation)),
        not_found=tuple(one for one in told if isinstance(one, NotFound)),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
    )


def _known_speeches(collection: Collection) -> Known:
    return collection.remember(("known speeches",), lambda: Known(collection.speeches()))


def _shortest(min_length: int | None, by: Thresholds) -> Shortest:
    if min_length is None:
        return Shortest(by.shortest_in_text, by.shortest_in_marks)
    if min_length < SIZE:
        raise OptionError(say("options.short_quotations", length=min_length, least=SIZE))
    return Shortest(min_length, by.shortest_in_marks)


def _told(judged: Judged, candidates: Candidates, *, phrases: bool) -> Iterator[ToldPart]:
    """The parts of a region that are told: without set phrases and names, unless they are too."""
    region = judged.region
    for part in judged.parts:
        if isinstance(part, Found) and not (region.quoted or phrases):
            records = (candidates.paragraphs.record(one.doc) for one in part.standings)
            if is_phrase(region.text, part.span, records, candidates.by):
                continue
        yield ToldPart(region.original(*part.span), region, part)


def _attributed(
    claims: Iterable[Claim],
    regions: Sequence[Region],
    parts: Sequence[ToldPart],
    candidates: Candidates,
) -> Iterator[ToldPart]:
    """What the author reports in a speaker's name, where nothing of it was found."""
    told = _Spans(part.span for part in parts)
    spans = _Spans(region.span for region in regions)
    for claim in claims:
        span = claim.start, claim.end
        at = spans.first_overlapping(span)
        if claim.kind != "attributed" or at is None or told.first_overlapping(span) is not None:
            continue
        region = regions[at]
        folded = region.folded(span)
        text = region.text[slice(*folded)]
        if not text:
            continue
        standings = candidates.resembling(text)
        judged: Found | Missing = Missing(folded, nearest(standings, candidates.by))
        if is_near(text, standings, candidates.by):
            judged = Found(folded, standings[0].comparison.match, standings)
        yield ToldPart(region.original(*folded), region, judged)


class _Spans:
    """Spans that do not overlap each other, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._ends = [end for _, end in self._spans]

    def first_overlapping(self, span: Span) -> int | None:
        """Which of them is the first that overlaps a span."""
        at = bisect_right(self._ends, span[0])
        if at < len(self._spans) and self._spans[at][0] < span[1]:
            return at
        return None
