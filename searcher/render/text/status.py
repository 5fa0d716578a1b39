"""An index for people: its state, what a run would do to it, and what a run did.

A plan begins with what would be done and why, and names every file that differs:

    源文件有变，将更新：新增 1 · 更改 1 · 移除 0 · 未变 4
      + 甲.txt
      * 乙.txt

A report counts them:

    源文件有变，已更新索引：新增 1 · 更改 0 · 移除 0 · 未变 5
    6 个源文件 · 6 篇文档 · 450 段 · 用时 0.8 秒
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexer.wording import listed, say
from searcher.render.text.dates import local_time
from searcher.render.text.messages import update_command
from searcher.render.typeset.characters import pad, text_width, visible
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.rows import GAP
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.commits.manifest import Manifest
    from indexer.model.catalogue import Catalogue
    from indexer.model.recipe import Reason
    from indexer.model.report import IndexPlan, IndexReport, State


_LABELS = (
    "index",
    "built",
    "analyzer",
    "timezone",
    "contents",
    "sources",
    "changes",
    "update",
    "check",
    "reason",
    "files",
    "failed",
)
"""The names of the facts, in their order."""

_NAMED = 5
"""How many changed files are named; the others are counted."""

_HASH = 12
"""How much of a hash is shown."""


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
    recipe = manifest.recipe
    index = {"index": status.index, "format": manifest.format_version}
    built = {"time": local_time(manifest.created), "version": recipe.lunshu}
    contents = {"documents": len(catalogue.documents), "paragraphs": manifest.paragraphs}
    sources = {"seeds": manifest.seeds, "count": len(catalogue.sources)}
    facts = (
        ("index", say("status.index", **index, generation=manifest.generation)),
        ("built", say("status.built", **built)),
        ("analyzer", recipe.analyzer),
        ("timezone", recipe.timezone),
        ("contents", say("status.contents", **contents)),
        ("sources", say("status.sources", **sources)),
        ("changes", _changes(status.changed)),
        *([("update", update_command(manifest, status.index))] if status.changed else []),
        *(() if status.plan is None else _checks(status.plan)),
        *((("files", say("status.sound")),) if status.verified else ()),
        *(
            ("failed", say("status.failed", path=failure.path, reason=failure.reason))
            for failure in catalogue.failed
        ),
    )
    labels = {name: say(f"status.label.{name}") for name in _LABELS}
    width = max(map(text_width, labels.values())) + len(GAP)
    for name, fact in facts:
        yield from _fact_lines(labels[name], fact, page, width)


def _fact_lines(label: str, fact: str, page: Page, width: int) -> Iterator[str]:
    """The lines of a fact after its label, which takes `width` columns."""
    margin = paint(pad(label, width), page.palette.heading)
    for line in wrapped(visible(fact), page.width - width):
        yield margin + line
        margin = " " * width


def _checks(plan: IndexPlan) -> Iterator[tuple[str, str]]:
    """What a comparison by content has shown."""
    state = state_text(plan.state)
    yield "check", state if plan.action == "nothing" else say("status.to_update", state=state)
    for reason in plan.reasons:
        yield "reason", reason_text(reason)


def _changes(changed: Sequence[str] | None) -> str:
    if changed is None:
        return say("status.not_compared")
    if not changed:
        return say("status.no_changes")
    named = listed(changed[:_NAMED])
    if len(changed) > _NAMED:
        return say("status.changes_first", paths=named, count=len(changed))
    return named


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
