"""The errors of an index that is missing, damaged, of another format, or cannot be read or written.

Each says what is wrong and which command mends it, with the folder of sources that the manifest
names.
"""

from __future__ import annotations

import errno
from pathlib import Path
from shlex import quote

from indexer.commits.generations import manifest_name, newest_generation
from indexer.commits.json_files import parse_json
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
)
from indexer.segments.index_files import MOST_MANIFEST, read_index_file
from indexer.wording import say
from indexer.wording.said import refusal

_REMEDIES = {
    errno.ENOSPC: "index.free_space",
    errno.EDQUOT: "index.free_space",
    errno.EIO: "index.look_after_disk",
    errno.EMFILE: "index.close_files",
}
"""What to do about errors that another folder would not help against, by number."""


def missing_index(index: Path) -> IndexMissingError:
    """The error for a folder without an index."""
    message = say("index.missing", index=index, quoted=quote(str(index)))
    return IndexMissingError(message, path=str(index))


def other_format(index: Path, version: object, known: int) -> IndexVersionError:
    """The error for an index in a format that is not the `known` one."""
    fault = say("index.other_format", index=index, version=version, known=known)
    message = say("index.rebuild", fault=fault, quoted=quote(str(index)))
    return IndexVersionError(message, path=str(index), fault=fault)


def unreadable_index(index: Path, exc: OSError) -> IndexStoreError:
    """The error for an index that the operating system does not let us read."""
    message = say("index.unreadable", path=exc.filename or index, reason=refusal(exc))
    return IndexStoreError(message, path=str(index))


def unwritable_index(index: Path, exc: OSError) -> IndexStoreError:
    """The error for an index folder that the operating system does not let us write."""
    remedy = say(_REMEDIES.get(exc.errno or 0, "index.give_folder"))
    message = say("index.unwritable", index=index, reason=refusal(exc), remedy=remedy)
    return IndexStoreError(message, path=str(index))


def corrupt_index(index: Path, reason: str) -> IndexCorruptError:
    """The error for an index whose files do not fit together."""
    fault = say("index.damaged", index=index, reason=reason)
    message = say("index.rebuild_full", fault=fault, command=_rebuild_command(index))
    return IndexCorruptError(message, path=str(index), fault=fault)


def changed_index(index: Path, name: str) -> IndexCorruptError:
    """The error for an index one of whose files was written to while it was open."""
    command = _rebuild_command(index)
    return IndexCorruptError(
        say("index.changed", index=str(index), file=name, command=command), path=str(index)
    )


def recorded_seeds(index: Path) -> str | None:
    """The seeds folder that the newest manifest names, even where nothing else of it can be read.

    Returns:
        Its path; None where the manifest names none.
    """
    try:
        name = manifest_name(newest_generation(index) or 0)
        seeds = parse_json(read_index_file(index / name, MOST_MANIFEST))["seeds"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return seeds if isinstance(seeds, str) and "\0" not in seeds else None


def _rebuild_command(index: Path) -> str:
    return f"lunshu index --full {_seeds_of(index)} --index {quote(str(index))}"


def _seeds_of(index: Path) -> str:
    """The seeds folder that the newest manifest names, quoted for a command; or a word for it."""
    seeds = recorded_seeds(index)
    return quote(seeds) if seeds and seeds.isprintable() else say("index.seeds")
