"""`lunshu first`: who said it first, and who after him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering, rows_of
from searcher.cli.parsing import QueryCommand, argument
from searcher.render.reports.first import first_use_lines
from searcher.render.text.messages import as_text_text, dropped_marks_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from searcher.language.filters import Filters
    from searcher.render.typeset.page import Page


@answering(
    "first",
    warns_when_stale=True,
    cls=QueryCommand,
)
@argument("query", type=options.text)
@options.limit_option("help.option_limit_first")
@options.plain_option
@options.filter_options
def command(
    opened: Opened, *, query: str, limit: int, plain: bool, filters: Filters | None
) -> Answer:
    """Find who said it first."""
    first = opened.searcher.first(query, limit=limit or None, plain=plain, filters=filters)

    def page(page: Page) -> Iterable[str]:
        return first_use_lines(first, page, opened.short_docs())

    def notes() -> Iterator[str]:
        if first.as_text:
            yield as_text_text(first.as_text)
        if first.dropped_marks:
            yield dropped_marks_text(first.dropped_marks)
        if not first.total:
            if first.undated:
                yield say("repetition.only_undated", count=first.undated)
            else:
                yield say("repetition.nothing")

    return Answer(
        found=bool(first.total),
        pages={"text": page},
        record=lambda: first,
        records=lambda: first.hits,
        rows=rows_of("searcher.answers.results:Hit", first.hits),
        notes=notes,
    )
