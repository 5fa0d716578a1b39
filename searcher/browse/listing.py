"""The chapters and speeches of a collection, counted from its columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from indexer.text.dates import day_of_number
from searcher.browse.contents import ChapterEntry, SpeechEntry
from searcher.ranking.order import in_collection_order
from searcher.store import DocValues, Numbers, Store


def list_chapters(store: Store) -> tuple[ChapterEntry, ...]:
    """Every chapter of every document, in order."""
    entries = []
    for group in _groups(store, "chapter", [store.values("doc").of]):
        first = store.record(int(group[0]))
        days = store.first_dates()[group], store.last_dates()[group]
        known = days[0] > 0
        assert first.chapter is not None, "only paragraphs of chapters are grouped"
        entries.append(
            ChapterEntry(
                doc=first.doc,
                chapter=first.chapter,
                chapter_no=first.chapter_no,
                passages=_passages(store, group),
                paragraphs=len(group),
                first_date=day_of_number(int(days[0][known].min())) if known.any() else None,
                last_date=day_of_number(int(days[1][known].max())) if known.any() else None,
            )
        )
    return tuple(entries)


def list_speeches(store: Store) -> tuple[SpeechEntry, ...]:
    """Every speech, distinguished by title and date, by date; what has no date comes last."""
    dates = [
        store.first_dates(),
        store.last_dates(),
        store.values("date_precision").of,
        store.values("dates").of,
    ]
    documents = store.values("doc")
    entries = []
    for group in _groups(store, "speech", dates):
        first = store.record(int(group[0]))
        assert first.speech is not None, "only paragraphs of speeches are grouped"
        entries.append(
            SpeechEntry(
                speech=first.speech,
                date=first.date,
                date_end=first.date_end,
                date_precision=first.date_precision,
                dates=first.dates,
                passages=_passages(store, group),
                paragraphs=len(group),
                docs=tuple(
                    dict.fromkeys(documents.names[at] for at in documents.of[group].tolist())
                ),
            )
        )
    return tuple(sorted(entries, key=lambda entry: (entry.date or date.max, entry.speech)))


def values_in(store: Store, field: str, doc: str) -> tuple[str, ...]:
    """The distinct values of a field in the document `doc`, sorted."""
    values = store.values(field)
    places = np.unique(values.of[store.postings("doc", doc).docs])
    return tuple(values.names[place] for place in places[places >= 0].tolist())


def _groups(store: Store, field: str, others: Sequence[DocValues]) -> list[Numbers]:
    """The paragraphs that have the field, by its value and by `others`, as they first come."""
    of = store.values(field).of
    docs = in_collection_order(store)
    docs = docs[of[docs] >= 0]
    groups: dict[tuple[int, ...], list[int]] = {}
    keys = zip(*(column[docs].tolist() for column in (of, *others)), strict=True)
    for key, doc in zip(keys, docs.tolist(), strict=True):
        groups.setdefault(key, []).append(doc)
    return [np.array(group, np.int64) for group in groups.values()]


def _passages(store: Store, group: Numbers) -> int:
    """How many passages the paragraphs are from."""
    documents, passages = store.values("doc").of[group], store.passages()[group]
    return len(set(zip(documents.tolist(), passages.tolist(), strict=True)))
