"""Has a function called in a process of its own, so that nothing else is in its memory.

    python apart.py MODULE:FUNCTION '{"index": …}'

calls it with these arguments and prints as JSON what it returns. The checkout that is measured is
the one that the benchmarks lie in, whatever is installed.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

BENCHMARKS = Path(__file__).resolve().parent
CHECKOUT = BENCHMARKS.parent
SEEDS = CHECKOUT / "seeds"


class ChildError(RuntimeError):
    """A process that measures has failed; the message ends with what it said last."""


def use_checkout() -> None:
    """Have every process that is started from now on import lunshu from this checkout."""
    path = [str(CHECKOUT), str(BENCHMARKS), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, path))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def ask(function: str, **arguments: object) -> Any:
    """What `MODULE:FUNCTION` returns, in a process of its own.

    Raises:
        ChildError: it failed.
    """
    command = [sys.executable, str(Path(__file__)), function, json.dumps(arguments)]
    return json.loads(run(function, command).splitlines()[-1])


def run(name: str, command: Sequence[str]) -> str:
    """Run a command. Returns what it prints.

    Raises:
        ChildError: it failed; `name` says what did.
    """
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise ChildError(f"{name}: exit code {done.returncode}: {done.stderr[-2000:].strip()}")
    return done.stdout


def main() -> None:
    """Do what was asked for."""
    function, arguments = sys.argv[1:]
    module, _, name = function.partition(":")
    print(json.dumps(getattr(importlib.import_module(module), name)(**json.loads(arguments))))


if __name__ == "__main__":
    main()
