"""Measures lunshu beside its peers, all in one run: at the shell and in the library, with building
and memory.

    benchmarks/run                                     a corpus that is made up
    benchmarks/run CORPUS.jsonl[.xz] --times 10        a corpus, taken ten times
    … --record DIR                                     writes the summary to DIR as well

A corpus is JSON Lines, records as lunshu reads them. Candidates take turns. What is compared with
what is said at each function, and what is fair in benchmarks/README.md. What is not installed is
left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from apart import BENCHMARKS, SEEDS, ask, run, use_checkout
from processes import Run, lunshu, measure, measure_once, say, script
from processes import median as median_of
from recording import as_table, describe_run, processes_table, publish

PARAGRAPHS = 30_000
"""The number that a made-up corpus has: few enough for a run of some minutes."""

QUERIES = 100
"""The number that are asked of each kind."""

SHELL_QUERIES = ('"核心技术"', "核心技术")
OURS, OBVIOUS = "lunshu search", "obvious script"
PACKAGES = "import numpy, click, orjson"
PEERS = ("tantivy", "SQLite FTS5", "Whoosh")
SCANS = ("scan", "ripgrep")

KINDS: Mapping[str, tuple[str, Sequence[str]]] = {
    "ranked core": ("core", PEERS),
    "bare strings": ("ranked", SCANS[:1]),
    "questions that stand nowhere": ("question", SCANS[:1]),
    "bare frequent words": ("frequent", SCANS[:1]),
    "quoted strings": ("quoted", SCANS),
    "NEAR": ("near", ()),
    "wildcards": ("wildcard", ()),
}
"""The kinds of queries to an open searcher, their lists (see `queries.py`), and the peers.
Of NEAR and wildcards a scan would only count the parts."""

Answers = Mapping[str, Mapping[str, Sequence[Sequence[tuple[float, int]]]]]
"""For each kind and candidate, a round after another, the milliseconds and hits of each query."""


class Timing(NamedTuple):
    """The times of a list of queries, in milliseconds, and their hits in all."""

    p50: float
    p95: float
    hits: int


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    use_checkout()
    with tempfile.TemporaryDirectory(dir=options.work) as temporary:
        folder = Path(temporary)
        corpus = options.corpus or folder / "made-up.jsonl"
        if not options.corpus:
            run("corpora.py", script(BENCHMARKS / "corpora.py", corpus, options.paragraphs))
        peers = ask("peers.engines:installed")
        if options.skip_whoosh:
            del peers["Whoosh"]
        shell = at_the_shell(folder / "shell", 3 * options.rounds, ripgrep="ripgrep" in peers)
        say("folding, cutting, drawing queries")
        seeds = folder / "seeds"
        size = ask("corpora:write_seeds", corpus=str(corpus), seeds=str(seeds), times=options.times)
        count = ask("peers.engines:prepare", folder=str(folder), queries=QUERIES)
        builds = building(folder, [name for name in PEERS if name in peers])
        lists = json.loads((folder / "queries.json").read_text("utf-8"))
        answers = in_the_library(folder, lists, options.rounds, peers)
        asked = [query for name in lists if name != "core" for query, *_ in lists[name]]
        private_mb = ask("peers.engines:memory", folder=str(folder), queries=asked)
    recipe = describe_run() | {
        "corpus": options.corpus.name if options.corpus else "made up (see corpora.py)",
        "paragraphs": count,
        "text": f"{size / 1e6:.1f} MB",
        "rounds": options.rounds,
        "peers": ", ".join(f"{name} {version}" for name, version in peers.items()),
    }
    figures = in_short(shell, builds, size / 1e6, private_mb)
    tables = {
        "In short": as_table(["figure", "measured"], list(figures.items())),
        "At the shell, on the seeds: whole processes": processes_table(shell),
        "Building": build_table(builds),
        "In the library: an open searcher": answers_table(answers),
    }
    runs = {name: list(map(asdict, its)) for name, its in shell.items()}
    raw = {"figures": figures, "at the shell": runs, "building": builds, "in the library": answers}
    publish("lunshu beside its peers", recipe, tables, raw, options.record)


def at_the_shell(folder: Path, rounds: int, *, ripgrep: bool) -> dict[str, list[Run]]:
    """How long does a person wait for one answer, and how much memory does it take?

    Whole processes on the seeds, five files. The obvious script prints ten hits with highlights as
    lunshu does, of blank-line blocks, without speech, date or total; its phrase query finds
    nothing, which is quick. ripgrep prints the lines of the files as they are.
    """
    say("one answer at the shell")
    ours, theirs, obvious = folder / "lunshu", folder / "obvious", BENCHMARKS / "peers/obvious.py"
    run("lunshu index", lunshu("index", SEEDS, "--index", ours))
    run("the obvious script", script(obvious, "build", SEEDS, theirs))
    commands: dict[str, Sequence[str]] = {
        "python -c pass": [sys.executable, "-c", "pass"],
        f'python -c "{PACKAGES}"': [sys.executable, "-c", PACKAGES],
    }
    for query in SHELL_QUERIES:
        commands[f"{OURS} {query}"] = lunshu("search", query, "--index", ours)
        commands[f"{OBVIOUS} {query}"] = script(obvious, "search", theirs, query)
    if ripgrep:
        plain = SHELL_QUERIES[1]
        commands[f"rg {plain}"] = ["rg", "--no-config", "-n", "-F", plain, str(SEEDS)]
    return measure(commands, rounds)


def building(folder: Path, peers: Sequence[str]) -> dict[str, dict[str, float]]:
    """What does building take: time, disk and memory?

    The whole of `lunshu index`, which also reads and cuts, comes first, with the peak of all its
    processes. All others begin with the folded and cut texts in memory. lunshu writes three fields
    without positions and all texts and facts, which it reads from the source files; the peers one
    field of words, with positions where that is their default, and no text.
    """
    say("building: lunshu index")
    command = lunshu("index", folder / "seeds", "--index", folder / "index", "--quiet")
    made = measure_once(command)
    disk = sum(path.stat().st_size for path in (folder / "index").iterdir())
    whole = {"seconds": made.wall_ms / 1e3, "disk_mb": disk / 1e6, "peak_mb": made.peak_mb}
    builds = {"lunshu index": whole}
    for name in ("lunshu core", *peers):
        say(f"building: {name}")
        builds[name] = ask("peers.engines:build", name=name, folder=str(folder))
    return builds


def in_the_library(
    folder: Path, lists: Mapping[str, Any], rounds: int, peers: Mapping[str, str]
) -> Answers:
    """How long does an open searcher take for each kind of query, beside its peers?

    The ranked core takes words and returns the best ten ids and scores, as the engines do; a whole
    search parses, finds, counts, ranks and makes ten snippets, where a scan counts places and
    ripgrep, a process a query, lines.
    """
    answers: dict[str, dict[str, list[Any]]] = {}
    for turn in range(rounds):
        for kind, (list_, beside) in KINDS.items():
            say(f"{kind}, round {turn + 1}")
            core = list_ == "core"
            ours = lists[list_] if core else [query for query, *_ in lists[list_]]
            forms: dict[str, Any] = {"lunshu": ("lunshu core" if core else "lunshu", ours)}
            forms |= {name: (name, ours) for name in beside if name in ("scan", *peers)}
            asked = ask("peers.engines:ask_in_turn", folder=str(folder), forms=forms)
            for name, its in asked.items():
                answers.setdefault(kind, {}).setdefault(name, []).append(its)
    return answers


def summarise(rounds: Sequence[Sequence[tuple[float, int]]]) -> Timing:
    """The timing of queries; the time of one that was asked in several rounds is their median."""
    times = [median(ms for ms, _ in asked) for asked in zip(*rounds, strict=True)]
    hits = sum(hits for _, hits in rounds[0])
    return Timing(median(times), quantiles(times, n=20, method="inclusive")[-1], hits)


def in_short(
    shell: Mapping[str, Sequence[Run]],
    builds: Mapping[str, Mapping[str, float]],
    text_mb: float,
    private_mb: float,
) -> dict[str, str]:
    """What is in no table: ratios at the shell, of the worse query, and of building to text."""
    ours, theirs = (
        [median_of(shell[f"{title} {query}"], "wall_ms") for query in SHELL_QUERIES]
        for title in (OURS, OBVIOUS)
    )
    ratio = max(one / other for one, other in zip(ours, theirs, strict=True))
    whole = builds["lunshu index"]
    return {
        "one answer at the shell, times the obvious script's": f"{ratio:.2f}",
        "memory of `lunshu index`, times the text": f"{whole['peak_mb'] / text_mb:.2f}",
        "index on disk, times the text": f"{whole['disk_mb'] / text_mb:.2f}",
        "private memory that a searcher adds to Python": f"{private_mb:.0f} MB",
    }


def build_table(builds: Mapping[str, Mapping[str, float]]) -> str:
    """The builds as a Markdown table."""
    rest = builds["lunshu core"]["seconds"]
    rows = []
    for name, made in builds.items():
        title = "lunshu, everything but cutting" if name == "lunshu core" else name
        figures = (made["seconds"], made["seconds"] / rest, made["disk_mb"], made["peak_mb"])
        rows.append([title, *(f"{figure:.2f}" for figure in figures)])
    head = ["what", "s", "times everything but cutting", "on disk, MB"]
    return as_table([*head, "peak MB, the words included"], rows)


def answers_table(answers: Answers) -> str:
    """The answers as a Markdown table."""
    rows = []
    for kind, candidates in answers.items():
        ours = summarise(candidates["lunshu"])
        for name, rounds in candidates.items():
            its = summarise(rounds)
            times = f"{its.p50:.2f} / {its.p95:.2f}"
            ratio = f"{ours.p50 / its.p50:.2f} / {ours.p95 / its.p95:.2f}"
            rows.append([kind, name, times, ratio if name != "lunshu" else "", its.hits])
    head = ["kind", "candidate", "p50 / p95 ms", "lunshu's, times this"]
    return as_table([*head, "hits (the scan: places)"], rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run", description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS.jsonl[.xz]")
    parser.add_argument("--times", type=int, default=1, help="how often to take the corpus")
    parser.add_argument("--rounds", type=int, default=3, help="processes for each kind; 3")
    parser.add_argument("--skip-whoosh", action="store_true", help="its build takes minutes")
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS, help="of a made-up corpus")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where indexes are built")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
