"""The postings of texts that have been cut.

They are what `word_postings` makes of the words of each text, at a fraction of its work: each
word is looked up once, and not wherever it stands.
"""

from __future__ import annotations

import numpy as np

from indexer.columns.batches import Batch
from indexer.columns.tokens import postings_of
from indexer.words.cut_texts import CutTexts


def cut_postings(cut: CutTexts, first: int) -> Batch:
    """The postings of the words of texts, which are numbered from `first`."""
    words = [word.encode() for word in cut.words]
    order = sorted(range(len(words)), key=words.__getitem__)
    ranks = np.empty(len(words), np.int64)
    ranks[order] = np.arange(len(words))
    texts = np.repeat(np.arange(len(cut.counts)), cut.counts)
    return postings_of(ranks[cut.numbers], texts, first, lambda _all: [words[at] for at in order])
