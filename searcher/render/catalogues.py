"""What the index holds, as tables: its documents, its chapters, its speeches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from indexer.catalogue import DocumentEntry
from searcher.render.dates import UNKNOWN, date_range, words_date
from searcher.render.page import Page
from searcher.render.table import Column, table_lines
from searcher.results import ChapterEntry, SpeechEntry


def document_lines(
    entries: Sequence[DocumentEntry], page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """One row for each document."""
    columns = (
        Column("文档"),
        Column("日期"),
        Column("类型", elastic=True),
        Column("讲话", right=True),
        Column("论述", right=True),
        Column("段", right=True),
        Column("题目"),
    )
    rows = [
        (
            short[entry.doc],
            entry.date or UNKNOWN,
            entry.kind,
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
        Column("文档"),
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
            words_date(entry.date, entry.date_end, entry.date_precision),
            str(entry.passages),
            str(entry.paragraphs),
            entry.speech,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)
