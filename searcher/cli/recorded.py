"""The folder that `lunshu index` indexes where none is named: the one the index was made from.

An index can be a stranger's, and so can the folder that it names. It is used where it lies below
the working folder or beside the index, which is told by the path alone, or where the user says yes
at the terminal. Before that nothing at all is looked at where it leads.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from indexer.commits.faults import recorded_seeds
from indexer.commits.manifest import read_manifest
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    OptionError,
    SeedsError,
)
from indexer.model.build_options import DEFAULT_OPTIONS, BuildOptions
from indexer.wording import say
from searcher.cli.options import DEFAULT_SEEDS
from searcher.render.typeset.characters import visible

_YES = frozenset({"y", "yes", "是"})


class RecordedSource(NamedTuple):
    """What to make an index from.

    Attributes:
        seeds: the folder.
        options: those that hold where no others are given.
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


def _look_up(index: Path) -> tuple[str | None, BuildOptions]:
    """The folder that an index was made from, as far as it says so, and the options."""
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
