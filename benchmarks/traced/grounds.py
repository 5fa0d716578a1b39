"""The collections that articles are traced in: the seeds, and a large corpus that may be given."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cold_start import SEEDS, run_quietly
from large.building import whole_index
from large.setting import enlarge, prepare
from processes import LUNSHU, say
from traced.articles import LENGTH, Article, citing, pasted, read_texts

from searcher.claims.reading import read_article

SEED = 6
MADE = 3
"""So many articles are made that cite a large corpus."""

SEEDS_MS, LARGE_MS = 300, 2_000
"""The marks, for the seeds and for a corpus taken once: the first time included."""

_QUOTING = "001_acdd70bc26a88983"
"""The document of the seeds that quotes most."""


@dataclass(frozen=True)
class Collection:
    """A collection and the articles that are traced in it.

    Attributes:
        name: what it is called in tables.
        within: which paragraphs may be sources.
        exclude: the documents that are none.
        rounds: how many processes measure each question.
        most_ms: the mark for tracing an article; None where there is none.
    """

    name: str
    index: Path
    within: Literal["speech", "all"]
    exclude: Sequence[str]
    articles: Sequence[Article]
    rounds: int
    most_ms: float | None


def seeds(folder: Path, rounds: int) -> Collection:
    """The five documents of the seeds; the article is one of them, and is not its own source."""
    say("indexing the seeds")
    run_quietly("-c", LUNSHU, "index", SEEDS, "--index", folder)
    article = Article(f"the first {LENGTH:,} characters of {_QUOTING[:3]}", _prose()[:LENGTH], None)
    return Collection("seeds", folder, "speech", [_QUOTING], [article], rounds, SEEDS_MS)


def large(corpus: Path, work: Path, times: int, rounds: int) -> Collection:
    """A corpus of records, taken so many times; its index is built unless `work` has it.

    Articles cite it, with prose of the seeds around, or are made of nothing else; one is the
    article of the seeds, of which next to nothing stands in laws. They are the same however often
    the corpus is taken; at more than one time two of them are traced.
    """
    setting = enlarge(prepare(corpus, work, rounds=rounds, peers=()), times)
    if not setting.index.exists():
        whole_index(setting)
    texts = read_texts(setting.prepared / "seeds" / "corpus.jsonl")
    prose = _prose()
    flat = prose.replace("\n", "")
    articles = [
        citing(f"made, {number + 1}", texts, flat, random.Random(SEED + number))
        for number in range(MADE)
    ]
    articles += [
        pasted("only paragraphs of the corpus", texts, random.Random(SEED)),
        Article(f"the first {LENGTH:,} characters of {_QUOTING[:3]}", prose[:LENGTH], 0),
    ]
    name = f"{setting.paragraphs:,} paragraphs"
    if times == 1:
        return Collection(name, setting.index, "all", [], articles, rounds, LARGE_MS)
    few = [articles[0], articles[MADE]]
    return Collection(name, setting.index, "all", [], few, rounds=1, most_ms=None)


def _prose() -> str:
    path = SEEDS / f"{_QUOTING}.txt"
    return read_article(path.read_bytes(), path.name).text
