"""Parameters of tests that take long with all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def rest_slow(values: Iterable[object], *, quick: int) -> list[Any]:
    """Values of a parameter: the first `quick` ones for every run, the rest for `-m slow`."""
    return [
        value if at < quick else pytest.param(value, marks=pytest.mark.slow)
        for at, value in enumerate(values)
    ]
