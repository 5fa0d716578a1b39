"""Public test sets for ranking, each a folder of three files.

corpus.jsonl, queries.jsonl    one {"_id", "text"} a line
qrels.tsv                      a header, then query id, document id, grade
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from metrics import Grades


@dataclass(frozen=True)
class TestSet:
    """A test set.

    Attributes:
        documents: their texts by their ids.
        queries: likewise.
        grades: for each query the grades of its documents.
    """

    name: str
    documents: Mapping[str, str]
    queries: Mapping[str, str]
    grades: Mapping[str, Grades]


def read_test_set(folder: Path, most: int) -> TestSet:
    """The test set in `folder`, with at most so many of its queries (0: all), drawn with seed 1."""
    queries = list(_texts(folder / "queries.jsonl"))
    if 0 < most < len(queries):
        queries = random.Random(1).sample(queries, most)
    grades: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        grades.setdefault(query, {})[document] = int(grade)
    return TestSet(folder.name, dict(_texts(folder / "corpus.jsonl")), dict(queries), grades)


def write_seeds(test_set: TestSet, seeds: Path) -> None:
    """Write the documents as source files of an index: one record a paragraph."""
    seeds.mkdir()
    with (seeds / f"{test_set.name}.jsonl").open("w", encoding="utf-8") as file:
        for id_, text in test_set.documents.items():
            file.write(json.dumps({"id": id_, "text": text}, ensure_ascii=False) + "\n")


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            fields = json.loads(line)
            yield fields["_id"], fields["text"]
