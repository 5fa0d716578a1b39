"""What an indexing run did, for people.

源文件有变，已更新索引：新增 1 · 更改 0 · 移除 0 · 未变 5
6 个源文件 · 6 篇文档 · 450 段 · 用时 0.8 秒
"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.report import IndexReport, State
from searcher.render.reasons import reason_text

_DONE: dict[State, str] = {
    "missing": "已新建索引",
    "corrupt": "原索引已损坏，已重建索引",
    "version": "原索引由其他版本建成，已重建索引",
    "options": "索引选项有变，已重建索引",
    "content": "源文件有变，已更新索引",
    "current": "索引已是最新",
}


def report_lines(report: IndexReport, *, rebuilt: bool = False) -> Iterator[str]:
    """The lines of a report.

    Args:
        report: the report.
        rebuilt: whether the index was built anew although it was current.
    """
    done = "已重建索引" if rebuilt and report.state == "current" else _DONE[report.state]
    for reason in report.reasons:
        yield reason_text(reason)
    faulty = len({failure.path for failure in report.failed})
    yield (
        f"{done}：新增 {report.added} · 更改 {report.changed} · "
        f"移除 {report.removed} · 未变 {report.unchanged}"
        + (f" · 读入有误 {faulty}" if faulty else "")
    )
    yield (
        f"{report.source_files} 个源文件 · {report.documents} 篇文档 · "
        f"{report.paragraphs} 段 · 用时 {report.elapsed_s:.1f} 秒"
    )
