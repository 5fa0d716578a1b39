"""How much the targets try, and that other tests try what they always did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TRIED: list[int] = []


@given(st.integers())
def target(number: int) -> None:
    TRIED.append(number)


def test_a_target_tries_as_often_as_its_profile_says(pytestconfig: pytest.Config) -> None:
    TRIED.clear()
    target()
    profile = settings.get_profile(pytestconfig.getoption("--hypothesis-profile") or "short")
    assert len(TRIED) == profile.max_examples


def test_a_long_run_tries_more_than_a_short_one_and_others_each_time() -> None:
    short, long = settings.get_profile("short"), settings.get_profile("long")
    assert long.max_examples >= 50 * short.max_examples
    assert (short.derandomize, long.derandomize) == (True, False)


def test_the_profile_holds_for_this_folder_alone(pytestconfig: pytest.Config) -> None:
    if not pytestconfig.getoption("--hypothesis-profile"):
        current = settings()
        assert current.max_examples == settings.get_profile("default").max_examples
        assert current.derandomize == settings.get_profile("elsewhere").derandomize
        assert current.max_examples != settings.get_profile("short").max_examples
