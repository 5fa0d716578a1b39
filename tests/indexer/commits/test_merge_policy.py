from __future__ import annotations

import random

import pytest

from indexer.commits.merge_policy import Size, choose


@pytest.mark.parametrize(
    ("sizes", "added", "chosen"),
    [
        ([], 5, []),
        ([Size(100, 0)], 0, []),
        ([Size(100, 1)], 0, [0]),
        ([Size(100, 0)], 1, [0]),
        ([Size(100, 0), Size(100, 0)], 0, [0, 1]),
        ([Size(1_000_000, 0)], 20, []),
        ([Size(1_000_000, 0)], 500_000, [0]),
        ([Size(1_000_000, 400_000)], 20, [0]),
        ([Size(1_000_000, 300_000)], 20, []),
        ([Size(1_000_000, 0), Size(30_000, 0), Size(15_000, 0)], 7_500, [1, 2]),
        ([Size(10, 10)], 0, [0]),
    ],
)
def test_segments_are_chosen(sizes: list[Size], added: int, chosen: list[int]) -> None:
    assert choose(sizes, added) == chosen


@pytest.mark.parametrize("seed", range(20))
def test_segments_stay_few_and_paragraphs_are_seldom_written_again(seed: int) -> None:
    """After any sequence of commits: few segments, few deleted paragraphs, little rewriting."""
    draw = random.Random(seed)
    sizes: list[Size] = []
    added_in_all = written = 0
    for _ in range(400):
        sizes = [
            Size(size.paragraphs, draw.randint(size.deleted, size.paragraphs))
            if draw.random() < 0.1
            else size
            for size in sizes
        ]
        added = draw.choice([0, 1, 50, 5_000, 60_000])
        chosen = choose(sizes, added)
        merged = added + sum(sizes[at].live for at in chosen)
        sizes = [size for at, size in enumerate(sizes) if at not in chosen]
        sizes += [Size(merged, 0)] if merged else []
        added_in_all, written = added_in_all + added, written + merged
        assert all(3 * size.deleted <= size.paragraphs for size in sizes)
        assert len(sizes) <= 14
    assert written < 12 * added_in_all
