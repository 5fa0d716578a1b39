"""`lunshu dupes`: what is repeated in the collection, and who said it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from searcher.filters import Filters
    from searcher.render.page import Page
    from searcher.render.table_cells import Table
    from searcher.within import Within


@answering(
    "dupes",
    tells_when_stale=True,
    short_help="Find what is repeated.",
    help="""Find the stretches that stand in several passages, most repeated first: each with the
passages that hold it by date, and how these differ from the first.

Punctuation marks and blanks are no letters. A formula is a group of its own and does not join what
stands beside it.

\b
Example:
  lunshu dupes --min-length 20

Exit code: 0 when anything is repeated, 1 when nothing is, 2 after an error.
""",
)
@click.option(
    "--in",
    "within",
    type=click.Choice(["speech", "all"]),
    default="speech",
    show_default=True,
    help="Look in attributed words, or in articles, too.",
)
@click.option(
    "--min-length",
    type=options.positive,
    metavar="LETTERS",
    help="Shortest run that counts, at least 6 (default: 13).",
)
@click.option(
    "--limit",
    type=options.count,
    metavar="NUMBER",
    default=10,
    show_default=True,
    help="At most so many groups; 0 for all.",
)
@options.filter_options
def command(
    opened: Opened,
    *,
    within: Within,
    min_length: int | None,
    limit: int,
    filters: Filters | None,
) -> Answer:
    """Find what is repeated."""
    repetitions = opened.searcher.repetitions(
        min_length=min_length, within=within, limit=limit or None, filters=filters
    )

    def page(page: Page) -> Iterable[str]:
        from searcher.render.dupes_text import repetition_lines  # noqa: PLC0415

        return repetition_lines(repetitions, page, opened.short_docs())

    def rows() -> Table:
        from searcher.render.repetition_table import member_table  # noqa: PLC0415

        return member_table(repetitions)

    def notes() -> Iterator[str]:
        if not repetitions.total:
            yield say("repetition.no_repetitions", least=repetitions.min_length)

    return Answer(
        found=bool(repetitions.total),
        pages={"text": page},
        record=lambda: repetitions,
        records=lambda: repetitions.groups,
        rows=rows,
        notes=notes,
    )
