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
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import count, groupby
from pathlib import Path

from apart import BENCHMARKS, SEEDS, use_checkout
from processes import Run, lunshu, measure, measure_tree, median, run_quietly, script
from recording import MARKS, as_list, as_table, describe_run, mark, processes_table, record

SEED = 21
FILES = 1_000
PARAGRAPHS_A_FILE = 97
"""So many does a document of the generated corpus have: about 5,000 characters, an article."""

UPDATES_A_ROUND = 4

VERSION, UNCHANGED = "lunshu --version", "lunshu index, nothing changed"


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    use_checkout()
    with tempfile.TemporaryDirectory() as folder:
        unchanged = nothing_changed(Path(folder), options.rounds * 5)
        changed = one_changed(Path(folder), options.files, options.rounds)
    recipe = describe_run() | {"rounds": options.rounds, "files": options.files}
    summary = "\n\n".join(
        [
            "# Bringing an index up to date",
            as_list(recipe),
            "## Marks",
            as_table(MARKS, judge(unchanged, changed)),
            "## Nothing changed, on the seeds, whole processes",
            processes_table(unchanged),
            f"## One file of {options.files} changed, whole processes",
            processes_table(
                {"lunshu index": changed.updates, "lunshu index --full": changed.builds}
            ),
            f"{changed.paragraphs} paragraphs at last; {changed.rewritten} in a changed file "
            "(median).",
        ]
    )
    print(summary)
    if options.record:
        raw = {
            "recipe": recipe,
            "nothing changed": {name: list(map(asdict, runs)) for name, runs in unchanged.items()},
            "one changed": asdict(changed),
        }
        record(options.record, raw, summary)


def nothing_changed(folder: Path, rounds: int) -> dict[str, list[Run]]:
    """How long does a script wait that asks for an update before each search?

    `lunshu index` on the seeds, whose files are unchanged, beside `lunshu --version`, which is what
    starting the program takes.
    """
    index = folder / "unchanged"
    run_quietly(lunshu("index", SEEDS, "--index", index))
    return measure(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            VERSION: lunshu("--version"),
            UNCHANGED: lunshu("index", SEEDS, "--index", index),
        },
        rounds,
    )


@dataclass(frozen=True)
class OneChanged:
    """What it costs when one file of many has changed.

    Attributes:
        updates: the runs of `lunshu index`, each after another edit.
        builds: the runs of `lunshu index --full`, in turn with those.
        paragraphs: how many the index holds at last.
        rewritten: how many the changed file has: the median of all edits.
    """

    updates: list[Run]
    builds: list[Run]
    paragraphs: int
    rewritten: int


def one_changed(folder: Path, files: int, rounds: int) -> OneChanged:
    """How long does somebody wait who has edited one article of a large collection?

    A paragraph is added to one file, drawn anew each time; then the index is updated. In turn with
    that everything is built anew in another folder.
    """
    seeds, updated, built = folder / "articles", folder / "updated", folder / "built"
    write_articles(seeds, files)
    run_quietly(lunshu("index", seeds, "--index", updated))
    draw, number = random.Random(SEED), count(1)
    updates, builds, rewritten = [], [], []
    for _ in range(rounds):
        builds.append(measure_tree(lunshu("index", seeds, "--full", "--quiet", "--index", built)))
        for _ in range(UPDATES_A_ROUND):
            rewritten.append(_edit(draw.choice(sorted(seeds.iterdir())), next(number)))
            updates.append(measure_tree(lunshu("index", seeds, "--quiet", "--index", updated)))
            paragraphs = check_updated(seeds, updated, files)
    return OneChanged(updates, builds, paragraphs, sorted(rewritten)[len(rewritten) // 2])


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


def _edit(article: Path, number: int) -> int:
    """Add a paragraph. Returns how many there are then."""
    text = article.read_text("utf-8") + f"\n这是第{number}次改动所加的一段。\n"
    article.write_text(text, "utf-8")
    return text.count("\n\n")


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


def judge(unchanged: dict[str, list[Run]], changed: OneChanged) -> list[Sequence[str]]:
    """What was measured beside what it should be."""
    version = median(unchanged[VERSION], "wall_ms")
    nothing = median(unchanged[UNCHANGED], "wall_ms")
    share = median(changed.updates, "wall_ms") / median(changed.builds, "wall_ms")
    meaning = f"nothing changed, ms; the mark is 1.5 × {VERSION} + 50"
    return [
        mark(meaning, nothing, round(1.5 * version + 50), ".0f"),
        mark("one file changed, times a full build", share, 0.05, ".3f"),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=FILES, help="how many, of which one changes")
    parser.add_argument("--rounds", type=int, default=3, help="full builds; the rest runs oftener")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
