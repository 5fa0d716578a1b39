"""`lunshu list`: the documents, chapters or speeches of an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND, NOTHING_FOUND
from searcher.cli.help_option import help_option
from searcher.cli.streams import note, print_lines

if TYPE_CHECKING:
    from indexer.catalogue import DocumentEntry


_NOTHING = {"documents": "没有文档", "chapters": "没有章", "speeches": "没有讲话"}


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
@click.argument("what", type=click.Choice(list(_NOTHING)))
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(what: str, output: str, color: str, quiet: bool, index: Path) -> int:
    """List one kind of thing."""
    from searcher.cli.opening import catalogue_or_build, open_or_build  # noqa: PLC0415

    entries: Sequence[Any]
    if what == "documents":
        entries = documents = catalogue_or_build(index, quiet=quiet).documents
    else:
        with open_or_build(index, quiet=quiet) as searcher:
            documents = searcher.documents()
            entries = searcher.chapters() if what == "chapters" else searcher.speeches()
    if output == "text":
        print_lines(_text_lines(what, entries, documents, color))
    else:
        print_lines(_json_lines(what, entries, output))
    if not entries and not quiet:
        note(_NOTHING[what])
    return FOUND if entries else NOTHING_FOUND


def _text_lines(
    what: str, entries: Sequence[Any], documents: Sequence[DocumentEntry], color: str
) -> Iterator[str]:
    from searcher.cli.terminal import find_page  # noqa: PLC0415
    from searcher.render import catalogues  # noqa: PLC0415
    from searcher.render.short_ids import short_docs  # noqa: PLC0415

    page = find_page(color)
    if what == "speeches":
        return catalogues.speech_lines(entries, page)
    lines = catalogues.document_lines if what == "documents" else catalogues.chapter_lines
    return lines(entries, page, short_docs(entry.doc for entry in documents))


def _json_lines(what: str, entries: Sequence[Any], output: str) -> Iterator[str]:
    from searcher.render.records import json_text, speech_record  # noqa: PLC0415

    records = list(map(speech_record, entries)) if what == "speeches" else entries
    return iter([json_text(records)]) if output == "json" else map(json_text, records)
