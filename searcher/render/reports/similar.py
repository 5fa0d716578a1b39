"""What resembles a passage, for people.

3 段与此有相同的长句（13 字以上） · 所查即最早

所查  002#174  2016-04-19  在网络安全和信息化工作座谈会上的讲话
    互联网[核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患]。…

 1  002#202  2019-10-24  在十九届中央政治局第十八次集体学习时的讲话
    核心技术是我们最大的〔－“〕命门〔－”〕，核心技术受制于人是我们最大的隐患
    相同 28 字 · 三、… · 第1100行
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.reports.repetition_parts import (
    INDENT,
    dated,
    id_and_date,
    legend_lines,
    rest_lines,
    stretch_lines,
)
from searcher.render.text.heading import GAP, Fact, heading_lines
from searcher.render.text.provenance import provenance
from searcher.render.text.short_ids import short_id
from searcher.render.typeset.marking import marked_lines
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.width import text_width
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.model.records import Record
    from searcher.repetition.results import Similar, Variant


def similar_lines(similar: Similar, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of an answer; none where nothing resembles the passage.

    Args:
        similar: the answer.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    if not similar.total:
        return
    for line in wrapped(_summary(similar, short), page.width):
        yield paint(line, page.palette.heading)
    yield from legend_lines("asked", page)
    for record in similar.paragraphs:
        yield ""
        yield from _asked_lines(record, similar, page, short)
    for rank, variant in enumerate(similar.variants, 1):
        yield ""
        yield from _variant_lines(variant, rank, similar, page, short)
    left = similar.total - len(similar.variants)
    if left:
        yield ""
        yield from rest_lines(say("repetition.more", count=left), page)


def _summary(similar: Similar, short: Mapping[str, str]) -> str:
    facts = {"count": similar.total, "least": similar.min_length}
    first = similar.first
    if first is None:
        return say("repetition.similar", **facts)
    if first.id in {record.id for record in similar.paragraphs}:
        return say("repetition.similar_asked_first", **facts)
    id_ = visible(short_id(first.id, short))
    return say("repetition.similar_first", **facts, date=dated(first), id=id_)


def _asked_lines(
    record: Record, similar: Similar, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    asked = say("repetition.asked")
    facts = (
        Fact(asked, text_width(asked), page.palette.heading),
        *id_and_date(record, short, page),
    )
    yield from heading_lines(facts, record.speech or record.title or "", page, indent=INDENT)
    spans = sorted(
        run.source for variant in similar if variant.of == record.id for run in variant.runs
    )
    inner = page._replace(width=page.width - INDENT)
    for line in marked_lines(record.text, _united(spans), inner):
        yield " " * INDENT + line


def _united(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap or touch as one; the others as they are, in order."""
    united: list[tuple[int, int]] = []
    for start, end in spans:
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _variant_lines(
    variant: Variant, rank: int, similar: Similar, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    source = next(record.text for record in similar.paragraphs if record.id == variant.of)
    facts = (
        Fact(str(rank), INDENT - len(GAP), page.palette.faint, right=True),
        *id_and_date(variant, short, page),
    )
    yield from heading_lines(facts, variant.speech or variant.title or "", page, indent=INDENT)
    for stretch in variant.stretches:
        yield from stretch_lines(variant.text, source, stretch, page, INDENT)
    if len(similar.paragraphs) > 1:
        of = visible(short_id(variant.of, short))
        shared = say("repetition.shared_with", count=variant.shared, id=of)
    else:
        shared = say("repetition.shared", count=variant.shared)
    is_first = similar.first is not None and similar.first.id == variant.id
    last = [*([say("repetition.first")] if is_first else []), shared, provenance(variant)]
    for line in wrapped(" · ".join(last), page.width - INDENT):
        yield " " * INDENT + paint(line, page.palette.faint)
