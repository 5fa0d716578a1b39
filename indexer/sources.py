"""The source files below the seeds folder.

>>> [file.path for file in find_sources(Path("seeds"))]      # doctest: +SKIP
['000_eb0619244d764479.txt', ...]
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import SeedsError, SourceError


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file on disk.

    Attributes:
        path: relative to the seeds folder, with `/` between folders.
        file: where it is.
        size: in bytes.
        mtime_ns: time of last modification, in nanoseconds since the epoch.
        fault: why it cannot be read, where looking for it has shown that; a folder that cannot be
            listed is a source file with a fault.
    """

    path: str
    file: Path
    size: int
    mtime_ns: int
    fault: str | None = None

    def read_bytes(self) -> bytes:
        """The content.

        Raises:
            SourceError: the operating system refuses.
        """
        if self.fault is not None:
            raise SourceError(self.path, self.fault)
        try:
            return self.file.read_bytes()
        except OSError as exc:
            raise SourceError(self.path, _fault(exc)) from exc


def find_sources(seeds: Path) -> tuple[SourceFile, ...]:
    """Every regular file below `seeds`, by path. Hidden ones and symbolic links are passed over.

    Raises:
        SeedsError: `seeds` is no folder, cannot be listed, or holds no file.
    """
    if not seeds.is_dir():
        reason = "is not a folder" if seeds.exists() else "does not exist"
        raise SeedsError(
            f"{seeds}: the seeds folder {reason}; give the folder that holds the source files: "
            "lunshu index FOLDER",
            path=str(seeds),
        )
    try:
        found = sorted(_walk(seeds, ""), key=lambda source: source.path)
    except OSError as exc:
        raise SeedsError(f"{seeds}: {_fault(exc)}", path=str(seeds)) from exc
    if not found:
        raise SeedsError(
            f"{seeds}: the seeds folder holds no file; put source documents into it "
            "(text, Markdown, HTML or JSON Lines)",
            path=str(seeds),
        )
    return tuple(found)


def content_hash(data: bytes) -> str:
    """The SHA-256 of `data`, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def readable_name(name: str) -> str:
    """A file name as text: bytes in it that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _walk(folder: Path, prefix: str) -> Iterator[SourceFile]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = prefix + readable_name(entry.name)
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                yield from _walk_below(Path(entry.path), path)
            elif stat.S_ISREG(status.st_mode):
                yield SourceFile(path, Path(entry.path), status.st_size, status.st_mtime_ns)


def _walk_below(folder: Path, path: str) -> Iterator[SourceFile]:
    """The files of a folder inside the seeds folder; one that cannot be listed stops no other."""
    try:
        yield from _walk(folder, path + "/")
    except OSError as exc:
        yield SourceFile(path + "/", folder, 0, 0, fault=_fault(exc))


def _fault(exc: OSError) -> str:
    return f"{exc.strerror or exc}; make it readable or remove it"
