"""The searcher: an open index to ask. It parses, delegates and translates; it computes nothing.

>>> with open_index("index") as searcher:                    # doctest: +SKIP
...     results = searcher.search('speech:座谈会 "核心技术"', limit=10)
...     [hit.id for hit in results.hits]
"""

from __future__ import annotations

import itertools
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from indexer.errors import LunshuError, OptionError, SearcherClosedError, SeedsError
from indexer.wording import say
from searcher.answers.search import Asked, Page, answer
from searcher.arguments import check_arguments
from searcher.language.escaping import escape
from searcher.language.parser import parse
from searcher.language.query import filtered
from searcher.patterns.time_budget import DEFAULT_SECONDS, TimeBudget
from searcher.ranking.sorting import check_sort
from searcher.store import open_store

if TYPE_CHECKING:
    import os
    from collections.abc import Collection
    from datetime import date
    from types import TracebackType

    from indexer.commits.manifest import Manifest
    from indexer.model.catalogue import DocumentEntry, SourceEntry
    from searcher.answers.results import Results
    from searcher.articles.article import Article
    from searcher.browse.contents import ChapterEntry, Passage, SpeechEntry
    from searcher.citing import Citation, Style
    from searcher.explain.explanation import Explanation
    from searcher.language.filters import Filters
    from searcher.ranking.sorting import Sort
    from searcher.repetition.results import FirstUse, Repetitions, Similar
    from searcher.store import Store
    from searcher.store.within import Within
    from searcher.tracing.results import Trace

RELEASED_EVERY = 25
"""After so many searches the pages of the index that they have looked at are given back, so that
a searcher takes no more memory the longer it lives."""

Self = TypeVar("Self", bound="Searcher")


