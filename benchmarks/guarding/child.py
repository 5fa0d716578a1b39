"""How a process is started that measures, and how it answers.

    python child.py MODULE '{"index": …}'

calls `measure` of a module of this folder with these arguments and prints as JSON what it returns.
The checkout that is measured is the one that the guard lies in, whatever is installed.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from guarding.slow_places import SLOW

FOLDER = Path(__file__).parent
BENCHMARKS = FOLDER.parent
CHECKOUT = BENCHMARKS.parent


class ChildError(RuntimeError):
    """A process that measures has failed; the message ends with what it said last."""


def set_environment(compiled: Path, slow: str | None) -> None:
    """Set what every process is started with.

    Args:
        compiled: a folder for what Python compiles, so that every process but the first finds it.
        slow: what is to be slow in it; None for nothing.
    """
    path = [str(CHECKOUT), str(BENCHMARKS), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, path))
    os.environ["PYTHONPYCACHEPREFIX"] = str(compiled)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # more of them would spin beside what is timed
    os.environ.pop(SLOW, None)
    if slow is not None:
        os.environ[SLOW] = slow


def ask(module: str, **arguments: object) -> Any:
    """What `measure` of a module returns, in a process of its own.

    Raises:
        ChildError: it failed.
    """
    command = [sys.executable, str(Path(__file__)), module, json.dumps(arguments)]
    run = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if run.returncode:
        raise ChildError(f"{module}: exit code {run.returncode}: {run.stderr[-2000:].strip()}")
    return json.loads(run.stdout.splitlines()[-1])


def main() -> None:
    """Do what was asked for."""
    if SLOW in os.environ:
        from guarding.slowing import install  # noqa: PLC0415 (nearly always nothing is slow)

        install(os.environ[SLOW])
    module, arguments = sys.argv[1:]
    measure = importlib.import_module(f"guarding.{module}").measure
    print(json.dumps(measure(**json.loads(arguments))))


if __name__ == "__main__":
    main()
