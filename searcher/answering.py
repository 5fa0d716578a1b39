"""Answers a query: the tree evaluated, ordered, paged and made into hits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.documents import DateSpan
from indexer.folding import fold
from searcher.hits import make_hit
from searcher.language.query import Query, positive_patterns, positive_texts
from searcher.ordering import Sort, order
from searcher.patterns import Literal, Pattern, pattern_of
from searcher.ranking import query_terms, score
from searcher.related import FieldMatch, find_related, match_fields, suggest
from searcher.results import Hit, Match, Results
from searcher.retrieval import evaluate
from searcher.store import Numbers, Store


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of an answer is wanted.

    Attributes:
        offset: how many hits to leave out.
        limit: how many hits to give at most; None gives every exact hit and no related one.
        exact: give no related hits.
        sort: the order of exact hits; related ones come with `"relevance"` only.
    """

    offset: int
    limit: int | None
    exact: bool
    sort: Sort

    @property
    def wants_related(self) -> bool:
        """Whether related hits may follow the exact ones."""
        return self.sort == "relevance" and not self.exact and self.limit is not None

    def places(self, before: int, count: int) -> range:
        """Which of `count` paragraphs, which `before` others precede, are on this page."""
        start = max(self.offset - before, 0)
        if self.limit is None:
            return range(start, count)
        return range(start, min(count, max(self.offset + self.limit - before, 0)))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Paragraphs in order, with what every hit among them needs.

    `highlights` are groups of patterns, of which the first that matches is highlighted.
    """

    docs: Numbers
    scores: Sequence[float]
    highlights: tuple[Sequence[Pattern], ...]
    match: Match


def answer(store: Store, query: Query, page: Page, *, asked: str, started: float) -> Results:
    """The results for `query`, which was asked as `asked` when `time.perf_counter` was `started`.

    Raises:
        QueryError: the query holds what cannot be searched for.
    """
    docs = evaluate(store, query)
    exact = _rank_exact(store, query, docs, page.sort)
    texts = positive_texts(query) if page.wants_related else ()
    matches = match_fields(store, texts)
    hits = _hits(store, exact, page, before=0)
    related: tuple[Hit, ...] = ()
    if texts and len(hits) < (page.limit or 0):
        ranked = _rank_related(store, query, texts, matches, docs)
        related = _hits(store, ranked, page, before=len(docs))
    speeches, earliest, latest = _speeches(store, docs)
    return Results(
        query=asked,
        total=len(docs),
        related=len(related),
        hits=hits + related,
        speeches=speeches,
        earliest=earliest,
        latest=latest,
        suggestions=suggest(matches),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
    )


def _rank_exact(store: Store, query: Query, docs: Numbers, sort: Sort) -> _Ranked:
    patterns = tuple(pattern_of(clause) for clause in positive_patterns(query))
    terms = query_terms(store, [text for pattern in patterns for text in pattern.literals])
    scores = score(store, terms)
    ordered = order(store, docs, scores, sort)
    return _Ranked(ordered, scores[ordered].tolist(), (patterns,), "exact")


def _rank_related(
    store: Store, query: Query, texts: Sequence[str], matches: Sequence[FieldMatch], exact: Numbers
) -> _Ranked:
    terms = query_terms(store, [fold(text) for text in texts])
    scores = score(store, terms)
    found = find_related(store, query, terms, scores, exact=exact, matches=matches)
    words = [Literal(word) for word in terms.telling_words]
    pairs = [Literal(pair) for pair in terms.telling_bigrams]
    return _Ranked(found, scores[found].tolist(), (words, pairs), "related")


def _hits(store: Store, ranked: _Ranked, page: Page, *, before: int) -> tuple[Hit, ...]:
    """The hits on the page, of paragraphs that `before` others precede in the answer."""
    return tuple(
        make_hit(
            store.record(int(ranked.docs[at])),
            *ranked.highlights,
            rank=before + at + 1,
            score=ranked.scores[at],
            match=ranked.match,
        )
        for at in page.places(before, len(ranked.docs))
    )


def _speeches(store: Store, docs: Numbers) -> tuple[int, DateSpan | None, DateSpan | None]:
    """How many speeches the paragraphs are from, and the dates of the earliest and the latest."""
    titles = store.ordinals("speech").of
    said = docs[titles[docs] >= 0]
    firsts, lasts = store.first_dates()[said], store.last_dates()[said]
    count = len(np.unique(np.stack([titles[said], firsts, lasts], axis=1), axis=0))
    dated = said[firsts > 0]
    if not dated.size:
        return count, None, None
    earliest = store.record(int(dated[store.first_dates()[dated].argmin()]))
    latest = store.record(int(dated[store.last_dates()[dated].argmax()]))
    return count, earliest.span(), latest.span()
