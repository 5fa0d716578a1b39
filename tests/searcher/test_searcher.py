from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from indexer import (
    OptionError,
    PassageIdError,
    QueryError,
    SearcherClosedError,
    build_index,
)
from indexer.text.dates import DateSpan
from searcher import Filters, Searcher, Snippet, Suggestion, open_index
from searcher.answers.results import Hit
from searcher.browse.contents import ChapterEntry, SpeechEntry
from searcher.engine.folder import FolderCollection
from tests.support.corpus import write_corpus

A1, A2, A3, B1, B2 = (
    "small/讲话集#1",
    "small/讲话集#2",
    "small/讲话集#3",
    "small/杂文#1",
    "small/杂文#2",
)


def ids(searcher: Searcher, query: str, **options: object) -> list[str]:
    return [hit.id for hit in searcher.search(query, **options).hits]  # type: ignore[arg-type]


def exact(searcher: Searcher, query: str, **options: object) -> list[str]:
    return sorted(ids(searcher, query, limit=None, **options))


def test_a_hit_knows_where_it_comes_from(small_searcher: Searcher) -> None:
    results = small_searcher.search('"受制于人"')
    assert results.hits == (
        Hit(
            rank=1,
            score=results.hits[0].score,
            match="exact",
            id=A1,
            doc="small/讲话集",
            title=None,
            role="speech",
            passage=1,
            paragraph=1,
            chapter="第一章 总论",
            chapter_no=1,
            section=None,
            speech="在网信工作座谈会上的讲话",
            date=date(2016, 4, 19),
            date_end=date(2016, 4, 19),
            date_precision="day",
            date_kind="speech",
            dates=(),
            source="《人民日报》2016年4月26日",
            pages="1",
            lines=(1, 1),
            text="核心技术是国之重器。核心技术受制于人是最大的隐患。",
            spans=((14, 18),),
            snippet=Snippet("核心技术是国之重器。核心技术受制于人是最大的隐患。", ((14, 18),)),
        ),
    )
    assert (results.total, results.related, results.speeches) == (1, 0, 1)
    assert results.earliest == results.latest == DateSpan(date(2016, 4, 19), date(2016, 4, 19))
    assert list(results) == list(results.hits)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("核心技术", [A1, A3]),
        ("核心技术 人才", [A3]),
        ("核心技术　人才", [A3]),
        ("核心技术 AND 人才", [A3]),
        ("核心技术 或 网络安全", [A1, A2, A3]),
        ("核心技术｜网络安全", [A1, A2, A3]),
        ("核心技术 NOT 人才", [A1]),
        ("核心技术 -人才", [A1]),
        ("非 核心技术", [A2, B1, B2]),
        ("(网络安全 OR 人才) 核心", [A3, B1]),
        ("（网络安全 或 人才）核心技术", []),
        ("核心*技术", [A1, A3, B1]),
        ("国?重器", [A1]),
        ("什么是强国？", [B1]),
        ("“没有网络安全”", [A2]),
        ("「没有网络安全」", [A2]),
        ('"5g与"', [B2]),
        ("應用", [B2]),
        ("应用", [B2]),
        ('"互联网+教育"', [B2]),
        ("speech:座谈会", [A1]),
        ("讲话：座谈会 核心技术", [A1]),
        ("讲话：座谈会 网络安全", []),
        ("chapter:12", [A3]),
        ("章：十二", [A3]),
        ("章：一", [A1, A2]),
        ("章：人才", [A3]),
        ("章：第十二章", [A3]),
        ("chapter:第1章", [A1, A2]),
        ("题：强国", [B1, B2]),
        ("来源：人民日报", [A1]),
        ("role:speech", [A1, A2, A3]),
        ("类：article", [B1, B2]),
        ("文：杂文", [B1, B2]),
        ("date:2016", [A1]),
        ("日期：4月19号", [B1, A1]),
        ("日期：二月", [B1, A2]),
        ("date:2014..2016", [A1, A2]),
        ("date:>=2018-11-30", [A3, B1]),
        ("日期：2018年11月5日", [A3]),
        ("date:2020-06-01", [B1]),
    ],
)
def test_a_query_finds(query: str, found: list[str], small_searcher: Searcher) -> None:
    assert exact(small_searcher, query) == sorted(found)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), [A1, A3]),
        (Filters(chapter="一"), [A1]),
        (Filters(speech="贺信"), [A3]),
        (Filters(doc="讲话"), [A1, A3]),
        (Filters(role="article"), []),
        (Filters(source="人民日报"), [A1]),
        (Filters(since="2017"), [A3]),
        (Filters(until="2016-04"), [A1]),
        (Filters(since=date(2016, 4, 19), until=date(2016, 4, 19)), [A1]),
        (Filters(since="2019"), []),
    ],
)
def test_filters_filter(filters: Filters, found: list[str], small_searcher: Searcher) -> None:
    assert exact(small_searcher, "核心技术", filters=filters) == found


