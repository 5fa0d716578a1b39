"""Building and updating: source files -> documents -> records -> index -> manifest.

What `planning` has decided is done here. Where nothing has changed, none of this is loaded.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from datetime import datetime, timezone

from indexer.commits.catalogues import BuiltIndex
from indexer.commits.damage import Damage
from indexer.commits.locking import exclusive
from indexer.commits.manifest import Manifest
from indexer.errors import IndexCorruptError, SeedsError
from indexer.facts.collection import Collected, ReadDocument, collect
from indexer.facts.reading import SourceReading, read_source
from indexer.model.catalogue import Catalogue
from indexer.model.records import Record, make_records
from indexer.model.report import Listener, Progress
from indexer.planning import Plan, corrupt, make_plan
from indexer.sources.walk import readable_name
from indexer.text import zones
from indexer.wording import say
from indexer.words import analysis
from indexer.writer import Commit, open_writer


def update_alone(plan: Plan, wait_s: float, report: Listener) -> tuple[Plan, BuiltIndex]:
    """Build or update the index while nobody else does, unless somebody just has.

    Args:
        plan: what is to be done; it is made again once nobody else writes.
        wait_s: how long to wait for another process that writes the index, in seconds.
        report: called as the work goes on.

    Returns:
        The plan that was carried out, and how the index is built now.

    Raises:
        SeedsError: none of the source files can be read.
        IndexLockedError: another process was still writing the index after `wait_s` seconds.
        IndexStoreError: the index cannot be written.
    """

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
