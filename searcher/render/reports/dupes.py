"""What is repeated in a collection, for people: each stretch with who said it when.

92 处重复（13 字以上）

 1  3 段 · 2016-04-19 – 2019-10-24
    互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患
    2016-04-19  002#174  在网络安全和信息化工作座谈会上的讲话
                互联网[核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患]。
    2018-04-20  002#184  在全国网络安全和信息化工作会议上的讲话
                核心技术是我们最大的〔－“〕命门〔－”〕，核心技术受制于〔－人〕是…
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.answers.snippets import make_snippet
from searcher.render.reports.repetition_parts import (
    INDENT,
    id_and_date,
    legend_lines,
    rest_lines,
    stretch_lines,
)
from searcher.render.text.dates import known_range
from searcher.render.text.heading import GAP, Fact, heading_lines
from searcher.render.typeset.marking import marked_lines
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.text.dates import DateSpan
    from searcher.repetition.results import Member, Repetition, Repetitions

_MOST = 12
"""Members of a group that are shown, the earliest."""

_DATE = 10
"""Columns of a day: what a member says stands below its id."""


def repetition_lines(
    repetitions: Repetitions, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """The lines of an answer; none where nothing is repeated.

    Args:
        repetitions: the answer.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    if not repetitions.total:
        return
    total, least = repetitions.total, repetitions.min_length
    for line in wrapped(say("repetition.repetitions", count=total, least=least), page.width):
        yield paint(line, page.palette.heading)
    yield from legend_lines("first", page)
    for rank, group in enumerate(repetitions.groups, 1):
        yield ""
        yield from _group_lines(rank, group, page, short)
    left = repetitions.total - len(repetitions.groups)
    if left:
        yield ""
        yield from rest_lines(say("repetition.more_repetitions", count=left), page)


def _group_lines(
    rank: int, group: Repetition, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    number = Fact(str(rank), INDENT - len(GAP), page.palette.faint, right=True)
    spans = [span for span in (member.span() for member in group.members) if span]
    between = known_range(*_ends(spans)) if spans else ""
    paragraphs = say("repetition.paragraphs", count=len(group.members))
    title = " · ".join(filter(None, (paragraphs, between)))
    yield from heading_lines((number,), title, page, indent=INDENT)
    for line in wrapped(visible(group.text), page.width - INDENT):
        yield " " * INDENT + paint(line, page.palette.heading)
    first = group.members[0]
    for member in group.members[:_MOST]:
        yield from _member_lines(member, first, page, short)
    left = len(group.members) - _MOST
    if left > 0:
        yield from rest_lines(say("repetition.more_members", count=left), page, INDENT)


def _ends(spans: list[DateSpan]) -> tuple[DateSpan, DateSpan]:
    return min(spans, key=lambda span: span.first), max(spans, key=lambda span: span.last)


def _member_lines(
    member: Member, first: Member, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    id_, date = id_and_date(member, short, page)
    facts = (Fact("", 2), date._replace(width=max(date.width, _DATE)), id_)
    title = member.speech or member.title or ""
    yield from heading_lines(facts, title, page, indent=INDENT)
    indent = INDENT + _DATE + len(GAP)
    for stretch in member.stretches:
        yield from stretch_lines(member.text, first.text, stretch, page, indent)
    if not member.stretches:
        snippet = make_snippet(member.text, member.spans)
        inner = page._replace(width=page.width - indent)
        for line in marked_lines(snippet.text, snippet.spans, inner):
            yield " " * indent + line
