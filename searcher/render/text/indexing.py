"""A run of `lunshu index` for people: what it would do, and what it did.

A plan begins with what would be done and why, and names every file that differs:

    源文件有变，将更新：新增 1 · 更改 1 · 移除 0 · 未变 4
      + 甲.txt
      * 乙.txt

A report counts them, and says what was understood:

    源文件有变，已更新索引：新增 1 · 更改 0 · 移除 0 · 未变 5
    6 个源文件 · 6 篇文档 · 450 段 · 用时 0.8 秒
    6 篇文档：有日期 5，有讲话人 1，讲话 9，论述 12；未读的出处 0，跳过的文件 0
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.typeset.characters import visible

if TYPE_CHECKING:
    from indexer.model.catalogue import Understanding
    from indexer.model.recipe import Reason
    from indexer.model.report import IndexPlan, IndexReport, State

_HASH = 12
"""How much of a hash is shown."""


def plan_lines(plan: IndexPlan) -> Iterator[str]:
    """The lines of a plan: what would be done and why, then every file that differs."""
    action = "new" if plan.state == "missing" else plan.action
    yield say(
        "reports.plan",
        state=state_text(plan.state),
        action=say(f"reports.plan.{action}"),
        added=len(plan.added),
        changed=len(plan.changed),
        removed=len(plan.removed),
        unchanged=len(plan.unchanged),
    )
    for reason in plan.reasons:
        yield f"  {reason_text(reason)}"
    for old, new in plan.renamed:
        yield visible(f"  {old} → {new}")
    left, came = ({pair[at] for pair in plan.renamed} for at in (0, 1))
    marked = (
        ("+", [path for path in plan.added if path not in came]),
        ("*", plan.changed),
        ("-", [path for path in plan.removed if path not in left]),
    )
    for mark, paths in marked:
        for path in paths:
            yield visible(f"  {mark} {path}")
    for skipped in plan.skipped:
        yield f"  {visible(say('reports.skipped', path=skipped.path, reason=skipped.reason))}"


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
    yield understood_line(report.understood)


def understood_line(understood: Understanding) -> str:
    """What was understood of a collection, in one line that a user can judge by."""
    return say(
        "reports.understood",
        documents=understood.documents,
        dated=understood.dated,
        with_speaker=understood.with_speaker,
        speeches=understood.speeches,
        passages=understood.passages,
        unread=understood.unread,
        skipped=understood.skipped,
    )


def _done(report: IndexReport) -> str:
    """What was done, and why."""
    found_none = report.state == "missing" and report.action != "nothing"
    done = say(f"reports.done.{'new' if found_none else report.action}")
    if report.action == "nothing" or report.state in ("missing", "current"):
        return done
    return say("reports.done.because", state=state_text(report.state), done=done)


def state_text(state: State) -> str:
    """The state of an index."""
    return say(f"reports.state.{state}")


def reason_text(reason: Reason) -> str:
    """One reason, in one line."""
    if reason.what == "index":
        return visible(say("reports.reason.index", before=reason.before))
    before, now = (_value(reason.what, value) for value in (reason.before, reason.now))
    return visible(say("reports.reason", what=_what(reason.what), before=before, now=now))


def _what(name: str) -> str:
    """What has changed, as the catalogues of messages call it if they do."""
    try:
        return say(f"reports.what.{name}")
    except KeyError:
        return name


def _value(what: str, value: str) -> str:
    if what in ("terms", "speakers"):
        return value[:_HASH] or say("reports.none")
    if what == "follow_links":
        follows = value == "True"
        return say("reports.yes" if follows else "reports.no")
    return value
