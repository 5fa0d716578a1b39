"""Title page, preface and contents."""

from __future__ import annotations

from indexer.dates import month_span
from indexer.readers.compendium.preliminaries import (
    PrefaceParagraph,
    Preliminaries,
    read_preliminaries,
)
from indexer.readers.compendium.print_lines import print_lines

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


def test_all_is_told_by_its_form() -> None:
    lines = print_lines(PAGES.split("\n"))
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
    lines = print_lines(
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
    found = read_preliminaries(print_lines(["论甲", "", "摘编", "", "前言", "", "说明。"]))
    assert (found.title, found.preface[0].section) == ("论甲摘编", "前言")


def test_nothing_before_the_first_chapter_gives_nothing() -> None:
    assert read_preliminaries(()) == Preliminaries(
        title=None, publisher=None, date=None, preface=(), contents={}
    )
