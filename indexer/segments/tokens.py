"""The postings of a batch of folded texts: their characters, their bigrams, their words.

All texts are counted at once. Which words there are is for `indexer.words` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.segments.batches import Batch
from indexer.segments.postings import SLAB, Numbers

_DIGIT = 16
"""How many bits NumPy sorts by counting, at a quarter of what comparing costs."""

Positions = Callable[[Numbers], list[bytes]]
"""Tells the terms that stand at some positions of the tokens."""


def character_postings(texts: Sequence[str], first: int) -> Batch:
    """The single characters of `texts`, at most `SLAB` of them, numbered from `first`."""
    codes, lengths = _codes(texts)
    docs = np.repeat(np.arange(len(texts)), lengths)
    return postings_of([codes], docs, first, lambda at: _strings(codes[at, None]))


def bigram_postings(texts: Sequence[str], first: int) -> Batch:
    """The overlapping pairs of characters of `texts`, which are numbered from `first`."""
    codes, lengths = _codes(texts)
    docs = np.repeat(np.arange(len(texts)), lengths)
    paired = docs[1:] == docs[:-1]
    before, after = codes[:-1][paired], codes[1:][paired]
    return postings_of(
        [before, after],
        docs[:-1][paired],
        first,
        lambda at: _strings(np.stack([before[at], after[at]], axis=1)),
    )


def numbered_postings(words: Sequence[str], numbers: Numbers, texts: Numbers, first: int) -> Batch:
    """The postings of words, of which `numbers` says which stand in the `texts` beside them."""
    terms = [word.encode() for word in words]
    order = sorted(range(len(terms)), key=terms.__getitem__)
    ranks = np.empty(len(terms), np.int64)
    ranks[order] = np.arange(len(terms))
    return postings_of(
        [ranks[numbers]], texts, first, lambda at: [terms[number] for number in numbers[at]]
    )


def postings_of(keys: Sequence[Numbers], texts: Numbers, first: int, strings: Positions) -> Batch:
    """The postings of tokens that stand in texts: each key in each text once, and how often.

    Args:
        keys: what tells tokens apart, one number a token in each; the first are compared first,
            and their order is that of the terms.
        texts: where the tokens stand, sorted.
        first: the document number of the first text.
        strings: the terms at some positions.

    Raises:
        ValueError: there are too many texts for one slab.
    """
    if texts.max(initial=0) >= SLAB:
        raise ValueError(f"a batch has at most {SLAB} texts")
    digits = [digit for numbers in keys for digit in _digits(numbers)]
    order = np.argsort(digits[-1], kind="stable")  # so equal keys stay in the order of their texts
    for digit in reversed(digits[:-1]):
        order = order[np.argsort(digit[order], kind="stable")]
    docs = texts.astype(np.uint16)[order]
    other = np.zeros(len(order), bool)
    other[:1] = True
    for digit in digits:
        _mark_changes(digit[order], other)
    term_firsts = np.flatnonzero(other)
    _mark_changes(docs, other)
    firsts = np.flatnonzero(other)
    return Batch(
        strings(order[term_firsts]),
        np.diff(np.searchsorted(firsts, term_firsts), append=len(firsts)),
        docs[firsts].astype(np.int64) + first,
        np.diff(firsts, append=len(order)),
    )


def _digits(numbers: Numbers) -> Iterator[NDArray[np.uint16]]:
    """Numbers that are not negative in digits that are sorted by counting, the highest first."""
    most = int(numbers.max(initial=0))
    for shift in reversed(range(0, max(most.bit_length(), 1), _DIGIT)):
        yield (numbers >> shift).astype(np.uint16)


def _mark_changes(numbers: NDArray[np.uint16], changes: NDArray[np.bool_]) -> None:
    """Mark where a number is another than the one before."""
    changes[1:] |= numbers[1:] != numbers[:-1]


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
