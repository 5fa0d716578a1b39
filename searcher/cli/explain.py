"""`lunshu explain`: what a query means, what each clause finds, and why it finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND, NOTHING_FOUND
from searcher.cli.help_option import help_option
from searcher.cli.query_command import QueryCommand
from searcher.cli.streams import print_lines

if TYPE_CHECKING:
    from searcher.explanation import Explanation


@click.command(
    "explain",
    cls=QueryCommand,
    short_help="Explain what a query finds and how.",
    help="""Explain QUERY: how it was understood, how many paragraphs each of its clauses finds by
itself and how they were found, how it was cut into words. If it finds nothing, why, what comes
nearest to it, and what to ask instead.

The query and the filters are those of `lunshu search`.

\b
Example:
  lunshu explain '讲话：贺信 人工智能 -大数据'

Exit code: 0 when paragraphs satisfy the query, 1 when none does, related ones aside; 2 after an
error.
""",
)
@click.argument("query", type=options.text)
@options.filter_options
@options.format_option("json")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(
    *, query: str, output: str, color: str, quiet: bool, index: Path, **filters: Any
) -> int:
    """Explain one query."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        explanation = searcher.explain(query, **filters)
    print_lines(_lines(explanation, output, color, options.search_command(index)))
    return FOUND if explanation.total else NOTHING_FOUND


def _lines(explanation: Explanation, output: str, color: str, search: str) -> Iterator[str]:
    if output == "json":
        from searcher.render.explanation_record import explanation_record  # noqa: PLC0415
        from searcher.render.records import json_text  # noqa: PLC0415

        return iter([json_text(explanation_record(explanation))])
    from searcher.cli.terminal import find_page  # noqa: PLC0415
    from searcher.render.explanation import explanation_lines  # noqa: PLC0415

    return explanation_lines(explanation, find_page(color), search)
