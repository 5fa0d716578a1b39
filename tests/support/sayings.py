"""A small collection in which sentences come back, whose every answer can be told by eye, and ways
to write an index of any records in several steps."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from indexer.model.fields import DateKind, Role
from indexer.model.records import Record
from searcher.answers.first import FirstUse, first_use
from searcher.answers.search import Asked
from searcher.engine.folder import FolderCollection
from searcher.language.parser import parse
from searcher.patterns import TimeBudget
from searcher.store import Store
from searcher.textmatch.letters import letters_of
from tests.support.small_index import commit

RECORDS = (
    {
        "doc": "讲话集",
        "text": "互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患。",
        "speech": "在网信工作座谈会上的讲话",
        "date": "2016-04-19",
        "chapter": "第一章 总论",
        "source": "《人民日报》",
        "pages": "1",
    },
    {
        "doc": "讲话集",
        "text": "会上说，核心技术是我们最大的命门，核心技术受制于人就是我们最大的隐患！别无他意。",
        "speech": "在集体学习时的讲话",
        "date": "2019-10-24",
        "chapter": "第一章 总论",
    },
    {
        "doc": "讲话集",
        "text": "过不了互联网这一关，就过不了长期执政这一关。",
        "speech": "在新闻舆论工作座谈会上的讲话",
        "date": "2016-02-19",
    },
    {
        "doc": "讲话集",
        "text": "我多次说过，过不了互联网这一关，就过不了长期执政这一关。",
        "speech": "在集体学习时的讲话",
        "date": "2019-01",
    },
    {
        "doc": "杂文",
        "text": "报道说：核心技术受制于人是我们最大的隐患。",
        "title": "谈命门",
        "date": "2016-04-19",
    },
    {"doc": "无题", "text": "核心技术受制于人是我们最大的隐患，众所周知。", "title": "无题"},
)


SHORT = {"said/讲话集": "讲", "said/杂文": "杂", "said/无题": "无"}
"""Short forms of the ids of its documents."""


def write_sayings(seeds: Path) -> None:
    """Write the collection as one file of JSON Lines into the folder `seeds`."""
    seeds.mkdir()
    lines = (json.dumps(record, ensure_ascii=False) for record in RECORDS)
    (seeds / "said.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def said(
    doc: str,
    number: int,
    text: str,
    day: date | None = None,
    *,
    role: Role = "speech",
    kind: DateKind = "speech",
) -> Record:
    """What was said on a day, as paragraph `number` of `doc`."""
    return Record(
        id=f"{doc}#{number}",
        doc=doc,
        title=doc,
        role=role,
        passage=number,
        paragraph=1,
        chapter=None,
        chapter_no=None,
        section=None,
        speech="讲话" if role == "speech" else None,
        date=day,
        date_end=day,
        date_precision="day" if day else None,
        date_kind=kind if day else None,
        dates=(),
        source=None,
        pages=None,
        lines=(number, number),
        text=text,
    )


def write_index(index: Path, *steps: Mapping[str, Sequence[Record] | None]) -> None:
    """Write an index step by step: each puts documents in, in the place of those of that name, or
    takes one out where there is None."""
    collection: dict[str, Sequence[Record]] = {}
    for step in steps:
        removed = [doc for doc in step if doc in collection]
        added = {doc: records for doc, records in step.items() if records is not None}
        for doc in removed:
            del collection[doc]
        collection |= added
        # Segments as small as these would be merged, and paragraphs numbered anew.
        with patch("indexer.writer.choose", return_value=[]):
            commit(index, removed=removed, added=sorted(added), collection=collection)


def letters(text: str) -> str:
    """The letters of a folded text."""
    return letters_of(text).codes.tobytes().decode("utf-32-le")


def every_pair(store: Store, length: int) -> set[frozenset[str]]:
    """The ids of all pairs of paragraphs that share a run, found by comparing each with each."""
    texts = {store.record(doc).id: letters(store.texts[doc]) for doc in store.live_docs().tolist()}
    windows: dict[str, set[str]] = {}
    for id_, text in texts.items():
        for at in range(len(text) - length + 1):
            windows.setdefault(text[at : at + length], set()).add(id_)
    return {
        frozenset((one, other))
        for holders in windows.values()
        for one in holders
        for other in holders
        if one != other
    }


def without_time(answer: object) -> object:
    """An answer but for how long it took."""
    assert hasattr(answer, "took_ms")
    return replace(answer, took_ms=0.0)  # type: ignore[type-var]


def first(collection: FolderCollection, query: str, limit: int | None = None) -> FirstUse:
    """Who said first what `query` asks for."""
    asked = Asked(query, time.perf_counter(), TimeBudget(query, seconds=2))
    return first_use(collection.store, parse(query), asked=asked, limit=limit)
