"""The source files below the seeds folder.

>>> [file.path for file in find_sources(Path("seeds")).files]      # doctest: +SKIP
['000_eb0619244d764479.txt', ...]
"""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from indexer.errors import SeedsError, SourceError
from indexer.model.catalogue import Skipped
from indexer.model.limits import DEFAULT, Limits, exceeded
from indexer.sources.plain_files import TooLargeError, read_plain
from indexer.sources.source_names import source_name
from indexer.value import value
from indexer.wording import say
from indexer.wording.said import refusal, said


@value(frozen=True, slots=True)
class SourceFile:
    """A file on disk.

    Attributes:
        path: relative to the seeds folder, with `/` between folders, as `source_name` writes it.
        file: where it is.
        size: in bytes.
        mtime_ns: time of last modification, in nanoseconds since the epoch.
        fault: why it cannot be read, where looking for it has shown that; a folder that cannot be
            listed is a source file with a fault.
        linked: whether `file` is a symbolic link, which was to be followed.
        ctime_ns: time of last change of the content or the status, in nanoseconds since the epoch.
    """

    path: str
    file: Path
    size: int
    mtime_ns: int
    fault: str | None = None
    linked: bool = False
    ctime_ns: int = 0

    def read_bytes(self, limits: Limits = DEFAULT) -> bytes:
        """The content.

        Raises:
            SourceError: the operating system refuses, the file is larger than `limits` allow, or
                something else has taken its place since it was found.
        """
        if self.fault is not None:
            raise SourceError(self.path, self.fault)
        try:
            return read_plain(self.file, limits.file_bytes, follow=self.linked)
        except TooLargeError as exc:
            figure = said("limits.bytes", count=exc.size)
            what = said("limits.it_has")
            reason = exceeded(what, figure, limits, "file_bytes", remedy="limits.divide_it")
            raise SourceError(self.path, reason) from exc
        except ValueError as exc:
            raise SourceError(self.path, said("sources.remove_it", reason=str(exc))) from exc
        except OSError as exc:
            raise SourceError(self.path, _fault(exc)) from exc


class FoundSources(NamedTuple):
    """What lies below a seeds folder.

    Attributes:
        files: the source files, by path.
        skipped: what is passed over and why, by path. Hidden things are not mentioned.
    """

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]


def find_sources(
    seeds: Path, *, follow_links: bool = False, index: Path | None = None
) -> FoundSources:
    """Every regular file below `seeds`.

    Hidden ones are passed over, and so are pipes, sockets and devices, which are never opened, and
    symbolic links unless `follow_links`. Then the file or folder that a link leads to is taken,
    unless it has been taken already; the folder `index`, to which one may lead, is no source.

    Raises:
        SeedsError: `seeds` is no folder, cannot be listed, or contains no file.
    """
    found = list(iter_found(seeds, follow_links=follow_links, index=index))
    files = sorted((one for one in found if isinstance(one, SourceFile)), key=lambda one: one.path)
    skipped = sorted(
        (one for one in found if not isinstance(one, SourceFile)), key=lambda one: one.path
    )
    if not files:
        if skipped:
            path, reason = skipped[0].path, skipped[0].reason
            message = say("sources.only_skipped", seeds=seeds, path=path, reason=reason)
        else:
            message = say("sources.no_file", seeds=seeds)
        raise SeedsError(message, path=str(seeds))
    return FoundSources(tuple(files), tuple(skipped))


def iter_sources(
    seeds: Path, *, follow_links: bool = False, index: Path | None = None
) -> Iterator[SourceFile]:
    """The same files one by one, as they are found, for whoever may stop early.

    Raises:
        SeedsError: `seeds` is no folder or cannot be listed.
    """
    found = iter_found(seeds, follow_links=follow_links, index=index)
    return (one for one in found if isinstance(one, SourceFile))


