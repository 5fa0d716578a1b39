"""`lunshu` as a user runs it, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-c", "from searcher.cli import main; main()")


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


Lunshu = Callable[..., Run]


def spawn(*arguments: object, **environment: str) -> Run:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [*PROGRAM, *map(os.fsencode, map(str, arguments))],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def imported(program: str) -> set[str]:
    """The modules that are there when `program` has run in a fresh Python."""
    run = subprocess.run(
        [sys.executable, "-c", f"{program}; import sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
    )
    return set(run.stdout.split())
