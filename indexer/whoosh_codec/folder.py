"""An index folder as an index of Whoosh's, by our manifest: no pickle of it is ever loaded.

Whoosh keeps a pickled table of contents in the folder. We write it, so that plain Whoosh can open
the index, and never read it: which segments there are, and what is deleted, is in the manifest.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC

from indexer.commits.generations import next_generation
from indexer.commits.manifest import Manifest, SegmentEntry
from indexer.commits.segment_files import SegmentFiles, open_segment_files
from indexer.whoosh_codec.codec import ColumnSegment
from indexer.whoosh_codec.schema import make_schema
from indexer.whoosh_codec.writer import ColumnIndex

NAME = "MAIN"
"""Whoosh's name for an index; the names of its files begin with it."""


class WhooshFolder(ColumnIndex):
    """The index in a folder, to be written by who holds its lock.

    Args:
        folder: the folder.
        manifest: what it consists of; None for an index that is to be built anew.
    """

    def __init__(self, folder: Path, manifest: Manifest | None) -> None:
        # Whoosh's own way would read the table of contents.
        self.storage = _Folder(str(folder))
        self.indexname = NAME
        self._schema = make_schema()
        self._folder = folder
        self._manifest = manifest

    def lock(self, _name: str) -> _Held:
        """The lock that every writer of Whoosh's takes."""
        return _Held()

    def _read_toc(self) -> Any:
        segments = []
        if self._manifest is not None:
            for entry in self._manifest.segments:
                files = open_segment_files(self._folder, self._manifest, entry)
                segments.append(_segment(entry, files))
        return TOC(self._schema, segments, next_generation(self._folder) - 1)


class _Held:
    """A lock that is held already, by `locking.exclusive`."""

    def acquire(self, blocking: bool = False) -> bool:  # noqa: ARG002 (Whoosh's signature)
        return True

    def release(self) -> None:
        pass


class _Folder(FileStorage):  # type: ignore[misc]
    """A folder whose content may be a stranger's: no name in it is followed or written over."""

    def create_file(self, name: str, **options: Any) -> Any:
        """A new file."""
        return StructFile(Path(self.folder, name).open("xb"), name=name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: ARG002
        """Rename a file, once it and everything else in the folder is on the disk."""
        sync(Path(self.folder, oldname))
        sync(Path(self.folder))
        os.rename(self._fpath(oldname), self._fpath(newname))

    def temp_storage(self, name: str | None = None) -> Any:  # noqa: ARG002 (Whoosh's signature)
        """Where Whoosh spills postings; ours never pass through it.

        Whoosh would take a folder in this one, and clear it in the end, whatever it is.
        """
        return RamStorage()


def sync(path: Path) -> None:
    """See that a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_read_only(path: Path) -> None:
    """See that a file is on the disk, and that nobody writes into it by mistake.

    Readers have it mapped, and a copy over it would change it under their eyes. It can be removed
    and replaced as before, which are matters of the folder.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with suppress(PermissionError):  # a file system that knows no modes
            os.fchmod(descriptor, os.fstat(descriptor).st_mode & 0o444)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _segment(entry: SegmentEntry, files: SegmentFiles) -> ColumnSegment:
    """A segment as the manifest describes it."""
    segment = ColumnSegment(NAME)
    segment.segid = entry.name.removeprefix(f"{NAME}_")
    segment.set_doc_count(entry.documents)
    if files.deleted is not None:
        for doc in np.flatnonzero(files.deleted).tolist():
            segment.delete_document(doc)
    return segment
