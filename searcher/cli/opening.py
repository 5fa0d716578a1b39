"""Opening the index that a command asks, after building it where that is clearly what is wanted.

That is `./index` where nobody named an index: a path that somebody wrote may be mistyped, and is
never built unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from indexer.commits.generations import has_manifests
from indexer.errors import IndexMissingError
from indexer.memory import NUMPY, require_memory
from indexer.wording import say
from searcher.cli.options import DEFAULT_SEEDS, is_named
from searcher.cli.streams import note

if TYPE_CHECKING:
    from indexer.model.catalogue import Catalogue
    from searcher import Searcher

Found = TypeVar("Found")


@contextmanager
def open_or_build(index: Path, *, quiet: bool) -> Iterator[Searcher]:
    """Open the index in the folder `index`.

    Where there is no index yet, nobody named one, and `./seeds` is there, it is built first. A file
    that cannot be read is reported; the others answer.

    Raises:
        IndexMissingError: there is no index and nothing to build it from.
    """
    require_memory(NUMPY)
    from searcher import open_index  # noqa: PLC0415 (numpy: only where an index is opened)

    with _found_or_built(open_index, index, quiet=quiet) as searcher:
        yield searcher


def catalogue_or_build(index: Path, *, quiet: bool) -> Catalogue:
    """What the index in the folder `index` was made from; it is built as by `open_or_build`."""
    from indexer.commits.catalogues import read_made  # noqa: PLC0415

    return _found_or_built(read_made, index, quiet=quiet).catalogue


def _found_or_built(find: Callable[[Path], Found], index: Path, *, quiet: bool) -> Found:
    try:
        return find(index)
    except IndexMissingError:
        if is_named() or not DEFAULT_SEEDS.is_dir():
            raise
        # What is left of an index may be another collection's, which is not to be replaced.
        if index.is_dir() and has_manifests(index):
            raise
    _build(index, quiet=quiet)
    return find(index)


def _build(index: Path, *, quiet: bool) -> None:
    from indexer import update_index  # noqa: PLC0415 (jieba and whoosh: only where one is built)
    from searcher.cli.interrupting import tidying  # noqa: PLC0415
    from searcher.cli.progress import progress_line  # noqa: PLC0415

    title = say("progress.building", index=index, seeds=DEFAULT_SEEDS)
    with tidying(), progress_line(title, quiet=quiet) as listener:
        report = update_index(DEFAULT_SEEDS, index, progress=listener)
    for failure in report.failed:
        note(say("sources.at", place=failure.path, reason=failure.reason))
