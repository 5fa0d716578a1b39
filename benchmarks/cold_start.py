"""How long does a person at a shell wait for one answer, and how much memory does it take?

Whole processes on the seeds: `lunshu search` beside the obvious whoosh + jieba script, a bare
script over SQLite FTS5, and ripgrep. The two scripts print ten hits with highlights as lunshu does,
of blank-line blocks, without speech, date or total. The obvious script's phrase query finds
nothing, which is quick. The bare script finds what stands in a block as it is written and knows no
words. ripgrep looks through the five files as they are and prints lines, in which a page cut may
part a word; on five files an index is of no use to it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from large.peers import ripgrep_version
from processes import LUNSHU, Run, measure_apart, median, spread

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
QUERIES = ('"核心技术"', "核心技术")
PACKAGES = "import numpy, click, orjson"


def cold_start(folder: Path, rounds: int) -> dict[str, list[Run]]:
    """The runs of every command; the indexes are built in `folder` first."""
    obvious, bare, ours = folder / "obvious", folder / "bare", folder / "lunshu"
    run_quietly(HERE / "obvious_build.py", SEEDS, obvious)
    run_quietly(HERE / "bare_fts5_build.py", SEEDS, bare)
    run_quietly("-c", LUNSHU, "index", SEEDS, "--index", ours)
    python = sys.executable
    commands: dict[str, Sequence[str]] = {
        "python -c pass": [python, "-c", "pass"],
        f'python -c "{PACKAGES}"': [python, "-c", PACKAGES],
    }
    for query in QUERIES:
        search = ["search", query, "--index", str(ours)]
        obvious_search, bare_search = HERE / "obvious_search.py", HERE / "bare_fts5_search.py"
        commands |= {
            f"lunshu search {query}": [python, "-c", LUNSHU, *search],
            f"obvious script {query}": [python, str(obvious_search), str(obvious), query],
            f"bare FTS5 script {query}": [python, str(bare_search), str(bare), query],
        }
        if ripgrep_version():
            plain = query.strip('"')
            commands[f"rg {plain}"] = ["rg", "--no-config", "-n", "-F", plain, str(SEEDS)]
    return measure_apart(commands, rounds)


def run_quietly(*arguments: object) -> None:
    """Run Python with `arguments`; what it prints is thrown away unless it fails."""
    command = [sys.executable, *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True)


def cold_figures(results: Mapping[str, Sequence[Run]]) -> dict[str, float | None]:
    """What the marks are about: the greater of the two queries."""
    walls, peaks = [], []
    for query in QUERIES:
        ours, script = results[f"lunshu search {query}"], results[f"obvious script {query}"]
        walls.append(median(ours, "wall_ms") / median(script, "wall_ms"))
        peaks.append(median(ours, "peak_mb"))
    return {"cold_of_obvious": max(walls), "cold_peak_mb": max(peaks)}


def table(results: Mapping[str, Sequence[Run]]) -> str:
    """The results as a Markdown table, with the ratio to the obvious script on the same query."""
    rows = [
        "| command | wall ms: median (min–max) | ratio | peak MB | ratio | lines printed |",
        "|---|---|---|---|---|---|",
    ]
    for name, runs in results.items():
        query = next((query for query in QUERIES if name.endswith(f" {query}")), QUERIES[-1])
        peer = results[f"obvious script {query}"]
        wall, peak = median(runs, "wall_ms"), median(runs, "peak_mb")
        low, high = spread(runs, "wall_ms")
        rows.append(
            f"| `{name}` | {wall:.0f} ({low:.0f}–{high:.0f}) "
            f"| {wall / median(peer, 'wall_ms'):.2f} "
            f"| {peak:.0f} | {peak / median(peer, 'peak_mb'):.2f} | {runs[0].lines} |"
        )
    return "\n".join(rows)
