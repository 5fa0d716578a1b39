"""lunshu's read side: from a query to ranked, highlighted, attributed paragraphs.

    >>> from searcher import open_index
    >>> with open_index("index") as searcher:                    # doctest: +SKIP
    ...     for hit in searcher.search("核心技术").hits:
    ...         print(hit.id, hit.date, hit.speech, hit.snippet.text)

It reads an index that `indexer` built, and imports of `indexer` only the contract.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from searcher.language.escaping import escape

if TYPE_CHECKING:
    from searcher.results import (
        ChapterEntry,
        Hit,
        Passage,
        Results,
        Snippet,
        SpeechEntry,
        Suggestion,
    )
    from searcher.searcher import Searcher, open_index

__all__ = [
    "ChapterEntry",
    "Hit",
    "Passage",
    "Results",
    "Searcher",
    "Snippet",
    "SpeechEntry",
    "Suggestion",
    "escape",
    "open_index",
]


def __getattr__(name: str) -> Any:
    """Import numpy and the index's reader only when an index is opened."""
    if name in __all__:
        from importlib import import_module  # noqa: PLC0415

        home = "searcher.searcher" if name in ("Searcher", "open_index") else "searcher.results"
        return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
