"""`lunshu dupes`: what is repeated in the collection, and who said it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.render.reports.repetitions import member_table, repetition_lines
from searcher.render.text.messages import little_looked_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from searcher.language.filters import Filters, Within
    from searcher.render.data.cells import Table
    from searcher.render.typeset.page import Page


@answering(
    "dupes",
    warns_when_stale=True,
)
@options.within_option
@options.min_length_option("LETTERS", "help.option_min_run")
@options.limit_option("help.option_limit_groups")
@options.filter_options
def command(
    opened: Opened,
    *,
    within: Within | None,
    min_length: int | None,
    limit: int,
    filters: Filters | None,
) -> Answer:
    """Find what is repeated."""
    repetitions = opened.searcher.repetitions(
        min_length=min_length, within=within, limit=limit or None, filters=filters
    )

    def page(page: Page) -> Iterable[str]:
        return repetition_lines(repetitions, page, opened.short_docs())

    def rows() -> Table:
        return member_table(repetitions)

    def notes() -> Iterator[str]:
        if not repetitions.total:
            yield say("repetition.no_repetitions", least=repetitions.min_length)
            if repetitions.unattributed:
                yield say("results.unattributed")
            if repetitions.within == "speech":
                yield from little_looked_in(opened.searcher.roles())

    return Answer(
        found=bool(repetitions.total),
        pages={"text": page},
        record=lambda: repetitions,
        records=lambda: repetitions.groups,
        rows=rows,
        notes=notes,
    )
