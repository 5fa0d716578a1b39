"""Writes records into the index: batch by batch, and one commit, made visible by one switch.

A batch of records becomes the arrays of a segment: stored values, folded texts, and all postings,
which are counted for the whole batch at once and never pass through Whoosh one by one. While a
batch is being cut, the one before it is counted and written.

All files of the new generation and its manifest are on the disk before Whoosh's table of contents
is renamed into place; what no generation needs any more goes after that. Until the switch the old
content answers, after it the new one.

    >>> with open_writer(Path("index"), None, Cutter()) as writer:     # doctest: +SKIP
    ...     writer.add(record)
    ...     writer.commit(describe)

Who opens a writer holds the lock of the folder (`locking.exclusive`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import TOC

from indexer.commits.catalogues import write_catalogue
from indexer.commits.faults import corrupt_index, unwritable_index
from indexer.commits.manifest import IndexFile, Manifest, SegmentEntry, files_of, write_manifest
from indexer.commits.merge_policy import Size, choose
from indexer.commits.strays import remove_strays, remove_unfinished
from indexer.model.catalogue import Catalogue
from indexer.model.fields import DAYS, SEARCHED, VALUES
from indexer.model.records import Record
from indexer.segments.batches import Batch, bigram_postings, character_postings
from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter, Steady
from indexer.segments.building import SegmentBuilder
from indexer.segments.index_files import map_index_file
from indexer.segments.record_columns import columns_of, store_records
from indexer.segments.segment import write_deleted
from indexer.text.folding import fold_spelled, unify
from indexer.whoosh_codec.codec import ColumnSegment
from indexer.whoosh_codec.files import open_segment
from indexer.whoosh_codec.folder import NAME, WhooshFolder, sync, sync_read_only
from indexer.whoosh_codec.schema import day_term
from indexer.whoosh_codec.writer import ColumnIndexWriter
from indexer.words.cut_texts import CutAhead, CutsTexts, cut_postings, numbering

_AT_ONCE = 1 << 14
"""The number of paragraphs of a batch."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What a commit is about to make visible.

    Attributes:
        generation: its number; every commit has a higher one.
        segments: the segments of the index.
        files: their files.
        paragraphs: the number of live paragraphs that the index will have.
    """

    generation: int
    segments: tuple[SegmentEntry, ...]
    files: tuple[IndexFile, ...]
    paragraphs: int


Describe = Callable[[Commit], tuple[Manifest, Catalogue]]
"""Returns the manifest and the catalogue of a commit."""


@dataclass(frozen=True, slots=True)
class _RecordBatch:
    """Records that are being cut.

    Attributes:
        records: the records.
        folded: their texts, folded.
        ahead: the words of these, which are being found.
    """

    records: Sequence[Record]
    folded: list[str]
    ahead: CutAhead


class Writer:
    """Collects what is to change in an index, and commits it."""

    def __init__(self, index: Path, manifest: Manifest | None, cutter: CutsTexts) -> None:
        self._cutter: CutsTexts | None = cutter
        self._waiting: list[Record] = []
        self._begun: _RecordBatch | None = None
        self._whoosh = _PublishingWriter(index, manifest)

    def add(self, record: Record) -> None:
        """Add a record; the paragraphs of a document come one after another."""
        self._waiting.append(record)
        if len(self._waiting) == _AT_ONCE:
            self._begin_waiting()

    def remove(self, docs: Iterable[str]) -> None:
        """Remove all paragraphs of documents that were in the index before."""
        terms = [doc.encode() for doc in docs]
        for segment in self._whoosh.segments if terms else ():
            opened = open_segment(self._whoosh.storage, segment)
            with Steady(opened.files()):
                postings = opened.postings("doc")
                for place in map(postings.terms.find, terms) if postings else ():
                    if postings and place >= 0:
                        for number in postings.docs(place).tolist():
                            segment.delete_document(number)

    def commit(self, describe: Describe) -> None:
        """Make all changes visible at once.

        Args:
            describe: called when everything but the manifest has been written.
        """
        self._begin_waiting()
        self._write_begun()
        self._cutter = None  # a dictionary may take a tenth of a gigabyte, and all is cut
        self._whoosh.describe = describe
        self._whoosh.commit(mergetype=_merge)

    def cancel(self) -> None:
        """Leave the index as it is."""
        if self._begun:
            self._begun.ahead.wait()
            self._begun = None
        if not self._whoosh.is_closed:
            with suppress(OSError):
                self._whoosh.cancel()
            self._whoosh.remove_unfinished()

    def _begin_waiting(self) -> None:
        """Begin to cut the waiting records, and meanwhile write the batch before."""
        if not self._waiting:
            return
        assert self._cutter is not None
        before = self._begun
        if before:
            before.ahead.wait()  # a cutter cuts one batch at a time
        self._begun, self._waiting = begin_batch(self._waiting, self._cutter), []
        if before:
            self._write(before)

    def _write_begun(self) -> None:
        begun, self._begun = self._begun, None
        if begun:
            self._write(begun)

    def _write(self, batch: _RecordBatch) -> None:
        add_batch(self._whoosh.builder, self._whoosh.extend(len(batch.records)), batch)


@contextmanager
def open_writer(index: Path, manifest: Manifest | None, cutter: CutsTexts) -> Iterator[Writer]:
    """A writer for the index in the folder `index`, which nobody else writes meanwhile.

    What has not been committed at the end is given up, and its files are removed.

    Args:
        index: the folder.
        manifest: what the index consists of; None to build it anew, whatever is there.
        cutter: cuts the texts that are added; it is given up when they are.

    Raises:
        IndexStoreError: the folder cannot be written.
        IndexCorruptError: what is there turned out to be damaged.
    """
    try:
        writer = Writer(index, manifest, cutter)
        del cutter
        try:
            yield writer
        finally:
            writer.cancel()
    except BlockFileError as exc:
        raise corrupt_index(index, str(exc)) from exc
    except OSError as exc:
        raise unwritable_index(index, exc) from exc


class _PublishingWriter(ColumnIndexWriter):
    """Whoosh's writer, except for how a commit becomes visible."""

    describe: Describe

    def __init__(self, index: Path, manifest: Manifest | None) -> None:
        super().__init__(WhooshFolder(index, manifest), searched=SEARCHED)
        self._index = index
        self._old = {file.name: file for file in manifest.files} if manifest else {}

    def remove_unfinished(self) -> None:
        """Remove the files of this commit, unless it has become visible."""
        remove_unfinished(self._index, self.newsegment.segment_id(), self.generation)

    def _commit_toc(self, segments: Sequence[ColumnSegment]) -> None:
        generation: int = self.generation
        segments = [segment for segment in segments if segment.doc_count()]
        entries = tuple(_entry(self._index, segment, generation) for segment in segments)
        names = [name for entry in entries for name in files_of(entry)]
        files = tuple(self._old.get(name) or _described(self._index / name) for name in names)
        commit = Commit(generation, entries, files, sum(map(_live, segments)))
        manifest, catalogue = self.describe(commit)
        write_catalogue(self._index, generation, catalogue)
        write_manifest(self._index, manifest)
        TOC(self.schema, list(segments), generation).write(self.storage, NAME)
        sync(self._index)
        with suppress(OSError):  # what cannot be removed now, the next run removes
            remove_strays(self._index, manifest)


