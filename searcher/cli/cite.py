"""`lunshu cite`: references to passages, in the styles of scholars."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.cli import options
from searcher.cli.exit_codes import FOUND
from searcher.cli.help_option import help_option
from searcher.cli.streams import note, print_lines

if TYPE_CHECKING:
    from searcher.citing import Citation, Style

_STYLES = ("gbt7714", "bibtex", "csl-json", "text")


@click.command(
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
@options.quiet_option
@options.index_option
@help_option
def command(
    ids: tuple[str, ...], style: Style, accessed: str | None, quiet: bool, index: Path
) -> int:
    """Cite passages."""
    from searcher.citing.printing import citation_lines  # noqa: PLC0415 (numpy)
    from searcher.cli.opening import open_or_build  # noqa: PLC0415

    with open_or_build(index, quiet=quiet) as searcher:
        found = [searcher.cite(id_, style=style, accessed=accessed) for id_ in ids]
    citations = list({citation.id: citation for citation in found}.values())
    print_lines(citation_lines(citations, style))
    if not quiet:
        _note_web_pages(citations)
    return FOUND


def _note_web_pages(citations: Sequence[Citation]) -> None:
    """Ask for the day that GB/T 7714-2015 wants of everything on the web (4.6.1)."""
    undated = [
        citation.id
        for citation in citations
        if (publication := citation.reference.publication)
        and publication.kind == "web"
        and not citation.reference.accessed
    ]
    if undated:
        note(f"{len(undated)} on the web: add the day you looked there with --accessed DATE")
