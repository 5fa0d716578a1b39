"""Answers a query: the tree evaluated, ordered, paged and made into hits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from indexer.errors import OptionError
from indexer.model.catalogue import number_of_speeches
from indexer.model.fields import HEADINGS
from indexer.text.folding import fold
from indexer.wording import say
from searcher.answers.hits import make_hit
from searcher.answers.results import HeadingMatch, Hit, Match, Results, Suggestion
from searcher.language.query import (
    Phrase,
    Query,
    Text,
    iter_positive,
    positive_patterns,
    positive_strings,
    positive_texts,
)
from searcher.patterns import Literal, Pattern, TimeBudget
from searcher.ranking.bm25 import Scores
from searcher.ranking.exact import (
    ClauseCounts,
    FieldMatch,
    exact_scores,
    match_fields,
    role_factors,
)
from searcher.ranking.order import first_by_id, order
from searcher.ranking.sorting import Sort
from searcher.ranking.thresholds import DEFAULT
from searcher.store import Docset, Numbers, Store
from searcher.store.matching import frequency_bound
from searcher.store.retrieval import Retrieval

if TYPE_CHECKING:
    from indexer.text.dates import DateSpan


class Asked(NamedTuple):
    """A question as it came.

    Attributes:
        query: the query string.
        started: `time.perf_counter` when it came.
        budget: the time that its regular expressions may take.
        as_text: the operator words of the query that are text.
    """

    query: str
    started: float
    budget: TimeBudget
    as_text: tuple[str, ...] = ()


class Paging(NamedTuple):
    """Which part of an answer is wanted.

    Attributes:
        offset: how many hits to leave out.
        limit: the most hits to return; None returns every exact hit and no related one.
        exact: return no related hits.
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
        """The places on this page of `count` paragraphs that `before` others precede."""
        start = max(self.offset - before, 0)
        if self.limit is None:
            return range(start, count)
        return range(start, min(count, max(self.offset + self.limit - before, 0)))


def check_limit(limit: int | None) -> None:
    """Raise `OptionError` where `limit` is no number of results."""
    if limit is not None and limit < 0:
        raise OptionError(say("options.limit", limit=limit))


class _Ranked(NamedTuple):
    """Paragraphs in order, with what every hit among them needs.

    `highlights` are groups of patterns, of which the first that matches is highlighted.
    """

    docs: Numbers
    scores: Scores
    highlights: tuple[Sequence[Pattern], ...]
    match: Match


class _Found(NamedTuple):
    """The paragraphs that satisfy a query, and those whose fields contain a clause."""

    query: Query
    retrieval: Retrieval
    docs: Docset
    matches: Sequence[FieldMatch]


class Evaluated(NamedTuple):
    """A query and what it finds.

    Attributes:
        query: the query that finds it: without marks of notes where it finds nothing with them.
        docs: the paragraphs.
        dropped_marks: the marks that were left out.
    """

    query: Query
    docs: Docset
    dropped_marks: tuple[str, ...] = ()


def evaluate(retrieval: Retrieval, query: Query) -> Evaluated:
    """What `query` finds; raises as `answer` does."""
    docs = retrieval.evaluate(query)
    strings = positive_strings(query) if not len(docs) else ()
    if all(map(str.isalpha, strings)):  # as hardly a query has marks, what knows them is not loaded
        return Evaluated(query, docs)
    from searcher.answers.pasted import without_marks  # noqa: PLC0415

    plain = without_marks(query, lambda clause: len(retrieval.evaluate(clause)) > 0)
    found = retrieval.evaluate(plain.query) if plain.marks else docs
    return Evaluated(plain.query, found, plain.marks) if len(found) else Evaluated(query, docs)


def answer(store: Store, query: Query, page: Paging, *, asked: Asked) -> Results:
    """The results for `query`, which was asked as `asked`.

    Raises:
        QueryError: the query has what cannot be searched for, or takes too long.
    """
    retrieval = Retrieval(store, asked.budget)
    query, docs, dropped_marks = evaluate(retrieval, query)
    resembled = query if len(docs) else _loosened(query)
    texts = positive_texts(resembled) if page.sort == "relevance" else ()
    matches = match_fields(store, texts)
    found = _Found(query, retrieval, docs, matches)
    hits = _hits(store, _rank_exact(store, found, page), page, before=0)
    related: tuple[Hit, ...] = ()
    if texts and page.wants_related and len(hits) < (page.limit or 0):
        related = _hits(
            store,
            _rank_related(store, found._replace(query=resembled), texts),
            page,
            before=len(docs),
        )
    speeches, earliest, latest = _speeches(store, docs)
    return Results(
        query=asked.query,
        total=len(docs),
        related=len(related),
        hits=hits + related,
        speeches=speeches,
        earliest=earliest,
        latest=latest,
        suggestions=suggest(matches) if page.wants_related else (),
        headings=_headings(store, query, texts, matches),
        dropped_marks=dropped_marks,
        as_text=asked.as_text,
        took_ms=round((time.perf_counter() - asked.started) * 1000, 3),
    )


