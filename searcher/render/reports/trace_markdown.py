"""A trace as Markdown: a report to send, to file, or to discuss line by line.

Every text is escaped, so whatever a source contains is shown and does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from indexer.wording import say
from searcher.render.reports.trace_entries import (
    Entry,
    disagreement,
    entries_of,
    nothing_text,
    remarks,
    similarity_text,
    summary,
    verdict_name,
)
from searcher.render.text.dates import record_date
from searcher.render.text.provenance import headline, provenance, short_id
from searcher.render.typeset.characters import visible
from searcher.render.typeset.diffs import DiffPiece, pieces_of, shortened

if TYPE_CHECKING:
    from searcher.tracing.results import Source, Trace

_MARKUP: Final = re.compile(r"[!#$&*<>@\[\\\]^_`{|}~]|:(?=[/\w])|(?<=www)\.", re.IGNORECASE)
"""What means something to one Markdown viewer or another wherever it is; addresses, which some
make links of, are no links any more. CommonMark allows a backslash before any ASCII mark."""

_AROUND: Final = 24
"""Characters that are shown on each side of a difference."""

_MOST_OTHERS: Final = 10


def markdown_lines(trace: Trace, name: str, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of the report.

    Args:
        trace: what to show.
        name: of the traced file; empty where it is none.
        short: short forms of the documents' ids, see `short_docs`.
    """
    entries = entries_of(trace)
    title = say("tracing.report_on", name=_escaped(name)) if name else say("tracing.report")
    yield f"# {title}"
    yield ""
    yield summary(entries) if entries else nothing_text(trace)
    if trace.unattributed:
        yield ""
        yield say("results.unattributed")
    if any(entry.best and entry.best.diff for entry in entries):
        yield ""
        yield say("tracing.report.legend")
    for entry in entries:
        yield ""
        yield from _entry_lines(entry, trace.text, short)


def _entry_lines(entry: Entry, article: str, short: Mapping[str, str]) -> Iterator[str]:
    said = " · ".join([entry.place, *remarks(entry)])
    verdict = verdict_name(entry.verdict)
    yield f"## {say('tracing.report.entry', number=entry.number, verdict=verdict, remarks=said)}"
    yield ""
    yield f"> {_line(entry.found.text)}"
    yield ""
    source = entry.best
    if source is None:
        yield f"- {say('tracing.nothing_near')}"
        return
    heading, alike = _heading(source, short), similarity_text(source.similarity)
    if entry.verdict == "not_found":
        yield f"- {say('tracing.report.nearest', source=heading, similarity=alike)}"
    else:
        yield f"- {say('tracing.report.from', source=heading)}"
    yield f"- {say('tracing.report.place', place=_escaped(provenance(source)))}"
    if source.diff:
        pieces = shortened(pieces_of(article, source.text, source.diff), _AROUND)
        yield f"- {say('tracing.report.compared', pieces=''.join(map(_piece, pieces)))}"
    claim = disagreement(entry)
    if claim:
        yield f"- {say('tracing.report.claim', claim=_escaped(claim))}"
    if entry.others:
        yield f"- {say('tracing.report.also', count=len(entry.others))}"
    for other in entry.others[:_MOST_OTHERS]:
        yield f"  - {_other(other, short)}"
    more = len(entry.others) - _MOST_OTHERS
    if more > 0:
        yield f"  - {say('tracing.report.more', count=more)}"


def _other(source: Source, short: Mapping[str, str]) -> str:
    """Another source, and how like the quotation it is where it differs."""
    heading = _heading(source, short)
    if source.match in ("exact", "normalized"):
        return heading
    alike = similarity_text(source.similarity)
    return say("tracing.report.other", source=heading, similarity=alike)


def _heading(source: Source, short: Mapping[str, str]) -> str:
    """The id, the date and the speech of a source."""
    date = record_date(source)
    title = source.speech or source.title
    id_ = visible(short_id(source.id, short))
    copied = _escaped(id_) if "`" in id_ else f"`{id_}`"
    named = headline(source, say("tracing.title", title=title) if title else "")
    return " ".join(filter(None, (copied, date, _escaped(named))))


def _piece(piece: DiffPiece) -> str:
    """A piece of a comparison.

    Emphasis beside Chinese is only seen where a mark is on its outer side, hence the brackets;
    it must not begin or end with a blank.
    """
    if piece.kind == "same":
        return _escaped(piece.text)
    text = _escaped(re.sub(r"^\s|\s$", "␣", piece.text))
    return f"〔~~{text}~~〕" if piece.kind == "left_out" else f"〔**{text}**〕"


def _line(text: str) -> str:
    r"""`text` as a line of Markdown.

    >>> _line("1. *甲*")
    '1\\. \\*甲\\*'
    """
    text = _escaped(text.strip())
    begins = re.match(r"\d*[-+=.)]", text)
    return f"{text[: begins.end() - 1]}\\{text[begins.end() - 1 :]}" if begins else text


def _escaped(text: str) -> str:
    """`text` as Markdown that shows it and nothing else, after the beginning of a line."""
    return _MARKUP.sub(r"\\\g<0>", visible(text))
