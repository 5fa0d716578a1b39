"""The book among the seeds, the same book with a fault in it, and another volume."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.facts import compendium
from indexer.facts.compendium import books, reader
from indexer.formats.blocks import Content
from indexer.model.documents import Document, Paragraph, Problem
from indexer.text.dates import DateSpan, month_span
from tests.support.command_line import CHECKOUT
from tests.support.growth import assert_linear
from tests.support.reading import document_of, plain_content

BOOK = "002_a1c1846805ebde20.txt"
SEEDS = CHECKOUT / "seeds"
PATTERN = "TITLE（2018年1月2日）[，SOURCE[，第1页]]"


def day(year: int, month: int, day_: int) -> DateSpan:
    return DateSpan(date(year, month, day_), date(year, month, day_))


def read(text: str) -> Document:
    return reader.document_of(books.read_book(plain_content(text)))


@pytest.fixture(scope="module")
def book_text() -> str:
    return (SEEDS / BOOK).read_text("utf-8")


@pytest.fixture(scope="module")
def book(book_text: str) -> Document:
    return read(book_text)


@pytest.fixture(scope="module")
def speeches(book: Document) -> tuple[Paragraph, ...]:
    return tuple(paragraph for paragraph in book.paragraphs if paragraph.role == "speech")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_only_the_book_among_the_seeds_is_recognised(path: Path) -> None:
    content = plain_content(path.read_text("utf-8"))
    assert (compendium.read(content) is not None) == (path.name == BOOK)


def test_the_book_is_named_by_its_title_page(book: Document) -> None:
    assert replace(book, paragraphs=(), understood=()) == Document(
        kind="compendium",
        title="习近平关于网络强国论述摘编",
        publisher="中央文献出版社",
        date=month_span(2021, 1),
        paragraphs=(),
        speaker="习近平",
    )


def test_the_preface_counts_what_the_reader_finds(speeches: tuple[Paragraph, ...]) -> None:
    """「二〇一三年三月四日至二〇二〇年十一月二十三日……一百篇……九个专题……二百八十五段论述」"""
    spans = [paragraph.date for paragraph in speeches if paragraph.date]
    assert len(spans) == len(speeches) == 307
    assert min(span.first for span in spans) == date(2013, 3, 4)
    assert max(span.last for span in spans) == date(2020, 11, 23)
    assert len({(paragraph.speech, paragraph.date) for paragraph in speeches}) == 100
    assert list(dict.fromkeys(paragraph.passage for paragraph in speeches)) == list(range(1, 286))
    assert list(dict.fromkeys((p.chapter_no, p.chapter) for p in speeches)) == [
        (1, "一、加强党对网信工作的集中统一领导"),
        (2, "二、网信事业发展必须贯彻以人民为中心的发展思想"),
        (3, "三、努力把我国建设成为网络强国"),
        (4, "四、坚决打赢网络意识形态斗争"),
        (5, "五、构建网上网下同心圆"),
        (6, "六、维护国家网络安全"),
        (7, "七、加速推动信息领域核心技术突破"),
        (8, "八、发挥信息化对经济社会发展的驱动引领作用"),
        (9, "九、共同构建网络空间命运共同体"),
    ]


def test_passages_of_a_chapter_run_by_date(speeches: tuple[Paragraph, ...]) -> None:
    order = [(p.chapter_no, p.date.first, p.passage, p.number) for p in speeches if p.date]
    assert order == sorted(order, key=lambda entry: (entry[0], entry[1]))
    assert len(order) == 307


def test_the_preface_is_passage_0_without_its_signature(book: Document) -> None:
    preface = tuple(paragraph for paragraph in book.paragraphs if paragraph.passage == 0)
    assert [(p.number, p.text[:8], p.text[-8:], p.lines) for p in preface] == [
        (1, "党的十八大以来，", "强国论述摘编》。", (19, 19)),
        (2, "本书内容，摘自习", "第一次公开发表。", (21, 23)),
    ]
    assert {
        (p.role, p.section, p.chapter, p.date, p.date_kind, p.speech, p.source) for p in preface
    } == {("article", "出版说明", None, month_span(2021, 1), "publication", None, None)}


def test_nothing_but_preface_and_speeches_is_indexed(book: Document) -> None:
    text = "\n".join(paragraph.text for paragraph in book.paragraphs)
    for left_out in ("公众号", "目录", "党史和文献研究院", "中央文献出版社", "第199页", "(1)"):
        assert left_out not in text


FORUM = "在网络安全和信息化工作座谈会上的讲话"
CONFERENCE = "在全国网络安全和信息化工作会议上的讲话"
PROPAGANDA = "习近平《论党的宣传思想工作》，中央文献出版社2020年版"
REFORM = "习近平《论坚持全面深化改革》，中央文献出版社2018年版"

# first words, last words, lines, speech, date, source, pages
SPOTS: dict[
    tuple[int, int], tuple[str, str, tuple[int, int], str, DateSpan, str | None, str | None]
]
SPOTS = {
    (5, 1): (
        "在我国，七亿多人",
        "良性互动的新路。",
        (63, 65),
        FORUM,
        day(2016, 4, 19),
        PROPAGANDA,
        "206",
    ),
    (10, 1): (
        "党的十八大以来，",
        "更加坚强有力。",
        (93, 93),
        "关于深化党和国家机构改革决定稿和方案稿的说明",
        day(2018, 2, 26),
        "《十九大以来重要文献选编》（上），中央文献出版社2019年版",
        "243-244",
    ),
    (12, 2): (
        "这些成就主要表现",
        "幸福感、安全感。",
        (106, 110),
        CONFERENCE,
        day(2018, 4, 20),
        None,
        None,
    ),
    (22, 1): (
        "医疗卫生服务加上",
        "更好为群众服务。",
        (166, 166),
        "在辽宁考察时的讲话",
        DateSpan(date(2013, 8, 28), date(2013, 8, 31)),
        "《人民日报》2013年9月2日",
        None,
    ),
    (47, 1): (
        "要鼓励运用大数据",
        "更好发挥支撑作用。",
        (292, 292),
        "全面提高依法防控依法治理能力，健全国家公共卫生应急管理体系",
        DateSpan(date(2020, 2, 5), date(2020, 2, 14), days=(date(2020, 2, 5), date(2020, 2, 14))),
        "《习近平关于统筹疫情防控和经济社会发展重要论述选编》，中央文献出版社2020年版",
        "53",
    ),
    (66, 1): (
        "中共十九大制定了",
        "将进入快车道。",
        (393, 393),
        "致第四届世界互联网大会的贺信",
        day(2017, 12, 3),
        "《人民日报》2017年12月4日",
        None,
    ),
    (68, 1): (
        "上世纪六十年代以来,信息技术",
        "改造世界的ability。",
        (405, 405),
        CONFERENCE,
        day(2018, 4, 20),
        None,
        None,
    ),
    (82, 1): (
        "互联网已经成为舆论斗争",
        "政权安全。",
        (497, 499),
        "在全国宣传思想工作会议上的讲话",
        day(2013, 8, 19),
        None,
        None,
    ),
    (103, 1): (
        "互联网技术和新媒体",
        "有生力量。",
        (612, 612),
        "在文艺工作座谈会上的讲话",
        day(2014, 10, 15),
        PROPAGANDA,
        "102",
    ),
    (107, 1): (
        "现在，媒体格局、",
        "就要放在哪里。",
        (632, 634),
        "坚持军报姓党坚持强军为本坚持创新为要，为实现中国梦强军梦提供有力思想舆论支持",
        day(2015, 12, 25),
        None,
        None,
    ),
    (113, 1): (
        "互联网是一个社会",
        "产生重要影响。",
        (658, 658),
        FORUM,
        day(2016, 4, 19),
        PROPAGANDA,
        "194-195",
    ),
    (118, 1): (
        "要高度重视互联网宗教",
        "传播正面声音。",
        (691, 691),
        "在全国宗教工作会议上的讲话",
        day(2016, 4, 22),
        "《人民日报》2016年4月24日",
        None,
    ),
    (124, 1): (
        "要推进网上宣传理念",
        "用户黏性不断增强。",
        (725, 727),
        CONFERENCE,
        day(2018, 4, 20),
        None,
        None,
    ),
    (144, 3): (
        "全会决定提出坚持",
        "正确运用和安全。",
        (845, 845),
        "关于〈中共中央关于全面深化改革若干重大问题的决定〉的说明",
        day(2013, 11, 9),
        REFORM,
        "39",
    ),
    (147, 1): (
        "网络安全和信息化是相辅相成的。",
        "我们当然也不例外。",
        (859, 861),
        FORUM,
        day(2016, 4, 19),
        PROPAGANDA,
        "201-202",
    ),
    (179, 1): (
        "在科研投入上集中力量",
        "坚持不懈做下去。",
        (1046, 1048),
        FORUM,
        day(2016, 4, 19),
        PROPAGANDA,
        "200",
    ),
    (209, 1): (
        "按照新发展理念推动",
        "先行一步。",
        (1213, 1213),
        FORUM,
        day(2016, 4, 19),
        PROPAGANDA,
        "192",
    ),
    (222, 1): (
        "“通则不痛，痛则不通”",
        "精准性和有效性。",
        (1289, 1291),
        CONFERENCE,
        day(2018, 4, 20),
        None,
        None,
    ),
    (225, 1): (
        "世界正在进入以信息产业",
        "价值链中高端。",
        (1311, 1311),
        "努力成为世界主要科学中心和创新高地",
        day(2018, 5, 28),
        "《习近平谈治国理政》第三卷，外文出版社2020年版",
        "247",
    ),
    (233, 1): (
        "推进国家治理体系",
        "前景广阔。",
        (1353, 1353),
        "在浙江考察时的讲话",
        DateSpan(date(2020, 3, 29), date(2020, 4, 1)),
        "《人民日报》2020年4月2日",
        None,
    ),
    (250, 5): (
        "——构建良好秩序。",
        "修复网络生态。",
        (1448, 1450),
        "在第二届世界互联网大会开幕式上的讲话",
        day(2015, 12, 16),
        PROPAGANDA,
        "171-173",
    ),
    (271, 1): (
        "当今世界，正在经历",
        "合理的方向迈进。",
        (1562, 1564),
        "致第五届世界互联网大会的贺信",
        month_span(2018, 11),
        "《人民日报》2018年11月8日",
        None,
    ),
    (285, 2): (
        "中国愿同世界各国",
        "更加美好的未来。",
        (1637, 1637),
        "致世界互联网大会·互联网发展论坛的贺信",
        day(2020, 11, 23),
        "《人民日报》2020年11月24日",
        None,
    ),
}


@pytest.mark.parametrize("place", SPOTS, ids=lambda place: f"{place[0]}.{place[1]}")
def test_the_hard_places_of_the_book(
    speeches: tuple[Paragraph, ...], place: tuple[int, int]
) -> None:
    (found,) = (p for p in speeches if (p.passage, p.number) == place)
    first, last, lines, speech, said, source, pages = SPOTS[place]
    assert found == Paragraph(
        passage=place[0],
        number=place[1],
        text=found.text,
        lines=lines,
        role="speech",
        chapter=found.chapter,
        chapter_no=found.chapter_no,
        speech=speech,
        date=said,
        date_kind="speech",
        source=source,
        pages=pages,
        speaker="习近平",
    )
    assert (found.text.startswith(first), found.text.endswith(last)) == (True, True)


@pytest.mark.parametrize(
    "mended",
    [
        "企业要承担企业的责任，党和政府",
        "重拳、亮利剑，打赢",
        "国外那种“旋转门”制度的优点,我们",
        "社会主义思想and党的十九大精神",
        "有时而必行。”要针对各类群体",
        "同步推进。我们一定要认识到",
        "还不是很明显。我看，主要问题",
        "加强数据安全管理，加大",
    ],
)
def test_cut_words_are_mended_and_blanks_dropped(book: Document, mended: str) -> None:
    assert [mended in paragraph.text for paragraph in book.paragraphs].count(True) == 1


def test_a_full_line_that_ends_no_page_ends_its_paragraph(
    speeches: tuple[Paragraph, ...],
) -> None:
    passage = [p for p in speeches if p.passage == 113]
    assert [(p.number, p.lines) for p in passage] == [(1, (658, 658)), (2, (660, 662))]


def test_no_line_of_text_is_lost(book: Document, book_text: str) -> None:
    """The paragraph whose lines enclose a line contains it, if it ends a sentence."""
    for number, line in enumerate(book_text.split("\n"), start=1):
        if line.endswith("。"):
            spans = ((p, *p.known_lines) for p in book.paragraphs)
            (owner,) = (p for p, first, last in spans if first <= number <= last)
            assert line[-12:].replace(" ", "") in owner.text


# line to change, (what to change in it, into what), passage, fault
FAULTS: list[tuple[int, tuple[str, str], int, str]] = [
    (47, ("2014年2月27日", "2014年13月27日"), 1, "has an impossible date"),
    (51, ("（2016年2月19日）", "（2016年2月30日）"), 2, "has an impossible date"),
    (61, ("）", ""), 4, "has a bracket without its partner"),
    (85, ("(", ""), 8, "has a bracket without its partner"),
    (91, ("》（", "（"), 9, "has a bracket without its partner"),
    (102, ("(2018年4月20日)", ""), 11, "has no date in brackets"),
    (114, (CONFERENCE, ""), 12, "has no title"),
    (114, (f"《{CONFERENCE}》", ""), 12, "has no title"),
    (168, ("-31日", "-27日"), 22, "has an impossible date"),
    (256, ("2018", "2O18"), 38, "has an impossible date"),
    (395, ("(2017年12月", "(2017年15月"), 66, "has an impossible date"),
    (693, ("（", ""), 118, "has a bracket without its partner"),
    (982, ("（2019年10月24日）", "（）"), 169, "has no date in brackets"),
    (1640, ("2020年11月23日", "2020年11月31日"), 285, "has an impossible date"),
]


@pytest.mark.parametrize("broken", FAULTS, ids=lambda broken: f"{broken[0]}-{broken[3]}")
def test_a_broken_attribution_costs_its_own_facts_alone(
    book: Document,
    book_text: str,
    broken: tuple[int, tuple[str, str], int, str],
) -> None:
    number, change, passage, fault = broken
    lines = book_text.split("\n")
    assert change[0] in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(*change, 1)
    found = read("\n".join(lines))
    (problem,) = found.problems
    assert fault in problem.reason
    assert problem.reason.endswith(f"; correct it as {PATTERN}")
    assert number - 2 <= problem.line <= number + 1
    assert found.unread == 1
    (unread,) = (p for p in found.paragraphs if p.role == "note")
    assert f"'{unread.text}'" in problem.reason
    others = tuple(p for p in found.paragraphs if p is not unread)
    for before, after in zip(book.paragraphs, others, strict=True):
        if before.passage != passage:
            assert after == before
        else:
            assert after == replace(
                before,
                role="article",
                source=None,
                speech=None,
                date=None,
                date_kind=None,
                pages=None,
                speaker=None,
            )


def test_a_note_without_the_date_that_the_others_have_gives_the_rest_and_is_reported(
    book: Document, book_text: str
) -> None:
    found = read(book_text.replace("（2018年2月26日）", "", 1))
    assert found.problems == (
        Problem(
            "the attribution '《关于深化党和国家机构改革决定稿和方案稿的说明》，"
            "《十九大以来重要文献选编》(上),中央文献出版社2019年版,第243-244页' "
            f"has no date in brackets; correct it as {PATTERN}",
            95,
        ),
    )
    for before, after in zip(book.paragraphs, found.paragraphs, strict=True):
        undated = replace(before, date=None, date_kind=None)
        assert after == (undated if before.passage == 10 else before)


def test_the_problem_of_a_broken_attribution_reads_well(book_text: str) -> None:
    found = read(book_text.replace("（2018年8月21日）", "（2018年13月2日）", 1))
    assert found.problems == (
        Problem(
            "the attribution '《在全国宣传思想工作会议上的讲话》（2018年13月2日）' "
            f"has an impossible date; correct it as {PATTERN}",
            146,
        ),
    )


def test_text_without_attribution_at_the_end_is_indexed_and_reported(
    book: Document, book_text: str
) -> None:
    lines = book_text.split("\n")
    lines[1642:1642] = ["后记讲了一句话。", ""]
    found = read("\n".join(lines))
    assert found.paragraphs == (
        *book.paragraphs,
        Paragraph(
            passage=286,
            text="后记讲了一句话。",
            lines=(1643, 1643),
            chapter="九、共同构建网络空间命运共同体",
            chapter_no=9,
        ),
    )
    assert found.problems == (
        Problem(
            f"the text that ends here has no attribution; add a line {PATTERN} under it, "
            "or remove it if it is not part of the book",
            1643,
        ),
    )


def test_text_without_attribution_at_the_end_of_a_chapter_is_reported(
    book: Document, book_text: str
) -> None:
    """The contents announce the next chapter, so that it is not taken for text."""
    lines = book_text.split("\n")
    lines[161] = ""
    found = read("\n".join(lines))
    assert [problem.line for problem in found.problems] == [160]
    assert len(found.paragraphs) == len(book.paragraphs)
    assert [p for p in found.paragraphs if p.passage != 21] == [
        p for p in book.paragraphs if p.passage != 21
    ]


def test_an_attribution_without_text_is_reported(book: Document, book_text: str) -> None:
    heading = "\n\n二、网信"
    found = read(book_text.replace(heading, f"\n\n《多余》（2018年1月2日）{heading}", 1))
    assert [p.text for p in found.paragraphs] == [p.text for p in book.paragraphs]
    assert [problem.reason for problem in found.problems] == [
        "the attribution '《多余》（2018年1月2日）' has no text above it; "
        "add the text, or remove it"
    ]


VOLUME = """\
扫码关注公众号