def readable_name(name: str) -> str:
    """A path as text for JSON: bytes in it that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def iter_found(
    seeds: Path, *, follow_links: bool = False, index: Path | None = None
) -> Iterator[SourceFile | Skipped]:
    """The same files, and what is passed over, one by one, as they are found.

    Raises:
        SeedsError: `seeds` is no folder or cannot be listed.
    """
    if not seeds.is_dir():
        key = "sources.no_folder" if seeds.exists() else "sources.missing"
        raise SeedsError(say(key, seeds=seeds), path=str(seeds))
    walk = _Walk(follow_links=follow_links, index=index)
    try:
        yield from walk.folder(seeds, "")
    except OSError as exc:
        message = say("sources.unreadable", seeds=seeds, reason=_fault(exc))
        raise SeedsError(message, path=str(seeds)) from exc
    yield from walk.rest()


class _Walk:
    """A walk through folders, with those that are still to be listed.

    Links come last, so that what can be reached without one keeps its own path.
    """

    def __init__(self, *, follow_links: bool, index: Path | None) -> None:
        self._follow_links = follow_links
        self._index = _identity(index.stat()) if index and index.is_dir() else None
        self._folders: deque[tuple[Path, str]] = deque()
        self._links: deque[tuple[Path, str]] = deque()
        self._taken: dict[tuple[int, int], str] = {}

    def folder(self, folder: Path, path: str) -> Iterator[SourceFile | Skipped]:
        """The content of one folder, at `path` below the seeds folder."""
        if self._follow_links:
            status = os.stat(folder)
            if _identity(status) == self._index:
                yield Skipped(path, say("sources.index_folder"))
                return
            if taken := self._taken.get(_identity(status)):
                yield Skipped(path, say("sources.same_folder", path=taken))
                return
            self._take(status, path or ".")
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
        for entry in listed:
            if entry.name.startswith("."):
                continue
            below = f"{path}/{source_name(entry.name)}" if path else source_name(entry.name)
            try:
                # A folder's listing has no identities everywhere.
                status = (
                    os.lstat(entry) if self._follow_links else entry.stat(follow_symlinks=False)
                )
            except FileNotFoundError:  # it was removed in this moment
                continue
            except OSError as exc:
                yield SourceFile(below, Path(entry.path), 0, 0, fault=_fault(exc))
                continue
            yield from self._entry(Path(entry.path), below, status)

    def rest(self) -> Iterator[SourceFile | Skipped]:
        """The content of the folders that are still to be listed, then what the links lead to."""
        while self._folders or self._links:
            if not self._folders:
                yield from self._link(*self._links.popleft())
                continue
            folder, path = self._folders.popleft()
            try:
                yield from self.folder(folder, path)
            except OSError as exc:  # it stops no other
                yield SourceFile(f"{path}/", folder, 0, 0, fault=_fault(exc))

    def _entry(
        self, file: Path, path: str, status: os.stat_result
    ) -> Iterator[SourceFile | Skipped]:
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            self._folders.append((file, path))
        elif stat.S_ISREG(mode):
            yield from self._file(file, path, status, linked=False)
        elif not stat.S_ISLNK(mode):
            yield Skipped(path, say(_strange(mode).alone))
        elif self._follow_links:
            self._links.append((file, path))
        else:
            yield Skipped(path, say("sources.link"))

    def _link(self, file: Path, path: str) -> Iterator[SourceFile | Skipped]:
        """What a link leads to."""
        try:
            status = os.stat(file)
        except OSError:
            yield Skipped(path, say("sources.link_nowhere"))
            return
        if stat.S_ISDIR(status.st_mode):
            self._folders.append((file, path))
        elif stat.S_ISREG(status.st_mode):
            yield from self._file(file, path, status, linked=True)
        else:
            yield Skipped(path, say(_strange(status.st_mode).linked))

    def _file(
        self, file: Path, path: str, status: os.stat_result, *, linked: bool
    ) -> Iterator[SourceFile | Skipped]:
        """A regular file, unless a link has led to it before; other names of it are other files."""
        taken = self._taken.get(_identity(status)) if self._follow_links else None
        if taken and (linked or status.st_nlink == 1):
            yield Skipped(path, say("sources.same_file", path=taken))
            return
        if self._follow_links:
            self._take(status, path)
        yield SourceFile(
            path,
            file,
            status.st_size,
            status.st_mtime_ns,
            linked=linked,
            ctime_ns=status.st_ctime_ns,
        )

    def _take(self, status: os.stat_result, path: str) -> None:
        self._taken.setdefault(_identity(status), path)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


class _Strange(NamedTuple):
    """The messages for something that is neither file nor folder, and for a link to it."""

    alone: str
    linked: str


def _strange(mode: int) -> _Strange:
    if stat.S_ISFIFO(mode):
        return _Strange("sources.pipe", "sources.link_pipe")
    if stat.S_ISSOCK(mode):
        return _Strange("sources.socket", "sources.link_socket")
    return _Strange("sources.device", "sources.link_device")


def _fault(exc: OSError) -> str:
    return said("sources.fault", reason=refusal(exc))
