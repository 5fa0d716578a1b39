"""What belongs to the page: it is left out and named, and no sentence is."""

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText

PARAGRAPH = "你对于某个问题没有调查，就停止你对于某个问题的发言权。"
OTHER = "调查就像十月怀胎，解决问题就像一朝分娩，调查就是解决问题。"


def read(text: str, path: str = "a.txt") -> Document:
    (document,) = read_documents(SourceText.from_text(path, text))
    return document


def texts(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [
        (one.became, one.text)
        for one in document.understood
        if one.became in ("furniture", "contents")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "查看原文",
        "【阅读全文】",
        "[查看原文](https://example.org/a)",
        "返回目录",
        "上一篇：论政策",
        "上一篇 下一篇 返回目录",
        "首页 | 上一页 | 下一页 | 尾页",
        "==========第1页==========",
        "第 12 页 共 30 页",
        ".223.",
        "— 17 —",
        "· 17 ·",
        "Page 3 of 12",
        '[img id="834" size="medium"][/img]',
        "{% raw %}",
        "回毛泽东选集首页",
        "感谢李四收集",
        "感谢张三、李四录入和校对",
    ],
)
def test_what_one_line_shows_to_be_furniture_is_left_out_and_named(line: str) -> None:
    document = read(f"# 某个题目\n\n{PARAGRAPH}\n\n{line}\n\n{OTHER}\n", "a.md")
    assert texts(document) == [PARAGRAPH, OTHER]
    shown = line.split("](", maxsplit=1)[0].removeprefix("[") if "](" in line else line
    assert left_out(document) == [("furniture", shown)]


@pytest.mark.parametrize(
    "line",
    [
        "查看原文的人很多。",
        "感谢大家收集的意见。",
        "回首页看一看，再说别的。",
        "上一篇文章说得好。",
        "目录学是一门学问",
        "17",
        "1995年",
        "第12页的话",
        "[附注]",
        "（鼓掌）",
        "要不得！",
        "https://example.org/a",
        "“第1页”",
    ],
)
def test_what_may_be_text_is_kept(line: str) -> None:
    document = read(f"# 某个题目\n\n{PARAGRAPH}\n\n{line}\n\n{OTHER}\n\n{line}\n", "a.md")
    assert texts(document) == [PARAGRAPH, line, OTHER, line]
    assert left_out(document) == []


def test_a_sentence_that_a_page_mark_cuts_joins_again() -> None:
    text = (
        f"某个题目\n\n{PARAGRAPH}\n你对于那个问题的现实情况和历史情况既然没有调查，\n.12.\n\n"
        f"不知底里，对于那个问题的发言便一定是瞎说一顿。\n.13.\n\n{OTHER}\n"
    )
    assert texts(read(text)) == [
        PARAGRAPH,
        "你对于那个问题的现实情况和历史情况既然没有调查，"
        "不知底里，对于那个问题的发言便一定是瞎说一顿。",
        OTHER,
    ]


def test_a_heading_at_the_end_of_a_page_stays_apart() -> None:
    text = f"某个题目\n\n{PARAGRAPH}\n第一节\n.12.\n\n{OTHER}\n"
    assert texts(read(text)) == [PARAGRAPH, "第一节", OTHER]


def test_bare_numbers_are_pages_where_they_go_up_and_cut_sentences() -> None:
    page = "为了把这个问题说清楚，我们先从历史情况讲起，再讲现实情况。" * 6
    pages = "".join(f"{page}这句话还没有说完，\n{n}\n就到了下一页。\n" for n in (7, 8, 9))
    document = read(f"某个题目\n\n{pages}")
    assert [text for _, text in left_out(document)] == ["7", "8", "9"]
    assert "这句话还没有说完，就到了下一页。" in texts(document)[0]


def test_bare_numbers_that_number_sections_are_text() -> None:
    section = "为了把这个问题说清楚，我们先从历史情况讲起，再讲现实情况。" * 6
    text = "".join(f"{n}\n\n{section}\n\n" for n in (1, 2, 3))
    document = read(f"某个题目\n\n{PARAGRAPH}\n\n{text}")
    assert texts(document) == [PARAGRAPH, "1", section, "2", section, "3", section]


