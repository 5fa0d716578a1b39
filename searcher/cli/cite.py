"""`lunshu cite`: references to passages, in the styles of scholars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering

if TYPE_CHECKING:
    from searcher.citing import Citation, Style
    from searcher.render.page import Page
    from searcher.render.table_cells import Table

_STYLES = ("gbt7714", "bibtex", "csl-json", "text")


@answering(
    "cite",
    short_help="Cite passages.",
    help="""Print a reference to each passage ID, in the order given, each once.

ID is what `lunshu search` prints; that of a paragraph names its passage. Only what the index knows
is told: a place of publication, for one, has to be added by hand. In GB/T 7714-2015 it is then
called 出版地不详, as the standard asks.

\b
Example:
  lunshu cite '002#174' --style bibtex
""",
)
@click.argument("ids", metavar="ID...", type=options.text, nargs=-1, required=True)
@click.option(
    "--style",
    type=click.Choice(_STYLES),
    default="gbt7714",
    show_default=True,
    help="GB/T 7714-2015, BibTeX, an array of CSL-JSON, or a footnote in plain Chinese.",
)
@click.option(
    "--accessed",
    type=options.text,
    metavar="DATE",
    help="The day on which you looked at web pages, for references to them.",
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
        yield (f"{len(undated)} on the web: add the day you looked there with --accessed DATE")
