"""The state of an index, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from searcher.render.dates import local_time
from searcher.render.messages import update_command
from searcher.render.page import Page, paint
from searcher.render.visible import visible
from searcher.render.width import pad
from searcher.render.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.catalogue import Catalogue
    from indexer.manifest import Manifest
    from indexer.report import IndexPlan

_LABEL_WIDTH = 10
_NAMED = 5
"""How many changed files are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Status:
    """An index as its manifest describes it, beside the source files as they are now.

    Attributes:
        index: the folder of the index.
        catalogue: what it was made from.
        changed: the source files that differ from those indexed, and those that were added or
            removed; None where the seeds folder cannot be read.
        plan: what an update would do, where that was looked for.
        verified: whether the index was read from end to end and found sound.
    """

    index: str
    manifest: Manifest
    catalogue: Catalogue
    changed: tuple[str, ...] | None
    plan: IndexPlan | None = None
    verified: bool = False


def status_lines(status: Status, page: Page) -> Iterator[str]:
    """The lines of a status, one fact each."""
    manifest, catalogue = status.manifest, status.catalogue
    facts = (
        ("索引", f"{status.index}（格式 {manifest.format_version}，第 {manifest.generation} 代）"),
        ("建于", f"{local_time(manifest.created)}（lunshu {manifest.recipe.lunshu}）"),
        ("分词", manifest.recipe.analyzer),
        ("时区", manifest.recipe.timezone),
        ("内容", f"{len(catalogue.documents)} 篇文档 · {manifest.paragraphs} 段"),
        ("源文件", f"{manifest.seeds}（{len(catalogue.sources)} 个）"),
        ("变动", _changes(status.changed)),
        *([("更新", update_command(manifest, status.index))] if status.changed else []),
        *(() if status.plan is None else _checks(status.plan)),
        *((("索引文件", "已通读，完好无损"),) if status.verified else ()),
        *(("读入有误", f"{failure.path}：{failure.reason}") for failure in catalogue.failed),
    )
    for label, fact in facts:
        yield from _fact_lines(label, fact, page)


def _fact_lines(label: str, fact: str, page: Page) -> Iterator[str]:
    margin = paint(pad(label, _LABEL_WIDTH), page.palette.heading)
    for line in wrapped(visible(fact), page.width - _LABEL_WIDTH):
        yield margin + line
        margin = " " * _LABEL_WIDTH


def _checks(plan: IndexPlan) -> Iterator[tuple[str, str]]:
    """What a comparison by content has shown."""
    from searcher.render.reasons import STATES, reason_text  # noqa: PLC0415 (only with --check)

    yield "核对", STATES[plan.state] + ("" if plan.action == "nothing" else "，须更新")
    for reason in plan.reasons:
        yield "缘由", reason_text(reason)


def _changes(changed: Sequence[str] | None) -> str:
    if changed is None:
        return "无法读取源文件夹，未作比较"
    if not changed:
        return "无"
    named = "、".join(changed[:_NAMED])
    more = f" 等 {len(changed)} 个" if len(changed) > _NAMED else ""
    return named + more
