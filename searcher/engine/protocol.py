"""What a searcher asks of a collection, whichever engine has it.

Neither the tree of a query nor anything in an answer depends on the engine: hits, passages and
speeches are the same values everywhere. How paragraphs are numbered and stored is an engine's own
business; `Texts` alone names paragraphs by numbers, which mean something to that value alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Collection as Names
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, TypeVar

from searcher.textmatch.scanned import Scanned

if TYPE_CHECKING:
    from indexer.commits.manifest import Manifest
    from indexer.model.catalogue import DocumentEntry, SourceEntry
    from indexer.model.place import Place
    from indexer.model.records import Record
    from indexer.segments.paged import Numbers
    from searcher.answers.first import FirstUse
    from searcher.answers.results import Results
    from searcher.answers.search import Asked, Paging
    from searcher.browse.contents import ChapterEntry, Passage, SpeakerEntry, SpeechEntry
    from searcher.browse.headings import PlacedHeading
    from searcher.explain.explanation import Explanation
    from searcher.language.filters import Filters, Within
    from searcher.language.query import Query
    from searcher.store.docsets import Mask
    from searcher.textmatch.letters import Codes
    from searcher.textmatch.seeding import SharedRuns
    from searcher.textmatch.thresholds import Thresholds

Made = TypeVar("Made")


class Texts(Scanned, Protocol):
    """The paragraphs that something is compared with, each under a number."""

    def folded(self, number: int) -> str:
        """The folded text of a paragraph."""

    def record(self, number: int) -> Record:
        """Everything that is known of a paragraph."""

    def number(self, record: Record) -> int:
        """The number of a paragraph, whether the mask lets it through or not."""

    def containing(self, text: str) -> Sequence[int]:
        """All paragraphs that contain the folded `text`, by number, sorted."""

    def sharing(self, codes: Codes, by: Thresholds) -> SharedRuns:
        """The runs of letters that the paragraphs share with `codes`."""

    def likely(self, text: str, most: int, by: Thresholds) -> Sequence[int]:
        """About `most` paragraphs that share the rarer bigrams of the folded `text`, the likeliest
        first."""

    def headings(self) -> Sequence[PlacedHeading]:
        """The titles, chapters and sections above the paragraphs that the mask lets through, each
        once, in the order of these."""

    def by_date(self, numbers: Numbers) -> Numbers:
        """The numbers by date of paragraph, the earliest first; those without one come last."""

    def are_dated(self, numbers: Numbers) -> Mask:
        """The mask of those of `numbers` that have a date."""


class Collection(Protocol):
    """An open collection: a snapshot that later commits do not change, safe to share by threads."""

    @property
    def place(self) -> Place:
        """Where the collection is."""

    @property
    def manifest(self) -> Manifest:
        """What the collection was made from, and with what."""

    def reading(self) -> AbstractContextManager[None]:
        """The context in which one question is answered.

        Raises:
            IndexCorruptError: the index is damaged, or was changed in place meanwhile.
            IndexStoreError: it cannot be read any more.
        """

    def answer(self, query: Query, page: Paging, asked: Asked) -> Results:
        """The results for `query`, which was asked as `asked`.

        Raises:
            QueryError: the query has what cannot be searched for, or takes too long.
        """

    def explain(self, query: Query, asked: Asked) -> Explanation:
        """What each clause of `query` finds, and why it finds nothing; raises as `answer` does."""

    def first_use(self, query: Query, limit: int | None, asked: Asked) -> FirstUse:
        """The paragraphs that satisfy `query` by date; raises as `answer` does."""

    def passage(self, id_: str) -> Passage:
        """The passage that an id names, with its neighbours.

        Raises:
            PassageIdError: it names no passage, or several documents.
        """

    def document(self, doc: str) -> DocumentEntry:
        """The document of that id."""

    def documents(self) -> tuple[DocumentEntry, ...]:
        """All documents, in the order of the source files."""

    def document_ids(self) -> tuple[str, ...]:
        """Their ids, in the same order: what short ids need, and quicker."""

    def sources(self) -> tuple[SourceEntry, ...]:
        """The source files that the collection was made from."""

    def chapters(self) -> tuple[ChapterEntry, ...]:
        """Every chapter of every document, in order."""

    def speeches(self) -> tuple[SpeechEntry, ...]:
        """Every speech, distinguished by title, speaker and date, by date."""

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        """Everybody whose words there are, those with the most paragraphs first."""

    def values(self, field: str, doc: str) -> tuple[str, ...]:
        """The distinct values of a field in the document `doc`, sorted."""

    def roles(self) -> Mapping[str, int]:
        """The roles that its paragraphs have, and how many have each."""

    def texts(self, within: Within, filters: Filters | None, exclude: Names[str] = ()) -> Texts:
        """The paragraphs that something is to be compared with.

        Args:
            within: those of role `speech` alone, or of every role but `note`; notes come only
                where `filters` ask for their role.
            filters: only those that satisfy these; None for all.
            exclude: the ids of documents that are left out.
        """

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make` made of the collection for `key` when it was first asked for."""

    def changed_source(self) -> str | None:
        """A source file that was added, changed or removed since; None where none is known."""

    def newest(self) -> Collection | None:
        """The collection in a newer state; None where this is the newest, and unharmed."""
