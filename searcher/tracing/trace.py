"""Traces an article.

article -> claims -> regions -> found and missing parts -> attributions -> Trace
"""

from __future__ import annotations

import time
from collections.abc import Collection as Names

from indexer.errors import OptionError
from indexer.wording import say
from searcher.articles.article import Article
from searcher.claims.agreement import Known
from searcher.claims.attributions import find_attributions
from searcher.claims.claims import find_claims
from searcher.claims.persons import persons_of
from searcher.claims.reported import read_words
from searcher.engine.protocol import Collection
from searcher.language.filters import Filters, Within, find_scope
from searcher.textmatch.ngrams import SIZE
from searcher.tracing.candidates import Candidates
from searcher.tracing.judge import Shortest, judge_attributed, judge_regions
from searcher.tracing.note_marks import without_note_marks
from searcher.tracing.quotations import Sources, result_of
from searcher.tracing.regions import iter_regions, without_inner_claims
from searcher.tracing.results import NotFound, Quotation, Trace
from searcher.tracing.thresholds import DEFAULT, Thresholds


def trace(
    collection: Collection,
    article: Article,
    *,
    within: Within | None,
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
    scope = find_scope(within, filters, collection.roles())
    if filters and filters.role == "note":
        raise OptionError(say("options.role_note"))
    if isinstance(exclude, str):  # its characters would be taken for ids, and exclude nothing
        raise OptionError(say("options.exclude", exclude=exclude))
    candidates = Candidates(collection.texts(scope.within, filters, exclude), by)
    releasing = candidates.texts.releasing
    words = read_words(article, persons_of(collection.manifest.speakers))
    least = {"min_quoted": shortest.in_marks, "min_attributed": shortest.in_text}
    found = find_claims(words, **least)
    plain = without_note_marks(article, found, candidates.contain, by)
    if plain is not article:
        article = plain
        words = read_words(article, persons_of(collection.manifest.speakers))
        found = find_claims(words, **least)
    claims = list(without_inner_claims(article, found, candidates.contain, by))
    regions = list(iter_regions(article, claims, by))
    parts = list(judge_regions(regions, candidates, shortest, phrases=min_length is not None))
    parts += judge_attributed(releasing(claims, every=1), regions, parts, candidates)
    parts.sort(key=lambda part: part.span)
    attributions = find_attributions(words, found, [part.span for part in parts])
    known = _known_speeches(collection) if any(attributions) else Known(())
    sources = Sources(article.text, candidates, known)
    pairs = releasing(zip(parts, attributions, strict=True), every=1)
    results = [result_of(article, part, attribution, sources) for part, attribution in pairs]
    return Trace(
        text=article.text,
        marks=article.marks,
        quotations=tuple(one for one in results if isinstance(one, Quotation)),
        not_found=tuple(one for one in results if isinstance(one, NotFound)),
        within=scope.within,
        unattributed=scope.unattributed,
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