def test_a_line_that_comes_again_beside_page_marks_is_a_running_head() -> None:
    pages = "".join(f"{PARAGRAPH}\n— {n} —\n论调查 {n + 1}\n" for n in (7, 8, 9))
    document = read(f"某个题目\n\n{pages}{OTHER}\n")
    assert texts(document) == [PARAGRAPH] * 3 + [OTHER]
    assert [text for _, text in left_out(document)] == [
        "— 7 —",
        "论调查 8",
        "— 8 —",
        "论调查 9",
        "— 9 —",
        "论调查 10",
    ]


def test_an_advert_is_left_out_however_it_is_spelt() -> None:
    adverts = [
        "www.xiＡoshuotxＴ.Ｎｅt",
        "wwＷ。xiaoshuotxt=nett?xt＿小＿说天\\堂",
        "w w w/xiao shu otx t.net［t.xt小，说［天堂｝",
        "小＿说天/堂",
        "小/说＿天堂",
        "小.说天＿堂",
    ]
    text = "".join(f"{PARAGRAPH}\n{advert}\n" for advert in adverts)
    document = read(f"某个题目\n\n{text}{OTHER}\n")
    assert texts(document) == [PARAGRAPH] * 6 + [OTHER]
    assert [text for _, text in left_out(document)] == adverts


def test_addresses_of_one_site_that_an_article_gives_are_text() -> None:
    lines = [f"下载：https://example.com/{name}" for name in ("a", "b", "c", "d")]
    document = read(f"某个题目\n\n{PARAGRAPH}\n\n" + "\n\n".join(lines))
    assert texts(document) == [PARAGRAPH, *lines]


def test_the_same_address_line_three_times_is_an_advert() -> None:
    text = f"{PARAGRAPH}\n\nwww.example.com 某某书屋\n\n" * 3
    assert texts(read(f"某个题目\n\n{text}")) == [PARAGRAPH] * 3


def test_a_contents_page_with_pages_is_left_out() -> None:
    entries = "第一章　概述……………（1）\n第二章 历史......12\n第三章\t前景\t30\n"
    document = read(f"某个题目\n\n目　录\n{entries}\n{PARAGRAPH}\n\n{OTHER}\n")
    assert texts(document) == [PARAGRAPH, OTHER]
    assert [became for became, _ in left_out(document)] == ["contents"] * 4


def test_a_contents_page_whose_titles_come_again_is_left_out() -> None:
    names = ["反对瞎说", "注重调查", "解决问题"]
    sections = "".join(f"## {name}\n\n{PARAGRAPH}\n\n" for name in names)
    entries = "".join(f"- [{name}](#{name})\n" for name in names)
    document = read(f"# 某个题目\n\n## 目录\n\n{entries}\n{sections}", "a.md")
    assert texts(document) == [PARAGRAPH] * 3
    assert [one.section for one in document.paragraphs] == names


def test_a_list_under_the_word_contents_that_is_no_contents_page_is_text() -> None:
    document = read(f"# 某个题目\n\n{PARAGRAPH}\n\n## 目录\n\n甲\n\n乙\n\n丙\n\n{OTHER}\n", "a.md")
    assert texts(document) == [PARAGRAPH, "甲", "乙", "丙", OTHER]


def test_a_heading_under_which_only_furniture_stood_is_kept_as_text() -> None:
    items = ("某会议在某地举行", "图片")
    links = "".join(f"## {item}\n\n查看原文\n\n" for item in items)
    text = f"# 某日新闻\n\n{links}## 另一条\n\n{OTHER}\n"
    document = read(text, "a.md")
    assert texts(document) == ["某会议在某地举行", OTHER]
    assert document.title == "某日新闻"


def test_references_of_html_in_a_title_of_front_matter_are_the_characters() -> None:
    text = f"---\ntitle: 甲 &#8211; 乙 &amp; 丙 R&D\n---\n\n{PARAGRAPH}\n"
    assert read(text, "a.md").title == "甲 – 乙 & 丙 R&D"


def test_a_file_of_nothing_but_furniture_is_kept() -> None:
    document = read("查看原文\n\n返回目录\n")
    assert (document.title, texts(document)) == ("查看原文", ["返回目录"])