def test_related_paragraphs_follow_the_exact_ones(small_searcher: Searcher) -> None:
    results = small_searcher.search("核心技术")
    assert [(hit.rank, hit.match, hit.id) for hit in results.hits] == [
        (1, "exact", A1),
        (2, "exact", A3),
        (3, "related", B1),
    ]
    assert (results.total, results.related) == (2, 1)
    related = results.hits[2]
    assert [related.text[start:end] for start, end in related.spans] == ["核心", "技术"]


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ('"核心技术"', {}),
        ("核心技术", {"exact": True}),
        ("核心技术", {"limit": None}),
        ("核心技术", {"sort": "date"}),
        ("核心技术", {"sort": "position"}),
    ],
)
def test_no_related_paragraphs_come_where_none_are_wanted(
    query: str, options: dict[str, object], small_searcher: Searcher
) -> None:
    assert sorted(ids(small_searcher, query, **options)) == [A1, A3]


def test_related_paragraphs_obey_filters_quotes_and_not(small_searcher: Searcher) -> None:
    assert ids(small_searcher, "核心技术 date:2016..2018") == [A1, A3]
    assert ids(small_searcher, "核心技术 NOT 强国") == [A1, A3]
    assert ids(small_searcher, '核心技术 "隐患"') == [A1]
    assert ids(small_searcher, "掌握核心技术 -网络") == [B1, A3, A1]


def test_a_field_that_holds_the_clause_makes_paragraphs_lead_and_names_its_query(
    small_searcher: Searcher,
) -> None:
    results = small_searcher.search("贺信")
    assert [(hit.match, hit.id) for hit in results.hits] == [("related", A3)]
    assert results.suggestions == (Suggestion("讲话：贺信", 1),)
    assert small_searcher.search("讲话：贺信").total == 1


def test_a_suggested_query_finds_what_it_says(seed_searcher: Searcher) -> None:
    for query in ("贺信", "网络强国", "座谈会上", "核心技术 突破", "人民日报", "什么是 习近平"):
        for suggestion in seed_searcher.search(query).suggestions:
            assert seed_searcher.search(suggestion.query).total == suggestion.total > 0


def test_a_part_of_a_latin_word_or_number_makes_nothing_related(
    seed_searcher: Searcher,
) -> None:
    assert ids(seed_searcher, "abc") == []
    assert ids(seed_searcher, "98765") == []


def test_a_single_character_in_common_makes_nothing_related(small_searcher: Searcher) -> None:
    assert ids(small_searcher, "技工") == []


@pytest.mark.parametrize("query", ["核心技术", "强国 OR 人才", "贺信", "掌握技术"])
def test_pages_run_through_exact_and_related_hits(query: str, seed_searcher: Searcher) -> None:
    whole = seed_searcher.search(query, limit=1_000)
    paged: list[Hit] = []
    while page := seed_searcher.search(query, limit=7, offset=len(paged)).hits:
        paged += page
    assert tuple(paged) == whole.hits
    assert [hit.rank for hit in paged] == list(range(1, len(paged) + 1))
    assert whole.related <= 100
    assert [hit.match for hit in whole.hits] == ["exact"] * whole.total + [
        "related"
    ] * whole.related


def test_the_orders(small_searcher: Searcher) -> None:
    query = "核心 OR 网络安全 OR 应用"
    assert ids(small_searcher, query, sort="position") == [A1, A2, A3, B1, B2]
    assert ids(small_searcher, query, sort="date") == [A2, A1, A3, B1, B2]
    assert ids(small_searcher, query, sort="-date") == [B1, A3, A1, A2, B2]


