"""lunshu (论述): search for collections of Chinese speeches and documents.

    >>> import lunshu
    >>> with lunshu.open_index("index") as searcher:             # doctest: +SKIP
    ...     results = searcher.search('speech:座谈会 "核心技术"', limit=10)
    ...     results.total, results[0].speech

Everything that is public in `indexer`, which writes an index, and in `searcher`, which reads it:
functions, results and errors. Nothing is loaded before it is asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which takes milliseconds to load
if TYPE_CHECKING:
    from indexer import *  # noqa: F403 (all of it, indeed)
    from indexer import __version__ as __version__
    from searcher import *  # noqa: F403
else:
    import indexer as _indexer
    import searcher as _searcher

    __all__ = sorted({*_indexer.__all__, *_searcher.__all__})  # noqa: PLE0605 (it is a list)

    def __dir__():
        return __all__

    def __getattr__(name):
        for package in (_indexer, _searcher):
            if name in package.__all__:
                return getattr(package, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