def _loosened(query: Query) -> Query:
    """What a query that finds nothing goes on with."""
    if all(isinstance(clause, (Text, Phrase)) for clause in iter_positive(query)):
        return query  # as most are: they have nothing to be loosened
    from searcher.answers.loosening import loosened  # noqa: PLC0415

    return loosened(query)


def suggest(matches: Sequence[FieldMatch]) -> tuple[Suggestion, ...]:
    """A few queries that list the paragraphs one of whose fields contains a bare clause."""
    return tuple(
        Suggestion(match.query, len(match.docs)) for match in matches[: DEFAULT.most_suggestions]
    )


def _headings(
    store: Store, query: Query, texts: Sequence[str], known: Sequence[FieldMatch]
) -> tuple[HeadingMatch, ...]:
    """The headings that contain a bare or a quoted clause.

    Args:
        texts: the clauses of which all fields that contain them are `known`.
    """
    strings = positive_strings(query)
    others = match_fields(store, (text for text in strings if text not in texts), HEADINGS)
    names = {row.name for row in HEADINGS}
    matches = [match for match in (*known, *others) if match.field in names]
    if not matches:
        return ()
    from searcher.answers.headings import find_headings  # noqa: PLC0415 (mostly none is there)

    return find_headings(store, strings, matches, DEFAULT.most_suggestions)


def _rank_exact(store: Store, found: _Found, page: Paging) -> _Ranked:
    clauses = positive_patterns(found.query) if len(found.docs) else ()
    patterns = tuple(found.retrieval.pattern(clause) for clause in clauses)
    occurring = (
        ClauseCounts(found.retrieval.counts(clause, found.docs), frequency_bound(store, pattern))
        for clause, pattern in zip(clauses, patterns, strict=True)
    )
    factors = role_factors(store, found.docs)
    scores = exact_scores(store, found.docs, occurring, found.matches, factors)
    most = None if page.limit is None else page.offset + page.limit
    places = order(store, found.docs, scores, page.sort, most)
    return _Ranked(found.docs[places], scores[places], (patterns,), "exact")


def _rank_related(store: Store, found: _Found, texts: Sequence[str]) -> _Ranked:
    # Where exact hits fill the page, as they mostly do, none of this is loaded.
    from searcher.ranking.query_terms import query_terms  # noqa: PLC0415
    from searcher.ranking.related import find_related  # noqa: PLC0415

    # As one text: a blank between two clauses may be one that folding drops (第 49 届).
    terms = query_terms(store, store.lexicon("text"), fold(" ".join(texts)))
    docs, scores = find_related(
        store,
        found.query,
        found.retrieval,
        terms,
        exact=found.docs,
        matches=found.matches,
    )
    words = [Literal(word) for word in terms.informative_words()]
    pairs = [Literal(pair) for pair in terms.informative_bigrams()]
    return _Ranked(docs, scores, (words, pairs), "related")


def _hits(store: Store, ranked: _Ranked, page: Paging, *, before: int) -> tuple[Hit, ...]:
    """The hits on the page, of paragraphs that `before` others precede in the answer."""
    return tuple(
        make_hit(
            store.record(int(ranked.docs[at])),
            *ranked.highlights,
            rank=before + at + 1,
            score=float(ranked.scores[at]),
            match=ranked.match,
        )
        for at in page.places(before, len(ranked.docs))
    )


def _speeches(store: Store, docs: Docset) -> tuple[int, DateSpan | None, DateSpan | None]:
    """How many speeches the paragraphs are from, and the dates of the earliest and the latest.

    A note to a speech is no part of it.
    """
    titles = store.values("speech").of
    said = docs.compress(titles[docs] >= 0)
    said = said.compress(~store.values("role").equal_to("note").mask(said))
    firsts, lasts = store.first_dates()[said], store.last_dates()[said]
    columns = titles[said], firsts, lasts, store.values("speaker").of[said]
    told = set(zip(*(column.tolist() for column in columns), strict=True))
    count = number_of_speeches((facts[:-1], None if facts[-1] < 0 else facts[-1]) for facts in told)
    dated = firsts > 0
    if not dated.any():
        return count, None, None
    said, firsts, lasts = said[dated], firsts[dated], lasts[dated]
    earliest = first_by_id(store, said[firsts == firsts.min()])
    latest = first_by_id(store, said[lasts == lasts.max()])
    return count, store.record(earliest).span(), store.record(latest).span()
