"""A batch of records as the arrays of a segment: what is stored, the texts, and all postings.

The three views of the text are counted for the whole batch at once; single postings never pass
through Whoosh. While a batch is being cut, the one before it is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.model.fields import DAYS, VALUES
from indexer.model.records import Record
from indexer.segments.batches import Batch, bigram_postings, character_postings
from indexer.segments.building import SegmentBuilder
from indexer.segments.record_columns import columns_of, store_records
from indexer.text.folding import fold
from indexer.whoosh_codec.schema import day_term
from indexer.words.cut_texts import CutAhead, CutsTexts, cut_postings, numbering


@dataclass(frozen=True, slots=True)
class RecordBatch:
    """Records that are being cut.

    Attributes:
        records: the records.
        folded: their texts, folded.
        ahead: the words of these.
    """

    records: Sequence[Record]
    folded: list[str]
    ahead: CutAhead


def begin_batch(records: Sequence[Record], cutter: CutsTexts) -> RecordBatch:
    """Fold the texts of `records` and begin to cut them."""
    folded = [fold(record.text) for record in records]
    return RecordBatch(records, folded, CutAhead(cutter, folded))


def add_batch(builder: SegmentBuilder, first: int, batch: RecordBatch) -> None:
    """Add records to a segment as its documents from `first` on."""
    records, folded = batch.records, batch.folded
    cut = batch.ahead.result()
    builder.texts.add(folded)
    columns = columns_of(records)
    store_records(builder, first, columns)
    builder.add_postings("text", cut_postings(cut, first))
    builder.set_lengths(first, "text", cut.counts.tolist())
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
    known: defaultdict[str | int | None, int] = numbering()
    numbers = np.fromiter(map(known.__getitem__, values), np.int64, len(values))
    terms = sorted((encode(value), number) for value, number in known.items() if value is not None)
    ranks = np.full(len(known), -1)
    ranks[[number for _, number in terms]] = np.arange(len(terms))
    of_docs = ranks[numbers]
    docs = np.argsort(of_docs, kind="stable")[np.count_nonzero(of_docs < 0) :]
    sizes = np.bincount(of_docs[docs], minlength=len(terms))
    return Batch([term for term, _ in terms], sizes, docs + first, np.ones(len(docs), np.int64))
