"""A paragraph as it was written, folded, and as letters: every place leads back to the first."""

from __future__ import annotations

import pytest

from indexer.text.folding import fold, fold_with_origins
from searcher.textmatch.alignment import Edit, align
from searcher.textmatch.paragraphs import of_whole_characters, original_span, wording_of

TEXTS = ["", "，。", "没有“网络安全”，就没有…", "Ｂig ＤＡＴＡ、㎡è 7.1％", "𠮷，ﾞ甲\u3000\u3000乙"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_span_of_letters_is_the_least_span_of_the_folded_text_that_has_them(text: str) -> None:
    folded = fold(text)
    wording = wording_of(folded)
    assert wording.letters == "".join(filter(str.isalnum, folded))
    for first in range(len(wording.letters)):
        for last in range(first + 1, len(wording.letters) + 1):
            start, end = wording.span(first, last)
            within = folded[start:end]
            assert "".join(filter(str.isalnum, within)) == wording.letters[first:last]
            assert within[0].isalnum()
            assert within[-1].isalnum()


@pytest.mark.parametrize(
    ("ours", "theirs", "edits"),
    [
        ("㎡", "m3", [Edit("replace", (0, 2), (0, 2))]),
        ("㎡", "m2", [Edit("equal", (0, 2), (0, 2))]),
        ("网㎡", "网m", [Edit("equal", (0, 1), (0, 1)), Edit("replace", (1, 3), (1, 2))]),
        ("网络", "网安", [Edit("equal", (0, 1), (0, 1)), Edit("replace", (1, 2), (1, 2))]),
        ("网", "", [Edit("insert", (0, 1), (0, 0))]),
        ("", "", []),
    ],
)
def test_no_edit_splits_what_one_character_was_folded_to(
    ours: str, theirs: str, edits: list[Edit]
) -> None:
    here, there = fold_with_origins(ours), fold_with_origins(theirs)
    raw = align(here.text, there.text)
    assert list(of_whole_characters(raw, here.origins, there.origins)) == edits


def test_an_empty_span_of_a_folded_text_is_an_empty_span_of_the_original() -> None:
    origins = fold_with_origins("网㎡").origins
    assert [original_span(origins, at, at) for at in range(4)] == [(0, 0), (1, 1), (1, 1), (2, 2)]
    assert original_span(origins, 0, 2) == (0, 2)
