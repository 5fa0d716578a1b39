"""What does `lunshu index` cost beside another version of lunshu?

    python benchmarks/index_beside.py SEEDS --before PYTHON [--rounds N] [--record DIR]

PYTHON is that of an environment in which the other version is installed. Both build the index of
SEEDS anew, in turn, each with what it does by default, with the files in the memory of the system.
The figures are seconds that pass and processor time of all processes, the least of the rounds, and
their peak memory together, the most of them. The files of the two segments are compared byte by
byte.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from processes import measure_tree, say
from recording import as_list, as_table, describe_run, record

CHECKOUT = Path(__file__).resolve().parent.parent
FIGURES = {"wall_s": min, "cpu_s": min, "peak_mb": max}


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    pythons = {"before": options.before, "now": sys.executable}
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in pythons}
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        for file in filter(Path.is_file, options.seeds.rglob("*")):
            file.read_bytes()  # so that both find it in the memory of the system
        for turn in range(options.rounds):
            for name, python in pythons.items():
                say(f"round {turn + 1}: {name}")
                figures = build(str(python), options.seeds.resolve(), Path(folder) / name)
                rounds[name].append(figures)
        same = segment(Path(folder) / "before") == segment(Path(folder) / "now")
    counted = {
        name: [pick(one[figure] for one in rounds[name]) for figure, pick in FIGURES.items()]
        for name in rounds
    }
    ratios = [now / before for now, before in zip(counted["now"], counted["before"], strict=True)]
    rows = [[name, *(f"{one:.1f}" for one in counted[name])] for name in rounds]
    rows.append(["now / before", *(f"{ratio:.3f}" for ratio in ratios)])
    if options.text_mb:
        rows.append(["now, times the text", "", "", f"{counted['now'][2] / options.text_mb:.2f}"])
    recipe = describe_run()
    raw = {"recipe": recipe, "same segments": same, "text_mb": options.text_mb, "rounds": rounds}
    summary = (
        f"# `lunshu index` beside an earlier version\n\n{as_list(recipe)}\n"
        f"- load at the end: {os.getloadavg()[0]:.1f}\n"
        f"- files of the segments, byte by byte: {'the same' if same else 'UNLIKE'}\n\n"
        + as_table(["version", "seconds", "processor seconds", "peak MB"], rows)
    )
    print(summary)
    if options.record:
        record(options.record, raw, summary)


def build(python: str, seeds: Path, index: Path) -> dict[str, float]:
    """Build an index anew, and say what it cost."""
    shutil.rmtree(index, ignore_errors=True)
    path = [str(CHECKOUT)] if python == sys.executable else []
    before = _work_s()
    run = measure_tree([python, "-c", _PROGRAM.format(path=path), *_asked(seeds, index)])
    return {"wall_s": run.wall_ms / 1e3, "cpu_s": _work_s() - before, "peak_mb": run.peak_mb}


def _asked(seeds: Path, index: Path) -> Sequence[str]:
    return "index", str(seeds), "--index", str(index), "--quiet"


_PROGRAM = """
import os, sys
sys.path[:1] = {path}
sys.stderr = open(os.devnull, "w")
from searcher.cli import main
try:
    main()
except SystemExit:
    pass
"""
"""The command `lunshu`. It exits with 2 where a record has no text, which is no failure here."""


def segment(index: Path) -> Sequence[tuple[str, bytes]]:
    """The files of segments, without the random part of their names."""
    files = sorted(path for path in index.iterdir() if path.suffix in (".docs", ".post"))
    return [(path.suffix, path.read_bytes()) for path in files]


def _work_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("seeds", type=Path, metavar="SEEDS")
    parser.add_argument("--before", type=Path, required=True, metavar="PYTHON")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--text-mb", type=float, metavar="MB", help="size of the texts in UTF-8")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the indexes are built")
    parser.add_argument("--record", type=Path, metavar="DIR", help="keep the run in DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
