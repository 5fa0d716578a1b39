"""The source files as they are now, known by the hash of their content.

Size and times only save hashing. A file that was changed shortly before it was read may be changed
again without a new size or time: such a file is always hashed.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.errors import OptionError, SourceError
from indexer.model.catalogue import SourceEntry
from indexer.sources.lists import (
    SPEAKERS,
    TERMS,
    identity_of,
    lies_beside,
    read_speakers,
    read_terms,
)
from indexer.sources.plain_files import content_hash
from indexer.sources.walk import SourceFile, iter_sources

if TYPE_CHECKING:
    from indexer.model.limits import Limits
    from indexer.model.recipe import Recipe

_SETTLED_NS = 2_000_000_000
"""How old a time must be to be relied upon, in nanoseconds: the coarsest clock of a
file system in use (FAT) ticks every two seconds."""

_MOST_BYTES = 8 << 20
"""How many bytes of content a look for changes may read."""


def take_stock(
    sources: Sequence[SourceFile], before: Sequence[SourceEntry], limits: Limits
) -> tuple[SourceEntry, ...]:
    """The state of the source files as the catalogue records it.

    Args:
        sources: the files.
        before: their state when they were last read.
        limits: what of them is too large to be read.
    """
    known = {entry.path: entry for entry in before}
    return tuple(_entry(source, known.get(source.path), limits) for source in sources)


def entry_of(source: SourceFile, data: bytes | None, read_ns: int) -> SourceEntry:
    """The state of a file whose content is `data`.

    Args:
        source: the file.
        data: None where it could not be read.
        read_ns: when reading it began, in nanoseconds since the epoch.
    """
    sha256 = "" if data is None else content_hash(data)
    settled = read_ns - max(source.mtime_ns, source.ctime_ns) > _SETTLED_NS
    return SourceEntry(source.path, sha256, source.size, source.mtime_ns, source.ctime_ns, settled)


def same_files(one: Sequence[SourceEntry], other: Sequence[SourceEntry]) -> bool:
    """Whether two stocks are equal, except for how sure they are of the times."""
    unsettled = ([replace(entry, settled=False) for entry in stock] for stock in (one, other))
    return next(unsettled) == next(unsettled)


def iter_changed(
    index: Path,
    seeds: Path,
    recipe: Recipe,
    sources: Sequence[SourceEntry],
    *,
    found: Iterable[SourceFile] | None = None,
) -> Iterator[str]:
    """The paths that were added, changed or removed since the index was built, one by one.

    The lists of words that are kept whole and of persons are among them. A file is taken for
    unchanged that has kept its size and times. Where only a time differs its content is compared,
    as long as not much has been read.

    Args:
        index: the folder of the index.
        seeds: the folder of its source files.
        recipe: what else decided its content.
        sources: its source files as they were.
        found: those that are there now, where they have been looked for.

    Raises:
        SeedsError: the seeds folder cannot be listed.
    """
    before = {entry.path: entry for entry in sources}
    left = _MOST_BYTES
    if found is None:
        found = iter_sources(seeds, follow_links=recipe.follow_links, index=index)
    for source in found:
        entry = before.pop(source.path, None)
        if entry is None or entry.size != source.size:
            yield source.path
        elif not _looks_same(entry, source):
            left -= source.size
            if left < 0 or _entry(source, None, recipe.limits).sha256 != entry.sha256:
                yield source.path
    yield from before
    if _terms(seeds) != recipe.terms:
        yield TERMS
    if _speakers(seeds) != recipe.speakers:
        yield SPEAKERS


def _terms(seeds: Path) -> str | None:
    """The hash of the list of words; None where it cannot be read."""
    try:
        return read_terms(seeds).identity
    except OptionError:  # `lunshu index` will report it
        return None


def _speakers(seeds: Path) -> str | None:
    """The hash of the list of persons; None where it cannot be read."""
    if not lies_beside(seeds, SPEAKERS):
        return ""
    try:
        return identity_of(read_speakers(seeds))
    except OptionError:
        return None


def _entry(source: SourceFile, known: SourceEntry | None, limits: Limits) -> SourceEntry:
    if known is not None and known.sha256 and known.settled and _looks_same(known, source):
        return known
    now = time.time_ns()
    try:
        return entry_of(source, source.read_bytes(limits), now)
    except SourceError:
        return entry_of(source, None, now)


def _looks_same(entry: SourceEntry, source: SourceFile) -> bool:
    """Whether a file has kept its size and its times, of which nobody can set the second."""
    return (entry.size, entry.mtime_ns, entry.ctime_ns) == (
        source.size,
        source.mtime_ns,
        source.ctime_ns,
    )
