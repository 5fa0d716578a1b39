"""What does `lunshu index` cost where little or nothing has changed?

    python benchmarks/updating.py                  prints the summary
    python benchmarks/updating.py --record DIR     writes it to DIR as well

It needs lunshu's own dependencies and takes some minutes, nearly all of them for full builds.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import count, groupby
from pathlib import Path

from apart import BENCHMARKS, SEEDS, use_checkout
from processes import Run, lunshu, measure, measure_once, median, run_quietly, script
from recording import MARKS, as_table, describe_run, mark, processes_table, publish

SEED = 21
FILES = 1_000
PARAGRAPHS_A_FILE = 97
"""So many does a document of the made-up corpus have: about 5,000 characters, an article."""

UPDATES_A_ROUND = 4

VERSION, UNCHANGED = "lunshu --version", "lunshu index, nothing changed"
UPDATE, FULL = "lunshu index, one file changed", "lunshu index --full"

Runs = Mapping[str, Sequence[Run]]


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    use_checkout()
    with tempfile.TemporaryDirectory() as folder:
        unchanged = nothing_changed(Path(folder), options.rounds * 5)
        changed, paragraphs = one_changed(Path(folder), options.files, options.rounds)
    recipe = describe_run() | {"rounds": options.rounds, "files": options.files}
    recipe |= {"paragraphs at last": paragraphs}
    tables = {
        "Marks": as_table(MARKS, judge({**unchanged, **changed})),
        "Nothing changed, on the seeds, whole processes": processes_table(unchanged),
        f"One file of {options.files} changed": processes_table(changed),
    }
    raw = {name: list(map(asdict, its)) for name, its in {**unchanged, **changed}.items()}
    publish("Bringing an index up to date", recipe, tables, raw, options.record)


def nothing_changed(folder: Path, rounds: int) -> Runs:
    """How long does a script wait that asks for an update before each search?

    `lunshu index` on the seeds, whose files are unchanged, beside `lunshu --version`, which is what
    starting the program takes.
    """
    index = folder / "unchanged"
    run_quietly(lunshu("index", SEEDS, "--index", index))
    commands = {
        VERSION: lunshu("--version"),
        UNCHANGED: lunshu("index", SEEDS, "--index", index),
    }
    return measure(commands, rounds)


def one_changed(folder: Path, files: int, rounds: int) -> tuple[Runs, int]:
    """How long does somebody wait who has edited one article of a large collection?

    A paragraph is added to one file, drawn anew each time; then the index is updated. In turn with
    that everything is built anew in another folder.

    Returns:
        The runs, and how many paragraphs are indexed at last.
    """
    seeds, updated, built = folder / "articles", folder / "updated", folder / "built"
    write_articles(seeds, files)
    run_quietly(lunshu("index", seeds, "--index", updated))
    draw, number = random.Random(SEED), count(1)
    runs: dict[str, list[Run]] = {UPDATE: [], FULL: []}
    for _ in range(rounds):
        full = lunshu("index", seeds, "--full", "--quiet", "--index", built)
        runs[FULL].append(measure_once(full))
        for _ in range(UPDATES_A_ROUND):
            with draw.choice(sorted(seeds.iterdir())).open("a", encoding="utf-8") as article:
                article.write(f"\n这是第{next(number)}次改动所加的一段。\n")
            runs[UPDATE].append(measure_once(lunshu("index", seeds, "--quiet", "--index", updated)))
            paragraphs = check_updated(seeds, updated, files)
    return runs, paragraphs


def write_articles(seeds: Path, files: int) -> None:
    """Write so many articles in Markdown, the same each time."""
    corpus = seeds.with_suffix(".jsonl")
    run_quietly(script(BENCHMARKS / "corpora.py", corpus, files * PARAGRAPHS_A_FILE))
    seeds.mkdir()
    with corpus.open(encoding="utf-8") as lines:
        for doc, records in groupby(map(json.loads, lines), key=lambda fields: fields["doc"]):
            paragraphs = list(records)
            head = f"# {paragraphs[0]['title']}\n"
            text = "".join(f"\n{fields['text']}\n" for fields in paragraphs)
            (seeds / f"{doc}.md").write_text(head + text, "utf-8")


def check_updated(seeds: Path, index: Path, files: int) -> int:
    """How many paragraphs are indexed, after an update that must have left nothing to do.

    Raises:
        RuntimeError: it has.
    """
    command = lunshu("index", seeds, "--format", "json", "--index", index)
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    if report["unchanged"] != files or report["failed"]:
        raise RuntimeError(f"the update left something to do: {report}")
    return int(report["paragraphs"])


def judge(runs: Runs) -> list[Sequence[str]]:
    """What was measured beside what it should be."""
    wall_ms = {name: median(its, "wall_ms") for name, its in runs.items()}
    most, meaning = round(1.5 * wall_ms[VERSION] + 50), f"{UNCHANGED}, ms"
    return [
        mark(f"{meaning}; the mark is 1.5 × {VERSION} + 50", wall_ms[UNCHANGED], most, ".0f"),
        mark(f"{UPDATE}, times a full build", wall_ms[UPDATE] / wall_ms[FULL], 0.05, ".3f"),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=FILES, help="how many, of which one changes")
    parser.add_argument("--rounds", type=int, default=3, help="full builds; the rest runs oftener")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
