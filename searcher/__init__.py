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
    from indexer.text.span import Span as Span
    from searcher.answers.first import FirstUse as FirstUse
    from searcher.answers.results import HeadingMatch as HeadingMatch
    from searcher.answers.results import Hit as Hit
    from searcher.answers.results import Match as Match
    from searcher.answers.results import Results as Results
    from searcher.answers.results import Snippet as Snippet
    from searcher.answers.results import Suggestion as Suggestion
    from searcher.articles.article import Article as Article
    from searcher.articles.article import ArticleParagraph as ArticleParagraph
    from searcher.articles.article import Attribution as Attribution
    from searcher.browse.contents import ChapterEntry as ChapterEntry
    from searcher.browse.contents import Passage as Passage
    from searcher.browse.contents import SpeakerEntry as SpeakerEntry
    from searcher.browse.contents import SpeechEntry as SpeechEntry
    from searcher.browse.headings import HeadingKind as HeadingKind
    from searcher.citing.reference import Citation as Citation
    from searcher.citing.reference import Publication as Publication
    from searcher.citing.reference import PublicationKind as PublicationKind
    from searcher.citing.reference import Reference as Reference
    from searcher.citing.styles import Style as Style
    from searcher.claims.reading import read_article as read_article
    from searcher.explain.explanation import Clause as Clause
    from searcher.explain.explanation import ClauseKind as ClauseKind
    from searcher.explain.explanation import Conflict as Conflict
    from searcher.explain.explanation import Counted as Counted
    from searcher.explain.explanation import Everywhere as Everywhere
    from searcher.explain.explanation import Explanation as Explanation
    from searcher.explain.explanation import NoMatchReason as NoMatchReason
    from searcher.explain.explanation import NoSuchChapter as NoSuchChapter
    from searcher.explain.explanation import NoSuchDate as NoSuchDate
    from searcher.explain.explanation import NoSuchPattern as NoSuchPattern
    from searcher.explain.explanation import NoSuchString as NoSuchString
    from searcher.explain.explanation import NoSuchValue as NoSuchValue
    from searcher.explain.explanation import Route as Route
    from searcher.explain.explanation import RouteKind as RouteKind
    from searcher.explain.explanation import TooFarApart as TooFarApart
    from searcher.language.filters import Filters as Filters
    from searcher.language.filters import Within as Within
    from searcher.language.query import escape as escape
    from searcher.ranking.sorting import Sort as Sort
    from searcher.repetition.results import Member as Member
    from searcher.repetition.results import Repetition as Repetition
    from searcher.repetition.results import Repetitions as Repetitions
    from searcher.repetition.results import SharedRun as SharedRun
    from searcher.repetition.results import Similar as Similar
    from searcher.repetition.results import Stretch as Stretch
    from searcher.repetition.results import Variant as Variant
    from searcher.searcher import Searcher as Searcher
    from searcher.searcher import open_index as open_index
    from searcher.textmatch.alignment import Edit as Edit
    from searcher.textmatch.alignment import EditKind as EditKind
    from searcher.tracing.results import NotFound as NotFound
    from searcher.tracing.results import Quotation as Quotation
    from searcher.tracing.results import Source as Source
    from searcher.tracing.results import Trace as Trace
    from searcher.tracing.results import Verdict as Verdict
else:
    _HOMES = {
        name: home
        for home, names in (
            ("searcher.citing.reference", "Citation Publication PublicationKind Reference"),
            ("searcher.citing.styles", "Style"),
            ("searcher.browse.contents", "ChapterEntry Passage SpeakerEntry SpeechEntry"),
            ("searcher.browse.headings", "HeadingKind"),
            ("searcher.explain.explanation", "Clause ClauseKind Conflict Counted Everywhere"),
            ("searcher.explain.explanation", "Explanation NoMatchReason NoSuchChapter"),
            ("searcher.explain.explanation", "NoSuchDate NoSuchPattern NoSuchString NoSuchValue"),
            ("searcher.explain.explanation", "Route RouteKind TooFarApart"),
            ("searcher.language.filters", "Filters Within"),
            ("searcher.language.query", "escape"),
            ("searcher.repetition.results", "Member Repetition Repetitions SharedRun"),
            ("searcher.repetition.results", "Similar Stretch Variant"),
            ("searcher.answers.first", "FirstUse"),
            ("searcher.answers.results", "HeadingMatch Hit Match Results Snippet Suggestion"),
            ("indexer.text.span", "Span"),
            ("searcher.searcher", "Searcher open_index"),
            ("searcher.ranking.sorting", "Sort"),
            ("searcher.articles.article", "Article ArticleParagraph Attribution"),
            ("searcher.claims.reading", "read_article"),
            ("searcher.tracing.results", "NotFound Quotation Source Trace Verdict"),
            ("searcher.textmatch.alignment", "Edit EditKind"),
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
