"""Opening files of an index, which may be a stranger's: plain files in its folder alone.

A file that stays open can be changed in place by somebody who copies into the folder or cuts the
file short. What is mapped changes with it, so size and times of the open file are compared before
and after each question (`OpenFile`). A file that is unlinked or replaced by rename is no danger:
what is open stays as it is.
"""

from __future__ import annotations

import mmap
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.sources.plain_files import open_plain
from indexer.wording import say

if TYPE_CHECKING:
    from indexer.segments.paged import Buffer  # which loads numpy

DOCUMENTS = ".docs"
"""The suffix of the name of a segment's file of documents."""

POSTINGS = ".post"
"""The suffix of the name of its file of postings."""

MOST_MANIFEST = 16 << 20
"""The most bytes that a manifest may have: it names a few files a segment."""

MOST_CATALOGUE = 256 << 20
"""The most bytes that a catalogue may have: some half a kilobyte a document."""

_CHUNK = 1 << 30
"""The most bytes that are asked of the system at once, which returns no more than 2 GB."""


def names_segment(name: str) -> bool:
    """Whether `name` may be the name of a segment, with which the names of its files begin."""
    random = name.removeprefix("MAIN_")
    return random != name and random.isascii() and random.isalnum() and random == random.lower()


class OpenFile:
    """A plain file of an index that is held open, and how it was when it was opened.

    Args:
        path: the file.
        most: the most bytes that it may have; None where no more of it is read than is asked for.

    Attributes:
        name: its name in the folder.
        opened: its size and times when it was opened, or when its content was last compared.

    Raises:
        ValueError: it is no plain file, or too large; the message begins with its name.
        OSError: it cannot be opened.
    """

    def __init__(self, path: Path, most: int | None = None) -> None:
        self.name = path.name
        self._descriptor = _open(path)
        self.opened = os.fstat(self._descriptor)
        if most is not None and self.opened.st_size > most:
            size = self.opened.st_size
            raise ValueError(say("damage.large", name=path.name, size=size, most=most))

    def __del__(self) -> None:
        """Close it; whoever has mapped it keeps its content."""
        descriptor = self.__dict__.pop("_descriptor", None)
        if descriptor is not None:
            os.close(descriptor)

    def look(self) -> os.stat_result:
        """Its size and times now."""
        return os.fstat(self._descriptor)

    def map(self) -> Buffer:
        """Its content, mapped: only what is looked at is read.

        Raises:
            ValueError: it has been cut short since it was opened.
        """
        size = self.opened.st_size
        if size == 0:
            return b""  # nothing can be mapped of an empty file
        try:
            if sys.version_info >= (3, 13):  # a second descriptor of the file is of no use
                return mmap.mmap(self._descriptor, size, access=mmap.ACCESS_READ, trackfd=False)
            return mmap.mmap(self._descriptor, size, access=mmap.ACCESS_READ)
        except ValueError as exc:
            raise ValueError(changed_text(self.name)) from exc

    def read(self) -> bytes:
        """Its content, which cannot change any more then.

        Raises:
            ValueError: it has been changed since it was opened.
        """
        size, at, pieces = self.opened.st_size, 0, []
        while at < size and (piece := os.pread(self._descriptor, min(size - at, _CHUNK), at)):
            pieces.append(piece)
            at += len(piece)
        if at < size or is_changed(self.opened, self.look()):
            raise ValueError(changed_text(self.name))
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def is_changed(before: os.stat_result, now: os.stat_result) -> bool:
    """Whether a file has been written to between the states `before` and `now`."""
    return (before.st_size, before.st_mtime_ns) != (now.st_size, now.st_mtime_ns)


def is_touched(before: os.stat_result, now: os.stat_result) -> bool:
    """Whether it may have been written to, and its time of modification set back, as `cp -p` does.

    What else changes `ctime` is mostly a link made or removed, or another mode or owner. Of a link
    that goes, the count and the time may be seen to change one after the other; a file without any
    is one that nobody can write to by its name.
    """
    if before.st_ctime_ns == now.st_ctime_ns or now.st_nlink == 0:
        return False
    return (before.st_nlink, before.st_mode, before.st_uid, before.st_gid) == (
        now.st_nlink,
        now.st_mode,
        now.st_uid,
        now.st_gid,
    )


def changed_text(name: str) -> str:
    """The message that the file `name` was changed."""
    return say("damage.changed", name=name)


def map_index_file(path: Path) -> Buffer:
    """The content of a file of an index, mapped: only what is looked at is read.

    Raises:
        ValueError: it is no plain file; the message begins with its name.
        OSError: it cannot be opened.
    """
    return OpenFile(path).map()


def read_index_file(path: Path, most: int) -> bytes:
    """The content of a small file of an index.

    Args:
        path: the file.
        most: the most bytes that it may have.

    Raises:
        ValueError: it is no plain file, too large, or was changed in place meanwhile; the message
            begins with its name.
        OSError: it cannot be opened or read.
    """
    return OpenFile(path, most).read()


def _open(path: Path) -> int:
    """Open a plain file; a link is not followed, and a pipe not waited for."""
    try:
        return open_plain(path)
    except ValueError as exc:
        raise ValueError(say("damage.no_plain_file", name=path.name)) from exc
