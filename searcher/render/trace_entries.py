"""What was traced in the order of the input, and what is said of it in every format for people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from searcher.render.chinese_dates import chinese_date
from searcher.render.provenance import line_range
from searcher.tracing.results import Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from searcher.tracing.results import NotFound, Source, Trace

Verdict = Literal["exact", "normalized", "near", "partial", "not_found"]

VERDICTS: Final[dict[Verdict, str]] = {
    "exact": "一字不差",
    "normalized": "仅标点或数字写法不同",
    "near": "文字有出入",
    "partial": "仅部分见于原文",
    "not_found": "查无出处",
}
"""What each verdict is called, the best first."""

DISAGREES: Final = "出处不符"
NOTHING: Final = "没有找到引文"
SHORTER: Final = "（未加引号的须满 12 字，加引号的须满 6 字）"
ONLY_ARTICLES: Final = "（库里没有注明讲话的论述，加 --in all 与全部文字比对）"
"""What a user at a terminal may do then."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A quotation, or what looks like one and was not found.

    Attributes:
        number: its place in the order of the input, from 1.
        found: the quotation itself.
        place: where it stands in the file: the line, and the paragraph where some line has several.
        verdict: how it stands in the collection.
        part: which part it is and of how many, where a quotation was stitched together.
    """

    number: int
    found: Quotation | NotFound
    place: str
    verdict: Verdict
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
    """All that a trace tells, in the order of the input."""
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
        verdict: Verdict = one.match if isinstance(one, Quotation) else "not_found"
        entries.append(Entry(number, one, place, verdict, part))
    return tuple(entries)


def _places(text: str, found: Sequence[Quotation | NotFound]) -> list[str]:
    """Where each stands. A file of HTML may have all of its paragraphs in one line."""
    paragraphs = []
    number, reached = 1, 0
    for one in found:
        number += text.count("\n", reached, one.start)
        reached = max(reached, one.start)
        paragraphs.append(number)
    lines = [line_range(one.lines) for one in found]
    if len(set(zip(lines, paragraphs, strict=True))) == len(set(lines)):
        return lines
    return [f"{line}第{number}段" for line, number in zip(lines, paragraphs, strict=True)]


def counts(entries: tuple[Entry, ...]) -> dict[Verdict, int]:
    """How many entries each verdict has, the best verdict first; none that nothing has."""
    number = Counter(entry.verdict for entry in entries)
    return {verdict: number[verdict] for verdict in VERDICTS if number[verdict]}


def summary(entries: tuple[Entry, ...]) -> str:
    """All of it in one line: `3 处引文：2 处一字不差，1 处查无出处 · 1 处出处不符`."""
    if not entries:
        return NOTHING
    each = "，".join(
        f"{number} 处{VERDICTS[verdict]}" for verdict, number in counts(entries).items()
    )
    disagree = sum(entry.disagrees for entry in entries)
    more = f" · {disagree} 处{DISAGREES}" if disagree else ""
    return f"{len(entries)} 处引文：{each}{more}"


def nothing_text(trace: Trace) -> str:
    """What is said where no quotation has a source."""
    return "引文都查无出处" if trace.not_found else NOTHING


def remarks(entry: Entry) -> list[str]:
    """What is to be said beside the verdict, a few words each."""
    said = []
    if entry.verdict in ("near", "partial") and isinstance(entry.found, Quotation):
        said.append(similarity_text(entry.found.similarity))
    if not entry.found.quoted:
        said.append("未加引号")
    if entry.part:
        said.append(f"分段引文 {entry.part[0]}/{entry.part[1]}")
    if entry.disagrees:
        said.append(DISAGREES)
    return said


def similarity_text(similarity: float) -> str:
    """`相似度 93%`; what differs at all never reads as 100%."""
    return f"相似度 {min(round(similarity * 100), 99 if similarity < 1 else 100)}%"


def disagreement(entry: Entry) -> str | None:
    """Where the article says that the words come from, and where they do."""
    source, claimed = entry.best, entry.found.attribution
    if not entry.disagrees or source is None or claimed is None:
        return None
    named = (
        chinese_date(claimed.date) if claimed.date else "",
        f"“{claimed.speech}”" if claimed.speech else "",
    )
    return f"文中作{_told(*named)}，库中见于{_told(*origin(source))}"


def origin(source: Source) -> tuple[str, str]:
    """The date and the speech or document of a source as a sentence names them, empty for none."""
    span, name = source.span(), source.speech or source.title
    return chinese_date(span) if span else "", f"《{name}》" if name else ""


def _told(date: str, name: str) -> str:
    """A date and a name after a Chinese character: a blank parts it from a figure."""
    told = date + name
    return f" {told}" if told[:1].isascii() else told
