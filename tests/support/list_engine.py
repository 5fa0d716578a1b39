"""A second engine: a collection that is a Python list of records.

It has no index: every question is answered by looking at all records, in the plainest way. What it
shares with the folder are the protocol, the patterns that decide what occurs in a text, and the
formulas of ranking over `Scored`. So a searcher over it is an oracle for one over a folder.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Collection as Names
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.commits.manifest import Manifest
from indexer.errors import OptionError
from indexer.model.catalogue import Catalogue, DocumentEntry, SourceEntry, number_of_speeches
from indexer.model.fields import LEADING, ROLES
from indexer.model.place import Place
from indexer.model.records import Record
from indexer.segments.paged import Numbers
from indexer.text.dates import day_number
from indexer.text.folding import fold, fold_spelled
from indexer.text.marks import BETWEEN_TEXTS
from indexer.words.analysis import Cutter
from indexer.words.terms import bigrams
from searcher.answers.first import FirstUse
from searcher.answers.hits import make_hit, plain_hit
from searcher.answers.pasted import without_marks
from searcher.answers.results import HeadingMatch, Hit, Results
from searcher.answers.search import Asked, Paging, suggest
from searcher.browse.contents import ChapterEntry, Passage, SpeakerEntry, SpeechEntry
from searcher.browse.headings import PlacedHeading
from searcher.browse.listing import speaker_order, speech_order
from searcher.browse.passages import parse_id, resolve_document
from searcher.engine.protocol import Collection
from searcher.explain.explanation import Explanation
from searcher.language.filters import Filters, Within
from searcher.language.query import (
    COLUMN_CLAUSES,
    And,
    AnyYear,
    ColumnClause,
    DateRange,
    Field,
    Filtered,
    Located,
    Not,
    Or,
    Query,
    Text,
    asks_for_notes,
    positive_patterns,
    positive_strings,
    positive_texts,
    quote,
)
from searcher.patterns import Literal, Pattern, TimeBudget, pattern_of
from searcher.ranking.bm25 import Scores, idf, length_norms, saturated
from searcher.ranking.evidence import named
from searcher.ranking.exact import ClauseCounts, FieldMatch, exact_scores
from searcher.ranking.query_terms import Terms, query_terms
from searcher.ranking.related import candidate_terms
from searcher.ranking.rerank import rerank_scores
from searcher.ranking.thresholds import DEFAULT
from searcher.store.docsets import Mask
from searcher.textmatch.letters import Codes
from searcher.textmatch.likely import likely_paragraphs
from searcher.textmatch.seeding import SharedRuns, shared_runs
from searcher.textmatch.thresholds import Thresholds

Item = TypeVar("Item")
Made = TypeVar("Made")

VIEWS: dict[str, Callable[[str, list[str]], Iterable[str]]] = {
    "text": lambda _text, words: words,
    "chars": lambda text, _words: text,
    "bigrams": lambda text, _words: bigrams(text),
}


class Where(NamedTuple):
    """Where a term occurs, and how often."""

    docs: Numbers
    frequencies: NDArray[Any]


class PlainTexts:
    """The folded texts."""

    def __init__(self, folded: Sequence[str]) -> None:
        self._folded = folded

    def read(self, docs: Numbers) -> Iterator[str]:
        return (self._folded[doc] for doc in docs)


class PlainWords:
    """All words of the texts, and how often each occurs in them."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts

    def prefixes(self, text: str, start: int, most: int) -> Iterator[tuple[int, int]]:
        for end in range(start + 1, min(start + most, len(text)) + 1):
            if self._counts[text[start:end]]:
                yield end, self._counts[text[start:end]]


