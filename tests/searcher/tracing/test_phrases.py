"""Set phrases, names and occasions agree with the collection and are quoted from nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indexer.model.records import Record
from searcher.tracing.phrases import is_phrase
from tests.support.made_collection import record

ONE = [record("甲", 1, "")]


def speeches(*names: tuple[str | None, date | None]) -> list[Record]:
    """A paragraph of each."""
    return [replace(record("甲", 1, ""), speech=name, date=day) for name, day in names]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("我们要实现共同富裕的目标。", "我们要实现共同富裕的目标", False),
        ("零一二三四五实现共同富裕的目标。", "实现共同富裕的目标", True),  # six letters beside it
        ("零一二三四,实现共同富裕的目标。", "实现共同富裕的目标", False),
        ("一二三四五实现共同富裕的目标。", "实现共同富裕的目标", False),  # five
        ("实现共同富裕的目标一二三四五六", "实现共同富裕的目标", True),
        ("实现共同富裕的目标一二三四五", "实现共同富裕的目标", False),
        ("实现共同富裕的目标一二三,四五六", "实现共同富裕的目标", False),
        (
            "零一二三四五实现共同富裕,创造美好生活。",
            "实现共同富裕,创造美好生活",
            False,
        ),  # two clauses
        ("零一二三四五" + "实现共同富裕的目标" * 3, "实现共同富裕的目标" * 3, False),  # it is long
        ("读《习近平关于网络强国论述摘编》一书", "习近平关于网络强国论述摘编", True),
        ("读《论语》,坚持以人民为中心的思想", "坚持以人民为中心的思想", False),
        ("在网络安全和信息化工作座谈会上,", "在网络安全和信息化工作座谈会上", True),
        ("全国网络安全和信息化工作会议", "全国网络安全和信息化工作会议", True),
        ("在网络安全和信息化工作座谈会上,他说", "在网络安全和信息化工作座谈会上,他说", False),
        ("主持中央政治局集体学习时", "主持中央政治局集体学习时", True),
    ],
)
def test_a_phrase_is_told_from_a_quotation(text: str, part: str, expected: bool) -> None:
    start = text.index(part)
    assert is_phrase(text, (start, start + len(part)), ONE) is expected


TEXT = "实现共同富裕的目标"
DAY, OTHER_DAY = date(2016, 4, 19), date(2018, 4, 20)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (speeches(("一", DAY), ("二", DAY), ("三", DAY)), True),
        (speeches(("一", DAY), ("二", DAY)), False),
        (speeches(("一", DAY), ("一", DAY), ("一", DAY)), False),  # one speech, often
        (speeches(("一", DAY), ("一", OTHER_DAY), ("二", DAY)), True),
        ([record(doc, 1, "") for doc in "甲乙丙"], True),
        (
            [record("甲", number, "") for number in (1, 2, 3)],
            False,
        ),  # one document without speeches
    ],
)
def test_what_many_speeches_have_is_everybodys(records: list[Record], expected: bool) -> None:
    assert is_phrase(TEXT, (0, len(TEXT)), records) is expected
    longer = TEXT * 3
    assert is_phrase(longer, (0, len(longer)), records) is False
