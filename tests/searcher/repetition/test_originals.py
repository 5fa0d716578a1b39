"""Characters that fold to several are shared as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.text.folding import fold, fold_with_origins
from searcher.repetition.repeated import find_repeated
from searcher.repetition.results import Variant
from searcher.repetition.similar import similar
from tests.support.opened import open_collection
from tests.support.sayings import said, write_index

WORDS = "没有网络安全就没有国家安全"


def variants(tmp_path: Path, *texts: str) -> tuple[str, Variant, str, Variant]:
    """Two texts, each with what the other is to it."""
    write_index(tmp_path, {"甲": [said("甲", n, text) for n, text in enumerate(texts, 1)]})
    store = open_collection(tmp_path)
    (one,), (other,) = (similar(store, id_).variants for id_ in ("甲#2", "甲#1"))
    return texts[0], one, texts[1], other


@pytest.mark.parametrize(
    ("one", "other", "shared", "diff"),
    [
        (f"1⁄{{}}{WORDS}㎡", f"{WORDS}½", WORDS, []),
        (f"占地½{WORDS}㎡。", f"占地㎡{WORDS}½。", WORDS, []),
        (f"{WORDS}½，{WORDS[::-1]}", f"{WORDS}㎡，{WORDS[::-1]}", None, [("½", "㎡")]),
        (f"{WORDS}½，{WORDS[::-1]}", f"{WORDS}1⁄2，{WORDS[::-1]}", None, []),
        (f"{WORDS}㈱，{WORDS[::-1]}", f"{WORDS}株，{WORDS[::-1]}", None, [("㈱", "株")]),
        (f"㎡{WORDS}", f"2{WORDS}", WORDS, []),
        (f"{WORDS}㈱", f"{WORDS}(株)", WORDS, []),
        (
            f"{WORDS}，网 络 很 大，{WORDS[::-1]}",
            f"{WORDS}，网 络大，{WORDS[::-1]}",
            None,
            [("很 ", "")],
        ),
    ],
)
def test_an_edit_parts_no_character(
    tmp_path: Path, one: str, other: str, shared: str | None, diff: list[tuple[str, str]]
) -> None:
    text, variant, source, back = variants(tmp_path, one, other)
    (stretch,) = variant.stretches
    assert text[slice(*stretch.input)] == (text if shared is None else shared)
    assert [
        (text[slice(*edit.input)], source[slice(*edit.source)])
        for edit in stretch.diff
        if edit.op != "equal"
    ] == diff
    for edit in stretch.diff:
        if edit.op == "equal":
            assert fold(text[slice(*edit.input)]) == fold(source[slice(*edit.source)])
    assert [(edit.source, edit.input) for edit in back.stretches[0].diff] == [
        (edit.input, edit.source) for edit in stretch.diff
    ]


def test_a_run_parts_no_character(tmp_path: Path) -> None:
    text, variant, source, _ = variants(tmp_path, f"½{WORDS}½", f"㎡{WORDS}㎡")
    (run,) = variant.runs
    assert (text[slice(*run.input)], source[slice(*run.source)]) == (WORDS, WORDS)
    assert run.letters == len(WORDS)


def test_what_stands_within_one_character_is_no_stretch(tmp_path: Path) -> None:
    blessing = "\ufdfa"  # folds to four words
    words = fold_with_origins(blessing).text
    _, variant, _, _ = variants(tmp_path, f"甲{blessing}", f"乙{words}")
    assert variant.shared == 15
    (stretch,) = variant.stretches
    assert variant.text[slice(*stretch.input)] == blessing
    write_index(tmp_path / "inner", {"甲": [said("甲", 1, blessing), said("甲", 2, words[1:])]})
    store = open_collection(tmp_path / "inner")
    (variant,) = similar(store, "甲#2")
    assert (variant.runs, variant.stretches) == ((), ())
    (group,) = find_repeated(store)
    assert [member.stretches for member in group.members] == [(), ()]
