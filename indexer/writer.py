"""Writes records into the index: one commit, made visible by one switch.

All files of the new generation and its manifest are on the disk before Whoosh's table of contents
is renamed into place; what no generation needs any more goes after that. Until the switch the old
content answers, after it the new one.

    >>> with open_writer(Path("index"), None, cutter) as writer:      # doctest: +SKIP
    ...     writer.add(record)
    ...     writer.commit(describe)
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from whoosh import writing
from whoosh.index import TOC

from indexer.batch import add_records
from indexer.catalogue import Catalogue
from indexer.codec.segment import ColumnSegment
from indexer.codec.writer import ColumnIndexWriter
from indexer.columns.blocks import Blocks, BlockWriter, map_file
from indexer.columns.deletions import write_deleted
from indexer.columns.segment import DOCUMENTS, POSTINGS
from indexer.generations import catalogue_name, contents_name, manifest_name
from indexer.manifest import (
    IndexFile,
    Manifest,
    SegmentEntry,
    unwritable_index,
    write_catalogue,
    write_manifest,
)
from indexer.records import Record
from indexer.schema import SEARCHED
from indexer.whoosh_folder import NAME, WhooshFolder

_OURS = re.compile(r"(_?MAIN_\w+\..+|manifest(-\d+)?\.json.*|catalogue-\d+\.json.*)")
"""The names of the files of an index, of any generation; its locks are not among them."""


_AT_ONCE = 1 << 14
"""How many paragraphs are counted at once; a segment of more is written in several batches."""


class CutsWords(Protocol):
    """What cuts a folded text into words."""

    def words(self, folded: str) -> Sequence[str]:
        """The words of `folded`, in order."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What a commit is about to make visible.

    Attributes:
        generation: its number; every commit has a higher one.
        segments: the segments of the index.
        files: their files.
        paragraphs: how many paragraphs the index will hold.
    """

    generation: int
    segments: tuple[SegmentEntry, ...]
    files: tuple[IndexFile, ...]
    paragraphs: int


Describe = Callable[[Commit], tuple[Manifest, Catalogue]]
"""Makes the manifest and the catalogue of a commit."""


class Writer:
    """Collects what is to change in an index, and commits it."""

    def __init__(self, index: Path, manifest: Manifest | None, cutter: CutsWords) -> None:
        self._anew = manifest is None
        self._cutter = cutter
        self._waiting: list[Record] = []
        self._whoosh = _PublishingWriter(WhooshFolder(index, manifest), index)

    def add(self, record: Record) -> None:
        """Add a record; the paragraphs of a document come one after another."""
        self._waiting.append(record)
        if len(self._waiting) == _AT_ONCE:
            self._write_waiting()

    def remove(self, doc: str) -> None:
        """Remove all paragraphs of a document that the index held before."""
        self._whoosh.delete_by_term("doc", doc)

    def commit(self, describe: Describe) -> None:
        """Make all changes visible at once.

        Args:
            describe: called when everything but the manifest has been written.
        """
        self._write_waiting()
        del self._cutter  # jieba's dictionary takes a tenth of a gigabyte, and all is cut
        self._whoosh.describe = describe
        if self._anew:
            self._whoosh.commit(mergetype=writing.CLEAR)
        else:
            self._whoosh.commit()

    def cancel(self) -> None:
        """Leave the index as it is."""
        if not self._whoosh.is_closed:
            self._whoosh.cancel()

    def _write_waiting(self) -> None:
        if self._waiting:
            first = self._whoosh.extend(len(self._waiting))
            add_records(self._whoosh.builder, first, self._waiting, self._cutter.words)
            self._waiting = []


@contextmanager
def open_writer(index: Path, manifest: Manifest | None, cutter: CutsWords) -> Iterator[Writer]:
    """A writer for the index in the folder `index`, which nobody else writes meanwhile.

    What has not been committed at the end is given up.

    Args:
        manifest: what the index consists of; None to build it anew, whatever is there.

    Raises:
        IndexStoreError: the folder cannot be written.
    """
    try:
        writer = Writer(index, manifest, cutter)
        try:
            yield writer
        finally:
            writer.cancel()
    except OSError as exc:
        raise unwritable_index(index, exc) from exc


class _PublishingWriter(ColumnIndexWriter):
    """Whoosh's writer, except for how a commit becomes visible."""

    describe: Describe

    def __init__(self, whoosh: WhooshFolder, index: Path) -> None:
        super().__init__(whoosh, searched=SEARCHED)
        self._index = index

    def _commit_toc(self, segments: Sequence[ColumnSegment]) -> None:
        generation: int = self.generation
        segments = [segment for segment in segments if segment.doc_count()]
        entries = tuple(_entry(self._index, segment, generation) for segment in segments)
        names = [name for entry in entries for name in _files_of(entry)]
        files = tuple(_described(self._index / name) for name in names)
        commit = Commit(generation, entries, files, sum(map(_live, segments)))
        manifest, catalogue = self.describe(commit)
        write_catalogue(self._index, generation, catalogue)
        write_manifest(self._index, manifest)
        TOC(self.schema, list(segments), generation).write(self.storage, NAME)
        sync(self._index)
        _remove_others(self._index, generation, names)


def sync(path: Path) -> None:
    """See that a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _entry(index: Path, segment: ColumnSegment, generation: int) -> SegmentEntry:
    """What the manifest says of a segment; what is deleted of it is written."""
    name: str = segment.segment_id()
    deleted = None
    if segment.has_deletions():
        flags = np.zeros(segment.doc_count_all(), bool)
        flags[list(segment.deleted_docs())] = True
        deleted = f"{name}.{generation}.del"
        with (index / deleted).open("xb") as file, BlockWriter(file) as writer:
            write_deleted(writer, flags)
    return SegmentEntry(name, segment.doc_count_all(), deleted)


def _files_of(entry: SegmentEntry) -> list[str]:
    files = [entry.name + DOCUMENTS, entry.name + POSTINGS]
    return files if entry.deleted is None else [*files, entry.deleted]


def _described(path: Path) -> IndexFile:
    """A file that has been written, when it is on the disk."""
    sync(path)
    return IndexFile(path.name, path.stat().st_size, Blocks(map_file(path), path.name).identity)


def _live(segment: Any) -> int:
    count: int = segment.doc_count()
    return count


def _remove_others(index: Path, generation: int, names: Sequence[str]) -> None:
    """Remove the files that only older generations needed, and what was left by dead writers."""
    kept = {manifest_name(generation), catalogue_name(generation), contents_name(generation)}
    kept.update(names)
    for path in index.iterdir():
        if path.name not in kept and _OURS.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)
