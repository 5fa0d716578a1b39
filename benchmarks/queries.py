"""The queries that an open searcher is asked, drawn from the texts with a fixed seed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence

SEED = 17
QUERIES = 40
"""The number in each list of the guard."""

_TRIES = 100_000
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CLAUSE = re.compile(r"[\u4e00-\u9fff]{4,15}")
_FILTERS = {
    "dated": ("date:1990..1999", "date:2010", "date:>=2018", "date:1985..2004"),
    "chaptered": ("chapter:三", "chapter:1", "chapter:八"),
}
FILTERED = tuple(_FILTERS)
"""The lists whose queries are also asked without their filter."""

Cut = tuple[str, Sequence[str]]
"""A folded text and its words."""

Lists = dict[str, list[list[str]]]
"""Queries, a list a name: the words of one for `core`, else the query and, where it has a filter,
the same without it."""


def make_queries(paragraphs: Sequence[Cut], count: int = QUERIES) -> Lists:
    """The lists of queries, `count` in each; the same for the same paragraphs."""
    draw = random.Random(SEED)

    def drawn(make: Callable[[random.Random, Cut], str]) -> list[str]:
        """What `make` makes of a paragraph, again and again; an empty string is no query."""
        made = (query for _ in range(_TRIES) if (query := make(draw, draw.choice(paragraphs))))
        return [query for _, query in zip(range(count), made, strict=False)]

    phrases = drawn(_phrase)
    frequent = _frequent(draw, paragraphs, count)
    lists: Lists = {
        "core": [query.split() for query in drawn(_words)],
        "ranked": [[phrase] for phrase in phrases],
        "question": [
            [query]
            for query in drawn(lambda draw, one: _question(draw, one, draw.choice(paragraphs)))
        ],
        "quoted": [[f'"{phrase}"'] for phrase in drawn(_phrase)],
        "frequent": [[word] for word in frequent],
        "near": [[query] for query in drawn(_near)],
        "wildcard": [[query] for query in drawn(_wildcard)],
    }
    thirds = [lists[name][: count // 3 + 1] for name in ("quoted", "near", "wildcard")]
    lists["finding"] = [query for third in thirds for query in third][:count]
    for name, filters in _FILTERS.items():
        bare = draw.sample(phrases, count // 2) + draw.sample(frequent, count // 2)
        lists[name] = [[f"{query} {draw.choice(filters)}", query] for query in bare]
    return lists


def _frequent(draw: random.Random, paragraphs: Sequence[Cut], count: int) -> list[str]:
    frequencies = Counter(word for _, words in paragraphs for word in set(words) if _telling(word))
    common = sorted(frequencies.items(), key=lambda item: (-item[1], item[0]))
    return draw.sample([word for word, _ in common[: count * 3]], count)


def _words(draw: random.Random, paragraph: Cut) -> str:
    """One to four neighbouring words, separated by blanks."""
    words = [word for word in paragraph[1] if _telling(word)]
    count = draw.randint(1, 4)
    at = draw.randrange(max(len(words) - count, 1))
    return " ".join(dict.fromkeys(words[at : at + count]))


def _phrase(draw: random.Random, paragraph: Cut) -> str:
    """Four to nine characters."""
    clauses = _CLAUSE.findall(paragraph[0])
    if not clauses:
        return ""
    clause = draw.choice(clauses)
    length = min(draw.randint(4, 9), len(clause))
    at = draw.randrange(len(clause) - length + 1)
    return str(clause[at : at + length])


def _question(draw: random.Random, one: Cut, other: Cut) -> str:
    """Two clauses of different paragraphs in one, which occurs nowhere."""
    clauses = [_CLAUSE.findall(text) for text, _ in (one, other)]
    return "".join(draw.choice(some) for some in clauses) if all(clauses) else ""


def _near(draw: random.Random, paragraph: Cut) -> str:
    """Two words that occur near one another."""
    words = [word for word in paragraph[1] if _telling(word)]
    if len(words) < 4:
        return ""
    at = draw.randrange(len(words) - 3)
    one, other = words[at], words[at + draw.randint(1, 3)]
    return f"{one} NEAR/20 {other}" if one != other else ""


def _wildcard(draw: random.Random, paragraph: Cut) -> str:
    """A string in which one character, or some, may be any."""
    phrase = _phrase(draw, paragraph)
    if len(phrase) < 5:
        return ""
    return phrase[:2] + draw.choice(("?" + phrase[3:], "*" + phrase[-2:]))


def _telling(word: str) -> bool:
    return len(word) > 1 and _HAN.fullmatch(word) is not None
