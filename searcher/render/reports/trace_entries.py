"""What was traced in the order of the input: what is said of it in every format for people, and its
parts one by one for programs and for tables.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from indexer.wording import say
from searcher.articles.article import Attribution
from searcher.render.data.cells import Part, joined_table
from searcher.render.data.records import record_of
from searcher.render.text.dates import sentence_date
from searcher.render.text.messages import clauses
from searcher.render.text.provenance import line_range
from searcher.tracing.results import Quotation, Source, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.text.dates import DateSpan
    from searcher.render.data.cells import Table
    from searcher.tracing.results import NotFound, Trace

Outcome = Literal[Verdict, "not_found"]
"""A verdict, or that nothing was found."""

VERDICTS: Final[tuple[Outcome, ...]] = get_args(Outcome)
"""The best first."""

Advice = Literal["shorter", "articles"]
"""What a user at a terminal may try who traces nothing: longer texts, or all the collection."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A quotation, or what looks like one and was not found.

    Attributes:
        number: its place in the order of the input, from 1.
        found: the quotation itself.
        place: where it is in the file: the line, and the paragraph where some line has several.
        verdict: how the collection has it.
        part: which part it is and of how many, where a quotation was stitched together.
    """

    number: int
    found: Quotation | NotFound
    place: str
    verdict: Outcome
    part: tuple[int, int] | None

    @property
    def best(self) -> Source | None:
        """The source that comes first, or the paragraph that is nearest."""
        if isinstance(self.found, Quotation):
            return self.found.sources[0] if self.found.sources else None
        return self.found.nearest

    @property
    def others(self) -> tuple[Source, ...]:
        """The other sources."""
        return self.found.sources[1:] if isinstance(self.found, Quotation) else ()

    @property
    def disagrees(self) -> bool:
        """Whether the article names another date or speech than every source has."""
        return isinstance(self.found, Quotation) and self.found.attribution_agrees is False


def entries_of(trace: Trace) -> tuple[Entry, ...]:
    """All that a trace found and did not find, in the order of the input."""
    every: list[Quotation | NotFound] = [*trace.quotations, *trace.not_found]
    found = sorted(every, key=lambda one: (one.start, one.end))
    sizes = Counter(one.part_of for one in found)
    seen: Counter[tuple[int, int]] = Counter()
    entries = []
    places = _places(trace.text, found)
    for number, (one, place) in enumerate(zip(found, places, strict=True), 1):
        part = None
        if one.part_of is not None:
            seen[one.part_of] += 1
            part = (seen[one.part_of], sizes[one.part_of])
        verdict: Outcome = one.match if isinstance(one, Quotation) else "not_found"
        entries.append(Entry(number, one, place, verdict, part))
    return tuple(entries)


def _places(text: str, found: Sequence[Quotation | NotFound]) -> list[str]:
    """Where each is in the file. A file of HTML may have all of its paragraphs in one line."""
    paragraphs = []
    number, reached = 1, 0
    for one in found:
        number += text.count("\n", reached, one.start)
        reached = max(reached, one.start)
        paragraphs.append(number)
    lines = [line_range(one.lines) for one in found]
    if len(set(zip(lines, paragraphs, strict=True))) == len(set(lines)):
        return lines
    return [
        say("tracing.place", lines=line, number=number)
        for line, number in zip(lines, paragraphs, strict=True)
    ]


def counts(entries: tuple[Entry, ...]) -> dict[Outcome, int]:
    """How many entries each verdict has, the best verdict first; none that nothing has."""
    number = Counter(entry.verdict for entry in entries)
    return {verdict: number[verdict] for verdict in VERDICTS if number[verdict]}


def verdict_name(verdict: Outcome) -> str:
    """What a verdict is called: `一字不差`."""
    return say(f"tracing.verdict.{verdict}")


def summary(entries: tuple[Entry, ...]) -> str:
    """All of it in one line: `3 处引文：2 处一字不差，1 处查无出处 · 1 处出处不符`."""
    if not entries:
        return say("tracing.nothing")
    each = clauses(
        say(f"tracing.count.{verdict}", count=number) for verdict, number in counts(entries).items()
    )
    disagree = sum(entry.disagrees for entry in entries)
    if not disagree:
        return say("tracing.summary", count=len(entries), each=each)
    return say("tracing.summary_disagrees", count=len(entries), each=each, disagree=disagree)


def nothing_text(trace: Trace, advice: Advice | None = None) -> str:
    """What is said where no quotation has a source."""
    said = say("tracing.no_source" if trace.not_found else "tracing.nothing")
    return said if advice is None else say(f"tracing.advice.{advice}", said=said)


def remarks(entry: Entry) -> list[str]:
    """What is to be said beside the verdict, a few words each."""
    said = []
    if entry.verdict in ("near", "partial") and isinstance(entry.found, Quotation):
        said.append(similarity_text(entry.found.similarity))
    if not entry.found.quoted:
        said.append(say("tracing.unmarked"))
    if entry.part:
        number, count = entry.part
        said.append(say("tracing.part", number=number, count=count))
    if entry.disagrees:
        said.append(say("tracing.disagrees"))
    return said


def similarity_text(similarity: float) -> str:
    """`相似度 93%`; what differs at all never reads as 100%."""
    percent = min(round(similarity * 100), 99 if similarity < 1 else 100)
    return say("tracing.similarity", percent=percent)


def disagreement(entry: Entry) -> str | None:
    """Where the article says that the words come from, and where they do."""
    source, claimed = entry.best, entry.found.attribution
    if not entry.disagrees or source is None or claimed is None:
        return None
    date, speech = claimed.date, claimed.speech
    said = _named(date, say("tracing.occasion", speech=speech) if speech else "")
    return say("tracing.claimed", claimed=said, found=_named(*origin(source)))


def origin(source: Source) -> tuple[DateSpan | None, str]:
    """The date and the speech or document of a source as a sentence names it, empty for none."""
    title = source.speech or source.title
    return source.span(), say("tracing.title", title=title) if title else ""


def _named(span: DateSpan | None, name: str) -> str:
    """A date and a name, of which one may be missing, within a sentence."""
    if span is None:
        return name
    date = sentence_date(span)
    if not name:
        return say("tracing.named.date", date=date)
    return say("tracing.named.both", date=date, name=name)


def entry_records(trace: Trace) -> Iterator[dict[str, Any]]:
    """Quotations and what was not found one by one, in the order of the input."""
    for entry in entries_of(trace):
        kind = "quotation" if isinstance(entry.found, Quotation) else "not_found"
        yield {"kind": kind, **record_of(entry.found)}


def entry_table(trace: Trace) -> Table:
    """Quotations and what was not found, each in a row with its best or nearest source."""
    # Only for a table.
    nested = frozenset({"attribution", "sources"})
    parts = (
        Part(None, "kind"),
        Part(Quotation, without=nested),
        Part(Attribution, "attribution."),
        Part(Source, "source."),
        Part(None, "sources"),
    )
    return joined_table(
        parts,
        (
            (
                "quotation" if isinstance(entry.found, Quotation) else "not_found",
                entry.found,
                entry.found.attribution,
                entry.best,
                tuple(source.id for source in filter(None, (entry.best, *entry.others))),
            )
            for entry in entries_of(trace)
        ),
    )