class Searcher:
    """An open index: a snapshot that later commits do not change. Safe to share between threads.

    Use it as a context manager, or call `close`.
    """

    def __init__(self, index: Path) -> None:
        self._index = index
        self._opened: Store | None = open_store(index)
        self._searches = itertools.count(1)

    def search(
        self,
        query: str,
        *,
        limit: int | None = 10,
        offset: int = 0,
        exact: bool = False,
        sort: Sort = "relevance",
        filters: Filters | None = None,
        regex_seconds: float = DEFAULT_SECONDS,
    ) -> Results:
        """The paragraphs that `query` asks for: exact hits first, then related ones.

        Args:
            query: in the query language; `escape` makes one of a text.
            limit: how many hits at most; None gives every exact hit and no related one.
            offset: how many hits to leave out, counted through exact and related ones.
            exact: give no related hits.
            sort: `"relevance"`, `"date"`, `"-date"` (latest first) or `"position"` (in the
                collection). Related hits come with `"relevance"` only.
            filters: only paragraphs that satisfy these are found, exact or related; None for all.
            regex_seconds: how long the regular expressions of the query may take, in seconds.

        Raises:
            QueryError: the query cannot be understood; `position` says where.
            OptionError: another argument cannot be used; `ArgumentError` if for its type.
            IndexCorruptError: the index is damaged.
        """
        check_arguments(
            query=query,
            limit=limit,
            offset=offset,
            exact=exact,
            filters=filters,
            regex_seconds=regex_seconds,
        )
        started = time.perf_counter()
        check_sort(sort)
        if offset < 0 or (limit is not None and limit < 0):
            raise OptionError(say("options.limit_offset", limit=limit, offset=offset))
        tree = filtered(parse(query), filters.clauses if filters else ())
        page = Page(offset, limit, exact, sort)
        asked = Asked(query, started, TimeBudget(query, seconds=regex_seconds))
        store = self._store
        with store.reading():
            if next(self._searches) % RELEASED_EVERY == 0:
                store.release()
            return answer(store, tree, page, asked=asked)

    def explain(
        self,
        query: str,
        *,
        filters: Filters | None = None,
        regex_seconds: float = DEFAULT_SECONDS,
    ) -> Explanation:
        """What `query` means, what each of its clauses finds and how, and why it finds nothing.

        The arguments are those of `search`, and so are the errors.
        """
        from searcher.explain.explaining import explain  # noqa: PLC0415 (a search does not pay for it)

        check_arguments(query=query, filters=filters, regex_seconds=regex_seconds)
        started = time.perf_counter()
        tree = filtered(parse(query), filters.clauses if filters else ())
        asked = Asked(query, started, TimeBudget(query, seconds=regex_seconds))
        store = self._store
        with store.reading():
            return explain(store, tree, asked=asked)

    def passage(self, id: str) -> Passage:
        """The passage that an id names, with its neighbours.

        Args:
            id: `DOC#N` or `DOC#N.K`, where any unambiguous beginning will do for DOC, or an id
                that the source gave.

        Raises:
            PassageIdError: it names no passage, or several documents.
        """
        from searcher.browse.passages import find_passage  # noqa: PLC0415 (as in `explain`)

        check_arguments(id=id)
        store = self._store
        with store.reading():
            return find_passage(store, id)

    def trace(
        self,
        text: str | Article,
        *,
        within: Within = "speech",
        min_length: int | None = None,
        exclude: Collection[str] = (),
        filters: Filters | None = None,
    ) -> Trace:
        """Where the words of a text come from, and how they depart from it.

        Args:
            text: its lines are paragraphs; or an article, as `read_article` reads one of a file.
            within: `"speech"` looks for sources in attributed words, `"all"` in everything.
            min_length: the fewest characters of a quotation that is not shown as one, after
                folding, at least 6; set phrases and names are then told, too. None for 12, and 6 in
                quotation marks.
            exclude: the ids of documents that are no sources, such as the text itself.
            filters: only paragraphs that satisfy these are sources; None for all.

        Raises:
            OptionError: an argument cannot be used.
            IndexCorruptError: the index is damaged.
        """
        from searcher.articles.article import article_of_text  # noqa: PLC0415 (as in `explain`)
        from searcher.tracing.trace import trace  # noqa: PLC0415

        check_arguments(text=text, min_length=min_length, exclude=exclude, filters=filters)
        article = article_of_text(text) if isinstance(text, str) else text
        store = self._store
        with store.reading():
            store.release()
            return trace(
                store,
                article,
                within=within,
                min_length=min_length,
                exclude=exclude,
                filters=filters,
            )

    def similar(
        self,
        id: str,
        *,
        min_length: int | None = None,
        limit: int | None = None,
        filters: Filters | None = None,
    ) -> Similar:
        """The passages that share long runs of letters with the one that an id names.

        Args:
            id: as for `passage`.
            min_length: how many letters such a run has at least; None for the usual number.
            limit: how many at most, the best first; None for all.
            filters: only paragraphs that satisfy these are given; None for all.

        Raises:
            PassageIdError: it names no passage, or several documents.
            OptionError: another argument cannot be used.
        """
        from searcher.repetition.similar import similar  # noqa: PLC0415 (as in `explain`)

        check_arguments(id=id, min_length=min_length, limit=limit, filters=filters)
        store = self._store
        with store.reading():
            return similar(store, id, min_length=min_length, limit=limit, filters=filters)

    def repetitions(
        self,
        *,
        min_length: int | None = None,
        within: Within = "speech",
        limit: int | None = None,
        filters: Filters | None = None,
    ) -> Repetitions:
        """What stands in several passages of the collection, in groups, and who said it first.

        Args:
            min_length: how many letters it has at least; None for the usual number.
            within: `"speech"` looks in attributed words alone, `"all"` in everything.
            limit: how many groups at most; None for all.
            filters: only paragraphs that satisfy these take part; None for all.

        Raises:
            OptionError: an argument cannot be used.
        """
        from searcher.repetition.repeated import find_repeated  # noqa: PLC0415 (as in `explain`)

        check_arguments(min_length=min_length, limit=limit, filters=filters)
        store = self._store
        with store.reading():
            return find_repeated(
                store, min_length=min_length, within=within, limit=limit, filters=filters
            )

    def first(
        self,
        query: str,
        *,
        limit: int | None = None,
        filters: Filters | None = None,
        regex_seconds: float = DEFAULT_SECONDS,
    ) -> FirstUse:
        """The earliest dated passage that a query finds, and the ones that follow.

        Args:
            query: in the query language.
            limit: how many passages at most; None for all.

        The other arguments are those of `search`, and so are the errors.
        """
        from searcher.repetition.first import first_use  # noqa: PLC0415 (as in `explain`)

        check_arguments(query=query, limit=limit, filters=filters, regex_seconds=regex_seconds)
        started = time.perf_counter()
        tree = filtered(parse(query), filters.clauses if filters else ())
        asked = Asked(query, started, TimeBudget(query, seconds=regex_seconds))
        store = self._store
        with store.reading():
            return first_use(store, tree, asked=asked, limit=limit)

    def cite(
        self, id: str, *, style: Style = "gbt7714", accessed: str | date | None = None
    ) -> Citation:
        """The reference to the passage that an id names.

        Args:
            id: as for `passage`.
            style: `"gbt7714"` (GB/T 7714-2015), `"bibtex"`, `"csl-json"` or `"text"`.
            accessed: the day on which a web page was read, which only its reader knows.

        Raises:
            PassageIdError: it names no passage, or several documents.
            OptionError: the style is not known, or `accessed` is not a day.
        """
        from searcher.citing import cite  # noqa: PLC0415 (as in `explain`)

        check_arguments(id=id, accessed=accessed)
        store = self._store
        with store.reading():
            return cite(store, id, style, accessed=accessed)

    def documents(self) -> tuple[DocumentEntry, ...]:
        """What the collection holds, in the order of the source files."""
        store = self._store
        with store.reading():
            return store.catalogue.documents

    def document_ids(self) -> tuple[str, ...]:
        """The ids of all documents, in the same order: quicker, and all that short ids need."""
        store = self._store
        with store.reading():
            return store.outline.documents

    def sources(self) -> tuple[SourceEntry, ...]:
        """The source files that the index was made from."""
        store = self._store
        with store.reading():
            return store.outline.sources

    def chapters(self) -> tuple[ChapterEntry, ...]:
        """Every chapter of every document, in order."""
        from searcher.browse.listing import list_chapters  # noqa: PLC0415 (as in `explain`)

        store = self._store
        with store.reading():
            return list_chapters(store)

    def speeches(self) -> tuple[SpeechEntry, ...]:
        """Every speech that is quoted, told apart by title and date, by date."""
        from searcher.browse.listing import list_speeches  # noqa: PLC0415 (as in `explain`)

        store = self._store
        with store.reading():
            return list_speeches(store)

    @property
    def manifest(self) -> Manifest:
        """What the index was made from, and with what."""
        return self._store.manifest

    def refresh(self) -> bool:
        """Move to the newest commit, or open the index again if a file of it was changed in place.

        Returns:
            Whether another state answers now.
        """
        from indexer.commits.generations import retried  # noqa: PLC0415
        from indexer.commits.manifest import read_manifest  # noqa: PLC0415 (as in `explain`)

        newest, opened = retried(lambda: read_manifest(self._index)), self._store.manifest
        is_newest = (newest.generation, newest.commit) == (opened.generation, opened.commit)
        if is_newest and self._store.is_unchanged():
            return False
        self._opened = open_store(self._index)
        return True

    def changed_source(self) -> str | None:
        """A source file that was added, changed or removed since the index was built, by its path.

        It tells that the index is stale; None where it is not, or where its source files are out of
        reach. Files are compared by size and time of modification, which is quick.
        """
        from indexer.sources.stock import iter_changed  # noqa: PLC0415 (a search does not pay for it)

        store = self._store
        with store.reading():
            try:
                seeds, recipe = Path(store.manifest.seeds), store.manifest.recipe
                changed = iter_changed(self._index, seeds, recipe, store.outline.sources)
                return next(changed, None)
            except SeedsError:
                return None

    def escape(self, text: str) -> str:
        """A query that finds `text` exactly as it stands."""
        return escape(text)

    def __repr__(self) -> str:
        """What is open: the folder, its generation, and how much it holds."""
        opened = self._opened
        if opened is None:
            return f"<Searcher index {str(self._index)!r}, closed>"
        documents = ""
        with suppress(LunshuError):  # whoever looks at a searcher is in trouble enough
            documents = f" {len(opened.outline.documents)} documents,"
        manifest = opened.manifest
        return (
            f"<Searcher index {str(self._index)!r}, generation {manifest.generation},"
            f"{documents} {manifest.paragraphs} paragraphs>"
        )

    def close(self) -> None:
        """Release the files of the index, as soon as no other thread is searching them."""
        self._opened = None

    @property
    def _store(self) -> Store:
        opened = self._opened  # another thread may close it at any moment
        if opened is None:
            raise SearcherClosedError(say("options.closed"))
        return opened

    def __enter__(self: Self) -> Self:
        """The searcher itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Release the files of the index."""
        self.close()


def open_index(index: str | os.PathLike[str]) -> Searcher:
    """Open the index in the folder `index` for searching.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its files do not fit together.
        ArgumentError: `index` is no path.
    """
    check_arguments(index=index)
    return Searcher(Path(index))
