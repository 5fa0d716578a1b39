"""Folders of indexes: which files they hold, which they ought to hold, where many are made quickly.

>>> with quick_folder() as folder:                           # doctest: +SKIP
...     update_index(seeds, folder / "index")
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from indexer.commits.generations import catalogue_name, contents_name, manifest_name
from indexer.commits.manifest import read_manifest

LOCKS = {"lock", "MAIN_WRITELOCK"}
"""What may stay in the folder besides the files of a generation."""


MEMORY: Final = Path("/dev/shm")
_MUCH: Final = 2 << 30


def has_memory() -> bool:
    """Whether files can be kept in memory: 2 GB at least, as containers may have far less."""
    return os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= _MUCH


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A temporary folder, in memory where that can be: a test that syncs thousands of files is slow
    on a disk, and takes something from those who share it."""
    with tempfile.TemporaryDirectory(dir=MEMORY if has_memory() else None) as folder:
        yield Path(folder)


def put(before: Path, index: Path) -> None:
    """Put a copy of the index `before` in the place of `index`; of none, nothing."""
    shutil.rmtree(index, ignore_errors=True)
    if before.exists():
        shutil.copytree(before, index)


def files_of_newest(index: Path) -> set[str]:
    """The names of the files of the newest generation, locks aside."""
    manifest = read_manifest(index)
    generation = manifest.generation
    own = {contents_name(generation), manifest_name(generation), catalogue_name(generation)}
    return own | {file.name for file in manifest.files}


def names_in(index: Path) -> set[str]:
    """The names of everything in the folder, locks aside; none where there is no folder."""
    return {path.name for path in index.iterdir()} - LOCKS if index.exists() else set()


def strays(index: Path) -> set[str]:
    """What lies in the folder and is of no use to the newest generation."""
    return names_in(index) - files_of_newest(index)


def state_of_files(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file below `folder`: when it was modified, its number on the disk, its content."""
    return {
        str(path.relative_to(folder)): (status.st_mtime_ns, status.st_ino, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for status in [path.stat()]
    }
