"""What the index holds, as tables: its documents, its chapters, its speeches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from searcher.render.dates import UNKNOWN, date_range, words_date
from searcher.render.page import Page
from searcher.render.table import Column, table_lines
from searcher.render.width import truncate_middle

if TYPE_CHECKING:
    from indexer.catalogue import DocumentEntry
    from searcher.contents import ChapterEntry, SpeechEntry

_KINDS = {
    "compendium": "论述摘编",
    "feed": "订阅条目",
    "web-page": "网页",
    "newspaper": "报纸",
    "text": "纯文本",
    "markdown": "Markdown",
    "html": "网页",
    "json-lines": "JSON Lines",
}

_DOCUMENT = Column("文档", narrowest=12, shorten=truncate_middle)


def document_lines(
    entries: Sequence[DocumentEntry], page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """One row for each document."""
    columns = (
        _DOCUMENT,
        Column("日期"),
        Column("类型", narrowest=4),
        Column("讲话", right=True),
        Column("论述", right=True),
        Column("段", right=True),
        Column("标题"),
    )
    rows = [
        (
            short[entry.doc],
            entry.date or UNKNOWN,
            _KINDS.get(entry.kind, entry.kind),
            str(entry.speeches),
            str(entry.passages),
            str(entry.paragraphs),
            entry.title or entry.path,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)


def chapter_lines(
    entries: Sequence[ChapterEntry], page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """One row for each chapter."""
    columns = (
        _DOCUMENT,
        Column("论述", right=True),
        Column("段", right=True),
        Column("日期"),
        Column("章"),
    )
    rows = [
        (
            short[entry.doc],
            str(entry.passages),
            str(entry.paragraphs),
            date_range(entry.first_date, entry.last_date) or UNKNOWN,
            entry.chapter,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)


def speech_lines(entries: Sequence[SpeechEntry], page: Page) -> Iterator[str]:
    """One row for each speech."""
    columns = (
        Column("日期"),
        Column("论述", right=True),
        Column("段", right=True),
        Column("讲话"),
    )
    rows = [
        (
            words_date(entry.date, entry.date_end, entry.date_precision, entry.dates),
            str(entry.passages),
            str(entry.paragraphs),
            entry.speech,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)
