from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from searcher.textmatch.pairing import Run, shared_runs
from tests.support.growth import assert_linear


def have_a_run(one: str, other: str, length: int) -> bool:
    return any(one[at : at + length] in other for at in range(len(one) - length + 1))


def drawn_pairs(seed: int) -> list[tuple[str, str]]:
    """Pairs of texts of few letters, so that much agrees by chance, and much of it repeatedly."""
    draw = random.Random(seed)
    texts = ["".join(draw.choices("国安网", k=draw.randint(0, 30))) for _ in range(600)]
    return list(zip(texts[::2], texts[1::2], strict=True))


@pytest.mark.parametrize("length", [2, 4, 7])
def test_texts_share_a_run_exactly_when_one_so_long_stands_in_both(length: int) -> None:
    for one, other in drawn_pairs(length):
        assert bool(shared_runs(one, other, length)) == have_a_run(one, other, length)


@pytest.mark.parametrize("length", [2, 4, 7])
def test_runs_are_the_same_the_other_way_round(length: int) -> None:
    for one, other in drawn_pairs(length):
        turned = (Run(run.source, run.input, run.length) for run in shared_runs(one, other, length))
        assert tuple(sorted(turned)) == shared_runs(other, one, length)


@pytest.mark.parametrize("length", [2, 4, 7])
def test_runs_agree_letter_by_letter_and_overlap_in_neither_text(length: int) -> None:
    for one, other in drawn_pairs(length):
        taken: set[int] = set()
        taken_there: set[int] = set()
        for at, there, size in shared_runs(one, other, length):
            assert size >= length
            assert one[at : at + size] == other[there : there + size]
            assert not taken & set(range(at, at + size))
            assert not taken_there & set(range(there, there + size))
            taken |= set(range(at, at + size))
            taken_there |= set(range(there, there + size))


@pytest.mark.parametrize(
    ("one", "other", "runs"),
    [
        ("没有网络安全就没有国家安全", "没有网络安全就没有国家安全", ((0, 0, 13),)),
        ("甲乙丙丁戊己", "戊己甲乙丙", ((0, 2, 3),)),
        ("甲乙丙丁戊己", "丁戊己甲乙丙", ((0, 3, 3), (3, 0, 3))),
        ("甲乙丙丁戊", "乙丙丁戊甲乙丙", ((1, 0, 4),)),
        ("甲乙丙丙乙甲乙丙丁", "甲乙丙丁", ((5, 0, 4),)),
        ("", "甲乙丙", ()),
        ("甲乙", "甲乙", ()),
    ],
)
def test_the_longest_runs_come_first(one: str, other: str, runs: tuple[Run, ...]) -> None:
    assert shared_runs(one, other, 3) == runs


def at_random(size: int) -> str:
    return "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9FFF), k=size)))


LONG: dict[str, tuple[int, Callable[[int], tuple[str, str]], Callable[[int], Run]]] = {
    "at random": (
        2_500,
        lambda size: (at_random(size), at_random(size)),
        lambda size: Run(0, 0, size),
    ),
    "one character": (
        10_000,
        lambda size: ("哈" * (size + 10_000), "哈" * size),
        lambda size: Run(0, 0, size),
    ),
    "two characters": (
        5_000,
        lambda size: ("哈嗨" * size, "嗨哈" * size),
        lambda size: Run(0, 1, 2 * size - 1),
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_long_texts_cost_no_more_than_their_length_whatever_is_repeated_in_them(name: str) -> None:
    size, texts, run = LONG[name]
    assert shared_runs(*texts(4 * size), 13) == (run(4 * size),)
    assert_linear(lambda both: shared_runs(*both, 13), texts, size)
