"""One head in every dress: text, Markdown and HTML give the same title, speaker and date."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText
from indexer.text.dates import DateSpan, day_span, month_span

TITLE = "在某会议上的讲话"
BODY = ("各位代表，现在报告工作。过去一年很不平凡。", "我们要坚持稳中求进，把各项工作做好。")
DAY = day_span(date(2018, 4, 20))
MAY = month_span(1938, 5)


SITE = "某某网"


class Expected(NamedTuple):
    title: str | None = TITLE
    day: DateSpan | None = DAY
    speaker: str | None = None
    publisher: str | None = None


SHAPES: dict[str, tuple[list[str], Expected]] = {
    "day in brackets": (["（2018年4月20日）"], Expected()),
    "month in brackets": (["（一九三八年五月）"], Expected(day=MAY)),
    "month without brackets": (["一九三八年五月"], Expected(day=MAY)),
    "year in brackets": (
        ["（1938年）"],
        Expected(day=DateSpan(date(1938, 1, 1), date(1938, 12, 31), "year")),
    ),
    "day with its place": (["（2018年4月20日　北京）"], Expected()),
    "day and how much of it is here": (["（2018年4月20日，节选）"], Expected()),
    "how much of it is here, then day": (["（节选）", "（2018年4月20日）"], Expected()),
    "day and who took it down": (["（2018年4月20日，根据录音整理）"], Expected()),
    "labels with what a page counts": (
        ["发布日期：2018-04-20 | 作者：张三 | 点击：123"],
        Expected(speaker="张三"),
    ),
    "place in front of the day": (["北京，2018年4月20日"], Expected()),
    "day and place without brackets": (["2018年4月20日于北京"], Expected()),
    "Chinese numerals with a ring": (["（二○一八年四月二十日）"], Expected()),
    "half-width brackets": (["(2018年4月20日)"], Expected()),
    "dots": (["2018.4.20"], Expected()),
    "slashes": (["2018/4/20"], Expected()),
    "two days": (
        ["（一九六五年六月五日、十二月七日）"],
        Expected(
            day=DateSpan(
                date(1965, 6, 5),
                date(1965, 12, 7),
                days=(date(1965, 6, 5), date(1965, 12, 7)),
            )
        ),
    ),
    "two months": (["（一九六五年六月、十二月）"], Expected(day=month_span(1965, 6, 12))),
    "a span of days": (
        ["（1938年5月26日至6月3日）"],
        Expected(day=DateSpan(date(1938, 5, 26), date(1938, 6, 3))),
    ),
    "a span of months": (
        ["（2002年10月——2007年3月）"],
        Expected(day=DateSpan(date(2002, 10, 1), date(2007, 3, 31), "month")),
    ),
    "speaker, then day": (["习近平", "（2018年4月20日）"], Expected(speaker="习近平")),
    "day, then speaker": (["（2018年4月20日）", "张三"], Expected(speaker="张三")),
    "speaker with blanks": (["张　三", "2018年4月20日"], Expected(speaker="张三")),
    "speaker and day in a line": (["习近平　2018年4月20日"], Expected(speaker="习近平")),
    "speaker with his office": (
        ["国务院总理　李强", "（2018年4月20日）"],
        Expected(speaker="李强"),
    ),
    "speaker behind a mark": (["◎ 张三", "2018年4月20日"], Expected(speaker="张三")),
    "speaker by his office alone": (["国家主席 习近平"], Expected(day=None, speaker="习近平")),
    "label of the author": (["作者：张三", "2018年4月20日"], Expected(speaker="张三")),
    "label of the speaker": (["讲话人：习近平", "时间：2018-04-20"], Expected(speaker="习近平")),
    "subtitle, then day": (
        ["——在全国会议上的报告", "（2018年4月20日）"],
        Expected(f"{TITLE}——在全国会议上的报告"),
    ),
    "day in the subtitle": (
        ["——2018年4月20日在第十四届全国人民代表大会上", "国务院总理 李强"],
        Expected(f"{TITLE}——2018年4月20日在第十四届全国人民代表大会上", speaker="李强"),
    ),
    "occasion in brackets": (
        ["（在全国会议上的发言）", "（2018年4月20日）"],
        Expected(f"{TITLE}（在全国会议上的发言）"),
    ),
    "day and occasion in one bracket": (
        ["（2018年4月20日在全国会议上的发言）"],
        Expected(f"{TITLE}（2018年4月20日在全国会议上的发言）"),
    ),
    "label 时间": (["时间：2018-04-20"], Expected()),
    "label 日期": (["日期：2018年4月20日"], Expected()),
    "label 发布时间": (["发布时间：2018-04-20 10:00"], Expected()),
    "label 成文日期": (["成文日期：2018年4月20日"], Expected()),
    "publication with its time": (
        ["来源：新华网 2018-04-20 10:00"],
        Expected(publisher="新华网"),
    ),
    "time, then publication": (
        ["2018年04月20日08:15　来源：人民网"],
        Expected(publisher="人民网"),
    ),
    "time alone": (["2018-04-20 10:00"], Expected()),
    "paper in title marks": (
        ["《人民日报》（2018年4月20日 01 版）"],
        Expected(publisher="《人民日报》"),
    ),
    "paper and edition": (["人民日报 2018年4月20日 第1版"], Expected(publisher="人民日报")),
    "publication, author and time": (
        ["来源：新华社　作者：张三", "发布时间：2018-04-20"],
        Expected(speaker="张三", publisher="新华社"),
    ),
}
"""What stands below the title, and what is read."""


def as_text(lines: list[str]) -> tuple[str, str]:
    return "a.txt", "\n".join([TITLE, *lines, "", *BODY])


def as_spaced_text(lines: list[str]) -> tuple[str, str]:
    return "a.txt", "\n\n".join([TITLE, *lines, *BODY])


def as_markdown(lines: list[str]) -> tuple[str, str]:
    return "a.md", "\n\n".join([f"# {TITLE}", *lines, *BODY])


def as_markdown_lines(lines: list[str]) -> tuple[str, str]:
    return "a.md", "\n".join(
        [f"# {TITLE}", *(f"{line}  " for line in lines), "", "\n\n".join(BODY)]
    )


def as_bold_markdown(lines: list[str]) -> tuple[str, str]:
    return "a.md", "\n\n".join([f"# {TITLE}", *(f"**{line}**" for line in lines), *BODY])


def as_html(lines: list[str]) -> tuple[str, str]:
    paragraphs = "".join(f"<p>{line}</p>\n" for line in (*lines, *BODY))
    return "a.html", f"<html><body><h1>{TITLE}</h1>\n{paragraphs}</body></html>"


def as_html_rows(lines: list[str]) -> tuple[str, str]:
    head = "<br>\n".join(lines)
    paragraphs = "".join(f"<p>　　{line}</p>" for line in BODY)
    return "a.html", f'<h1>{TITLE}</h1><div class="info">{head}</div>{paragraphs}'


def as_page(lines: list[str]) -> tuple[str, str]:
    boxes = "".join(f'<div class="date"><span>{line}</span></div>' for line in lines)
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    page = f"<title>{TITLE} - 某某网</title></head><body><h1>{TITLE}</h1>{boxes}{paragraphs}"
    return "a.html", f"<html><head>{page}</body></html>"


def as_feed(lines: list[str]) -> tuple[str, str]:
    paragraphs = "".join(f"<p>{line}</p>" for line in (*lines, *BODY))
    return "a.md", f"---\ntitle: {TITLE}\n---\n{paragraphs}"


def as_markdown_below_front_matter(lines: list[str]) -> tuple[str, str]:
    return "a.md", "\n\n".join([f"---\ntitle: {TITLE}\n---", *lines, *BODY])


DRESSES = [
    as_text,
    as_spaced_text,
    as_markdown,
    as_markdown_lines,
    as_bold_markdown,
    as_html,
    as_html_rows,
    as_page,
    as_feed,
    as_markdown_below_front_matter,
]


def read(path: str, text: str) -> Document:
    (document,) = read_documents(SourceText.from_text(path, text))
    return document


def understood(document: Document) -> Expected:
    return Expected(document.title, document.date, document.speaker, document.publisher)


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_head_says_the_same_in_every_dress(shape: str, dress: object) -> None:
    lines, expected = SHAPES[shape]
    document = read(*dress(lines))  # type: ignore[operator]
    assert understood(document) == expected
    assert tuple(paragraph.text for paragraph in document.paragraphs) == BODY
    assert {(p.date, p.speaker) for p in document.paragraphs} == {(expected.day, expected.speaker)}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_head_says_the_same_in_the_saved_text_of_a_page(shape: str) -> None:
    lines, expected = SHAPES[shape]
    text = "\n\n".join([f"{TITLE} - {SITE}", "首页 > 要闻", TITLE, *lines, *BODY, "版权所有"])
    document = read("a.txt", text)
    assert document.kind == "web-page"
    assert understood(document) == expected._replace(publisher=expected.publisher or SITE)
    assert tuple(paragraph.text for paragraph in document.paragraphs) == BODY
    assert {(p.date, p.speaker) for p in document.paragraphs} == {(expected.day, expected.speaker)}


WHOLE: dict[str, tuple[str, str, Expected]] = {
    "a title of two lines": (
        "a.txt",
        "高举伟大旗帜\n\n为全面建设现代化国家而奋斗\n\n——在第二十次大会上的报告\n\n（2018年4月20日）\n\n"
        "习近平\n\n" + "\n".join(BODY),
        Expected(
            "高举伟大旗帜 为全面建设现代化国家而奋斗——在第二十次大会上的报告", speaker="习近平"
        ),
    ),
    "two speakers": (
        "a.txt",
        f"{TITLE}\n毛泽东　朱德\n（2018年4月20日）\n\n" + "\n".join(BODY),
        Expected(speaker="毛泽东、朱德"),
    ),
    "a long title with its subtitle, in paragraphs alone": (
        "a.html",
        "<p>建设开放包容、互联互通、共同发展的世界——在第三届“一带一路”国际合作高峰论坛开幕式上的主旨演讲</p>"
        "<p>（2018年4月20日，北京）</p><p>中华人民共和国主席 习近平</p>"
        f"<p>{BODY[0]}</p><p>{BODY[1]}</p>",
        Expected(
            "建设开放包容、互联互通、共同发展的世界——在第三届“一带一路”国际合作高峰论坛开幕式上的主旨演讲",
            speaker="习近平",
        ),
    ),
    "a title of a volume above that of its only text": (
        "a.txt",
        f"周恩来选集\n\n{TITLE}\n（2018年4月20日）\n\n" + "\n".join(BODY),
        Expected(publisher="周恩来选集"),
    ),
    "a name that an office stands for": (
        "a.txt",
        f"毛主席{TITLE}\n（2018年4月20日）\n\n" + "\n".join(BODY),
        Expected(f"毛主席{TITLE}", speaker="毛泽东"),
    ),
    "a title that was broken": (
        "a.txt",
        "在庆祝中国共产党成立100周年\n大会上的讲话\n（2018年4月20日）\n习近平\n\n"
        + "\n".join(BODY),
        Expected("在庆祝中国共产党成立100周年大会上的讲话", speaker="习近平"),
    ),
    "two headings are one title": (
        "a.md",
        "# 高举伟大旗帜\n# 为全面建设现代化国家而奋斗\n\n（2018年4月20日）\n\n" + "\n\n".join(BODY),
        Expected("高举伟大旗帜 为全面建设现代化国家而奋斗"),
    ),
    "the day before the title": (
        "a.txt",
        f"2018年4月20日\n{TITLE}\n\n" + "\n".join(BODY),
        Expected(),
    ),
    "the day before the heading": (
        "a.html",
        f"<p>2018年4月20日</p><h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in BODY),
        Expected(),
    ),
    "the day on the last line": (
        "a.txt",
        f"{TITLE}\n\n" + "\n".join(BODY) + "\n\n张三\n2018年4月20日",
        Expected(speaker="张三"),
    ),
    "the day in the last paragraph": (
        "a.md",
        f"# {TITLE}\n\n" + "\n\n".join(BODY) + "\n\n习近平  \n二〇一八年四月二十日\n",
        Expected(speaker="习近平"),
    ),
    "the day in the title": (
        "a.md",
        "# 新闻联播 2018-04-20\n\n" + "\n\n".join(BODY),
        Expected("新闻联播 2018-04-20"),
    ),
    "the day in brackets in the title": (
        "a.md",
        "# 《新闻联播》 (20180420)\n\n" + "\n\n".join(BODY),
        Expected("《新闻联播》 (20180420)"),
    ),
    "labels down to the text": (
        "a.txt",
        f"标题：{TITLE}\n日期：2018年4月20日\n讲话人：张三\n正文：{BODY[0]}\n{BODY[1]}",
        Expected(speaker="张三"),
    ),
    "labels down to the text, one a paragraph": (
        "a.txt",
        f"标题：{TITLE}\n\n日期：2018年4月20日\n\n正文：\n\n" + "\n\n".join(BODY),
        Expected(),
    ),
    "the day in the file's name": (
        "2018-04-20-notes.md",
        f"# {TITLE}\n\n" + "\n\n".join(BODY),
        Expected(),
    ),
    "eight digits in the file's name": (
        "news/20180420.txt",
        f"{TITLE}\n\n" + "\n".join(BODY),
        Expected(),
    ),
    "all in the file's name": (
        "2018-04-20-张三在某会议上的讲话.txt",
        "\n".join(BODY),
        Expected("张三在某会议上的讲话", speaker="张三"),
    ),
    "the speaker in the title": (
        "a.txt",
        f"习近平总书记{TITLE}\n（2018年4月20日）\n\n" + "\n".join(BODY),
        Expected(f"习近平总书记{TITLE}", speaker="习近平"),
    ),
    "the day in brackets at the end of a speech's title": (
        "a.md",
        f"# {TITLE}（2018年4月20日）\n\n" + "\n\n".join(BODY),
        Expected(),
    ),
    "a title that is the day": (
        "a.md",
        "# 2018年4月20日\n\n" + "\n\n".join(BODY),
        Expected("2018年4月20日"),
    ),
    "labels in one paragraph": (
        "a.html",
        f"<p>标题：{TITLE}<br>日期：2018年4月20日<br>作者：张三（某大学教授）<br>正文：{BODY[0]}</p>"
        f"<p>{BODY[1]}</p>",
        Expected(speaker="张三"),
    ),
    "the speaker before a colon": (
        "a.txt",
        f"毛泽东：{TITLE}\n（2018年4月20日）\n\n" + "\n".join(BODY),
        Expected(speaker="毛泽东"),
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_not_below_the_title_is_read_too(name: str) -> None:
    path, text, expected = WHOLE[name]
    document = read(path, text)
    assert understood(document) == expected
    assert tuple(paragraph.text for paragraph in document.paragraphs) == BODY


FRONT = {
    "YAML in English": "---\ntitle: {t}\ndate: 2018-04-20\nspeaker: 张三\n---\n",
    "YAML in Chinese": "---\n标题: {t}\n日期: 2018年4月20日\n讲话人: 张三\n---\n",
    "the day of the speech": "---\ntitle: {t}\nspeech_date: 2018-04-20\nauthor: 张三\n---\n",
    "the day of publication": "---\ntitle: {t}\npublish_date: 2018-04-20\n作者: 张三\n---\n",
    "发布时间": "---\n题目: {t}\n发布时间: 2018-04-20 10:00\n讲话人: 张三\n---\n",
    "created": "---\ntitle: {t}\ncreated: 2018-04-20T10:00:00+08:00\nspeaker: 张三\n---\n",
    "TOML": '+++\ntitle = "{t}"\ndate = 2018-04-20\nspeaker = "张三"\n+++\n',
    "TOML in Chinese": '+++\n"标题" = "{t}"\n"日期" = "2018年4月20日"\n"作者" = ["张三"]\n+++\n',
}


@pytest.mark.parametrize("name", FRONT)
def test_front_matter_has_chinese_and_english_names(name: str) -> None:
    document = read("a.md", FRONT[name].format(t=TITLE) + "\n" + "\n\n".join(BODY))
    assert understood(document) == Expected(speaker="张三")
    assert tuple(paragraph.text for paragraph in document.paragraphs) == BODY
    assert document.problems == ()


def test_the_heading_is_the_title_where_front_matter_goes_on_with_a_site_s_name() -> None:
    text = f"---\ntitle: {TITLE}全文在线阅读 - 某某选集\n---\n# {TITLE}\n（2018年4月20日）\n\n"
    document = read("a.md", text + "\n\n".join(BODY))
    assert understood(document) == Expected()
    assert [paragraph.section for paragraph in document.paragraphs] == [None, None]


def test_a_posted_date_gives_way_to_the_one_under_the_title_and_a_spoken_one_does_not() -> None:
    text = f"---\n{{}}: 2020-01-01\n---\n# {TITLE}\n\n（2018年4月20日）\n\n" + "\n\n".join(BODY)
    assert read("a.md", text.format("date")).date == DAY
    assert read("a.md", text.format("publish_date")).date == DAY
    assert read("a.md", text.format("speech_date")).date == day_span(date(2020, 1, 1))


def test_a_dateline_dates_a_text_where_the_year_is_known() -> None:
    text = f"{TITLE}\n\n新华社北京4月20日电（记者张三）全国会议召开。\n\n{BODY[0]}"
    assert read("a.txt", text).date is None
    assert read("2018/新闻2018.txt", text).date == DAY
    assert read("a.txt", text.replace("北京4", "北京2018年4")).date == DAY
    assert len(read("2018/新闻2018.txt", text).paragraphs) == 2


def test_a_statute_has_the_date_of_its_last_passing_and_keeps_the_lines() -> None:
    lines = (
        "2013年5月2日　国务院第7次常务会议通过",
        "2018年4月20日　中华人民共和国国务院令第700号公布",
        "2018年10月1日　施行",
    )
    document = read("a.md", "\n\n".join(["# 某条例", *lines, "## 第一章　总则", *BODY]))
    assert (document.title, document.date) == ("某条例", DAY)
    assert tuple(paragraph.text for paragraph in document.paragraphs) == (*lines, *BODY)
    whole = "（2015年8月29日第十二届全国人民代表大会常务委员会第十六次会议通过）"
    document = read("a.txt", f"某某法\n{whole}\n\n{BODY[0]}")
    assert document.date == day_span(date(2015, 8, 29))
    assert [paragraph.text for paragraph in document.paragraphs] == [whole, BODY[0]]


UNREAD = {
    "a year alone": "2018年",
    "a day that cannot be": "（2018年2月30日）",
    "a day and a revision": "（2018年4月20日，2019年修改）",
    "two brackets": "（2018年4月20日）（2019年4月20日）",
    "a sentence": "2018年4月20日，会议召开。",
    "an item of a list": "2018-04-20 习近平会见外宾",
    "an event": "（2018年4月20日会议召开前）",
    "a word that begins like a name": "任务",
    "an attribution with its title first": "《在座谈会上的讲话》（2018年4月20日）",
    "an attribution": "——2018年4月20日，在会上的讲话",
}


@pytest.mark.parametrize("name", UNREAD)
@pytest.mark.parametrize("dress", [as_spaced_text, as_markdown, as_html])
def test_a_line_that_is_not_understood_stays_text_and_dates_nothing(
    name: str, dress: object
) -> None:
    document = read(*dress([UNREAD[name]]))  # type: ignore[operator]
    assert understood(document) == Expected(day=None)
    assert tuple(paragraph.text for paragraph in document.paragraphs) == (UNREAD[name], *BODY)


HEADLINES = [
    "习近平在座谈会上强调 加快推进自主创新",
    "习近平在座谈会上发表重要讲话",
    "习近平对防汛工作作出重要指示",
    "习近平向大会致贺信",
    "学习习近平在座谈会上的讲话",
    "王毅：中国将坚持开放",
    "李强会见中外记者并回答提问",
    "二十大新闻中心举行第三场记者招待会",
    "习近平和外宾为《友谊的桥梁》画册致辞",
    "浙江在全国会议上的发言",
]


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_that_reports_names_no_speaker(title: str) -> None:
    document = read("a.txt", f"{title}\n（2018年4月20日）\n\n" + "\n".join(BODY))
    assert understood(document) == Expected(title)


def test_a_word_that_may_be_a_name_is_none_without_a_date_beside_it() -> None:
    document = read("a.txt", f"{TITLE}\n\n张三\n\n" + "\n\n".join(BODY))
    assert (document.speaker, document.paragraphs[0].text) == (None, "张三")


def test_the_time_of_an_invitation_is_not_the_date_of_its_words() -> None:
    document = read("a.txt", "开会通知\n\n时间：2018年4月20日\n\n" + BODY[0])
    assert document.date is None
    assert len(document.paragraphs) == 2


@pytest.mark.slow
def test_a_head_of_very_many_lines_is_read_in_bounded_time() -> None:
    lines = "\n".join(f"第{number}项" for number in range(100_000))
    document = read("a.txt", f"{TITLE}\n（2018年4月20日）\n\n{lines}")
    assert (document.title, document.date) == (TITLE, DAY)
    many = "\n\n".join(["（2018年4月20日）"] * 20_000)
    assert read("a.txt", f"{TITLE}\n\n{many}").date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "第一篇讲话\n（2018年4月20日）\n\n{0}\n\n\n第二篇讲话\n（2019年4月20日）\n\n{1}\n\n{0}\n\n{1}",
        "论调查\n2007-10-13\n{0}\n\n论落实\n2007-12-31\n{1}\n{0}\n{1}",
        "# 第一篇\n\n（2018年4月20日）\n\n{0}\n\n# 第二篇\n\n（2019年4月20日）\n\n{1}\n\n{0}",
        "## 第一篇\n（2018年4月20日）\n\n{0}\n\n## 第二篇\n（2019年4月20日）\n\n{1}\n\n{0}\n\n{1}",
    ],
)
def test_of_several_dated_texts_none_is_dated_by_another(text: str) -> None:
    documents = read_documents(SourceText.from_text("a.md", text.format(*BODY)))
    dates = {p.text: p.date for document in documents for p in document.paragraphs}
    assert dates[BODY[1]] in (None, day_span(date(2019, 4, 20)), day_span(date(2007, 12, 31)))


def test_a_statute_whose_amendments_are_not_understood_has_no_date() -> None:
    lines = (
        "2009年12月24日　某市人民代表大会常务委员会第十四次会议通过",
        "2016年1月22日某省人民代表大会常务委员会批准的2015年12月25日某市人民代表大会的决定修正",
    )
    document = read("a.md", "\n\n".join(["# 某规定", *lines, *BODY]))
    assert document.date is None
    assert tuple(paragraph.text for paragraph in document.paragraphs) == (*lines, *BODY)


SEVEN = {
    "date, then name": ("a.txt", f"{TITLE}\n（2023年5月6日）\n张三\n\n{BODY[0]}\n"),
    "name, then date": ("a.txt", f"{TITLE}\n\n张三\n2023年5月6日\n\n{BODY[0]}\n"),
    "front matter": (
        "a.md",
        f"---\ntitle: {TITLE}\ndate: 2023-05-06\nauthor: 张三\n---\n\n{BODY[0]}\n",
    ),
    "heading and date": ("a.md", f"# {TITLE}\n\n张三\n\n2023年5月6日\n\n{BODY[0]}\n"),
    "record": (
        "a.jsonl",
        f'{{"title": "{TITLE}", "date": "2023-05-06", "author": "张三", "text": "{BODY[0]}"}}\n',
    ),
    "file name": (f"2023-05-06-张三{TITLE}.txt", f"{BODY[0]}\n"),
    "subtitle and office": (
        "a.txt",
        f"{TITLE}\n——2023年5月6日在第十四届全国人民代表大会上\n某省省长 张三\n\n{BODY[0]}\n",
    ),
}


@pytest.mark.parametrize("way", SEVEN)
def test_title_date_and_speaker_may_be_given_in_seven_ways(way: str) -> None:
    document = read(*SEVEN[way])
    (paragraph,) = document.paragraphs
    assert document.title is not None
    assert TITLE in document.title
    assert (paragraph.text, paragraph.date, paragraph.speaker) == (
        BODY[0],
        day_span(date(2023, 5, 6)),
        "张三",
    )


def test_what_each_line_of_a_head_became_is_kept() -> None:
    occasion = "在全国会议上的报告"
    text = f"{TITLE}\n——{occasion}\n作者：张三\n（2018年4月20日　北京）\n\n{BODY[0]}"
    assert [(one.lines, one.became, one.facts) for one in read("a.txt", text).understood] == [
        ((1, 1), "title", (("title", TITLE),)),
        (
            (2, 2),
            "subtitle",
            (("occasion", occasion), ("subtitle", occasion)),
        ),
        ((3, 3), "speaker", (("speaker", "张三"),)),
        ((4, 4), "date", (("date", "2018-04-20"),)),
    ]


def test_a_date_that_only_the_file_s_name_has_is_marked_so() -> None:
    last = read("2018-04-20.txt", f"{TITLE}\n\n{BODY[0]}").understood[-1]
    assert (last.lines, last.text, last.became, last.facts, str(last.reason)) == (
        None,
        "2018-04-20.txt",
        "date",
        (("date", "2018-04-20"),),
        "no line of the text is its date; this one is from the name of the file",
    )


def test_traditional_characters_say_the_same_and_stay_as_they_are() -> None:
    text = f"在某會議上的講話\n作者：習近平\n發佈時間：2018-04-20\n來源：新華網\n\n{BODY[0]}"
    document = read("a.txt", text)
    assert understood(document) == Expected("在某會議上的講話", DAY, "習近平", "新華網")
    document = read("a.txt", f"習近平在某會議上的講話\n（2018年4月20日）\n\n{BODY[0]}")
    assert document.speaker == "習近平"


@pytest.mark.parametrize("dress", [as_markdown, as_html, as_page])
@pytest.mark.parametrize("line", ["本报记者 张三 李四", "新华社记者张三", "时政要闻", "分享到微信"])
def test_a_line_of_the_page_between_title_and_date_is_text_and_hides_no_date(
    line: str, dress: object
) -> None:
    document = read(*dress([line, "2018-04-20 10:00　来源：新华网"]))  # type: ignore[operator]
    assert understood(document) == Expected(publisher="新华网")
    assert tuple(paragraph.text for paragraph in document.paragraphs) == (line, *BODY)


@pytest.mark.parametrize("part", ["前言", "目　录", "出版说明", "编者按"])
def test_the_date_of_a_part_is_not_that_of_the_book(part: str) -> None:
    for path, text in (
        as_markdown([part, "（2018年4月20日）"]),
        as_spaced_text([part, "（2018年4月20日）"]),
    ):
        document = read(path, text)
        assert document.date is None
        assert document.title == TITLE


@pytest.mark.parametrize("words", ["谢谢大家", "我先说两句", "佚名", "网络"])
def test_what_somebody_says_after_a_label_is_no_speaker(words: str) -> None:
    label = "作者" if words in ("佚名", "网络") else "发言人"
    document = read("a.txt", f"{TITLE}\n（2018年4月20日）\n{label}：{words}\n\n{BODY[0]}")
    assert document.speaker is None
    assert document.paragraphs[0].text == f"{label}：{words}"


PAGE = (
    "<html><head><title>习近平：在某大会上的讲话-某某网</title></head><body>"
    "<h1>习近平：在某大会上的讲话</h1>"
    '<div class="h-info"><span> 2018-05-15 16:00:01 </span>来源： <em>求是网</em></div>{}'
    f"<p>　　{BODY[0]}</p><p>　　{BODY[1]}</p>{{}}</body></html>"
)


def test_a_speech_that_a_page_prints_later_has_its_own_day_not_the_page_s() -> None:
    head = "<p>　　在某大会上的讲话</p><p>　　（2018年4月20日）</p><p>　　习近平</p>"
    document = read("a.html", PAGE.format(head, ""))
    assert understood(document) == Expected("在某大会上的讲话", DAY, "习近平", "求是网")
    assert tuple(paragraph.text for paragraph in document.paragraphs) == BODY


def test_the_day_that_the_editors_note_names_is_that_of_the_words() -> None:
    note = "※这是习近平总书记2018年4月20日在某大会上讲话的一部分。"
    document = read("a.html", PAGE.format("", f"<p>　　{note}</p>"))
    assert (document.date, document.speaker) == (DAY, "习近平")
    assert tuple(paragraph.text for paragraph in document.paragraphs) == (*BODY, note)
    two = "※这是习近平总书记2018年4月20日在某大会上的讲话、2019年5月6日在另一大会上的讲话的节录。"
    document = read("a.html", PAGE.format("", f"<p>　　{two}</p>"))
    assert document.date == day_span(date(2018, 5, 15))


def test_a_dateline_between_two_heads_is_no_text_and_hides_no_day() -> None:
    text = (
        "习近平在某座谈会上的讲话（全文）\n2018-05-18 22:26:07  来源：新华社\n\n"
        "　　新华社北京5月18日电\n\n　　在某座谈会上的讲话\n　　（2018年4月20日）\n　　习近平\n\n"
        f"　　{BODY[0]}\n　　{BODY[1]}\n"
    )
    document = read("a.txt", text)
    assert understood(document) == Expected(
        "习近平在某座谈会上的讲话（全文）", DAY, "习近平", "新华社"
    )
    assert tuple(paragraph.text for paragraph in document.paragraphs) == BODY


def test_a_dateline_below_the_text_is_the_day_of_publication() -> None:
    text = f"致某会的贺信\n习近平\n\n{BODY[0]}\n{BODY[1]}\n\n（新华社北京2018年4月20日电）\n"
    document = read("a.txt", text)
    assert understood(document) == Expected("致某会的贺信", DAY, "习近平", "新华社")
    assert {paragraph.date_kind for paragraph in document.paragraphs} == {"publication"}


def test_a_day_and_a_meeting_in_one_bracket_are_no_line_of_the_title() -> None:
    bracket = "1979年6月21日在第五届全国人民代表大会第二次会议上"
    document = read("a.txt", f"关于预算的报告\n（{bracket}）\n部长　张劲夫\n\n{BODY[0]}")
    assert understood(document) == Expected(
        f"关于预算的报告（{bracket}）", day_span(date(1979, 6, 21)), "张劲夫"
    )


def test_a_heading_that_was_broken_is_the_title_of_its_page() -> None:
    page = (
        "<html><head><title>某人在某会议上强调 抓住机遇--时政--某某网</title></head><body>"
        "<h1>某人在某会议上强调<br/>抓住机遇</h1><h2>另一人主持</h2>"
        "<div>2018年04月20日04:34　　来源：<a>人民网－人民日报</a></div>"
        f"<p>　　{BODY[0]}</p><p>　　{BODY[1]}</p></body></html>"
    )
    document = read("a.html", page)
    assert understood(document) == Expected(
        "某人在某会议上强调抓住机遇", DAY, None, "人民网－人民日报"
    )


def test_a_text_that_a_body_signs_has_the_day_and_no_speaker() -> None:
    document = read("a.txt", f"某某通知\n\n{BODY[0]}\n\n国务院办公厅\n2018年4月20日\n")
    assert (document.date, document.speaker) == (DAY, None)
    assert tuple(paragraph.text for paragraph in document.paragraphs) == (BODY[0], "国务院办公厅")


@pytest.mark.parametrize("name", ["date", "speech_date", "publish_date"])
def test_what_front_matter_says_goes_before_the_file_s_name(name: str) -> None:
    text = f"---\n{name}: 2018-04-20\n---\n# {TITLE}\n\n" + "\n\n".join(BODY)
    document = read("2019-01-01-notes.md", text)
    assert document.date == DAY
    assert [one.became for one in document.understood if one.lines is None] == []


def test_a_title_that_comes_again_above_the_text_is_no_text_however_short() -> None:
    page = (
        f"<html><title>译序</title><body><div>　　译 序<br><br>　　{BODY[0]}<br><br>　　{BODY[1]}"
    )
    (document,) = read_documents(SourceText.from_text("a.htm", page))
    assert (document.title, [one.text for one in document.paragraphs]) == ("译序", [*BODY])


@pytest.mark.parametrize(
    "head",
    [
        "来源：某某网\n时间：2018-04-20",
        "来源：某某网 时间：2018-04-20",
        "来源：某某网\n日期：2018-04-20",
    ],
)
def test_a_time_beside_a_source_is_that_of_publication(head: str) -> None:
    (document,) = read_documents(
        SourceText.from_text("a.txt", "\n".join((f"{TITLE}\n{head}\n", *BODY)))
    )
    assert (document.date, {one.date_kind for one in document.paragraphs}) == (
        DAY,
        {"publication"},
    )


@pytest.mark.parametrize(
    "line", ["（2018年4月20日）?", "（2018年4月20日）*", "（2018年4月20日）？"]
)
def test_a_stray_mark_after_a_bracket_costs_no_date(line: str) -> None:
    (document,) = read_documents(SourceText.from_text("a.txt", "\n".join((TITLE, line, "", *BODY))))
    assert (document.date, [one.text for one in document.paragraphs]) == (DAY, [*BODY])


@pytest.mark.parametrize("signature", ["毛泽东上", "毛泽东", "毛泽东 敬上"])
def test_who_signs_a_letter_beside_the_day_of_its_head_is_its_speaker(signature: str) -> None:
    signed = f"　　{signature}\n　　2018年4月20日于延安"
    letter = f"致徐特立\n（2018年4月20日）\n\n{BODY[0]}\n{BODY[1]}\n{signed}"
    (document,) = read_documents(SourceText.from_text("a.txt", letter))
    assert (document.title, document.date, document.speaker) == ("致徐特立", DAY, "毛泽东")
    assert [one.text for one in document.paragraphs] == [*BODY]


def test_a_signature_of_another_day_than_that_of_the_head_says_nothing() -> None:
    letter = f"致徐特立\n（2018年4月20日）\n\n{BODY[0]}\n\n{BODY[1]}\n\n毛泽东\n\n2018年4月21日"
    (document,) = read_documents(SourceText.from_text("a.txt", letter))
    assert (document.date, document.speaker) == (DAY, None)


@pytest.mark.parametrize("below", ["责任编辑：李四", "（新华社北京6月30日电）", "记者 王明 摄影"])
def test_a_signature_is_read_above_who_made_the_page(below: str) -> None:
    page = f"<h1>给青年的回信</h1><p>{BODY[0]}</p><p>{BODY[1]}</p><p>习近平</p><p>2018年4月20日</p>"
    (document,) = read_documents(SourceText.from_text("a.html", f"{page}<p>{below}</p>"))
    assert (document.date, document.speaker) == (DAY, "习近平")
    assert [(one.text, one.role, one.speaker) for one in document.paragraphs] == [
        (BODY[0], "speech", "习近平"),
        (BODY[1], "speech", "习近平"),
        (below, "note", None),
    ]


@pytest.mark.parametrize("stamp", ["绝密", "机密★1年", "抄送：各省委", "内部资料 注意保存"])
def test_what_is_stamped_on_a_document_is_no_part_of_its_title(stamp: str) -> None:
    text = "\n".join((stamp, TITLE, "（2018年4月20日）", "", *BODY))
    (document,) = read_documents(SourceText.from_text("a.txt", text))
    assert (document.title, document.date) == (TITLE, DAY)
    assert [(one.text, one.role) for one in document.paragraphs] == [
        (stamp, "note"),
        *[(one, "speech") for one in BODY],
    ]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("习近平 · 2018年4月20日 · 北京", "习近平"),
        ("习近平　2018年4月20日　北京", "习近平"),
        ("2018年4月20日 · 国家主席习近平", "习近平"),
    ],
)
def test_name_day_and_place_stand_in_one_line(line: str, speaker: str) -> None:
    (document,) = read_documents(SourceText.from_text("a.txt", "\n".join((TITLE, line, "", *BODY))))
    assert (document.title, document.date, document.speaker) == (TITLE, DAY, speaker)


def test_the_head_of_a_diary_names_nobody() -> None:
    text = "\n".join(("日记一则", "王府井 2018年4月20日 晴天", "", *BODY))
    (document,) = read_documents(SourceText.from_text("a.txt", text))
    assert document.speaker is None


@pytest.mark.parametrize("author", ["纳尔逊·曼德拉", "毛泽东"])
def test_an_author_who_is_a_person_is_no_publisher(author: str) -> None:
    text = f"---\ntitle: {TITLE}\nauthor:\n  - {author}\n---\n\n" + "\n\n".join(BODY)
    (document,) = read_documents(SourceText.from_text("a.md", text))
    assert (document.speaker, document.publisher) == (author, None)


def test_a_page_that_names_its_speaker_as_author_has_no_publisher() -> None:
    page = (
        f'<meta name="author" content="乔冠华"><h1>{TITLE}</h1><p>团长 乔冠华</p><p>{BODY[0]}</p>'
    )
    (document,) = read_documents(
        SourceText.from_text("a.html", f"{page}<p>{BODY[0]}</p><p>{BODY[1]}</p>")
    )
    assert (document.speaker, document.publisher) == ("乔冠华", None)


def test_labels_may_be_english() -> None:
    head = f"Title: {TITLE}\nSpeaker: 李瑞环\nDate: 2018年4月20日\nSource: 某某网\n"
    (document,) = read_documents(SourceText.from_text("a.txt", "\n".join((head, *BODY))))
    assert (document.title, document.speaker, document.date, document.publisher) == (
        TITLE,
        "李瑞环",
        DAY,
        "某某网",
    )


def test_the_title_of_a_page_is_that_above_the_date_without_the_name_of_a_site() -> None:
    page = (
        f"<html><head><title>毛泽东：{TITLE}--某某主义中文文库</title></head><body>"
        f"<p>某某主义中文文库 -&gt; 毛泽东</p><p>{TITLE}</p><p>（2018年4月20日）</p>"
        f"<p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>"
    )
    (document,) = read_documents(SourceText.from_text("a.html", page))
    assert (document.title, document.date, document.speaker) == (TITLE, DAY, "毛泽东")
    assert [(one.text, one.role) for one in document.paragraphs] == [
        (one, "speech") for one in BODY
    ]


def test_a_speaker_who_is_named_twice_is_no_text() -> None:
    head = f"# {TITLE}\n\n来源：某某网 | 作者：习近平\n\n（2018年4月20日）\n\n习近平\n\n"
    (document,) = read_documents(SourceText.from_text("a.md", head + "\n\n".join(BODY)))
    assert (document.speaker, [one.text for one in document.paragraphs]) == ("习近平", [*BODY])


def test_a_bracket_that_says_how_a_text_was_taken_down_stands_below_a_title() -> None:
    text = f"某某同志在大会上的讲话\n（根据录音整理，未经本人审阅）\n\n{BODY[0]}\n{BODY[1]}"
    (document,) = read_documents(SourceText.from_text("a.txt", text))
    assert (document.title, document.speaker, [one.text for one in document.paragraphs]) == (
        "某某同志在大会上的讲话",
        None,
        [*BODY],
    )
