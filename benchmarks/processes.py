"""Measures commands as whole processes: interleaved, so that a slow moment hits all of them.

Peak memory that a child reports begins with that of its parent, so the parent must stay small: this
module imports the standard library alone, and `measure_apart` measures from a process that holds
nothing else. Below some 20 MB, which that one takes itself, a peak cannot be told.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

LUNSHU = "import sys; from searcher.cli import main; sys.argv[0] = 'lunshu'; main()"
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


def measure_apart(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """What `measure` gives, measured from a process of its own, however large this one is."""
    asked = json.dumps({"commands": commands, "rounds": rounds})
    done = subprocess.run(
        [sys.executable, __file__],
        input=asked,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return {name: [Run(**run) for run in runs] for name, runs in json.loads(done.stdout).items()}


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
    """
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, start_new_session=True)
        watch = _Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        together_mb = watch.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
        out.seek(0)
        lines = out.read().count(b"\n")
    return Run(wall * 1e3, max(usage.ru_maxrss * 1024 / 1e6, together_mb), lines)


def run_script(name: str, *arguments: object) -> str:
    """Run one of the scripts of this folder. Returns what it prints."""
    command = [sys.executable, str(Path(__file__).parent / name), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


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


def main() -> None:
    """Measure the commands that stand on the standard input, and print the runs as JSON."""
    runs_of = measure(**json.load(sys.stdin))
    print(json.dumps({name: list(map(asdict, runs)) for name, runs in runs_of.items()}))


if __name__ == "__main__":
    main()
