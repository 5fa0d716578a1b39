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
from pathlib import Path

from processes import Run, median, spread

_INNERMOST = re.compile(r'\[[^][{}"]*\]')
"""A list of numbers, which reads better on one line."""

PACKAGES = ("whoosh", "jieba", "rjieba", "click", "orjson", "numpy", "wcwidth")


def describe_run() -> dict[str, object]:
    """How the run was started, from which state of the checkout, and on what."""
    program, *arguments = sys.argv
    return {
        "command": " ".join(["python", f"benchmarks/{Path(program).name}", *map(_name, arguments)]),
        "checkout": _checkout(),
        "system": platform.platform(terse=True),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "packages": ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES),
    }


def as_list(recipe: Mapping[str, object]) -> str:
    """The recipe as a Markdown list."""
    return "\n".join(f"- {name}: {value}" for name, value in recipe.items())


def as_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def processes_table(runs_of: Mapping[str, Sequence[Run]]) -> str:
    """The runs of commands as a Markdown table."""
    rows = []
    for name, runs in runs_of.items():
        low, high = spread(runs, "wall_ms")
        wall, peak = median(runs, "wall_ms"), median(runs, "peak_mb")
        times = f"{wall:.0f} ({low:.0f}–{high:.0f})"
        rows.append([f"`{name}`", times, f"{peak:.0f}", runs[0].lines, len(runs)])
    head = ["command", "wall ms: median (min–max)", "peak MB", "lines printed", "runs"]
    return as_table(head, rows)


def mark(meaning: str, value: float, most: float, form: str) -> Sequence[str]:
    """A row under `MARKS`: what was measured beside the most that it should be."""
    return meaning, f"{value:{form}}", f"≤ {most:g}", "met" if value <= most else "NOT MET"


MARKS = ("figure", "measured", "mark", "")


def publish(
    title: str,
    recipe: Mapping[str, object],
    tables: Mapping[str, str],
    raw: Mapping[str, object],
    folder: Path | None,
) -> None:
    """Print a run as Markdown, and keep it with its raw numbers where a folder is given."""
    parts = [f"# {title}", as_list(recipe), *(f"## {at}\n\n{it}" for at, it in tables.items())]
    summary = "\n\n".join(parts)
    print(summary)
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"recipe": recipe, **raw}, ensure_ascii=False, indent=1)
    text = _INNERMOST.sub(lambda list_: " ".join(list_[0].split()), text)
    (folder / "raw.json").write_text(text + "\n", "utf-8")
    (folder / "summary.md").write_text(summary + "\n", "utf-8")


def _name(argument: str) -> str:
    """An argument without the folders that only this machine has."""
    return Path(argument).name if argument.startswith(os.sep) else argument


def _checkout() -> str:
    git = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--exclude=*"]
    try:
        done = subprocess.run([*git, "--dirty= with changes"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.decode().strip()
