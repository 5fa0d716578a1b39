"""Postings through batches to a file and back, over one slab and over several."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.segments.batches import Batch, FieldBatches, bigram_postings, character_postings
from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter
from indexer.segments.building import renumbered
from indexer.segments.postings import MOST, SLAB, FieldPostings
from indexer.words.cut_texts import cut_postings, number_words
from indexer.words.terms import bigrams

Postings = dict[bytes, dict[int, int]]

DOCS = st.one_of(
    st.integers(0, 12),
    st.integers(SLAB - 4, SLAB + 4),
    st.sampled_from([2 * SLAB - 1, 2 * SLAB, 3 * SLAB + 7]),
)
TERMS = st.sampled_from([text.encode() for text in ("a", "b", "核", "核心", "𠮷", "\U0010ffff")])
POSTINGS = st.dictionaries(TERMS, st.dictionaries(DOCS, st.integers(1, MOST), min_size=1))


def batch_of(postings: Postings, docs: range) -> Batch:
    """The postings of some documents as a batch."""
    of_term = {
        term: sorted((doc, freq) for doc, freq in freqs.items() if doc in docs)
        for term, freqs in sorted(postings.items())
    }
    of_term = {term: found for term, found in of_term.items() if found}
    flat = [posting for found in of_term.values() for posting in found]
    return Batch(
        list(of_term),
        np.array([len(found) for found in of_term.values()], np.int64),
        np.array([doc for doc, _ in flat], np.int64),
        np.array([freq for _, freq in flat], np.int64),
    )


def write(batches: Iterable[Batch]) -> FieldPostings:
    return FieldPostings(blocks_of(batches), "text", 8 * SLAB)


def blocks_of(batches: Iterable[Batch]) -> Blocks:
    file = io.BytesIO()
    with closing(FieldBatches(None)) as field, BlockWriter(file) as writer:
        for batch in batches:
            field.add(batch)
        field.write(writer, "text")
    return Blocks(file.getvalue(), "example")


def read(postings: FieldPostings) -> Postings:
    return {
        term: dict(zip(postings.docs(at).tolist(), postings.frequencies(at).tolist(), strict=True))
        for at, term in enumerate(postings.terms)
    }


@settings(max_examples=60)
@given(POSTINGS, st.sets(DOCS, max_size=4))
def test_postings_are_read_back_however_they_were_divided(
    postings: Postings, cuts: set[int]
) -> None:
    bounds = [0, *sorted(cuts), 4 * SLAB]
    parts = [range(first, last) for first, last in pairwise(bounds)]
    written = write(batch_of(postings, part) for part in parts)
    assert read(written) == postings
    assert list(written.terms) == sorted(postings)
    for at, term in enumerate(written.terms):
        assert list(read(written)[term]) == sorted(postings[term])
        assert written.document_frequency(at) == len(postings[term])
        assert written.count(at) == sum(postings[term].values())


@settings(max_examples=25)
@given(POSTINGS, st.sets(DOCS, max_size=8), st.integers(0, SLAB))
def test_documents_that_are_left_out_take_their_postings_with_them(
    postings: Postings, left_out: set[int], shift: int
) -> None:
    size = max((max(freqs) for freqs in postings.values()), default=0) + 1
    numbers = np.full(size, -1)
    live = np.setdiff1d(np.arange(size), list(left_out))
    numbers[live] = np.arange(len(live)) + shift
    expected = {
        term: {int(numbers[doc]): freq for doc, freq in freqs.items() if doc not in left_out}
        for term, freqs in postings.items()
    }
    source = write([batch_of(postings, range(4 * SLAB))])
    merged = write(renumbered(source, numbers))
    assert read(merged) == {term: freqs for term, freqs in expected.items() if freqs}
    for at, term in enumerate(merged.terms):
        assert merged.count(at) == sum(expected[term].values())


def test_one_slab_needs_no_runs() -> None:
    assert write([batch_of({b"a": {SLAB - 1: 1}}, range(SLAB))])._runs is None
    assert write([batch_of({b"a": {SLAB: 1}}, range(2 * SLAB))])._runs is not None


def test_a_frequency_beyond_a_byte_is_kept_and_counted_as_the_greatest() -> None:
    postings = write([batch_of({b"a": {0: 1000, 1: 3}}, range(2))])
    assert read(postings) == {b"a": {0: MOST, 1: 3}}
    assert postings.count(0) == MOST + 3


def test_a_field_without_postings_is_empty() -> None:
    none = np.empty(0, np.int64)
    postings = write([Batch([], none, none, none)])
    assert list(postings.terms) == []
    assert [batch.terms for batch in renumbered(postings, np.arange(3))] == [[]]


def test_batches_come_in_the_order_of_their_documents() -> None:
    later = batch_of({b"a": {5: 1}}, range(10))
    with pytest.raises(ValueError, match="a batch must come after the batches before it"):
        write([later, later])


@pytest.mark.parametrize("block", ["counts", "docs", "freqs", "starts"])
def test_blocks_that_do_not_fit_together_are_damaged(block: str) -> None:
    blocks = blocks_of([batch_of({b"a": {0: 1}, b"b": {0: 2, 1: 3}}, range(2))])
    short = io.BytesIO()
    with BlockWriter(short) as writer:
        for name in blocks.names():
            values = blocks.array(name)
            writer.add(name, values[:-1] if name == f"text/{block}" else values)
    with pytest.raises(BlockFileError, match=r"^block text of example is damaged$"):
        FieldPostings(Blocks(short.getvalue(), "example"), "text", 2)


FOLDED = st.lists(st.text(st.sampled_from("核心技术的𠮷a9，"), max_size=6), max_size=6)


def counted(tokens: Sequence[Sequence[str]], first: int) -> Postings:
    """The postings of texts that were cut into tokens, counted the simple way."""
    postings: Postings = {}
    for doc, of_text in enumerate(tokens, first):
        for token, freq in Counter(of_text).items():
            postings.setdefault(token.encode(), {})[doc] = freq
    return postings


@given(FOLDED, st.sampled_from([0, 7, SLAB - 2]))
def test_the_postings_of_texts_are_those_of_their_tokens(texts: list[str], first: int) -> None:
    cut = [list(text) for text in texts]
    assert read(write([character_postings(texts, first)])) == counted(cut, first)
    cut = [bigrams(text) for text in texts]
    assert read(write([bigram_postings(texts, first)])) == counted(cut, first)
    words = number_words(texts, lambda text: text.split("的"))
    assert read(write([cut_postings(words, first)])) == counted(words.of_each(), first)
    assert words.of_each() == [text.split("的") for text in texts]


def test_a_batch_numbers_no_more_texts_than_16_bits_can() -> None:
    with pytest.raises(ValueError, match="a batch has at most 65536 texts"):
        character_postings(["核"] * (SLAB + 1), 0)
