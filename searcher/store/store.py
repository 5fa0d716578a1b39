"""The store: an open index, all of its segments as one, and how it is opened.

To open it, the manifest of the newest generation is read; its files are mapped or, where they are
small, read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.commits.catalogues import parse_catalogue, parse_outline
from indexer.commits.damage import Damage
from indexer.commits.faults import corrupt_index, unreadable_index
from indexer.commits.generations import catalogue_name, manifest_name, retried
from indexer.commits.manifest import Manifest, check_files, read_manifest
from indexer.commits.segment_files import is_read_into_memory, open_segment_files
from indexer.model.catalogue import Catalogue, Outline
from indexer.model.records import Record
from indexer.segments.blocks import FileChangedError, Steady
from indexer.segments.index_files import MOST_CATALOGUE, OpenFile
from indexer.segments.paged import Docset, Numbers
from indexer.segments.record_columns import passage_of, record_of
from indexer.segments.segment import Segment
from indexer.wording import say
from searcher.store.column_filters import ColumnFilter, Runs, SegmentFilter, dates_meet
from searcher.store.docsets import Mask
from searcher.store.snapshot import CatalogueFile, Reading
from searcher.store.terms import Lexicon, Postings, TermIndex
from searcher.store.texts import FoldedTexts
from searcher.store.values import Choices, FieldTerms, FieldValues

if TYPE_CHECKING:
    from indexer.segments.blocks import Held

DocValues = NDArray[np.integer[Any]]
"""A whole number for each paragraph, of the smallest type that fits: widen it before reckoning."""

Made = TypeVar("Made")
Item = TypeVar("Item")

_SMALL = 4 << 20
"""Bytes of folded text; the index is four times as large."""


def open_store(index: Path) -> Store:
    """Open the index in the folder `index`.

    A commit that comes between reading the manifest and opening the files takes them away; then it
    is tried again with the newer generation.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its files do not fit together.
        IndexStoreError: the operating system does not let us read it.
    """
    return retried(lambda: _open(index))


class Store:
    """An open index: a snapshot that later commits do not change. Safe to share between threads.

    Attributes:
        size: the paragraph numbers go from 0 up to this one; deleted paragraphs have one, too.
        count: the number of live paragraphs. Every statistic is of these alone, so that an index
            that was changed often answers as one built anew.
        live: the mask of the live paragraphs, None where all are.
    """

    def __init__(
        self,
        index: Path,
        manifest: Manifest,
        catalogue: CatalogueFile,
        segments: Sequence[Segment],
        deleted: Sequence[Mask | None],
    ) -> None:
        self.manifest = manifest
        self._damage = Damage(index, manifest)
        self._index = index
        self._catalogue = catalogue
        self._segments = tuple(segments)
        self._files: tuple[Held, ...] = (
            catalogue,
            *(file for segment in segments for file in segment.files()),
        )
        sizes = [segment.size for segment in segments]
        self._bases: list[int] = [0, *np.cumsum(sizes).tolist()]
        self.size: int = self._bases[-1]
        self.live: Mask | None = None
        if any(mask is not None for mask in deleted):
            gone = (
                np.zeros(size, bool) if mask is None else mask
                for size, mask in zip(sizes, deleted, strict=True)
            )
            self.live = ~np.concatenate(list(gone))
        self.count: int = self.size if self.live is None else int(self.live.sum())
        self._made: dict[tuple[object, ...], Any] = {}
        self._terms = TermIndex(segments, self._bases, deleted)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the index was made from; it is read when it is first asked for."""
        return parse_catalogue(self._index, self.manifest, self._catalogue.read())

    @cached_property
    def outline(self) -> Outline:
        """The part of the catalogue that a search at the shell needs; read when first asked for."""
        return parse_outline(self._index, self.manifest, self._catalogue.read())

    def live_docs(self) -> Docset:
        """All live paragraphs."""
        return np.arange(self.size) if self.live is None else np.flatnonzero(self.live)

    def postings(self, view: str, term: str) -> Postings:
        """Where `term` occurs in `view`; empty arrays where it does not."""
        return self._terms.postings(view, term)

    def document_frequency(self, view: str, term: str) -> int:
        """The number of live paragraphs in which `term` occurs in `view`."""
        return self._terms.document_frequency(view, term)

    def lexicon(self, view: str) -> Lexicon:
        """The terms of a view as a dictionary, with how often each occurs in the collection."""
        return self._terms.lexicon(view)

    def lengths(self, view: str) -> DocValues:
        """The length of every paragraph in a view of the text, in tokens."""
        return self.remember(
            ("lengths", view),
            lambda: self._joined(
                np.zeros(segment.size, np.uint8) if lengths is None else lengths
                for segment in self._segments
                for lengths in [segment.lengths(view)]
            ),
        )

    def total_length(self, view: str) -> int:
        """The length of all live paragraphs in a view of the text, in tokens."""
        lengths = self.lengths(view)
        return int((lengths if self.live is None else lengths[self.live]).sum(dtype=np.int64))

    def first_dates(self) -> DocValues:
        """The first day of every paragraph's date as 20180420, 0 where it is not known."""
        return self._numbers_of("date")

    def last_dates(self) -> DocValues:
        """The last day of every paragraph's date as 20180420, 0 where it is not known."""
        return self._numbers_of("date_end")

    def dated(self, test: Callable[[DocValues, DocValues], Mask]) -> ColumnFilter:
        """The filter of the live paragraphs whose first and last days pass a test."""
        runs = self.remember(("date runs",), lambda: Runs([self.first_dates(), self.last_dates()]))
        return ColumnFilter([SegmentFilter(0, runs, test)], self.live)

    def dated_frequency(self, first: int, last: int) -> int:
        """The number of live paragraphs whose date meets the days from `first` to `last`."""
        return self.dated(partial(dates_meet, first=first, last=last)).count()

    def values(self, field: str) -> FieldValues:
        """The values of a field that has few, and which of them each paragraph has."""
        return self.remember(
            ("values", field),
            lambda: FieldValues(
                [_choices(segment, field) for segment in self._segments], self._bases, self.live
            ),
        )

    def field(self, name: str) -> FieldTerms:
        """The values of a field as short texts."""
        return self.remember(
            ("field terms", name), lambda: FieldTerms(self.values(name), self.live)
        )

    @cached_property
    def texts(self) -> FoldedTexts:
        """The folded texts."""
        return FoldedTexts([segment.texts() for segment in self._segments], self._bases)

    def record(self, number: int) -> Record:
        """Everything that is shown of a paragraph."""
        at = int(np.searchsorted(self._bases, number, "right")) - 1
        segment, local = self._segments[at], int(number) - self._bases[at]
        facts = segment.row(local)
        try:
            return record_of(facts.get)
        except ValueError as exc:
            raise segment.damaged("stored") from exc

    def records(self) -> Iterator[Record]:
        """The records of all live paragraphs, in the order of their numbers."""
        return (self.record(number) for number in self.live_docs().tolist())

    def passages(self) -> DocValues:
        """The number of every paragraph's passage."""
        return self.remember(("passages",), lambda: self._joined(map(_passages, self._segments)))

    def aliased(self, alias: str) -> Docset:
        """The paragraphs to which their source gives the id `alias`."""
        return self.postings("alias", alias).docs

    def release(self) -> None:
        """Give mapped pages of the index back to the system; nothing has to be opened again."""
        for segment in self._segments:
            segment.release()

    def releasing(self, items: Iterable[Item], every: int) -> Iterator[Item]:
        """The items, with mapped pages given back after each `every` of them, unless the whole
        index is so small that it does not matter."""
        is_small = self.texts.size < _SMALL
        for count, item in enumerate(items, 1):
            yield item
            if count % every == 0 and not is_small:
                self.release()

    def reading(self) -> Reading:
        """The context in which a question is answered from the store: damage becomes an error.

        So does a file of the index that was changed in place, before the question or amid it:
        nothing that was found meanwhile is returned then.
        """
        return Reading(self._damage, Steady(self._files))

    def is_unchanged(self) -> bool:
        """Whether the files of the index are as they were when they were opened."""
        try:
            with Steady(self._files):
                return True
        except FileChangedError:
            return False

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make` made of the store for `key` when it was first asked for."""
        try:
            found: Made = self._made[key]
        except KeyError:
            found = self._made[key] = make()
        return found

    def _numbers_of(self, name: str) -> DocValues:
        return self.remember(
            ("numbers", name), lambda: self._joined(s.numbers(name) for s in self._segments)
        )

    def _joined(self, parts: Iterator[NDArray[Any]]) -> DocValues:
        """A column of all segments; of a single one it is read in place."""
        columns = list(parts)
        if len(columns) == 1:
            return columns[0]
        return np.concatenate([np.empty(0, np.int64), *columns], dtype=np.int64, casting="unsafe")


def _open(index: Path) -> Store:
    manifest = read_manifest(index)
    check_files(index, manifest)
    catalogue = catalogue_name(manifest.generation)
    try:
        opened = [open_segment_files(index, manifest, entry) for entry in manifest.segments]
        # Held open, it can be read when it is asked for, whatever has been committed since.
        held = CatalogueFile(OpenFile(index / catalogue, MOST_CATALOGUE))
        if is_read_into_memory(manifest):
            held.keep()
    except ValueError as exc:  # of which BlockFileError is one; the message names the file
        raise corrupt_index(index, str(exc)) from exc
    except FileNotFoundError as exc:
        raise corrupt_index(index, say("damage.missing", name=Path(exc.filename).name)) from exc
    except OSError as exc:
        raise unreadable_index(index, exc) from exc
    store = Store(index, manifest, held, [o.segment for o in opened], [o.deleted for o in opened])
    if store.count != manifest.paragraphs:
        raise corrupt_index(
            index,
            say(
                "damage.paragraphs",
                name=manifest_name(manifest.generation),
                told=manifest.paragraphs,
                count=store.count,
            ),
        )
    return store


def _passages(segment: Segment) -> Numbers:
    numbers = segment.stored("number")
    if numbers is None:
        return np.zeros(segment.size, np.int64)
    try:
        found = [passage_of(str(numbers[doc]))[0] for doc in range(segment.size)]
        return np.array(found, np.int64)
    except (ValueError, OverflowError, AttributeError) as exc:
        raise segment.damaged("stored/number") from exc


def _choices(segment: Segment, field: str) -> Choices | None:
    column = segment.choices(field)
    return None if column is None else Choices(column, segment.folded_choices(field))
