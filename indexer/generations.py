"""Which generation of an index answers: the newest whose table of contents is in the folder.

Every commit makes a generation with a higher number. Its files and its manifest are on the disk
before Whoosh's table of contents is renamed into place, so this one name is the switch.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from indexer.errors import IndexStoreError

_CONTENTS = re.compile(r"_MAIN_([1-9][0-9]{0,9})\.toc")
_MANIFEST = re.compile(r"(manifest|catalogue)-[0-9]+\.json")

LAST = (1 << 31) - 1
"""The greatest number that a generation may have, as Whoosh keeps it in 32 bits. A file with a
greater one in its name was written by no one and is no generation."""

_PAUSES_S = (0.001, 0.01, 0.05, 0.0)


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
        matches = (int(match[1]) for match in map(_CONTENTS.fullmatch, names) if match)
        found = [number for number in matches if number <= LAST]
        if found or not any(map(_MANIFEST.fullmatch, names)):
            return max(found, default=None)
        time.sleep(pause)
    return None


def holds_manifests(index: Path) -> bool:
    """Whether there are files that only we write; another program's index has none.

    Raises:
        OSError: the folder cannot be listed.
    """
    return any(map(_MANIFEST.fullmatch, os.listdir(index)))


def next_generation(index: Path) -> int:
    """The number of the generation that the next commit makes.

    Raises:
        IndexStoreError: a file in the folder has the greatest number already.
        OSError: the folder cannot be listed.
    """
    newest = newest_generation(index) or 0
    if newest >= LAST:
        raise IndexStoreError(
            f"{index}: {contents_name(newest)} has the last number that an index can have; "
            f"remove the folder and build the index anew: lunshu index SEEDS --index {index}",
            path=str(index),
        )
    return newest + 1


def contents_name(generation: int) -> str:
    """The name of Whoosh's table of contents of a generation."""
    return f"_MAIN_{generation}.toc"


def manifest_name(generation: int) -> str:
    """The name of the manifest of a generation."""
    return f"manifest-{generation}.json"


def catalogue_name(generation: int) -> str:
    """The name of the catalogue of a generation."""
    return f"catalogue-{generation}.json"
