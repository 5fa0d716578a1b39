"""`lunshu first`: who said it first, and who after him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND, NOTHING_FOUND
from searcher.cli.help_option import help_option
from searcher.cli.query_command import QueryCommand
from searcher.cli.staleness import warn_if_stale
from searcher.cli.streams import note, print_lines

if TYPE_CHECKING:
    from searcher.repetition.results import FirstUse


@click.command(
    "first",
    cls=QueryCommand,
    short_help="Find the earliest passage that says it.",
    help="""Find the earliest dated passage that satisfies QUERY, and those that follow, by date.

A date of publication (发表) comes after what was said on that day; what has no date is left out.
The query and the filters are those of `lunshu search`; nothing related is shown.

\b
Example:
  lunshu first '网络强国 NEAR/20 核心技术' --role speech

Exit code: 0 when a dated passage was found, 1 when none was, 2 after an error.
""",
)
@click.argument("query", type=options.text)
@click.option(
    "--limit",
    type=options.count,
    metavar="NUMBER",
    default=10,
    show_default=True,
    help="At most so many passages, the first included; 0 for all.",
)
@options.filter_options
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(
    *, query: str, limit: int, output: str, color: str, quiet: bool, index: Path, **filters: Any
) -> int:
    """Find who said it first."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        first = searcher.first(query, limit=limit or None, **filters)
        print_lines(_lines(first, output, color, searcher.document_ids()))
        if not quiet:
            if not first.total:
                undated = f"没有找到有日期的段落，{first.undated} 段日期不详"
                note(undated if first.undated else "没有找到")
            warn_if_stale(searcher, index)
    return FOUND if first.total else NOTHING_FOUND


def _lines(first: FirstUse, output: str, color: str, docs: Sequence[str]) -> Iterator[str]:
    if output == "text":
        from searcher.cli.terminal import find_page  # noqa: PLC0415
        from searcher.render.first_text import first_use_lines  # noqa: PLC0415
        from searcher.render.short_ids import short_docs  # noqa: PLC0415

        shown = short_docs(docs, {hit.doc for hit in first.hits})
        return first_use_lines(first, find_page(color), shown)
    from searcher.render.records import hit_record, json_text  # noqa: PLC0415
    from searcher.render.repetition_records import first_use_record  # noqa: PLC0415

    if output == "json":
        return iter([json_text(first_use_record(first))])
    return (json_text(hit_record(hit)) for hit in first.hits)
