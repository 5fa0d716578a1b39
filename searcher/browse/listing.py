"""The chapters, speeches and speakers of a collection, counted from its columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

import numpy as np

from indexer.text.dates import day_of_number
from searcher.browse.contents import ChapterEntry, SpeakerEntry, SpeechEntry
from searcher.ranking.order import in_collection_order
from searcher.store import DocValues, Numbers, Store


def list_chapters(store: Store) -> tuple[ChapterEntry, ...]:
    """Every chapter of every document, in order."""
    entries = []
    for group in _groups(store, "chapter", [store.values("doc").of]):
        first = store.record(int(group[0]))
        assert first.chapter is not None, "only paragraphs of chapters are grouped"
        entries.append(
            ChapterEntry(
                doc=first.doc,
                chapter=first.chapter,
                chapter_no=first.chapter_no,
                passages=_passages(store, group),
                paragraphs=len(group),
                **_period(store, group),
            )
        )
    return tuple(entries)


def list_speeches(store: Store) -> tuple[SpeechEntry, ...]:
    """Every speech, distinguished by title, speaker and date, by date; those without come last."""
    speakers = store.values("speaker")
    others = [
        store.first_dates(),
        store.last_dates(),
        store.values("date_precision").of,
        store.values("dates").of,
    ]
    entries = []
    said = _groups(store, "speech", others)
    for group in (part for whole in said for part in _by_speaker(speakers.of, whole)):
        first = store.record(int(group[0]))
        assert first.speech is not None, "only paragraphs of speeches are grouped"
        entries.append(
            SpeechEntry(
                speech=first.speech,
                speaker=speakers.names[by[0]] if (by := _given(speakers.of[group])) else None,
                date=first.date,
                date_end=first.date_end,
                date_precision=first.date_precision,
                dates=first.dates,
                passages=_passages(store, group),
                paragraphs=len(group),
                docs=_documents(store, group),
            )
        )
    return tuple(sorted(entries, key=speech_order))


def _by_speaker(of: DocValues, group: Numbers) -> list[Numbers]:
    """The paragraphs of a title and a date by who speaks, where several are named.

    Where one alone is, what does not say who is that speech, too.
    """
    named = of[group]
    if len(_given(named)) < 2:
        return [group]
    return [group[named == speaker] for speaker in np.unique(named)]


def _given(values: DocValues) -> list[int]:
    """The distinct values that there are."""
    return list(map(int, np.unique(values[values >= 0])))


def speech_order(entry: SpeechEntry) -> tuple[object, ...]:
    """What speeches are sorted by: their date, title, and speaker."""
    return entry.date or date.max, entry.speech, entry.speaker or ""


def list_speakers(store: Store) -> tuple[SpeakerEntry, ...]:
    """Everybody whose words there are, those with the most paragraphs first."""
    speeches = store.values("speech")
    entries = []
    for group in _groups(store, "speaker", ()):
        first = store.record(int(group[0]))
        assert first.speaker is not None, "only paragraphs of speakers are grouped"
        said = group[speeches.of[group] >= 0]
        days = store.first_dates()[said].tolist(), store.last_dates()[said].tolist()
        entries.append(
            SpeakerEntry(
                speaker=first.speaker,
                speeches=len(set(zip(speeches.of[said].tolist(), *days, strict=True))),
                passages=_passages(store, group),
                paragraphs=len(group),
                **_period(store, group),
                docs=_documents(store, group),
            )
        )
    return tuple(sorted(entries, key=speaker_order))


def speaker_order(entry: SpeakerEntry) -> tuple[object, ...]:
    """What speakers are sorted by: the number of their paragraphs, the most first, and the name."""
    return -entry.paragraphs, entry.speaker


def values_in(store: Store, field: str, doc: str) -> tuple[str, ...]:
    """The distinct values of a field in the document `doc`, sorted."""
    values = store.values(field)
    places = np.unique(values.of[store.postings("doc", doc).docs])
    return tuple(values.names[place] for place in places[places >= 0].tolist())


def _groups(store: Store, field: str, others: Sequence[DocValues]) -> list[Numbers]:
    """The paragraphs that have the field, by its value and by `others`, as they first come.

    Notes are not counted.
    """
    of = store.values(field).of
    docs = in_collection_order(store)
    docs = docs[(of[docs] >= 0) & ~store.values("role").equal_to("note").mask(docs)]
    groups: dict[tuple[int, ...], list[int]] = {}
    keys = zip(*(column[docs].tolist() for column in (of, *others)), strict=True)
    for key, doc in zip(keys, docs.tolist(), strict=True):
        groups.setdefault(key, []).append(doc)
    return [np.array(group, np.int64) for group in groups.values()]


def _passages(store: Store, group: Numbers) -> int:
    """How many passages the paragraphs are from."""
    documents, passages = store.values("doc").of[group], store.passages()[group]
    return len(set(zip(documents.tolist(), passages.tolist(), strict=True)))


class _Period(TypedDict):
    """The first and the last day of the words, as entries have them."""

    first_date: date | None
    last_date: date | None


def _period(store: Store, group: Numbers) -> _Period:
    """The days from the earliest to the latest of the paragraphs that have a date."""
    firsts, lasts = store.first_dates()[group], store.last_dates()[group]
    known = firsts > 0
    if not known.any():
        return {"first_date": None, "last_date": None}
    first, last = int(firsts[known].min()), int(lasts[known].max())
    return {"first_date": day_of_number(first), "last_date": day_of_number(last)}


def _documents(store: Store, group: Numbers) -> tuple[str, ...]:
    """The ids of the documents that the paragraphs are from, as they first come."""
    documents = store.values("doc")
    return tuple(dict.fromkeys(documents.names[at] for at in documents.of[group].tolist()))
