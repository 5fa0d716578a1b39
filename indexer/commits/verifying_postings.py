"""The deep check of a segment's postings: that they make sense, and are those of its texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from indexer.commits.verifying_documents import Expected
from indexer.segments.batches import Batch
from indexer.segments.merging import AT_ONCE, renumbered
from indexer.segments.postings import MOST, SLAB, FieldPostings
from indexer.segments.segment import Segment
from indexer.segments.tokens import bigram_postings, character_postings

WORDS = "text"
"""The field of the words, which follow from the texts and from a dictionary."""

_COUNTED: Mapping[str, Callable[[Sequence[str], int], Batch]] = {
    "chars": character_postings,
    "bigrams": bigram_postings,
}
"""The fields that follow from the texts alone."""


def verify_postings(segment: Segment, expected: Expected) -> None:
    """See that the postings of a segment are those of its documents.

    Raises:
        BlockFileError: they are not.
    """
    for field in segment.fields():
        _postings(segment, field).check()
    _verify_words(segment)
    for field, count in _COUNTED.items():
        _verify_view(_postings(segment, field), expected.folded, count)
    for field, values in expected.values.items():
        if values or field in segment.fields():
            _verify_values(_postings(segment, field), values)


def _postings(segment: Segment, field: str) -> FieldPostings:
    postings = segment.postings(field)
    if postings is None:
        raise segment.lacking(field)
    return postings


def _verify_words(segment: Segment) -> None:
    """See that each text has as many words as its length says."""
    postings, lengths = _postings(segment, WORDS), segment.lengths(WORDS)
    if lengths is None:
        raise postings.damaged()
    for low in range(0, segment.size, SLAB):
        slab = postings.slab(low // SLAB)
        known = lengths[low : low + SLAB]
        counted = np.bincount(slab.docs, slab.freqs, len(known))
        # A frequency that no byte holds is kept as the greatest, so there may be more words.
        more = np.bincount(slab.docs[slab.freqs == MOST], minlength=len(known)) > 0
        if (counted > known).any() or (counted[~more] != known[~more]).any():
            raise postings.damaged()


def _verify_view(
    postings: FieldPostings, folded: Sequence[str], count: Callable[[Sequence[str], int], Batch]
) -> None:
    """See that the postings of a field are those that `count` makes of the texts."""
    firsts = range(0, len(folded), AT_ONCE)
    for first, stored in zip(firsts, renumbered(postings, np.arange(len(folded))), strict=True):
        counted = count(folded[first : first + AT_ONCE], first)
        if not (
            list(stored.terms) == list(counted.terms)
            and np.array_equal(stored.sizes, counted.sizes)
            and np.array_equal(stored.docs, counted.docs)
            and np.array_equal(stored.freqs, counted.freqs.clip(1, MOST))
        ):
            raise postings.damaged()


def _verify_values(postings: FieldPostings, values: Mapping[str, Sequence[int]]) -> None:
    """See that the terms of a field are the values of the documents."""
    terms = sorted((value.encode(), docs) for value, docs in values.items())
    if list(postings.terms) != [term for term, _ in terms] or not all(
        postings.docs(at).tolist() == docs and (postings.frequencies(at) == 1).all()
        for at, (_, docs) in enumerate(terms)
    ):
        raise postings.damaged()
