"""A trace as Markdown: a report to send, to file, or to discuss line by line.

Every text is escaped, so whatever stands in a source is shown and does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from searcher.render.dates import words_date
from searcher.render.diffs import Piece, pieces_of, shortened
from searcher.render.provenance import provenance
from searcher.render.short_ids import short_id
from searcher.render.trace_entries import (
    DISAGREES,
    VERDICTS,
    Entry,
    disagreement,
    entries_of,
    nothing_text,
    remarks,
    similarity_text,
    summary,
)
from searcher.render.visible import visible

if TYPE_CHECKING:
    from searcher.tracing.results import Source, Trace

_MARKUP: Final = re.compile(r"[!#$&*<>@\[\\\]^_`{|}~]|:(?=[/\w])|(?<=www)\.", re.IGNORECASE)
"""What means something to one Markdown viewer or another wherever it stands; addresses, which some
make links of, are no links any more. CommonMark lets a backslash stand before any ASCII mark."""

_AROUND: Final = 24
"""So many characters are shown on each side of a difference."""

_MOST_OTHERS: Final = 10
_LEGEND: Final = "对校：〔~~甲~~〕原文有而文中无，〔**乙**〕文中有而原文无。"


def markdown_lines(trace: Trace, name: str, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of the report.

    Args:
        trace: what to show.
        name: of the traced file; empty where it is none.
        short: short forms of the documents' ids, see `short_docs`.
    """
    entries = entries_of(trace)
    yield f"# 引文核对：{_escaped(name)}" if name else "# 引文核对"
    yield ""
    yield summary(entries) if entries else nothing_text(trace)
    if any(entry.best and entry.best.diff for entry in entries):
        yield ""
        yield _LEGEND
    for entry in entries:
        yield ""
        yield from _entry_lines(entry, trace.text, short)


def _entry_lines(entry: Entry, article: str, short: Mapping[str, str]) -> Iterator[str]:
    said = " · ".join([entry.place, *remarks(entry)])
    yield f"## {entry.number} {VERDICTS[entry.verdict]}（{said}）"
    yield ""
    yield f"> {_line(entry.found.text)}"
    yield ""
    source = entry.best
    if source is None:
        yield "- 没有近似的段落"
        return
    if entry.verdict == "not_found":
        yield f"- 近似：{_heading(source, short)}（{similarity_text(source.similarity)}）"
    else:
        yield f"- 出自：{_heading(source, short)}"
    yield f"- 位置：{_escaped(provenance(source))}"
    if source.diff:
        pieces = shortened(pieces_of(article, source.text, source.diff), _AROUND)
        yield f"- 对校：{''.join(map(_piece, pieces))}"
    claim = disagreement(entry)
    if claim:
        yield f"- **{DISAGREES}**：{_escaped(claim)}"
    if entry.others:
        yield f"- 另见 {len(entry.others)} 段："
    for other in entry.others[:_MOST_OTHERS]:
        how = "" if other.match in ("exact", "normalized") else similarity_text(other.similarity)
        yield f"  - {_heading(other, short)}" + (f"（{how}）" if how else "")
    more = len(entry.others) - _MOST_OTHERS
    if more > 0:
        yield f"  - 还有 {more} 段（`--format json` 列出全部）"


def _heading(source: Source, short: Mapping[str, str]) -> str:
    """The id, the date and the speech of a source."""
    date = words_date(source.date, source.date_end, source.date_precision, source.dates)
    title = source.speech or source.title
    id_ = visible(short_id(source.id, short))
    copied = _escaped(id_) if "`" in id_ else f"`{id_}`"
    return " ".join((copied, date, *([_escaped(f"《{title}》")] if title else [])))


def _piece(piece: Piece) -> str:
    """A piece of a comparison.

    Emphasis beside Chinese is only seen where a mark stands on its outer side, hence the brackets;
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
    """`text` as Markdown that shows it and nothing else, behind the beginning of a line."""
    return _MARKUP.sub(r"\\\g<0>", visible(text))