def test_of_equal_texts_the_speech_comes_before_those_who_quote_it(
    seed_searcher: Searcher,
) -> None:
    results = seed_searcher.search(
        '"要运用信息化手段推进政务公开、党务公开，提高透明度，及时回应群众关切、接受人民监督。"'
    )
    assert {hit.role for hit in results.hits} == {"speech", "quotation"}


def test_the_same_query_gives_the_same_answer(seed_searcher: Searcher) -> None:
    first, second = (seed_searcher.search("网络安全", limit=50).hits for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sort": "size"}, "sort 'size' is not known; give one of relevance, date, -date"),
        ({"limit": -1}, "neither can be negative; give 0 or more"),
        ({"offset": -1}, "neither can be negative; give 0 or more"),
    ],
)
def test_an_option_that_cannot_be_used_is_an_error(
    options: dict[str, object], message: str, small_searcher: Searcher
) -> None:
    with pytest.raises(OptionError, match=message):
        ids(small_searcher, "核心", **options)


def test_what_is_no_unicode_is_an_error(small_searcher: Searcher) -> None:
    with pytest.raises(QueryError, match="character 3: this is half of a character"):
        small_searcher.search("核心\ud800")


def test_a_passage_comes_with_its_neighbours(seed_searcher: Searcher) -> None:
    passage = seed_searcher.passage("002#12")
    assert passage.path == "002_a1c1846805ebde20.txt"
    assert [hit.id for hit in passage.paragraphs] == [
        f"002_a1c1846805ebde20#12.{number}" for number in (1, 2, 3)
    ]
    assert passage.before is not None
    assert passage.before.id == "002_a1c1846805ebde20#11"
    assert passage.after is not None
    assert passage.after.id == "002_a1c1846805ebde20#13"
    assert seed_searcher.passage("002#12.3") == seed_searcher.passage("002＃12") == passage
    assert seed_searcher.passage("000#1").before is None
    assert seed_searcher.passage("000#13").after is None


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("12", "'12' is not an id; give one such as 002#12"),
        ("", "'' is not an id; give one such as 002#12"),
        ("002#", "is not an id"),
        ("9#1", "no document begins with '9'; see: lunshu list documents"),
        ("00#1", "5 documents begin with '00'"),
        ("002#286", "has no passage 286; its passages run from 0 to 285"),
        ("002#12.4", "passage 12 has no paragraph 4; its paragraphs run from 1 to 3"),
    ],
)
def test_an_id_that_names_nothing_is_an_error(
    id_: str, message: str, seed_searcher: Searcher
) -> None:
    with pytest.raises(PassageIdError, match=message):
        seed_searcher.passage(id_)


