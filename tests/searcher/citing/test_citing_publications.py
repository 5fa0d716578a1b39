"""What a source names, in the wording of the compendia and in that of users."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.text.dates import day_span, year_span
from searcher.citing.numbering import pages_agree, tidy_pages, volume, volume_number
from searcher.citing.publications import PrintedSource, parse_source
from searcher.citing.reference import Publication


def book(**facts: object) -> Publication:
    return Publication(**{"kind": "book", **facts})  # type: ignore[arg-type]


def paper(title: str, *day: int, **facts: object) -> Publication:
    issued = day_span(date(*day)) if day else None
    return Publication(**{"kind": "newspaper", "title": title, "issued": issued, **facts})  # type: ignore[arg-type]


def web(**facts: object) -> Publication:
    return Publication(**{"kind": "web", **facts})  # type: ignore[arg-type]


DENG = book(title="邓小平文选", volume="第三卷", publisher="人民出版社", issued=year_span(1993))
SELECTED = book(
    kind="collection",
    title="重要文献选编",
    volume="（上）",
    creators=("中央文献研究室",),
    edited=True,
    publisher="中央文献出版社",
    issued=year_span(2014),
)
QIUSHI = Publication(kind="periodical", title="求是", issued=year_span(2020), issue="21")

SOURCES = {
    "《邓小平文选》第三卷，人民出版社1993年版": DENG,
    "《邓小平文选》第三卷,人民出版社,1993年": DENG,
    "见《邓小平文选》第三卷，人民出版社一九九三年版。": DENG,
    "中央文献研究室编《重要文献选编》（上），中央文献出版社2014年版": SELECTED,
    "中央文献研究室编：《重要文献选编》(上)，中央文献出版社2014年版": SELECTED,
    "《重要文献选编》（上），中央文献研究室编，中央文献出版社2014年版": SELECTED,
    "习近平《论改革》，中央文献出版社2018年版": book(
        title="论改革",
        creators=("习近平",),
        publisher="中央文献出版社",
        issued=year_span(2018),
    ),
    "甲、乙著《某书》，北京：三联书店，2003年6月第2版": book(
        title="某书",
        creators=("甲", "乙"),
        edition="2",
        place="北京",
        publisher="三联书店",
        issued=year_span(2003),
    ),
    "《某书》第2卷（下）": book(title="某书", volume="第2卷（下）"),
    "人民出版社单行本": book(publisher="人民出版社", edition="单行本"),
    "《人民日报》2016年10月10日": paper("人民日报", 2016, 10, 10),
    "人民日报 2016年10月10日": paper("人民日报", 2016, 10, 10),
    "人民日报，2016-10-10(1)": paper("人民日报", 2016, 10, 10, sheet="1"),
    "《人民日报》2016年10月10日第01版": paper("人民日报", 2016, 10, 10, sheet="1"),
    "《人民日报》（海外版）2016年10月10日，2版": paper(
        "人民日报（海外版）", 2016, 10, 10, sheet="2"
    ),
    "法国《世界报》2014年3月1日": paper("世界报", 2014, 3, 1, place="法国"),
    "《光明日报》": paper("光明日报"),
    "《求是》2020年第21期": QIUSHI,
    "《求是》杂志2020年第21期": QIUSHI,
    "求是二〇二〇年第二十一期": QIUSHI,
    "《瞭望》周刊2020年第1-2期": Publication(
        kind="periodical", title="瞭望", issued=year_span(2020), issue="1/2"
    ),
    "新华网2016年4月26日": web(publisher="新华网", issued=day_span(date(2016, 4, 26))),
    "新华网：http://example.cn/a": web(publisher="新华网", url="http://example.cn/a"),
    "https://example.cn/a?b=c": web(url="https://example.cn/a?b=c"),
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.items())
def test_a_source_names_a_publication(text: str, expected: Publication) -> None:
    assert parse_source(text) == PrintedSource(expected)


@pytest.mark.parametrize(
    "text",
    [
        "新华社北京4月19日电",
        "《人民日报》2016年13月41日",
        "《求是》2020年第百百期",
        "《人民日报》2016年4月26日，作者在场",
        "《甲》，《乙》2016年4月26日",
        "根据录音整理",
        "《人民日报》2016年4月26日，2016年4月27日",
        "第O页",
        "Foo, Bar (2018) {x}",
    ],
)
def test_a_source_that_is_not_understood_to_its_end_is_kept_whole(text: str) -> None:
    assert parse_source(text) == PrintedSource(Publication(kind="other", title=text))


@pytest.mark.parametrize("text", ["参见{}", "见{}", "载{}", "引自{}", "摘自{}", "{}"])
def test_what_is_quoted_from_its_source_is_at_first_hand(text: str) -> None:
    assert parse_source(text.format("《光明日报》")) == PrintedSource(paper("光明日报"))


def test_what_another_quotes_is_at_second_hand() -> None:
    for text in ("转引自《光明日报》", "转引自：《光明日报》", "转引自 见《光明日报》"):
        assert parse_source(text) == PrintedSource(paper("光明日报"), second_hand=True)
    assert parse_source("转引自光明日报2016年4月26日") == PrintedSource(
        paper("光明日报", 2016, 4, 26), second_hand=True
    )
    assert parse_source("转引自新华网2016年4月26日") == PrintedSource(
        web(publisher="新华网", issued=day_span(date(2016, 4, 26))), second_hand=True
    )
    text = "转引自某人的笔记"
    assert parse_source(text) == PrintedSource(Publication(kind="other", title=text))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("12", "12", True),
        ("183-190", "184", True),
        ("3, 5-7", "6", True),
        ("183-190", "182-184", False),
        ("12", "336", False),
        ("封二", "封二", True),
        ("封二", "2", False),
        ("183-4", "12", False),
        ("1-9999999999", "5", False),
    ],
)
def test_pages_agree_where_both_may_be_true(one: str, other: str, agree: bool) -> None:
    assert pages_agree(one, other) is pages_agree(other, one) is agree


def test_pages_may_stand_in_the_source() -> None:
    assert parse_source("《邓小平文选》第三卷，人民出版社1993年版，第3、5页") == PrintedSource(
        DENG, "3, 5"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("195", "195"),
        ("第183—184页", "183-184"),
        ("183～184", "183-184"),
        ("pp. 3-4", "3-4"),
        ("第3、5-6页", "3, 5-6"),
        ("二十三", "23"),
        ("A1版", "A1"),
        ("第百百页", "百百"),
        ("封二", "封二"),
    ],
)
def test_pages_are_written_in_one_way(text: str, expected: str) -> None:
    assert tidy_pages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "number"),
    [
        ("第三卷", "第3卷", "3"),
        ("第44卷", "第44卷", "44"),
        ("（上）", "上", "上"),
        ("第二卷（下）", "第2卷 下", "第2卷 下"),
        ("上册", "上册", "上册"),
        ("第百百卷", "第百百卷", "第百百卷"),
    ],
)
def test_volumes_are_counted_in_arabic_figures(text: str, expected: str, number: str) -> None:
    assert (volume(text), volume_number(text)) == (expected, number)


def test_the_day_before_a_newspaper_is_its_day_and_no_authors_name() -> None:
    for text in ("1967年6月25日《人民日报》", "一九六七年六月二十五日《人民日报》"):
        assert parse_source(text) == parse_source("《人民日报》1967年6月25日")
