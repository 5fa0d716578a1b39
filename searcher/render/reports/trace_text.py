"""A trace for an editor at a terminal.

3 处引文：1 处一字不差，1 处文字有出入，1 处查无出处

 2  第50行  文字有出入 · 相似度 94%
    网络空间是亿万人民共同的精神家园。
    出自  002#116  2016-04-19  在网络安全和信息化工作座谈会上的讲话
          五、构建网上网下同心圆 · 第679–681行
          网络空间是亿万〔民众→人民〕共同的精神家园。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from indexer.wording import say
from searcher.render.reports.trace_entries import (
    Entry,
    Outcome,
    disagreement,
    entries_of,
    remarks,
    similarity_text,
    summary,
    verdict_name,
)
from searcher.render.text.dates import record_date
from searcher.render.text.provenance import (
    date_fact,
    headline,
    id_fact,
    only_speaker,
    provenance,
    short_id,
)
from searcher.render.typeset.characters import text_width, truncate, truncate_middle, visible
from searcher.render.typeset.diffs import ADDED, LEFT_OUT, marked, pieces_of, shortened
from searcher.render.typeset.page import Page, paint, painted_lines, run_lines
from searcher.render.typeset.rows import GAP, WIDEST_FACT, heading_lines
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from searcher.tracing.results import Source, Trace

_LONGEST: Final = 320
_HEAD, _TAIL = 200, 100
"""Of a longer span this many characters are shown."""

_AROUND: Final = 16
"""Characters that are shown on each side of a difference."""

_MOST_OTHERS: Final = 3
_GOOD, _DOUBTFUL, _BAD = "32", "33", "1;31"
COLOURS: Final[dict[Outcome, str]] = {
    "exact": _GOOD,
    "normalized": _GOOD,
    "near": _DOUBTFUL,
    "partial": _DOUBTFUL,
    "not_found": _BAD,
}
"""What a verdict is painted in."""


def trace_lines(trace: Trace, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of a trace; none where it found no quotation.

    Args:
        trace: what to show.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    entries = entries_of(trace)
    if not entries:
        return
    yield from painted_lines(summary(entries), page, page.palette.heading)
    if trace.unattributed:
        yield from painted_lines(say("results.unattributed"), page, page.palette.faint)
    if any(entry.best and entry.best.diff for entry in entries):
        yield from _legend(page)
    rank = max(2, len(str(entries[-1].number)))
    for entry in entries:
        yield ""
        yield from _entry_lines(entry, trace.text, page, short, rank)


def _coloured(page: Page) -> bool:
    return bool(page.palette.found)


def _legend(page: Page) -> Iterator[str]:
    """What the marks of a difference mean."""
    if not _coloured(page):
        yield from wrapped(say("tracing.legend"), page.width)
        return
    left_out = say("tracing.legend.left_out"), LEFT_OUT
    added = say("tracing.legend.added"), ADDED
    yield from run_lines([left_out, (say("lists.semicolon"), ""), added], page.width)


def _entry_lines(
    entry: Entry, article: str, page: Page, short: Mapping[str, str], rank: int
) -> Iterator[str]:
    margin = " " * (rank + len(GAP))
    inner = page._replace(width=page.width - len(margin))
    first = paint(str(entry.number).rjust(rank), page.palette.faint) + GAP
    for line in run_lines(_verdict(entry, page), inner.width):
        yield first + line
        first = margin
    for line in wrapped(visible(_glance(entry.found.text)), inner.width):
        yield margin + line
    for line in _best_lines(entry, article, inner, short):
        yield margin + line
    for line in _other_lines(entry, inner, short):
        yield margin + line


def _verdict(entry: Entry, page: Page) -> Iterator[tuple[str, str]]:
    """The line of the file, and what was found, as texts with their colours."""
    coloured = _coloured(page)
    yield entry.place + GAP, ""
    yield verdict_name(entry.verdict), COLOURS[entry.verdict] if coloured else ""
    disagrees = say("tracing.disagrees")
    for text in remarks(entry):
        yield " · ", ""
        yield text, _BAD if coloured and text == disagrees else ""


def _glance(text: str) -> str:
    """A span, the middle of a very long one left out."""
    if len(text) <= _LONGEST:
        return text
    left_out = len(text) - _HEAD - _TAIL
    return say("tracing.glance", head=text[:_HEAD], count=left_out, tail=text[-_TAIL:])


def _best_lines(entry: Entry, article: str, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The first source, or the paragraph that is nearest, and how the article departs from it."""
    source = entry.best
    if source is None:
        yield from painted_lines(say("tracing.nothing_near"), page, page.palette.faint)
        return
    found = entry.verdict != "not_found"
    label = say("tracing.from" if found else "tracing.nearest")
    margin = " " * (text_width(label) + len(GAP))
    inner = page._replace(width=page.width - len(margin))
    first = label + GAP
    for line in _heading(source, inner, short):
        yield first + line
        first = margin
    places = provenance(source)
    if not found:
        places = f"{similarity_text(source.similarity)} · {places}"
    for line in wrapped(places, inner.width):
        yield margin + paint(line, page.palette.faint)
    pieces = shortened(pieces_of(article, source.text, source.diff), _AROUND)
    for line in run_lines(marked(pieces, coloured=_coloured(page)), inner.width):
        yield margin + line
    claim = disagreement(entry)
    if claim:
        for line in wrapped(visible(say("tracing.claim", claim=claim)), inner.width):
            yield margin + paint(line, _BAD if _coloured(page) else "")


def _heading(source: Source, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The id, the date and the speech of a source."""
    facts = (id_fact(source.id, short, page), date_fact(record_date(source), page))
    return heading_lines(facts, headline(source), page, indent=0)


def _other_lines(entry: Entry, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The other sources in a line each, as many as fit, and how many there are."""
    label = say("tracing.also")
    speaker = only_speaker((entry.best, *entry.others)) if entry.best else None
    for source in entry.others[:_MOST_OTHERS]:
        date = record_date(source)
        room = page.width - text_width(label + date) - 2 * len(GAP)
        id_ = truncate_middle(visible(short_id(source.id, short)), min(WIDEST_FACT, room))
        title = visible(headline(source, named=speaker))
        if source.match not in ("exact", "normalized"):
            title = f"{similarity_text(source.similarity)}{GAP}{title}"
        room -= text_width(id_) + len(GAP)
        yield GAP.join(
            (
                label,
                paint(id_, page.palette.id),
                paint(date, page.palette.date),
                truncate(title, room),
            )
        ).rstrip()
        label = " " * text_width(label)
    more = len(entry.others) - _MOST_OTHERS
    if more > 0:
        margin = " " * (text_width(label) + len(GAP))
        rest = say("tracing.more", count=more)
        for line in wrapped(rest, page.width - len(margin)):
            yield margin + paint(line, page.palette.faint)
