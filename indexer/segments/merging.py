"""Taking over the documents of a segment into another that is being built: arrays to arrays.

The documents that are left out lose their numbers, the others keep their order.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

import numpy as np

from indexer.segments.batches import Batch
from indexer.segments.building import SegmentBuilder
from indexer.segments.postings import SLAB, FieldPostings, Numbers, Slab
from indexer.segments.segment import Segment

AT_ONCE = SLAB // 2
"""The postings of how many documents are taken over at once."""


def add_segment(
    builder: SegmentBuilder, first: int, segment: Segment, docs: Numbers, fields: Container[str]
) -> None:
    """Add the documents `docs` of `segment`, which rise, as those from `first` on.

    Of `fields` the postings and the lengths are taken over, of all fields what is stored. Where one
    of the segments has texts, documents of the other have empty ones.

    Raises:
        BlockFileError: the segment is damaged.
    """
    for field in segment.stored_fields():
        column = segment.stored(field)
        if column is not None:
            try:
                builder.store_column(first, field, column, docs)
            except TypeError as exc:  # the other segments have values of another type
                raise segment.damaged(f"stored/{field}") from exc
    for field in segment.fields_with_lengths():
        lengths = segment.lengths(field)
        if field in fields and lengths is not None:
            builder.set_lengths(first, field, lengths[docs].tolist())
    if segment.has_texts():
        builder.texts.skip_to(first)
        builder.texts.extend(segment.texts(), docs)
    numbers = np.full(segment.size, -1)
    numbers[docs] = np.arange(first, first + len(docs))
    for field in segment.fields():
        postings = segment.postings(field)
        if field in fields and postings is not None:
            for batch in renumbered(postings, numbers):
                builder.add_postings(field, batch)


def renumbered(postings: FieldPostings, numbers: Numbers) -> Iterator[Batch]:
    """The postings of a field in batches of rising documents, with other document numbers.

    `numbers` has the new number of each document; it rises, except that it is -1 for documents
    that are left out.
    """
    terms = list(postings.terms)
    for low in range(0, len(numbers), SLAB):
        slab = postings.slab(low // SLAB)
        for start in range(low, min(low + SLAB, len(numbers)), AT_ONCE):
            of_slab = np.full(SLAB, -1)
            chosen = numbers[start : start + AT_ONCE]
            of_slab[start - low : start - low + len(chosen)] = chosen
            yield _batch(terms, slab, of_slab)


def _batch(terms: list[bytes], slab: Slab, numbers: Numbers) -> Batch:
    """The postings in a slab of the documents that have a number there."""
    docs = numbers[slab.docs]
    kept = docs >= 0
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)])
    ends = np.cumsum(slab.sizes)
    sizes = before[ends] - before[ends - slab.sizes]
    left = sizes > 0
    return Batch(
        [terms[term] for term in slab.terms[left].tolist()],
        sizes[left],
        docs[kept],
        slab.freqs[kept],
    )
