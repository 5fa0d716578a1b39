"""tantivy: one field of the shared words, with positions, as its schema builder has it."""

from __future__ import annotations

import time
from typing import Any

import tantivy
from serving import Answer, read_cut, serve, size_mb, time_each

SCHEMA = (
    tantivy.SchemaBuilder()
    .add_text_field("text", tokenizer_name="whitespace", index_option="position")
    .build()
)


class _State:
    searcher: Any = None


def build(cut: str, folder: str, times: int = 1) -> dict[str, float]:
    """Build the index in an empty folder; joining the words is not counted."""
    texts = [" ".join(words) for _, words in read_cut(cut)] * times
    started = time.perf_counter()
    writer = tantivy.Index(SCHEMA, folder).writer(500_000_000, num_threads=1)
    for text in texts:
        document = tantivy.Document()
        document.add_text("text", text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    return {"seconds": time.perf_counter() - started, "mb": size_mb(folder)}


def open_(target: str) -> None:
    """Open the index."""
    _State.searcher = tantivy.Index.open(target).searcher()


def ask(words: list[str]) -> Answer:
    """The best ten for any of the words."""
    terms = [
        (tantivy.Occur.Should, tantivy.Query.term_query(SCHEMA, "text", word)) for word in words
    ]
    hits = _State.searcher.search(tantivy.Query.boolean_query(terms), 10, count=False).hits
    return len(hits), None


serve({"build": build, "open": open_, "ask": lambda queries: time_each(ask, queries)})
