"""Queries from standard input, one a line: `lunshu search --stdin < queries.txt`.

Every query has its own answer, in their order. One that is malformed does not keep the others from
being asked: it is reported with its line, and the exit code is then 2. Blank lines are passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from indexer.errors import LunshuError, OptionError, QueryError
from indexer.wording import say
from searcher.answers.results import Results
from searcher.articles.article_file import read_stream
from searcher.cli.errors import error_record, error_text
from searcher.cli.frame import Answer
from searcher.cli.process import ERROR
from searcher.render.data.records import FORMAT_VERSION
from searcher.render.text.hits import result_lines
from searcher.render.text.messages import no_hits_text
from searcher.render.typeset.characters import visible
from searcher.render.typeset.page import painted_lines

if TYPE_CHECKING:
    from searcher.render.data.cells import Table
    from searcher.render.typeset.page import Page


class Answered(NamedTuple):
    """A line of standard input, and what came of it.

    Attributes:
        line: its number, from 1.
        query: what was asked.
        outcome: the answer, or why there is none.
    """

    line: int
    query: str
    outcome: Results | QueryError


def answer_lines(
    ask: Callable[[str], Results], short_docs: Callable[[set[str]], Mapping[str, str]]
) -> Answer:
    """The answers to all queries of standard input, as one.

    Args:
        ask: what answers one.
        short_docs: short forms of the ids of documents.

    Raises:
        LunshuError: standard input cannot be read, or holds no query.
    """
    answered = [_answered(ask, line, query) for line, query in _iter_queries()]
    if not answered:
        raise OptionError(say("usage.stdin_empty"))
    errors = [one for one in answered if isinstance(one.outcome, QueryError)]

    def page(page: Page) -> Iterator[str]:
        return _lines(answered, page, short_docs)

    return Answer(
        found=any(isinstance(one.outcome, Results) and one.outcome.hits for one in answered),
        pages={"text": page},
        record=lambda: {"format_version": FORMAT_VERSION, "answers": list(_records(answered))},
        records=lambda: _records(answered),
        rows=_no_table,
        notes=lambda: map(_error_line, errors),
        code=ERROR if errors else None,
    )


def _iter_queries() -> Iterator[tuple[int, str]]:
    from indexer.sources.decoding import decode  # noqa: PLC0415 (hardly any search reads stdin)

    name = say("articles.stdin")
    data = read_stream(sys.stdin.buffer if sys.stdin else None, name)
    try:
        text = decode(data).text
    except ValueError as exc:
        raise OptionError(say("usage.stdin_text", reason=exc)) from exc
    for number, line in enumerate(text.split("\n"), 1):
        query = line.strip("\r")
        if query and not query.isspace():
            yield number, query


def _answered(ask: Callable[[str], Results], line: int, query: str) -> Answered:
    try:
        return Answered(line, query, ask(query))
    except QueryError as exc:
        return Answered(line, query, exc)


def _lines(
    answered: Iterable[Answered], page: Page, short_docs: Callable[[set[str]], Mapping[str, str]]
) -> Iterator[str]:
    """Each query as a heading, and its answer below it."""
    for number, (_, query, outcome) in enumerate(answered):
        if number:
            yield ""
        yield from painted_lines(f"▶ {visible(query)}", page, page.palette.heading)
        if isinstance(outcome, QueryError):
            yield from painted_lines(outcome.reason, page, page.palette.faint)
        elif outcome.hits:
            yield from result_lines(outcome, page, short_docs({hit.doc for hit in outcome.hits}))
        else:
            yield from painted_lines(no_hits_text(outcome.total, 0), page, page.palette.faint)


def _records(answered: Iterable[Answered]) -> Iterator[object]:
    for _, query, outcome in answered:
        if isinstance(outcome, Results):
            yield outcome
        else:
            error = error_record(outcome)
            yield {"format_version": FORMAT_VERSION, "query": query, "error": error}


def _error_line(one: Answered) -> str:
    assert isinstance(one.outcome, LunshuError)
    return say("usage.stdin_line", line=one.line, fault=error_text(one.outcome))


def _no_table() -> Table:
    raise OptionError(say("usage.stdin_table"))
