"""How two texts differ is told by the best of all alignments; a plain one here says which."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from searcher.textmatch.alignment import Edit, align, distance, extent, fit, size
from tests.support.growth import assert_linear

EQUAL, CHANGED, GAP, ADDED, LEFT_OUT = 4, -4, -5, -2, -1
NEVER = -(10**9)


def best_scores(one: str, other: str, *, free: bool = False) -> list[list[int]]:
    """What the best alignment of each beginning of `one` with each of `other` counts: Gotoh's
    recurrence, cell by cell.

    Args:
        free: with any part of `other` that ends there.
    """
    rows, columns = len(one) + 1, len(other) + 1
    best, put_in, left_out = ([[NEVER] * columns for _ in range(rows)] for _ in range(3))
    for i in range(rows):
        for j in range(columns):
            if i:
                put_in[i][j] = ADDED + max(best[i - 1][j] + GAP, put_in[i - 1][j])
            if j:
                left_out[i][j] = LEFT_OUT + max(best[i][j - 1] + GAP, left_out[i][j - 1])
            ways = [put_in[i][j], left_out[i][j]]
            if i == 0 and (free or j == 0):
                ways.append(0)
            if i and j:
                same = one[i - 1] == other[j - 1]
                ways.append(best[i - 1][j - 1] + (EQUAL if same else CHANGED))
            best[i][j] = max(ways)
    return best


def score(edits: Sequence[Edit], input: str, source: str) -> int:
    """What edits count, where each change is made in the best way."""
    return sum(
        EQUAL * (edit.input[1] - edit.input[0])
        if edit.op == "equal"
        else best_scores(input[slice(*edit.input)], source[slice(*edit.source)])[-1][-1]
        for edit in edits
    )


def kind(edit: Edit, input: str, source: str) -> str:
    """What an edit is by the texts that it joins."""
    ours, theirs = input[slice(*edit.input)], source[slice(*edit.source)]
    if ours == theirs:
        return "equal"
    return "replace" if ours and theirs else "insert" if ours else "delete"


def assert_tiles(edits: Sequence[Edit], input: str, source: str, first: int, last: int) -> None:
    """The edits cover all of the input and this part of the source, of each kind as much in one as
    can be."""
    at_input, at_source = 0, first
    for edit in edits:
        assert (edit.input[0], edit.source[0]) == (at_input, at_source)
        assert edit.op == kind(edit, input, source)
        at_input, at_source = edit.input[1], edit.source[1]
    assert (at_input, at_source) == (len(input), last)
    kinds = [edit.op == "equal" for edit in edits]
    assert all(one != other for one, other in pairwise(kinds))


def pairs(seed: int, count: int) -> list[tuple[str, str]]:
    """Texts of few letters, of which the second is the first with changes, or any other."""
    draw = random.Random(seed)
    drawn = []
    for _ in range(count):
        letters = "甲乙丙丁戊己庚辛"[: draw.randint(1, 8)]
        one = draw.choices(letters, k=draw.randint(0, 16))
        other = list(one) if draw.random() < 0.6 else draw.choices(letters, k=draw.randint(0, 16))
        for _ in range(draw.randint(0, 3)):
            at = draw.randint(0, len(other))
            other[at : at + draw.randint(0, 4)] = draw.choices(letters, k=draw.randint(0, 4))
        drawn.append(("".join(one), "".join(other)))
    return drawn


def test_two_texts_are_aligned_as_well_as_can_be() -> None:
    for input, source in pairs(seed=1, count=400):
        edits = align(input, source)
        assert_tiles(edits, input, source, 0, len(source))
        assert score(edits, input, source) == best_scores(input, source)[-1][-1], (input, source)


def test_a_text_is_fitted_into_a_longer_one_as_well_as_can_be() -> None:
    fitted = 0
    for input, source in pairs(seed=2, count=400):
        if not input or not source:
            continue
        edits = fit(input, source)
        if not edits:
            assert source.find(input) < 0
            continue
        fitted += 1
        assert_tiles(edits, input, source, edits[0].source[0], edits[-1].source[1])
        assert score(edits, input, source) == max(best_scores(input, source, free=True)[-1])
        assert "delete" not in (edits[0].op, edits[-1].op)
    assert fitted > 250


def test_a_text_goes_on_like_another_as_far_as_that_counts_most() -> None:
    for input, source in pairs(seed=3, count=400):
        most = [max(row) for row in best_scores(input, source)]
        assert most[extent(input, source)] == max(most), (input, source)


@pytest.mark.parametrize(
    ("input", "source", "edits"),
    [
        ("", "", []),
        ("甲", "", [("insert", "甲", "")]),
        ("", "甲", [("delete", "", "甲")]),
        ("甲", "甲", [("equal", "甲", "甲")]),
        ("甲", "乙", [("replace", "甲", "乙")]),
        ("甲乙丙", "甲丙", [("equal", "甲", "甲"), ("insert", "乙", ""), ("equal", "丙", "丙")]),
        ("甲丙", "甲乙丙", [("equal", "甲", "甲"), ("delete", "", "乙"), ("equal", "丙", "丙")]),
        (
            "坚持以人民为中心,建设网络强国",
            "坚持以人民为中心,坚持自主创新,建设网络强国",
            [
                ("equal", "坚持以人民为中心,", "坚持以人民为中心,"),
                ("delete", "", "坚持自主创新,"),
                ("equal", "建设网络强国", "建设网络强国"),
            ],
        ),
        (  # what agrees between two changes by chance
            "网络安全一二三四的五六七八国家安全",
            "网络安全甲乙丙丁的戊己庚辛国家安全",
            [
                ("equal", "网络安全", "网络安全"),
                ("replace", "一二三四的五六七八", "甲乙丙丁的戊己庚辛"),
                ("equal", "国家安全", "国家安全"),
            ],
        ),
        (  # it is not by chance that three letters agree
            "网络安全一二三四我们要五六七八国家安全",
            "网络安全甲乙丙丁我们要戊己庚辛国家安全",
            [
                ("equal", "网络安全", "网络安全"),
                ("replace", "一二三四", "甲乙丙丁"),
                ("equal", "我们要", "我们要"),
                ("replace", "五六七八", "戊己庚辛"),
                ("equal", "国家安全", "国家安全"),
            ],
        ),
        (
            "𠮷\ud800甲",
            "𠮷乙甲",
            [("equal", "𠮷", "𠮷"), ("replace", "\ud800", "乙"), ("equal", "甲", "甲")],
        ),
    ],
)
def test_differences_read_as_an_editor_would_mark_them(
    input: str, source: str, edits: list[tuple[str, str, str]]
) -> None:
    assert [
        (edit.op, input[slice(*edit.input)], source[slice(*edit.source)])
        for edit in align(input, source)
    ] == edits


@pytest.mark.parametrize(
    ("input", "source", "span"),
    [
        ("乙丙", "甲乙丙丁", (1, 3)),
        ("甲", "乙", None),
        ("网络强国", "建设网络的强国吧", (2, 7)),
        ("建设网络强国", "一二三,建设好网络强国,四五六", (4, 11)),
    ],
)
def test_what_surrounds_the_part_that_suits_is_not_its_part(
    input: str, source: str, span: tuple[int, int] | None
) -> None:
    edits = fit(input, source)
    assert (edits[0].source[0], edits[-1].source[1]) == span if span else edits == ()


@pytest.mark.parametrize("gap", [10, 39])
@pytest.mark.parametrize("text", ["网络安全和信息化是一体之两翼"])
def test_a_gap_on_either_side_is_found(text: str, gap: int) -> None:
    longer = text + "甲" * gap + text[::-1]
    shorter = text + text[::-1]
    assert [edit.op for edit in align(shorter, longer)] == ["equal", "delete", "equal"]
    assert [edit.op for edit in align(longer, shorter)] == ["equal", "insert", "equal"]
    assert distance(align(longer, shorter)) == gap


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (Edit("equal", (3, 9), (2, 8)), 0),
        (Edit("insert", (3, 9), (2, 2)), 6),
        (Edit("delete", (3, 3), (2, 9)), 7),
        (Edit("replace", (3, 5), (2, 9)), 7),
        (Edit("replace", (3, 9), (2, 3)), 6),
    ],
)
def test_a_change_is_as_large_as_its_longer_side(edit: Edit, changed: int) -> None:
    assert size(edit) == changed


def test_long_texts_are_aligned_in_a_time_that_grows_with_their_length() -> None:
    def texts(length: int) -> tuple[str, str]:
        draw = random.Random(4)
        source = "".join(chr(draw.randrange(0x4E00, 0x9F00)) for _ in range(length))
        return "".join(draw.choice("的了") if draw.random() < 0.1 else c for c in source), source

    input, source = texts(4000)
    assert distance(align(input, source)) == sum(
        ours != theirs for ours, theirs in zip(input, source, strict=True)
    )
    assert_linear(lambda both: align(*both), texts, 1_000)
