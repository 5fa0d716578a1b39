"""`lunshu status`: what an index contains, and whether its source files have changed since."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.commits.catalogues import read_built
from indexer.errors import SeedsError
from indexer.memory import NUMPY, require_memory
from indexer.model.catalogue import Skipped
from indexer.sources.lists import SPEAKERS, TERMS
from indexer.sources.stock import iter_changed
from indexer.sources.walk import SourceFile, iter_found
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.parsing import option
from searcher.cli.process import FOUND, NOTHING_FOUND
from searcher.render.text.status import Status, status_lines

if TYPE_CHECKING:
    from indexer import IndexPlan
    from indexer.commits.catalogues import BuiltIndex
    from searcher.render.typeset.page import Page


@answering(
    "status",
    has_parts=False,
)
@option("--check", is_flag=True, help="help.option_check_status")
@option("--deep", is_flag=True, help="help.option_deep")
def command(opened: Opened, *, check: bool, deep: bool) -> Answer:
    """Show the state of one index."""
    index = opened.index
    if deep:
        require_memory(NUMPY)
        from indexer.commits.verifying import read_verified  # noqa: PLC0415 (numpy)

        built = read_verified(index)
    else:
        built = read_built(index)
    plan = _plan(index, built) if check or deep else None
    folder = os.fsencode(index).decode("utf-8", "replace")
    if plan is None:
        changed, skipped = _changed(index, built)
    else:
        changed, skipped = _planned(plan), plan.skipped
    understood = built.catalogue.understanding(skipped)
    status = Status(
        folder,
        built.manifest,
        built.catalogue,
        understood,
        changed,
        plan,
        skipped,
        verified=deep,
    )
    is_current = plan is None or plan.state == "current"

    def page(page: Page) -> Iterable[str]:
        return status_lines(status, page)

    return Answer(
        found=True,
        pages={"text": page},
        record=lambda: status,
        code=FOUND if is_current else NOTHING_FOUND,
    )


def _plan(index: Path, built: BuiltIndex) -> IndexPlan:
    """What an update with the options of the index would do now."""
    from indexer import plan_update  # noqa: PLC0415

    options = built.manifest.recipe.options
    return plan_update(built.manifest.seeds, index, options=options, by_content=True)


def _planned(plan: IndexPlan) -> tuple[str, ...]:
    """What has changed of what the index is made from."""
    names = {"terms": TERMS, "speakers": SPEAKERS}
    lists = [names[reason.what] for reason in plan.reasons if reason.what in names]
    return (*plan.added, *plan.changed, *plan.removed, *lists)


def _changed(index: Path, built: BuiltIndex) -> tuple[tuple[str, ...] | None, tuple[Skipped, ...]]:
    """The source files that have changed, None where there are none to compare with; and what is
    passed over beside them.
    """
    seeds, recipe = Path(built.manifest.seeds), built.manifest.recipe
    try:
        found = list(iter_found(seeds, follow_links=recipe.follow_links, index=index))
    except SeedsError:
        return None, ()
    files = [one for one in found if isinstance(one, SourceFile)]
    changed = iter_changed(index, seeds, recipe, built.catalogue.sources, found=files)
    return tuple(sorted(changed)), tuple(one for one in found if isinstance(one, Skipped))
