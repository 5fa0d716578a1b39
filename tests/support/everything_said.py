"""Everything that an index says, so that two indexes can be compared to the byte.

>>> said(open_index("changed")) == said(open_index("fresh"))  # doctest: +SKIP
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from indexer import IndexMissingError
from searcher import Filters, Searcher, open_index
from searcher.render.data.records import json_text, record_of

Said = Mapping[str, str]
"""What was said, by the question."""

NOTHING: Said = {"there is": "no index"}

EVERY = 'NOT "无此一说"'
"""A query that every paragraph satisfies."""

ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("核心技术", {}),
    ("核心技术 突破", {"limit": 3, "offset": 1}),
    ("网络强国人才", {"limit": 40}),
    ('"网络安全"', {"limit": None, "sort": "position"}),
    ("核心 NEAR/6 技术", {"limit": 4, "sort": "date"}),
    ("/技.?[突创]/", {"sort": "-date"}),
    ("网*安全 -人才", {"limit": 5, "offset": 2}),
    ("讲话：座谈会 OR 题：谈", {"limit": 8, "offset": 3}),
    ("chapter:二 核心", {"sort": "position"}),
    ("日期：2016..2018", {"limit": 6, "sort": "date"}),
    ("source:人民日报 | 文：甲", {"limit": None}),
    ("创新", {"filters": Filters(role="speech", since="2017"), "exact": True}),
    (EVERY, {"limit": None, "sort": "position"}),
)


def answer(query: str, options: Mapping[str, Any], searcher: Searcher) -> str:
    """An answer as the JSON that is printed, but for the time it took."""
    results = searcher.search(query, **options)
    return json_text(record_of(results) | {"took_ms": 0})


def show(id_: str, searcher: Searcher) -> str:
    """A passage as the JSON that is printed."""
    return json_text(searcher.passage(id_))


QUESTIONS: Mapping[str, Callable[[Searcher], str]] = {
    **{f"search {query} {options}": partial(answer, query, options) for query, options in ASKED},
    "documents": lambda searcher: json_text(searcher.documents()),
    "chapters": lambda searcher: json_text(searcher.chapters()),
    "speeches": lambda searcher: json_text(searcher.speeches()),
    "speakers": lambda searcher: json_text(searcher.speakers()),
}
"""What can be asked of every index. An answer is what `--format json` would print."""


def said(searcher: Searcher) -> Said:
    """Everything that a searcher says, with every paragraph as `show` prints it."""
    answers = {question: ask(searcher) for question, ask in QUESTIONS.items()}
    answers["paragraphs"] = str(searcher.manifest.paragraphs)
    answers["persons"] = str(searcher.manifest.speakers)
    for hit in searcher.search(EVERY, limit=None, sort="position").hits:
        answers[f"show {hit.id}"] = show(hit.id, searcher)
    return answers


def said_by(index: Path) -> Said:
    """Everything that the index in the folder `index` says."""
    with open_index(index) as searcher:
        return said(searcher)


def said_in_short(index: Path) -> Said:
    """What distinguishes the indexes of a test: all paragraphs, all documents, some scores.

    It takes a fifth of the time. Where there is no index, that is what is said.
    """
    try:
        with open_index(index) as searcher:
            return {
                "paragraphs": answer(EVERY, {"limit": None, "sort": "position"}, searcher),
                "documents": QUESTIONS["documents"](searcher),
                "核心技术": answer("核心技术", {}, searcher),
            }
    except IndexMissingError:
        return NOTHING


def difference(one: Said, other: Said) -> str:
    """What is said differently, as a few lines to read; empty where nothing is."""
    questions = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    return "\n".join(
        f"{key}:\n  {one.get(key)!s:.600}\n  {other.get(key)!s:.600}" for key in questions[:3]
    )
