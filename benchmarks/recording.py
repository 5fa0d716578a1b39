"""What the numbers of a run depend on, and keeping recipe, raw numbers and summary together."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from itertools import chain, count
from pathlib import Path

_INNERMOST = re.compile(r'\[[^][{}"]*\]')
"""A list of numbers, which reads better on one line."""

PACKAGES = ("whoosh", "jieba", "rjieba", "click", "orjson", "numpy", "wcwidth")


def describe_machine() -> dict[str, object]:
    """What the numbers depend on besides the code."""
    return {
        "system": platform.platform(terse=True),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "packages": ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES),
    }


def describe_run() -> dict[str, object]:
    """How the run was started, on what, and from which state of the checkout."""
    script, *arguments = sys.argv
    return {
        "command": " ".join(["python", f"benchmarks/{Path(script).name}", *map(_name, arguments)]),
        "checkout": _checkout(),
        **describe_machine(),
    }


def as_list(recipe: Mapping[str, object]) -> str:
    """The recipe as a Markdown list."""
    return "\n".join(f"- {name}: {value}" for name, value in recipe.items())


def as_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def free_folder(runs: Path, name: str) -> Path:
    """A folder in `runs` that is not there yet: of this name, or with a number behind it."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(runs / free for free in names if not (runs / free).exists())


def record(folder: Path, raw: object, summary: str) -> None:
    """Keep a run in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(raw, ensure_ascii=False, indent=1)
    text = _INNERMOST.sub(lambda list_: " ".join(list_[0].split()), text)
    (folder / "raw.json").write_text(text + "\n", "utf-8")
    (folder / "summary.md").write_text(summary + "\n", "utf-8")


def _name(argument: str) -> str:
    """An argument without the folders that only this machine has."""
    return Path(argument).name if argument.startswith(os.sep) else argument


def _checkout() -> str:
    git = ["git", "-C", str(Path(__file__).parent)]
    try:
        commit = subprocess.run(
            [*git, "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True
        )
        changes = subprocess.run(
            [*git, "status", "--porcelain"], check=True, capture_output=True, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return commit.stdout.strip() + (" with changes" if changes.stdout.strip() else "")
