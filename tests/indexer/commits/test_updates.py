"""An index that was changed many times answers as one built of the same records at once."""

from __future__ import annotations

import random
from dataclasses import asdict
from pathlib import Path

import pytest

from indexer.commits.manifest import read_manifest
from indexer.model.records import Record
from indexer.segments.blocks import Blocks
from indexer.segments.index_files import map_index_file
from indexer.writer import open_writer
from searcher import open_index
from tests.support.opened import store_of
from tests.support.parameters import rest_slow
from tests.support.small_index import PairCutter, commit, draw_record

QUERIES = (
    "国家",
    "网络安全",
    '"安"',
    "国家安全和网",
    "网 安",
    "国 OR 安全",
    "NOT 网",
    "网 -安",
    "国*安",
    "国 NEAR/3 安",
    "/国.安/",
    "讲话：大会",
    "题：一",
    "章：二",
    "日期：2018",
    "role:speech 国",
    "文：乙",
    "大会",
    "网络国家安",
)


def make_document(draw: random.Random, doc: str) -> tuple[Record, ...]:
    count = draw.randint(1, 4)
    return tuple(make_record(draw, doc, number) for number in range(1, count + 1))


def make_record(draw: random.Random, doc: str, number: int) -> Record:
    return draw_record(
        draw,
        doc,
        number,
        title=draw.choice([None, "文一", "文二"]),
        characters="国家网络安全，。",
        length=draw.randint(1, 12),
    )


def answers(index: Path) -> list[object]:
    """Everything that the index says, but for how long it took."""
    said: list[object] = []
    with open_index(index) as searcher:
        for query in QUERIES:
            for options in ({}, {"limit": None, "sort": "position"}, {"limit": 2, "offset": 1}):
                results = asdict(searcher.search(query, **options))
                said.append((query, {name: results[name] for name in results if name != "took_ms"}))
        said += [searcher.chapters(), searcher.speeches()]
        ids = [hit.id for hit in searcher.search("NOT 核", limit=None, sort="position")]
        said += [(id_, searcher.passage(id_)) for id_ in ids]
    return said


@pytest.mark.parametrize("seed", rest_slow(range(12), quick=4))
def test_an_index_that_was_changed_answers_as_one_built_anew(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    collection: dict[str, tuple[Record, ...]] = {}
    names = ["甲", "乙", "丙", "丁", "戊", "己"]
    for step in range(8):
        removed = [name for name in collection if draw.random() < 0.4]
        for name in removed:
            del collection[name]
        absent = [name for name in names if name not in collection]
        added = draw.sample(absent, draw.randint(0, len(absent)))
        collection |= {name: make_document(draw, name) for name in added}
        commit(tmp_path / "changed", removed=removed, added=added, collection=collection)
        fresh = tmp_path / f"fresh{step}"
        commit(fresh, removed=(), added=sorted(collection), collection=collection)
        assert answers(tmp_path / "changed") == answers(fresh), step


def test_a_commit_leaves_no_file_that_its_generation_does_not_need(tmp_path: Path) -> None:
    draw = random.Random(1)
    collection = {name: make_document(draw, name) for name in ("甲", "乙")}
    commit(tmp_path, removed=(), added=["甲", "乙"], collection=collection)
    del collection["甲"]
    commit(tmp_path, removed=["甲"], added=(), collection=collection)
    manifest = read_manifest(tmp_path)
    expected = {file.name for file in manifest.files} | {
        "manifest-2.json",
        "catalogue-2.json",
        "_MAIN_2.toc",
    }
    assert {path.name for path in tmp_path.iterdir()} == expected
    for file in manifest.files:
        blocks = Blocks(map_index_file(tmp_path / file.name), file.name)
        blocks.check()
        assert blocks.identity == file.identity


def test_what_was_not_committed_leaves_no_trace(tmp_path: Path) -> None:
    draw = random.Random(1)
    collection = {"甲": make_document(draw, "甲")}
    commit(tmp_path, removed=(), added=["甲"], collection=collection)
    before = {path.name for path in tmp_path.iterdir()}
    with open_writer(tmp_path, read_manifest(tmp_path), PairCutter()) as writer:
        writer.remove(["甲"])
        writer.add(make_record(draw, "乙", 1))
    assert {path.name for path in tmp_path.iterdir()} == before
    with open_index(tmp_path) as searcher:
        assert {record.doc for record in store_of(searcher).records()} == {"甲"}


def test_a_searcher_answers_from_its_snapshot_whatever_is_committed(tmp_path: Path) -> None:
    draw = random.Random(4)
    collection = {"甲": make_document(draw, "甲")}
    commit(tmp_path, removed=(), added=["甲"], collection=collection)
    with open_index(tmp_path) as searcher:
        collection = {"乙": make_document(draw, "乙")}
        commit(tmp_path, removed=["甲"], added=["乙"], collection=collection)
        assert [entry.doc for entry in searcher.documents()] == ["甲"]
        assert {hit.doc for hit in searcher.search("NOT 核", limit=None)} == {"甲"}
        assert searcher.refresh()
        assert [entry.doc for entry in searcher.documents()] == ["乙"]
        assert {hit.doc for hit in searcher.search("NOT 核", limit=None)} == {"乙"}
        assert not searcher.refresh()


def test_a_segment_of_which_all_is_deleted_is_given_up(tmp_path: Path) -> None:
    collection = {"甲": make_document(random.Random(1), "甲")}
    commit(tmp_path, removed=(), added=["甲"], collection=collection)
    commit(tmp_path, removed=["甲"], added=(), collection={})
    assert read_manifest(tmp_path).segments == ()
    with open_index(tmp_path) as searcher:
        assert searcher.search("NOT 核").total == 0
