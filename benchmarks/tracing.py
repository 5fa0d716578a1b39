"""How long does it take to find where the words of an article come from, and what does it need?

    python benchmarks/tracing.py                                   the seeds
    python benchmarks/tracing.py CORPUS.jsonl.xz --work DIR        and a corpus, as `run` takes it
    … --times 1,10                                                 once and ten times
    … --record DIR                                                 writes the summary to DIR as well

Each article has some 5,000 characters. `trace`, `similar`, `repetitions` and `cite` are asked
inside of processes that are started afresh for each round, beside a plain scan for one string and
searching every sentence of the article. Memory, and waiting for a processor, which is left out of
times, are as Linux tells them.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from recording import as_list, as_table, describe_run, record
from traced.asking import measure_collection
from traced.grounds import large, seeds
from traced.summary import judge, tables_of

MARKS = ["figure", "measured", "on the wall", "mark", ""]


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    before = os.getloadavg()
    with tempfile.TemporaryDirectory() as folder:
        collections = [seeds(Path(folder) / "seeds", 2 * options.rounds + 1)]
        for times in options.times if options.corpus else ():
            work = options.work or Path(folder)
            collections.append(large(options.corpus, work, times, options.rounds))
        measured = [measure_collection(collection) for collection in collections]
    recipe = describe_run() | {
        "corpus": options.corpus.name if options.corpus else "none",
        "rounds": ", ".join(str(collection.rounds) for collection in collections),
        "load before and after": f"{before[0]:.1f}, {os.getloadavg()[0]:.1f}",
    }
    parts = ["# Tracing an article", as_list(recipe)]
    parts += [f"## Marks\n\n{as_table(MARKS, judge(measured))}"]
    for one in measured:
        parts += [f"## {name}\n\n{table}" for name, table in tables_of(one).items()]
    summary = "\n\n".join(parts)
    print(summary)
    if options.record:
        raw = {"recipe": recipe, **{one.collection.name: one.raw for one in measured}}
        record(options.record, raw, summary)


def _times(text: str) -> Sequence[int]:
    """The sizes, the least first.

    Raises:
        ValueError: one is no number.
    """
    return sorted({int(part) for part in text.split(",")})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS.jsonl[.xz]")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keeps what reruns need")
    parser.add_argument("--times", type=_times, default=(1,), help="sizes: 1, or 1,10")
    parser.add_argument("--rounds", type=int, default=3, help="of the corpus taken once; 3")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
