"""Benchmarks are scripts: their modules are imported from their folder."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.command_line import CHECKOUT

Load = Callable[[str], Any]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Imports a module of the benchmarks as its scripts do."""
    monkeypatch.syspath_prepend(str(CHECKOUT / "benchmarks"))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    return importlib.import_module
