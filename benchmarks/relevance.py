"""How good is the ranking, on public test sets?

    python benchmarks/relevance.py DIR...                 prints the tables
    python benchmarks/relevance.py DIR... --record DIR    writes them to DIR as well

Each DIR is a test set of three files: corpus.jsonl and queries.jsonl (`{"_id", "text"}` a line) and
qrels.tsv (a header, then query id, document id, grade). Its documents are indexed as one record a
paragraph, and its queries are typed bare, through the public library, with one setting for all
sets. What the query language refuses is asked again with its marks (and the words and, or, not)
replaced by blanks.

Beside it is textbook BM25 of the same folded texts: of jieba's words, of bigrams, and of words,
characters and bigrams added up. Unfair to the baselines in that lunshu sees more than counts: which
paragraphs contain the query word for word, and how close its words are. Unfair to lunshu in that a
query may contain what its language gives a meaning to.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev

from apart import CHECKOUT
from recording import as_table, describe_run, publish
from textbook import DEPTH, Grades, PlainBM25, best, ndcg, recall, reciprocal_rank

sys.path.insert(0, str(CHECKOUT))

from indexer import QueryError, build_index
from indexer.text.folding import fold
from indexer.words.analysis import Cutter
from searcher import Searcher, open_index

FIGURES = {"nDCG@10": ndcg, "MRR@10": reciprocal_rank, "recall@10": recall}

Rankings = Mapping[str, Sequence[str]]
Values = dict[str, list[float]]
"""For each figure its value for every query."""

_MARKS = re.compile(r"[^\w\s]|_|\b(?:and|or|not)\b", re.IGNORECASE)
"""What is no word, and the words that the query language means as operators."""


@dataclass(frozen=True)
class TestSet:
    """A test set.

    Attributes:
        documents: their texts by their ids.
        queries: the queries by their ids.
        grades: for each query the grades of its documents.
    """

    name: str
    documents: Mapping[str, str]
    queries: Mapping[str, str]
    grades: Mapping[str, Grades]


def read_test_set(folder: Path, most: int) -> TestSet:
    """The test set in `folder`, with at most `most` of its queries (0: all), drawn with seed 1."""
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


def main() -> None:
    """Measure, print, and record where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("sets", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--queries", type=int, default=1500, help="of each set; 0 means all")
    parser.add_argument("--record", type=Path, metavar="DIR")
    options = parser.parse_args()
    cutter = Cutter()
    measured: dict[str, dict[str, Values]] = {}
    facts = []
    for folder in options.sets:
        test_set = read_test_set(folder, options.queries)
        with indexed(test_set) as searcher:
            found, refused = lunshu(searcher, test_set.queries)
        systems = {**baselines(test_set, cutter), "lunshu": found}
        measured[test_set.name] = {
            system: judge(rankings, test_set) for system, rankings in systems.items()
        }
        facts.append(
            (test_set.name, len(test_set.documents), len(test_set.queries), refused),
        )
    recipe = describe_run() | {"queries drawn": "random.Random(1).sample"}
    tables = {
        "Sets": as_table(["set", "documents", "queries", "asked again without marks"], facts),
        **{figure: _table(figure, measured) for figure in FIGURES},
    }
    means = {
        name: {
            system: {figure: fmean(each) for figure, each in values.items()}
            for system, values in systems.items()
        }
        for name, systems in measured.items()
    }
    raw = {"sets": facts, "means": means}
    publish("The ranking of lunshu on public test sets", recipe, tables, raw, options.record)


@contextmanager
def indexed(test_set: TestSet) -> Iterator[Searcher]:
    """A searcher over the documents of a test set."""
    with tempfile.TemporaryDirectory() as folder:
        seeds, index = Path(folder, "seeds"), Path(folder, "index")
        write_seeds(test_set, seeds)
        report = build_index(seeds, index)
        if report.failed:
            raise RuntimeError(f"{test_set.name}: {report.failed[0].reason}")
        with open_index(index) as searcher:
            yield searcher


def lunshu(searcher: Searcher, queries: Mapping[str, str]) -> tuple[Rankings, int]:
    """What lunshu finds for each query, and the number of those that had to be asked again."""
    refused = 0
    rankings = {}
    for id_, query in queries.items():
        try:
            hits = searcher.search(query, limit=DEPTH).hits
        except QueryError:
            refused += 1
            hits = searcher.search(_MARKS.sub(" ", query), limit=DEPTH).hits
        rankings[id_] = list(dict.fromkeys(hit.alias or "" for hit in hits))
    return rankings, refused


def baselines(test_set: TestSet, cutter: Cutter) -> Mapping[str, Rankings]:
    """What textbook BM25 finds for each query, by the name of what it counts."""
    ids = list(test_set.documents)
    texts = [fold(text) for text in test_set.documents.values()]
    cuts: tuple[Callable[[str], Sequence[str]], ...] = (cutter.words, _characters, _bigrams)
    views = [PlainBM25([cut(text) for text in texts]) for cut in cuts]
    rankings: dict[str, dict[str, Sequence[str]]] = {name: {} for name in _BASELINES}
    for query_id, query in test_set.queries.items():
        folded = fold(query)
        words, characters, pairs = (
            view.scores(cut(folded)) for view, cut in zip(views, cuts, strict=True)
        )
        for name, scores in zip(
            _BASELINES, (words, pairs, words + characters + pairs), strict=True
        ):
            rankings[name][query_id] = [ids[document] for document in best(scores, DEPTH)]
    return rankings


_BASELINES = ("BM25, words", "BM25, bigrams", "BM25, words + characters + bigrams")


def _characters(folded: str) -> list[str]:
    return [character for character in folded if character.isalnum()]


def _bigrams(folded: str) -> list[str]:
    pairs = (folded[at : at + 2] for at in range(len(folded) - 1))
    return [pair for pair in pairs if pair[0].isalnum() and pair[1].isalnum()]


def judge(rankings: Rankings, test_set: TestSet) -> Values:
    """What each figure says of the ranking of every query."""
    return {
        name: [figure(rankings[id_], test_set.grades.get(id_, {})) for id_ in rankings]
        for name, figure in FIGURES.items()
    }


def _table(figure: str, measured: Mapping[str, Mapping[str, Values]]) -> str:
    rows = []
    for system in (*_BASELINES, "lunshu"):
        means = [fmean(values[system][figure]) for values in measured.values()]
        rows.append([system, *(f"{mean:.4f}" for mean in (*means, fmean(means)))])
    gains, texts = [], []
    for values in measured.values():
        ours, theirs = values["lunshu"][figure], values[_BASELINES[-1]][figure]
        gain, error = difference(ours, theirs)
        gains.append(gain)
        texts.append(f"{gain:+.4f} ± {error:.4f}")
    rows.append(["lunshu less the row above it ± standard error", *texts, f"{fmean(gains):+.4f}"])
    return as_table(["system", *measured, "mean"], rows)


def difference(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """The mean of the differences, query by query, and its standard error."""
    differences = [one - other for one, other in zip(ours, theirs, strict=True)]
    return fmean(differences), stdev(differences) / len(differences) ** 0.5


if __name__ == "__main__":
    main()
