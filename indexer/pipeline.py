"""The recipe: source files -> documents -> records -> index -> manifest.

>>> update_index("seeds", "index").state                     # doctest: +SKIP
'missing'
>>> update_index("seeds", "index").state                     # doctest: +SKIP
'current'
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from indexer import analysis, zones
from indexer.catalogue import describe
from indexer.changes import compare, decide, take_stock
from indexer.errors import IndexCorruptError, IndexMissingError, IndexVersionError
from indexer.manifest import Manifest, SourceEntry, read_manifest, write_manifest
from indexer.records import Record, make_records
from indexer.report import IndexReport, Listener, Progress, State
from indexer.sources import SourceFile, find_sources, readable_name
from indexer.version import __version__

if TYPE_CHECKING:
    from indexer.reading import ReadDocument


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
        SeedsError: `seeds` is missing, empty or no folder.
        OptionError: `timezone` is not known.
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

    Where nothing has changed, nothing is written and the report's state is `"current"`. Takes,
    returns and raises what `build_index` does.
    """
    return _index(Path(seeds), Path(index), timezone, progress, force=False)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be indexed, where to, and how."""

    seeds: Path
    index: Path
    sources: tuple[SourceFile, ...]
    stock: tuple[SourceEntry, ...]
    zone: str
    progress: Listener | None

    def tell(self, progress: Progress) -> None:
        if self.progress is not None:
            self.progress(progress)


def _index(
    seeds: Path, index: Path, zone: str, progress: Listener | None, *, force: bool
) -> IndexReport:
    """Decide first, act second, say why."""
    started = time.perf_counter()
    zones.parse_zone(zone)
    sources = find_sources(seeds)
    state, manifest = _inspect(index)
    before = manifest.sources if manifest else ()
    stock = take_stock(sources, () if force else before)
    changes = compare(before, stock)
    if manifest is not None:
        state = decide(manifest, changes, analyzer=analysis.analyzer_name(), timezone=zone)
    if manifest is None or force or state != "current":
        manifest = _build(_Job(seeds, index, sources, stock, zone, progress))
    return IndexReport(
        state=state,
        source_files=len(sources),
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
        unchanged=len(changes.unchanged),
        failed=manifest.failed,
        documents=len(manifest.documents),
        paragraphs=manifest.paragraphs,
        elapsed_s=round(time.perf_counter() - started, 3),
    )


def _inspect(index: Path) -> tuple[State, Manifest | None]:
    """The manifest of the index, or why there is none that could be used."""
    try:
        return "current", read_manifest(index)
    except IndexMissingError:
        return "missing", None
    except IndexVersionError:
        return "version", None
    except IndexCorruptError:
        return "corrupt", None


def _build(job: _Job) -> Manifest:
    """Read every source, write every record, and say so in the manifest, last."""
    from indexer.reading import read_sources  # noqa: PLC0415 (not needed when current)
    from indexer.writer import write_records  # noqa: PLC0415 (imports whoosh)

    documents, failures = read_sources(
        job.sources,
        zones.parse_zone(job.zone),
        lambda done: job.tell(Progress("read", done, len(job.sources))),
    )
    total = sum(len(read.document.paragraphs) for read in documents)
    generation = write_records(job.index, _records(job, documents, total))
    manifest = Manifest(
        generation=generation,
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        lunshu_version=__version__,
        analyzer=analysis.analyzer_name(),
        timezone=job.zone,
        seeds=readable_name(str(job.seeds.resolve())),
        sources=job.stock,
        failed=tuple(failures),
        documents=tuple(describe(read.doc, read.path, read.document) for read in documents),
        paragraphs=total,
    )
    write_manifest(job.index, manifest)
    job.tell(Progress("write", total, total))
    return manifest


def _records(job: _Job, documents: Sequence[ReadDocument], total: int) -> Iterator[Record]:
    """The records of all documents. It is while they are taken that they are cut and written."""
    done = 0
    for read in documents:
        for record in make_records(read.doc, read.document):
            yield record
            done += 1
            job.tell(Progress("cut", done, total))
    job.tell(Progress("write", 0, total))
