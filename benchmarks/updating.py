"""What does `lunshu index` cost where one file of many has changed?

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

from apart import BENCHMARKS, run, use_checkout
from processes import Run, lunshu, measure_once, median, script
from recording import MARKS, as_table, describe_run, mark, processes_table, publish

SEED = 21
FILES = 1_000
PARAGRAPHS_A_FILE = 97
"""The number that a document of the made-up corpus has: about 5,000 characters, an article."""

UPDATES_A_ROUND = 4

UPDATE, FULL = "lunshu index, one file changed", "lunshu index --full"

Runs = Mapping[str, Sequence[Run]]


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    use_checkout()
    with tempfile.TemporaryDirectory() as folder:
        runs, paragraphs = one_changed(Path(folder), options.files, options.rounds)
    facts = {"rounds": options.rounds, "files": options.files, "paragraphs at last": paragraphs}
    tables = {
        "Marks": as_table(MARKS, [judge(runs)]),
        "Whole processes": processes_table(runs),
    }
    raw = {name: list(map(asdict, its)) for name, its in runs.items()}
    recipe = describe_run() | facts
    publish("Bringing an index up to date", recipe, tables, raw, options.record)


def one_changed(folder: Path, files: int, rounds: int) -> tuple[Runs, int]:
    """How long does somebody wait who has edited one article of a large collection?

    A paragraph is added to one file, drawn anew each time; then the index is updated. In turn with
    that everything is built anew in another folder.

    Returns:
        The runs, and the number of paragraphs that are indexed at last.
    """
    seeds, updated, built = folder / "articles", folder / "updated", folder / "built"
    write_articles(seeds, files)
    run("lunshu index", lunshu("index", seeds, "--index", updated))
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
    """Write made-up articles in Markdown, the same each time."""
    corpus = seeds.with_suffix(".jsonl")
    run("corpora.py", script(BENCHMARKS / "corpora.py", corpus, files * PARAGRAPHS_A_FILE))
    seeds.mkdir()
    with corpus.open(encoding="utf-8") as lines:
        for doc, records in groupby(map(json.loads, lines), key=lambda fields: fields["doc"]):
            paragraphs = list(records)
            head = f"# {paragraphs[0]['title']}\n"
            text = "".join(f"\n{fields['text']}\n" for fields in paragraphs)
            (seeds / f"{doc}.md").write_text(head + text, "utf-8")


def check_updated(seeds: Path, index: Path, files: int) -> int:
    """The number of paragraphs that are indexed, after an update that must have left nothing to do.

    Raises:
        RuntimeError: it has.
    """
    command = lunshu("index", seeds, "--format", "json", "--index", index)
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    if report["unchanged"] != files or report["failed"]:
        raise RuntimeError(f"the update left something to do: {report}")
    return int(report["paragraphs"])


def judge(runs: Runs) -> Sequence[str]:
    """What was measured beside what it should be."""
    share = median(runs[UPDATE], "wall_ms") / median(runs[FULL], "wall_ms")
    return mark("one file changed, times a full build", share, 0.05, ".3f")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=FILES, help="how many, of which one changes")
    parser.add_argument("--rounds", type=int, default=3, help="full builds; the rest runs oftener")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
