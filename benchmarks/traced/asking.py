"""Has everything measured that is to be known of a collection, each in a process of its own."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from processes import run_script, say
from traced.grounds import SEED, Collection

from searcher.store import open_store

TRACED = 3
"""So often an article is traced in one process."""

DOES = ("nothing", "search quoted", "search bare", "trace")
"""What a searcher does whose memory is looked at."""

_IDS = 20
_COMPARED = 500
"""So many paragraphs difflib is asked about."""

_REPETITIONS = 2
_MOST_FOR_REPETITIONS = 1_000_000
"""Paragraphs: in more of them looking for all repetitions takes many minutes."""


@dataclass(frozen=True)
class Measured:
    """What was measured of a collection.

    Attributes:
        raw: the numbers, by what was asked; of articles in their order.
    """

    collection: Collection
    raw: Mapping[str, Any]


def measure_collection(collection: Collection) -> Measured:
    """Everything of one collection; the articles take turns, a round after another."""
    say(f"tracing in {collection.name}")
    common = {"within": collection.within, "exclude": collection.exclude}
    articles = collection.articles
    traced: list[list[Any]] = [[] for _ in articles]
    searched: list[list[Any]] = [[] for _ in articles]
    for _ in range(collection.rounds):
        for at, article in enumerate(articles):
            asked = {**common, "text": article.text, "times": TRACED}
            traced[at].append(_ask("tracing", collection, **asked))
            role = "speech" if collection.within == "speech" else None
            searched[at].append(_ask("sentences", collection, text=article.text, role=role))
    first = articles[0].text
    ids = _ids(collection)
    raw: dict[str, Any] = {
        "articles": [{"name": one.name, "cited": one.cited} for one in articles],
        "traced": traced,
        "searched": searched,
        "scanned": _ask("scanning", collection, text=first, paragraphs=_COMPARED),
        "memory": [
            {does: _ask("memory", collection, **common, text=one.text, does=does) for does in DOES}
            for one in articles
        ],
        "similar": _ask("repeating", collection, ids=ids, within=collection.within, times=1),
        "cite": _ask("citing", collection, ids=ids),
    }
    if raw["scanned"]["paragraphs"] <= _MOST_FOR_REPETITIONS:
        asked = {"ids": [], "within": collection.within, "times": _REPETITIONS}
        raw["repetitions"] = _ask("repeating", collection, **asked)
    return Measured(collection, raw)


def _ask(module: str, collection: Collection, **arguments: object) -> Any:
    asked = json.dumps({"index": str(collection.index), **arguments})
    return json.loads(run_script("traced_apart.py", module, asked))


def _ids(collection: Collection) -> Sequence[str]:
    """The ids of some paragraphs that may be sources."""
    store = open_store(Path(collection.index))
    speech = store.values("role").equal_to("speech").numbers()
    numbers = store.numbers() if collection.within == "all" else speech
    drawn = random.Random(SEED).sample(numbers.tolist(), min(_IDS, len(numbers)))
    return [store.record(number).id for number in drawn]
