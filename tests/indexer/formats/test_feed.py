"""Feed items: the two among the seeds, and small ones with one oddity each."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from pathlib import Path

import pytest

from indexer.errors import SourceError
from indexer.formats import feed
from indexer.model.documents import Document, Paragraph, Problem
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span, month_span
from tests.support.reading import documents_in

HEAD = "\n---\ntitle: 题\ndate: Sat, 17 Apr 2021 17:10:46 GMT\n---\n\n"


def read(text: str) -> Document:
    source = SourceText.from_text("a.txt", text)
    assert feed.recognises(source)
    (document,) = documents_in(feed.read, source)
    return document


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


@pytest.fixture
def quotations(seeds: Path) -> Document:
    """An editor's note and twelve quotations."""
    return read((seeds / "000_eb0619244d764479.txt").read_text("utf-8"))


@pytest.fixture
def article(seeds: Path) -> Document:
    """An article with pictures, kickers and a list."""
    return read((seeds / "004_693e7827718e2ebb.txt").read_text("utf-8"))


def test_front_matter_says_title_date_and_publisher(quotations: Document) -> None:
    assert (quotations.kind, quotations.title, quotations.date, quotations.publisher) == (
        "feed",
        "发展网信事业，什么是习近平心中的第一位",
        day_span(date(2021, 9, 25)),
        "ZAKER",
    )
    assert quotations.problems == ()


def test_each_quotation_has_the_speech_and_date_below_it(quotations: Document) -> None:
    symposium = "在网络安全和信息化工作座谈会上的讲话"
    conference = "在全国网络安全和信息化工作会议上的讲话"
    assert [
        (paragraph.passage, paragraph.role, paragraph.speech, paragraph.date)
        for paragraph in quotations.paragraphs[1:]
    ] == [
        (number, "quotation", speech, dated)
        for number, (speech, dated) in enumerate(
            [
                ("致2020中国5G+工业互联网大会的贺信", day_span(date(2020, 11, 20))),
                (
                    '对"十四五"规划编制工作网上意见征求活动的重要指示',
                    month_span(2020, 9),
                ),
                ("在十九届中央政治局第十八次集体学习时的讲话", day_span(date(2019, 10, 24))),
                ("在十九届中央政治局第九次集体学习时的讲话", day_span(date(2018, 10, 31))),
                (conference, day_span(date(2018, 4, 20))),
                (conference, day_span(date(2018, 4, 20))),
                ("在海南考察时的讲话", day_span(date(2018, 4, 13))),
                ("在十九届中央政治局第二次集体学习时的讲话", day_span(date(2017, 12, 8))),
                (
                    "在全国科技创新大会、两院院士大会、中国科协第九次全国代表大会上的讲话",
                    day_span(date(2016, 5, 30)),
                ),
                (symposium, day_span(date(2016, 4, 19))),
                (symposium, day_span(date(2016, 4, 19))),
                (symposium, day_span(date(2016, 4, 19))),
            ],
            2,
        )
    ]
    assert {paragraph.date_kind for paragraph in quotations.paragraphs[1:]} == {"speech"}


def test_the_editor_s_note_is_the_article_s_own(quotations: Document) -> None:
    note = quotations.paragraphs[0]

    assert note == Paragraph(
        passage=1,
        text="【编前语】习近平总书记一直高度重视网信事业发展，对此作出许多重要论述。他反复强调，必须贯彻"
        "以人民为中心的发展思想，让人民群众在信息化发展中有更多获得感、幸福感、安全感。新华社《学习进行时》"
        "为您梳理相关重要论述。",
        lines=(16, 16),
        date=day_span(date(2021, 9, 25)),
        date_kind="publication",
    )


def test_a_quotation_keeps_its_words_and_loses_the_padding(quotations: Document) -> None:
    assert quotations.paragraphs[3].text == (
        '要探索"区块链+"在民生领域的运用，积极推动区块链技术在教育、就业、养老、精准脱贫、医疗健康、商品防伪、'
        "食品安全、公益、社会救助等领域的应用，为人民群众提供更加智能、更加便捷、更加优质的公共服务。"
    )
    assert '推进"互联网+教育"、"互联网+医疗"、"互联网+文化"等' in quotations.paragraphs[8].text
    assert not any(" " in paragraph.text for paragraph in quotations.paragraphs)
    assert not any("——" in paragraph.text for paragraph in quotations.paragraphs)


def test_an_underscore_in_a_title_is_a_quotation_mark(article: Document) -> None:
    assert article.title == "习近平要求领导干部锤炼这个“基本功”"


def test_gmt_becomes_the_day_in_china(article: Document) -> None:
    assert article.date == day_span(date(2021, 4, 18))


