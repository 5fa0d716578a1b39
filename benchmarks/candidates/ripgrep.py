"""ripgrep: a whole process a query, which counts the lines of the folded texts that hold a string.

A line is a paragraph, so its count is what a quoted query should find. Starting the process is part
of its time (`start` says how much), and so is opening the file, which the system has in memory.
"""

from __future__ import annotations

import subprocess
import time

from serving import Answer, serve, time_each


class _State:
    texts = ""


def open_(target: str) -> None:
    """Remember where the texts are, a paragraph a line."""
    _State.texts = target


def ask(strings: list[str]) -> Answer:
    """How many lines hold any of the strings."""
    patterns = [part for string in strings for part in ("-e", string)]
    return int(_printed("--count", "--fixed-strings", *patterns, _State.texts) or 0), None


def start() -> float:
    """The milliseconds that ripgrep takes to say its version: the least of several."""
    times = []
    for _ in range(20):
        started = time.perf_counter()
        _printed("--version")
        times.append((time.perf_counter() - started) * 1e3)
    return min(times)


def _printed(*arguments: str) -> bytes:
    run = subprocess.run(["rg", "--no-config", *arguments], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):  # 1: it has found nothing
        raise RuntimeError(f"rg: exit code {run.returncode}")
    return run.stdout


serve({"open": open_, "ask": lambda queries: time_each(ask, queries), "start": start})
