"""Measures commands as whole processes: interleaved, so that a slow moment hits all of them.

Peak memory that a child reports begins with that of its parent, so the parent must stay small: who
measures has everything else done by processes of their own (`apart`). Below some 20 MB, which the
parent takes itself, a peak cannot be measured.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LUNSHU = "import sys; from searcher.cli import main; sys.argv[0] = 'lunshu'; main()"
"""A program for `python -c` that is the command `lunshu`."""


@dataclass(frozen=True)
class Run:
    """One finished process.

    Attributes:
        wall_ms: from start to exit, in milliseconds.
        peak_mb: peak resident memory, in megabytes (10^6 bytes).
        work_s: processor time of it and all that it started, in seconds.
        lines: the number of lines that it printed.
    """

    wall_ms: float
    peak_mb: float
    work_s: float
    lines: int


def lunshu(*arguments: object) -> list[str]:
    """The command line of lunshu with `arguments`."""
    return [sys.executable, "-c", _LUNSHU, *map(str, arguments)]


def script(path: Path, *arguments: object) -> list[str]:
    """The command line of a script in Python with `arguments`."""
    return [sys.executable, str(path), *map(str, arguments)]


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """`rounds` runs of each command, in turn (A B C A B C …), after one round of warm-up.

    Raises:
        RuntimeError: a command failed.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            run = measure_once(command)
            if turn:
                runs[name].append(run)
    return runs


def median(runs: Sequence[Run], figure: str) -> float:
    """The median of one figure of the runs."""
    return statistics.median(float(getattr(run, figure)) for run in runs)


def spread(runs: Sequence[Run], figure: str) -> tuple[float, float]:
    """The least and the greatest of one figure of the runs."""
    figures = [getattr(run, figure) for run in runs]
    return min(figures), max(figures)


def measure_once(command: Sequence[str]) -> Run:
    """One run of a command; of several processes it starts the peak is that of the largest.

    Raises:
        RuntimeError: it failed. Exit code 1 is no failure: nothing was found.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            errors.seek(0)
            said = errors.read().decode()[-1000:].strip()
            raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}: {said}")
        out.seek(0)
        lines = out.read().count(b"\n")
    work = usage.ru_utime + usage.ru_stime
    return Run(wall * 1e3, usage.ru_maxrss * 1024 / 1e6, work, lines)


def say(text: str) -> None:
    """Print for who waits what is being done."""
    print(f"… {text}", file=sys.stderr, flush=True)
