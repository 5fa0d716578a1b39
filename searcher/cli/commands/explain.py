"""`lunshu explain`: what a query means, what each clause finds, and why it finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.parsing import QueryCommand, argument
from searcher.render.text.explanation import explanation_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from searcher.language.filters import Filters
    from searcher.render.typeset.page import Page


@answering(
    "explain",
    has_parts=False,
    cls=QueryCommand,
)
@argument("query", type=options.text)
@options.plain_option
@options.filter_options
def command(opened: Opened, *, query: str, plain: bool, filters: Filters | None) -> Answer:
    """Explain one query."""
    explanation = opened.searcher.explain(query, plain=plain, filters=filters)

    def page(page: Page) -> Iterable[str]:
        return explanation_lines(explanation, page, options.search_command(opened.index))

    return Answer(found=bool(explanation.total), pages={"text": page}, record=lambda: explanation)
