"""How long folding takes beside another checkout, and what of a dictionary it makes one.

    python benchmarks/folding.py BEFORE CORPUS.jsonl --record DIR

BEFORE is a checkout of another version. Each of both folds the texts of the corpus and the lines of
the seeds in processes of its own, in turn; the least of all rounds counts. The words of jieba's
dictionary are written in traditional characters by OpenCC, and those are counted that do not fold
as they do in simplified ones.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 7
TEXTS = 60_000
SEEDS_TIMES = 10
CHECKOUT = Path(__file__).resolve().parent.parent
CONFIGURATIONS = ("s2t", "s2tw", "s2hk")
FUNCTIONS = ("fold", "fold_with_origins")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path, help="a checkout of another version")
    parser.add_argument(
        "corpus", type=Path, help="records as lunshu reads them; maybe packed by xz"
    )
    parser.add_argument("--record", type=Path, metavar="DIR", help="keep the run there")
    given = parser.parse_args()
    from recording import as_table, describe_run, publish  # noqa: PLC0415 (children need none)

    checkouts = {"before": given.before, "now": CHECKOUT}
    spent: dict[str, list[dict[str, float]]] = {name: [] for name in checkouts}
    unlike: dict[str, dict[str, int]] = {}
    for _ in range(ROUNDS):
        for name, checkout in checkouts.items():
            spent[name].append(_child("times", checkout, given.corpus))
    for name, checkout in checkouts.items():
        unlike[name] = {key: int(count) for key, count in _child("words", checkout).items()}
    least = {
        name: {key: min(one[key] for one in rounds) for key in rounds[0]}
        for name, rounds in spent.items()
    }
    times = [
        (key, f"{least['before'][key]:.4f}", f"{now:.4f}", f"{now / least['before'][key]:.2f}")
        for key, now in least["now"].items()
    ]
    words = [(key, unlike["before"][key], unlike["now"][key]) for key in CONFIGURATIONS]
    tables = {
        "Time": as_table(("what", "before s", "now s", "ratio"), times),
        "Words that fold otherwise in traditional characters": as_table(
            ("OpenCC", "before", "now"), words
        ),
    }
    raw = {"seconds": spent, "words": unlike}
    publish("Folding beside another version", describe_run(), tables, raw, given.record)


def _child(what: str, checkout: Path, *arguments: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", what, str(checkout), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, cwd="/")
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def measure(what: str, checkout: str, *arguments: str) -> dict[str, float]:
    """What one checkout takes, or makes of the words."""
    sys.path.insert(0, checkout)
    try:
        from indexer.text import folding  # noqa: PLC0415
    except ImportError:  # an older one
        from indexer import folding  # type: ignore[attr-defined,no-redef]  # noqa: PLC0415
    if what == "times":
        return _times(folding, _texts(Path(arguments[0])))
    return _unlike(folding)


def _texts(corpus: Path) -> dict[str, list[str]]:
    opened = lzma.open if corpus.suffix == ".xz" else open
    with opened(corpus, "rt", encoding="utf-8") as file:
        lines = [line for line, _ in zip(file, range(TEXTS), strict=False)]
    seeds = [path.read_text("utf-8") for path in sorted((CHECKOUT / "seeds").glob("*.txt"))]
    return {
        "corpus": [json.loads(line)["text"] for line in lines],
        "seeds": [line for text in seeds for line in text.split("\n")] * SEEDS_TIMES,
    }


def _times(folding: object, texts_of: dict[str, list[str]]) -> dict[str, float]:
    spent = {}
    for name, texts in texts_of.items():
        for function in FUNCTIONS:
            call = getattr(folding, function)
            for text in texts[:1000]:
                call(text)
            started = time.process_time()
            for text in texts:
                call(text)
            spent[f"{function}, {name}"] = time.process_time() - started
    return spent


def _unlike(folding: object) -> dict[str, float]:
    import jieba  # noqa: PLC0415
    import opencc  # noqa: PLC0415

    fold = folding.fold  # type: ignore[attr-defined]
    lines = jieba.get_dict_file().read().decode().splitlines()
    words: Sequence[str] = [line.split(" ")[0] for line in lines]
    found = {}
    for name in CONFIGURATIONS:
        others = opencc.OpenCC(name).convert("\n".join(words)).split("\n")
        found[name] = float(sum(map(str.__ne__, map(fold, words), map(fold, others))))
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(measure(*sys.argv[2:])))
    else:
        main()
