"""The state of an index for people: what it contains, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from indexer.value import value
from indexer.wording import listed, say
from searcher.render.text.dates import local_time
from searcher.render.text.faults import fault_lines, status_command
from searcher.render.text.indexing import reason_text, state_text, understood_line
from searcher.render.text.messages import update_command
from searcher.render.typeset.characters import pad, text_width, visible
from searcher.render.typeset.page import Page, paint, painted_lines
from searcher.render.typeset.rows import GAP
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.commits.manifest import Manifest
    from indexer.model.catalogue import Catalogue, Skipped, Understanding
    from indexer.model.report import IndexPlan


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
    "doubt",
)
"""The names of the facts, in their order."""

_NAMED = 5
"""How many changed files are named; the others are counted."""


@value(frozen=True, slots=True)
class Status:
    """An index as its manifest describes it, beside the source files as they are now.

    Attributes:
        index: the folder of the index.
        catalogue: what it was made from.
        understood: what was understood of that.
        changed: the source files that differ from those indexed, and those that were added or
            removed; None where the seeds folder cannot be read.
        plan: what an update would do, where that was looked for.
        skipped: what lies below the seeds folder and is no source file.
        verified: whether the index was read from end to end and found sound.
    """

    index: str
    manifest: Manifest
    catalogue: Catalogue
    understood: Understanding
    changed: tuple[str, ...] | None
    plan: IndexPlan | None = None
    skipped: tuple[Skipped, ...] = ()
    verified: bool = False


def status_lines(status: Status, page: Page) -> Iterator[str]:
    """The lines of a status: what was understood in one, then one fact each."""
    yield from painted_lines(understood_line(status.understood), page, page.palette.heading)
    manifest, catalogue = status.manifest, status.catalogue
    recipe = manifest.recipe
    index = {"index": status.index, "format": manifest.format_version}
    built = {"time": local_time(manifest.created), "version": recipe.lunshu}
    contents = {"documents": len(catalogue.documents), "paragraphs": manifest.paragraphs}
    sources = {"seeds": manifest.seeds, "count": len(catalogue.sources)}
    command = status_command(status.index)
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
        *(("failed", line) for line in fault_lines(catalogue.failed, command)),
        *(("doubt", line) for line in fault_lines(status.understood.doubts, command)),
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
