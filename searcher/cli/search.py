"""`lunshu search`: paragraphs that satisfy a query, then those that resemble it."""

from __future__ import annotations

from collections.abc import Iterator
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
    from searcher import Searcher
    from searcher.results import Results


@click.command(
    "search",
    cls=QueryCommand,
    short_help="Find paragraphs.",
    help="""Find every paragraph that satisfies QUERY, best first, then related ones, so marked.

\b
  核心技术                     that string
  '核心技术 突破'              both; also A OR B, NOT A, brackets
  '"没有网络安全"'             exactly that and nothing related
  '网络*安全' '习?平'          up to 20 characters, one character
  '核心技术 NEAR/20 突破'      at most 20 characters apart; BEFORE/20: in this order
  '/没有.{2,8}就没有/'         a regular expression
  '讲话：座谈会 日期：2016'    fields: 讲话 章 文 来源 类 题 节 日期

The query is one argument: put quotes around one that holds a blank or a mark.

\b
Example:
  lunshu search '核心技术 突破' --chapter 七 --since 2016-04
""",
)
@click.argument("query", type=options.text)
@click.option(
    "--limit",
    type=options.count,
    metavar="NUMBER",
    default=10,
    show_default=True,
    help="At most so many hits; 0 for every exact one and nothing related.",
)
@click.option(
    "--offset",
    type=options.count,
    metavar="NUMBER",
    default=0,
    help="Leave out so many hits.",
)
@click.option("--exact", is_flag=True, help="Nothing related.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "date", "-date", "position"]),
    default="relevance",
    show_default=True,
    help="The order of the hits.",
)
@options.filter_options
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(
    *,
    query: str,
    limit: int,
    offset: int,
    output: str,
    color: str,
    quiet: bool,
    index: Path,
    **narrowing: Any,
) -> int:
    """Answer one query."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        results = searcher.search(query, limit=limit or None, offset=offset, **narrowing)
        beyond = bool(offset and limit and not results.hits)
        related = _count_related(searcher, results, narrowing) if beyond else 0
        print_lines(_lines(searcher, results, output, color))
        if not quiet:
            for text in _notes(results, related, index):
                note(text)
            warn_if_stale(searcher, index)
    return FOUND if results.hits else NOTHING_FOUND


def _count_related(searcher: Searcher, results: Results, narrowing: dict[str, Any]) -> int:
    """How many related hits follow the exact ones of an answer."""
    from searcher.related import MOST  # noqa: PLC0415

    return searcher.search(results.query, limit=MOST, offset=results.total, **narrowing).related


def _lines(searcher: Searcher, results: Results, output: str, color: str) -> Iterator[str]:
    if output == "text":
        from searcher.cli.terminal import find_page  # noqa: PLC0415
        from searcher.render.hits import result_lines  # noqa: PLC0415
        from searcher.render.short_ids import short_docs  # noqa: PLC0415

        docs = short_docs(searcher.document_ids(), {hit.doc for hit in results.hits})
        return result_lines(results, find_page(color), docs)
    from searcher.render.records import hit_record, json_text, results_record  # noqa: PLC0415

    if output == "json":
        return iter([json_text(results_record(results))])
    return (json_text(hit_record(hit)) for hit in results.hits)


def _notes(results: Results, related: int, index: Path) -> Iterator[str]:
    """What is said beside the hits.

    Args:
        results: the answer.
        related: how many related hits precede the offset, where it lies behind all hits.
        index: the folder of the index, which is asked again.
    """
    from searcher.render.messages import no_hits_text, suggestion_text  # noqa: PLC0415

    if not results.hits:
        yield no_hits_text(results.total, related)
    for suggestion in results.suggestions:
        from shlex import quote  # noqa: PLC0415 (only here)

        command_line = f"{options.search_command(index)} {quote(suggestion.query)}"
        yield suggestion_text(suggestion, command_line)
