"""`lunshu similar`: the passages that share long runs with one passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND, NOTHING_FOUND
from searcher.cli.help_option import help_option
from searcher.cli.staleness import warn_if_stale
from searcher.cli.streams import note, print_lines

if TYPE_CHECKING:
    from searcher.repetition.results import Similar


@click.command(
    "similar",
    short_help="Find variants of a passage.",
    help="""Find the passages that share long runs of letters with the passage ID: variants of one
sentence, said at different dates. For each what differs, and which of all came first.

ID is what `lunshu search` prints. Punctuation marks and blanks are no letters. If one passage is
similar to another, so is that one to it.

\b
Example:
  lunshu similar '002#174'

Exit code: 0 when anything is similar, 1 when nothing is, 2 after an error.
""",
)
@click.argument("id_", metavar="ID", type=options.text)
@click.option(
    "--min-length",
    type=options.positive,
    metavar="LETTERS",
    help="Shortest run that counts, at least 6 (default: 13).",
)
@click.option(
    "--limit",
    type=options.count,
    metavar="NUMBER",
    default=10,
    show_default=True,
    help="At most so many passages; 0 for all.",
)
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(
    *,
    id_: str,
    min_length: int | None,
    limit: int,
    output: str,
    color: str,
    quiet: bool,
    index: Path,
) -> int:
    """Find what is similar to one passage."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        similar = searcher.similar(id_, min_length=min_length, limit=limit or None)
        print_lines(_lines(similar, output, color, searcher.document_ids()))
        if not quiet:
            if not similar.total:
                note(f"没有相同的长句（{similar.min_length} 字以上）")
            warn_if_stale(searcher, index)
    return FOUND if similar.total else NOTHING_FOUND


def _lines(similar: Similar, output: str, color: str, docs: Sequence[str]) -> Iterator[str]:
    if output == "text":
        from searcher.cli.terminal import find_page  # noqa: PLC0415
        from searcher.render.short_ids import short_docs  # noqa: PLC0415
        from searcher.render.similar_text import similar_lines  # noqa: PLC0415

        return similar_lines(similar, find_page(color), short_docs(docs))
    from searcher.render.records import json_text  # noqa: PLC0415
    from searcher.render.repetition_records import (  # noqa: PLC0415
        similar_record,
        variant_record,
    )

    if output == "json":
        return iter([json_text(similar_record(similar))])
    return (json_text(variant_record(variant)) for variant in similar)
