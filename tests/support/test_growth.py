"""What tells how a cost grows tells linear from quadratic, and dear from cheap."""

from __future__ import annotations

import pytest

from tests.support.growth import assert_costs_at_most, assert_linear


def linear(size: int) -> None:
    sum(range(20 * size))


def quadratic(size: int) -> None:
    for _ in range(size):
        sum(range(size // 50))


def test_what_is_linear_passes() -> None:
    assert_linear(linear, lambda size: size, 1_000)


def test_what_is_quadratic_is_found() -> None:
    with pytest.raises(AssertionError, match=r"^4 times \d+ costs \d+\.\d times as much$"):
        assert_linear(quadratic, lambda size: size, 1_000)


def test_what_costs_little_is_measured_at_a_size_that_tells() -> None:
    with pytest.raises(AssertionError, match=r"^4 times \d+ costs"):
        assert_linear(quadratic, lambda size: size, 100)


def test_what_is_made_for_it_costs_nothing() -> None:
    def make(size: int) -> int:
        quadratic(size)
        return size

    assert_linear(linear, make, 1_000, most=16_000)


def test_what_costs_more_than_it_may_is_found() -> None:
    assert_costs_at_most(20, lambda: linear(2_000), lambda: linear(1_000))
    with pytest.raises(AssertionError, match=r"times as much, not 20 times at most$"):
        assert_costs_at_most(20, lambda: linear(100_000), lambda: linear(1_000))
