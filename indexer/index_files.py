"""Opening files of an index, which may be a stranger's: plain files in its folder alone."""

from __future__ import annotations

import mmap
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.columns.blocks import Buffer  # which loads numpy

SEGMENT_FILE = re.compile(r"MAIN_[0-9a-z]+\.(docs|post|[0-9]+\.del)")
"""The names of the files of segments."""

MOST_JSON = 1 << 30
"""The most bytes that a manifest or a catalogue may have."""


def map_index_file(path: Path) -> Buffer:
    """The content of a file of an index, mapped: only what is looked at is read.

    Raises:
        ValueError: it is no plain file.
        OSError: it cannot be opened.
    """
    descriptor = _open(path)
    try:
        if os.fstat(descriptor).st_size == 0:
            return b""  # nothing can be mapped of an empty file
        return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
    finally:
        os.close(descriptor)


def read_index_file(path: Path) -> bytes:
    """The content of a small file of an index.

    Raises:
        ValueError: it is no plain file, or too large.
        OSError: it cannot be read.
    """
    with os.fdopen(_open(path), "rb") as file:
        if os.fstat(file.fileno()).st_size > MOST_JSON:
            raise ValueError(f"{path.name} is too large")
        return file.read()


def _open(path: Path) -> int:
    """Open a plain file; a link is not followed, and a pipe not waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ValueError(f"{path.name} is no plain file")
    return descriptor
