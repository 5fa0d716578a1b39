"""Results in a file, `-o FILE`: in the format of its name, and the whole of them or nothing.

They are written beside FILE under another name, synced, and renamed. A file that is there already
is only replaced where the user says so, and nothing but a plain file ever is. What the results are
made from is never written to: neither the index, nor the folder of its source files, nor a file
that is looked at.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import click
from click.core import ParameterSource

from indexer.errors import OptionError
from indexer.wording import listed, say
from searcher.render.formats import FORMATS, OutputFormat

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""What a file system answers that has no hard links."""


def format_of_file(
    path: Path, asked: OutputFormat, offered: Sequence[OutputFormat]
) -> OutputFormat:
    """The format in which the command that runs writes to `path`.

    Args:
        path: the file.
        asked: the format that `--format` names, or its default.
        offered: the formats that the command has.

    Raises:
        click.UsageError: the two do not agree, or there is no such format for this command.
    """
    if str(path) == "-":
        raise click.UsageError(say("output.dash"))
    found = _of_suffix(path.suffix, offered) or _of_suffix(path.suffix, FORMATS)
    suffixes = listed(suffix for row in offered for suffix in row.suffixes)
    if found is not None and found not in offered:
        raise click.UsageError(
            say("output.not_offered", format=found.name, path=path, suffixes=suffixes)
        )
    if click.get_current_context().get_parameter_source("output") is ParameterSource.DEFAULT:
        if found is None:
            raise click.UsageError(say("output.unknown_suffix", path=path, suffixes=suffixes))
        return found
    if found is not None and found is not asked:
        raise click.UsageError(
            say("output.contradiction", path=path, format=found.name, asked=asked.name)
        )
    return asked


def _of_suffix(suffix: str, rows: Sequence[OutputFormat]) -> OutputFormat | None:
    """The format of files whose names end in `suffix`, which includes the dot."""
    return next((row for row in rows if suffix.lower() in row.suffixes), None)


def check_target(path: Path, *, force: bool) -> None:
    """Raise what would keep results from being written to `path`, before they are looked for.

    Raises:
        OptionError: its folder is missing, it is no plain file, or it exists and `force` is unset.
        OSError: the folder may not be looked at or written to.
    """
    folder = path.parent
    if not folder.is_dir():
        raise OptionError(say("output.no_folder", path=path, folder=folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OptionError(say("output.folder_read_only", path=path, folder=folder))
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise OptionError(say("output.symbolic_link", path=path))
    if stat.S_ISDIR(mode):
        raise OptionError(say("output.is_folder", path=path))
    if not stat.S_ISREG(mode):
        raise OptionError(say("output.no_plain_file", path=path))
    if not force:
        raise _exists(path)


def keep_apart(path: Path, *, index: Path, seeds: Path, read: Path | None) -> None:
    """Raise it if results in `path` would change what results are made from.

    Args:
        path: the file that is to be written; its folder exists.
        index: the folder of the index.
        seeds: the folder of the source files, where every file counts as one.
        read: a file that the results are about.

    Raises:
        OptionError: it is that file, or lies in one of the folders.
    """
    place = path.parent.resolve() / path.name
    for folder, key in ((index, "output.in_index"), (seeds, "output.in_seeds")):
        if place.is_relative_to(folder.resolve()):
            raise OptionError(say(key, path=path, folder=folder))
    if read is not None and path.exists() and read.exists() and path.samefile(read):
        raise OptionError(say("output.is_read", path=path))


def write_file(path: Path, content: Iterable[str | bytes], *, force: bool) -> None:
    """Write `content`, texts in UTF-8, to `path`.

    Raises:
        OptionError: as `check_target`; it is looked at again when all is written.
        OSError: it cannot be written; nothing is left of it then.
    """
    beside = path.with_name(f".lunshu-{secrets.token_hex(8)}.tmp")
    try:
        with open(beside, "xb") as file:
            for part in content:
                file.write(part if isinstance(part, bytes) else _encoded(part))
            file.flush()
            os.fsync(file.fileno())
        check_target(path, force=force)
        _publish(beside, path, force=force)
    except OSError as exc:
        raise OSError(exc.errno, exc.strerror, str(path)) from exc
    finally:
        with suppress(OSError):  # it has its other name now, or never came to be
            beside.unlink()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # as what is written to stdout


def _publish(beside: Path, path: Path, *, force: bool) -> None:
    if force:
        os.replace(beside, path)
    else:
        try:
            os.link(beside, path)  # unlike a rename it never replaces what has just come to be
        except FileExistsError:
            raise _exists(path) from None
        except OSError as exc:
            if exc.errno not in _NO_LINKS:
                raise
            os.replace(beside, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _exists(path: Path) -> OptionError:
    return OptionError(say("output.exists", path=path))