def _merge(writer: _PublishingWriter, segments: Sequence[ColumnSegment]) -> list[ColumnSegment]:
    """Take small segments into the one that is being written; returns those that stay."""
    sizes = [Size(segment.doc_count_all(), segment.deleted_count()) for segment in segments]
    chosen = set(choose(sizes, writer.doc_count()))
    for at in chosen:
        writer.add_segment(segments[at])
    return [segment for at, segment in enumerate(segments) if at not in chosen]


def _entry(index: Path, segment: ColumnSegment, generation: int) -> SegmentEntry:
    """The entry of a segment in the manifest; which of its documents are deleted is written."""
    name: str = segment.segment_id()
    deleted = None
    if segment.has_deletions():
        mask = np.zeros(segment.doc_count_all(), bool)
        mask[list(segment.deleted_docs())] = True
        deleted = f"{name}.{generation}.del"
        (index / deleted).unlink(missing_ok=True)  # a killed writer may have left one
        with (index / deleted).open("xb") as file, BlockWriter(file) as writer:
            write_deleted(writer, mask)
    return SegmentEntry(name, segment.doc_count_all(), deleted)


def _described(path: Path) -> IndexFile:
    """The entry of a written file in the manifest; it is synced and made read-only first."""
    sync_read_only(path)
    return IndexFile(
        path.name, path.stat().st_size, Blocks(map_index_file(path), path.name).identity
    )


def _live(segment: Any) -> int:
    count: int = segment.doc_count()
    return count


def begin_batch(records: Sequence[Record], cutter: CutsTexts) -> _RecordBatch:
    """Fold the texts of `records` and begin to cut them, as they are spelled."""
    spelled = [fold_spelled(record.text) for record in records]
    folded = list(map(unify, spelled))
    return _RecordBatch(records, folded, CutAhead(cutter, spelled))


def add_batch(builder: SegmentBuilder, first: int, batch: _RecordBatch) -> None:
    """Add records to a segment as its documents from `first` on."""
    records, folded = batch.records, batch.folded
    cut = batch.ahead.result().renamed(unify)
    builder.texts.add(folded)
    columns = columns_of(records)
    store_records(builder, first, columns)
    builder.add_postings("text", cut_postings(cut, first))
    builder.set_lengths(first, "text", cut.counts.tolist())
    builder.add_postings("chars", character_postings(folded, first))
    builder.set_lengths(first, "chars", list(map(len, folded)))
    builder.add_postings("bigrams", bigram_postings(folded, first))
    builder.set_lengths(first, "bigrams", [max(len(text) - 1, 0) for text in folded])
    for name in VALUES:
        builder.add_postings(name, _whole_values(columns[name], first, _value_term))
    for name in DAYS:
        builder.add_postings(name, _whole_values(columns[name], first, _day_term))


def _value_term(value: str | int) -> bytes:
    """The term of a value that is indexed as a whole."""
    return str(value).encode()


def _day_term(day: str | int) -> bytes:
    """The term of a day such as 20180420."""
    return day_term(int(day))


def _whole_values(
    values: Sequence[str | int | None], first: int, encode: Callable[[str | int], bytes]
) -> Batch:
    """The postings of values that each occur once in each of their documents."""
    known: defaultdict[str | int | None, int] = numbering()
    numbers = np.fromiter(map(known.__getitem__, values), np.int64, len(values))
    terms = sorted((encode(value), number) for value, number in known.items() if value is not None)
    ranks = np.full(len(known), -1)
    ranks[[number for _, number in terms]] = np.arange(len(terms))
    of_docs = ranks[numbers]
    docs = np.argsort(of_docs, kind="stable")[np.count_nonzero(of_docs < 0) :]
    sizes = np.bincount(of_docs[docs], minlength=len(terms))
    return Batch([term for term, _ in terms], sizes, docs + first, np.ones(len(docs), np.int64))