某同志

论粮食与耕地摘编

某某研究室 编

某某出版社

前言

这本书讲粮食。

二〇二三年十月

目次

一、把饭碗端牢………1
二、藏粮于地、
藏粮于技………9
三、各方都要负责………20

一、把饭碗 端牢

在粮食问题上不能侥幸。对外依存度高的品种，必须有
所准备

，不能松懈。

一、二、三产业要融合，这话说过多次。

《在某次会议上的
讲话》（2020年12月28日），某某《论“三农”》，某某出版
社2022年版，第3-4页

二、三句话讲清道理。

在某地考察时的讲话(2021年5月13日、14日),《某某日报》2021年5月15日

二、藏粮于地、

藏粮于技

耕地是命根子。
《在某次会议上的讲话》（2020年12月29日）

三、各方都要负责

对地方的要求是明确的！

《致某会的信》（2022年9月）
"""


def test_another_volume_is_read_by_the_same_rules() -> None:
    found = document_of(compendium.read, VOLUME)
    assert (found.title, found.publisher, found.date, found.problems) == (
        "某同志论粮食与耕地摘编",
        "某某出版社",
        month_span(2023, 10),
        (),
    )
    first = Paragraph(
        passage=1,
        text="在粮食问题上不能侥幸。对外依存度高的品种，必须有所准备，不能松懈。",
        lines=(26, 29),
        role="speech",
        chapter="一、把饭碗端牢",
        chapter_no=1,
        speech="在某次会议上的讲话",
        date=day(2020, 12, 28),
        date_kind="speech",
        source="某某《论“三农”》，某某出版社2022年版",
        pages="3-4",
    )
    third = replace(
        first,
        passage=3,
        text="耕地是命根子。",
        lines=(45, 45),
        chapter="二、藏粮于地、藏粮于技",
        chapter_no=2,
        date=day(2020, 12, 29),
        source=None,
        pages=None,
    )
    assert found.paragraphs == (
        Paragraph(
            passage=0,
            text="这本书讲粮食。",
            lines=(13, 13),
            section="前言",
            date=month_span(2023, 10),
            date_kind="publication",
        ),
        first,
        replace(first, number=2, text="一、二、三产业要融合，这话说过多次。", lines=(31, 31)),
        replace(
            first,
            passage=2,
            text="二、三句话讲清道理。",
            lines=(37, 37),
            speech="在某地考察时的讲话",
            date=DateSpan(
                date(2021, 5, 13),
                date(2021, 5, 14),
                days=(date(2021, 5, 13), date(2021, 5, 14)),
            ),
            source="《某某日报》2021年5月15日",
            pages=None,
        ),
        third,
        replace(
            third,
            passage=4,
            text="对地方的要求是明确的！",
            lines=(50, 50),
            chapter="三、各方都要负责",
            chapter_no=3,
            speech="致某会的信",
            date=month_span(2022, 9),
        ),
    )


def test_windows_line_ends_make_no_difference(book: Document, book_text: str) -> None:
    assert read(book_text.replace("\n", "\r\n")) == book


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、甲\n\n文。\n\n二、乙\n\n文。",
        "一、甲\n\n文。\n\n二、乙\n\n文。\n\n参考文献\n\n《甲》（2018年1月2日）\n\n《乙》（2018年1月2日）",
        "文章提到《甲》（2018年1月2日）。\n" * 9,
    ],
)
def test_articles_are_not_recognised(text: str) -> None:
    assert compendium.read(plain_content(text)) is None


def attributed(text: str, number: int) -> str:
    return f"{text}\n\n《讲话》（2020年1月{number}日）\n\n"


def volume(*chapters: str) -> str:
    """A volume whose contents announce three chapters."""
    return (
        "论甲摘编\n\n目录\n\n一、把饭碗端牢端稳（1）\n二、藏粮于地藏粮于技（2）\n三、各方面都要负责（3）\n\n"
        + ("\n\n".join(chapters))
    )


FIRST = "一、把饭碗端牢端稳\n\n" + attributed("文一。", 1) + attributed("文二。", 2)
SECOND = attributed("文三。", 3) + attributed("文四。", 4)
THIRD = "三、各方面都要负责\n\n" + attributed("文五。", 5)


def chapters_of(found: Document) -> list[tuple[int | None, str]]:
    return [(paragraph.chapter_no, paragraph.text) for paragraph in found.paragraphs]


SORTED = [(1, "文一。"), (1, "文二。"), (2, "文三。"), (2, "文四。"), (3, "文五。")]


@pytest.mark.parametrize(
    "heading",
    ["二藏粮于地藏粮于技", "二．藏粮于地藏粮于技", "二、藏粮于地藏粮于技。", "藏粮于地藏粮于技"],
)
def test_a_damaged_heading_begins_its_chapter_and_is_reported(heading: str) -> None:
    found = read(volume(FIRST, heading, SECOND, THIRD))
    assert chapters_of(found) == SORTED
    assert {paragraph.chapter for paragraph in found.paragraphs if paragraph.chapter_no == 2} == {
        "二、藏粮于地藏粮于技"
    }
    assert found.problems == (
        Problem(
            f"the heading '{heading}' is damaged; correct it as '二、藏粮于地藏粮于技'",
            found.paragraphs[2].known_lines[0] - 2,
        ),
    )


def test_a_heading_with_text_right_after_it_begins_its_chapter() -> None:
    found = read(volume(FIRST, "二、藏粮于地藏粮于技" + SECOND, THIRD))
    assert (chapters_of(found), found.problems) == (SORTED, ())


def test_a_missing_heading_is_reported_and_later_ones_count() -> None:
    found = read(volume(FIRST, SECOND, THIRD))
    assert [chapter for chapter, _ in chapters_of(found)] == [1, 1, 1, 1, 3]
    assert found.problems == (
        Problem(
            "the heading 二、藏粮于地藏粮于技 is missing, so its passages are in the chapter "
            "before it; add it as a line of its own where the chapter begins",
            found.paragraphs[4].known_lines[0] - 2,
        ),
    )


def test_a_missing_heading_that_no_contents_announce_is_reported() -> None:
    found = read(FIRST + SECOND + THIRD)
    assert [chapter for chapter, _ in chapters_of(found)] == [1, 1, 1, 1, 3]
    assert ["with the number 2 is missing" in problem.reason for problem in found.problems] == [
        True
    ]


def test_the_last_heading_may_be_missing() -> None:
    found = read(volume(FIRST, "二、藏粮于地藏粮于技", SECOND))
    assert ["三、各方面都要负责 is missing" in problem.reason for problem in found.problems] == [
        True
    ]


@pytest.mark.parametrize("change", ["五构建", "五．构建", ""])
def test_a_damaged_heading_misfiles_no_passage_of_the_book(
    book: Document, book_text: str, change: str
) -> None:
    heading = "\n五、构建网上网下同心圆\n"
    damaged = f"\n{change}网上网下同心圆\n" if change else "\n"
    assert heading in book_text
    found = read(book_text.replace(heading, damaged, 1))
    assert len(found.problems) == 1
    wrong = 0 if change else sum(paragraph.chapter_no == 5 for paragraph in book.paragraphs)
    assert [p.chapter for p in found.paragraphs if p.chapter_no not in (4, 5)] == [
        p.chapter for p in book.paragraphs if p.chapter_no not in (4, 5)
    ]
    assert sum(p.chapter_no == 4 for p in found.paragraphs) == wrong + sum(
        p.chapter_no == 4 for p in book.paragraphs
    )


def test_chapters_may_be_called_chapters() -> None:
    text = volume(FIRST, "二、藏粮于地藏粮于技", SECOND, THIRD)
    for number in "一二三":
        text = text.replace(f"{number}、", f"第{number}章 ")
    assert chapters_of(read(text)) == SORTED


def test_text_about_social_media_is_no_advert() -> None:
    cut = "微信公众号、微信群、短视频平台等新媒体快速发展，大家都在看、都在用，要管好用好"
    found = read(volume(FIRST + attributed(f"{cut}\n\n这些新平台，让正能量更强劲。", 6)))
    assert found.paragraphs[2].text == f"{cut}这些新平台，让正能量更强劲。"


def test_unknown_adverts_and_page_furniture_are_left_out() -> None:
    text = volume(
        "一、把饭碗端牢端稳\n\n"
        + attributed("解放和发展\n\n17\n\n论甲摘编\n\n生产力。", 1)
        + attributed("解放和\n\n一、把饭碗端牢端稳\n\n发展\n\n·18·\n\n生产力。", 2)
    )
    found = read(f"本书由红色书屋整理制作\n\n{text}\n\n加QQ123456\n")
    assert [paragraph.text for paragraph in found.paragraphs] == [
        "解放和发展生产力。",
        "解放和发展生产力。",
    ]
    assert found.title == "论甲摘编"


def test_paragraphs_that_only_line_ends_part_are_kept_apart(book: Document, book_text: str) -> None:
    """The book without the empty lines inside passages."""
    speeches = [p for p in book.paragraphs if p.role == "speech"]
    first = {p.passage: p.known_lines[0] for p in reversed(speeches)}
    last = {p.passage: p.known_lines[1] for p in speeches}
    inside = {line for passage in first for line in range(first[passage], last[passage] + 2)}
    lines = enumerate(book_text.split("\n"), start=1)
    found = read("\n".join(line for number, line in lines if line or number not in inside))
    assert [(p.passage, p.number, p.text) for p in found.paragraphs] == [
        (p.passage, p.number, p.text) for p in book.paragraphs
    ]


LIST = """\
一、法律

