"""Interviews: what others ask is no word of the person who answers."""

from __future__ import annotations

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText

HEAD = "（一九三七年十月二十五日）\n毛泽东\n\n"
ASKED = "到目前为止，战争的结果是什么？"
SAID = "主要的有两个方面，一方面是敌人占领了城市。"
MORE = "另一方面是全国的团结进步了许多。"


def read(text: str, path: str = "a.txt") -> Document:
    (document,) = read_documents(SourceText.from_text(path, text))
    return document


def told(document: Document) -> list[tuple[str, str | None, str | None]]:
    return [(one.role, one.speaker, one.speech) for one in document.paragraphs]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("问：", "答："),
        ("记者问：", "毛答："),
        ("贝特兰问：", "毛泽东："),
        ("贝特兰：", "毛："),
        ("《每日先驱报》记者：", "毛泽东答："),
        ("【记者】", "【毛泽东】"),
        ("记者又问:", "答:"),
    ],
)
def test_a_question_is_no_word_of_who_answers(asks: str, answers: str) -> None:
    title = "和英国记者贝特兰的谈话"
    document = read(
        f"{title}\n{HEAD}{asks}{ASKED}\n\n{answers}{SAID}\n\n{MORE}\n\n{asks}{ASKED}\n\n{answers}{MORE}"
    )
    asked, said = ("article", None, None), ("speech", "毛泽东", title)
    assert told(document) == [asked, said, said, asked, said]
    assert {(one.date_kind, one.date) for one in document.paragraphs} == {("speech", document.date)}


def test_who_answers_is_the_speaker_where_nothing_else_says_who() -> None:
    document = read(
        f"# 同斯诺的谈话\n\n（1970年12月18日）\n\n**斯诺：** {ASKED}\n\n**毛泽东：** {SAID}\n\n"
        f"**斯诺：** {ASKED}\n\n**毛泽东：** {MORE}",
        "a.md",
    )
    said = ("speech", "毛泽东", "同斯诺的谈话")
    assert told(document) == [("article", None, None), said] * 2


def test_a_short_name_that_the_text_gives_is_the_same_person() -> None:
    document = read(
        "答意大利记者法拉奇问\n（一九八〇年八月二十一日）\n邓小平\n\n"
        f"奥琳埃娜·法拉奇（以下简称奥）：{ASKED}\n\n邓小平（以下简称邓）：{SAID}\n\n"
        f"奥：{ASKED}\n\n邓：{MORE}"
    )
    assert [one.speaker for one in document.paragraphs] == [None, "邓小平"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "有人问：这样行不行？",
        "同志们：",
        "各位代表：",
        "问题：经费从哪里来？",
        "列宁说：学习，学习。",
    ],
)
def test_what_a_speaker_tells_of_questions_stays_his(line: str) -> None:
    title = "在延安大学座谈会上的讲话"
    document = read(f"{title}\n{HEAD}我们今天开会。\n\n{line}\n\n{SAID}\n\n答：{MORE}")
    assert told(document) == [("speech", "毛泽东", title)] * 4


def test_a_play_has_no_speakers() -> None:
    document = read(
        f"雷雨\n\n周朴园：{ASKED}\n\n鲁侍萍：{SAID}\n\n周朴园：{ASKED}\n\n鲁侍萍：{MORE}"
    )
    assert {one.speaker for one in document.paragraphs} == {None}
