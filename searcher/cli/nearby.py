"""The indexes near a folder that has none: what the user may have meant."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from indexer.commits.generations import is_manifest_name

_MOST_SHOWN = 5
_MOST_FOLDERS = 200
"""How many entries of a folder are looked at, and how many of each of its folders."""


def find_indexes(wanted: Path) -> list[str]:
    """The folders with an index beside `wanted`, in it and in the working folder, as a user names
    them.

    They are sorted, and no more than a few. Not much is looked at, whatever the folders hold; what
    cannot be looked at has none.
    """
    here = Path()
    parents = [wanted.parent, wanted] if os.path.isdir(wanted) else [wanted.parent]
    if not any(_is_same(parent, here) for parent in parents):
        parents.append(here)
    found = {
        str(folder): None
        for parent in parents
        for folder in (parent, *_folders_in(parent))
        if folder != here and _has_manifest(folder) and not _is_same(folder, wanted)
    }
    return sorted(found)[:_MOST_SHOWN]


def _folders_in(parent: Path) -> Iterator[Path]:
    try:
        with os.scandir(parent) as entries:
            for entry in islice(entries, _MOST_FOLDERS):
                if not entry.name.startswith(".") and entry.is_dir():
                    yield parent / entry.name
    except OSError:
        return


def _has_manifest(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(is_manifest_name(entry.name) for entry in islice(entries, _MOST_FOLDERS))
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
