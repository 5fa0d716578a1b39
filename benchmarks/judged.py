"""How much each threshold of tracing matters for the articles that editors have judged.

    python benchmarks/judged.py INDEX

traces them with each number of `searcher.tracing.thresholds` halved and doubled, one at a time,
and counts the lines in which the trace then differs from what was judged. INDEX is an index of the
seeds. A number that can be halved or doubled without a difference was not needed for these
articles; that is no proof that it is not needed for others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from searcher import Searcher, open_index
from searcher.tracing.thresholds import DEFAULT, Thresholds
from searcher.tracing.trace import trace
from tests.support.judging import MADE, SEEDS, compare, judged


def differences(searcher: Searcher, by: Thresholds) -> int:
    """The number of lines in which the traces of all judged articles differ from the judgements."""
    return sum(len(_lines(searcher, name, by)) for name in (*SEEDS, *MADE))


def _lines(searcher: Searcher, name: str, by: Thresholds) -> list[str]:
    own = [doc for doc in searcher.document_ids() if doc.startswith(f"{name}_")]
    article = judged(name).article
    traced = trace(
        searcher._collection,
        article,
        within="speech",
        min_length=None,
        exclude=own,
        filters=None,
        by=by,
    )
    return compare(judged(name), traced).differences


def iter_changed() -> Iterator[tuple[str, float, float, Thresholds]]:
    """Each number with another value in its place: its name, the value, the other, all of them."""
    for field in fields(Thresholds):
        value = getattr(DEFAULT, field.name)
        for factor in (0.5, 2):
            other = type(value)(value * factor)
            if other != value:
                yield field.name, value, other, replace(DEFAULT, **{field.name: other})


def main() -> None:
    """Print a table."""
    with open_index(sys.argv[1]) as searcher:
        usual = differences(searcher, DEFAULT)
        print(f"as it is: {usual} differences", flush=True)
        for name, value, other, by in iter_changed():
            try:
                shown = f"{differences(searcher, by) - usual:+d}"
            except (ArithmeticError, ValueError, LookupError, AssertionError) as exc:
                shown = f"no trace ({type(exc).__name__})"
            print(f"{name:28} {value:>10.4g} -> {other:<10.4g} {shown}", flush=True)


if __name__ == "__main__":
    main()
