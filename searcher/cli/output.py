"""The format of a file that results are written to, by its name: `-o FILE`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from indexer.wording import listed, say
from searcher.render.formats import FORMATS, Format


def format_of_file(path: Path, asked: Format, offered: Sequence[Format]) -> Format:
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


def _of_suffix(suffix: str, rows: Sequence[Format]) -> Format | None:
    """The format of files whose names end in `suffix`, which includes the dot."""
    return next((row for row in rows if suffix.lower() in row.suffixes), None)
