"""The queries that all candidates are asked, cut from the texts with a fixed seed.

or          1-4 neighbouring words
phrase      4-9 Han characters, cut at random
question    two neighbouring clauses of different paragraphs, so that it stands nowhere
frequent    words that stand in one of 34 paragraphs or more; the commonest where these are few
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SEED = 7
QUERIES = 200
FREQUENT = 40
WARM_UP = 10
"""So many more of each list are only for warming up."""

_TRIES = 1_000_000
_HAN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Paragraph:
    """A folded text and its words."""

    text: str
    words: Sequence[str]


def make_queries(paragraphs: Sequence[Paragraph]) -> dict[str, list[list[str]]]:
    """The lists of queries, each a list of strings; the first `WARM_UP` of each are for that."""
    draw = random.Random(SEED)
    lists = {
        "or": _drawn(lambda: _neighbours(draw, draw.choice(paragraphs))),
        "phrase": _drawn(lambda: _phrase(draw, draw.choice(paragraphs))),
        "question": _drawn(
            lambda: _question(draw, draw.choice(paragraphs), draw.choice(paragraphs))
        ),
    }
    held = Counter(word for paragraph in paragraphs for word in set(paragraph.words))
    common = sorted(
        (-count, word) for word, count in held.items() if len(word) > 1 and _is_han(word)
    )
    wanted = FREQUENT + WARM_UP
    most = max(wanted, sum(-count >= len(paragraphs) // 34 for count, _ in common))
    drawn = draw.sample(common[:most], min(wanted, len(common)))
    lists["frequent"] = [[word] for _, word in drawn]
    return lists


def _drawn(make: Callable[[], list[str]]) -> list[list[str]]:
    """What `make` makes, again and again; an empty list is no query."""
    made = (query for _ in range(_TRIES) if (query := make()))
    return [query for _, query in zip(range(QUERIES + WARM_UP), made, strict=False)]


def _neighbours(draw: random.Random, paragraph: Paragraph) -> list[str]:
    words = [word for word in paragraph.words if len(word) > 1 and _is_han(word)]
    count = draw.choice((1, 1, 2, 3, 4))
    if len(words) < count + 2:
        return []
    at = draw.randrange(len(words) - count)
    return words[at : at + count]


def _phrase(draw: random.Random, paragraph: Paragraph) -> list[str]:
    length = draw.randint(4, 9)
    if len(paragraph.text) <= length + 12:
        return []
    at = draw.randrange(10, len(paragraph.text) - length)
    phrase = paragraph.text[at : at + length]
    return [phrase] if _is_han(phrase) else []


def _question(draw: random.Random, one: Paragraph, other: Paragraph) -> list[str]:
    clauses = [
        [clause for clause in re.split(r"\W", text) if 4 <= len(clause) <= 15 and _is_han(clause)]
        for text in (one.text, other.text)
    ]
    return ["".join(draw.choice(some) for some in clauses)] if all(clauses) else []


def _is_han(text: str) -> bool:
    return _HAN.fullmatch(text) is not None
