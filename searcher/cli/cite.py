"""`lunshu cite`: references to passages, in the styles of scholars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.speaking import argument, option

if TYPE_CHECKING:
    from searcher.citing import Citation, Style
    from searcher.render.page import Page
    from searcher.render.table_cells import Table

_STYLES = ("gbt7714", "bibtex", "csl-json", "text")


@answering(
    "cite",
    text_suffixes=(".bib",),
    short_help="help.cite_short",
    help="help.cite",
)
@argument("ids", metavar="ID...", type=options.text, nargs=-1, required=True)
@option(
    "--style",
    type=click.Choice(_STYLES),
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
    found = [opened.searcher.cite(id_, style=style, accessed=accessed) for id_ in ids]
    citations = list({citation.id: citation for citation in found}.values())

    def page(_page: Page) -> Iterable[str]:
        from searcher.citing.printing import citation_lines  # noqa: PLC0415

        return citation_lines(citations, style)

    def records() -> Sequence[object]:
        from searcher.citing.printing import citation_records  # noqa: PLC0415

        return citation_records(citations, style)

    def rows() -> Table:
        from searcher.citing.printing import citation_table  # noqa: PLC0415

        return citation_table(citations)

    return Answer(
        found=True,
        pages={"text": page},
        record=records,
        records=records,
        rows=rows,
        notes=lambda: _web_notes(citations),
    )


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
