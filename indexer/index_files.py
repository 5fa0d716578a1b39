"""Opening files of an index, which may be a stranger's: plain files in its folder alone."""

from __future__ import annotations

import mmap
import os
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.plain_files import open_plain

if TYPE_CHECKING:
    from indexer.columns.paged import Buffer  # which loads numpy

MOST_MANIFEST = 16 << 20
"""The most bytes that a manifest may have: it names a few files a segment."""

MOST_CATALOGUE = 256 << 20
"""The most bytes that a catalogue may have: some half a kilobyte a document."""


def names_segment(name: str) -> bool:
    """Whether a segment may have this name, with which the names of its files begin."""
    random = name.removeprefix("MAIN_")
    return random != name and random.isascii() and random.isalnum() and random == random.lower()


def map_index_file(path: Path, most: int | None = None) -> Buffer:
    """The content of a file of an index, mapped: only what is looked at is read.

    Args:
        most: how many bytes it may have; None where no more of it is read than is asked for.

    Raises:
        ValueError: it is no plain file, or too large; the message begins with its name.
        OSError: it cannot be opened.
    """
    descriptor = _open(path)
    try:
        size = os.fstat(descriptor).st_size
        if most is not None and size > most:
            raise _too_large(path, size, most)
        if size == 0:
            return b""  # nothing can be mapped of an empty file
        return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
    finally:
        os.close(descriptor)


def read_index_file(path: Path, most: int) -> bytes:
    """The content of a small file of an index, which may have `most` bytes; likewise."""
    with os.fdopen(_open(path), "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise _too_large(path, size, most)
        return file.read(size)


def _too_large(path: Path, size: int, most: int) -> ValueError:
    return ValueError(f"{path.name} has {size} bytes, more than the {most} that it may have")


def _open(path: Path) -> int:
    """Open a plain file; a link is not followed, and a pipe not waited for."""
    try:
        return open_plain(path)
    except ValueError as exc:
        raise ValueError(f"{path.name} is no plain file") from exc
