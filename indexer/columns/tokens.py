"""The postings of a batch of folded texts: their characters, their bigrams, their words.

They are what `indexer.words.analysis` makes of each text one by one, counted for many at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from indexer.columns.batches import Batch
from indexer.columns.postings import SLAB, Numbers

_WIDTH = 16
"""How many bits of a key number the text; `SLAB` of them fit."""


def character_postings(texts: Sequence[str], first: int) -> Batch:
    """The single characters of `texts`, at most `SLAB` of them, numbered from `first`."""
    codes, lengths = _codes(texts)
    docs = np.repeat(np.arange(len(texts)), lengths)
    return postings_of(codes, docs, first, lambda keys: _strings(keys[:, None]))


def bigram_postings(texts: Sequence[str], first: int) -> Batch:
    """The overlapping pairs of characters of `texts`, which are numbered from `first`."""
    codes, lengths = _codes(texts)
    docs = np.repeat(np.arange(len(texts)), lengths)
    paired = docs[1:] == docs[:-1]
    pairs = (codes[:-1][paired] << 21) | codes[1:][paired]
    return postings_of(
        pairs,
        docs[:-1][paired],
        first,
        lambda keys: _strings(np.stack([keys >> 21, keys & ((1 << 21) - 1)], axis=1)),
    )


def word_postings(texts: Sequence[Sequence[str]], first: int) -> Batch:
    """The words that the texts were cut into; the texts are numbered from `first`."""
    numbers: dict[str, int] = {}
    ids = np.fromiter(
        (numbers.setdefault(word, len(numbers)) for words in texts for word in words), np.int64
    )
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    docs = np.repeat(np.arange(len(texts)), lengths)
    words = [word.encode() for word in numbers]
    order = sorted(range(len(words)), key=words.__getitem__)
    ranks = np.empty(len(words), np.int64)
    ranks[order] = np.arange(len(words))
    return postings_of(
        ranks[ids] if len(ids) else ids,
        docs,
        first,
        lambda keys: [words[order[key]] for key in keys.tolist()],
    )


def postings_of(
    keys: Numbers, texts: Numbers, first: int, strings: Callable[[Numbers], list[bytes]]
) -> Batch:
    """The postings of tokens that stand in texts: each key in each text once, and how often.

    `strings` makes terms of keys; the order of keys is that of their terms.
    """
    if texts.max(initial=0) >= SLAB:
        raise ValueError(f"a batch has at most {SLAB} texts")
    both = (keys << _WIDTH) | texts
    both.sort()
    firsts = _firsts(both)
    freqs = np.diff(firsts, append=len(both))
    postings = both[firsts]
    terms = postings >> _WIDTH
    term_firsts = _firsts(terms)
    return Batch(
        strings(terms[term_firsts]),
        np.diff(term_firsts, append=len(terms)),
        (postings & (SLAB - 1)) + first,
        freqs,
    )


def _firsts(numbers: Numbers) -> Numbers:
    """Where each of sorted `numbers` comes first."""
    other = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=other[1:])
    return np.flatnonzero(other)


def _codes(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The code points of all texts, and how many each has."""
    data = "".join(texts).encode("utf-32-le")
    return np.frombuffer(data, "<u4").astype(np.int64), np.fromiter(
        map(len, texts), np.int64, len(texts)
    )


def _strings(codes: Numbers) -> list[bytes]:
    """The strings of rows of code points, in UTF-8."""
    width = codes.shape[1]
    text = codes.astype("<u4").tobytes().decode("utf-32-le")
    return [text[at : at + width].encode("utf-8") for at in range(0, len(text), width)]
