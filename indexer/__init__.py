"""lunshu's write side: from source documents to an index.

    >>> from indexer import update_index
    >>> report = update_index("seeds", "index")                  # doctest: +SKIP

It owns the contract that `searcher` reads by: document types, folding, manifest, records, errors.
Reading an index is the business of `searcher`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.errors import (
    IndexCorruptError,
    IndexLockedError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    LunshuError,
    OptionError,
    PassageIdError,
    QueryError,
    SearcherClosedError,
    SeedsError,
    SourceError,
)
from indexer.version import __version__

if TYPE_CHECKING:
    from indexer.build_options import BuildOptions
    from indexer.limits import Limits
    from indexer.pipeline import build_index, plan_update, update_index
    from indexer.report import Failure, IndexPlan, IndexReport, Progress, Reason

__all__ = [
    "BuildOptions",
    "Failure",
    "IndexCorruptError",
    "IndexLockedError",
    "IndexMissingError",
    "IndexPlan",
    "IndexReport",
    "IndexStoreError",
    "IndexVersionError",
    "Limits",
    "LunshuError",
    "OptionError",
    "PassageIdError",
    "Progress",
    "QueryError",
    "Reason",
    "SearcherClosedError",
    "SeedsError",
    "SourceError",
    "__version__",
    "build_index",
    "plan_update",
    "update_index",
]

_LAZY = {
    "BuildOptions": "indexer.build_options",
    "build_index": "indexer.pipeline",
    "plan_update": "indexer.pipeline",
    "update_index": "indexer.pipeline",
    "Failure": "indexer.report",
    "IndexPlan": "indexer.report",
    "Limits": "indexer.limits",
    "IndexReport": "indexer.report",
    "Progress": "indexer.report",
    "Reason": "indexer.report",
}


def __getattr__(name: str) -> Any:
    """Import what a search does not need only when it is asked for."""
    if name in _LAZY:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
