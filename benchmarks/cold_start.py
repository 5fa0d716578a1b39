"""How long does a person at a shell wait for one answer, and how much memory does it take?

Whole processes on the seeds: `lunshu search` beside the obvious whoosh + jieba script. Unfair to
neither in work: both print ten hits with highlights. Unfair to the script in that its phrase query
finds nothing, which is quick.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from processes import Run, measure, median, spread

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
QUERIES = ('"核心技术"', "核心技术")
LUNSHU = "import sys; from searcher.cli import main; sys.argv[0] = 'lunshu'; main()"


def cold_start(folder: Path, rounds: int) -> dict[str, list[Run]]:
    """The runs of every command; both indexes are built in `folder` first."""
    obvious, ours = folder / "obvious", folder / "lunshu"
    run_quietly(HERE / "obvious_build.py", SEEDS, obvious)
    run_quietly("-c", LUNSHU, "index", SEEDS, "--index", ours)
    commands = {"python -c pass": [sys.executable, "-c", "pass"]}
    for query in QUERIES:
        commands[f"lunshu search {query}"] = [
            *(sys.executable, "-c", LUNSHU, "search", query, "--index", str(ours))
        ]
        commands[f"obvious script {query}"] = [
            *(sys.executable, str(HERE / "obvious_search.py"), str(obvious), query)
        ]
    return measure(commands, rounds)


def run_quietly(*arguments: object) -> None:
    """Run Python with `arguments`; what it prints is thrown away unless it fails."""
    command = [sys.executable, *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True)


def table(results: dict[str, list[Run]]) -> str:
    """The results as a Markdown table, with the ratio to the obvious script on the same query."""
    rows = [
        "| command | wall ms: median (min–max) | ratio | peak MB | ratio | lines printed |",
        "|---|---|---|---|---|---|",
    ]
    for name, runs in results.items():
        peer = results.get(name.replace("lunshu search", "obvious script"), runs)
        wall, peak = median(runs, "wall_ms"), median(runs, "peak_mb")
        low, high = spread(runs, "wall_ms")
        rows.append(
            f"| `{name}` | {wall:.0f} ({low:.0f}–{high:.0f}) "
            f"| {wall / median(peer, 'wall_ms'):.2f} "
            f"| {peak:.0f} | {peak / median(peer, 'peak_mb'):.2f} | {runs[0].lines} |"
        )
    return "\n".join(rows)
