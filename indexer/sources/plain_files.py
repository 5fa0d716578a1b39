"""Opening files that may be a stranger's: plain files alone, no more of one than was asked for.

A name may lead to a link out of the folder, to a pipe that nobody will ever write to, or to a
device; and what it names may have changed since the folder was listed. So the file that was opened
is examined, not the name.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from indexer.wording.said import said

_CHUNK = 1 << 20


class TooLargeError(ValueError):
    """A file has more bytes than were to be read.

    Attributes:
        size: the number of its bytes: what it claims, or as many as were seen.
    """

    def __init__(self, size: int) -> None:
        super().__init__(said("sources.bytes", size=size))
        self.size = size


def open_plain(path: Path, *, flags: int = os.O_RDONLY, follow: bool = False) -> int:
    """A descriptor of the plain file at `path`, opened for reading or by `flags`.

    A pipe is not waited for. A symbolic link is followed only with `follow`.

    Raises:
        ValueError: it is no plain file; the message says so in one line.
        OSError: it cannot be opened.
    """
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o666)  # as `open` makes files, where one is made
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ValueError(said("sources.no_plain_file"))
    return descriptor


def read_plain(path: Path, most: int, *, follow: bool = False) -> bytes:
    """The content of the plain file at `path`, which has at most `most` bytes.

    Raises:
        TooLargeError: it has more; not all of it was read.
        ValueError: it is no plain file.
        OSError: it cannot be read.
    """
    with os.fdopen(open_plain(path, follow=follow), "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise TooLargeError(size)
        # A file may have more than it claims: one that grows, or one that a file system makes up.
        pieces = [file.read(size + 1)]
        seen = len(pieces[0])
        while seen > size and seen <= most and (piece := file.read(min(_CHUNK, most + 1 - seen))):
            pieces.append(piece)
            seen += len(piece)
    if seen > most:
        raise TooLargeError(seen)
    return b"".join(pieces) if len(pieces) > 1 else pieces[0]


def content_hash(data: bytes) -> str:
    """The SHA-256 of `data`, in hexadecimal."""
    import hashlib  # noqa: PLC0415 (where no file has changed nothing is hashed)

    return hashlib.sha256(data).hexdigest()