class PlainField:
    """The values of a field."""

    def __init__(self, values: Sequence[str | None]) -> None:
        self._folded = [None if value is None else fold(value) for value in values]
        self._names = sorted({value for value in self._folded if value is not None})
        places = {name: at for at, name in enumerate(self._names)}
        of = [-1 if value is None else places[value] for value in self._folded]
        self.of = np.array(of, np.int64)
        self.count = len(self._names)
        self.sizes = np.array([len(set(bigrams(name))) for name in self._names], np.int64)

    def containing(self, pairs: Sequence[str]) -> tuple[Numbers, Numbers]:
        found = [
            (at, place)
            for at, pair in enumerate(pairs)
            for place, name in enumerate(self._names)
            if pair in name
        ]
        which, places = np.array(found, np.int64).reshape(-1, 2).T
        return which, places

    def frequencies(self, pairs: Sequence[str]) -> Numbers:
        return np.array([sum(pair in name for name in self._names) for pair in pairs], np.int64)


class PlainScored:
    """The list as ranking sees it: a `searcher.ranking.scored.Scored`."""

    def __init__(self, records: Sequence[Record]) -> None:
        texts = [record.text for record in records]
        folded = list(map(fold, texts))
        self.count = len(folded)
        self._records = records
        self.texts = PlainTexts(folded)
        words = Cutter().cut(list(map(fold_spelled, texts))).renamed(fold).of_each()
        self._counted = {
            view: [Counter(terms_of(text, cut)) for text, cut in zip(folded, words, strict=True)]
            for view, terms_of in VIEWS.items()
        }
        self._made: dict[tuple[object, ...], Any] = {}

    def lengths(self, view: str) -> NDArray[np.integer[Any]]:
        return np.array([counts.total() for counts in self._counted[view]], np.int64)

    def total_length(self, view: str) -> int:
        return int(self.lengths(view).sum())

    def document_frequency(self, view: str, term: str) -> int:
        return len(self.postings(view, term).docs)

    def postings(self, view: str, term: str) -> Where:
        pairs = [(doc, one[term]) for doc, one in enumerate(self._counted[view]) if one[term]]
        docs, counts = np.array(pairs, np.int64).reshape(-1, 2).T
        return Where(docs, np.minimum(counts, 255))

    def field(self, name: str) -> PlainField:
        return self.remember(
            ("field", name), lambda: PlainField([getattr(r, name) for r in self._records])
        )

    def first_dates(self) -> NDArray[np.integer[Any]]:
        return np.array([day_number(r.date) if r.date else 0 for r in self._records], np.int64)

    def last_dates(self) -> NDArray[np.integer[Any]]:
        spans = [record.span() for record in self._records]
        return np.array([day_number(span.last) if span else 0 for span in spans], np.int64)

    def dated_frequency(self, first: int, last: int) -> int:
        spans = [record.span() for record in self._records]
        days = [(day_number(span.first), day_number(span.last)) for span in spans if span]
        return sum(one <= last and other >= first for one, other in days)

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    @cached_property
    def words(self) -> PlainWords:
        """The dictionary by which queries are cut."""
        return PlainWords(sum(self._counted["text"], Counter()))


class Finding:
    """The evaluation of one query by looking at every record."""

    def __init__(
        self, records: Sequence[Record], folded: Sequence[str], budget: TimeBudget
    ) -> None:
        self._records = records
        self._folded = folded
        self._budget = budget

    def pattern(self, clause: Located) -> Pattern:
        return pattern_of(clause, self._budget)

    def count(self, clause: Located, number: int) -> int:
        return sum(1 for _ in self.pattern(clause).matches(self._folded[number]))

    def satisfies(self, query: Query, number: int, *, texts: bool = True) -> bool:
        """Whether a record satisfies a query; without `texts`, bare positive clauses are true."""
        if isinstance(query, Text) and not texts:
            return True
        if isinstance(query, (And, Filtered)):
            return all(self.satisfies(clause, number, texts=texts) for clause in query.clauses)
        if isinstance(query, Or):
            return any(self.satisfies(clause, number, texts=texts) for clause in query.clauses)
        if isinstance(query, Not):
            return not self.satisfies(query.clause, number)
        if isinstance(query, COLUMN_CLAUSES):
            return passes(query, self._records[number])
        return self.count(query, number) > 0


