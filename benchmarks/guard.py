"""Has anything become slower or larger? Ratios of one run beside those that were recorded.

    benchmarks/guard                  exit 0: nothing; 1: something; 2: it cannot be measured
    benchmarks/guard --record         record the ratios as they are now
    benchmarks/guard --record build   record those of one group, and keep the others

It needs nothing but lunshu's own dependencies and takes about a minute. What is beyond its limit is
measured twice more before it counts.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from apart import use_checkout
from guarding.figures import FIGURES, HEAD, Figures, broken_groups, exit_code, judge, rows
from guarding.measuring import measure, prepare
from guarding.recorded import RecordError, read_recorded, write_recorded
from recording import as_table, describe_run

RECORD = Path(__file__).with_name("guard.json")
TIMES = 3
"""How many times at most a figure is measured that is beyond its limit."""

RECORDED_RUNS = 5
"""The number of runs whose median is recorded."""

ALL = "all"

CANNOT = 2
"""The exit code where nothing can be said."""


def main() -> int:
    """Measure, compare, and print. Returns the exit code."""
    options = _options()
    started = time.perf_counter()
    try:
        recorded = None if options.record else read_recorded(RECORD)
        with tempfile.TemporaryDirectory() as folder:
            set_environment(Path(folder, "compiled"))
            prepare(Path(folder))
            if recorded is None:
                _record(Path(folder), options.record)
                return 0
            measured = _measured(Path(folder), recorded)
    except (RuntimeError, OSError, RecordError) as exc:
        print(f"guard: {exc}", file=sys.stderr)
        return CANNOT
    verdicts = judge(FIGURES, measured, recorded)
    print(as_table(HEAD, rows(verdicts)))
    broken = [it.figure.name for it in verdicts if it.broken]
    took = f"{len(verdicts)} figures in {time.perf_counter() - started:.0f} s"
    print(f"\n{took}; beyond their limits: {', '.join(broken) or 'none'}")
    return exit_code(verdicts)


def set_environment(compiled: Path) -> None:
    """Set what every process is started with.

    Args:
        compiled: a folder for what Python compiles, so that every process but the first finds it.
    """
    use_checkout()
    os.environ["PYTHONPYCACHEPREFIX"] = str(compiled)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # more of them would spin beside what is timed


def _measured(folder: Path, recorded: Figures) -> Figures:
    """All figures; of what was measured again and again the least counts."""
    figures = measure(folder, {figure.group for figure in FIGURES})
    for _ in range(TIMES - 1):
        again = broken_groups(judge(FIGURES, figures, recorded))
        if not again:
            break
        print(f"beyond a limit, measured anew: {', '.join(again)}", file=sys.stderr, flush=True)
        for name, ratio in measure(folder, again).items():
            figures[name] = min(figures[name], ratio)
    return figures


def _record(folder: Path, chosen: str) -> None:
    groups = {figure.group for figure in FIGURES if chosen in (ALL, figure.group)}
    runs = []
    for turn in range(RECORDED_RUNS):
        print(f"… run {turn + 1} of {RECORDED_RUNS}", file=sys.stderr, flush=True)
        runs.append(measure(folder, groups))
    write_recorded(RECORD, runs, describe_run(), None if chosen == ALL else chosen)
    print(f"recorded in {RECORD.name}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--record",
        nargs="?",
        const=ALL,
        choices=(ALL, *sorted({figure.group for figure in FIGURES})),
        metavar="GROUP",
        help="record the ratios as they are now, of one group or of all",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
