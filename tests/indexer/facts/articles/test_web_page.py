"""Saved text of web pages: the mirrored one among the seeds, and honest ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.facts.articles import web_page
from indexer.facts.site_names import mirror_brand, split_title, without_name
from indexer.model.documents import Document
from tests.support.reading import document_of, plain_content

FIRST = "大风泱泱兮大潮滂滂——习近平总书记敏锐把握信息时代“时”与“势”,全面部署网络强国战略"
SECOND = "九万里风鹏正举——习近平总书记关于网络强国的重要思想指引网信事业高质量发展"
THIRD = "治国有常民为本——让亿万人民在共享互联网发展成果上有更多获得感"
LAST = "直挂云帆济沧海——立足新的历史方位迈向数字文明新时代"


def read(text: str) -> Document:
    return document_of(web_page.read, text)


@pytest.fixture
def mirrored(seeds: Path) -> Document:
    return read((seeds / "001_acdd70bc26a88983.txt").read_text("utf-8"))


def test_the_page_has_a_headline_and_neither_date_nor_publisher(mirrored: Document) -> None:
    assert (mirrored.kind, mirrored.title, mirrored.date, mirrored.publisher) == (
        "web-page",
        "万山磅礴看主峰——习近平总书记掌舵领航网信事业发展纪实",
        None,
        None,
    )
    assert len(mirrored.paragraphs) == 138
    assert {(p.role, p.date, p.date_kind) for p in mirrored.paragraphs} == {("article", None, None)}


def test_paragraphs_run_from_first_to_last_line_of_text(mirrored: Document) -> None:
    first, last = mirrored.paragraphs[0], mirrored.paragraphs[-1]

    assert (first.lines, first.section, first.text[:15]) == (
        (6, 6),
        None,
        "当今时代,互联网发展日新月异,",
    )
    assert (last.lines, last.section, last.text[-8:]) == ((304, 304), LAST, "梦贡献网信力量!")


def test_headings_of_two_levels_become_sections(mirrored: Document) -> None:
    starts: dict[str | None, int] = {}
    for paragraph in mirrored.paragraphs:
        starts.setdefault(paragraph.section, paragraph.known_lines[0])

    assert starts == {
        None: 6,
        FIRST: 12,
        SECOND: 42,
        f"{SECOND} / 举旗定向、凝心铸魂,党的声音成为网络空间最强音": 70,
        f"{SECOND} / 前瞻部署、统筹推进,充分发挥信息化驱动引领作用": 98,
        f"{SECOND} / 备豫不虞、居安思危,切实筑牢国家网络安全屏障": 132,
        f"{SECOND} / 心怀天下、大国担当,携手构建网络空间命运共同体": 168,
        THIRD: 206,
        LAST: 264,
    }


def test_nothing_that_the_mirror_added_is_left(mirrored: Document) -> None:
    everything = [mirrored.title or ""]
    everything += [text for p in mirrored.paragraphs for text in (p.text, p.section or "")]

    for added in ("kok", "官网", "登录入口", "焦点图", "网站地图", "微信图片", ".png"):
        assert [text for text in everything if added in text] == []


def test_a_name_inside_a_sentence_is_cut_out_of_it(mirrored: Document) -> None:
    (paragraph,) = [p for p in mirrored.paragraphs if p.lines == (112, 112)]

    assert paragraph.text == (
        "2015年2月15日,习近平总书记来到中科院西安光学精密机械研究所调研。“核心技术靠化缘是要不来的,必须靠"
        "自力更生。”在观看科技成果及的产品展示之后,习近平总书记勉励大家,“科技人员要树立强烈的创新责任和创新"
        "自信。”"
    )


def test_captions_and_everything_else_stay_as_they_stand(mirrored: Document) -> None:
    by_line = {paragraph.known_lines[0]: paragraph.text for paragraph in mirrored.paragraphs}

    assert by_line[42].endswith("图/新华社记者 马占成 摄")
    assert by_line[244].startswith("5g云法庭、5g远程医疗、5g智能机器人……")
    assert by_line[298] == "风好正是扬帆时。"


def test_an_honest_site_keeps_its_name_in_sentences() -> None:
    document = read(
        "座谈会召开-新华网\n首页 > 时政\n座谈会召开\n据新华网报道，会议今天召开。\n版权所有 新华网"
    )

    assert (document.title, document.publisher) == ("座谈会召开", "新华网")
    assert [(p.lines, p.text) for p in document.paragraphs] == [
        ((4, 4), "据新华网报道，会议今天召开。")
    ]


def test_a_dash_that_ends_in_punctuation_is_a_list_item() -> None:
    document = read("题目_某报\n题目\n——要技术强；\n——要内容强。\n——最强音\n正文。")

    assert [(p.section, p.text) for p in document.paragraphs] == [
        (None, "——要技术强；"),
        (None, "——要内容强。"),
        ("最强音", "正文。"),
    ]


def test_an_attribution_below_a_quotation_is_no_heading() -> None:
    document = read("题目_某报\n题目\n引文。\n——2014年2月27日，在某会议上的讲话\n正文。")

    assert [(p.role, p.section, p.speech, p.text) for p in document.paragraphs] == [
        ("quotation", None, "在某会议上的讲话", "引文。"),
        ("article", None, None, "正文。"),
    ]


@pytest.mark.parametrize(
    ("page_title", "expected"),
    [
        ("座谈会召开-新华网", ("座谈会召开", "新华网")),
        ("座谈会召开--人民网", ("座谈会召开", "人民网")),
        ("座谈会召开 — 人民网", ("座谈会召开", "人民网")),
        ("座谈会召开｜光明网", ("座谈会召开", "光明网")),
        ("万山磅礴——纪实_求是网", ("万山磅礴——纪实", "求是网")),
        ("万山磅礴看主峰——网信事业纪实", None),
        ("万山磅礴看主峰 —— 网信事业纪实", None),
        ("万山磅礴看主峰—网信事业纪实", None),
        ("-新华网", None),
        ("座谈会召开 - ", None),
    ],
)
def test_a_mark_parts_headline_and_site(page_title: str, expected: tuple[str, str] | None) -> None:
    assert split_title(page_title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("题目-某站\n\n题目\n文", True),
        ("中国-东盟博览会 - 新华网\n中国-东盟博览会\n文", True),
        ("题目-某站\n别的题目\n文", False),
        ("题目\n题目\n文", False),
        ("万山磅礴看主峰——网信事业纪实\n\n万山磅礴看主峰\n文", False),
        ("-站\n\n文", False),
        ("题目-\n题目\n文", False),
        ("", False),
    ],
)
def test_a_page_is_recognised_by_its_repeated_headline(text: str, expected: bool) -> None:
    assert (web_page.read(plain_content(text)) is not None) is expected


@pytest.mark.parametrize(
    ("site", "brand"),
    [
        ("kok体育娱乐官网", "kok"),
        ("ob欧宝", None),
        ("88彩票app下载", "88"),
        ("abc.com手机登录入口", "abc.com"),
        ("新华网", None),
        ("CCTV体育", None),
        ("人民日报客户端", None),
        ("官网入口", None),
    ],
)
def test_only_a_brand_with_search_words_is_a_mirror(site: str, brand: str | None) -> None:
    assert mirror_brand(site) == brand


def test_the_brand_alone_stays() -> None:
    assert without_name("kok官网的KOK手机入口和kok、tokok官网", "kok") == "的和kok、tokok官网"
