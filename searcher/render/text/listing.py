"""What an index contains, as tables: its documents, its chapters, its speeches, its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from indexer.wording import say
from searcher.render.text.dates import date_range, record_date, unknown_date
from searcher.render.text.provenance import by_speaker
from searcher.render.typeset.characters import truncate_middle
from searcher.render.typeset.page import Page
from searcher.render.typeset.rows import TableColumn, table_lines

if TYPE_CHECKING:
    from indexer.model.catalogue import DocumentEntry
    from searcher.browse.contents import ChapterEntry, SpeakerEntry, SpeechEntry


_NAME = 6
"""How far a column of names gives way: to a name of three characters."""


def document_lines(
    entries: Sequence[DocumentEntry], page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """One row for each document."""
    columns = (
        _document_column(),
        TableColumn(say("listing.date")),
        TableColumn(say("listing.kind"), narrowest=4),
        TableColumn(say("listing.speeches"), right=True),
        TableColumn(say("listing.passages"), right=True),
        TableColumn(say("listing.paragraphs"), right=True),
        TableColumn(say("listing.title")),
    )
    rows = [
        (
            short[entry.doc],
            entry.date or unknown_date(),
            kind_name(entry.kind),
            str(entry.speeches),
            str(entry.passages),
            str(entry.paragraphs),
            by_speaker(entry.speaker, entry.title or entry.path),
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)


def chapter_lines(
    entries: Sequence[ChapterEntry], page: Page, short: Mapping[str, str]
) -> Iterator[str]:
    """One row for each chapter."""
    columns = (
        _document_column(),
        TableColumn(say("listing.passages"), right=True),
        TableColumn(say("listing.paragraphs"), right=True),
        TableColumn(say("listing.date")),
        TableColumn(say("listing.chapter")),
    )
    rows = [
        (
            short[entry.doc],
            str(entry.passages),
            str(entry.paragraphs),
            date_range(entry.first_date, entry.last_date) or unknown_date(),
            entry.chapter,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)


def speech_lines(entries: Sequence[SpeechEntry], page: Page) -> Iterator[str]:
    """One row for each speech. Who gave it has a column where that is not the same for all."""
    speakers = {entry.speaker for entry in entries}
    speech = say("listing.speech")
    if len(speakers) == 1 and None not in speakers:
        speech = say("listing.speech_of", speaker=min(filter(None, speakers)))
    several = len(speakers) > 1
    columns = (
        TableColumn(say("listing.date")),
        TableColumn(say("listing.passages"), right=True),
        TableColumn(say("listing.paragraphs"), right=True),
        *([TableColumn(say("listing.speaker"), narrowest=_NAME)] if several else []),
        TableColumn(speech),
    )
    rows = [
        (
            record_date(entry),
            str(entry.passages),
            str(entry.paragraphs),
            *([entry.speaker or ""] if several else []),
            entry.speech,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)


def speaker_lines(entries: Sequence[SpeakerEntry], page: Page) -> Iterator[str]:
    """One row for each speaker."""
    columns = (
        TableColumn(say("listing.speeches"), right=True),
        TableColumn(say("listing.passages"), right=True),
        TableColumn(say("listing.paragraphs"), right=True),
        TableColumn(say("listing.date")),
        TableColumn(say("listing.speaker")),
    )
    rows = [
        (
            str(entry.speeches),
            str(entry.passages),
            str(entry.paragraphs),
            date_range(entry.first_date, entry.last_date) or unknown_date(),
            entry.speaker,
        )
        for entry in entries
    ]
    return table_lines(columns, rows, page)


def _document_column() -> TableColumn:
    return TableColumn(say("listing.document"), narrowest=12, shorten=truncate_middle)


def kind_name(kind: str) -> str:
    """What a kind of document is called: as the catalogues of messages say, else by its name."""
    try:
        return say(f"listing.kind.{kind}")
    except KeyError:
        return kind
