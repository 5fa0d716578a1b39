"""The postings of words that were cut chunk by chunk, counted for a whole batch of texts.

They are what `word_postings` makes of the words of each text, at a fraction of its work: each
word is looked up once a chunk, and not wherever it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from indexer.columns.batches import Batch
from indexer.columns.tokens import postings_of
from indexer.cutting_words import CutTexts, numbering


def cut_postings(chunks: Sequence[CutTexts], first: int) -> tuple[Batch, list[int]]:
    """The postings of texts that are numbered from `first`, and how many words each of them has."""
    places: defaultdict[str, int] = numbering()
    numbers = [np.empty(0, np.int64)]
    for chunk in chunks:
        of_chunk = np.fromiter(map(places.__getitem__, chunk.words), np.int64, len(chunk.words))
        numbers.append(of_chunk[np.asarray(chunk.numbers)])
    counts = [count for chunk in chunks for count in chunk.counts]
    words = [word.encode() for word in places]
    order = sorted(range(len(words)), key=words.__getitem__)
    ranks = np.empty(len(words), np.int64)
    ranks[order] = np.arange(len(words))
    texts = np.repeat(np.arange(len(counts)), counts)
    keys = ranks[np.concatenate(numbers)]
    return postings_of(keys, texts, first, lambda _all: [words[at] for at in order]), counts
