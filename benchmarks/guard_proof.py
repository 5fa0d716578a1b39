"""Does the guard stay quiet where nothing is slow, and does it speak where something is?

    python benchmarks/guard_proof.py        20 runs, 20 beside a busy neighbour, and one for
                                            each place that can be made slow
    python benchmarks/guard_proof.py --runs 3 --busy 0 --places core search
    python benchmarks/guard_proof.py --record benchmarks/runs/DATE-guard

Each run is the command itself. The neighbour is a process for every processor that does nothing but
take its time. It takes about an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from guarding.figures import FIGURES
from guarding.recorded import read_recorded
from guarding.slow_places import PLACES
from guarding.verdicts import ALLOWED
from recording import as_list, as_table, describe_run, record

BENCHMARKS = Path(__file__).parent


@dataclass(frozen=True)
class GuardRun:
    """One run of the guard.

    Attributes:
        measured: its ratios.
        broken: the figures that were beyond their limits to the last.
        again: how often groups of figures were measured anew.
    """

    exit_code: int
    seconds: float
    measured: dict[str, float]
    broken: list[str]
    again: int


def main() -> None:
    """Run, print, and record where that is asked for."""
    options = _options()
    plain = _runs("plain", options.runs)
    with _neighbour():
        busy = _runs("busy", options.busy)
    slow = {name: _run("--slow", name) for name in options.places}
    recipe = describe_run()
    parts = ["# The guard proved", as_list(recipe)]
    for title, runs in (("Nothing slow", plain), ("Nothing slow, a busy neighbour", busy)):
        if runs:
            parts += [f"## {title}: {len(runs)} runs in a row", _outcome(runs), _spread(runs)]
    if slow:
        parts += ["## One place slow at a time", _caught(slow)]
    summary = "\n\n".join(parts)
    print(summary)
    if options.record:
        raw = {
            "recipe": recipe,
            "plain": list(map(asdict, plain)),
            "busy": list(map(asdict, busy)),
            "slow": {name: asdict(run) for name, run in slow.items()},
        }
        record(options.record, raw, summary)


def _runs(kind: str, count: int) -> list[GuardRun]:
    runs = []
    for turn in range(count):
        runs.append(_run())
        print(f"… {kind} {turn + 1}: {runs[-1].exit_code}", file=sys.stderr, flush=True)
    return runs


def _run(*arguments: str) -> GuardRun:
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw.json")
        command = [sys.executable, str(BENCHMARKS / "guard.py"), "--raw", str(raw), *arguments]
        started = time.perf_counter()
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - started
        if not raw.exists():
            raise SystemExit(f"exit code {done.returncode}: {' '.join(command)}")
        kept = json.loads(raw.read_text("utf-8"))
    return GuardRun(done.returncode, round(seconds, 1), **kept)


@contextmanager
def _neighbour() -> Iterator[None]:
    """Meanwhile as many processes spin as there are processors."""
    spin = "import os; started_by = os.getppid()\nwhile os.getppid() == started_by: pass"
    command = [sys.executable, "-c", spin]
    spinning = [subprocess.Popen(command) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()


def _outcome(runs: Sequence[GuardRun]) -> str:
    passed = sum(run.exit_code == 0 for run in runs)
    times = [run.seconds for run in runs]
    return (
        f"{passed} of {len(runs)} passed; {sum(run.again for run in runs)} times a group was "
        f"measured anew; a run took {median(times):.0f} s ({min(times):.0f}–{max(times):.0f})."
    )


def _spread(runs: Sequence[GuardRun]) -> str:
    """What each figure came to, as shares of what is recorded: the limit is `ALLOWED`."""
    recorded = read_recorded(BENCHMARKS / "guard.json")
    rows = []
    for figure in FIGURES:
        shares = [run.measured[figure.name] / recorded[figure.name] for run in runs]
        columns = [f"{value:.2f}" for value in (min(shares), median(shares), max(shares))]
        rows.append((figure.name, f"{recorded[figure.name]:.3f}", *columns))
    head = ("figure", "recorded", "least", "median", f"greatest (limit {ALLOWED})")
    return as_table(head, rows)


def _caught(slow: dict[str, GuardRun]) -> str:
    """What was made slow, and whether the figures spoke that are about it."""
    rows = []
    for name, run in slow.items():
        place = PLACES[name]
        missed = [figure for figure in place.caught_by if figure not in run.broken]
        as_expected = not missed and run.exit_code == (1 if place.caught_by else 0)
        rows.append(
            (
                name,
                f"`{place.where}` {place.how}" if place.where else place.how,
                run.exit_code,
                ", ".join(run.broken) or "–",
                "as it should be" if as_expected else f"MISSED: {', '.join(missed) or 'nothing'}",
            )
        )
    return as_table(["slow", "how", "exit code", "beyond their limits", ""], rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=20, help="runs with nothing slow")
    parser.add_argument("--busy", type=int, default=20, help="likewise beside a busy neighbour")
    parser.add_argument("--places", nargs="*", choices=PLACES, default=list(PLACES))
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