def test_an_id_of_the_source_is_understood_unless_it_is_given_twice(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    lines = ('{"id": "D-1", "text": "核心"}', '{"id": "D-2", "text": "技术"}') + 2 * (
        '{"id": "D-3", "text": "突破"}',
    )
    (tmp_path / "seeds" / "a.jsonl").write_text("\n".join(lines), "utf-8")
    build_index(tmp_path / "seeds", tmp_path / "index")
    with open_index(tmp_path / "index") as searcher:
        assert [hit.text for hit in searcher.passage("D-2").paragraphs] == ["技术"]
        with pytest.raises(PassageIdError, match="this id to 2 passages; give one of a#3, a#4"):
            searcher.passage("D-3")


def test_chapters_and_speeches_are_listed(small_searcher: Searcher) -> None:
    assert small_searcher.chapters() == (
        ChapterEntry(
            doc="small/讲话集",
            chapter="第一章 总论",
            chapter_no=1,
            passages=2,
            paragraphs=2,
            first_date=date(2014, 2, 27),
            last_date=date(2016, 4, 19),
        ),
        ChapterEntry(
            doc="small/讲话集",
            chapter="第十二章 人才",
            chapter_no=12,
            passages=1,
            paragraphs=1,
            first_date=date(2018, 11, 1),
            last_date=date(2018, 11, 30),
        ),
    )
    assert [entry.speech for entry in small_searcher.speeches()] == [
        "在领导小组会议上的讲话",
        "在网信工作座谈会上的讲话",
        "致技术大会的贺信",
    ]
    assert small_searcher.speeches()[2] == SpeechEntry(
        speech="致技术大会的贺信",
        speaker=None,
        date=date(2018, 11, 1),
        date_end=date(2018, 11, 30),
        date_precision="month",
        dates=(),
        passages=1,
        paragraphs=1,
        docs=("small/讲话集",),
    )


def test_the_book_in_the_seeds_is_counted_as_its_preface_says(seed_searcher: Searcher) -> None:
    book = seed_searcher.documents()[2]
    assert (book.chapters, book.passages, book.speeches, book.paragraphs) == (9, 285, 100, 307)
    assert (book.first_date, book.last_date) == (date(2013, 3, 4), date(2020, 11, 23))
    assert len(seed_searcher.chapters()) == 9


def test_a_searcher_is_a_snapshot_until_it_is_refreshed(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    with open_index(tmp_path / "index") as searcher:
        (tmp_path / "seeds" / "new.txt").write_text("核心技术要突破。", "utf-8")
        build_index(tmp_path / "seeds", tmp_path / "index")
        assert searcher.search("核心技术").total == 2
        assert searcher.refresh() is True
        assert searcher.search("核心技术").total == 3
        assert searcher.refresh() is False


def test_threads_share_a_searcher(seed_searcher: Searcher) -> None:
    queries = ["核心技术", '"网络安全"', "获得感", "习?平", "date:2018 数据"] * 8
    alone = [seed_searcher.search(query).hits for query in queries]
    with ThreadPoolExecutor(8) as pool:
        shared = list(pool.map(lambda query: seed_searcher.search(query).hits, queries))
    assert shared == alone


def test_searches_outlive_a_refresh_in_another_thread(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    with open_index(tmp_path / "index") as searcher, ThreadPoolExecutor(4) as pool:
        running = [pool.submit(searcher.search, "核心技术") for _ in range(60)]
        for _ in range(3):
            build_index(tmp_path / "seeds", tmp_path / "index")
            searcher.refresh()
            running += [pool.submit(searcher.search, "核心技术") for _ in range(60)]
        assert {search.result().total for search in running} == {2}


def test_an_index_that_is_being_rebuilt_can_be_opened(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    with ThreadPoolExecutor(1) as pool:
        building = pool.submit(
            lambda: [build_index(tmp_path / "seeds", tmp_path / "index") for _ in range(4)]
        )
        while not building.done():
            with open_index(tmp_path / "index") as searcher:
                assert searcher.search("核心技术").total == 2
        building.result()


def test_a_closed_searcher_says_so(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    searcher = open_index(tmp_path / "index")
    searcher.close()
    searcher.close()
    with pytest.raises(SearcherClosedError, match="the searcher is closed; open the index again"):
        searcher.search("核心技术")


def test_a_searcher_says_what_is_open(small_searcher: Searcher, seed_index: Path) -> None:
    assert re.fullmatch(
        r"<Searcher index '.*index', generation 1, 2 documents, 5 paragraphs>", repr(small_searcher)
    )
    with open_index(seed_index) as opened:
        generation = opened.manifest.generation
        assert repr(opened) == (
            f"<Searcher index {str(seed_index)!r}, generation {generation},"
            " 5 documents, 505 paragraphs>"
        )
    assert repr(opened) == f"<Searcher index {str(seed_index)!r}, closed>"


def test_a_searcher_says_what_is_open_even_where_its_catalogue_is_damaged(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    (catalogue,) = (tmp_path / "index").glob("catalogue*")
    catalogue.write_bytes(b"{}")
    with open_index(tmp_path / "index") as opened:
        assert repr(opened).endswith("generation 1, 5 paragraphs>")


def test_a_searcher_that_is_closed_while_it_looks_for_news_stays_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    searcher = open_index(tmp_path / "index")
    newest = FolderCollection.newest
    build_index(tmp_path / "seeds", tmp_path / "index")

    def closing(collection: FolderCollection) -> FolderCollection | None:
        searcher.close()
        return newest(collection)

    monkeypatch.setattr(FolderCollection, "newest", closing)
    assert searcher.refresh() is False
    with pytest.raises(SearcherClosedError):
        searcher.search("核心技术")
