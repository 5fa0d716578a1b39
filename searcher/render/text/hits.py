"""Search results for people.

27 段 · 10 篇讲话 · 2013-12-20 – 2019-10-24

 1  002#185  2018-04-20  在全国网络安全和信息化工作会议上的讲话
    实现[核心技术]突破必须走自主创新之路。
    七、加速推动信息领域核心技术突破 · 第1100行
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from indexer.wording import say
from searcher.render.text.dates import known_range, words_date
from searcher.render.text.heading import GAP, WIDEST_FACT, Fact, heading_lines
from searcher.render.text.provenance import provenance
from searcher.render.text.short_ids import short_id
from searcher.render.typeset.marking import marked_lines
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.width import text_width
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from searcher.answers.results import Hit, Results


def result_lines(results: Results, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of an answer; none where it holds no hit.

    Args:
        results: the answer.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    if not results.hits:
        return
    for line in wrapped(_summary(results), page.width):
        yield paint(line, page.palette.heading)
    columns = _columns(results.hits, short)
    exact = [hit for hit in results.hits if hit.match == "exact"]
    for hit in exact:
        yield ""
        yield from _hit_lines(hit, columns, page)
    if exact and exact[-1].rank < results.total:
        yield ""
        rest = say("results.more", count=results.total - exact[-1].rank)
        for line in wrapped(rest, page.width):
            yield paint(line, page.palette.faint)
    if len(exact) < len(results.hits):
        yield ""
        for line in wrapped(say("results.related"), page.width):
            yield paint(line, page.palette.heading)
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
        date=max(text_width(_date(hit)) for hit in hits),
    )


def _hit_lines(hit: Hit, columns: _Columns, page: Page) -> Iterator[str]:
    id_ = _id(hit, columns.short)
    facts = (
        Fact(str(hit.rank), columns.rank, page.palette.faint, right=True),
        Fact(id_, max(columns.id, text_width(id_)), page.palette.id),
        Fact(_date(hit), columns.date, page.palette.date),
    )
    indent = columns.rank + len(GAP)
    yield from heading_lines(facts, hit.speech or hit.title or "", page, indent=indent)
    inner = page._replace(width=page.width - indent)
    for line in marked_lines(hit.snippet.text, hit.snippet.spans, inner):
        yield " " * indent + line
    for line in wrapped(provenance(hit), inner.width):
        yield " " * indent + paint(line, page.palette.faint)


def _id(hit: Hit, short: Mapping[str, str]) -> str:
    return visible(short_id(hit.id, short))


def _date(hit: Hit) -> str:
    return words_date(hit.date, hit.date_end, hit.date_precision, hit.dates)
