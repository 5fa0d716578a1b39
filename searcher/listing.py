"""The chapters and speeches of a collection, counted from its records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TypeVar

from indexer.records import Record
from searcher.results import ChapterEntry, SpeechEntry

Key = TypeVar("Key", bound=Hashable)


def list_chapters(records: Iterable[Record]) -> tuple[ChapterEntry, ...]:
    """Every chapter of every document, in order."""
    groups = _grouped(records, _chapter)
    return tuple(
        ChapterEntry(
            doc=group[0].doc,
            chapter=chapter,
            chapter_no=group[0].chapter_no,
            passages=_passages(group),
            paragraphs=len(group),
            first_date=min((record.date for record in group if record.date), default=None),
            last_date=max((record.date_end for record in group if record.date_end), default=None),
        )
        for (_, chapter), group in groups.items()
    )


def list_speeches(records: Iterable[Record]) -> tuple[SpeechEntry, ...]:
    """Every speech, told apart by title and date, by date; what has no date comes last."""
    groups = _grouped(records, _speech)
    entries = [
        SpeechEntry(
            speech=speech,
            date=group[0].date,
            date_end=group[0].date_end,
            date_precision=group[0].date_precision,
            dates=group[0].dates,
            passages=_passages(group),
            paragraphs=len(group),
            docs=tuple(dict.fromkeys(record.doc for record in group)),
        )
        for (speech, _), group in groups.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.date or date.max, entry.speech)))


def _chapter(record: Record) -> tuple[str, str] | None:
    return None if record.chapter is None else (record.doc, record.chapter)


def _speech(record: Record) -> tuple[str, tuple[object, ...]] | None:
    if record.speech is None:
        return None
    return record.speech, (record.date, record.date_end, record.date_precision, record.dates)


def _passages(group: list[Record]) -> int:
    return len({(record.doc, record.passage) for record in group})


def _grouped(
    records: Iterable[Record], key: Callable[[Record], Key | None]
) -> dict[Key, list[Record]]:
    """The records by their key, without those that have none."""
    groups: dict[Key, list[Record]] = {}
    for record in records:
        name = key(record)
        if name is not None:
            groups.setdefault(name, []).append(record)
    return groups
