"""`lunshu similar`: the passages that share long runs with one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from searcher.filters import Filters
    from searcher.render.page import Page


@answering(
    "similar",
    tells_when_stale=True,
    short_help="Find variants of a passage.",
    help="""Find the passages that share long runs of letters with the passage ID: variants of one
sentence, said at different dates. For each what differs, and which of all came first.

ID is what `lunshu search` prints. Punctuation marks and blanks are no letters. If one passage is
similar to another, so is that one to it.

\b
Example:
  lunshu similar '002#174'

Exit code: 0 when anything is similar, 1 when nothing is, 2 after an error.
""",
)
@click.argument("id_", metavar="ID", type=options.text)
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
    help="At most so many passages; 0 for all.",
)
@options.filter_options
def command(
    opened: Opened, *, id_: str, min_length: int | None, limit: int, filters: Filters | None
) -> Answer:
    """Find what is similar to one passage."""
    similar = opened.searcher.similar(
        id_, min_length=min_length, limit=limit or None, filters=filters
    )

    def page(page: Page) -> Iterable[str]:
        from searcher.render.similar_text import similar_lines  # noqa: PLC0415

        return similar_lines(similar, page, opened.short_docs())

    def notes() -> Iterator[str]:
        if not similar.total:
            yield say("repetition.no_similar", least=similar.min_length)

    return Answer(
        found=bool(similar.total),
        pages={"text": page},
        record=lambda: similar,
        records=lambda: similar.variants,
        rows=rows_of("searcher.repetition.results:Variant", similar.variants),
        notes=notes,
    )
