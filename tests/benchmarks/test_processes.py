"""Processes are measured as they are, and one that fails says of what."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from tests.support.command_line import CHECKOUT

BENCHMARKS = CHECKOUT / "benchmarks"


def test_commands_are_run_in_turn_and_one_that_fails_is_named(load: Any) -> None:
    processes = load("processes")
    commands = {
        "pass": [sys.executable, "-c", "print(1)"],
        "nothing found": [sys.executable, "-c", "print(); print(); raise SystemExit(1)"],
    }
    runs = processes.measure(commands, 2)
    assert {name: [run.lines for run in its] for name, its in runs.items()} == {
        "pass": [1, 1],
        "nothing found": [2, 2],
    }
    assert all(0 < run.work_s < 10 for its in runs.values() for run in its)
    failing = [sys.executable, "-c", "import sys; print('why', file=sys.stderr); sys.exit(2)"]
    with pytest.raises(RuntimeError, match=r"^exit code 2: .*sys\.exit\(2\): why$"):
        processes.measure({"fail": failing}, 1)


def test_a_function_is_called_apart_and_its_failure_reported(load: Any) -> None:
    apart = load("apart")
    assert {"SQLite FTS5", "Whoosh"} <= set(apart.ask("peers.engines:installed"))
    with pytest.raises(apart.ChildError, match=r"engines:build: exit code 1: (.|\n)*KeyError"):
        apart.ask("peers.engines:build", name="unheard of", folder="")


@pytest.mark.parametrize("script", ["folding", "run", "relevance", "tracing", "updating"])
def test_scripts_say_what_they_take(script: str) -> None:
    command = [sys.executable, str(BENCHMARKS / f"{script}.py"), "--help"]
    environment = {name: it for name, it in os.environ.items() if name != "PYTHONPATH"}
    asked = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert "--record DIR" in asked.stdout
