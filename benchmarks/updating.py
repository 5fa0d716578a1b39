"""What does `lunshu index` cost where little or nothing has changed?

    python benchmarks/updating.py                  prints the summary
    python benchmarks/updating.py --record DIR     writes it to DIR as well

It needs nothing but an installed lunshu and takes some minutes, nearly all of them for full builds.
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

from cold_start import HERE, SEEDS, run_quietly
from processes import LUNSHU, Run, measure, measure_tree, median, spread
from recording import as_list, as_table, describe_run, record

SEED = 21
FILES = 1_000
PARAGRAPHS_A_FILE = 97
"""So many does a document of the generated corpus have: about 5,000 characters, an article."""

UPDATES_A_ROUND = 4

VERSION, UNCHANGED = "lunshu --version", "lunshu index, nothing changed"


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        unchanged = nothing_changed(Path(folder), options.rounds * 5)
        changed = one_changed(Path(folder), options.files, options.rounds)
    recipe = describe_run() | {"rounds": options.rounds, "files": options.files}
    summary = "\n\n".join(
        [
            "# Bringing an index up to date",
            as_list(recipe),
            "## Marks",
            as_table(["figure", "measured", "mark", ""], judge(unchanged, changed)),
            "## Nothing changed, on the seeds, whole processes",
            _table(unchanged),
            f"## One file of {options.files} changed, whole processes",
            _table({"lunshu index": changed.updates, "lunshu index --full": changed.builds}),
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
    starting the program takes. Fair in that both are whole processes, in turn. The seeds are five
    files, so this shows what a look at the index costs and not what a look at many files does.
    """
    index = folder / "unchanged"
    run_quietly("-c", LUNSHU, "index", SEEDS, "--index", index)
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
    that everything is built anew in another folder. Fair in that both are whole processes with the
    same files before them. The text is made up (see `generated_corpus.py`), which costs jieba
    about what real text does; the update is helped by files that the system still has in memory,
    as after an edit, and the full build as well.
    """
    seeds, updated, built = folder / "articles", folder / "updated", folder / "built"
    write_articles(seeds, files)
    run_quietly("-c", LUNSHU, "index", seeds, "--index", updated)
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
    run_quietly(HERE / "generated_corpus.py", corpus, files * PARAGRAPHS_A_FILE)
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


def judge(unchanged: dict[str, list[Run]], changed: OneChanged) -> list[list[str]]:
    """What was measured beside what it should be."""
    version = median(unchanged[VERSION], "wall_ms")
    nothing, most = median(unchanged[UNCHANGED], "wall_ms"), 1.5 * version + 50
    share = median(changed.updates, "wall_ms") / median(changed.builds, "wall_ms")
    return [
        [
            "nothing changed, ms",
            f"{nothing:.0f}",
            f"≤ {most:.0f} (1.5 × {VERSION} + 50)",
            _verdict(nothing <= most),
        ],
        [
            "one file changed, times a full build",
            f"{share:.3f}",
            "≤ 0.05",
            _verdict(share <= 0.05),
        ],
    ]


def lunshu(*arguments: object) -> list[str]:
    """The command line of lunshu with `arguments`."""
    return [sys.executable, "-c", LUNSHU, *map(str, arguments)]


def _verdict(met: bool) -> str:
    return "met" if met else "NOT MET"


def _table(runs_of: dict[str, Sequence[Run]]) -> str:
    rows = []
    for name, runs in runs_of.items():
        low, high = spread(runs, "wall_ms")
        wall, peak = median(runs, "wall_ms"), median(runs, "peak_mb")
        rows.append(
            [f"`{name}`", f"{wall:.0f} ({low:.0f}–{high:.0f})", f"{peak:.0f}", str(len(runs))]
        )
    return as_table(["command", "wall ms: median (min–max)", "peak MB", "runs"], rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=FILES, help="how many, of which one changes")
    parser.add_argument("--rounds", type=int, default=3, help="full builds; the rest runs oftener")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
