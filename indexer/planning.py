"""What is to be done to an index, decided from the index and the source files as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer import analysis
from indexer.changes import Changes, compare, decide, take_stock
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexVersionError,
    OptionError,
)
from indexer.manifest import Manifest, SourceEntry, check_files, read_manifest
from indexer.report import State
from indexer.sources import SourceFile, find_sources


@dataclass(frozen=True, slots=True)
class Plan:
    """What was found, and what follows from it.

    Attributes:
        state: the state of the index.
        manifest: its manifest, None where it cannot be used.
        sources: the source files.
        stock: their state, as the next manifest records it.
        changes: how they differ from those that the index was made from.
    """

    state: State
    manifest: Manifest | None
    sources: tuple[SourceFile, ...]
    stock: tuple[SourceEntry, ...]
    changes: Changes


def make_plan(
    seeds: Path, index: Path, *, zone: str, known: Sequence[SourceEntry] | None = None
) -> Plan:
    """Look at the folders `seeds` and `index`; nothing is written.

    Args:
        zone: the time zone that the index is to be built with.
        known: the source files as they were when they were last read: one that has kept its size
            and time of modification is not read again. None takes them from the manifest.

    Raises:
        SeedsError: `seeds` cannot be used.
        OptionError: the index would lie among the source files.
    """
    if index.resolve().is_relative_to(seeds.resolve()):
        raise OptionError(
            f"{index}: the index cannot lie in the seeds folder {seeds}, which is only read; "
            "give another folder: --index DIR"
        )
    sources = find_sources(seeds)
    state, manifest = _inspect(index)
    before = manifest.sources if manifest else ()
    stock = take_stock(sources, before if known is None else known)
    changes = compare(before, stock)
    if manifest is not None:
        state = decide(manifest, changes, analyzer=analysis.analyzer_name(), timezone=zone)
    return Plan(state, manifest, sources, stock, changes)


def _inspect(index: Path) -> tuple[State, Manifest | None]:
    """The manifest of the index, or why there is none that could be used."""
    try:
        manifest = read_manifest(index)
        check_files(index, manifest)
    except IndexMissingError:
        return "missing", None
    except IndexVersionError:
        return "version", None
    except IndexCorruptError:
        return "corrupt", None
    return "current", manifest
