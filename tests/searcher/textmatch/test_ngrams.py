"""Where texts may agree is seen by hashes of n-grams of their letters."""

from __future__ import annotations

import random

import numpy as np
import pytest
from numpy.typing import NDArray

from searcher.textmatch import ngrams
from searcher.textmatch.letters import letters_of
from searcher.textmatch.ngrams import SIZE, Hash, HashTable, ngram_hashes, seed_hashes, whole_ngrams


@pytest.mark.parametrize("length", [1, 6, 8, 13, 30])
def test_equal_n_grams_have_equal_hashes_and_unequal_ones_have_not(length: int) -> None:
    text = "".join(random.Random(length).choices("国家网", k=3000))
    grams = [text[at : at + length] for at in range(len(text) - length + 1)]
    hashes = ngram_hashes(letters_of(text).codes, length).tolist()
    assert len(hashes) == len(grams)
    assert len(set(zip(grams, hashes, strict=True))) == len(set(grams)) == len(set(hashes))


def test_a_text_that_is_too_short_has_no_n_gram() -> None:
    codes = letters_of("国家").codes
    assert ngram_hashes(codes, 3).tolist() == whole_ngrams(codes, 3).tolist() == []


def test_a_whole_n_gram_goes_across_no_end_of_a_text() -> None:
    assert whole_ngrams(letters_of("国家\n安全网").codes, 2).tolist() == [
        True,
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("length", [0, 1, 4, 5, 6, 7, 40])
def test_each_n_gram_of_six_letters_has_a_hash_that_no_other_has(length: int) -> None:
    draw = random.Random(length)
    text = "".join(draw.choices("甲乙丙", k=length))
    grams = [text[at : at + SIZE] for at in range(length - SIZE + 1)]
    hashes = seed_hashes(letters_of(text).codes).tolist()
    assert len(hashes) == len(grams)
    assert len(set(zip(grams, hashes, strict=True))) == len(set(grams)) == len(set(hashes))


def test_every_letter_has_a_say_in_every_upper_bit() -> None:
    draw = random.Random(1)
    codes = np.array([draw.randrange(0x4E00, 0x9F00) for _ in range(SIZE)], np.uint32)
    before = int(seed_hashes(codes)[0])
    for at in range(SIZE):
        flipped = 0
        for _ in range(200):
            other = codes.copy()
            other[at] = draw.randrange(0x4E00, 0x9F00)
            flipped |= int(seed_hashes(other)[0]) ^ before
        assert flipped >> 10 == (1 << 22) - 1


TABLES = [
    (np.array([5, 9 << 27], np.uint32), np.array([9 << 27, 6, 5, 2**32 - 1], np.uint32)),
    (np.array([5, 7 << 60], np.uint64), np.array([7 << 60, 6, 5, 2**64 - 1], np.uint64)),
]


@pytest.mark.parametrize(("hashes", "others"), TABLES)
def test_hashes_of_either_width_are_found_among_others(
    hashes: NDArray[Hash], others: NDArray[Hash]
) -> None:
    places, which = HashTable(hashes).find(others)
    assert (places.tolist(), which.tolist()) == ([0, 2], [1, 0])


@pytest.mark.parametrize("dtype", [np.uint32, np.uint64])
@pytest.mark.parametrize("bits", [1, 8, 24])
def test_what_is_found_does_not_depend_on_the_size_of_the_table(
    dtype: type[np.uint32 | np.uint64], bits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ngrams, "_LEAST_BITS", bits)
    monkeypatch.setattr(ngrams, "_MOST_BITS", bits)
    draw = np.random.default_rng(bits)
    drawn = draw.integers(0, np.iinfo(dtype).max, 3000, dtype=dtype)
    hashes, others = np.unique(drawn[:1000]), drawn[500:]
    places, which = HashTable(hashes).find(others)
    assert places.tolist() == np.flatnonzero(np.isin(others, hashes)).tolist()
    assert hashes[which].tolist() == others[places].tolist()


def test_nothing_is_found_in_a_table_of_nothing() -> None:
    none = np.empty(0, np.uint64)
    places, which = HashTable(none).find(np.array([0, 5], np.uint64))
    assert (places.tolist(), which.tolist()) == ([], [])