def passes(query: ColumnClause, record: Record) -> bool:
    """Whether a filter lets a record through."""
    if isinstance(query, DateRange):
        span = record.span()
        return (
            span is not None
            and (query.first is None or span.last >= query.first)
            and (query.last is None or span.first <= query.last)
        )
    if isinstance(query, AnyYear):
        span = record.span()
        return span is not None and any(
            day.month == query.month and query.day in (None, day.day)
            for day in (span.first + timedelta(n) for n in range((span.last - span.first).days + 1))
        )
    if query.number is not None:
        return record.chapter_no == query.number
    value = getattr(record, query.name)
    return value is not None and fold(query.value) in fold(str(value))


class Ranked(NamedTuple):
    """Records in order, their scores, and what is highlighted in them."""

    numbers: Sequence[int]
    scores: Sequence[float]
    highlights: tuple[Sequence[Pattern], ...]
    match: Any


@dataclass(frozen=True)
class Shelf(Place):
    """Where a list of records is."""

    records: Sequence[Record]
    catalogue: Catalogue
    manifest: Manifest

    def __str__(self) -> str:
        return "a list"


def by_speaker(said: Sequence[Record]) -> Iterator[tuple[str | None, list[Record]]]:
    """The records of a title and a date by who speaks; one who is named alone speaks in all."""
    named = {record.speaker for record in said if record.speaker}
    if len(named) == 1:
        yield min(named), [*said]
    else:
        for speaker in {record.speaker: None for record in said}:
            yield speaker, [record for record in said if record.speaker == speaker]


def open_shelf(shelf: Shelf) -> ListCollection:
    """The collection at such a place."""
    return ListCollection(shelf)


