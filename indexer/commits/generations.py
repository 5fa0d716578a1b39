"""Which generation of an index answers: the newest whose table of contents is in the folder.

Every commit makes a generation with a higher number. Its files and its manifest are on the disk
before Whoosh's table of contents is renamed into place, so this one name is the switch.

A reader reads the manifest first and its files then; a commit that comes in between removes them.
That passes with the newer generation, and damage does not (`retried`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from indexer.errors import IndexCorruptError, IndexStoreError
from indexer.wording import say

LAST = (1 << 31) - 1
"""The greatest number of a generation, which Whoosh keeps in 32 bits. A file with a greater one in
its name is no generation: no program has written it."""

_PAUSES_S = (0.001, 0.01, 0.05, 0.0)
"""How long to wait before the folder is listed again, in seconds."""

Read = TypeVar("Read")


def newest_generation(index: Path) -> int | None:
    """The number of the newest complete generation, None where there is none.

    A listing that a commit overtakes can miss both the old table of contents and the new one; so
    where there are manifests and no table of contents it is made again.

    Raises:
        OSError: the folder cannot be listed.
    """
    for pause in _PAUSES_S:
        try:
            names = os.listdir(index)
        except (FileNotFoundError, NotADirectoryError):
            return None
        found = [number for number in map(_generation_of, names) if number is not None]
        if found or not any(map(_is_ours, names)):
            return max(found, default=None)
        time.sleep(pause)
    return None


def has_manifests(index: Path) -> bool:
    """Whether a folder contains files that only we write; another program's index has none.

    Raises:
        OSError: the folder cannot be listed.
    """
    return any(map(_is_ours, os.listdir(index)))


def next_generation(index: Path) -> int:
    """The number of the generation that the next commit makes.

    Raises:
        IndexStoreError: a file in the folder has the greatest number already.
        OSError: the folder cannot be listed.
    """
    newest = newest_generation(index) or 0
    if newest >= LAST:
        message = say("index.last_generation", index=index, name=contents_name(newest))
        raise IndexStoreError(message, path=str(index))
    return newest + 1


def retried(read: Callable[[], Read]) -> Read:
    """What `read` returns, which is called again where files do not fit together.

    It is given up when two attempts fail and no commit came between them.

    Raises:
        IndexCorruptError: the newest generation is damaged.
    """
    failed: int | None = None
    while True:
        try:
            return read()
        except IndexCorruptError as exc:
            newest = newest_generation(Path(exc.path))
            if newest == failed:
                raise
            failed = newest


def contents_name(generation: int) -> str:
    """The name of Whoosh's table of contents of a generation."""
    return f"_MAIN_{generation}.toc"


def manifest_name(generation: int) -> str:
    """The name of the manifest of a generation."""
    return f"manifest-{generation}.json"


def catalogue_name(generation: int) -> str:
    """The name of the catalogue of a generation."""
    return f"catalogue-{generation}.json"


def _generation_of(name: str) -> int | None:
    """The generation whose table of contents is the file `name`; None for other files."""
    digits = name.removeprefix("_MAIN_").removesuffix(".toc")
    if not digits.isdecimal() or len(digits) > len(str(LAST)):
        return None
    number = int(digits)
    return number if 0 < number <= LAST and contents_name(number) == name else None


def is_manifest_name(name: str) -> bool:
    """Whether `name` is a name of a manifest."""
    return name.startswith("manifest-") and _is_ours(name)


def _is_ours(name: str) -> bool:
    """Whether `name` is a name of a manifest or a catalogue."""
    digits = name.removeprefix("manifest-").removeprefix("catalogue-").removesuffix(".json")
    if not (digits.isascii() and digits.isdigit()):
        return False
    return name in (f"manifest-{digits}.json", f"catalogue-{digits}.json")
