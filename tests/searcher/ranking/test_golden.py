"""The first hits of some forty queries on the seeds, each judged by a reader when it was written.

A change of the ranking changes this file: look at every line of the difference, and keep it only
where the new order is the better one. Related hits begin with `~`; ids are shortened to three
characters of the document.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from searcher import Searcher
from searcher.answers.results import Hit

GOLDEN: dict[str, Any] = json.loads(
    (Path(__file__).parent / "golden" / "seeds.json").read_text("utf-8")
)


def shown(hit: Hit) -> str:
    doc, number = hit.id.split("#")
    return f"{'~' if hit.match == 'related' else ''}{doc[:3]}#{number}"


@pytest.mark.parametrize("query", GOLDEN)
def test_the_first_hits_are_those_that_were_judged(query: str, seed_searcher: Searcher) -> None:
    results = seed_searcher.search(query, limit=5)
    assert {"total": results.total, "hits": [shown(hit) for hit in results.hits]} == GOLDEN[query]


def test_about_forty_queries_are_watched() -> None:
    assert len(GOLDEN) >= 40
