"""Texts are compared by their letters, and where they may agree is seen by n-grams of these."""

from __future__ import annotations

import random

import numpy as np
import pytest

from searcher.textmatch.grams import SIZE, gram_hashes
from searcher.textmatch.letters import PARTING, letters_of


@pytest.mark.parametrize(
    ("folded", "letters", "places"),
    [
        ("", "", []),
        ('，。"《》…—%+', "", []),
        ("7.1%", "71", [0, 2]),
        ("甲,乙", "甲乙", [0, 2]),
        ("big data", "bigdata", [0, 1, 2, 4, 5, 6, 7]),
        ("甲\n\n乙", "甲\n\n乙", [0, 1, 2, 3]),
        ("𠮷,㎡é", "𠮷é", [0, 3]),
        ("甲\0\ud800乙", "甲乙", [0, 3]),
    ],
)
def test_the_letters_of_a_text(folded: str, letters: str, places: list[int]) -> None:
    found = letters_of(folded)
    assert found.codes.tolist() == list(map(ord, letters))
    assert found.places.tolist() == places


def test_letters_are_what_is_alphanumeric_of_every_script() -> None:
    codes = [code for code in range(0x32000) if not 0xD800 <= code < 0xE000]
    kept = letters_of("".join(map(chr, codes))).codes.tolist()
    assert kept == [code for code in codes if chr(code).isalnum() or code == PARTING]


@pytest.mark.parametrize("length", [0, 1, 4, 5, 6, 7, 40])
def test_each_n_gram_has_a_hash_that_tells_it_from_others(length: int) -> None:
    draw = random.Random(length)
    text = "".join(draw.choices("甲乙丙", k=length))
    grams = [text[at : at + SIZE] for at in range(length - SIZE + 1)]
    hashes = gram_hashes(letters_of(text).codes).tolist()
    assert len(hashes) == len(grams)
    assert len(set(zip(grams, hashes, strict=True))) == len(set(grams)) == len(set(hashes))


def test_every_letter_has_a_say_in_every_upper_bit() -> None:
    draw = random.Random(1)
    codes = np.array([draw.randrange(0x4E00, 0x9F00) for _ in range(SIZE)], np.uint32)
    before = int(gram_hashes(codes)[0])
    for at in range(SIZE):
        flipped = 0
        for _ in range(200):
            other = codes.copy()
            other[at] = draw.randrange(0x4E00, 0x9F00)
            flipped |= int(gram_hashes(other)[0]) ^ before
        assert flipped >> 10 == (1 << 22) - 1
