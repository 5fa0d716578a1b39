"""`lunshu show`: one passage in full, with its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND
from searcher.cli.help_option import help_option
from searcher.cli.streams import print_lines

if TYPE_CHECKING:
    from searcher.contents import Passage


@click.command(
    "show",
    short_help="Show a passage in full.",
    help="""Show the passage ID in full: its speech, date, place and every paragraph.

ID is what `lunshu search` prints, or as much of the document's name as fits no other, then # and
the number of the passage. A paragraph that ID names, as 002#24.2 does, is marked.

\b
Example:
  lunshu show '002#12'
""",
)
@click.argument("id_", metavar="ID", type=options.text)
@options.format_option("json", "jsonl")
@options.color_option
@options.quiet_option
@options.index_option
@help_option
def command(id_: str, output: str, color: str, quiet: bool, index: Path) -> int:
    """Show one passage."""
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        passage = searcher.passage(id_)
        documents = searcher.documents()
    if output == "text":
        docs = [entry.doc for entry in documents]
        print_lines(_text_lines(passage, _named_paragraph(passage, id_), color, docs))
    else:
        print_lines(_json_lines(passage, output))
    return FOUND


def _named_paragraph(passage: Passage, id_: str) -> int | None:
    """The number of the paragraph of `passage` that `id_` names, None where it names them all."""
    from searcher.ids import parse_id  # noqa: PLC0415

    aliased = (hit.paragraph for hit in passage.paragraphs if hit.alias == id_)
    return next(aliased, None) or parse_id(id_).paragraph


def _text_lines(
    passage: Passage, named: int | None, color: str, docs: Sequence[str]
) -> Iterator[str]:
    from searcher.cli.terminal import find_page  # noqa: PLC0415
    from searcher.render.passage import passage_lines  # noqa: PLC0415
    from searcher.render.short_ids import short_docs  # noqa: PLC0415

    return passage_lines(passage, find_page(color), short_docs(docs), named)


def _json_lines(passage: Passage, output: str) -> Iterator[str]:
    from searcher.render.records import hit_record, json_text, passage_record  # noqa: PLC0415

    if output == "json":
        return iter([json_text(passage_record(passage))])
    return (json_text(hit_record(hit)) for hit in passage.paragraphs)
