"""lunshu's read side: from a query to ranked, highlighted, attributed paragraphs.

    >>> from searcher import open_index
    >>> with open_index("index") as searcher:                    # doctest: +SKIP
    ...     for hit in searcher.search("核心技术"):
    ...         print(hit.id, hit.date, hit.speech, hit.snippet.text)

It reads an index that `indexer` built, and imports of `indexer` only the contract.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which takes milliseconds to load
if TYPE_CHECKING:  # what `_HOMES` says, for type checkers, to whom an unknown name is an error
    from searcher.citing.reference import Citation as Citation
    from searcher.citing.reference import Publication as Publication
    from searcher.citing.reference import PublicationKind as PublicationKind
    from searcher.citing.reference import Reference as Reference
    from searcher.citing.reference import Style as Style
    from searcher.contents import ChapterEntry as ChapterEntry
    from searcher.contents import Passage as Passage
    from searcher.contents import SpeechEntry as SpeechEntry
    from searcher.explanation import Clause as Clause
    from searcher.explanation import ClauseKind as ClauseKind
    from searcher.explanation import Conflict as Conflict
    from searcher.explanation import Counted as Counted
    from searcher.explanation import Everywhere as Everywhere
    from searcher.explanation import Explanation as Explanation
    from searcher.explanation import NoMatchReason as NoMatchReason
    from searcher.explanation import NoSuchChapter as NoSuchChapter
    from searcher.explanation import NoSuchDate as NoSuchDate
    from searcher.explanation import NoSuchPattern as NoSuchPattern
    from searcher.explanation import NoSuchString as NoSuchString
    from searcher.explanation import NoSuchValue as NoSuchValue
    from searcher.explanation import Route as Route
    from searcher.explanation import RouteKind as RouteKind
    from searcher.explanation import TooFarApart as TooFarApart
    from searcher.filters import Filters as Filters
    from searcher.language.escaping import escape as escape
    from searcher.repetition.results import FirstUse as FirstUse
    from searcher.repetition.results import Member as Member
    from searcher.repetition.results import Repetition as Repetition
    from searcher.repetition.results import Repetitions as Repetitions
    from searcher.repetition.results import SharedRun as SharedRun
    from searcher.repetition.results import Similar as Similar
    from searcher.repetition.results import Stretch as Stretch
    from searcher.repetition.results import Variant as Variant
    from searcher.results import Hit as Hit
    from searcher.results import Match as Match
    from searcher.results import Results as Results
    from searcher.results import Snippet as Snippet
    from searcher.results import Span as Span
    from searcher.results import Suggestion as Suggestion
    from searcher.searcher import Searcher as Searcher
    from searcher.searcher import open_index as open_index
    from searcher.sorting import Sort as Sort
    from searcher.tracing.article import Article as Article
    from searcher.tracing.article import ArticleParagraph as ArticleParagraph
    from searcher.tracing.reading import read_article as read_article
    from searcher.tracing.results import Attribution as Attribution
    from searcher.tracing.results import Edit as Edit
    from searcher.tracing.results import EditKind as EditKind
    from searcher.tracing.results import NotFound as NotFound
    from searcher.tracing.results import Quotation as Quotation
    from searcher.tracing.results import Source as Source
    from searcher.tracing.results import Trace as Trace
    from searcher.tracing.results import Verdict as Verdict
    from searcher.within import Within as Within
else:
    _HOMES = {
        name: home
        for home, names in (
            ("searcher.citing.reference", "Citation Publication PublicationKind Reference Style"),
            ("searcher.contents", "ChapterEntry Passage SpeechEntry"),
            ("searcher.explanation", "Clause ClauseKind Conflict Counted Everywhere Explanation"),
            ("searcher.explanation", "NoMatchReason NoSuchChapter NoSuchDate NoSuchPattern"),
            ("searcher.explanation", "NoSuchString NoSuchValue Route RouteKind TooFarApart"),
            ("searcher.filters", "Filters"),
            ("searcher.language.escaping", "escape"),
            ("searcher.repetition.results", "FirstUse Member Repetition Repetitions SharedRun"),
            ("searcher.repetition.results", "Similar Stretch Variant"),
            ("searcher.results", "Hit Match Results Snippet Span Suggestion"),
            ("searcher.searcher", "Searcher open_index"),
            ("searcher.sorting", "Sort"),
            ("searcher.tracing.article", "Article ArticleParagraph"),
            ("searcher.tracing.reading", "read_article"),
            ("searcher.tracing.results", "Attribution Edit EditKind NotFound Quotation Source"),
            ("searcher.tracing.results", "Trace Verdict"),
            ("searcher.within", "Within"),
        )
        for name in names.split()
    }
    """Every public name, and the module that it is imported from when it is asked for: numpy and
    the index's reader are loaded only when an index is opened."""

    __all__ = sorted(_HOMES)  # noqa: PLE0605 (it is a list)

    def __dir__():
        return __all__

    def __getattr__(name):
        if name in _HOMES:
            from importlib import import_module  # noqa: PLC0415

            return getattr(import_module(_HOMES[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
