"""How long does it take to find where the words of an article come from, and what does it need?

    python benchmarks/tracing.py                          the seeds
    python benchmarks/tracing.py CORPUS.jsonl[.xz]        and a corpus
    … --record DIR                                        writes the summary to DIR as well

Each article has some 5,000 characters. Tracing, variants of a passage and repetitions are asked for
in processes that are started afresh for each round. Memory, and waiting for a processor, which is
left out of times, are as Linux tells them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Literal

from apart import SEEDS, ask, use_checkout
from articles import LENGTH, Article, citing, read_texts
from corpora import write_seeds
from own_process import Times, peak_bytes, reset_peak, resident_bytes, timed
from processes import lunshu, run_quietly, say
from recording import MARKS, as_list, as_table, describe_run, mark, record

SEED = 6
MADE = 3
"""So many articles are made that cite a corpus."""

TRACED = 3
"""So often an article is traced in one process."""

SEEDS_MS, CORPUS_MS = 300, 2_000
"""The marks for tracing an article: the first time, opening the index included, and later ones."""

MEMORY = 2
"""The mark for the peak while tracing, times what a searcher takes that has answered."""

SHOWN = 10
"""So many results are made ready to be shown, as many as the commands show; all are found."""

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
        rounds: how many processes measure each question.
        most_ms: the mark for tracing an article.
    """

    name: str
    index: Path
    within: Within
    exclude: Sequence[str]
    articles: Sequence[Article]
    rounds: int
    most_ms: float


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    use_checkout()
    before = os.getloadavg()
    parts, rows, raw = [], [], {}
    with tempfile.TemporaryDirectory() as folder:
        collections = [seeds(Path(folder, "seeds"), 2 * options.rounds + 1)]
        if options.corpus:
            collections.append(given(options.corpus, Path(folder, "given"), options.rounds))
        for one in collections:
            measured = measure_collection(one)
            raw[one.name] = measured
            rows += judge(one, measured)
            parts += [f"## In {one.name}\n\n{table}" for table in tables(one, measured)]
    recipe = describe_run() | {
        "corpus": options.corpus.name if options.corpus else "none",
        "rounds": ", ".join(str(collection.rounds) for collection in collections),
        "load before and after": f"{before[0]:.1f}, {os.getloadavg()[0]:.1f}",
    }
    head = ["# Tracing an article", as_list(recipe), f"## Marks\n\n{as_table(MARKS, rows)}"]
    summary = "\n\n".join(head + parts)
    print(summary)
    if options.record:
        record(options.record, {"recipe": recipe, **raw}, summary)


def seeds(folder: Path, rounds: int) -> Collection:
    """The five documents of the seeds; the article is one of them, and is not its own source."""
    say("indexing the seeds")
    run_quietly(lunshu("index", SEEDS, "--index", folder))
    article = Article(f"the first {LENGTH:,} characters of {_QUOTING[:3]}", _prose()[:LENGTH], None)
    return Collection("the seeds", folder, "speech", [_QUOTING], [article], rounds, SEEDS_MS)


def given(corpus: Path, folder: Path, rounds: int) -> Collection:
    """A corpus of records; articles are made that cite it, with prose of the seeds around."""
    say(f"indexing {corpus.name}")
    write_seeds(str(corpus), str(folder / "seeds"))
    run_quietly(lunshu("index", folder / "seeds", "--index", folder / "index", "--quiet"))
    texts = read_texts(next((folder / "seeds").iterdir()))
    prose = _prose().replace("\n", "")
    articles = [
        citing(f"made, {number + 1}", texts, prose, random.Random(SEED + number))
        for number in range(MADE)
    ]
    return Collection(corpus.name, folder / "index", "all", [], articles, rounds, CORPUS_MS)


def _prose() -> str:
    text: str = ask("tracing:article_text", path=str(SEEDS / f"{_QUOTING}.txt"))
    return text


def measure_collection(one: Collection) -> dict[str, Any]:
    """Everything of one collection; the articles take turns, a round after another."""
    say(f"tracing in {one.name}")
    common = {"index": str(one.index), "within": one.within}
    each = [{**common, "text": article.text, "exclude": one.exclude} for article in one.articles]
    traced: list[list[Any]] = [[] for _ in each]
    for _ in range(one.rounds):
        for runs, asked in zip(traced, each, strict=True):
            runs.append(ask("tracing:trace", **asked))
    return {
        "articles": [{"name": article.name, "cited": article.cited} for article in one.articles],
        "traced": traced,
        "searched_mb": [
            ask("tracing:searched_mb", index=asked["index"], text=asked["text"]) for asked in each
        ],
        "similar": ask("tracing:similar", **common),
        "repetitions": ask("tracing:repetitions", **common),
    }


# what processes of their own do


def article_text(path: str) -> str:
    """The text of an article as tracing reads it."""
    from searcher.claims.reading import read_article  # noqa: PLC0415 (the parent stays small)

    return read_article(Path(path).read_bytes(), Path(path).name).text


