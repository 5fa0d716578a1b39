"""What texts about repetitions have in common: dates, differences, and what their marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from indexer.wording import say
from searcher.render.text.dates import words_date
from searcher.render.text.heading import Fact
from searcher.render.text.short_ids import short_id
from searcher.render.typeset.diffs import ADDED, LEFT_OUT, marked, pieces_of
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.run_lines import run_lines
from searcher.render.typeset.visible import visible
from searcher.render.typeset.width import text_width
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.model.records import Record
    from searcher.repetition.results import Stretch

INDENT = 4


def dated(record: Record) -> str:
    """The date of a paragraph, and whether it is only that of its publication."""
    date = words_date(record.date, record.date_end, record.date_precision, record.dates)
    return say("repetition.published", date=date) if record.date_kind == "publication" else date


def id_and_date(record: Record, short: Mapping[str, str], page: Page) -> tuple[Fact, Fact]:
    """The id of a paragraph and its date, as they head it."""
    id_, date = visible(short_id(record.id, short)), dated(record)
    return (
        Fact(id_, text_width(id_), page.palette.id),
        Fact(date, text_width(date), page.palette.date),
    )


def stretch_lines(
    text: str, source: str, stretch: Stretch, page: Page, indent: int
) -> Iterator[str]:
    """A stretch of a paragraph, with how it differs from another; `…` where its clause goes on.

    Args:
        text: the paragraph.
        source: the one that it is compared with.
    """
    pieces = pieces_of(text, source, stretch.diff, shown="article")
    start, end = stretch.input
    before = text[start - 1 : start].isalnum()
    behind = text[end : end + 1].isalnum()
    runs = [
        ("…" * before, ""),
        *marked(pieces, coloured=bool(page.palette.found)),
        ("…" * behind, ""),
    ]
    for line in run_lines(runs, page.width - indent):
        yield " " * indent + line


def legend_lines(other: Literal["first", "asked"], page: Page) -> Iterator[str]:
    """What the marks of differences mean.

    Args:
        other: what paragraphs are compared with, the first use or the passage asked about.
    """
    if page.palette.found:
        runs = (
            (say("repetition.legend.left_out"), LEFT_OUT),
            (say(f"repetition.legend.left_out.{other}"), ""),
            (say("repetition.legend.added"), ADDED),
            (say(f"repetition.legend.added.{other}"), ""),
        )
        yield from run_lines(runs, page.width)
        return
    yield from wrapped(say(f"repetition.legend.{other}"), page.width)


def rest_lines(text: str, page: Page, indent: int = 0) -> Iterator[str]:
    """What is not shown, and how to see it."""
    for line in wrapped(text, page.width - indent):
        yield " " * indent + paint(line, page.palette.faint)
