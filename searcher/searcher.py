"""The searcher: an open index to ask. It parses, delegates and translates; it computes nothing.

>>> with open_index("index") as searcher:                    # doctest: +SKIP
...     results = searcher.search('speech:座谈会 "核心技术"', limit=10)
...     [hit.id for hit in results.hits]
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from indexer.errors import LunshuError, OptionError, SearcherClosedError
from indexer.model.place import place_of
from indexer.wording import say
from searcher.answers.search import Asked, Paging, check_limit
from searcher.arguments import check_arguments
from searcher.engine import open_collection
from searcher.language.parser import MOST_CHARACTERS, check_length, read_plain, read_query
from searcher.language.query import escape, filtered
from searcher.patterns.time_budget import DEFAULT_SECONDS, TimeBudget
from searcher.ranking.sorting import check_sort

if TYPE_CHECKING:
    import os
    from collections.abc import Collection as Names
    from collections.abc import Iterator, Mapping
    from datetime import date
    from types import TracebackType

    from indexer.commits.manifest import Manifest
    from indexer.model.catalogue import DocumentEntry, SourceEntry
    from indexer.model.place import Place
    from searcher.answers.first import FirstUse
    from searcher.answers.results import Results
    from searcher.articles.article import Article
    from searcher.browse.contents import ChapterEntry, Passage, SpeakerEntry, SpeechEntry
    from searcher.citing.reference import Citation
    from searcher.citing.styles import Style
    from searcher.engine.protocol import Collection
    from searcher.explain.explanation import Explanation
    from searcher.language.filters import Filters, Within
    from searcher.language.query import Query
    from searcher.ranking.sorting import Sort
    from searcher.repetition.results import Repetitions, Similar
    from searcher.tracing.results import Trace

Self = TypeVar("Self", bound="Searcher")


class Searcher:
    """An open index: a snapshot that later commits do not change. Safe to share between threads.

    Use it as a context manager, or call `close`.

    Args:
        collection: what answers; `open_index` opens it.
    """

    def __init__(self, collection: Collection) -> None:
        check_arguments(collection=collection)
        self._opened: Collection | None = collection
        self._place = str(collection.place)

    def search(
        self,
        query: str,
        *,
        limit: int | None = 10,
        offset: int = 0,
        exact: bool = False,
        sort: Sort = "relevance",
        plain: bool = False,
        filters: Filters | None = None,
        regex_seconds: float = DEFAULT_SECONDS,
        query_characters: int = MOST_CHARACTERS,
    ) -> Results:
        """The paragraphs that `query` asks for: exact hits first, then related ones.

        Args:
            query: in the query language; `escape` makes one of a text.
            limit: how many hits at most; None returns every exact hit and no related one.
            offset: how many hits to leave out, counted through exact and related ones.
            exact: return no related hits.
            sort: `"relevance"`, `"date"`, `"-date"` (latest first) or `"position"` (in the
                collection). Related hits come with `"relevance"` only.
            filters: only paragraphs that satisfy these are found, exact or related; None for all.
            plain: take the whole query as text, whatever marks and operators it contains.
            regex_seconds: how long the regular expressions of the query may take, in seconds.
            query_characters: how many characters the query may have.

        Raises:
            QueryError: the query cannot be understood; `position` says where.
            QueryTimeoutError: its regular expressions take longer than `regex_seconds`.
            OptionError: another argument cannot be used; `ArgumentError` if for its type.
            IndexCorruptError: the index is damaged.
        """
        check_arguments(query=query, limit=limit, offset=offset, exact=exact, sort=sort)
        check_sort(sort)
        if offset < 0 or (limit is not None and limit < 0):
            raise OptionError(say("options.limit_offset", limit=limit, offset=offset))
        page = Paging(offset, limit, exact, sort)
        tree, asked = _question(
            query,
            filters,
            plain=plain,
            regex_seconds=regex_seconds,
            query_characters=query_characters,
        )
        with self._reading() as collection:
            return collection.answer(tree, page, asked)

    def explain(
        self,
        query: str,
        *,
        plain: bool = False,
        filters: Filters | None = None,
        regex_seconds: float = DEFAULT_SECONDS,
        query_characters: int = MOST_CHARACTERS,
    ) -> Explanation:
        """What `query` means, what each of its clauses finds and how, and why it finds nothing.

        The arguments are those of `search`, and so are the errors.
        """
        tree, asked = _question(
            query,
            filters,
            plain=plain,
            regex_seconds=regex_seconds,
            query_characters=query_characters,
        )
        with self._reading() as collection:
            return collection.explain(tree, asked)

    def passage(self, id: str) -> Passage:
        """The passage that an id names, with its neighbours.

        Args:
            id: `DOC#N` or `DOC#N.K`, where any unambiguous beginning will do for DOC, or an id
                that the source gave.

        Raises:
            PassageIdError: it names no passage, or several documents.
        """
        check_arguments(id=id)
        with self._reading() as collection:
            return collection.passage(id)

    def trace(
        self,
        text: str | Article,
        *,
        within: Within | None = None,
        min_length: int | None = None,
        exclude: Names[str] = (),
        filters: Filters | None = None,
    ) -> Trace:
        """Where the words of a text come from, and how they depart from it.

        Args:
            text: its lines are paragraphs; or an article, as `read_article` reads one of a file.
            within: `"speech"` looks for sources in attributed words, `"all"` in everything but
                notes. None looks in attributed words where the collection has any, else in
                everything but notes; then the answer is `unattributed`.
            min_length: the fewest characters of a quotation that is not shown as one, after
                folding, at least 6; set phrases and names are then returned, too. None for 12, and
                for 6 in quotation marks.
            exclude: the ids of documents that are no sources, such as the text itself.
            filters: only paragraphs that satisfy these are sources; None for all.

        Raises:
            OptionError: an argument cannot be used.
            IndexCorruptError: the index is damaged.
        """
        from searcher.articles.article import article_of_text  # noqa: PLC0415 (a search has no use)
        from searcher.tracing.trace import trace  # noqa: PLC0415

        check_arguments(
            text=text, within=within, min_length=min_length, exclude=exclude, filters=filters
        )
        article = article_of_text(text) if isinstance(text, str) else text
        with self._reading() as collection:
            return trace(
                collection,
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

        Notes are no variants, unless `filters` ask for their role.

        Args:
            id: as for `passage`.
            min_length: the fewest letters of such a run; None for the usual number.
            limit: how many at most, the best first; None for all.
            filters: only paragraphs that satisfy these are variants; None for all.

        Raises:
            PassageIdError: it names no passage, or several documents.
            OptionError: another argument cannot be used.
        """
        from searcher.repetition.similar import similar  # noqa: PLC0415 (as in `trace`)

        check_arguments(id=id, min_length=min_length, limit=limit, filters=filters)
        with self._reading() as collection:
            return similar(collection, id, min_length=min_length, limit=limit, filters=filters)

    def repetitions(
        self,
        *,
        min_length: int | None = None,
        within: Within | None = None,
        limit: int | None = None,
        filters: Filters | None = None,
    ) -> Repetitions:
        """What occurs in several passages of the collection, in groups, and who said it first.

        Args:
            min_length: the fewest letters of it; None for the usual number.
            within: `"speech"` looks in attributed words alone, `"all"` in everything but notes;
                None as in `trace`.
            limit: how many groups at most; None for all.
            filters: only paragraphs that satisfy these take part; None for all.

        Raises:
            OptionError: an argument cannot be used.
        """
        from searcher.repetition.repeated import find_repeated  # noqa: PLC0415 (as in `trace`)

        check_arguments(min_length=min_length, within=within, limit=limit, filters=filters)
        with self._reading() as collection:
            return find_repeated(
                collection, min_length=min_length, within=within, limit=limit, filters=filters
            )

    def first(
        self,
        query: str,
        *,
        limit: int | None = None,
        plain: bool = False,
        filters: Filters | None = None,
        regex_seconds: float = DEFAULT_SECONDS,
        query_characters: int = MOST_CHARACTERS,
    ) -> FirstUse:
        """The earliest dated passage that a query finds, and the ones that follow.

        Args:
            query: in the query language.
            limit: how many passages at most; None for all.

        The other arguments are those of `search`, and so are the errors.
        """
        check_arguments(query=query, limit=limit)
        tree, asked = _question(
            query,
            filters,
            plain=plain,
            regex_seconds=regex_seconds,
            query_characters=query_characters,
        )
        check_limit(limit)
        with self._reading() as collection:
            return collection.first_use(tree, limit, asked)

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
        from searcher.citing.citing import cite  # noqa: PLC0415 (as in `trace`)

        check_arguments(id=id, style=style, accessed=accessed)
        with self._reading() as collection:
            return cite(collection, id, style, accessed=accessed)

    def documents(self) -> tuple[DocumentEntry, ...]:
        """All documents of the collection, in the order of the source files."""
        with self._reading() as collection:
            return collection.documents()

    def document_ids(self) -> tuple[str, ...]:
        """The ids of all documents, in the same order: quicker, and all that short ids need."""
        with self._reading() as collection:
            return collection.document_ids()

    def roles(self) -> Mapping[str, int]:
        """The roles that the paragraphs have, and how many have each."""
        with self._reading() as collection:
            return collection.roles()

    def sources(self) -> tuple[SourceEntry, ...]:
        """The source files that the index was made from."""
        with self._reading() as collection:
            return collection.sources()

    def chapters(self) -> tuple[ChapterEntry, ...]:
        """Every chapter of every document, in order."""
        with self._reading() as collection:
            return collection.chapters()

    def speeches(self) -> tuple[SpeechEntry, ...]:
        """Every speech that is quoted, distinguished by title, speaker and date, by date."""
        with self._reading() as collection:
            return collection.speeches()

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        """Everybody whose words there are, those with the most paragraphs first."""
        with self._reading() as collection:
            return collection.speakers()

    @property
    def manifest(self) -> Manifest:
        """What the index was made from, and with what."""
        return self._collection.manifest

    def refresh(self) -> bool:
        """Move to the newest commit, or open the index again if a file of it was changed in place.

        Returns:
            Whether another state answers now.
        """
        opened = self._collection
        newest = opened.newest()
        if newest is None or self._opened is not opened:  # another thread closed it meanwhile
            return False
        self._opened = newest
        return True

    def changed_source(self) -> str | None:
        """A source file that was added, changed or removed since the index was built, by its path.

        It shows that the index is stale; None where it is not, or where its source files are out of
        reach. Files are compared by size and time of modification, which is quick.
        """
        with self._reading() as collection:
            return collection.changed_source()

    def escape(self, text: str) -> str:
        """A query that finds `text` exactly as it is."""
        return escape(text)

    def __repr__(self) -> str:
        """What is open: its place, its generation, and how many documents and paragraphs it has."""
        opened = self._opened
        if opened is None:
            return f"<Searcher index {self._place!r}, closed>"
        documents = ""
        with suppress(LunshuError):  # whoever looks at a searcher is in trouble enough
            documents = f" {len(opened.document_ids())} documents,"
        manifest = opened.manifest
        return (
            f"<Searcher index {self._place!r}, generation {manifest.generation},"
            f"{documents} {manifest.paragraphs} paragraphs>"
        )

    def close(self) -> None:
        """Release the files of the index, as soon as no other thread is searching them."""
        self._opened = None

    @contextmanager
    def _reading(self) -> Iterator[Collection]:
        """The context in which one question is put to the open collection."""
        collection = self._collection
        with collection.reading():
            yield collection

    @property
    def _collection(self) -> Collection:
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


def _question(
    query: str,
    filters: Filters | None,
    *,
    plain: bool,
    regex_seconds: float,
    query_characters: int,
) -> tuple[Query, Asked]:
    """What is asked for, as a tree that the filters stand beside, and as it was asked, from now on.

    Raises:
        QueryError: the query is too long, or cannot be understood.
        OptionError: another argument cannot be used; `ArgumentError` if for its type.
    """
    started = time.perf_counter()
    check_arguments(
        query=query,
        filters=filters,
        plain=plain,
        regex_seconds=regex_seconds,
        query_characters=query_characters,
    )
    check_length(query, query_characters)
    parsed = read_plain(query) if plain else read_query(query)
    tree = filtered(parsed.query, filters.clauses if filters else ())
    budget = TimeBudget(query, seconds=regex_seconds)
    return tree, Asked(query, started, budget, parsed.as_text)


def open_index(index: str | os.PathLike[str] | Place) -> Searcher:
    """Open an index for searching.

    Args:
        index: its folder, or another place that has an engine.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its files do not fit together.
        OptionError: `index` is no path; `ArgumentError` if for its type.
    """
    check_arguments(index=index)
    return Searcher(open_collection(place_of(index)))
