"""Is the speech that a question names among the first three hits?

    python benchmarks/occasions.py LAWS

LAWS is JSON Lines of statutes, plain or as .xz, one paragraph a line (doc, title, date, chapter,
text). Of 700 of them and of the documents in seeds/ one index is made, and 100 questions are made
up with a seed, each of the name of a law or of the occasion of a speech and a word of one of its
paragraphs. Every second one is there to choose the weight of fields by, the others to confirm it.

Unfair to lunshu in that the word may be a common one, and may stand in every other law, too.
"""

from __future__ import annotations

import json
import lzma
import random
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from apart import CHECKOUT

sys.path.insert(0, str(CHECKOUT))

from indexer import build_index
from indexer.words.analysis import Cutter
from searcher import Searcher, open_index

LAWS = 700
SHORTEST = 8
"""Paragraphs of a law that is taken."""

OF_LAWS = (
    "{name}对{word}有什么规定？",
    "{name}里关于{word}是怎么规定的",
    "根据{name}，{word}应当如何处理？",
    "{name}中{word}有哪些要求",
)
OF_SPEECHES = (
    "{name}关于{word}说了什么？",
    "{name}中怎样谈{word}",
    "{name}对{word}提出了哪些要求",
    "{word}在{name}里是怎么讲的？",
)
_KIND = re.compile("的?(讲话|演讲|致辞|贺信|贺词|发言|说明|报告|批示|答问|视频讲话)$")

Laws = Mapping[str, Sequence[Mapping[str, Any]]]


class Case(NamedTuple):
    """A question, and the value that the field of a hit must have."""

    query: str
    field: str
    right: str


def read_laws(path: Path) -> Laws:
    """The paragraphs of each law."""
    laws: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    data = path.read_bytes()
    for line in (lzma.decompress(data) if path.suffix == ".xz" else data).splitlines():
        fields = json.loads(line)
        if fields["text"]:
            laws[fields["doc"]].append(fields)
    return {doc: paragraphs for doc, paragraphs in laws.items() if len(paragraphs) >= SHORTEST}


def write_seeds(laws: Laws, seeds: Path) -> None:
    """Write the laws as records, beside the documents of the project."""
    shutil.copytree(CHECKOUT / "seeds", seeds)
    with (seeds / "laws.jsonl").open("w", encoding="utf-8") as file:
        for doc, paragraphs in laws.items():
            for one in paragraphs:
                facts = {name: one[name] for name in ("title", "date", "chapter", "text")}
                facts |= {"doc": doc.replace("/", "_")}
                kept = {name: value for name, value in facts.items() if value}
                file.write(json.dumps(kept, ensure_ascii=False) + "\n")


def make_up(laws: Laws, searcher: Searcher, draw: random.Random) -> list[Case]:
    """A hundred questions in a random order, half of them about laws."""
    cutter = Cutter()

    def word(text: str) -> str:
        words = [w for w in dict.fromkeys(cutter.words(text)) if re.fullmatch("[一-鿿]{2,}", w)]
        return draw.choice(words or [text])

    cases = []
    for doc in draw.sample(list(laws), 50):
        title = laws[doc][0]["title"]
        name = title.removeprefix("中华人民共和国")
        text = draw.choice(laws[doc][2:])["text"]
        cases.append(Case(draw.choice(OF_LAWS).format(name=name, word=word(text)), "title", title))
    said = defaultdict(list)
    for hit in searcher.search("role:speech", limit=None):
        said[hit.speech or "", str(hit.date)].append(hit.text)
    for speech in draw.sample(sorted(said), 50):
        text = draw.choice(said[speech])
        query = draw.choice(OF_SPEECHES).format(name=_KIND.sub("", speech[0]), word=word(text))
        cases.append(Case(query, "speech", speech[0]))
    draw.shuffle(cases)
    return cases


def found(searcher: Searcher, cases: Sequence[Case]) -> Iterator[bool]:
    """For each question whether the right speech or law is among the first three hits."""
    for case in cases:
        hits = searcher.search(case.query, limit=3).hits
        yield any(getattr(hit, case.field) == case.right for hit in hits)


def main() -> None:
    """Make the index, ask, and print both halves."""
    draw = random.Random(16)
    laws = read_laws(Path(sys.argv[1]))
    chosen = {doc: laws[doc] for doc in draw.sample(list(laws), LAWS)}
    with tempfile.TemporaryDirectory() as folder:
        seeds, index = Path(folder, "seeds"), Path(folder, "index")
        write_seeds(chosen, seeds)
        build_index(seeds, index)
        with open_index(index) as searcher:
            right = list(found(searcher, make_up(chosen, searcher, draw)))
    halves = sum(right[::2]), sum(right[1::2])
    print(f"to choose by: {halves[0]} of 50; to confirm with: {halves[1]} of 50")


if __name__ == "__main__":
    main()
