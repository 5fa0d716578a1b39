"""What is repeated in a collection, and what resembles a passage, for people.

Each stretch that is repeated, with who said it when:

    92 处重复（13 字以上）

     1  3 段 · 2016-04-19 – 2019-10-24
        互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患
        2016-04-19  002#174  在网络安全和信息化工作座谈会上的讲话
                    互联网[核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患]。
        2018-04-20  002#184  在全国网络安全和信息化工作会议上的讲话
                    核心技术是我们最大的〔－“〕命门〔－”〕，核心技术受制于〔－人〕是…

A passage, and the paragraphs that share long stretches with it:

    3 段与此有相同的长句（13 字以上） · 所查即最早

    所查  002#174  2016-04-19  在网络安全和信息化工作座谈会上的讲话
        互联网[核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患]。…

     1  002#202  2019-10-24  在十九届中央政治局第十八次集体学习时的讲话
        核心技术是我们最大的〔－“〕命门〔－”〕，核心技术受制于人是我们最大的隐患
        相同 28 字 · 三、… · 第1100行
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from indexer.wording import say
from searcher.answers.hits import make_snippet
from searcher.render.data.cells import Part, joined_table
from searcher.render.text.dates import known_range, record_date
from searcher.render.text.provenance import (
    date_fact,
    headline,
    id_fact,
    only_speaker,
    provenance,
    short_id,
)
from searcher.render.typeset.characters import text_width, visible
from searcher.render.typeset.diffs import ADDED, LEFT_OUT, marked, pieces_of
from searcher.render.typeset.page import Page, marked_lines, painted_lines, run_lines, united
from searcher.render.typeset.rows import GAP, Fact, heading_lines
from searcher.render.typeset.wrapping import wrapped
from searcher.repetition.results import Member, Repetition, Repetitions

if TYPE_CHECKING:
    from indexer.model.records import Record
    from indexer.text.dates import DateSpan
    from searcher.render.data.cells import Table
    from searcher.repetition.results import Similar, Stretch, Variant

INDENT = 4

_MOST = 12
"""Members of a group that are shown, the earliest."""

_DATE = 10
"""Columns of a day: what a member says is shown below its id."""


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
    facts = {"count": repetitions.total, "least": repetitions.min_length}
    yield from painted_lines(say("repetition.repetitions", **facts), page, page.palette.heading)
    yield from _scope_lines(repetitions, page)
    yield from legend_lines("first", page)
    for rank, group in enumerate(repetitions.groups, 1):
        yield ""
        yield from _group_lines(rank, group, page, short)
    left = repetitions.total - len(repetitions.groups)
    if left:
        yield ""
        more = say("repetition.more_repetitions", count=left)
        yield from painted_lines(more, page, page.palette.faint)


def _scope_lines(answer: Repetitions | Similar, page: Page) -> Iterator[str]:
    """That no words of the collection are said to be anybody's, where that is so."""
    if answer.unattributed:
        yield from painted_lines(say("results.unattributed"), page, page.palette.faint)


