"""What an indexing run did, for people.

源文件有变，已更新索引：新增 1 · 更改 0 · 移除 0 · 未变 5
6 个源文件 · 6 篇文档 · 450 段 · 用时 0.8 秒
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from searcher.render.reasons import STATES, reason_text

if TYPE_CHECKING:
    from indexer.report import IndexReport


def report_lines(report: IndexReport) -> Iterator[str]:
    """The lines of a report."""
    for reason in report.reasons:
        yield reason_text(reason)
    faulty = len({failure.path for failure in report.failed})
    yield (
        f"{_done(report)}：新增 {report.added} · 更改 {report.changed} · "
        f"移除 {report.removed} · 未变 {report.unchanged}"
        + (f" · 读入有误 {faulty}" if faulty else "")
    )
    yield (
        f"{report.source_files} 个源文件 · {report.documents} 篇文档 · "
        f"{report.paragraphs} 段 · 用时 {report.elapsed_s:.1f} 秒"
    )


def _done(report: IndexReport) -> str:
    """What was done, and why."""
    if report.action == "nothing":
        return "索引已是最新"
    if report.state == "missing":
        return "已新建索引"
    why = "" if report.state == "current" else f"{STATES[report.state]}，"
    return f"{why}已重建索引" if report.action == "build" else f"{why}已更新索引"
