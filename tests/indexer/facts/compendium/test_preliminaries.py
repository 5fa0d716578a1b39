"""Title page, preface and contents."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.preliminaries import (
    PrefaceParagraph,
    Preliminaries,
    read_preliminaries,
)
from indexer.text.dates import month_span
from tests.support.reading import printed

PAGES = """\
某 某 某

论粮食安全摘编

某某研究院 编

某某出版社

编者的话

这本书收入了很多，分三个专题，

共计十段。第一段到此为止。

第二段。

某某研究院

二〇二三年十月

目 录

一、甲（1）
二、乙，
以及丙（9）
"""


def test_all_is_recognised_by_its_form() -> None:
    lines = printed(PAGES.split("\n"))
    assert read_preliminaries(lines) == Preliminaries(
        title="某某某论粮食安全摘编",
        publisher="某某出版社",
        date=month_span(2023, 10),
        preface=(
            PrefaceParagraph(
                "这本书收入了很多，分三个专题，共计十段。第一段到此为止。", (11, 13), "编者的话"
            ),
            PrefaceParagraph("第二段。", (15, 15), "编者的话"),
        ),
        contents={1: "一、甲", 2: "二、乙，以及丙"},
    )


def test_the_contents_may_stand_before_the_preface() -> None:
    lines = printed(
        ["论甲摘编", "", "目录", "", "一、甲 (1)", "", "二、乙 (9)", "", "前言", "", "说明。"]
    )
    assert read_preliminaries(lines) == Preliminaries(
        title="论甲摘编",
        publisher=None,
        date=None,
        preface=(PrefaceParagraph("说明。", (11, 11), "前言"),),
        contents={1: "一、甲", 2: "二、乙"},
    )


def test_the_heading_of_the_preface_is_not_part_of_the_title() -> None:
    found = read_preliminaries(printed(["论甲", "", "摘编", "", "前言", "", "说明。"]))
    assert (found.title, found.preface[0].section) == ("论甲摘编", "前言")


def test_nothing_before_the_first_chapter_gives_nothing() -> None:
    assert read_preliminaries(()) == Preliminaries(
        title=None, publisher=None, date=None, preface=(), contents={}
    )


IMPRINT = """\
图书在版编目（CIP）数据

论甲摘编／某某研究院编．—北京：某某出版社，

2021.1

ISBN 978-7-5073-4810-6

中国版本图书馆CIP数据核字（2021）第000000号

定价：30.00元，全国新华书店经销
"""


@pytest.mark.parametrize("imprint", [IMPRINT, IMPRINT.replace("\n\n", "\n")])
def test_the_imprint_is_no_preface(imprint: str) -> None:
    pages = f"论甲摘编\n\n某某研究院 编\n\n某某出版社\n\n{imprint}\n出版说明\n\n本书讲甲。\n"
    found = read_preliminaries(printed(pages.split("\n")))
    assert (found.title, found.publisher) == ("论甲摘编", "某某出版社")
    assert [(p.text, p.section) for p in found.preface] == [("本书讲甲。", "出版说明")]


def test_the_title_is_what_the_preface_names() -> None:
    pages = ["红色书屋倾情奉献", "", "某 某", "", "论甲摘编", "", "某某出版社", "", "前言", ""]
    found = read_preliminaries(printed([*pages, "我们编辑了《某某论甲摘编》。"]))
    assert found.title == "某某论甲摘编"


def test_what_sounds_like_an_advert_inside_the_preface_stays() -> None:
    pages = ["论甲摘编", "", "前言", "", "本书选自访谈，可请", "", "扫码下载", "", "查看。"]
    (paragraph,) = read_preliminaries(printed(pages)).preface
    assert paragraph.text == "本书选自访谈，可请扫码下载查看。"
