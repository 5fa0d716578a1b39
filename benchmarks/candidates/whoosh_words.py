"""Whoosh with its default codec: one field of the shared words."""

from __future__ import annotations

import time
from typing import Any

from serving import Answer, read_cut, serve, size_mb, time_each
from whoosh import analysis, fields, index, query


class _State:
    searcher: Any = None


def build(cut: str, folder: str, times: int = 1) -> dict[str, float]:
    """Build the index in an empty folder; joining the words is not counted."""
    texts = [" ".join(words) for _, words in read_cut(cut)] * times
    started = time.perf_counter()
    schema = fields.Schema(
        number=fields.STORED, text=fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer())
    )
    writer = index.create_in(folder, schema).writer(limitmb=512)
    for number, text in enumerate(texts):
        writer.add_document(number=number, text=text)
    writer.commit()
    return {"seconds": time.perf_counter() - started, "mb": size_mb(folder)}


def open_(target: str) -> None:
    """Open the index."""
    _State.searcher = index.open_dir(target).searcher()


def ask(words: list[str]) -> Answer:
    """The best ten for any of the words."""
    asked = query.Or([query.Term("text", word) for word in words])
    top = _State.searcher.search(asked, limit=10)
    return len([(hit.docnum, hit.score) for hit in top]), None


serve({"build": build, "open": open_, "ask": lambda queries: time_each(ask, queries)})
