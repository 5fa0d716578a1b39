"""Terms that are counted all at once are counted as one by one."""

from __future__ import annotations

import random

import pytest

from searcher.ranking.rerank import _Occurrences

CHARACTERS = "一二三四五六七a1。"


@pytest.mark.parametrize("size", [1, 2])
def test_terms_counted_at_once_are_counted_as_one_by_one(size: int) -> None:
    draw = random.Random(size)
    for _ in range(150):
        texts = ["".join(draw.choices(CHARACTERS, k=draw.randint(0, 30))) for _ in range(6)]
        every = {"".join(draw.choices(CHARACTERS[:-1], k=size)) for _ in range(draw.randint(0, 12))}
        terms = sorted(every)
        found = _Occurrences(texts, "".join(terms))
        each = found.counts_of_each(terms)
        assert each.shape == (len(terms), len(texts))
        assert each.tolist() == [found.counts(term).tolist() for term in terms]
