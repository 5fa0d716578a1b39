"""Books of excerpts of other shapes than the one among the seeds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document, Paragraph
from indexer.sources.source_text import SourceText


def read(text: str, path: str = "a.txt") -> Document:
    (document,) = read_documents(SourceText.from_text(path, text))
    return document


def facts(one: Paragraph) -> tuple[str | None, ...]:
    day = str(one.date.first) if one.date else None
    return one.text, one.chapter, one.speech, day, one.source, one.pages


def of_book(document: Document) -> list[tuple[str | None, ...]]:
    assert document.kind == "compendium"
    return [facts(one) for one in document.paragraphs if one.role == "speech"]


BOOK = """\
毛主席语录

一、群众

要相信群众，这是一条根本的原理。

《关于合作的问题》（一九五五年七月三十一日），{source}

政策是党的生命。

《关于情况的通报》（一九四八年三月二十日），《毛泽东选集》第四卷第一二九六页

二、斗争

有的胜利了，有的消灭了。

《准备斗争》（一九四九年八月十四日），《毛泽东选集》第四卷第一四九一页

每一个人都在一定的地位中生活。

《实践论》（一九三七年七月），《毛泽东选集》第一卷第二七二页
"""

SELECTED = "《毛泽东选集》"
REST = [
    (
        "政策是党的生命。",
        "一、群众",
        "关于情况的通报",
        "1948-03-20",
        f"{SELECTED}第四卷",
        "一二九六",
    ),
    (
        "有的胜利了，有的消灭了。",
        "二、斗争",
        "准备斗争",
        "1949-08-14",
        f"{SELECTED}第四卷",
        "一四九一",
    ),
    (
        "每一个人都在一定的地位中生活。",
        "二、斗争",
        "实践论",
        "1937-07-01",
        f"{SELECTED}第一卷",
        "二七二",
    ),
]
FIRST = "要相信群众，这是一条根本的原理。"


def test_a_publisher_alone_is_a_publication() -> None:
    document = read(BOOK.format(source="人民出版社版第七页"))
    first = (FIRST, "一、群众", "关于合作的问题", "1955-07-31", "人民出版社版", "七")
    assert of_book(document) == [first, *REST]
    assert {one.speaker for one in document.paragraphs} == {"毛泽东"}
    assert (document.speaker, document.problems, document.unread) == ("毛泽东", (), 0)


@pytest.mark.parametrize(
    "source", ["见会议文件汇编之七", "油印稿", "（据记录）", "《某书》乙种：七", "转引自他书所引"]
)
def test_the_words_above_an_unread_note_are_nobodys(source: str) -> None:
    """They were given to the next speech, and whoever cited them rightly was contradicted."""
    document = read(BOOK.format(source=source))
    assert of_book(document) == REST
    first, note = document.paragraphs[:2]
    assert (first.role, facts(first)) == ("article", (FIRST, "一、群众", None, None, None, None))
    assert (note.role, note.passage, note.number, note.lines) == ("note", 1, 2, (7, 7))
    assert (document.unread, [problem.line for problem in document.problems]) == (1, [7])
    assert [one.lines for one in document.understood if one.became == "unread"] == [(7, 7)]


def test_a_heading_that_goes_on_with_the_numbers_is_one_without_a_note_before_it() -> None:
    lines = BOOK.format(source="人民出版社版第七页").split("\n")
    lines[10] = ""
    document = read("\n".join(lines))
    assert of_book(document)[1:] == REST[1:]
    assert facts(document.paragraphs[1]) == ("政策是党的生命。", "一、群众", None, None, None, None)


def as_markdown(text: str) -> tuple[str, str]:
    title, *rest = text.split("\n")
    lines = [f"## {line}" if line[1:2] == "、" else line for line in rest]
    return "\n".join([f"# {title}", *lines]), "a.md"


def as_html(text: str) -> tuple[str, str]:
    lines = [line for line in text.split("\n") if line]
    return "<html><body>" + "".join(
        f"<p>{line}</p>\n" for line in lines
    ) + "</body></html>", "a.html"


def tight(text: str) -> tuple[str, str]:
    return "\n".join(line for line in text.split("\n") if line), "a.txt"


def without_headings(text: str) -> tuple[str, str]:
    return "\n".join(line for line in text.split("\n") if line[1:2] != "、"), "a.txt"


@pytest.mark.parametrize("dress", [as_markdown, as_html, tight, without_headings])
def test_a_small_book_is_read_alike_in_any_dress(dress: Callable[[str], tuple[str, str]]) -> None:
    document = read(*dress(BOOK.format(source="人民出版社版第七页")))
    found = of_book(document)
    headed = dress is not without_headings
    assert [one[0] for one in found] == [FIRST, *(one[0] for one in REST)]
    assert [one[2:] for one in found][1:] == [one[2:] for one in REST]
    assert [one[1] for one in found][1:] == [one[1] if headed else None for one in REST]
    assert document.title == "毛主席语录"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三十、", "三十一、"),
        ("（一）", "（二）"),
        ("1．", "2．"),
        ("第一章 ", "第二章 "),
        ("", ""),
    ],
)
def test_chapters_may_be_numbered_in_any_way_or_not(one: str, other: str) -> None:
    text = BOOK.format(source="人民出版社版第七页")
    document = read(text.replace("一、", one).replace("二、", other))
    assert [found[1] for found in of_book(document)] == [
        f"{one}群众".replace(" ", ""),
        f"{one}群众".replace(" ", ""),
        f"{other}斗争".replace(" ", ""),
        f"{other}斗争".replace(" ", ""),
    ]


RED_BOOK = """\
毛主席语录 目录 一、党 二、斗争 三、制度 再版前言 这是一本小书。
一、党
力量的核心是党。
《开幕词》（一九五四年九月十五日），一九五四年九月十六日《人民日报》既要做事，就要有人。
《团结起来》（一九四八年十一月），《毛泽东选集》第四卷第一三六零页没有努力，事情就做不成。
《论政府》（一九四五年四月二十四日），《毛泽东选集》第三卷第一零九八页
二、斗争有的胜利了，有的消灭了。这就是历史。
《准备斗争》（一九四九年八月十四日），《毛泽东选集》第四卷第一四九一页
==========第1页==========
每一个人都有自己的地位。
《实践论》（一九三七年七月），《毛泽东选集》第一卷第二七二页
12
三、制度新的制度终究要来。
在某次会议上的讲话（一九五七年十一月六日），一九五七年十一月七日《人民日报》
"""


def test_a_book_of_fused_lines_is_read_with_nothing_wrong() -> None:
    document = read(RED_BOOK)
    paper = "一九五七年十一月七日《人民日报》"
    assert of_book(document) == [
        (
            "力量的核心是党。",
            "一、党",
            "开幕词",
            "1954-09-15",
            "一九五四年九月十六日《人民日报》",
            None,
        ),
        (
            "既要做事，就要有人。",
            "一、党",
            "团结起来",
            "1948-11-01",
            f"{SELECTED}第四卷",
            "一三六零",
        ),
        (
            "没有努力，事情就做不成。",
            "一、党",
            "论政府",
            "1945-04-24",
            f"{SELECTED}第三卷",
            "一零九八",
        ),
        (
            "有的胜利了，有的消灭了。这就是历史。",
            "二、斗争",
            "准备斗争",
            "1949-08-14",
            f"{SELECTED}第四卷",
            "一四九一",
        ),
        (
            "每一个人都有自己的地位。",
            "二、斗争",
            "实践论",
            "1937-07-01",
            f"{SELECTED}第一卷",
            "二七二",
        ),
        ("新的制度终究要来。", "三、制度", "在某次会议上的讲话", "1957-11-06", paper, None),
    ]
    assert (document.title, document.speaker, document.problems) == ("毛主席语录", "毛泽东", ())


def test_headings_may_end_with_a_full_stop_and_notes_have_no_title() -> None:
    document = read(
        "毛主席论某事\n（一）要有办法。\n办法有两种。\n转引自1967年6月25日《人民日报》\n"
        "还要有人。\n《论人》（一九四九年六月三十日），《毛泽东选集》第1323页。\n"
        "（二）要有决心。\n没有决心不行。\n《毛泽东选集》第1397页。\n"
    )
    assert of_book(document) == [
        ("办法有两种。", "（一）要有办法。", None, None, "1967年6月25日《人民日报》", None),
        ("还要有人。", "（一）要有办法。", "论人", "1949-06-30", SELECTED, "1323"),
        ("没有决心不行。", "（二）要有决心。", None, None, SELECTED, "1397"),
    ]


def test_lines_that_end_with_who_said_them_have_that_speaker() -> None:
    lines = ["名言", *(f"第{number}条是要{'很' * number}认真 ——毛泽东" for number in range(30))]
    document = read("\n".join(lines))
    assert document.kind == "compendium"
    assert {(one.role, one.speaker, one.speech, one.date) for one in document.paragraphs} == {
        ("speech", "毛泽东", None, None)
    }
    assert [one.text for one in document.paragraphs][:2] == ["第0条是要认真", "第1条是要很认真"]


def test_notes_above_the_words_are_not_read_and_the_reason_is_said() -> None:
    works = "".join(
        f"《论{name}》（195{number}年7月）\n\n{name}很重要，要办好。\n\n"
        for number, name in enumerate(["甲", "乙", "丙", "丁"])
    )
    document = read(works)
    assert document.kind != "compendium"
    assert all(one.speech is None for one in document.paragraphs)


def test_an_article_that_quotes_stays_an_article() -> None:
    text = "# 题\n\n" + "".join(
        f"第{number}点，他这样说：\n\n> 要办好第{number}件事。\n\n"
        f"——《论甲》（2018年4月{number}日）\n\n这句话有深意。\n\n"
        for number in range(1, 6)
    )
    document = read(text, "a.md")
    assert document.kind == "markdown"
    assert sum(one.role == "quotation" for one in document.paragraphs) == 5
