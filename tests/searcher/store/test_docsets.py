from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.segments.paged import Docset
from searcher.store.docsets import contained, difference, intersection, union, values_at

SETS = st.sets(st.integers(0, 60))


DENSE_OR_NOT = st.sampled_from([1, 5000])  # many close to each other take another way


def docset(numbers: set[int]) -> Docset:
    return np.array(sorted(numbers), np.int64)


@given(SETS, SETS, DENSE_OR_NOT)
def test_sorted_arrays_are_sets(left: set[int], right: set[int], apart: int) -> None:
    left, right = ({number * apart for number in numbers} for numbers in (left, right))
    assert intersection(docset(left), docset(right)).tolist() == sorted(left & right)
    assert difference(docset(left), docset(right)).tolist() == sorted(left - right)
    assert contained(docset(left), docset(right)).tolist() == [n in right for n in sorted(left)]


@given(st.lists(SETS, max_size=5))
def test_a_union_contains_each_number_once(sets: list[set[int]]) -> None:
    assert union([docset(numbers) for numbers in sets]).tolist() == sorted(set().union(*sets))


@given(SETS, SETS, DENSE_OR_NOT)
def test_a_value_is_found_beside_its_number(
    numbers: set[int], others: set[int], apart: int
) -> None:
    numbers, others = ({number * apart for number in those} for those in (numbers, others))
    values = docset(others) * 10 + 1
    expected = [number * 10 + 1 if number in others else 0 for number in sorted(numbers)]
    assert values_at(docset(numbers), docset(others), values).tolist() == expected
