"""`lunshu dupes`: what is repeated in the collection, and who said it first."""

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
    from searcher.repetition.results import Repetitions
    from searcher.within import Within


@click.command(
    "dupes",
    short_help="Find what is repeated.",
    help="""Find the stretches that stand in several passages, most repeated first: each with the
passages that hold it by date, and how these differ from the first.

Punctuation marks and blanks are no letters. A formula is a group of its own and does not join what
stands beside it.

\b
Example:
  lunshu dupes --min-length 20

Exit code: 0 when anything is repeated, 1 when nothing is, 2 after an error.
""",
)
@click.option(
    "--in",
    "within",
    type=click.Choice(["speech", "all"]),
    default="speech",
    show_default=True,
    help="Look in attributed words, or in articles, too.",
)
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
    help="At most so many groups; 0 for all.",
)
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(
    *,
    within: Within,
    min_length: int | None,
    limit: int,
    output: str,
    color: str,
    quiet: bool,
    index: Path,
) -> int:
    """Find what is repeated."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        repetitions = searcher.repetitions(
            min_length=min_length, within=within, limit=limit or None
        )
        print_lines(_lines(repetitions, output, color, searcher.document_ids()))
        if not quiet:
            if not repetitions.total:
                note(f"没有重复（{repetitions.min_length} 字以上）")
            warn_if_stale(searcher, index)
    return FOUND if repetitions.total else NOTHING_FOUND


def _lines(repetitions: Repetitions, output: str, color: str, docs: Sequence[str]) -> Iterator[str]:
    if output == "text":
        from searcher.cli.terminal import find_page  # noqa: PLC0415
        from searcher.render.dupes_text import repetition_lines  # noqa: PLC0415
        from searcher.render.short_ids import short_docs  # noqa: PLC0415

        return repetition_lines(repetitions, find_page(color), short_docs(docs))
    from searcher.render.records import json_text  # noqa: PLC0415
    from searcher.render.repetition_records import (  # noqa: PLC0415
        repetition_record,
        repetitions_record,
    )

    if output == "json":
        return iter([json_text(repetitions_record(repetitions))])
    return (json_text(repetition_record(group)) for group in repetitions)