def _opened(index: str) -> Any:
    from searcher import open_index  # noqa: PLC0415

    return open_index(index)


def trace(index: str, within: Within, text: str, exclude: Sequence[str]) -> dict[str, Any]:
    """The times of opening the index, of tracing for the first time and of later ones, what was
    found, and the most memory there was in megabytes, shared pages included.

    The first time loads modules and compares pages of the index with their checksums.
    """
    reset_peak()
    searcher, opening = timed(partial(_opened, index))
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
    """The memory of a searcher that has searched clauses of the article as they stand."""
    from searcher import escape  # noqa: PLC0415

    with _opened(index) as searcher:
        for clause in _CLAUSE.findall(text)[:_SEARCHES]:
            searcher.search(escape(clause))
        return resident_bytes() / 1e6


def similar(index: str, within: Within) -> dict[str, Any]:
    """The times of finding the variants of some passages, one after another."""
    from searcher import Filters  # noqa: PLC0415

    filters = Filters(role="speech" if within == "speech" else None)
    with _opened(index) as searcher:
        passages = searcher.search(_EVERYTHING, limit=_PASSAGES, filters=filters)
        ids = [hit.id for hit in passages.hits]
        asked = [timed(partial(searcher.similar, id_, limit=SHOWN)) for id_ in ids]
        return {
            "times": [times for _, times in asked],
            "found": sum(found.total for found, _ in asked),
        }


def repetitions(index: str, within: Within) -> dict[str, Any]:
    """The time of finding all repetitions of a collection, and the memory it takes."""
    with _opened(index) as searcher:
        held = reset_peak()
        found, times = timed(partial(searcher.repetitions, within=within, limit=SHOWN))
        above = (peak_bytes() - held) / 1e6
        return {"times": [times], "found": found.total, "above_mb": above}


# what is said of it


def judge(one: Collection, measured: Mapping[str, Any]) -> list[Sequence[str]]:
    """What was measured beside what it should be, of the worst article."""
    rows: list[Sequence[str]] = []
    for label, times in {"opening and the first time": _cold, "later times": _later}.items():
        medians = [_median(times(runs)) for runs in measured["traced"]]
        wall, steady = max(medians, key=lambda it: it[1])
        meaning = f"{one.name}: {label}, the slowest article, ms"
        rows.append(mark(meaning, steady, one.most_ms, ".0f", wall=f"{wall:.0f}"))
    pairs = zip(measured["traced"], measured["searched_mb"], strict=True)
    worst = max(run["peak_mb"] / searched for runs, searched in pairs for run in runs)
    meaning = f"{one.name}: peak memory while tracing, times a searcher's that searched"
    return [*rows, mark(meaning, worst, MEMORY, ".2f")]


def tables(one: Collection, measured: Mapping[str, Any]) -> Sequence[str]:
    """The tables of a collection."""
    rows = []
    each = zip(one.articles, measured["traced"], measured["searched_mb"], strict=True)
    for article, runs, searched in each:
        counts = [str(runs[0][what]) for what in ("quotations", "sources", "not_found")]
        put_in = "–" if article.cited is None else str(article.cited)
        times = [_spread(_cold(runs)), _spread(_later(runs))]
        peak = max(run["peak_mb"] for run in runs)
        rows.append([article.name, *counts, put_in, *times, f"{searched:.0f}", f"{peak:.0f}"])
    head = ["article", "quotations", "sources", "not found", "put in", "opening and first, ms"]
    head += ["later, ms: median (min–max)", "MB after searching", "peak MB while tracing"]
    others, groups = measured["similar"], measured["repetitions"]
    repeated = f"{groups['found']} groups, {groups['above_mb']:.0f} MB more at most"
    return [
        as_table(head, rows),
        as_table(
            ["what", "ms: median (min–max)", "found"],
            [
                ["`similar`", _spread(others["times"], ".1f"), f"{others['found']} variants"],
                ["`repetitions`", _spread(groups["times"]), repeated],
            ],
        ),
    ]


def _cold(runs: Sequence[Mapping[str, Any]]) -> list[Times]:
    """Opening and tracing for the first time."""
    return [(run["open"][0] + run["first"][0], run["open"][1] + run["first"][1]) for run in runs]


def _later(runs: Sequence[Mapping[str, Any]]) -> list[Times]:
    return [times for run in runs for times in run["later"]]


def _median(times: Sequence[Times]) -> Times:
    walls, steady = zip(*times, strict=True)
    return median(walls), median(steady)


def _spread(times: Sequence[Times], form: str = ".0f") -> str:
    steady = [one[1] for one in times]
    return f"{median(steady):{form}} ({min(steady):{form}}–{max(steady):{form}})"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS.jsonl[.xz]")
    parser.add_argument("--rounds", type=int, default=3, help="of the corpus; 3")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
