"""The index that a command asks, and the folder that an index is made from.

An index is built before it is opened where that is clearly what is wanted: `./index` where nobody
named an index. A path that somebody wrote may be mistyped, and is never built unasked; what the
user may have meant then are the indexes nearby.

`lunshu index` without a folder indexes the one that the index was made from. An index can be a
stranger's, and so can the folder that it names. It is used where it lies below the working folder
or beside the index, which the path alone decides, or where the user says yes at the terminal.
Before that nothing at all is looked at where it leads.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from indexer.commits.catalogues import read_built
from indexer.commits.faults import recorded_seeds
from indexer.commits.generations import has_manifests, is_manifest_name
from indexer.commits.manifest import read_manifest
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    LunshuError,
    OptionError,
    SeedsError,
)
from indexer.memory import NUMPY, require_memory
from indexer.model.build_options import DEFAULT_OPTIONS
from indexer.wording import say
from searcher.cli.options import DEFAULT_SEEDS, is_named
from searcher.cli.process import Tidying
from searcher.cli.streams import note, progress_line
from searcher.render.typeset.characters import visible

if TYPE_CHECKING:
    from indexer.model.build_options import BuildOptions
    from indexer.model.catalogue import Catalogue
    from searcher import Searcher

Found = TypeVar("Found")

_MOST_SHOWN = 5
_MOST_FOLDERS = 200
"""How many entries of a folder are looked at, and how many of each of its folders."""

_YES = frozenset({"y", "yes", "是"})


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
    return _found_or_built(read_built, index, quiet=quiet).catalogue


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
    from indexer import update_index  # noqa: PLC0415 (only where one is built)

    title = say("progress.building", index=index, seeds=DEFAULT_SEEDS)
    with Tidying(), progress_line(title, quiet=quiet) as listener:
        report = update_index(DEFAULT_SEEDS, index, progress=listener)
    if report.failed:
        from searcher.render.text.faults import fault_lines, status_command  # noqa: PLC0415 (rarely)

        for line in fault_lines(report.failed, status_command(str(index))):
            note(line)


def find_indexes(wanted: Path) -> list[str]:
    """The folders with an index beside `wanted`, in it and in the working folder, as a user names
    them.

    They are sorted, and no more than a few. Not much is looked at, however much the folders
    contain; what cannot be looked at has none.
    """
    here = Path()
    parents = [wanted.parent, wanted] if os.path.isdir(wanted) else [wanted.parent]
    if not any(_is_same(parent, here) for parent in parents):
        parents.append(here)
    found = {
        str(folder): None
        for parent in parents
        for folder in (parent, *_folders_in(parent))
        if folder != here and _has_manifest(folder) and not _is_same(folder, wanted)
    }
    return sorted(found)[:_MOST_SHOWN]


def _folders_in(parent: Path) -> Iterator[Path]:
    try:
        with os.scandir(parent) as entries:
            for entry in islice(entries, _MOST_FOLDERS):
                if not entry.name.startswith(".") and entry.is_dir():
                    yield parent / entry.name
    except OSError:
        return


def _has_manifest(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(is_manifest_name(entry.name) for entry in islice(entries, _MOST_FOLDERS))
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


class RecordedSource(NamedTuple):
    """What to make an index from.

    Attributes:
        seeds: the folder.
        options: those used where no others are given.
    """

    seeds: Path
    options: BuildOptions


def find_source(index: Path) -> RecordedSource:
    """What the index in the folder `index` was made from; `./seeds` where there is no index yet.

    Raises:
        OptionError: the folder that it was made from cannot be used unasked.
        SeedsError: it is gone.
        IndexCorruptError: the index does not say what it was made from, and there is no `./seeds`.
        IndexVersionError: as the last.
    """
    recorded, options = _look_up(index)
    if recorded is None:
        return RecordedSource(DEFAULT_SEEDS, options)
    folder = Path(os.path.normpath(recorded))
    facts = {"index": str(index), "quoted": quote(str(index)), "folder": visible(str(folder))}
    if DEFAULT_SEEDS.is_dir():
        if DEFAULT_SEEDS.resolve() != folder:
            raise OptionError(say("index.two_folders", **facts, seeds=DEFAULT_SEEDS))
        return RecordedSource(DEFAULT_SEEDS, options)
    if not _is_near(folder, index):
        if not _is_confirmed(say("index.confirm_folder", **facts)):
            raise OptionError(say("index.far_folder", **facts))
    elif not folder.is_dir():
        raise SeedsError(say("index.folder_gone", **facts), path=str(folder))
    elif not _is_near(folder.resolve(), index):  # by a link, which was none when it was recorded
        raise OptionError(say("index.far_folder", **facts))
    here = Path.cwd()
    return RecordedSource(
        folder.relative_to(here) if folder.is_relative_to(here) else folder, options
    )


def options_below(index: Path, file: Path) -> BuildOptions:
    """The options with which the index in the folder `index` reads `file`: those that it was made
    with where the file lies below its source files, else the usual ones. There need be no index.
    """
    try:
        manifest = read_manifest(index)
        path = os.path.realpath(file)
        if Path(path).is_relative_to(os.path.realpath(manifest.seeds)):
            return manifest.recipe.options
    except (LunshuError, OSError, ValueError):  # a name that no file can have; another version
        pass
    return DEFAULT_OPTIONS


def _look_up(index: Path) -> tuple[str | None, BuildOptions]:
    """The folder that an index was made from, as far as it says so, and the options."""
    # Only for `lunshu index`.
    try:
        manifest = read_manifest(index)
    except IndexMissingError:
        return None, DEFAULT_OPTIONS
    except (IndexVersionError, IndexCorruptError):  # it is built anew, from the same folder
        recorded = recorded_seeds(index)
        if recorded is None and not DEFAULT_SEEDS.is_dir():
            raise
        return recorded, DEFAULT_OPTIONS
    except IndexStoreError:
        return None, DEFAULT_OPTIONS  # whoever writes it says what is wrong
    return manifest.seeds, manifest.recipe.options


def _is_near(folder: Path, index: Path) -> bool:
    """Whether a folder lies below the working folder, or beside the index.

    Below the root lies everything, so that says nothing.
    """
    here = Path.cwd()
    is_below = folder.is_relative_to(here) and here.parent != here
    return is_below or folder.parent == index.resolve().parent


def _is_confirmed(question: str) -> bool:
    """Whether the user says yes at the terminal; not where there is none."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"lunshu: {visible(question)} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES
