"""A plain scan: `str.count` over the folded texts in one string.

It finds places, not paragraphs: it neither ranks nor makes snippets.
"""

from __future__ import annotations

from serving import Answer, read_cut, serve, time_each


class _State:
    texts = ""


def open_(target: str, times: int = 1) -> None:
    """Read the texts."""
    _State.texts = "\n".join([text for text, _ in read_cut(target)] * times)


def ask(strings: list[str]) -> Answer:
    """How often the strings stand in the texts."""
    return sum(map(_State.texts.count, strings)), None


serve({"open": open_, "ask": lambda queries: time_each(ask, queries)})