def test_every_paragraph_of_an_article_is_read(article: Document) -> None:
    assert [paragraph.text[:8] for paragraph in article.paragraphs] == [
        "五年前的2016",
        "总书记开门见山：",
        "总书记同专家座谈",
        "信息化为中华民族",
        "《热解读》关注到",
        "为何锤炼？",
        '"没有信息化就没',
        "网信事业代表着新",
        "党的十五大报告要",
        '"我们必须科学认',
        "截至2020年1",
        "如何锤炼？",
        "正能量是总要求，",
        "党的十八大以来，",
        "多年来，互联网成",
        "当前，中国数字化",
        "正在路上",
        "2020年8月1",
        '"这次活动效果很',
        "对互联网规律的把",
        "——要按照技术要",
        "——向着网络基础",
        "——最终达到技术",
        "推进网络强国建设",
    ]
    assert {
        (paragraph.role, paragraph.lines, paragraph.date, paragraph.date_kind, paragraph.section)
        for paragraph in article.paragraphs
    } == {("article", (16, 16), day_span(date(2021, 4, 18)), "publication", None)}


def test_bold_type_cuts_no_words(article: Document) -> None:
    assert article.paragraphs[1].text == (
        '总书记开门见山："召开这次座谈会，就是要当面听取大家意见和建议，共同探讨一些措施和办法，以利于我们把工作'
        '做得更好。"'
    )


def test_blanks_between_latin_words_stay() -> None:
    assert texts(HEAD + "<p>在 Big Data 时代 ，5G 与 AI 的 " + '" 融合 "</p>') == [
        '在Big Data时代，5G与AI的"融合"'
    ]


def test_a_dash_without_a_date_is_text() -> None:
    assert texts(HEAD + "<p>引文。</p><p>——在座谈会上的讲话，很重要</p><p>——2018年，</p>") == [
        "引文。",
        "——在座谈会上的讲话，很重要",
        "——2018年，",
    ]


def test_an_attribution_below_nothing_is_text() -> None:
    line = "——2018年4月20日，在会上的讲话"

    assert texts(HEAD + f"<p>{line}</p>") == [line]


def test_a_second_attribution_does_not_replace_the_first() -> None:
    document = read(
        HEAD + "<p>引文。</p><p>——2018年4月20日，《甲》</p><p>——2019年4月20日，《乙》</p>"
    )

    assert [(p.text, p.speech) for p in document.paragraphs] == [
        ("引文。", "甲"),
        ("——2019年4月20日，《乙》", None),
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sat, 17 Apr 2021 17:10:46 GMT", date(2021, 4, 18)),
        ("Sat, 17 Apr 2021 15:10:46 +0800", date(2021, 4, 17)),
        ("2021-10-28 14:08:07", date(2021, 10, 28)),
        ("2021-10-28 23:59", date(2021, 10, 28)),
        ("2021-10-28T16:08:07Z", date(2021, 10, 29)),
        ("2021-10-28T16:08:07.123+00:00", date(2021, 10, 29)),
        ("2021年10月28日 14:08", date(2021, 10, 28)),
        ("2021/10/28", date(2021, 10, 28)),
        ("2021-10-28", date(2021, 10, 28)),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, day: date) -> None:
    assert read(f"---\ntitle: x\ndate: {written}\n---\n<p>文</p>").date == day_span(day)


def test_the_zone_can_be_another() -> None:
    source = SourceText.from_text("a.txt", HEAD + "<p>文</p>", timezone(timedelta(hours=-5)))
    (document,) = documents_in(feed.read, source)

    assert document.date == day_span(date(2021, 4, 17))


def test_a_date_that_is_none_is_a_problem_and_the_text_is_indexed() -> None:
    document = read("---\ntitle: x\ndate: 2021-13-45 10:00\n---\n<p>文</p>")

    assert document.date is None
    assert document.paragraphs == (Paragraph(passage=1, text="文", lines=(5, 5)),)
    assert document.problems == (
        Problem("the date '2021-13-45 10:00' is not understood; write 2018-04-20", 3),
    )


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (
            "---\ntitle: 'x\n---\n<p>文</p>",
            "a.txt:2: the front matter is not YAML: found unexpected end of stream; mend it",
        ),
        (
            "\n---\ntitle: a: b\n---\n<p>文</p>",
            "a.txt:3: the front matter is not YAML: mapping values are not allowed in this "
            "context; mend it",
        ),
        (
            "---\na: " + "[" * 30_000 + "\n---\n<p>文</p>",
            "a.txt:1: the front matter is not YAML: it is nested too deeply; mend it",
        ),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(head: str, message: str) -> None:
    source = SourceText.from_text("a.txt", head)

    with pytest.raises(SourceError) as caught:
        documents_in(feed.read, source)

    assert str(caught.value) == message


def test_a_tag_in_front_matter_builds_nothing() -> None:
    assert read("---\ntitle: !!python/object/apply:os.getcwd []\n---\n<p>文</p>").title is None
