"""Measures commands as whole processes: interleaved, so that a slow moment hits all of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """One finished process.

    Attributes:
        wall_ms: from start to exit, in milliseconds.
        peak_mb: peak resident memory, in megabytes (10^6 bytes).
        lines: how many lines it printed.
    """

    wall_ms: float
    peak_mb: float
    lines: int


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """`rounds` runs of each command, in turn (A B C A B C …), after one round of warm-up.

    Raises:
        RuntimeError: a command failed.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            run = _run(command)
            if turn:
                runs[name].append(run)
    return runs


def median(runs: Sequence[Run], figure: str) -> float:
    """The median of one figure of the runs."""
    return statistics.median(getattr(run, figure) for run in runs)


def spread(runs: Sequence[Run], figure: str) -> tuple[float, float]:
    """The least and the greatest of one figure of the runs."""
    figures = [getattr(run, figure) for run in runs]
    return min(figures), max(figures)


def _run(command: Sequence[str]) -> Run:
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
        out.seek(0)
        lines = out.read().count(b"\n")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall * 1e3, usage.ru_maxrss * unit / 1e6, lines)
