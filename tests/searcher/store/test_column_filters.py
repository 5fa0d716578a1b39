"""Filters over columns by their runs: they let through what a look at every paragraph would."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from searcher.store import Mask
from searcher.store.column_filters import ColumnFilter, DocsetFilter, Runs, SegmentFilter

columns = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1)), max_size=30)


def let_through(first: NDArray[Any], second: NDArray[Any]) -> Mask:
    """A test of two columns."""
    return np.asarray((first >= 2) & (second == 0))


def select(segments: list[list[tuple[int, int]]], dead: set[int]) -> tuple[ColumnFilter, list[int]]:
    """A selection over segments, and what it is to let through."""
    parts, expected, base = [], [], 0
    for rows in segments:
        pair = np.array(rows, np.uint8).reshape(len(rows), 2)
        parts.append(SegmentFilter(base, Runs([pair[:, 0], pair[:, 1]]), let_through))
        expected += [base + at for at, (one, two) in enumerate(rows) if one >= 2 and not two]
        base += len(rows)
    live = np.ones(base, bool)
    live[[number for number in dead if number < base]] = False
    return ColumnFilter(parts, live if dead else None), [doc for doc in expected if live[doc]]


@given(st.lists(columns, max_size=3), st.sets(st.integers(0, 60), max_size=5))
def test_a_selection_has_the_live_paragraphs_that_pass_its_test(
    segments: list[list[tuple[int, int]]], dead: set[int]
) -> None:
    selection, expected = select(segments, dead)
    assert selection.docs().tolist() == expected
    assert selection.count() >= len(expected)


@example([[(2, 0), (3, 0)], [(2, 0)]], {1}, {0, 1, 2})
@given(
    st.lists(columns, max_size=3),
    st.sets(st.integers(0, 60), max_size=5),
    st.sets(st.integers(0, 90)),
)
def test_the_mask_of_a_filter_is_of_those_that_it_lets_through(
    segments: list[list[tuple[int, int]]], dead: set[int], asked: set[int]
) -> None:
    selection, expected = select(segments, dead)
    size = sum(map(len, segments))
    docs = np.array(sorted(doc for doc in asked if doc < size), np.int64)
    kept = [doc for doc in expected if doc in asked]
    assert docs[selection.mask(docs)].tolist() == kept
    assert docs[DocsetFilter(np.array(expected, np.int64)).mask(docs)].tolist() == kept


def test_neighbours_of_equal_values_are_one_run() -> None:
    runs = Runs([np.array([1, 1, 1, 2, 1]), np.array([5, 5, 6, 6, 6])])
    assert [values.tolist() for values in runs.values] == [[1, 1, 2, 1], [5, 6, 6, 6]]
    assert runs.count(np.array([True, False, False, True])) == 3
