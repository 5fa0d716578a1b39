"""`lunshu search`: paragraphs that satisfy a query, then those that resemble it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from indexer.wording import say
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering, rows_of
from searcher.cli.parsing import QueryCommand, argument, option
from searcher.ranking.sorting import SORTS, Sort, check_sort
from searcher.ranking.thresholds import DEFAULT
from searcher.render.text.hits import result_lines
from searcher.render.text.messages import no_hits_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from searcher.answers.results import Results
    from searcher.language.filters import Filters
    from searcher.render.typeset.page import Page


def _sort(value: str) -> str:
    """The type for click of an order."""
    check_sort(value)
    return value


@answering(
    "search",
    cls=QueryCommand,
    warns_when_stale=True,
)
@argument("query", type=options.text, required=False)
@option("--stdin", "from_stdin", is_flag=True, help="help.option_stdin")
@options.limit_option("help.option_limit_hits")
@option(
    "--offset",
    type=options.count,
    metavar="NUMBER",
    default=0,
    help="help.option_offset",
)
@option("--exact", is_flag=True, help="help.option_exact")
@options.plain_option
@option(
    "--sort",
    type=_sort,
    metavar=f"[{'|'.join(SORTS)}]",
    default="relevance",
    show_default=True,
    help="help.option_sort",
)
@options.filter_options
def command(
    opened: Opened,
    *,
    query: str | None,
    from_stdin: bool,
    limit: int,
    offset: int,
    exact: bool,
    plain: bool,
    sort: Sort,
    filters: Filters | None,
) -> Answer:
    """Answer one query, or those of standard input."""
    _check_one_source(query, from_stdin=from_stdin)
    asking = partial(opened.searcher.search, exact=exact, sort=sort, plain=plain, filters=filters)
    if query is None:
        from searcher.cli.queries import answer_lines  # noqa: PLC0415 (only with --stdin)

        return answer_lines(partial(asking, limit=limit or None, offset=offset), opened.short_docs)
    ask = partial(asking, query)
    results = ask(limit=limit or None, offset=offset)

    def page(page: Page) -> Iterable[str]:
        return result_lines(results, page, opened.short_docs({hit.doc for hit in results.hits}))

    def notes() -> Iterator[str]:
        if not results.hits:
            beyond = bool(offset and limit)
            related = _count_related(ask, results.total) if beyond else 0
            yield no_hits_text(results.total, related)

    def hint() -> str | None:
        from searcher.render.text.hint import hint  # noqa: PLC0415 (at a terminal only)

        return hint(results, options.search_command(opened.index))

    return Answer(
        found=bool(results.hits),
        pages={"text": page},
        record=lambda: results,
        records=lambda: results.hits,
        rows=rows_of("searcher.answers.results:Hit", results.hits),
        notes=notes,
        hint=hint,
    )


def _check_one_source(query: str | None, *, from_stdin: bool) -> None:
    """See that there is a query, or that standard input has them.

    Raises:
        click.UsageError: there is none, or both.
    """
    context = click.get_current_context()
    if query is not None and from_stdin:
        raise click.UsageError(say("usage.query_and_stdin"), context)
    if query is None and not from_stdin:
        asked = next(param for param in context.command.params if param.name == "query")
        raise click.MissingParameter(ctx=context, param=asked)


def _count_related(ask: Callable[..., Results], total: int) -> int:
    """How many related hits follow the exact ones of an answer."""
    return ask(limit=DEFAULT.most_related, offset=total).related
