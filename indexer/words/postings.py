"""The postings of texts that have been cut.

They are what `word_postings` makes of the words of each text, at a fraction of its work: each
word is looked up once, and not wherever it stands.
"""

from __future__ import annotations

import numpy as np

from indexer.columns.batches import Batch
from indexer.columns.tokens import numbered_postings
from indexer.words.cut_texts import CutTexts


def cut_postings(cut: CutTexts, first: int) -> Batch:
    """The postings of the words of texts, which are numbered from `first`."""
    texts = np.repeat(np.arange(len(cut.counts)), cut.counts)
    return numbered_postings(cut.words, cut.numbers, texts, first)
