"""`lunshu similar`: the passages that share long runs with one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering, rows_of
from searcher.cli.parsing import argument
from searcher.render.reports.repetitions import similar_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from searcher.language.filters import Filters
    from searcher.render.typeset.page import Page


@answering(
    "similar",
    warns_when_stale=True,
)
@argument("id_", metavar="ID", type=options.text)
@options.min_length_option("LETTERS", "help.option_min_run")
@options.limit_option("help.option_limit_passages")
@options.filter_options
def command(
    opened: Opened, *, id_: str, min_length: int | None, limit: int, filters: Filters | None
) -> Answer:
    """Find what is similar to one passage."""
    similar = opened.searcher.similar(
        id_, min_length=min_length, limit=limit or None, filters=filters
    )

    def page(page: Page) -> Iterable[str]:
        return similar_lines(similar, page, opened.short_docs())

    def notes() -> Iterator[str]:
        if not similar.total:
            yield say("repetition.no_similar", least=similar.min_length)
            if similar.unattributed:
                yield say("results.unattributed")

    return Answer(
        found=bool(similar.total),
        pages={"text": page},
        record=lambda: similar,
        records=lambda: similar.variants,
        rows=rows_of("searcher.repetition.results:Variant", similar.variants),
        notes=notes,
    )
