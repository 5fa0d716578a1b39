"""Does the approximate first stage of ranking lose what the full score would put first?

    python benchmarks/first_stage.py DIR...
    python benchmarks/first_stage.py DIR... --index INDEX --queries QUERIES.json

lunshu gives the whole score of resemblance only to candidates, the best by an approximate one. Here
the whole score is computed for every paragraph; the figure is how many of its first ten are among
the candidates. Each DIR is a test set (see `relevance_sets.py`); INDEX and QUERIES.json, of which
the list `question` is asked, are what `run --work` leaves of a large corpus.

It looks inside of the searcher, since nothing public tells candidates.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, median

import numpy as np
from recording import as_list, as_table, describe_run, record
from relevance import indexed
from relevance_sets import read_test_set

from indexer.text.folding import fold
from searcher.ranking import related
from searcher.ranking.maxscore import best
from searcher.ranking.query_terms import Terms, query_terms
from searcher.ranking.rerank import resemblance
from searcher.ranking.thresholds import DEFAULT
from searcher.store import Store, open_store

DEPTH = 10
_AT_ONCE = 20_000
"""How many paragraphs are given the whole score at once."""


@dataclass(frozen=True)
class Overlap:
    """How much of the unpruned first ten is among the candidates.

    Attributes:
        mean: over all queries that anything resembles, from 0 to 1.
        complete: the share of queries of which all ten are.
        first: the share of queries of which the first is.
        stage_ms: the median time of the first stage, in milliseconds.
        whole_ms: the median time of giving its candidates the whole score.
    """

    name: str
    paragraphs: int
    queries: int
    candidates: float
    mean: float
    complete: float
    first: float
    stage_ms: float
    whole_ms: float


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    overlaps = []
    for folder in options.sets:
        test_set = read_test_set(folder, options.most)
        with indexed(test_set) as searcher:
            store = searcher._store
            overlaps.append(overlap(folder.name, store, test_set.queries.values()))
    if options.index:
        lists = json.loads(options.queries.read_text("utf-8"))
        questions = [question for (question,) in lists["question"]][: options.most or None]
        overlaps.append(overlap("large corpus", open_store(options.index), questions))
    recipe = describe_run() | {"candidates": DEFAULT.candidates}
    summary = "\n\n".join(
        ["# The first stage of ranking beside the whole score", as_list(recipe), _table(overlaps)]
    )
    print(summary)
    if options.record:
        raw = {"recipe": recipe, "overlaps": [asdict(one) for one in overlaps]}
        record(options.record, raw, summary)


def overlap(name: str, store: Store, queries: Iterable[str]) -> Overlap:
    """The overlap for `queries`, typed bare."""
    shares, firsts, sizes, stage, whole = [], [], [], [], []
    for query in queries:
        terms = query_terms(store, fold(query))
        started = time.perf_counter()
        candidates = _candidates(store, terms)
        found = time.perf_counter()
        if len(candidates):
            resemblance(store, terms, candidates)
        ended = time.perf_counter()
        wanted = _unpruned(store, terms)
        if wanted:
            held = np.isin(wanted, candidates)
            shares.append(float(held.mean()))
            firsts.append(bool(held[0]))
            sizes.append(len(candidates))
            stage.append((found - started) * 1e3)
            whole.append((ended - found) * 1e3)
    return Overlap(
        name=name,
        paragraphs=store.count,
        queries=len(shares),
        candidates=fmean(sizes),
        mean=fmean(shares),
        complete=fmean(share == 1 for share in shares),
        first=fmean(firsts),
        stage_ms=median(stage),
        whole_ms=median(whole),
    )


def _candidates(store: Store, terms: Terms) -> related.Numbers:
    """What the first stage leaves to the second, as `find_related` has it."""
    telling = related._telling(store, terms)
    return best(store, telling, DEFAULT.candidates).docs[: 2 * DEFAULT.candidates]


def _unpruned(store: Store, terms: Terms) -> list[int]:
    """The first ten by the whole score of every paragraph; of equal ones the lower numbers."""
    parts = [
        resemblance(store, terms, np.arange(at, min(at + _AT_ONCE, store.size)))
        for at in range(0, store.size, _AT_ONCE)
    ]
    scores = np.concatenate(parts)
    order = np.argsort(-scores, kind="stable")[:DEPTH]
    return [int(number) for number in order if scores[number] > 0]


def _table(overlaps: Sequence[Overlap]) -> str:
    head = ["set", "paragraphs", "queries", "candidates", "overlap@10", "all ten", "the first"]
    rows = [
        (
            one.name,
            one.paragraphs,
            one.queries,
            f"{one.candidates:.0f}",
            *(f"{share:.4f}" for share in (one.mean, one.complete, one.first)),
            f"{one.stage_ms:.2f}",
            f"{one.whole_ms:.2f}",
        )
        for one in overlaps
    ]
    return as_table([*head, "first stage ms", "second stage ms"], rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("sets", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--most", type=int, default=500, help="queries of each; 0 means all")
    parser.add_argument("--index", type=Path, help="the index of a large corpus")
    parser.add_argument("--queries", type=Path, help="its queries.json")
    parser.add_argument("--record", type=Path, metavar="DIR")
    options = parser.parse_args()
    if (options.index is None) != (options.queries is None):
        parser.error("give --index and --queries together")
    return options


if __name__ == "__main__":
    main()
