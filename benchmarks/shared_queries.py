"""The queries that all candidates are asked, cut from the texts with a fixed seed.

    python benchmarks/shared_queries.py FOLDER

reads `cut.jsonl` and the seeds in FOLDER (see `shared_words.py`) and writes `queries.json`:

or          1-4 neighbouring words
phrase      4-9 Han characters, cut at random
question    two neighbouring clauses of different paragraphs, so that it stands nowhere
frequent    words that stand in one of 34 paragraphs or more; the commonest where these are few
near        two words of one paragraph, 1-8 words apart
wildcard    a phrase of 5-9 characters, from which 1-3 inner ones are taken: what precedes them, the
            mark that stands for them (? or *), what follows

and `filters.json` (see `shared_filters.py`).
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from shared_filters import make_filters

SEED = 7
QUERIES = 200
FEWER_QUERIES = 100
"""So many pairs and wildcards."""

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
    lists["near"] = _drawn(lambda: _pair(draw, draw.choice(paragraphs)), FEWER_QUERIES)
    lists["wildcard"] = _drawn(lambda: _wildcard(draw, draw.choice(paragraphs)), FEWER_QUERIES)
    return lists


def _drawn(make: Callable[[], list[str]], count: int = QUERIES) -> list[list[str]]:
    """What `make` makes, again and again; an empty list is no query."""
    made = (query for _ in range(_TRIES) if (query := make()))
    return [query for _, query in zip(range(count + WARM_UP), made, strict=False)]


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


def _pair(draw: random.Random, paragraph: Paragraph) -> list[str]:
    if len(paragraph.words) < 10:
        return []
    at = draw.randrange(len(paragraph.words) - 9)
    pair = [paragraph.words[at], paragraph.words[at + draw.randint(2, 9)]]
    good = all(len(word) > 1 and _is_han(word) for word in pair) and pair[0] != pair[1]
    return pair if good else []


def _wildcard(draw: random.Random, paragraph: Paragraph) -> list[str]:
    phrase = "".join(_phrase(draw, paragraph))
    if len(phrase) < 5:
        return []
    mark = draw.choice("?*")
    taken = 1 if mark == "?" else draw.randint(1, min(3, len(phrase) - 4))
    at = draw.randint(2, len(phrase) - 2 - taken)
    return [phrase[:at], mark, phrase[at + taken :]]


def _is_han(text: str) -> bool:
    return _HAN.fullmatch(text) is not None


def main() -> None:
    """Draw, and write what was drawn."""
    folder = Path(sys.argv[1])
    with (folder / "cut.jsonl").open(encoding="utf-8") as file:
        paragraphs = [Paragraph(**json.loads(line)) for line in file]
    with (folder / "seeds" / "corpus.jsonl").open(encoding="utf-8") as file:
        filters = make_filters(map(json.loads, file))
    for name, made in (("queries", make_queries(paragraphs)), ("filters", filters)):
        (folder / f"{name}.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
