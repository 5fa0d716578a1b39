"""The recipe: source files -> documents -> records -> index -> manifest.

>>> update_index("seeds", "index").state                     # doctest: +SKIP
'missing'
>>> update_index("seeds", "index").state                     # doctest: +SKIP
'current'
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from indexer import analysis, zones
from indexer.catalogue import Catalogue, describe
from indexer.errors import SeedsError
from indexer.made import Made
from indexer.manifest import Manifest, write_catalogue
from indexer.planning import Plan, make_plan
from indexer.records import Record, make_records
from indexer.report import IndexReport, Listener, Progress
from indexer.sources import readable_name
from indexer.version import __version__

if TYPE_CHECKING:
    from indexer.reading import ReadDocument
    from indexer.writer import Commit


def build_index(
    seeds: str | os.PathLike[str],
    index: str | os.PathLike[str],
    *,
    timezone: str = zones.DEFAULT,
    progress: Listener | None = None,
) -> IndexReport:
    """Build the index of the folder `seeds` in the folder `index` anew, whatever is there already.

    Args:
        seeds: the folder of source files. It is only read.
        index: the folder of the index, made where it is missing.
        timezone: the zone in which timestamps become dates, `+08:00` or `Asia/Shanghai`.
        progress: called as the work goes on.

    Returns:
        What was found and done: `state` is the state in which the index was found, and `failed`
        names what could not be read; the rest is indexed.

    Raises:
        SeedsError: `seeds` is missing, empty or no folder, or none of its files can be read.
        OptionError: `timezone` is not known, or `index` lies in `seeds`.
        IndexStoreError: `index` cannot be written.
    """
    return _index(Path(seeds), Path(index), timezone, progress, force=True)


def update_index(
    seeds: str | os.PathLike[str],
    index: str | os.PathLike[str],
    *,
    timezone: str = zones.DEFAULT,
    progress: Listener | None = None,
) -> IndexReport:
    """Bring the index in the folder `index` up to date with the folder `seeds`.

    Where nothing has changed, the report's state is `"current"` and nothing is written, except that
    a file that was only touched is remembered as it is now. Takes, returns and raises what
    `build_index` does.
    """
    return _index(Path(seeds), Path(index), timezone, progress, force=False)


def _index(
    seeds: Path, index: Path, zone: str, progress: Listener | None, *, force: bool
) -> IndexReport:
    """Decide first, act second, say why."""
    started = time.perf_counter()
    zones.parse_zone(zone)
    plan = make_plan(seeds, index, zone=zone, known=() if force else None)
    made = plan.made
    if made is None or force or plan.state != "current":
        made = _build_alone(_Job(seeds, index, plan, zone, progress), force=force)
    elif plan.stock != made.catalogue.sources:
        # Files were touched and not changed. Remembering that saves reading them next time; where
        # the folder cannot be written nothing is lost.
        with suppress(OSError):
            touched = replace(made.catalogue, sources=plan.stock)
            write_catalogue(index, made.manifest.generation, touched)
    return IndexReport(
        state=plan.state,
        source_files=len(plan.sources),
        added=len(plan.changes.added),
        changed=len(plan.changes.changed),
        removed=len(plan.changes.removed),
        unchanged=len(plan.changes.unchanged),
        failed=made.catalogue.failed,
        documents=len(made.catalogue.documents),
        paragraphs=made.manifest.paragraphs,
        elapsed_s=round(time.perf_counter() - started, 3),
    )


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be indexed, where to, and how."""

    seeds: Path
    index: Path
    plan: Plan
    zone: str
    progress: Listener | None

    def tell(self, progress: Progress) -> None:
        if self.progress is not None:
            self.progress(progress)


def _build_alone(job: _Job, *, force: bool) -> Made:
    """Build the index while nobody else does, unless somebody just has."""
    from indexer.locking import exclusive  # noqa: PLC0415 (whoosh: not needed when current)

    with exclusive(job.index):
        plan = make_plan(job.seeds, job.index, zone=job.zone, known=job.plan.stock)
        if plan.made is not None and plan.state == "current" and not force:
            return plan.made
        return _build(replace(job, plan=plan))


def _build(job: _Job) -> Made:
    """Read every source, write every record, and say so in the manifest, last."""
    from indexer.reading import read_sources  # noqa: PLC0415 (not needed when current)
    from indexer.writer import open_writer  # noqa: PLC0415

    sources = job.plan.sources
    documents, failures = read_sources(
        sources,
        zones.parse_zone(job.zone),
        lambda done: job.tell(Progress("read", done, len(sources))),
    )
    if not documents:
        raise SeedsError(
            f"{job.seeds}: no file can be read, so the index stays as it is; "
            f"{failures[0].path}: {failures[0].reason}",
            path=str(job.seeds),
        )
    entries = tuple(describe(read.doc, read.path, read.document) for read in documents)
    catalogue = Catalogue(secrets.token_hex(8), job.plan.stock, tuple(failures), entries)
    made: list[Made] = []

    def describe_commit(commit: Commit) -> tuple[Manifest, Catalogue]:
        made.append(Made(_manifest(job, commit, catalogue), catalogue))
        return made[0].manifest, catalogue

    total = sum(len(read.document.paragraphs) for read in documents)
    with open_writer(job.index, None, analysis.Cutter(job.plan.terms.words)) as writer:
        for record in _records(job, documents, total):
            writer.add(record)
        writer.commit(describe_commit)
    job.tell(Progress("write", total, total))
    return made[0]


def _manifest(job: _Job, commit: Commit, catalogue: Catalogue) -> Manifest:
    return Manifest(
        generation=commit.generation,
        commit=catalogue.commit,
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        lunshu_version=__version__,
        analyzer=analysis.analyzer_name(),
        terms=job.plan.terms.identity,
        timezone=job.zone,
        seeds=readable_name(str(job.seeds.resolve())),
        segments=commit.segments,
        files=commit.files,
        paragraphs=commit.paragraphs,
    )


def _records(job: _Job, documents: list[ReadDocument], total: int) -> Iterator[Record]:
    """The records of all documents, which are given up one by one so that memory becomes free.

    It is while they are taken that they are cut and written.
    """
    done = 0
    documents.reverse()
    while documents:
        read = documents.pop()
        for record in make_records(read.doc, read.document):
            yield record
            done += 1
            job.tell(Progress("cut", done, total))
    job.tell(Progress("write", 0, total))
