"""One passage in full, for people: who said it and when, where it stands, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.text.dates import words_date
from searcher.render.text.heading import GAP, WIDEST_FACT, Fact, heading_lines
from searcher.render.text.provenance import passage_provenance
from searcher.render.text.short_ids import short_id
from searcher.render.typeset.marking import marked_lines
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.width import pad, text_width, truncate, truncate_middle
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from searcher.answers.results import Hit
    from searcher.browse.contents import Passage

_INDENT = 4
_GLANCE = 40
"""How many columns of a neighbour are shown: enough to see whether it is worth a look."""


def passage_lines(
    passage: Passage, page: Page, short: Mapping[str, str], named: int | None = None
) -> Iterator[str]:
    """The lines of a passage.

    Args:
        passage: the passage with its neighbours.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
        named: the number of the paragraph that was asked for, which is marked; None where the
            whole passage was.
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
    yield from _paragraphs(passage, page, named)
    yield from _neighbours(passage, page, short)


def _paragraphs(passage: Passage, page: Page, named: int | None) -> Iterator[str]:
    """The paragraphs, numbered where there are several."""
    several = len(passage.paragraphs) > 1
    indent = max(_INDENT, len(f"▸.{passage.paragraphs[-1].paragraph} "))
    inner = page._replace(width=page.width - indent)
    for paragraph in passage.paragraphs:
        yield ""
        margin = _margin(paragraph, page, indent, named) if several else " " * indent
        for line in marked_lines(paragraph.text, paragraph.spans, inner):
            yield margin + line
            margin = " " * indent


def _margin(paragraph: Hit, page: Page, indent: int, named: int | None) -> str:
    if paragraph.paragraph == named:
        return paint(pad(f"▸.{named}", indent), page.palette.heading)
    return paint(pad(f".{paragraph.paragraph}", indent), page.palette.id)


def _neighbours(passage: Passage, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The paragraphs before and after, as much of each as fits in a line."""
    names = say("results.before"), say("results.after")
    width = max(map(text_width, names))
    both = zip((pad(name, width) for name in names), (passage.before, passage.after), strict=True)
    if passage.before or passage.after:
        yield ""
    for name, hit in both:
        if hit:
            room = page.width - text_width(name) - 1
            id_ = truncate_middle(visible(short_id(hit.id, short)), min(WIDEST_FACT, room))
            glance = id_ + GAP + truncate(visible(hit.text), _GLANCE)
            yield paint(f"{name} {truncate(glance, room)}", page.palette.faint)
