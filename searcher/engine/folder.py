"""An index in a folder, as a searcher asks it: the first engine."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Collection as Names
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from indexer.commits.generations import retried
from indexer.commits.manifest import Manifest, read_manifest
from indexer.errors import SeedsError
from indexer.sources.stock import iter_changed
from searcher.answers.search import Asked, Paging, answer
from searcher.patterns import Literal
from searcher.ranking.order import are_dated, by_date
from searcher.store import Mask, Numbers, open_store
from searcher.store.matching import find
from searcher.store.retrieval import mask_of

if TYPE_CHECKING:
    from indexer.model.catalogue import DocumentEntry, SourceEntry
    from indexer.model.place import Folder
    from indexer.model.records import Record
    from searcher.answers.first import FirstUse
    from searcher.answers.results import Results
    from searcher.browse.contents import ChapterEntry, Passage, SpeakerEntry, SpeechEntry
    from searcher.browse.headings import PlacedHeading
    from searcher.explain.explanation import Explanation
    from searcher.language.filters import Filters, Within
    from searcher.language.query import Query
    from searcher.store import Store
    from searcher.store.snapshot import Reading
    from searcher.textmatch.letters import Codes
    from searcher.textmatch.seeding import SharedRuns
    from searcher.textmatch.thresholds import Thresholds

Item = TypeVar("Item")
Made = TypeVar("Made")

RELEASED_EVERY = 25
"""Searches after which the pages of the index that they have looked at are given back, so that a
searcher takes no more memory the longer it lives."""

_BEGINNING = 64
"""Characters of a long text that are looked for first."""


def open_folder(place: Folder) -> FolderCollection:
    """Open the index in a folder; raises what `searcher.engine.open_collection` does."""
    return FolderCollection(place, open_store(place.path))


class FolderCollection:
    """A `searcher.engine.protocol.Collection` over the store of a folder.

    Attributes:
        store: its arrays, which nothing but this module may ask for.
    """

    def __init__(self, place: Folder, store: Store) -> None:
        self.store = store
        self._place = place
        self._searches = itertools.count(1)

    @property
    def place(self) -> Folder:
        return self._place

    @property
    def manifest(self) -> Manifest:
        return self.store.manifest

    def reading(self) -> Reading:
        return self.store.reading()

    def answer(self, query: Query, page: Paging, asked: Asked) -> Results:
        if next(self._searches) % RELEASED_EVERY == 0:
            self.store.release()
        return answer(self.store, query, page, asked=asked)

    def explain(self, query: Query, asked: Asked) -> Explanation:
        from searcher.explain.explaining import explain  # noqa: PLC0415 (a search does not load it)

        return explain(self.store, query, asked=asked)

    def first_use(self, query: Query, limit: int | None, asked: Asked) -> FirstUse:
        from searcher.answers.first import first_use  # noqa: PLC0415 (as in `explain`)

        return first_use(self.store, query, limit=limit, asked=asked)

    def passage(self, id_: str) -> Passage:
        from searcher.browse.passages import find_passage  # noqa: PLC0415 (as in `explain`)

        return find_passage(self.store, id_)

    def document(self, doc: str) -> DocumentEntry:
        return next(entry for entry in self.store.catalogue.documents if entry.doc == doc)

    def documents(self) -> tuple[DocumentEntry, ...]:
        return self.store.catalogue.documents

    def document_ids(self) -> tuple[str, ...]:
        return self.store.outline.documents

    def sources(self) -> tuple[SourceEntry, ...]:
        return self.store.outline.sources

    def chapters(self) -> tuple[ChapterEntry, ...]:
        from searcher.browse.listing import list_chapters  # noqa: PLC0415 (as in `explain`)

        return list_chapters(self.store)

    def speeches(self) -> tuple[SpeechEntry, ...]:
        from searcher.browse.listing import list_speeches  # noqa: PLC0415 (as in `explain`)

        return list_speeches(self.store)

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        from searcher.browse.listing import list_speakers  # noqa: PLC0415 (as in `explain`)

        return list_speakers(self.store)

    def values(self, field: str, doc: str) -> tuple[str, ...]:
        from searcher.browse.listing import values_in  # noqa: PLC0415 (as in `explain`)

        return values_in(self.store, field, doc)

    def roles(self) -> dict[str, int]:
        roles = self.store.values("role")
        counts = {role: len(roles.equal_to(role).docs()) for role in roles.names}
        return {role: count for role, count in counts.items() if count}

    def texts(
        self, within: Within, filters: Filters | None, exclude: Names[str] = ()
    ) -> FolderTexts:
        self.store.release()
        return FolderTexts(self.store, mask_of(self.store, within, filters, exclude))

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        return self.store.remember(key, make)

    def changed_source(self) -> str | None:
        seeds, recipe = Path(self.manifest.seeds), self.manifest.recipe
        try:
            return next(iter_changed(self._place.path, seeds, recipe, self.sources()), None)
        except SeedsError:
            return None

    def newest(self) -> FolderCollection | None:
        newest, opened = retried(lambda: read_manifest(self._place.path)), self.manifest
        is_newest = (newest.generation, newest.commit) == (opened.generation, opened.commit)
        if is_newest and self.store.is_unchanged():
            return None
        return open_folder(self._place)


class FolderTexts:
    """The `searcher.engine.protocol.Texts` of a folder: the store's own numbers, and a mask."""

    def __init__(self, store: Store, mask: Mask) -> None:
        self._store = store
        self._mask = mask

    @property
    def mask(self) -> Mask:
        return self._mask

    @property
    def text_bytes(self) -> int:
        return self._store.texts.size

    def pieces(self) -> Iterator[tuple[int, str]]:
        return self._store.texts.pieces()

    def release(self) -> None:
        self._store.release()

    def releasing(self, items: Iterable[Item], every: int) -> Iterator[Item]:
        return self._store.releasing(items, every)

    def folded(self, number: int) -> str:
        return self._store.texts[number]

    def record(self, number: int) -> Record:
        return self._store.record(number)

    def number(self, record: Record) -> int:
        store = self._store
        numbers: list[int] = store.postings("doc", record.doc).docs.tolist()

        def place(number: int) -> tuple[int, int]:
            other = store.record(number)
            return other.passage, other.paragraph

        at = bisect_left(numbers, (record.passage, record.paragraph), key=place)
        return numbers[at]

    def containing(self, text: str) -> list[int]:
        # Of a long text it is quicker to know first that its beginning occurs nowhere.
        if len(text) > _BEGINNING and not len(find(self._store, Literal(text[:_BEGINNING])).docs):
            return []
        docs = find(self._store, Literal(text)).docs
        found: list[int] = docs[self._mask[docs]].tolist()
        return found

    def sharing(self, codes: Codes, by: Thresholds) -> SharedRuns:
        from searcher.textmatch.seeding import shared_runs  # noqa: PLC0415 (as in `explain`)

        return shared_runs(self, codes, by)

    def likely(self, text: str, most: int, by: Thresholds) -> list[int]:
        from searcher.textmatch.likely import likely_paragraphs  # noqa: PLC0415 (as in `explain`)

        return likely_paragraphs(self._store, self._mask, text, most, by)

    def headings(self) -> list[PlacedHeading]:
        from searcher.browse.headings import headings_of  # noqa: PLC0415 (as in `explain`)

        return headings_of(self._store, self._mask)

    def by_date(self, numbers: Numbers) -> Numbers:
        return by_date(self._store, numbers)

    def are_dated(self, numbers: Numbers) -> Mask:
        return are_dated(self._store, numbers)
