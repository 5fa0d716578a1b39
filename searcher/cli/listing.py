"""`lunshu list`: the documents, chapters or speeches of an index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND, NOTHING_FOUND
from searcher.cli.streams import print_lines

if TYPE_CHECKING:
    from searcher import Searcher
    from searcher.render.page import Page


@click.command(
    "list",
    short_help="List documents, chapters or speeches.",
    help="""List the documents, the chapters or the speeches that the index holds.

Speeches are told apart by title and date.

\b
Example:
  lunshu list chapters
""",
)
@click.argument("what", type=click.Choice(["documents", "chapters", "speeches"]))
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
def command(what: str, output: str, color: str, quiet: bool, index: Path) -> int:
    """List one kind of thing."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        if output == "text":
            from searcher.cli.terminal import find_page  # noqa: PLC0415

            lines = list(_text_lines(what, searcher, find_page(color)))
        else:
            lines = list(_json_lines(_records(what, searcher), output))
    print_lines(lines)
    return FOUND if lines and lines != ["[]"] else NOTHING_FOUND


def _text_lines(what: str, searcher: Searcher, page: Page) -> Iterator[str]:
    from searcher.render import catalogues  # noqa: PLC0415
    from searcher.render.short_ids import short_docs  # noqa: PLC0415

    documents = searcher.documents()
    short = short_docs(entry.doc for entry in documents)
    if what == "documents":
        return catalogues.document_lines(documents, page, short)
    if what == "chapters":
        return catalogues.chapter_lines(searcher.chapters(), page, short)
    return catalogues.speech_lines(searcher.speeches(), page)


def _records(what: str, searcher: Searcher) -> list[object]:
    from searcher.render.records import document_record  # noqa: PLC0415

    if what == "documents":
        return [document_record(entry) for entry in searcher.documents()]
    return list(searcher.chapters() if what == "chapters" else searcher.speeches())


def _json_lines(records: list[object], output: str) -> Iterator[str]:
    from searcher.render.records import json_text  # noqa: PLC0415

    return iter([json_text(records)]) if output == "json" else map(json_text, records)
