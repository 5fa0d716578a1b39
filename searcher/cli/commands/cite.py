"""`lunshu cite`: references to passages, in the styles of scholars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from indexer.wording import say
from searcher.citing.styles import STYLES, style_of_suffix
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.parsing import argument, option
from searcher.render.text.citations import citation_lines, citation_records, citation_table

if TYPE_CHECKING:
    from pathlib import Path

    from searcher.citing.reference import Citation
    from searcher.citing.styles import Style
    from searcher.render.data.cells import Table
    from searcher.render.typeset.page import Page


@answering(
    "cite",
    text_suffixes=tuple(suffix for row in STYLES.values() for suffix in row.suffixes),
)
@argument("ids", metavar="ID...", type=options.text, nargs=-1, required=True)
@option(
    "--style",
    type=click.Choice(tuple(STYLES)),
    default="gbt7714",
    show_default=True,
    help="help.option_style",
)
@option(
    "--accessed",
    type=options.text,
    metavar="DATE",
    help="help.option_accessed",
)
def command(opened: Opened, *, ids: tuple[str, ...], style: Style, accessed: str | None) -> Answer:
    """Cite passages."""
    style = _style_of_file(style)
    found = [opened.searcher.cite(id_, style=style, accessed=accessed) for id_ in ids]
    citations = list({citation.id: citation for citation in found}.values())

    def page(_page: Page) -> Iterable[str]:
        return citation_lines(citations, style)

    def records() -> Sequence[object]:
        return citation_records(citations, style)

    def rows() -> Table:
        return citation_table(citations)

    return Answer(
        found=True,
        pages={"text": page},
        record=records,
        records=records,
        rows=rows,
        notes=lambda: _web_notes(citations),
    )


def _style_of_file(asked: Style) -> Style:
    """The style that is asked for, or the one that a file's name asks for: `.bib` is BibTeX.

    Raises:
        click.UsageError: the two do not agree.
    """
    context = click.get_current_context()
    path: Path | None = context.params["output_file"]
    named = style_of_suffix(path.suffix) if path is not None else None
    if named is None or named == asked:
        return asked
    if context.get_parameter_source("style") is ParameterSource.DEFAULT:
        return named
    raise click.UsageError(say("output.another_style", path=path, style=named, asked=asked))


def _web_notes(citations: Sequence[Citation]) -> Iterator[str]:
    """Ask for the day that GB/T 7714-2015 wants of everything on the web (4.6.1)."""
    undated = [
        citation.id
        for citation in citations
        if (publication := citation.reference.publication)
        and publication.kind == "web"
        and not citation.reference.accessed
    ]
    if undated:
        yield say("usage.accessed", count=len(undated))