def _group_lines(
    rank: int, group: Repetition, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    number = Fact(str(rank), INDENT - len(GAP), page.palette.faint, right=True)
    spans = [span for span in (member.span() for member in group.members) if span]
    between = known_range(*_ends(spans)) if spans else ""
    paragraphs = say("repetition.paragraphs", count=len(group.members))
    speaker = only_speaker(group.members)
    title = " · ".join(filter(None, (paragraphs, speaker, between)))
    yield from heading_lines((number,), title, page, indent=INDENT)
    yield from painted_lines(visible(group.text), page, page.palette.heading, indent=INDENT)
    first = group.members[0]
    for member in group.members[:_MOST]:
        yield from _member_lines(member, first, headline(member, named=speaker), page, short)
    left = len(group.members) - _MOST
    if left > 0:
        yield from painted_lines(
            say("repetition.more_members", count=left), page, page.palette.faint, indent=INDENT
        )


def _ends(spans: list[DateSpan]) -> tuple[DateSpan, DateSpan]:
    return min(spans, key=lambda span: span.first), max(spans, key=lambda span: span.last)


def _member_lines(
    member: Member, first: Member, title: str, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    id_, date = id_and_date(member, short, page)
    facts = (Fact("", 2), date._replace(width=max(date.width, _DATE)), id_)
    yield from heading_lines(facts, title, page, indent=INDENT)
    indent = INDENT + _DATE + len(GAP)
    for stretch in member.stretches:
        yield from stretch_lines(member.text, first.text, stretch, page, indent)
    if not member.stretches:
        snippet = make_snippet(member.text, member.spans)
        yield from marked_lines(snippet.text, snippet.spans, page, indent=indent)


def similar_lines(similar: Similar, page: Page, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of an answer; none where nothing resembles the passage.

    Args:
        similar: the answer.
        page: where it is shown.
        short: short forms of the documents' ids, see `short_docs`.
    """
    if not similar.total:
        return
    yield from painted_lines(_summary(similar, short), page, page.palette.heading)
    yield from _scope_lines(similar, page)
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
        yield from painted_lines(say("repetition.more", count=left), page, page.palette.faint)


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
    yield from heading_lines(facts, headline(record), page, indent=INDENT)
    spans = sorted(
        run.source for variant in similar if variant.of == record.id for run in variant.runs
    )
    yield from marked_lines(record.text, united(spans), page, indent=INDENT)


def _variant_lines(
    variant: Variant, rank: int, similar: Similar, page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    source = next(record.text for record in similar.paragraphs if record.id == variant.of)
    facts = (
        Fact(str(rank), INDENT - len(GAP), page.palette.faint, right=True),
        *id_and_date(variant, short, page),
    )
    yield from heading_lines(facts, headline(variant), page, indent=INDENT)
    for stretch in variant.stretches:
        yield from stretch_lines(variant.text, source, stretch, page, INDENT)
    if len(similar.paragraphs) > 1:
        of = visible(short_id(variant.of, short))
        shared = say("repetition.shared_with", count=variant.shared, id=of)
    else:
        shared = say("repetition.shared", count=variant.shared)
    is_first = similar.first is not None and similar.first.id == variant.id
    last = [*([say("repetition.first")] if is_first else []), shared, provenance(variant)]
    yield from painted_lines(" · ".join(last), page, page.palette.faint, indent=INDENT)


def dated(record: Record) -> str:
    """The date of a paragraph, and whether it is only that of its publication."""
    date = record_date(record)
    return say("repetition.published", date=date) if record.date_kind == "publication" else date


def id_and_date(record: Record, short: Mapping[str, str], page: Page) -> tuple[Fact, Fact]:
    """The id of a paragraph and its date, as they head it."""
    return id_fact(record.id, short, page), date_fact(dated(record), page)


def stretch_lines(
    text: str, source: str, stretch: Stretch, page: Page, indent: int
) -> Iterator[str]:
    """A stretch of a paragraph, with how it differs from another; `…` where its clause goes on.

    Args:
        text: the paragraph.
        source: the one that it is compared with.
    """
    pieces = pieces_of(text, source, stretch.diff, shown="article")
    start, end = stretch.input
    before = text[start - 1 : start].isalnum()
    after = text[end : end + 1].isalnum()
    runs = [
        ("…" * before, ""),
        *marked(pieces, coloured=bool(page.palette.found)),
        ("…" * after, ""),
    ]
    for line in run_lines(runs, page.width - indent):
        yield " " * indent + line


def legend_lines(other: Literal["first", "asked"], page: Page) -> Iterator[str]:
    """What the marks of differences mean.

    Args:
        other: what paragraphs are compared with, the first use or the passage asked about.
    """
    if page.palette.found:
        runs = (
            (say("repetition.legend.left_out"), LEFT_OUT),
            (say(f"repetition.legend.left_out.{other}"), ""),
            (say("repetition.legend.added"), ADDED),
            (say(f"repetition.legend.added.{other}"), ""),
        )
        yield from run_lines(runs, page.width)
        return
    yield from wrapped(say(f"repetition.legend.{other}"), page.width)


def member_table(repetitions: Repetitions) -> Table:
    """A row for each member of each group; the columns of a group begin with `group`."""
    parts = (
        Part(None, "group"),
        Part(Repetition, "group.", without=frozenset({"members"})),
        Part(Member),
    )
    return joined_table(
        parts,
        (
            (number, group, member)
            for number, group in enumerate(repetitions, 1)
            for member in group.members
        ),
    )
