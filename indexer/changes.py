"""Whether an index is current, and if not, why: decided before anything is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.catalogue import Catalogue, SourceEntry
from indexer.errors import SourceError
from indexer.manifest import Manifest
from indexer.report import State
from indexer.sources import SourceFile, content_hash, find_sources
from indexer.version import __version__


@dataclass(frozen=True, slots=True)
class Changes:
    """How the source files differ from those that an index was made from, by path."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(before: Sequence[SourceEntry], now: Sequence[SourceEntry]) -> Changes:
    """The differences between two states of the source files, told by content."""
    old = {entry.path: entry.sha256 for entry in before}
    new = {entry.path: entry.sha256 for entry in now}
    kept = [path for path in new if path in old]
    return Changes(
        added=tuple(path for path in new if path not in old),
        changed=tuple(path for path in kept if new[path] != old[path]),
        removed=tuple(path for path in old if path not in new),
        unchanged=tuple(path for path in kept if new[path] == old[path]),
    )


@dataclass(frozen=True, slots=True)
class Options:
    """With what an index is built besides its sources.

    Attributes:
        analyzer: the analyzer that cuts words, with its version.
        terms: the hash of the list of words that are kept whole; empty where there is none.
        timezone: the zone in which timestamps become dates.
    """

    analyzer: str
    terms: str
    timezone: str


def decide(manifest: Manifest, changes: Changes, options: Options) -> State:
    """Why an index with this manifest must be rebuilt, or `"current"`.

    Another version of lunshu may read the same files otherwise.
    """
    if manifest.lunshu_version != __version__:
        return "version"
    if Options(manifest.analyzer, manifest.terms, manifest.timezone) != options:
        return "options"
    return "content" if changes else "current"


def take_stock(
    sources: Sequence[SourceFile], before: Sequence[SourceEntry]
) -> tuple[SourceEntry, ...]:
    """The state of the source files as the manifest records it.

    A file whose size and time of modification are those it had `before` is taken to have the same
    content; any other is read. One that cannot be read gets an empty hash.
    """
    known = {entry.path: entry for entry in before}
    return tuple(_entry(source, known.get(source.path)) for source in sources)


def changed_sources(catalogue: Catalogue, seeds: Path) -> tuple[str, ...]:
    """The paths that were added, removed or touched since the index was built; reads no content."""
    before = {entry.path: (entry.size, entry.mtime_ns) for entry in catalogue.sources}
    now = {source.path: (source.size, source.mtime_ns) for source in find_sources(seeds)}
    return tuple(
        path for path in sorted(before.keys() | now.keys()) if before.get(path) != now.get(path)
    )


def _entry(source: SourceFile, known: SourceEntry | None) -> SourceEntry:
    if known and known.sha256 and (known.size, known.mtime_ns) == (source.size, source.mtime_ns):
        return known
    try:
        sha256 = content_hash(source.read_bytes())
    except SourceError:
        sha256 = ""
    return SourceEntry(source.path, sha256, source.size, source.mtime_ns)
