"""One seam for engines: a searcher over a list of records answers as one over a folder."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indexer import OptionError, update_index
from indexer.commits.catalogues import read_built
from searcher import Filters, Searcher, open_index
from searcher.engine import ENGINES
from searcher.engine.folder import FolderCollection
from searcher.ranking.sorting import Sort
from tests.support.list_engine import Shelf
from tests.support.opened import open_collection

QUERIES = (
    "核心技术",
    "互联网核心技术是我们最大的“命门”",
    "核心技术 突破",
    '"没有网络安全"',
    "网络强国 OR 数字中国",
    "网络安全 -国家安全",
    "NOT 网络",
    "核心 BEFORE/20 突破",
    "网络安全 NEAR/20 (人民 OR 国家)",
    "网络*安全",
    "习?平",
    "/网络(安全|强国)/",
    "speech:座谈会 核心技术",
    "讲话：座谈会 日期：2016",
    "日期：4月",
    "日期：4月19日",
    "日期：12月31号",
    "日期：2月29日",
    "章：六",
    "date:2016..2018 信息化",
    "role:article 网络",
    "doc:002 技术",
    "source:人民日报",
    "title:论述",
    "怎样维护网络安全和国家安全",
    "2016年4月19日的座谈会怎样谈核心技术",
    "习近平2018年在全国网络安全和信息化工作会议上说了什么",
    "致第四届世界互联网大会的贺信提到数字经济吗",
    "人民 网",
    "的",
    "贺信",
    "没有这样的话",
    "(网络 OR 信息) 安全 -speech:讲话",
    '"习近平" OR (技术 NOT 核心)',
)


@pytest.fixture(scope="module")
def folder(seed_index: Path) -> FolderCollection:
    return open_collection(seed_index)


@pytest.fixture(scope="module")
def by_folder(folder: FolderCollection) -> Searcher:
    return Searcher(folder)


@pytest.fixture(scope="module")
def by_list(folder: FolderCollection, seed_index: Path) -> Iterator[Searcher]:
    """A searcher over the same records, the documents in another order: an engine is one row."""
    documents = list(folder.document_ids())
    random.Random(14).shuffle(documents)
    records = sorted(folder.store.records(), key=lambda record: documents.index(record.doc))
    built = read_built(seed_index)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ENGINES, Shelf, "tests.support.list_engine:open_shelf")
        with open_index(Shelf(records, built.catalogue, built.manifest)) as searcher:
            yield searcher


def timeless(answer: Any) -> Any:
    return replace(answer, took_ms=0.0)


@pytest.mark.parametrize("query", QUERIES)
def test_the_same_hits_come_in_the_same_order_with_the_same_scores(
    query: str, by_folder: Searcher, by_list: Searcher
) -> None:
    assert timeless(by_list.search(query)) == timeless(by_folder.search(query))


@pytest.mark.parametrize("sort", ["date", "-date", "position"])
def test_every_order_is_the_same(sort: Sort, by_folder: Searcher, by_list: Searcher) -> None:
    one, other = (
        searcher.search("网络安全", sort=sort, limit=None) for searcher in (by_list, by_folder)
    )
    assert timeless(one) == timeless(other)
    assert one.total > 20


def test_pages_run_through_exact_and_related_hits_alike(
    by_folder: Searcher, by_list: Searcher
) -> None:
    filters = Filters(since="2014", role="speech")
    for offset in range(0, 120, 30):
        pages = [
            timeless(searcher.search("维护网络安全", limit=30, offset=offset, filters=filters))
            for searcher in (by_list, by_folder)
        ]
        assert pages[0] == pages[1]
    assert pages[0].total < 30


def test_strings_cut_from_the_texts_are_found_alike(
    folder: FolderCollection, by_folder: Searcher, by_list: Searcher
) -> None:
    draw = random.Random(3)
    records = list(folder.store.records())
    for _ in range(40):
        text = draw.choice(records).text
        start = draw.randrange(len(text))
        query = by_folder.escape(text[start : start + draw.randint(1, 12)].strip() or "。")
        one, other = (searcher.search(query, limit=3) for searcher in (by_list, by_folder))
        assert timeless(one) == timeless(other), query
        assert one.total


def test_an_article_is_traced_to_the_same_sources(by_folder: Searcher, by_list: Searcher) -> None:
    article = (
        "习近平同志在网络安全和信息化工作座谈会上强调：“互联网核心技术是我们最大的‘命门’”，"
        "又说“过不了互联网这一关就过不了长期执政关”。没有网络安全就没有国家安全，"
        "没有信息化就没有现代化，“网络空间不是法外之境”。"
    )
    one, other = (searcher.trace(article) for searcher in (by_list, by_folder))
    assert timeless(one) == timeless(other)
    assert one.quotations


def test_repetitions_are_the_same(by_folder: Searcher, by_list: Searcher) -> None:
    one, other = (searcher.repetitions(within="all") for searcher in (by_list, by_folder))
    assert timeless(one) == timeless(other)
    assert one.groups
    id_ = one.groups[0].members[0].id
    assert timeless(by_list.similar(id_)) == timeless(by_folder.similar(id_))


def test_the_first_who_said_it_is_the_same(by_folder: Searcher, by_list: Searcher) -> None:
    one, other = (searcher.first("网络强国") for searcher in (by_list, by_folder))
    assert timeless(one) == timeless(other)
    assert one.hits


def test_what_the_collection_holds_is_the_same(by_folder: Searcher, by_list: Searcher) -> None:
    assert by_list.chapters() == by_folder.chapters() != ()
    assert by_list.speeches() == by_folder.speeches() != ()
    assert by_list.documents() == by_folder.documents() != ()
    for id_ in ("002#174", "002#1", "000#3"):
        assert by_list.passage(id_) == by_folder.passage(id_)
        assert by_list.cite(id_) == by_folder.cite(id_)


def test_what_an_engine_does_not_offer_is_an_error_of_one_line(by_list: Searcher) -> None:
    with pytest.raises(Exception, match="a list does not explain"):
        by_list.explain("核心技术")
    assert repr(by_list).startswith("<Searcher index 'a list', generation ")
    assert by_list.refresh() is False
    assert by_list.changed_source() is None


def test_an_index_is_written_into_a_folder_alone(by_list: Searcher, tmp_path: Path) -> None:
    place = by_list._collection.place
    with pytest.raises(OptionError, match="a list: an index is written into a folder only"):
        update_index(tmp_path, place)
