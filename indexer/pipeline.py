"""What a caller asks for, from end to end: it is planned first, done second, and reported.

>>> update_index("seeds", "index").state                     # doctest: +SKIP
'missing'
>>> update_index("seeds", "index").state                     # doctest: +SKIP
'current'
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import replace
from typing import Final

from indexer.commits.catalogues import BuiltIndex, write_catalogue
from indexer.commits.locking import exclusive
from indexer.commits.manifest import read_manifest
from indexer.commits.strays import find_strays, remove_strays
from indexer.errors import IndexStoreError
from indexer.model.arguments import CALL, FLAG, NUMBER, PATH, PLACE, ArgumentKind, check, optional
from indexer.model.build_options import DEFAULT_OPTIONS, BuildOptions
from indexer.model.place import Place, path_of, place_of
from indexer.model.report import IndexPlan, IndexReport, Listener, Progress
from indexer.planning import Order, Plan, make_plan
from indexer.sources.stock import same_files

_KINDS: Final = {
    "seeds": PATH,
    "index": PLACE,
    "options": ArgumentKind("BuildOptions", lambda value: isinstance(value, BuildOptions)),
    "wait_s": NUMBER,
    "progress": optional(CALL),
    "full": FLAG,
    "by_content": FLAG,
}

WAIT_S = 30.0
"""How long to wait for another process that writes the index, in seconds."""


def build_index(
    seeds: str | os.PathLike[str],
    index: str | os.PathLike[str] | Place,
    *,
    options: BuildOptions = DEFAULT_OPTIONS,
    wait_s: float = WAIT_S,
    progress: Listener | None = None,
) -> IndexReport:
    """Build the index of the folder `seeds` in the folder `index` anew, whatever is there already.

    Every source file is read again, and nothing of an index that is there is used.

    Args:
        seeds: the folder of source files. It is only read.
        index: the folder of the index, made where it is missing.
        options: what else decides the content of the index.
        wait_s: how long to wait for another process that writes the index, in seconds.
        progress: called as the work goes on.

    Returns:
        What was found and done: `state` is the state in which the index was found, and `failed`
        names what could not be read; the rest is indexed.

    Raises:
        SeedsError: `seeds` is missing, empty or no folder, or none of its files can be read.
        OptionError: `index` lies in `seeds`, or an argument is of another type (`ArgumentError`).
        IndexLockedError: another process was still writing the index after `wait_s` seconds.
        IndexStoreError: `index` cannot be written.
    """
    check(_KINDS, seeds=seeds, index=index, options=options, wait_s=wait_s, progress=progress)
    order = Order(path_of("seeds", seeds), place_of(index), options, full=True)
    return _index(order, wait_s, progress)


def update_index(
    seeds: str | os.PathLike[str],
    index: str | os.PathLike[str] | Place,
    *,
    options: BuildOptions = DEFAULT_OPTIONS,
    wait_s: float = WAIT_S,
    progress: Listener | None = None,
) -> IndexReport:
    """Bring the index in the folder `index` up to date with the folder `seeds`.

    Only files that have changed are read; the index then answers as one built anew. Where nothing
    has changed, the report's state is `"current"` and nothing is written, except that a file that
    was only touched is remembered as it is now, and that what dead processes left is removed.
    Takes, returns and raises what `build_index` does.
    """
    check(_KINDS, seeds=seeds, index=index, options=options, wait_s=wait_s, progress=progress)
    order = Order(path_of("seeds", seeds), place_of(index), options)
    return _index(order, wait_s, progress)


def plan_update(
    seeds: str | os.PathLike[str],
    index: str | os.PathLike[str] | Place,
    *,
    options: BuildOptions = DEFAULT_OPTIONS,
    full: bool = False,
    by_content: bool = False,
) -> IndexPlan:
    """What `update_index` would do now, or `build_index` where `full`. Nothing is written.

    Takes and raises what they do. With `by_content` every source file is read, also those whose
    size and times say that they are unchanged.
    """
    check(_KINDS, seeds=seeds, index=index, options=options, full=full, by_content=by_content)
    order = Order(path_of("seeds", seeds), place_of(index), options, full)
    return make_plan(order, known=() if by_content else None).public()


def _index(order: Order, wait_s: float, progress: Listener | None) -> IndexReport:
    """Build or update the index: decide first, act second, report why."""
    started = time.perf_counter()
    plan = make_plan(order)
    built = plan.built
    if built is not None and plan.action == "nothing":
        _tidy_up(plan, built)
    else:
        from indexer.updating import update_alone  # noqa: PLC0415 (whoosh and all readers)

        plan, built = update_alone(plan, wait_s, progress or _ignore_progress)
    return IndexReport(
        state=plan.state,
        action=plan.action,
        source_files=len(plan.sources),
        added=len(plan.changes.added),
        changed=len(plan.changes.changed),
        removed=len(plan.changes.removed),
        unchanged=len(plan.changes.unchanged),
        failed=built.catalogue.failed,
        skipped=plan.skipped,
        reasons=plan.reasons,
        documents=len(built.catalogue.documents),
        paragraphs=built.manifest.paragraphs,
        understood=built.catalogue.understanding(plan.skipped),
        elapsed_s=round(time.perf_counter() - started, 3),
    )


def _ignore_progress(_progress: Progress) -> None:
    pass


def _tidy_up(plan: Plan, built: BuiltIndex) -> None:
    """Remember files that were only touched, and remove what dead processes left.

    That saves work and disk space. Where it cannot be done nothing is lost.
    """
    index, generation = plan.order.folder, built.manifest.generation
    touched = not same_files(plan.stock, built.catalogue.sources)
    with suppress(OSError, IndexStoreError):
        if not touched and not find_strays(index, built.manifest):
            return
        with exclusive(index, wait_s=0):
            if read_manifest(index).commit != built.manifest.commit:
                return  # another process is ahead
            if touched:
                write_catalogue(index, generation, replace(built.catalogue, sources=plan.stock))
            remove_strays(index, built.manifest)
