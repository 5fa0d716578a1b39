"""Texts are compared by their letters."""

from __future__ import annotations

import pytest

from searcher.textmatch.letters import SEPARATOR, letters_of


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
    assert kept == [code for code in codes if chr(code).isalnum() or code == SEPARATOR]
