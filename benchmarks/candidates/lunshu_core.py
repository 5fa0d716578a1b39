"""The ranked core of lunshu: words in, numbers and scores out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from serving import Answer, serve, time_each

from searcher.ranking.maxscore import Term, Top, best
from searcher.store import open_store


class _State:
    store: Any = None


def open_(target: str) -> None:
    """Open the index."""
    _State.store = open_store(Path(target))


def ask(words: list[str]) -> Answer:
    """The best ten for any of the words."""
    top = _best(words, 10)
    pairs = list(zip(top.docs[:10].tolist(), top.scores[:10].tolist(), strict=True))
    return len(pairs), pairs


def check(queries: list[list[str]]) -> int:
    """Of how many queries the best ten, pruned, are to the last bit those of the unpruned sum."""
    return sum(ask(words)[1] == _unpruned(words) for words in queries)


def _unpruned(words: list[str]) -> list[tuple[int, float]]:
    top = _best(words, _State.store.size)
    return list(zip(top.docs[:10].tolist(), top.scores[:10].tolist(), strict=True))


def _best(words: list[str], count: int) -> Top:
    return best(_State.store, [Term("text", word) for word in dict.fromkeys(words)], count)


serve({"open": open_, "ask": lambda queries: time_each(ask, queries), "check": check})