《网络安全法》（2016年11月7日）

《数据安全法》（2021年6月10日）

二、行政法规

《关键信息基础设施安全保护条例》（2021年7月30日）

《网络数据安全管理条例》（2024年9月24日）

三、文件

召开第一次会议（2013年3月4日）

召开第二次会议（2014年3月4日）
"""

ARTICLE = "".join(
    f"{number}、标题\n\n第一段话。\n\n第二段话。\n\n第三段话。\n\n"
    "《某人谈治国理政》（2014年10月1日），某出版社2014年版，第1页\n\n"
    for number in "一二三"
)


@pytest.mark.parametrize("text", [LIST, ARTICLE], ids=["list", "article"])
def test_what_has_dated_titles_but_no_passages_is_not_recognised(text: str) -> None:
    assert compendium.read(plain_content(text)) is None


@pytest.mark.parametrize("line", ["生态兴则文明兴，生态衰则文明衰。", "《生态》（5G）兴则文明兴。"])
def test_a_long_block_is_read_in_a_time_that_grows_with_its_length(line: str) -> None:
    """It used to grow with the square."""

    def long(lines: int) -> Content:
        block = attributed((line + "\n") * lines, 3)
        return plain_content(volume(FIRST, "二、藏粮于地藏粮于技\n\n" + block, THIRD))

    assert compendium.read(long(10_000)) is not None
    assert_linear(compendium.read, long, 2_500)
