"""What an indexing run would do, for people.

源文件有变，将更新：新增 1 · 更改 1 · 移除 0 · 未变 4
  + 甲.txt
  * 乙.txt
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.text.reasons import reason_text, state_text
from searcher.render.typeset.visible import visible

if TYPE_CHECKING:
    from indexer.model.report import IndexPlan


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
