"""Commands of lunshu on the seeds as whole processes, beside importing the same packages alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from apart import SEEDS, ChildError
from own_process import waited_ns
from processes import lunshu, measure

ROUNDS = 7
STARTS = 20
PACKAGES: Mapping[str, str] = {
    "quoted": "numpy,click,orjson",
    "bare": "numpy,click,orjson",
    "unchanged": "click,orjson",
}
"""What each command imports of other people's."""


@dataclass(frozen=True)
class _Spent:
    """The nanoseconds of a process: all of it, the importing of packages, and lunshu; and the
    modules that it has loaded at last: all of them, and lunshu's."""

    whole: int
    packages: int
    own: int
    modules: int
    own_modules: int


def measure_shell(folder: Path) -> dict[str, float]:
    """The figures of whole processes; an index of the seeds is made in `folder`.

    Of each command three processes are run in turn: the packages alone; the command as it is, for
    the whole; and the command with the packages imported before, for lunshu's own share.
    """
    marks, commands = folder / "marks", _commands(folder)
    _run(marks, "-", commands["unchanged"])
    alone: dict[str, list[_Spent]] = {packages: [] for packages in PACKAGES.values()}
    whole: dict[str, list[_Spent]] = {name: [] for name in commands}
    own: dict[str, list[_Spent]] = {name: [] for name in commands}
    for _ in range(ROUNDS + 1):  # one to warm up, which is none of the quickest
        for packages, runs in alone.items():
            runs.append(_run(marks, packages, ()))
        for name, arguments in commands.items():
            whole[name].append(_run(marks, "-", arguments))
            own[name].append(_run(marks, PACKAGES[name], arguments))
    figures = {}
    for name, packages in PACKAGES.items():
        bare = min(run.whole for run in alone[packages])
        importing = min(run.packages for run in alone[packages] + own[name])
        figures[f"shell_{name}"] = min(run.whole for run in whole[name]) / bare
        figures[f"shell_{name}_own"] = min(run.own for run in own[name]) / importing
    return figures


def measure_start(folder: Path) -> dict[str, float]:
    """What a search costs before it can search: processor time beside that of importing its
    packages, the least of many in turn, and the number of modules it loads."""
    commands = _commands(folder)
    _run(folder / "marks", "-", commands["unchanged"])
    importing = [sys.executable, "-c", f"import {PACKAGES['bare']}"]
    processes = {"search": lunshu(*commands["bare"]), "importing": importing}
    least = {
        name: min(run.work_s for run in runs) for name, runs in measure(processes, STARTS).items()
    }
    loaded = _run(folder / "marks", "-", commands["bare"])
    return {
        "start_work": least["search"] / least["importing"],
        "start_modules": loaded.modules,
        "start_own_modules": loaded.own_modules,
    }


def command(marks: Path, packages: str, *arguments: str) -> list[str]:
    """The command line of `shell_process`."""
    script = Path(__file__).with_name("shell_process.py")
    return [sys.executable, str(script), str(marks), packages, *arguments]


def _commands(folder: Path) -> Mapping[str, Sequence[str]]:
    index = str(folder / "seeds-index")
    return {
        "quoted": ("search", '"核心技术"', "--index", index),
        "bare": ("search", "核心技术", "--index", index),
        "unchanged": ("index", str(SEEDS), "--index", index),
    }


def _run(marks: Path, packages: str, arguments: Sequence[str]) -> _Spent:
    started = time.perf_counter_ns()
    process = subprocess.Popen(
        command(marks, packages, *arguments), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    whole = time.perf_counter_ns() - started - waited_ns(process.pid)
    _, errors = process.communicate()
    if process.returncode:
        raise ChildError(f"lunshu {' '.join(arguments)}: {errors.decode()[-2000:].strip()}")
    return _Spent(whole, *map(int, marks.read_text("ascii").split()))
