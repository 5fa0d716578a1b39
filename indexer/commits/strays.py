"""Files that no generation of an index needs: those of older ones, and what dead writers left."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from indexer.commits.generations import catalogue_name, contents_name, manifest_name
from indexer.commits.manifest import Manifest

_OURS = re.compile(
    r"_MAIN_\d+\.toc(\.[\d.]+)?|MAIN_[0-9a-z]{16}\.(docs|post|\d+\.del)"
    r"|(manifest|catalogue)-\d+\.json(\.new)?"
)
"""The names of the files of an index, of any generation; its lock is not among them."""


def find_strays(index: Path, manifest: Manifest) -> list[Path]:
    """The files in the folder `index` that the generation of `manifest` does not need.

    Raises:
        OSError: the folder cannot be listed.
    """
    generation = manifest.generation
    kept = {manifest_name(generation), catalogue_name(generation), contents_name(generation)}
    kept.update(file.name for file in manifest.files)
    return _files(index, lambda name: name not in kept and _OURS.fullmatch(name) is not None)


def remove_strays(index: Path, manifest: Manifest) -> None:
    """Remove the files that `find_strays` returns, while nobody else writes the index.

    Raises:
        OSError: one cannot be removed.
    """
    for path in find_strays(index, manifest):
        path.unlink(missing_ok=True)


def remove_unfinished(index: Path, segment: str, generation: int) -> None:
    """Remove the files of a commit that was given up, as far as that is possible.

    Nothing is removed once the commit has become visible.

    Args:
        index: the folder of the index.
        segment: the name of the segment that was being written.
        generation: the number of the commit.
    """
    contents = contents_name(generation)
    names = (f"{segment}.", manifest_name(generation), catalogue_name(generation), f"{contents}.")
    ours = re.compile(rf"({'|'.join(map(re.escape, names))}).*|MAIN_\w+\.{generation}\.del")
    with suppress(OSError):
        if (index / contents).exists():
            return
        for path in _files(index, lambda name: ours.fullmatch(name) is not None):
            with suppress(OSError):
                path.unlink()


def _files(index: Path, wanted: Callable[[str], bool]) -> list[Path]:
    """The plain files and links in a folder whose names are `wanted`; links are not followed."""
    return [
        path
        for path in index.iterdir()
        if wanted(path.name) and (path.is_symlink() or not path.is_dir())
    ]
