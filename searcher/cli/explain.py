"""`lunshu explain`: what a query means, what each clause finds, and why it finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.query_command import QueryCommand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from searcher.filters import Filters
    from searcher.render.page import Page


@answering(
    "explain",
    has_parts=False,
    cls=QueryCommand,
    short_help="Explain what a query finds and how.",
    help="""Explain QUERY: how it was understood, how many paragraphs each of its clauses finds by
itself and how they were found, how it was cut into words. If it finds nothing, why, what comes
nearest to it, and what to ask instead.

The query and the filters are those of `lunshu search`.

\b
Example:
  lunshu explain '讲话：贺信 人工智能 -大数据'

Exit code: 0 when paragraphs satisfy the query, 1 when none does, related ones aside; 2 after an
error.
""",
)
@click.argument("query", type=options.text)
@options.filter_options
def command(opened: Opened, *, query: str, filters: Filters | None) -> Answer:
    """Explain one query."""
    explanation = opened.searcher.explain(query, filters=filters)

    def page(page: Page) -> Iterable[str]:
        from searcher.render.explanation import explanation_lines  # noqa: PLC0415

        return explanation_lines(explanation, page, options.search_command(opened.index))

    return Answer(found=bool(explanation.total), pages={"text": page}, record=lambda: explanation)