def test_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    document = read(f"# 某个题目\n\n{PARAGRAPH}\n\n查看原文\n", "a.md")
    assert [str(one.reason) for one in document.understood if one.reason] == [
        "网页的链接，不是正文"
    ]


def test_lines_that_are_nearly_furniture_take_no_time() -> None:
    lines = ["首页|" * 15 + "甲", "上一篇 " * 19 + "甲", "[a b]" * 15 + "甲", "=" * 79 + "甲"]
    assert texts(read("某个题目\n\n" + "\n\n".join(lines))) == [*lines]


@pytest.mark.slow
def test_many_lines_that_look_like_furniture_take_time_in_proportion() -> None:
    lines = "\n".join(f"www.site{n}.net 第{n}家" + "\n.1.\n书眉" for n in range(20_000))
    assert texts(read(f"某个题目\n\n{lines}\n{PARAGRAPH}"))[-1] == PARAGRAPH


TOOLS = "下载\n打印\n全屏\n收藏\n【字号：\n加大\n还原\n减小\n】"
REPORT = "2026年某省政府工作报告\n——2026年1月27日在某省第十四届人民代表大会第五次会议上"


def test_tools_of_a_page_above_a_text_are_no_title() -> None:
    document = read(
        f"{TOOLS}\n{REPORT}\n来源：某某日报\n时间：2026-02-01\n省长 王正谱\n各位代表：\n"
        f"现在，我代表省政府，向大会报告工作，请予审议。\n{PARAGRAPH}\n相关报道："
    )
    assert (
        document.title,
        document.speaker,
        str(document.date and document.date.first),
        document.publisher,
        {one.role for one in document.paragraphs},
    ) == (REPORT.replace("\n", ""), "王正谱", "2026-01-27", "某某日报", {"speech"})
    assert left_out(document) == [
        ("furniture", line) for line in (*TOOLS.splitlines(), "相关报道：")
    ]


@pytest.mark.parametrize(
    "line", ["【字号：大 中 小】【打印】【关闭】", "分享到：微信 微博 QQ空间", "收藏 打印 A"]
)
def test_a_line_of_tools_is_left_out_only_where_it_has_nothing_else(line: str) -> None:
    document = read(f"论调查\n\n{PARAGRAPH}\n\n{OTHER}\n\n{line}\n\n{PARAGRAPH}")
    assert (line in texts(document)) is line.endswith("A")


def test_short_words_that_a_page_may_have_as_tools_stay_where_they_are_headings() -> None:
    document = read(f"论调查\n\n收藏\n\n{PARAGRAPH}\n\n下载\n\n{OTHER}\n\n大\n\n中\n\n小")
    assert texts(document) == ["收藏", PARAGRAPH, "下载", OTHER, "大", "中", "小"]


@pytest.mark.parametrize(
    "path", ["某某网>>时政", "首页 > 讲话 > 正文", "当前位置：首页 » 领导讲话 » 正文"]
)
def test_the_path_of_a_page_is_no_title(path: str) -> None:
    document = read(
        f"{path}\n论调查\n\n2018年04月20日20:41　　来源：某某网\n\n字号\n分享到：\n\n"
        f"{PARAGRAPH}\n{OTHER}"
    )
    assert (document.title, document.publisher, texts(document)) == (
        "论调查",
        "某某网",
        [PARAGRAPH, OTHER],
    )


def test_how_much_of_a_text_is_here_is_left_out_with_the_reason() -> None:
    document = read(
        f"在会议上的讲话\n（内部讲话，未经本人审阅）\n1985.6.3 上午\n\n{PARAGRAPH}\n\n{OTHER}"
    )
    assert str(document.date and document.date.first) == "1985-06-03"
    assert [(one.text, one.reason) for one in document.understood if one.reason] == [
        (
            "（内部讲话，未经本人审阅）",
            "says only where or how much of the text is here, and is none of it",
        )
    ]


def test_a_reporter_with_a_spaced_name_stands_below_a_title() -> None:
    document = read(f"专访一位院士\n　　本报记者　王　强\n\n{PARAGRAPH}\n\n{OTHER}")
    assert (document.title, document.speaker) == ("专访一位院士", None)
