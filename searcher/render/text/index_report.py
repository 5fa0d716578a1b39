"""What an indexing run did, for people.

源文件有变，已更新索引：新增 1 · 更改 0 · 移除 0 · 未变 5
6 个源文件 · 6 篇文档 · 450 段 · 用时 0.8 秒
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.text.reasons import reason_text, state_text

if TYPE_CHECKING:
    from indexer.model.report import IndexReport


def report_lines(report: IndexReport) -> Iterator[str]:
    """The lines of a report."""
    for reason in report.reasons:
        yield reason_text(reason)
    faulty = len({failure.path for failure in report.failed})
    counts = {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
    }
    if faulty:
        yield say("reports.report.faulty", done=_done(report), **counts, faulty=faulty)
    else:
        yield say("reports.report", done=_done(report), **counts)
    yield say(
        "reports.totals",
        files=report.source_files,
        documents=report.documents,
        paragraphs=report.paragraphs,
        seconds=report.elapsed_s,
    )


def _done(report: IndexReport) -> str:
    """What was done, and why."""
    found_none = report.state == "missing" and report.action != "nothing"
    done = say(f"reports.done.{'new' if found_none else report.action}")
    if report.action == "nothing" or report.state in ("missing", "current"):
        return done
    return say("reports.done.because", state=state_text(report.state), done=done)
