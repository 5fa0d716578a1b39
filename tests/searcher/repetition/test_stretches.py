from __future__ import annotations

import random
from itertools import pairwise

import pytest

from searcher.repetition.stretches import Alike, folded_stretches
from searcher.textmatch.paragraphs import Wording, wording_of
from searcher.textmatch.runs import tiled_runs


def drawn_text(draw: random.Random) -> str:
    """A text of few letters and some marks, of which some parts come again."""
    parts = ["".join(draw.choices("国安网,", k=draw.randint(5, 30))) for _ in range(3)]
    return "".join(draw.choices([*parts, "国安网络强国,", "甲乙丙丁戊己庚辛"], k=12))


def drawn_pairs(seed: int) -> list[tuple[Wording, Wording]]:
    draw = random.Random(seed)
    pairs = []
    for _ in range(150):
        one = drawn_text(draw)
        cut = sorted(draw.sample(range(len(one)), 3))
        pieces = [one[: cut[0]], one[cut[0] : cut[1]], one[cut[1] : cut[2]], one[cut[2] :]]
        draw.shuffle(pieces)
        other = draw.choice(["", ",", "甲乙", "戊己庚"]).join(pieces) + drawn_text(draw)[:40]
        pairs.append((wording_of(one), wording_of(other)))
    return pairs


def ends(part: Alike) -> tuple[int, int]:
    return part.input + part.length, part.source + part.length


@pytest.mark.parametrize("seed", range(3))
def test_stretches_are_alike_in_order_and_overlap_in_neither_text(seed: int) -> None:
    found = 0
    for one, other in drawn_pairs(seed):
        stretches = folded_stretches(one, other, tiled_runs(one.letters, other.letters, 6))
        found += len(stretches) > 1
        for part in (part for stretch in stretches for part in stretch):
            assert (
                one.folded[part.input : part.input + part.length]
                == other.folded[part.source : part.source + part.length]
            )
        for stretch in stretches:
            for part, following in pairwise(stretch):
                assert ends(part)[0] <= following.input
                assert ends(part)[1] <= following.source
        for side in (0, 1):
            spans = sorted((stretch[0][side], ends(stretch[-1])[side]) for stretch in stretches)
            assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert found > 50


@pytest.mark.parametrize("seed", range(3))
def test_stretches_are_the_same_the_other_way_round(seed: int) -> None:
    for one, other in drawn_pairs(seed):
        there = folded_stretches(one, other, tiled_runs(one.letters, other.letters, 6))
        back = folded_stretches(other, one, tiled_runs(other.letters, one.letters, 6))
        turned = (tuple(Alike(b, a, length) for a, b, length in stretch) for stretch in back)
        assert there == tuple(sorted(turned))
