"""The recipe: source files -> documents -> records -> index -> manifest.

>>> update_index("seeds", "index").state                     # doctest: +SKIP
'missing'
>>> update_index("seeds", "index").state                     # doctest: +SKIP
'current'
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Final

from indexer.commits.catalogues import BuiltIndex, write_catalogue
from indexer.commits.damage import Damage
from indexer.commits.locking import exclusive
from indexer.commits.manifest import Manifest, read_manifest
from indexer.commits.strays import find_strays, remove_strays
from indexer.errors import IndexCorruptError, IndexStoreError, SeedsError
from indexer.model.arguments import CALL, FLAG, NUMBER, PATH, PLACE, ArgumentKind, check, optional
from indexer.model.build_options import DEFAULT_OPTIONS, BuildOptions
from indexer.model.catalogue import Catalogue
from indexer.model.place import Place, place_of
from indexer.model.records import Record, make_records
from indexer.model.report import IndexPlan, IndexReport, Listener, Progress
from indexer.planning import Order, Plan, corrupt, make_plan
from indexer.sources.stock import same_files
from indexer.sources.walk import readable_name
from indexer.text import zones
from indexer.wording import say
from indexer.words import analysis

if TYPE_CHECKING:
    from indexer.readers.collection import Collected, ReadDocument
    from indexer.readers.reading import SourceReading
    from indexer.writer import Commit

_KINDS: Final = {
    "seeds": PATH,
    "index": PLACE,
    "options": ArgumentKind("BuildOptions(…)", lambda value: isinstance(value, BuildOptions)),
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
    _check(seeds=seeds, index=index, options=options, wait_s=wait_s, progress=progress)
    order = Order(Path(seeds), place_of(index), options, full=True)
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
    _check(seeds=seeds, index=index, options=options, wait_s=wait_s, progress=progress)
    order = Order(Path(seeds), place_of(index), options)
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
    _check(seeds=seeds, index=index, options=options, full=full, by_content=by_content)
    order = Order(Path(seeds), place_of(index), options, full)
    return make_plan(order, known=() if by_content else None).public()


def _check(**given: object) -> None:
    """See that the arguments are of the types that they must be."""
    check(_KINDS, **given)


def _index(order: Order, wait_s: float, progress: Listener | None) -> IndexReport:
    """Build or update the index: decide first, act second, report why."""
    started = time.perf_counter()
    plan = make_plan(order)
    built = plan.built
    if built is not None and plan.action == "nothing":
        _tidy_up(plan, built)
    else:
        plan, built = _act_alone(plan, wait_s, progress or _ignore_progress)
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


def _act_alone(plan: Plan, wait_s: float, report: Listener) -> tuple[Plan, BuiltIndex]:
    """Build or update the index while nobody else does, unless somebody just has."""

    def waiting(waited_s: float) -> None:
        report(Progress("wait", int(waited_s), int(wait_s)))

    with exclusive(plan.order.folder, wait_s, waiting):
        plan = make_plan(plan.order, known=plan.stock)
        if plan.built is not None and plan.action == "nothing":
            return plan, plan.built
        if plan.kept is None:
            return plan, _commit(plan, report)
        try:
            with Damage(plan.order.folder, plan.kept.manifest):
                return plan, _commit(plan, report)
        except IndexCorruptError as exc:  # it showed when what is kept was read
            plan = corrupt(plan, exc)
            return plan, _commit(plan, report)


def _commit(plan: Plan, report: Listener) -> BuiltIndex:
    """Read what has changed, write it, and say so in the manifest, last."""
    from indexer.writer import open_writer  # noqa: PLC0415 (loads whoosh)

    kept = plan.kept
    found = _collect(plan, kept, report)
    catalogue = Catalogue(os.urandom(8).hex(), found.sources, found.failed, found.documents)
    removed, read = found.removed, list(found.read)
    del found  # what is read is given up document by document
    built: list[BuiltIndex] = []

    def describe(commit: Commit) -> tuple[Manifest, Catalogue]:
        built.append(BuiltIndex(_manifest(plan, commit, catalogue), catalogue))
        return built[0].manifest, catalogue

    total = sum(len(entry.document.paragraphs) for entry in read)
    before, cutter = kept.manifest if kept else None, analysis.Cutter(plan.terms.words)
    with open_writer(plan.order.folder, before, cutter) as writer:
        del cutter  # the writer gives it up when all is cut
        writer.remove(removed)
        for record in _records(read, total, report):
            writer.add(record)
        writer.commit(describe)
    report(Progress("write", total, total))
    return built[0]


def _collect(plan: Plan, kept: BuiltIndex | None, report: Listener) -> Collected:
    """Read the files that have changed.

    Raises:
        SeedsError: no file at all can be read.
    """
    from indexer.readers.collection import collect  # noqa: PLC0415 (not needed when current)
    from indexer.readers.reading import read_source  # noqa: PLC0415 (nor is this)

    zone = zones.parse_zone(plan.order.options.timezone)
    sources = {source.path: source for source in plan.sources}
    total = len(plan.changes.added + plan.changes.changed) if kept else len(sources)
    done = itertools.count(1)

    def read(path: str) -> SourceReading:
        reading = read_source(sources[path], zone, plan.order.options.limits)
        at = next(done)
        report(Progress("read", at, max(at, total)))
        return reading

    unchanged = frozenset(plan.changes.unchanged)
    found = collect(plan.stock, kept.catalogue if kept else None, unchanged, read)
    if not found.documents:
        seeds, first = plan.order.seeds, found.failed[0]
        raise SeedsError(
            say("sources.nothing_read", seeds=seeds, path=first.path, reason=first.reason),
            path=str(seeds),
        )
    return found


def _manifest(plan: Plan, commit: Commit, catalogue: Catalogue) -> Manifest:
    return Manifest(
        generation=commit.generation,
        commit=catalogue.commit,
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        recipe=plan.recipe,
        speakers=plan.speakers,
        seeds=readable_name(str(plan.order.seeds.resolve())),
        segments=commit.segments,
        files=commit.files,
        paragraphs=commit.paragraphs,
    )


def _records(read: list[ReadDocument], total: int, report: Listener) -> Iterator[Record]:
    """The records of all documents, which are given up one by one so that memory becomes free.

    It is while they are taken that they are cut and written.
    """
    done = 0
    read.reverse()
    while read:
        entry = read.pop()
        for record in make_records(entry.doc, entry.document):
            yield record
            done += 1
            report(Progress("cut", done, total))
    report(Progress("write", 0, total))
