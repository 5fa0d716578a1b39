"""What careful editors say that tracing should give, and how far a trace agrees with it.

The files are in `judged/`, one for each article: an article of the seeds, or one of `judged/made/`.
A paragraph's number is its place among those that the reader makes of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from indexer.facts import read_documents
from indexer.model.limits import Limits
from indexer.sources.decoding import decode
from indexer.sources.source_text import CHINA, SourceText
from indexer.text.span import Span
from searcher import Searcher
from searcher.articles.article import Article
from searcher.claims.reading import read_article
from searcher.tracing.results import NotFound, Quotation, Trace
from tests.support.command_line import CHECKOUT

FOLDER = CHECKOUT / "tests" / "searcher" / "tracing" / "judged"
SEEDS = ("000", "001", "003", "004")
MADE = tuple(sorted(f"made/{path.stem}" for path in FOLDER.glob("made/*.json")))

SAME = 0.8
"""A span is the one that was expected where it overlaps that by so much of both together."""

TOUCHED = 0.3
"""What overlaps a span under `either` by so much counts neither way."""

Entry = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """An article and what was judged of it.

    Attributes:
        paragraphs: where those are that the reader makes of the file.
        quotations, not_found, either: what was judged, each with its span.
    """

    name: str
    article: Article
    paragraphs: Sequence[Span]
    quotations: Sequence[tuple[Span, Entry]]
    not_found: Sequence[tuple[Span, Entry]]
    either: Sequence[tuple[Span, Entry]]


@lru_cache
def judged(name: str) -> Judged:
    """What was judged of an article, by the name of the file without its ending."""
    facts = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    file: Any = facts["file"]
    path = FOLDER / file if name.startswith("made/") else CHECKOUT / "seeds" / file
    article = read_article(path.read_bytes(), path.name)
    spans = list(_paragraphs(article, path))

    def located(kind: str) -> list[tuple[Span, Entry]]:
        entries: Any = facts[kind]
        return [(_located(article, spans, entry), entry) for entry in entries]

    return Judged(
        name, article, spans, located("quotations"), located("not_found"), located("either")
    )


def _paragraphs(article: Article, path: Path) -> Iterator[Span]:
    """Where the paragraphs of the reader stand in the article, which has headings beside them."""
    source = SourceText.from_text(path.name, decode(path.read_bytes()).text, CHINA, Limits())
    spans = ((one.start, one.end) for one in article.paragraphs)
    for document in read_documents(source):
        for paragraph in document.paragraphs:
            yield next(span for span in spans if article.text[slice(*span)] == paragraph.text)


def _located(article: Article, paragraphs: Sequence[Span], entry: Entry) -> Span:
    start, end = paragraphs[entry["paragraph"] - 1]
    at = start - 1
    for _ in range(entry.get("occurrence", 1)):
        at = article.text.index(entry["text"], at + 1, end)
    return at, at + len(entry["text"])


class Tally(NamedTuple):
    """How often of what was expected it was found, and how often what was found was expected.

    Attributes:
        expected: how many were.
        right: how many of these were found as they should be.
        extra: how many were found that were not expected.
    """

    expected: int = 0
    right: int = 0
    extra: int = 0

    def __add__(self, other: tuple[int, ...]) -> Tally:  # type: ignore[override]
        return Tally(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0


KINDS = {"exact": "exact", "normalized": "exact", "near": "near", "partial": "near"}
"""Under which heading a match counts: what is word for word, and what is not."""


class Verdict(NamedTuple):
    """How far a trace agrees with what was judged.

    Attributes:
        tallies: of each kind.
        attributed: how many attributions were judged true or false.
        right: how many of these the trace told as the judge does.
        false_alarms: which it told as false although they are true.
        differences: what differs, a line each.
    """

    tallies: dict[str, Tally]
    attributed: int
    right: int
    false_alarms: list[str]
    differences: list[str]


def compare(judged: Judged, trace: Trace) -> Verdict:
    """How far a trace of an article agrees with what was judged of it."""
    tallies = dict.fromkeys(("exact", "near", "not_found"), Tally())
    lines: list[str] = []
    false_alarms: list[str] = []
    attributed = right = 0
    expected: set[Span] = set()
    for span, entry in judged.quotations:
        found = _nearest(span, trace.quotations)
        problem = _problem(span, entry, found)
        tallies[KINDS[entry["match"]]] += (1, problem is None, 0)
        if problem is not None:
            lines.append(f"{_place(judged, entry)}：{problem}")
        if found is None or _overlap(span, _span(found)) < SAME:
            continue
        expected.add(_span(found))
        if entry.get("agrees") is not None:
            attributed += 1
            right += found.attribution_agrees is entry["agrees"]
        if found.attribution_agrees is not entry.get("agrees"):
            line = (
                f"{_place(judged, entry)}：出处 {entry.get('agrees')}（{entry.get('attribution')}）"
                f"，得 {found.attribution_agrees}（{found.attribution}）"
            )
            lines.append(line)
            if found.attribution_agrees is False and entry.get("agrees") is True:
                false_alarms.append(line)
    for span, entry in judged.not_found:
        missing = _nearest(span, trace.not_found)
        is_right = missing is not None and _overlap(span, _span(missing)) >= SAME
        tallies["not_found"] += (1, is_right, 0)
        if missing is not None and is_right:
            expected.add(_span(missing))
        else:
            got = missing and missing.text
            lines.append(f"{_place(judged, entry)}：应为未见，得 {got}")
    found_or_not: list[Quotation | NotFound] = [*trace.quotations, *trace.not_found]
    for one in found_or_not:
        if _span(one) in expected or not _counts(judged, _span(one)):
            continue
        kind = KINDS[one.match] if isinstance(one, Quotation) else "not_found"
        tallies[kind] += (0, 0, 1)
        lines.append(f"{judged.name} “{one.text}”：多出 {kind}")
    return Verdict(tallies, attributed, right, false_alarms, lines)


def _place(judged: Judged, entry: Entry) -> str:
    return f"{judged.name} 第{entry['paragraph']}段 “{entry['text']}”"


def _problem(span: Span, entry: Entry, found: Quotation | None) -> str | None:
    """What is wrong with what was found in the place of a quotation."""
    if found is None or _overlap(span, _span(found)) < SAME:
        return f"得 {found and found.text}"
    if found.match != entry["match"]:
        return f"应为 {entry['match']}，得 {found.match}（{found.similarity}）"
    if shortened(found.sources[0].id) not in entry["sources"]:
        return f"应出自 {entry['sources']}，得 {[shortened(one.id) for one in found.sources]}"
    return None


def _counts(judged: Judged, span: Span) -> bool:
    """Whether a finding is of a paragraph that was judged, and was not left open."""
    return any(start <= span[0] < end for start, end in judged.paragraphs) and not any(
        _overlap(span, one) >= TOUCHED for one, _ in judged.either
    )


def shortened(id_: str) -> str:
    """The id of a paragraph of the book as the judges write it."""
    return "002#" + id_.partition("#")[2]


Told = TypeVar("Told", Quotation, NotFound)


def _nearest(span: Span, told: Sequence[Told]) -> Told | None:
    best = max(told, key=lambda one: _overlap(span, _span(one)), default=None)
    return best if best is not None and _overlap(span, _span(best)) else None


def _overlap(one: Span, other: Span) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _span(one: Quotation | NotFound) -> Span:
    return one.start, one.end


def trace_of(searcher: Searcher, name: str) -> Trace:
    """The trace of a judged article, of which the article itself is no source."""
    own = [one.doc for one in searcher.documents() if one.doc.startswith(f"{name}_")]
    return searcher.trace(judged(name).article, exclude=own)
