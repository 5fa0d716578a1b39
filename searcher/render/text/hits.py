"""Search results, and one passage in full, for people.

27 段 · 10 篇讲话 · 2013-12-20 – 2019-10-24

 1  002#185  2018-04-20  在全国网络安全和信息化工作会议上的讲话
    实现[核心技术]突破必须走自主创新之路。
    七、加速推动信息领域核心技术突破 · 第1100行
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from indexer.wording import say
from searcher.render.text.dates import known_range, record_date
from searcher.render.text.provenance import (
    date_fact,
    headline,
    id_fact,
    passage_provenance,
    provenance,
    short_id,
)
from searcher.render.typeset.characters import pad, text_width, truncate, truncate_middle, visible
from searcher.render.typeset.page import Page, marked_lines, paint, painted_lines
from searcher.render.typeset.rows import GAP, WIDEST_FACT, Fact, heading_lines

if TYPE_CHECKING:
    from indexer.text.span import Span
    from searcher.answers.results import Hit, Results
    from searcher.browse.contents import Passage


_INDENT = 4
_GLANCE = 40
"""How many columns of a neighbour are shown: enough to see whether it is worth a look."""


def result_lines(results: Results, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of an answer; none where it has no hit.

    Args:
        results: the answer.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    if not results.hits:
        return
    yield from painted_lines(_summary(results), page, page.palette.heading)
    columns = _columns(results.hits, short)
    exact = [hit for hit in results.hits if hit.match == "exact"]
    for hit in exact:
        yield ""
        yield from _hit_lines(hit, columns, page)
    if exact and exact[-1].rank < results.total:
        yield ""
        rest = say("results.more", count=results.total - exact[-1].rank)
        yield from painted_lines(rest, page, page.palette.faint)
    if len(exact) < len(results.hits):
        yield ""
        yield from painted_lines(say("results.related"), page, page.palette.heading)
    for hit in results.hits[len(exact) :]:
        yield ""
        yield from _hit_lines(hit, columns, page)


def _summary(results: Results) -> str:
    parts = [say("results.paragraphs", count=results.total)]
    if results.speeches:
        parts.append(say("results.speeches", count=results.speeches))
    parts.append(known_range(results.earliest, results.latest))
    return " · ".join(filter(None, parts))


class _Columns(NamedTuple):
    """The columns before the title, as wide as the hits of this answer need them.

    An id that has a line to itself widens no column.
    """

    short: Mapping[str, str]
    rank: int
    id: int
    date: int


def _columns(hits: Sequence[Hit], short: Mapping[str, str]) -> _Columns:
    ids = [text_width(_id(hit, short)) for hit in hits]
    return _Columns(
        short,
        rank=max(2, len(str(hits[-1].rank))),
        id=max((width for width in ids if width <= WIDEST_FACT), default=0),
        date=max(text_width(record_date(hit)) for hit in hits),
    )


def _hit_lines(hit: Hit, columns: _Columns, page: Page) -> Iterator[str]:
    id_ = _id(hit, columns.short)
    facts = (
        Fact(str(hit.rank), columns.rank, page.palette.faint, right=True),
        Fact(id_, max(columns.id, text_width(id_)), page.palette.id),
        Fact(record_date(hit), columns.date, page.palette.date),
    )
    indent = columns.rank + len(GAP)
    yield from heading_lines(facts, headline(hit), page, indent=indent)
    yield from marked_lines(hit.snippet.text, hit.snippet.spans, page, indent=indent)
    yield from painted_lines(provenance(hit), page, page.palette.faint, indent=indent)


def _id(hit: Hit, short: Mapping[str, str]) -> str:
    return visible(short_id(hit.id, short))


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
    facts = (
        id_fact(f"{first.doc}#{first.passage}", short, page),
        date_fact(record_date(first), page),
    )
    yield from heading_lines(facts, headline(first), page, indent=_INDENT)
    yield from painted_lines(passage_provenance(passage), page, page.palette.faint)
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
        text, spans = _with_marks(paragraph)
        for line in marked_lines(text, spans, inner):
            yield margin + line
            margin = " " * indent


def _with_marks(paragraph: Hit) -> tuple[str, Sequence[Span]]:
    """The text of a paragraph with the marks of notes at their places, and what matched in it."""
    if not paragraph.marks:
        return paragraph.text, paragraph.spans
    pieces, at = [], 0
    for offset, mark in paragraph.marks:
        pieces += [paragraph.text[at:offset], mark]
        at = offset
    text = "".join((*pieces, paragraph.text[at:]))
    return text, [
        (
            first + sum(len(mark) for offset, mark in paragraph.marks if offset <= first),
            last + sum(len(mark) for offset, mark in paragraph.marks if offset < last),
        )
        for first, last in paragraph.spans
    ]


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
