"""Measures lunshu beside its peers, and keeps recipe, raw numbers, summary and chart together.

    benchmarks/run                                          a corpus that is made up
    benchmarks/run CORPUS.jsonl.xz --work DIR --python-of-peers PEERS/bin/python

A corpus is JSON Lines with `text` and what else lunshu knows of a record. Everything is measured in
one run: whole processes on the seeds; then, for each size of the corpus, builds, queries, loads and
memory. Candidates take turns, each in a process of its own, started afresh in every round. What is
compared with what, and where that is unfair, is said at each function. What is not installed is
left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import chart
import warm_queries
from cold_start import cold_figures, cold_start, table
from large.growth import figure_table, growth_table, hits_differing
from large.in_short import short_table
from large.marks import judge
from large.one_size import Measured, measure_size
from large.peers import find_peers, ripgrep_version
from large.setting import Figures, enlarge, prepare
from processes import run_script, say
from recording import as_list, as_table, describe_run, free_folder, record

PARAGRAPHS = 30_000
"""How many a corpus has that is made up: so few that a look at it takes some minutes."""

RUNS = Path(__file__).parent / "runs"
GROWING = ("private_mb", "written_mb", "index_of_text", "peak_of_text")


def main() -> None:
    """Measure, print and record."""
    options = _options()
    target = options.record or free_folder(RUNS, date.today().isoformat())
    with tempfile.TemporaryDirectory() as temporary:
        raw, parts, sizes = measure(options, options.work or Path(temporary))
    summary = "\n\n".join(parts)
    print(summary)
    record(target, raw, summary)
    if chart.can_draw():
        chart.draw(target / "chart.svg", {_title(size): size.timings for size in sizes})
    else:
        say("no chart: matplotlib is not installed")
    say(f"kept in {target}")


def measure(
    options: argparse.Namespace, work: Path
) -> tuple[object, Sequence[str], Sequence[Measured]]:
    """Everything that is measured: raw numbers, the parts of the summary, and the sizes."""
    say("one answer at the shell, on the seeds")
    with tempfile.TemporaryDirectory() as folder:
        cold = cold_start(Path(folder), 3 * options.rounds)
        warm = json.loads(run_script("warm_queries.py", Path(folder) / "lunshu"))
    peers = tuple(find_peers(options.python_of_peers, without_slow=options.skip_slow_peers))
    corpus = options.corpus or _generated(work, options.paragraphs)
    say("exactness")
    spans = json.loads(run_script("exactness.py", corpus))
    once = prepare(corpus, work, rounds=options.rounds, peers=peers)
    seconds = 10.0 if options.rounds > 1 else 2.0
    sizes = [measure_size(enlarge(once, times), load_seconds=seconds) for times in options.times]
    figures: Figures = {**cold_figures(cold), "spans_differing": len(spans["differing"])}
    for size in sizes:
        figures |= {_at(name, size): value for name, value in size.figures.items()}
    growth = _growth(sizes, figures)
    recipe = describe_run() | {
        "corpus": corpus.name if options.corpus else "made up (see generated_corpus.py)",
        "paragraphs": ", ".join(str(size.setting.paragraphs) for size in sizes),
        "text": ", ".join(f"{size.setting.text_mb:.1f} MB" for size in sizes),
        "rounds": ", ".join(str(size.setting.rounds) for size in sizes),
        "peers": ", ".join(
            [*(f"{peer.name} {peer.version}" for peer in peers), f"ripgrep {ripgrep_version()}"]
        ),
    }
    tables = {
        "In short": short_table({_title(size): size.timings for size in sizes}),
        "Marks": as_table(["figure", "measured", "mark", ""], judge(figures)),
        **growth,
        "One answer at the shell, on the seeds": table(cold),
        "Queries to an open searcher, on the seeds": warm_queries.table(warm),
    }
    for size in sizes:
        tables |= {f"{_title(size)}: {name}": text for name, text in size.tables.items()}
    tables["Quoted spans beside a plain scan"] = as_list(spans)
    parts = ["# lunshu beside its peers", as_list(recipe)]
    parts += ["![The times of each kind of query](chart.svg)"] if chart.can_draw() else []
    parts += [f"## {name}\n\n{text}" for name, text in tables.items()]
    raw = {
        "recipe": recipe,
        "figures": figures,
        "cold start": {name: list(map(asdict, runs)) for name, runs in cold.items()},
        "warm queries": warm,
        "sizes": {size.setting.times: size.raw for size in sizes},
        "exactness": spans,
    }
    return raw, parts, sizes


def _growth(sizes: Sequence[Measured], figures: Figures) -> dict[str, str]:
    """How everything grew from the first size to the last; adds a figure where there are two."""
    if len(sizes) == 1:
        return {}
    small, large = sizes[0], sizes[-1]
    times = large.setting.times // small.setting.times
    figures[_at("hits_differing", large)] = hits_differing(small.search, large.search, times)
    names = [*GROWING, *(name for name in small.figures if name.startswith("queries_per_s"))]
    return {
        "How times grow": growth_table(small.timings, large.timings, times),
        "How other figures grow": figure_table(small.figures, large.figures, names),
    }


def _at(name: str, size: Measured) -> str:
    return name if size.setting.times == 1 else f"{name}@{size.setting.times}"


def _title(size: Measured) -> str:
    return f"{size.setting.paragraphs:,} paragraphs"


def _generated(work: Path, paragraphs: int) -> Path:
    corpus = work / f"generated-{paragraphs}.jsonl"
    if not corpus.exists():
        say("making a corpus up")
        work.mkdir(parents=True, exist_ok=True)
        run_script("generated_corpus.py", corpus, paragraphs)
    return corpus


def _times(text: str) -> tuple[int, ...]:
    """The sizes, the least first.

    Raises:
        ValueError: one is no number, or less than 1.
    """
    times = sorted({int(part) for part in text.split(",")})
    if times[0] < 1:
        raise ValueError(text)
    return tuple(times)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run", description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS.jsonl[.xz]")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keeps what reruns need")
    parser.add_argument("--rounds", type=int, default=3, help="of the corpus taken once; 3")
    parser.add_argument(
        "--times", type=_times, default=(1, 10), help="sizes, so many times the corpus: 1,10"
    )
    parser.add_argument("--python-of-peers", default=sys.executable, metavar="PATH")
    parser.add_argument("--skip-slow-peers", action="store_true", help="do not build with Whoosh")
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS, help="of a made-up corpus")
    parser.add_argument(
        "--record", type=Path, metavar="DIR", help="default: benchmarks/runs/ and today's date"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
