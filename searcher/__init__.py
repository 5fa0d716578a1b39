"""lunshu's read side: from a query to ranked, highlighted, attributed paragraphs.

    >>> from searcher import open_index
    >>> with open_index("index") as searcher:                    # doctest: +SKIP
    ...     for hit in searcher.search("核心技术").hits:
    ...         print(hit.id, hit.date, hit.speech, hit.snippet.text)

It reads an index that `indexer` built, and imports of `indexer` only the contract.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which takes milliseconds to load
if TYPE_CHECKING:
    from typing import Any

    from searcher.citing import Citation, Reference
    from searcher.contents import ChapterEntry, Passage, SpeechEntry
    from searcher.explanation import Explanation
    from searcher.filters import Filters
    from searcher.language.escaping import escape
    from searcher.repetition.results import FirstUse, Repetitions, Similar
    from searcher.results import Hit, Results, Snippet, Suggestion
    from searcher.searcher import Searcher, open_index
    from searcher.tracing.results import Trace

__all__ = [
    "ChapterEntry",
    "Citation",
    "Explanation",
    "Filters",
    "FirstUse",
    "Hit",
    "Passage",
    "Reference",
    "Repetitions",
    "Results",
    "Searcher",
    "Similar",
    "Snippet",
    "SpeechEntry",
    "Suggestion",
    "Trace",
    "escape",
    "open_index",
]


_HOMES = {
    "ChapterEntry": "searcher.contents",
    "Citation": "searcher.citing",
    "Explanation": "searcher.explanation",
    "Filters": "searcher.filters",
    "FirstUse": "searcher.repetition.results",
    "Passage": "searcher.contents",
    "Reference": "searcher.citing",
    "Repetitions": "searcher.repetition.results",
    "Searcher": "searcher.searcher",
    "Similar": "searcher.repetition.results",
    "SpeechEntry": "searcher.contents",
    "Trace": "searcher.tracing.results",
    "escape": "searcher.language.escaping",
    "open_index": "searcher.searcher",
}
"""Where a public name lives that does not live in `searcher.results`."""


def __getattr__(name: str) -> Any:
    """Import numpy and the index's reader only when an index is opened."""
    if name in __all__:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(_HOMES.get(name, "searcher.results")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
