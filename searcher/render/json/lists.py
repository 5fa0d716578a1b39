"""Lists and texts as the user's language joins them: `甲、乙和丙`, `A, B and C`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.wording import listed, say


def with_and(items: Sequence[str]) -> str:
    """The same with a word before the last: `甲、乙和丙`, `A, B and C`."""
    *most, last = items
    return say("lists.and", first=listed(most), last=last) if most else last


def clauses(texts: Iterable[str]) -> str:
    """The clauses of one sentence: `甲，乙`, `A, B`."""
    return say("lists.clause").join(texts)


def clauses_apart(texts: Iterable[str]) -> str:
    """The same where they hold commas themselves: `甲；乙`, `A; B`."""
    return say("lists.semicolon").join(texts)


def sentences(texts: Iterable[str]) -> str:
    """One sentence after another, those that are empty left out."""
    return say("lists.sentence").join(filter(None, texts))
