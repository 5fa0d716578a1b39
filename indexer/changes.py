"""How source files differ from those that an index was made from, and what follows from it.

Decided first, acted upon later: nothing here reads or writes a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.model.catalogue import SourceEntry
from indexer.model.recipe import OF_THE_PROGRAM
from indexer.model.report import Reason, State


@dataclass(frozen=True, slots=True)
class Changes:
    """How the source files differ from those that an index was made from, by path.

    Attributes:
        renamed: the old and the new path of files whose content is another's that was removed.
            They are among the `added` and the `removed`, too.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(before: Sequence[SourceEntry], now: Sequence[SourceEntry]) -> Changes:
    """The differences between two states of the source files, told by content."""
    old = {entry.path: _state(entry) for entry in before}
    new = {entry.path: _state(entry) for entry in now}
    added = tuple(path for path in new if path not in old)
    removed = tuple(path for path in old if path not in new)
    kept = [path for path in new if path in old]
    return Changes(
        added=added,
        changed=tuple(path for path in kept if new[path] != old[path]),
        removed=removed,
        unchanged=tuple(path for path in kept if new[path] == old[path]),
        renamed=_renamed([(old[path], path) for path in removed], [(new[p], p) for p in added]),
    )


def _state(entry: SourceEntry) -> str:
    """What a file is told by: its content, or what is known of it where it cannot be read."""
    return entry.sha256 or f"{entry.path} {entry.size} {entry.mtime_ns}"


def _renamed(
    removed: Sequence[tuple[str, str]], added: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Pairs of removed and added paths with the same hash; each path stands in one at most."""
    by_hash: dict[str, list[str]] = {}
    for sha256, path in reversed(removed):
        by_hash.setdefault(sha256, []).append(path)
    return tuple((by_hash[sha256].pop(), path) for sha256, path in added if by_hash.get(sha256))


def decide(
    differences: Sequence[Reason], changes: Changes, moved: Sequence[Reason]
) -> tuple[State, tuple[Reason, ...]]:
    """The state of a sound index, and the reasons for it.

    Args:
        differences: in what the recipe differs.
        changes: how the source files differ.
        moved: that they lie in another folder than before, if they do.
    """
    if differences:
        program = any(reason.what in OF_THE_PROGRAM for reason in differences)
        return "version" if program else "options", tuple(differences)
    if changes:
        return "content", tuple(moved)
    return ("options" if moved else "current"), tuple(moved)
