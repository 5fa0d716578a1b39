"""The runs that two texts share, and chains of them: no more than a few words differ between."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from searcher.textmatch.runs import Chain, Run, iter_chains, tiled_runs
from searcher.textmatch.seeding import SharedRuns
from searcher.textmatch.thresholds import DEFAULT
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
        assert bool(tiled_runs(one, other, length)) == have_a_run(one, other, length)


@pytest.mark.parametrize("length", [2, 4, 7])
def test_runs_are_the_same_the_other_way_round(length: int) -> None:
    for one, other in drawn_pairs(length):
        turned = (Run(run.source, run.input, run.length) for run in tiled_runs(one, other, length))
        assert tuple(sorted(turned)) == tiled_runs(other, one, length)


@pytest.mark.parametrize("length", [2, 4, 7])
def test_runs_agree_letter_by_letter_and_overlap_in_neither_text(length: int) -> None:
    for one, other in drawn_pairs(length):
        taken: set[int] = set()
        taken_there: set[int] = set()
        for at, there, size in tiled_runs(one, other, length):
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
    assert tiled_runs(one, other, 3) == runs


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
    assert tiled_runs(*texts(4 * size), 13) == (run(4 * size),)
    assert_linear(lambda both: tiled_runs(*both, 13), texts, size)


Plain = tuple[int, int, int]


def chains(
    runs: list[Plain], *, least: int = 6, doc: int = 3, regions: tuple[int, ...] = (0,)
) -> list[tuple[int, list[Plain]]]:
    """The chains of the runs of one paragraph, with the regions they are of."""
    inputs, sources, lengths = (np.array(column, np.int64) for column in zip(*runs, strict=True))
    columns = SharedRuns(np.full(len(runs), doc), inputs, sources, lengths)
    starts, wanted = np.array(regions), np.full(len(regions), least)
    return sorted(
        (region, [(run[0], run[1], run[2]) for run in chain.runs])
        for region, chain in iter_chains(columns, starts, wanted)
    )


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([(0, 0, 20)], [[(0, 0, 20)]]),
        ([(0, 0, 20), (21, 21, 20)], [[(0, 0, 20), (21, 21, 20)]]),  # one letter was changed
        ([(0, 0, 20), (20, 30, 20)], [[(0, 0, 20), (20, 30, 20)]]),  # ten were left out
        ([(0, 0, 20), (30, 20, 20)], [[(0, 0, 20), (30, 20, 20)]]),  # ten were put in
        ([(0, 0, 30), (62, 62, 30)], [[(0, 0, 30), (62, 62, 30)]]),  # the widest gap
        ([(0, 0, 30), (63, 63, 30)], [[(0, 0, 30)], [(63, 63, 30)]]),
        ([(0, 0, 30), (63, 40, 30)], [[(0, 0, 30)], [(63, 40, 30)]]),
        ([(0, 0, 30), (40, 63, 30)], [[(0, 0, 30)], [(40, 63, 30)]]),
        ([(0, 0, 10), (22, 22, 10)], [[(0, 0, 10), (22, 22, 10)]]),  # 12 of 20 letters
        ([(0, 0, 10), (23, 23, 10)], [[(0, 0, 10)], [(23, 23, 10)]]),  # 13 of 20
        ([(0, 40, 20), (20, 20, 20)], [[(0, 40, 20)], [(20, 20, 20)]]),  # the other way round
        ([(0, 0, 20), (18, 21, 20)], [[(0, 0, 20), (20, 23, 18)]]),  # they overlap in the article
        ([(0, 0, 20), (21, 18, 20)], [[(0, 0, 20), (23, 20, 18)]]),  # or in the paragraph
        ([(0, 0, 20), (12, 13, 8)], [[(0, 0, 20)], [(12, 13, 8)]]),  # nothing would be left of it
        # too far from what came before, not from that with what comes behind
        ([(0, 0, 10), (23, 23, 8), (31, 33, 8)], [[(0, 0, 10), (23, 23, 8), (31, 33, 8)]]),
    ],
)
def test_runs_that_belong_together_are_chained(
    runs: list[Plain], expected: list[list[Plain]]
) -> None:
    assert [chain for _, chain in chains(runs)] == sorted(expected)


def test_no_chain_goes_across_the_edge_of_a_region() -> None:
    runs = [(0, 0, 20), (21, 21, 20), (42, 42, 20)]
    assert chains(runs, regions=(0, 21)) == [
        (0, [(0, 0, 20)]),
        (1, [(21, 21, 20), (42, 42, 20)]),
    ]


def test_a_chain_covers_enough() -> None:
    assert chains([(0, 0, 7), (8, 8, 8)], least=15) == [(0, [(0, 0, 7), (8, 8, 8)])]
    assert chains([(0, 0, 7), (8, 8, 8)], least=16) == []
    assert chains([(0, 0, 9), (99, 99, 9)], least=16) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_runs_of_a_chain_follow_each_other_and_are_near(seed: int) -> None:
    draw = random.Random(seed)
    runs = sorted(
        (draw.randrange(200), draw.randrange(200), draw.randint(6, 20)) for _ in range(40)
    )
    held = chains(runs)
    assert len(held) > 1
    for _, chain in held:
        for (input, source, length), behind in pairwise(chain):
            assert 0 <= behind[0] - input - length <= DEFAULT.widest_gap
            assert 0 <= behind[1] - source - length <= DEFAULT.widest_gap
            assert behind[2] > 0
    letters = {(input + at, source + at) for input, source, length in runs for at in range(length)}
    assert all(
        (input + at, source + at) in letters
        for _, chain in held
        for input, source, length in chain
        for at in range(length)
    )


CHAIN = Chain(3, (Run(10, 5, 8), Run(20, 17, 6), Run(40, 30, 7)))


@pytest.mark.parametrize(
    ("start", "end", "runs"),
    [
        (0, 99, [(10, 5, 8), (20, 17, 6), (40, 30, 7)]),
        (12, 42, [(12, 7, 6), (20, 17, 6), (40, 30, 2)]),
        (18, 20, []),
        (19, 21, [(20, 17, 1)]),
        (26, 40, []),
    ],
)
def test_a_part_of_a_chain(start: int, end: int, runs: list[Plain]) -> None:
    part = CHAIN.within(start, end)
    assert ([] if part is None else [tuple(run) for run in part.runs]) == runs


def test_what_a_chain_says_of_itself() -> None:
    assert (CHAIN.start, CHAIN.end, CHAIN.covered) == (10, 47, 21)
    assert CHAIN.shifted(-10).runs == (Run(0, 5, 8), Run(10, 17, 6), Run(30, 30, 7))
    slip = Chain(3, (Run(0, 0, 8), Run(11, 8, 6), Run(21, 20, 7)))
    assert slip.dense() == [Chain(3, slip.runs[:2]), Chain(3, slip.runs[2:])]
