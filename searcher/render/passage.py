"""One passage in full, for people: who said it and when, where it stands, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from searcher.render.dates import words_date
from searcher.render.heading import GAP, Fact, heading_lines
from searcher.render.marking import marked_lines
from searcher.render.page import Page, paint
from searcher.render.provenance import passage_provenance
from searcher.render.short_ids import short_id
from searcher.render.visible import visible
from searcher.render.width import pad, text_width
from searcher.render.wrapping import wrapped
from searcher.results import Passage

_INDENT = 4


def passage_lines(passage: Passage, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of a passage.

    Args:
        passage: the passage with its neighbours.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    first = passage.paragraphs[0]
    id_ = visible(short_id(f"{first.doc}#{first.passage}", short))
    date = words_date(first.date, first.date_end, first.date_precision, first.dates)
    facts = (
        Fact(id_, text_width(id_), page.palette.id),
        Fact(date, text_width(date), page.palette.date),
    )
    yield from heading_lines(facts, first.speech or first.title or "", page, indent=_INDENT)
    for line in wrapped(passage_provenance(passage), page.width):
        yield paint(line, page.palette.faint)
    for paragraph in passage.paragraphs:
        yield ""
        number = f".{paragraph.paragraph}" if len(passage.paragraphs) > 1 else ""
        margin = paint(pad(number, _INDENT), page.palette.id)
        inner = replace(page, width=page.width - _INDENT)
        for line in marked_lines(paragraph.text, paragraph.spans, inner):
            yield margin + line
            margin = " " * _INDENT
    yield from _neighbours(passage, page, short)


def _neighbours(passage: Passage, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    named = (("前一段", passage.before), ("后一段", passage.after))
    parts = [f"{name} {visible(short_id(hit.id, short))}" for name, hit in named if hit]
    if parts:
        yield ""
        yield paint(GAP.join(parts), page.palette.faint)
