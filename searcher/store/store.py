"""The store: an open index, all of its segments as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.commits.catalogues import parse_catalogue, parse_outline
from indexer.commits.damage import Damage
from indexer.commits.manifest import Manifest
from indexer.model.catalogue import Catalogue, Outline
from indexer.model.records import Record
from indexer.segments.blocks import FileChangedError, Steady
from indexer.segments.paged import Numbers
from indexer.segments.postings import FieldPostings
from indexer.segments.record_columns import passage_of, record_of
from indexer.segments.segment import Segment
from searcher.store.docsets import Flags
from searcher.store.lexicon import Lexicon
from searcher.store.runs import Runs
from searcher.store.selection import SegmentPart, Selection
from searcher.store.texts import FoldedTexts
from searcher.store.values import Choices, FieldValues

if TYPE_CHECKING:
    from types import TracebackType

    from indexer.segments.blocks import Held
    from searcher.store.opening import CatalogueFile

DocValues = NDArray[np.integer[Any]]
"""A whole number for each paragraph, of the smallest type that fits: widen it before reckoning."""

Made = TypeVar("Made")
Item = TypeVar("Item")

_NONE = np.empty(0, np.int64)


class Postings(NamedTuple):
    """Where a term stands.

    Attributes:
        docs: the numbers of the paragraphs, rising.
        frequencies: how often it stands in each of them, 255 for more.
    """

    docs: Numbers
    frequencies: NDArray[Any]


class Reading:
    """A context for one question to a store (see `Store.reading`).

    Raises:
        IndexCorruptError: the index is damaged, or was changed in place.
        IndexStoreError: it cannot be read any more.
    """

    def __init__(self, damage: Damage, steady: Steady) -> None:
        self._damage = damage
        self._steady = steady

    def __enter__(self) -> None:
        """See that the files are as they were when they were opened."""
        with self._damage:
            self._steady.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """See that they are still so, and say what is damaged if there is an error."""
        with self._damage:
            self._steady.__exit__(kind, error, trace)
        self._damage.__exit__(kind, error, trace)


class Store:
    """An open index: a snapshot that later commits do not change. Safe to share between threads.

    Attributes:
        size: how many numbers there are, from 0; deleted paragraphs have one too.
        count: how many paragraphs are live. Every statistic is about these alone, so that an
            index that was changed often answers as one built anew.
        live: which numbers are those of live paragraphs, None where all are.
    """

    def __init__(
        self,
        index: Path,
        manifest: Manifest,
        catalogue: CatalogueFile,
        segments: Sequence[Segment],
        deleted: Sequence[Flags | None],
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
        self._deleted = tuple(deleted)
        sizes = [segment.size for segment in segments]
        self._bases: list[int] = [0, *np.cumsum(sizes).tolist()]
        self.size: int = self._bases[-1]
        self.live: Flags | None = None
        if any(flags is not None for flags in deleted):
            gone = (
                np.zeros(size, bool) if flags is None else flags
                for size, flags in zip(sizes, deleted, strict=True)
            )
            self.live = ~np.concatenate(list(gone))
        self.count: int = self.size if self.live is None else int(self.live.sum())
        self._made: dict[tuple[object, ...], Any] = {}
        self._places: dict[tuple[str, str], tuple[int, ...]] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the index was made from; it is read when it is first asked for."""
        return parse_catalogue(self._index, self.manifest, self._catalogue.read())

    @cached_property
    def outline(self) -> Outline:
        """Of the catalogue what a search at the shell needs; likewise."""
        return parse_outline(self._index, self.manifest, self._catalogue.read())

    def numbers(self) -> Numbers:
        """The numbers of all live paragraphs."""
        return np.arange(self.size) if self.live is None else np.flatnonzero(self.live)

    def postings(self, view: str, term: str) -> Postings:
        """Where `term` stands in `view`; empty arrays where it does not."""
        found = [
            self._postings_in(at, view, place)
            for at, place in enumerate(self.places(view, term))
            if place >= 0
        ]
        if len(found) == 1:
            return found[0]
        return Postings(
            np.concatenate([_NONE, *(part.docs for part in found)]),
            np.concatenate([_NONE, *(part.frequencies for part in found)]),
        )

    def document_frequency(self, view: str, term: str) -> int:
        """In how many paragraphs `term` stands in `view`."""
        if self.live is not None:
            return len(self.postings(view, term).docs)
        return sum(
            self._field(at, view).document_frequency(place)
            for at, place in enumerate(self.places(view, term))
            if place >= 0
        )

    def places(self, view: str, term: str) -> tuple[int, ...]:
        """The place of `term` among the terms of each segment, -1 where it is not one."""
        found = self._places.get((view, term))
        if found is None:
            encoded = term.encode("utf-8", "surrogatepass")
            found = tuple(
                field.terms.find(encoded) if field else -1 for field in self._fields(view)
            )
            if len(self._places) >= _PLACES:
                self._places.clear()
            self._places[view, term] = found
        return found

    def lexicon(self, view: str) -> Lexicon:
        """The terms of a view as a dictionary, with how often each stands in the collection."""
        return self.remember(("lexicon", view), lambda: Lexicon(self._counted(view)))

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

    def dated(self, test: Callable[[DocValues, DocValues], Flags]) -> Selection:
        """The live paragraphs whose first and last days, as numbers likewise, pass a test."""
        runs = self.remember(("date runs",), lambda: Runs([self.first_dates(), self.last_dates()]))
        return Selection([SegmentPart(0, runs, test)], self.live)

    def values(self, field: str) -> FieldValues:
        """The values of a field that has few, and which of them each paragraph has."""
        return self.remember(
            ("values", field),
            lambda: FieldValues(
                [_choices(segment, field) for segment in self._segments], self._bases, self.live
            ),
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
        return (self.record(number) for number in self.numbers().tolist())

    def passages(self) -> DocValues:
        """The number of every paragraph's passage."""
        return self.remember(("passages",), lambda: self._joined(map(_passages, self._segments)))

    def aliased(self, alias: str) -> Numbers:
        """The numbers of the paragraphs to which their source gives the id `alias`."""
        return self.postings("alias", alias).docs

    def release(self) -> None:
        """Give mapped pages of the index back to the system; nothing has to be opened again."""
        for segment in self._segments:
            segment.release()

    def releasing(self, items: Iterable[Item], every: int) -> Iterator[Item]:
        """The items, with mapped pages given back after every so many of them, unless the whole
        index is so small that it does not matter."""
        is_small = self.texts.size < _SMALL
        for count, item in enumerate(items, 1):
            yield item
            if count % every == 0 and not is_small:
                self.release()

    def reading(self) -> Reading:
        """The context in which whoever answers a question reads the store: it tells damage.

        It also tells that a file of the index was changed in place, before the question or amid it;
        nothing that was found out meanwhile is returned then.
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

    def _fields(self, view: str) -> tuple[FieldPostings | None, ...]:
        return self.remember(
            ("postings", view),
            lambda: tuple(segment.postings(view) for segment in self._segments),
        )

    def _field(self, at: int, view: str) -> FieldPostings:
        field = self._fields(view)[at]
        assert field is not None, "only places that were found are asked for"
        return field

    def _postings_in(self, at: int, view: str, place: int) -> Postings:
        field = self._field(at, view)
        docs, frequencies = field.docs(place), field.frequencies(place)
        deleted = self._deleted[at]
        if deleted is not None:
            kept = ~deleted[docs]
            docs, frequencies = docs[kept], frequencies[kept]
        if at:
            docs += self._bases[at]
        return Postings(docs, frequencies)

    def _counted(self, view: str) -> list[tuple[FieldPostings, Flags | None]]:
        return [
            (field, deleted)
            for field, deleted in zip(self._fields(view), self._deleted, strict=True)
            if field is not None
        ]

    def _numbers_of(self, name: str) -> DocValues:
        return self.remember(
            ("numbers", name), lambda: self._joined(s.numbers(name) for s in self._segments)
        )

    def _joined(self, parts: Iterator[NDArray[Any]]) -> DocValues:
        """A column of all segments; of a single one it is read in place."""
        columns = list(parts)
        if len(columns) == 1:
            return columns[0]
        return np.concatenate([_NONE, *columns], dtype=np.int64, casting="unsafe")


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


_PLACES = 20_000
"""How many terms a store remembers the places of before it forgets them again."""

_SMALL = 4 << 20
"""Bytes of folded text; the index is four times as large."""
