"""`lunshu trace`: where the quotations of a text come from, and how they depart from it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from indexer.wording import say
from searcher.articles.article_file import (
    own_documents,
    path_below,
    read_article_file,
    read_stream,
    shown_name,
)
from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.parsing import argument, option
from searcher.cli.process import ERROR, FOUND, NOTHING_FOUND
from searcher.cli.streams import note
from searcher.render.html.document import page_lines
from searcher.render.reports.trace_entries import entry_records, entry_table, nothing_text
from searcher.render.reports.trace_markdown import markdown_lines
from searcher.render.reports.trace_text import trace_lines
from searcher.render.text.messages import little_looked_in

if TYPE_CHECKING:
    from searcher import Searcher
    from searcher.articles.article import Article
    from searcher.language.filters import Filters, Within
    from searcher.render.data.cells import Table
    from searcher.render.typeset.page import Page
    from searcher.tracing.results import Trace


@answering(
    "trace",
    pages=("text", "md", "html"),
    warns_when_stale=True,
    reads="file",
)
@argument("file", metavar="FILE|-", type=options.file("usage.article_file"), required=False)
@option("--text", type=options.text, help="help.option_text")
@options.within_option
@options.min_length_option("CHARACTERS", "help.option_min_quotation")
@option("--check", is_flag=True, help="help.option_check_quotations")
@options.filter_options
def command(
    opened: Opened,
    *,
    file: Path | None,
    text: str | None,
    within: Within | None,
    min_length: int | None,
    check: bool,
    filters: Filters | None,
) -> Answer:
    """Trace one text."""
    if (file is None) == (text is None):
        raise click.UsageError(say("usage.file_or_text"))
    if text is not None and not text.strip():
        raise click.UsageError(say("usage.empty_text"))
    given = _read(file) if file is not None else _Given(text or "")
    searcher = opened.searcher
    if given.data is not None and searcher.manifest.speakers:
        given = _read_with_speakers(given, given.data, searcher.manifest.speakers)
    trace = searcher.trace(
        given.article,
        within=within,
        min_length=min_length,
        exclude=_own_documents(given, searcher),
        filters=filters,
    )

    def page(page: Page) -> Iterable[str]:
        return trace_lines(trace, page, opened.short_docs())

    def markdown(_page: Page) -> Iterable[str]:
        return markdown_lines(trace, given.name, opened.short_docs())

    def html(_page: Page) -> Iterable[str]:
        return page_lines(trace, given.name, opened.short_docs())

    def records() -> Iterable[object]:
        return entry_records(trace)

    def rows() -> Table:
        return entry_table(trace)

    def notes() -> Iterator[str]:
        if not trace.quotations:
            yield _nothing_traced(searcher, trace, min_length=min_length)
            if trace.unattributed and not trace.not_found:  # else the report says it
                yield say("results.unattributed")
        if trace.within == "speech" and (trace.not_found or not trace.quotations):
            yield from little_looked_in(searcher.roles())

    return Answer(
        found=bool(trace.quotations),
        pages={"text": page, "md": markdown, "html": html},
        record=lambda: trace,
        records=records,
        rows=rows,
        notes=notes,
        code=_exit_code(trace, check=check, is_whole=given.is_whole),
    )


def _exit_code(trace: Trace, *, check: bool, is_whole: bool) -> int:
    if check and not is_whole:
        return ERROR
    if not trace.quotations or (check and not trace.is_faithful):
        return NOTHING_FOUND
    return FOUND


def _nothing_traced(searcher: Searcher, trace: Trace, *, min_length: int | None) -> str:
    """The message where nothing was traced, with what may be tried then."""
    if trace.within == "speech" and "speech" not in searcher.roles():
        return nothing_text(trace, "articles")
    may_be_short = min_length is None and not trace.not_found
    return nothing_text(trace, "shorter" if may_be_short else None)


class _Given(NamedTuple):
    """What is to be traced.

    Attributes:
        article: the text, as its reader reads it where it is a file.
        name: what it is called in a report; empty where it is no file.
        data: the content of the file.
        path: where it is, None for standard input.
        is_whole: whether all of it could be read.
    """

    article: Article | str
    name: str = ""
    data: bytes | None = None
    path: Path | None = None
    is_whole: bool = True


def _read(file: Path) -> _Given:
    from searcher.claims.reading import read_article  # noqa: PLC0415 (the readers of all formats)

    if str(file) == "-":
        path, name = None, say("articles.stdin")
        data = read_stream(sys.stdin.buffer if sys.stdin else None, name)
    else:
        path, name = file, shown_name(file)
        data = read_article_file(file)
    title = path.name if path else ""
    problems: list[str] = []
    article = read_article(data, name, report=problems.append)
    for problem in problems:
        note(problem)
    return _Given(article, title, data, path, is_whole=not problems)


def _read_with_speakers(given: _Given, data: bytes, speakers: Sequence[str]) -> _Given:
    """The same file, read again with the persons whose signatures under quotations are known."""
    from searcher.claims.reading import read_article  # noqa: PLC0415 (as in `_read`)

    return given._replace(article=read_article(data, given.name, speakers=speakers))


def _own_documents(given: _Given, searcher: Searcher) -> frozenset[str]:
    """The documents of the collection that are the traced file itself."""
    if given.data is None:
        return frozenset()
    below = path_below(searcher.manifest.seeds, given.path) if given.path else None
    return own_documents(searcher.sources(), searcher.documents(), given.data, below)