@dataclass(frozen=True)
class ListCollection:
    """A `Collection` that is a list of records: documents in any order, paragraphs in theirs."""

    place: Shelf

    @property
    def records(self) -> Sequence[Record]:
        return self.place.records

    @property
    def manifest(self) -> Manifest:
        return self.place.manifest

    @cached_property
    def folded(self) -> list[str]:
        return [fold(record.text) for record in self.records]

    @cached_property
    def scored(self) -> PlainScored:
        return PlainScored(self.records)

    def reading(self) -> AbstractContextManager[None]:
        return nullcontext()

    def answer(self, query: Query, page: Paging, asked: Asked) -> Results:
        finding = Finding(self.records, self.folded, asked.budget)
        query, marks, found = self._found(query, finding)
        texts = positive_texts(query) if page.sort == "relevance" else ()
        matches = self._field_matches(texts)
        ranked = self._exact(query, finding, found, matches, page)
        hits = self._hits(ranked, page, before=0)
        related: tuple[Hit, ...] = ()
        if texts and page.wants_related and len(hits) < (page.limit or 0):
            also = self._related(query, finding, set(found), matches, texts)
            related = self._hits(also, page, before=len(found))
        by_id = [self.records[n] for n in sorted(found, key=self._by_id)]
        said = [record for record in by_id if record.speech is not None and record.role != "note"]
        dated = [record for record in said if record.date is not None]
        earliest = min(dated, key=lambda record: record.date or date.max, default=None)
        latest = max(dated, key=lambda record: record.date_end or date.min, default=None)
        return Results(
            query=asked.query,
            total=len(found),
            related=len(related),
            hits=hits + related,
            speeches=number_of_speeches(((r.speech, r.date, r.date_end), r.speaker) for r in said),
            earliest=earliest.span() if earliest else None,
            latest=latest.span() if latest else None,
            suggestions=suggest(matches) if page.wants_related else (),
            headings=self._headings(query),
            dropped_marks=marks,
            took_ms=round((time.perf_counter() - asked.started) * 1000, 3),
        )

    def explain(self, query: Query, asked: Asked) -> Explanation:
        raise OptionError(f"a list does not explain {query} ({asked.query})")

    def first_use(self, query: Query, limit: int | None, asked: Asked) -> FirstUse:
        finding = Finding(self.records, self.folded, asked.budget)
        query, marks, found = self._found(query, finding)
        if not asks_for_notes(query):
            found = [n for n in found if self.records[n].role != "note"]
        dated = [n for n in found if self.records[n].date is not None]
        patterns = tuple(map(finding.pattern, positive_patterns(query)))
        return FirstUse(
            query=asked.query,
            total=len(dated),
            undated=len(found) - len(dated),
            dropped_marks=marks,
            hits=tuple(
                make_hit(self.records[n], patterns, rank=rank, score=0.0, match="exact")
                for rank, n in enumerate(sorted(dated, key=self.age)[:limit], 1)
            ),
            took_ms=round((time.perf_counter() - asked.started) * 1000, 3),
        )

    def passage(self, id_: str) -> Passage:
        aliased = [record for record in self.records if record.alias == id_]
        if aliased:
            doc, passage = aliased[0].doc, aliased[0].passage
        else:
            parsed = parse_id(id_)
            doc, passage = resolve_document(parsed.doc, self.document_ids(), id_), parsed.passage
        of_doc = [record for record in self.records if record.doc == doc]
        at = [n for n, record in enumerate(of_doc) if record.passage == passage]
        before, after = of_doc[: at[0]][-1:], of_doc[at[-1] + 1 :][:1]
        return Passage(
            path=self.document(doc).path,
            paragraphs=tuple(plain_hit(of_doc[n]) for n in at),
            before=plain_hit(before[0]) if before else None,
            after=plain_hit(after[0]) if after else None,
        )

    def document(self, doc: str) -> DocumentEntry:
        return next(entry for entry in self.place.catalogue.documents if entry.doc == doc)

    def documents(self) -> tuple[DocumentEntry, ...]:
        return self.place.catalogue.documents

    def document_ids(self) -> tuple[str, ...]:
        return tuple(entry.doc for entry in self.place.catalogue.documents)

    def sources(self) -> tuple[SourceEntry, ...]:
        return self.place.catalogue.sources

    def chapters(self) -> tuple[ChapterEntry, ...]:
        groups = self._grouped(lambda record: record.chapter and (record.doc, record.chapter))
        return tuple(
            ChapterEntry(
                doc=group[0].doc,
                chapter=group[0].chapter or "",
                chapter_no=group[0].chapter_no,
                passages=len({record.passage for record in group}),
                paragraphs=len(group),
                first_date=min((r.date for r in group if r.date), default=None),
                last_date=max((r.date_end for r in group if r.date_end), default=None),
            )
            for group in groups
        )

    def speeches(self) -> tuple[SpeechEntry, ...]:
        groups = self._grouped(
            lambda record: (
                record.speech
                and (
                    record.speech,
                    record.date,
                    record.date_end,
                    record.date_precision,
                    record.dates,
                )
            )
        )
        entries = [
            SpeechEntry(
                speech=group[0].speech or "",
                speaker=speaker,
                date=group[0].date,
                date_end=group[0].date_end,
                date_precision=group[0].date_precision,
                dates=group[0].dates,
                passages=len({(record.doc, record.passage) for record in group}),
                paragraphs=len(group),
                docs=tuple(dict.fromkeys(record.doc for record in group)),
            )
            for whole in groups
            for speaker, group in by_speaker(whole)
        ]
        return tuple(sorted(entries, key=speech_order))

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        entries = [
            SpeakerEntry(
                speaker=group[0].speaker or "",
                speeches=len({(r.speech, r.date, r.date_end) for r in group if r.speech}),
                passages=len({(record.doc, record.passage) for record in group}),
                paragraphs=len(group),
                first_date=min((r.date for r in group if r.date), default=None),
                last_date=max((r.date_end for r in group if r.date_end), default=None),
                docs=tuple(dict.fromkeys(record.doc for record in group)),
            )
            for group in self._grouped(lambda record: record.speaker)
        ]
        return tuple(sorted(entries, key=speaker_order))

    def values(self, field: str, doc: str) -> tuple[str, ...]:
        found = {getattr(record, field) for record in self.records if record.doc == doc}
        return tuple(sorted(found - {None}))

    def roles(self) -> Counter[str]:
        return Counter(record.role for record in self.records)

    def texts(self, within: Within, filters: Filters | None, exclude: Names[str] = ()) -> ListTexts:
        finding = Finding(self.records, self.folded, TimeBudget("", seconds=1.0))
        clauses = filters.clauses if filters else ()
        mask = [
            within in (record.role, "all")
            and (record.role != "note" or (filters is not None and filters.role == "note"))
            and record.doc not in exclude
            and all(finding.satisfies(clause, n) for clause in clauses)
            for n, record in enumerate(self.records)
        ]
        return ListTexts(self, np.array(mask, bool))

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        return self.scored.remember(key, make)

    def changed_source(self) -> str | None:
        return None

    def newest(self) -> Collection | None:
        return None

    def age(self, number: int) -> tuple[object, ...]:
        """What paragraphs are sorted by that are told by date."""
        one = self.records[number]
        published = one.date_kind == "publication"
        last = one.date_end or date.max
        return one.date is None, one.date or date.max, published, last, self._by_id(number)

    def _by_id(self, number: int) -> tuple[str, int]:
        return self.records[number].doc, number

    def _grouped(self, key: Callable[[Record], object]) -> list[list[Record]]:
        """The records by a key, in the order of the collection; those without one are left out."""
        place = {doc: at for at, doc in enumerate(self.document_ids())}
        groups: defaultdict[object, list[Record]] = defaultdict(list)
        for record in sorted(self.records, key=lambda record: place[record.doc]):
            if key(record) and record.role != "note":
                groups[key(record)].append(record)
        return list(groups.values())

    def _field_matches(self, texts: Sequence[str]) -> list[FieldMatch]:
        matches = []
        for text in texts:
            for row in LEADING:
                values = [getattr(record, row.name) for record in self.records]
                docs = [n for n, one in enumerate(values) if one and fold(text) in fold(one)]
                if docs:
                    query, boost = f"{row.alias}：{text}", row.boost or 1.0
                    matches.append(FieldMatch(text, row.name, query, np.array(docs), boost))
        return matches

    def _found(self, query: Query, finding: Finding) -> tuple[Query, tuple[str, ...], list[int]]:
        def which(asked: Query) -> list[int]:
            return [n for n in range(len(self.records)) if finding.satisfies(asked, n)]

        found = which(query)
        plain = without_marks(query, lambda clause: bool(which(clause)))
        if not found and plain.marks and (without := which(plain.query)):
            return plain.query, plain.marks, without
        return query, (), found

    def _headings(self, query: Query) -> tuple[HeadingMatch, ...]:
        matches = []
        for text in positive_strings(query):
            found: dict[tuple[str, ...], Record] = {}
            under: dict[str, set[str]] = {}
            for record in sorted(self.records, key=lambda one: (one.doc, one.passage)):
                for name, alias in (("title", "题"), ("chapter", "章"), ("section", "节")):
                    if Field(name, text).number is not None:
                        continue
                    path = (getattr(record, name) or "").split(" / ")
                    for depth, heading in enumerate(path, 1):
                        if heading and fold(text) in fold(heading):
                            found.setdefault((record.doc, name, *path[:depth]), record)
                            under.setdefault(alias, set()).add(record.id)
            if found:
                where = next(iter(found))
                value = text if re.fullmatch(r"\w+", text) else quote(text, '"')
                queries = [f"{alias}：{value}" for alias in "题章节" if alias in under]
                matches.append(
                    HeadingMatch(
                        clause=text,
                        count=len(found),
                        first=where[-1],
                        id=found[where].id,
                        query=" OR ".join(queries),
                        total=len(set().union(*under.values())),
                    )
                )
        return tuple(matches[: DEFAULT.most_suggestions])

    def _exact(
        self,
        query: Query,
        finding: Finding,
        found: list[int],
        matches: Sequence[FieldMatch],
        page: Paging,
    ) -> Ranked:
        clauses = positive_patterns(query)
        patterns = tuple(map(finding.pattern, clauses))
        occurring = [
            ClauseCounts(np.array([finding.count(clause, n) for n in found]), self._rarity(pattern))
            for clause, pattern in zip(clauses, patterns, strict=True)
        ]
        factors = np.array([ROLES[self.records[n].role] for n in found], np.float64)
        docs = np.array(found, np.int64)
        scores = dict(
            zip(
                found,
                exact_scores(self.scored, docs, occurring, matches, factors).tolist(),
                strict=True,
            )
        )
        place = {doc: at for at, doc in enumerate(self.document_ids())}
        roles = list(ROLES)

        def key(n: int) -> tuple[object, ...]:
            one = self.records[n]
            day = one.date or date.max
            if page.sort == "relevance":
                return -np.round(scores[n], 6), roles.index(one.role), day, self._by_id(n)
            if page.sort == "position":
                return place[one.doc], self._by_id(n)
            if page.sort == "date":
                return day, self._by_id(n)
            return -one.date.toordinal() if one.date else 0, self._by_id(n)

        ordered = sorted(found, key=key)
        return Ranked(ordered, [scores[n] for n in ordered], (patterns,), "exact")

    def _rarity(self, pattern: Pattern) -> int:
        """In how many records a pattern can occur, by the rarest term that it must contain."""
        every = self.scored.count
        alternatives = []
        for strings in pattern.alternatives:
            terms = [("bigrams", pair) for string in strings for pair in bigrams(string)]
            terms += [("chars", string) for string in strings if len(string) == 1]
            counted = (self.scored.document_frequency(*term) for term in terms)
            alternatives.append(min(counted, default=every))
        return min(sum(alternatives), every)

    def _related(
        self,
        query: Query,
        finding: Finding,
        exact: set[int],
        matches: Sequence[FieldMatch],
        texts: Sequence[str],
    ) -> Ranked:
        terms = query_terms(self.scored, self.scored.words, fold(" ".join(texts)))
        every = range(len(self.records))
        allowed = {n for n in every if finding.satisfies(query, n, texts=False)} - exact
        clauses = Counter(
            n
            for text in {match.text for match in matches}
            for n in set().union(*(m.docs.tolist() for m in matches if m.text == text))
        )
        numbers: list[int] = []
        scores: list[float] = []
        for count in sorted(set(clauses.values()) | {0}, reverse=True):
            group = {n for n in allowed if clauses[n] == count}
            if group and len(numbers) < DEFAULT.most_related:
                chosen = self._candidates(terms, group, fill=count > 0)
                under = named(self.scored, terms, DEFAULT.named)
                if not count and under is not None:
                    below = {n for n in group if under[n]}
                    chosen = sorted({*chosen, *self._candidates(terms, below, fill=True)})
                docs = np.array(chosen, np.int64)
                worth = dict(zip(chosen, rerank_scores(self.scored, terms, docs), strict=True))
                chosen.sort(key=lambda n: self._best_first(n, worth[n]))
                numbers += chosen
                scores += [worth[n] for n in chosen]
        words = [Literal(word) for word in terms.informative_words()]
        pairs = [Literal(pair) for pair in terms.informative_bigrams()]
        most = DEFAULT.most_related
        return Ranked(numbers[:most], scores[:most], (words, pairs), "related")

    def _candidates(self, terms: Terms, group: set[int], *, fill: bool) -> list[int]:
        """The records that the first stage leaves to the second.

        Args:
            fill: whether such that share no term with the query may follow.
        """
        if fill and len(group) <= DEFAULT.candidates:
            return sorted(group)
        scores = self._first_stage(terms)
        ordered = sorted(
            (n for n in group if scores[n] > 0), key=lambda n: self._best_first(n, float(scores[n]))
        )[: DEFAULT.candidates]
        if fill:
            rest = sorted(group - set(ordered), key=lambda n: self._best_first(n, 0.0))
            ordered += rest[: DEFAULT.candidates - len(ordered)]
        return ordered

    def _first_stage(self, terms: Terms) -> Scores:
        scores = np.zeros(len(self.records))
        found = []
        for term in sorted(candidate_terms(self.scored, terms), key=lambda t: (t.view, t.text)):
            found.append((term, self.scored.postings(term.view, term.text)))
        for term, where in sorted(found, key=lambda one: len(one[1].docs)):
            norms = length_norms(self.scored, term.view).of(where.docs)
            weight = term.weight * idf(len(where.docs), self.scored.count)
            scores[where.docs] += saturated(where.frequencies, norms, weight)
        return scores

    def _best_first(self, n: int, score: float) -> tuple[object, ...]:
        return -np.round(score, 6), self.records[n].date or date.max, self._by_id(n)

    def _hits(self, ranked: Ranked, page: Paging, *, before: int) -> tuple[Hit, ...]:
        return tuple(
            make_hit(
                self.records[ranked.numbers[at]],
                *ranked.highlights,
                rank=before + at + 1,
                score=float(ranked.scores[at]),
                match=ranked.match,
            )
            for at in page.places(before, len(ranked.numbers))
        )


