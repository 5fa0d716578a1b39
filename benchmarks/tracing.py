"""How long does it take to find where the words of an article come from, and what does it need?

    python benchmarks/tracing.py                          in the seeds
    python benchmarks/tracing.py CORPUS.jsonl[.xz]        in a corpus
    … --record DIR                                        writes the summary to DIR as well

Each article has some 5,000 characters. Tracing, variants of a passage and repetitions are asked for
in processes that are started afresh for each round. Memory, and waiting for a processor, which is
left out of times, are as Linux reports them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Literal

from apart import CHECKOUT, SEEDS, ask, run, use_checkout
from articles import LENGTH, Article, citing, read_texts
from corpora import write_seeds
from own_process import peak_bytes, reset_peak, resident_bytes, timed
from processes import lunshu, say
from recording import MARKS, as_table, describe_run, mark, publish

sys.path.insert(0, str(CHECKOUT))

from searcher import Filters, escape, open_index, read_article

SEED = 6
MADE = 3
"""The number of articles that are made to cite a corpus."""

TRACED = 3
"""How many times an article is traced in one process."""

SEEDS_MS, CORPUS_MS = 300, 2_000
"""The marks for tracing an article: the first time, opening the index included, and later ones."""

MEMORY = 2
"""The mark for the peak while tracing, times what a searcher takes that has answered."""

SHOWN = 10
"""The number of results that are made ready to be shown, as the commands do; all are found."""

_QUOTING = "001_acdd70bc26a88983"
"""The document of the seeds that quotes most."""

_SEARCHES = 5
_PASSAGES = 20
_EVERYTHING = "date:1900.. OR NOT date:1900.."
_CLAUSE = re.compile(r"[^。！？，；：、“”‘’《》（）\s]{6,}")

Within = Literal["speech", "all"]


@dataclass(frozen=True)
class Collection:
    """A collection and the articles that are traced in it.

    Attributes:
        name: what it is called in tables.
        within: which paragraphs may be sources.
        exclude: the documents that are none.
        most_ms: the mark for tracing an article.
    """

    name: str
    index: Path
    within: Within
    exclude: Sequence[str]
    articles: Sequence[Article]
    most_ms: float


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    use_checkout()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        ground = given(options.corpus, Path(folder)) if options.corpus else seeds(Path(folder))
        measured = measure_collection(ground, options.rounds)
    recipe = describe_run() | {
        "collection": ground.name,
        "rounds": options.rounds,
        "load before and after": f"{before:.1f}, {os.getloadavg()[0]:.1f}",
    }
    tables = {
        "Marks": as_table(MARKS, judge(ground, measured)),
        "Articles": articles_table(ground, measured),
        "Variants and repetitions": others_table(measured),
    }
    publish("Tracing an article", recipe, tables, measured, options.record)


def seeds(folder: Path) -> Collection:
    """The five documents of the seeds; the article is one of them, and is not its own source."""
    say("indexing the seeds")
    run("lunshu index", lunshu("index", SEEDS, "--index", folder))
    article = Article(f"the first {LENGTH:,} characters of {_QUOTING[:3]}", _prose()[:LENGTH], None)
    return Collection("the seeds", folder, "speech", [_QUOTING], [article], SEEDS_MS)


def given(corpus: Path, folder: Path) -> Collection:
    """A corpus of records; articles are made that cite it, with prose of the seeds around."""
    say(f"indexing {corpus.name}")
    write_seeds(str(corpus), str(folder / "seeds"))
    run("lunshu index", lunshu("index", folder / "seeds", "--index", folder / "index", "--quiet"))
    texts = read_texts(next((folder / "seeds").iterdir()))
    prose = _prose().replace("\n", "")
    articles = [
        citing(f"made, {number + 1}", texts, prose, random.Random(SEED + number))
        for number in range(MADE)
    ]
    return Collection(corpus.name, folder / "index", "all", [], articles, CORPUS_MS)


def _prose() -> str:
    path = SEEDS / f"{_QUOTING}.txt"
    return read_article(path.read_bytes(), path.name).text


def measure_collection(one: Collection, rounds: int) -> dict[str, Any]:
    """Everything of one collection; the articles take turns, a round after another."""
    say(f"tracing in {one.name}")
    common = {"index": str(one.index), "within": one.within}
    each = [{**common, "text": article.text, "exclude": one.exclude} for article in one.articles]
    traced: list[list[Any]] = [[] for _ in each]
    for _ in range(rounds):
        for runs, asked in zip(traced, each, strict=True):
            runs.append(ask("tracing:trace", **asked))
    return {
        "articles": [{"name": article.name, "cited": article.cited} for article in one.articles],
        "traced": traced,
        "searched_mb": [
            ask("tracing:searched_mb", index=asked["index"], text=asked["text"]) for asked in each
        ],
        **ask("tracing:repeated", **common),
    }


# what processes of their own do


def trace(index: str, within: Within, text: str, exclude: Sequence[str]) -> dict[str, Any]:
    """The times of opening the index, of tracing for the first time and of later ones, what was
    found, and the most memory there was in megabytes, shared pages included.

    The first time loads modules and compares pages of the index with their checksums.
    """
    reset_peak()
    searcher, opening = timed(partial(open_index, index))
    action = partial(searcher.trace, text, within=within, exclude=exclude)
    traced, first = timed(action)
    return {
        "open": opening,
        "first": first,
        "later": [timed(action)[1] for _ in range(TRACED - 1)],
        "quotations": len(traced.quotations),
        "sources": sum(len(quotation.sources) for quotation in traced.quotations),
        "not_found": len(traced.not_found),
        "peak_mb": peak_bytes() / 1e6,
    }


def searched_mb(index: str, text: str) -> float:
    """The memory of a searcher that has searched clauses of the article word for word."""
    with open_index(index) as searcher:
        for clause in _CLAUSE.findall(text)[:_SEARCHES]:
            searcher.search(escape(clause))
        return resident_bytes() / 1e6


def repeated(index: str, within: Within) -> dict[str, Any]:
    """The times of finding the variants of some passages, one after another, and then all
    repetitions of the collection, with the memory that these take."""
    filters = Filters(role="speech" if within == "speech" else None)
    with open_index(index) as searcher:
        hits = searcher.search(_EVERYTHING, limit=_PASSAGES, filters=filters).hits
        similar = [timed(partial(searcher.similar, hit.id, limit=SHOWN)) for hit in hits]
        before = reset_peak()
        found, times = timed(partial(searcher.repetitions, within=within, limit=SHOWN))
        above_mb = (peak_bytes() - before) / 1e6
    variants = sum(one.total for one, _ in similar)
    return {
        "similar": {"times": [its for _, its in similar], "found": variants},
        "repetitions": {"times": [times], "found": found.total, "above_mb": above_mb},
    }


# what is said of it


def judge(one: Collection, measured: Mapping[str, Any]) -> list[Sequence[str]]:
    """What was measured beside what it should be, of the worst article."""
    cold, later = (max(median(times(runs)) for runs in measured["traced"]) for times in TIMES)
    pairs = zip(measured["traced"], measured["searched_mb"], strict=True)
    worst = max(run["peak_mb"] / searched for runs, searched in pairs for run in runs)
    return [
        mark("opening and the first time, the slowest article, ms", cold, one.most_ms, ".0f"),
        mark("later times, the slowest article, ms", later, one.most_ms, ".0f"),
        mark("peak memory while tracing, times a searcher's that searched", worst, MEMORY, ".2f"),
    ]


def articles_table(one: Collection, measured: Mapping[str, Any]) -> str:
    """What was found in each article, and what that took."""
    rows = []
    each = zip(one.articles, measured["traced"], measured["searched_mb"], strict=True)
    for article, runs, searched in each:
        counts = [str(runs[0][what]) for what in ("quotations", "sources", "not_found")]
        put_in = "–" if article.cited is None else str(article.cited)
        times = [_spread(times(runs)) for times in TIMES]
        peak = max(run["peak_mb"] for run in runs)
        rows.append([article.name, *counts, put_in, *times, f"{searched:.0f}", f"{peak:.0f}"])
    head = ["article", "quotations", "sources", "not found", "put in", "opening and first, ms"]
    head += ["later, ms: median (min–max)", "MB after searching", "peak MB while tracing"]
    return as_table(head, rows)


def others_table(measured: Mapping[str, Any]) -> str:
    """What is repeated in the collection, and what finding it took."""
    similar, groups = measured["similar"], measured["repetitions"]
    found = f"{groups['found']} groups, {groups['above_mb']:.0f} MB more at most"
    rows = [
        ["`similar`", _spread(similar["times"], ".1f"), f"{similar['found']} variants"],
        ["`repetitions`", _spread(groups["times"]), found],
    ]
    return as_table(["what", "ms: median (min–max)", "found"], rows)


def _cold(runs: Sequence[Mapping[str, Any]]) -> list[float]:
    """Opening and tracing for the first time."""
    return [run["open"] + run["first"] for run in runs]


def _later(runs: Sequence[Mapping[str, Any]]) -> list[float]:
    return [times for run in runs for times in run["later"]]


TIMES = (_cold, _later)


def _spread(times: Sequence[float], form: str = ".0f") -> str:
    return f"{median(times):{form}} ({min(times):{form}}–{max(times):{form}})"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS.jsonl[.xz]")
    parser.add_argument("--rounds", type=int, default=3, help="processes for each article; 3")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
