"""Runs every benchmark and keeps recipe, raw numbers and summary together.

    python benchmarks/run.py                  prints the summary
    python benchmarks/run.py --record DIR     writes it to DIR as well

It needs nothing but an installed lunshu and takes about half a minute.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import asdict
from pathlib import Path

import cold_start
from recording import as_list, describe_run, record


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
    recipe = describe_run() | {"rounds": options.rounds}
    summary = "\n\n".join(
        [
            "# lunshu on its seeds",
            as_list(recipe),
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
        record(options.record, raw, summary)


if __name__ == "__main__":
    main()
