"""Articles that are made to be traced: they cite the texts of a collection."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LENGTH = 5_000
"""Characters, as many as the article that the marks are about has."""

_PROSE = 120
_SHORTEST, _LONGEST = 20, 300
_SLIP_EVERY = 20
_OTHERS = "的一是不了在人有我他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之"


@dataclass(frozen=True)
class Cited:
    """A text that may be cited, and its place.

    Attributes:
        place: what an author calls it, such as a law and an article.
    """

    place: str
    text: str


@dataclass(frozen=True)
class Article:
    """An article that is traced.

    Attributes:
        name: what it is called in tables.
        cited: the number of texts of the collection that were put in; None where it is not known.
    """

    name: str
    text: str
    cited: int | None


def citing(name: str, texts: Sequence[Cited], prose: str, draw: random.Random) -> Article:
    """Prose in which texts are cited in turn: in quotation marks and without, each word for
    word and with slips."""
    parts: list[str] = []
    size = cited = 0
    while size < LENGTH:
        one, at = draw.choice(texts), len(parts)
        quoted = one.text if at % 4 < 2 else with_slips(one.text, draw)
        start = draw.randrange(len(prose) - _PROSE)
        before = f"{prose[start : start + _PROSE]}。{one.place}规定"
        parts.append(f"{before}：“{quoted}”。\n" if at % 2 else f"{before}，{quoted}\n")
        size += len(parts[-1])
        cited += size <= LENGTH
    return Article(name, "".join(parts)[:LENGTH], cited)


def with_slips(text: str, draw: random.Random) -> str:
    """A text in which one character of twenty is another one, is missing, or is doubled."""
    characters = list(text)
    for _ in range(max(1, len(text) // _SLIP_EVERY)):
        at = draw.randrange(len(text))
        characters[at] = draw.choice((draw.choice(_OTHERS), "", text[at] * 2))
    return "".join(characters)


def read_texts(seeds: Path) -> list[Cited]:
    """The texts of records that are of a length to be cited, without their numbers."""
    with seeds.open(encoding="utf-8") as lines:
        return list(_long_enough(map(json.loads, lines)))


def _long_enough(records: Iterator[dict[str, str]]) -> Iterator[Cited]:
    for fields in records:
        article = fields.get("article", "")
        text = fields["text"].removeprefix(article).strip()
        if _SHORTEST <= len(text) <= _LONGEST and "\n" not in text:
            yield Cited(f"《{fields.get('title', '')}》{article}", text)
