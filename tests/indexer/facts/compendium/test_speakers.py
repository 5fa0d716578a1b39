"""Whose words the passages of a book have whose title says whose it gathers."""

from __future__ import annotations

import pytest

from indexer.facts import read_documents
from indexer.sources.source_text import SourceText

_BOOK = """毛主席语录

一、共产党

我们应当相信群众，我们应当相信党，这是两条根本的原理。

《关于农业合作化问题》（一九五五年七月三十一日），人民出版社版第七页

政策和策略是党的生命。

{note}

二、阶级和阶级斗争

阶级斗争，一些阶级胜利了，一些阶级消灭了。

《丢掉幻想，准备斗争》（一九四九年八月十四日），《毛泽东选集》第四卷第一四九一页

在阶级社会中，每一个人都在一定的阶级地位中生活。

《实践论》（一九三七年七月），《毛泽东选集》第一卷第二七二页
"""


def speakers(note: str) -> list[str | None]:
    (document,) = read_documents(SourceText.from_text("book.txt", _BOOK.format(note=note)))
    return [one.speaker for one in document.paragraphs if one.role == "speech"]


@pytest.mark.parametrize(
    "note",
    [
        "《关于情况的通报》（一九四八年三月二十日）",
        "《论某事》，《毛泽东选集》一卷本第755页",
        "《关于若干历史问题的决议》（一九四五年四月二十日），《毛泽东选集》第三卷第952页",
        "《建国以来毛泽东文稿》第十册第3页",
        "《重要文献选编》上，第3页",
        "转引自1967年6月25日《人民日报》",
    ],
)
def test_what_names_nobody_else_is_of_whom_the_title_names(note: str) -> None:
    assert speakers(note) == ["毛泽东"] * 4


@pytest.mark.parametrize(
    ("note", "speaker"),
    [
        ("《邓小平文选》第二卷第二四○页", "邓小平"),
        ("《目前的形势和任务》（1980年1月16日），《邓小平文选》第二卷第240页", "邓小平"),
        ("《习近平谈治国理政》第一卷第3页", "习近平"),
        ("林彪：《再版前言》（一九六六年十二月十六日）", "林彪"),
        ("《马克思恩格斯选集》第一卷第3页", None),
        ("《张三文集》第一卷第3页", None),
        ("《彭德怀自述》第3页", None),
        ("《马克思致库格曼的信》（1868年7月11日）", None),
        ("《陈云同志在七千人大会上的讲话》（1962年2月8日）", None),
        ("《中共中央关于无产阶级文化大革命的决定》（1966年8月8日）", None),
        ("《中国共产党章程》（1956年9月26日）", None),
        ("《沿着社会主义大道奋勇前进》（一九七八年三月）", None),
    ],
)
def test_what_is_of_others_is_not_of_whom_the_title_names(note: str, speaker: str | None) -> None:
    assert speakers(note) == ["毛泽东", speaker, "毛泽东", "毛泽东"]


_OTHER = """习近平关于网信工作论述摘编

一、总论

网络安全和信息化是一体之两翼、驱动之双轮。

《在甲会议上的讲话》（2014年2月27日）

要抓紧制定立法规划，完善有关的法律法规。

《在乙会议上的讲话》（2015年12月16日）

二、分论

人才是第一资源，要把优秀人才凝聚起来。

《在戊会议上的讲话》（2018年4月20日）
"""


def test_of_two_books_in_one_file_each_has_its_own_speaker_and_chapters() -> None:
    book = _BOOK.format(note="《关于情况的通报》（一九四八年三月二十日）")
    (document,) = read_documents(SourceText.from_text("two.txt", f"{_OTHER}\n{book}"))
    assert [(one.speaker, one.chapter) for one in document.paragraphs] == [
        ("习近平", "一、总论"),
        ("习近平", "一、总论"),
        ("习近平", "二、分论"),
        ("毛泽东", "一、共产党"),
        ("毛泽东", "一、共产党"),
        ("毛泽东", "二、阶级和阶级斗争"),
        ("毛泽东", "二、阶级和阶级斗争"),
    ]
    assert document.problems == ()


def test_chapters_whose_numbers_begin_again_are_chapters() -> None:
    again = _OTHER.partition("\n\n")[2].replace("总论", "甲论").replace("分论", "乙论")
    (document,) = read_documents(SourceText.from_text("two.txt", f"{_OTHER}\n{again}"))
    chapters = list(dict.fromkeys(one.chapter for one in document.paragraphs))
    assert chapters == ["一、总论", "二、分论", "一、甲论", "二、乙论"]


def test_an_afterword_is_no_part_of_the_last_chapter_and_nobodys_speech() -> None:
    after = "后记\n\n编写中得到有关单位的大力支持，谨致谢意。\n\n《人民日报》2020年12月4日\n"
    (document,) = read_documents(SourceText.from_text("book.txt", f"{_OTHER}\n{after}"))
    last = document.paragraphs[-1]
    assert (last.role, last.speaker, last.chapter, last.section) == ("article", None, "后记", None)
