"""`lunshu status`: what an index holds, and whether its source files have changed since."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from indexer.errors import OptionError, SeedsError
from searcher.cli import options
from searcher.cli.exit_codes import FOUND
from searcher.cli.streams import print_lines

if TYPE_CHECKING:
    from indexer.catalogue import Catalogue
    from indexer.manifest import Manifest
    from searcher.render.status import Status


@click.command(
    "status",
    short_help="Show the state of the index.",
    help="""Show what the index holds, what built it and when, which source files could not be
read, and which have changed since.

Source files are compared by size and time of modification; their content is not read.

\b
Example:
  lunshu status
""",
)
@options.format_option("json")
@options.color_option
@options.index_option
def command(output: str, color: str, index: Path) -> int:
    """Show the state of one index."""
    from indexer.made import read_made  # noqa: PLC0415
    from searcher.render.status import Status  # noqa: PLC0415

    made = read_made(index)
    folder = os.fsencode(index).decode("utf-8", "replace")
    changed = _changed(made.manifest, made.catalogue)
    print_lines(_lines(Status(folder, made.manifest, made.catalogue, changed), output, color))
    return FOUND


def _changed(manifest: Manifest, catalogue: Catalogue) -> tuple[str, ...] | None:
    """The source files that have changed, None where there are none to compare with.

    The list of words that are kept whole is one of them.
    """
    from indexer.changes import changed_sources  # noqa: PLC0415
    from indexer.term_list import NAME, read_terms  # noqa: PLC0415

    seeds = Path(manifest.seeds)
    try:
        changed = changed_sources(catalogue, seeds)
        return changed if read_terms(seeds).identity == manifest.terms else (*changed, NAME)
    except SeedsError:
        return None
    except OptionError:  # the list cannot be read, which `lunshu index` will say
        return (*changed, NAME)


def _lines(status: Status, output: str, color: str) -> Iterator[str]:
    if output == "json":
        from searcher.render.records import json_text, status_record  # noqa: PLC0415

        return iter([json_text(status_record(status))])
    from searcher.cli.terminal import find_page  # noqa: PLC0415
    from searcher.render.status import status_lines  # noqa: PLC0415

    return status_lines(status, find_page(color))