class ListTexts:
    """The `Texts` of a list: its records by their places in it."""

    def __init__(self, collection: ListCollection, mask: Mask) -> None:
        self._collection = collection
        self.mask = mask

    @property
    def text_bytes(self) -> int:
        return sum(len(text.encode()) for text in self._collection.folded)

    def pieces(self) -> Iterator[tuple[int, str]]:
        for number, text in enumerate(self._collection.folded):
            yield number, text + BETWEEN_TEXTS

    def release(self) -> None:
        """Nothing is held."""

    def releasing(self, items: Iterable[Item], every: int) -> Iterator[Item]:
        assert every
        return iter(items)

    def folded(self, number: int) -> str:
        return self._collection.folded[number]

    def record(self, number: int) -> Record:
        return self._collection.records[number]

    def number(self, record: Record) -> int:
        ids = [one.id for one in self._collection.records]
        return ids.index(record.id)

    def containing(self, text: str) -> list[int]:
        texts = enumerate(self._collection.folded)
        return [n for n, one in texts if text in one and self.mask[n]]

    def sharing(self, codes: Codes, by: Thresholds) -> SharedRuns:
        return shared_runs(self, codes, by)

    def likely(self, text: str, most: int, by: Thresholds) -> list[int]:
        return likely_paragraphs(self._collection.scored, self.mask, text, most, by)

    def headings(self) -> list[PlacedHeading]:
        found: dict[tuple[str, ...], PlacedHeading] = {}
        for n in np.flatnonzero(self.mask).tolist():
            record = self.record(n)
            for name in ("title", "chapter", "section"):
                path = tuple((getattr(record, name) or "").split(" / "))
                for depth in range(1, len(path) + 1 if path[0] else 1):
                    where = (record.doc, name, *path[:depth])
                    found.setdefault(where, PlacedHeading(name, path[:depth], n))
        return list(found.values())

    def by_date(self, numbers: Numbers) -> Numbers:
        return np.array(sorted(numbers.tolist(), key=self._collection.age), np.int64)

    def are_dated(self, numbers: Numbers) -> Mask:
        records = self._collection.records
        return np.array([records[n].date is not None for n in numbers.tolist()], bool)
