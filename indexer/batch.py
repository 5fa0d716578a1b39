"""A batch of records as the arrays of a segment: what is stored, the texts, and all postings.

The three views of the text are counted for the whole batch at once; single postings never pass
through Whoosh.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from indexer.columns.batches import Batch
from indexer.columns.building import SegmentBuilder
from indexer.columns.tokens import bigram_postings, character_postings, word_postings
from indexer.folding import fold
from indexer.record_writing import columns_of, store_records
from indexer.records import Record
from indexer.schema import DAYS, VALUES, day_term

CutWords = Callable[[str], Sequence[str]]


def add_records(
    builder: SegmentBuilder, first: int, records: Sequence[Record], cut: CutWords
) -> None:
    """Add `records` to a segment as its documents from `first` on.

    Args:
        cut: cuts a folded text into words.
    """
    folded = [fold(record.text) for record in records]
    words = [cut(text) for text in folded]
    builder.texts.add(folded)
    columns = columns_of(records)
    store_records(builder, first, columns)
    builder.add_postings("text", word_postings(words, first))
    builder.set_lengths(first, "text", list(map(len, words)))
    builder.add_postings("chars", character_postings(folded, first))
    builder.set_lengths(first, "chars", list(map(len, folded)))
    builder.add_postings("bigrams", bigram_postings(folded, first))
    builder.set_lengths(first, "bigrams", [max(len(text) - 1, 0) for text in folded])
    for name in VALUES:
        builder.add_postings(name, _whole_values(columns[name], first, _value_term))
    for name in DAYS:
        builder.add_postings(name, _whole_values(columns[name], first, _day_term))


def _value_term(value: str | int) -> bytes:
    """The term of a value that is indexed as a whole."""
    return str(value).encode()


def _day_term(day: str | int) -> bytes:
    """The term of a day such as 20180420."""
    return day_term(int(day))


def _whole_values(
    values: Sequence[str | int | None], first: int, encode: Callable[[str | int], bytes]
) -> Batch:
    """The postings of values that each stand once in each of their documents."""
    docs_of: dict[str | int, list[int]] = {}
    for doc, value in enumerate(values, first):
        if value is not None:
            docs_of.setdefault(value, []).append(doc)
    terms = sorted((encode(value), docs) for value, docs in docs_of.items())
    docs = np.array([doc for _, of_term in terms for doc in of_term], np.int64)
    sizes = np.array([len(of_term) for _, of_term in terms], np.int64)
    return Batch([term for term, _ in terms], sizes, docs, np.ones(len(docs), np.int64))
