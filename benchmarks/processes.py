"""Measures commands as whole processes: interleaved, so that a slow moment hits all of them.

Peak memory that a child reports begins with that of its parent, so the parent must stay small: who
measures has everything else done by processes of their own (`apart`). Below some 20 MB, which the
parent takes itself, a peak cannot be told.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
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
        lines: how many lines it printed.
    """

    wall_ms: float
    peak_mb: float
    lines: int


def lunshu(*arguments: object) -> list[str]:
    """The command line of lunshu with `arguments`."""
    return [sys.executable, "-c", _LUNSHU, *map(str, arguments)]


def script(path: Path, *arguments: object) -> list[str]:
    """The command line of a script in Python with `arguments`."""
    return [sys.executable, str(path), *map(str, arguments)]


def run_quietly(command: Sequence[str]) -> None:
    """Run a command; what it prints is thrown away."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """`rounds` runs of each command, in turn (A B C A B C …), after one round of warm-up.

    Raises:
        RuntimeError: a command failed.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            run = _run(command, watched=False)
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


def measure_tree(command: Sequence[str]) -> Run:
    """One run of a command; its peak memory is that of all its processes together.

    Memory that several of them share is counted for each.

    Raises:
        RuntimeError: it failed.
    """
    return _run(command, watched=True)


def _run(command: Sequence[str], *, watched: bool) -> Run:
    """One run; a process that is not watched may say with exit code 1 that it has found nothing."""
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, start_new_session=True)
        watch = _Watch(process.pid) if watched else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        together_mb = watch.stop() if watch else 0
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ((0,) if watched else (0, 1)):
            raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
        out.seek(0)
        lines = out.read().count(b"\n")
    return Run(wall * 1e3, max(usage.ru_maxrss * 1024 / 1e6, together_mb), lines)


def say(text: str) -> None:
    """Tell who waits what is being done."""
    print(f"… {text}", file=sys.stderr, flush=True)


class _Watch:
    """Adds up, again and again, the memory of all processes of a session (Linux only)."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._ended = threading.Event()
        self._most = 0
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Stop looking. Returns the most there was, in megabytes."""
        self._ended.set()
        self._thread.join()
        return self._most * os.sysconf("SC_PAGE_SIZE") / 1e6

    def _look(self) -> None:
        while not self._ended.wait(0.05):
            self._most = max(self._most, sum(map(self._pages, Path("/proc").glob("[0-9]*/stat"))))

    def _pages(self, stat: Path) -> int:
        try:
            fields = stat.read_text("utf-8").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            return 0
        return int(fields[21]) if int(fields[3]) == self._session else 0
