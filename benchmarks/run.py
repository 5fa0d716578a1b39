"""Runs every benchmark and keeps recipe, raw numbers and summary together.

    python benchmarks/run.py                  prints the summary
    python benchmarks/run.py --record DIR     writes it to DIR as well

It needs nothing but an installed lunshu and takes about half a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

import cold_start

PACKAGES = ("whoosh", "jieba", "click", "orjson", "numpy", "wcwidth")


def main() -> None:
    """Measure, print, and record where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", type=Path, metavar="DIR")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cold = cold_start.cold_start(Path(folder), options.rounds)
        # Only now: a child process starts with its parent's peak memory, so the parent stays small.
        import warm_queries  # noqa: PLC0415

        warm = warm_queries.warm_queries(Path(folder) / "lunshu")
    recipe = describe_machine() | {"rounds": options.rounds}
    summary = "\n\n".join(
        [
            "# lunshu on its seeds",
            "\n".join(f"- {name}: {value}" for name, value in recipe.items()),
            "## One answer at the shell, whole process",
            cold_start.table(cold),
            "## Queries to an open searcher",
            warm_queries.table(warm),
        ]
    )
    print(summary)
    if options.record:
        raw = {
            "recipe": recipe,
            "cold_start": {name: [asdict(run) for run in runs] for name, runs in cold.items()},
            "warm_queries": {kind: asdict(timing) for kind, timing in warm.items()},
        }
        options.record.mkdir(parents=True, exist_ok=True)
        text = json.dumps(raw, ensure_ascii=False, indent=1)
        (options.record / "raw.json").write_text(text + "\n", "utf-8")
        (options.record / "summary.md").write_text(summary + "\n", "utf-8")


def describe_machine() -> dict[str, object]:
    """What the numbers depend on besides the code."""
    return {
        "system": platform.platform(terse=True),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "packages": ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES),
    }


if __name__ == "__main__":
    main()
