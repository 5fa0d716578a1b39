"""The forms of notes that are read, and lines that only look like notes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.facts.notes import find_facts
from indexer.facts.notes.likeness import looks_like_note
from indexer.facts.notes.persons import person_in, person_of_title
from indexer.model.documents import AttributionLine as Line
from indexer.text.dates import DateSpan, day_span, month_span, year_span

DAY = day_span(date(1955, 7, 31))
KNOWN = Line(speech="论甲", date=DAY)


def with_source(source: str | None, pages: str | None = None) -> Line:
    return Line(speech="论甲", date=DAY, source=source, pages=pages)


DATED = "《论甲》（一九五五年七月三十一日）"
BOOK = "《乙文选》第二卷"

READ = [
    (DATED, KNOWN),
    # publications and pages
    (f"{DATED}，人民出版社版第七页", with_source("人民出版社版", "七")),
    (
        f"{DATED}，人民出版社一九五七年版，第二六——二七页",
        with_source("人民出版社一九五七年版", "二六-二七"),
    ),
    (f"{DATED}，人民出版社第九页", with_source("人民出版社", "九")),
    (f"{DATED}，《丙文献选编》上，第339页", with_source("《丙文献选编》上", "339")),
    (f"{DATED}，求是网2013年6月26日", with_source("求是网2013年6月26日")),
    (f"{DATED}，P199", with_source(None, "199")),
    (f"{DATED}，{BOOK}，第3～4页", with_source(BOOK, "3-4")),
    (
        f"{DATED}，{BOOK}，北京：人民出版社，1991年，第3页",
        with_source(f"{BOOK}，北京：人民出版社，1991年", "3"),
    ),
    (
        f"{DATED}，一九五五年八月一日《人民日报》",
        with_source("一九五五年八月一日《人民日报》"),
    ),
    (f"{DATED}，载《人民日报》1955年8月1日", with_source("《人民日报》1955年8月1日")),
    (f"{DATED}，《某某报》1955年8月1日", with_source("《某某报》1955年8月1日")),
    (f"{DATED}，新华社北京7月31日电", with_source("新华社北京7月31日电")),
    # around the note
    (f"{DATED}。", KNOWN),
    (f"{DATED}〔12〕", KNOWN),
    (f"{DATED}③", KNOWN),
    (f"（{DATED}）", KNOWN),
    (f"【{DATED}】", KNOWN),
    (f"[{DATED}]", KNOWN),
    (f"——{DATED}", KNOWN),
    (f"摘自{DATED}", KNOWN),
    (f"出自{DATED}", KNOWN),
    (f"来源：{DATED}", KNOWN),
    (
        "論甲".join(("《", "》（一九五五年七月三十一日），第三頁")),
        Line(speech="論甲", date=DAY, pages="三"),
    ),
    # dates
    ("《论甲》，一九五五年七月三十一日", KNOWN),
    ("《论甲》，（1955年7月31日）", KNOWN),
    ("（《论甲》，1955年7月31日）", KNOWN),
    ("《论甲》（1955.7.31）", KNOWN),
    ("《论甲》（1955年7月）", Line(speech="论甲", date=month_span(1955, 7))),
    ("《论甲》（1955年春）", Line(speech="论甲", date=year_span(1955))),
    (
        "《论甲》（1955年7月下旬）",
        Line(speech="论甲", date=DateSpan(date(1955, 7, 21), date(1955, 7, 31), "month")),
    ),
    ("——1955年7月31日在庆祝某节大会上的讲话", Line(speech="在庆祝某节大会上的讲话", date=DAY)),
    # speakers
    (f"毛泽东：{DATED}", Line(speech="论甲", date=DAY, speaker="毛泽东")),
    (f"习近平{DATED}", Line(speech="论甲", date=DAY, speaker="习近平")),
    (
        "1955年7月31日，周恩来在某次会议上的讲话",
        Line(speech="在某次会议上的讲话", date=DAY, speaker="周恩来"),
    ),
    ("——毛泽东", Line(speaker="毛泽东")),
    ("——毛主席", Line(speaker="毛泽东")),
    # without a date
    ("《乙文选》第二卷第二四○页", Line(source=BOOK, pages="二四○")),
    (
        "《论甲》，《乙文选》一卷本第755页",
        Line(speech="论甲", source="《乙文选》一卷本", pages="755"),
    ),
    (
        "在某地的讲话，《人民日报》1955年8月1日",
        Line(speech="在某地的讲话", source="《人民日报》1955年8月1日"),
    ),
    ("转引自1976年4月6日《人民日报》", Line(source="1976年4月6日《人民日报》")),
    ("《丁选集》第1323页。", Line(source="《丁选集》", pages="1323")),
    ("《论甲》，人民出版社1952年版，第5页", Line(source="《论甲》，人民出版社1952年版", pages="5")),
]

UNREAD = [
    f"{DATED}，收入某书",
    f"{DATED}等",
    f"{DATED}（二稿）",
    f"{DATED}、《论乙》（1956年）",
    "《论甲》1955年7月31日",
    "转引自《论甲》1955年7月31日",
    "《论甲》（1955年7月31日讲）",
    "《人民日报》（1955年8月1日）",
    "编者：《论甲》（1955年7月31日）",
    "转引自某报头版",
    "【1955年，座谈记录】",
    "——摘自1955年的讲话",
    "座谈会讲话",
    "页一百九十九",
    "P199起",
]

SENTENCES = [
    "要把工作做好。",
    "《联合国宪章》确立的主权平等原则是当代国际关系的基本准则。",
    "2020年，我国网民达到九亿。",
    "1955年7月31日，他在会议上发表讲话。",
    "主要有以下几点：",
]


@pytest.mark.parametrize(("raw", "expected"), READ)
def test_a_note_is_read_from_end_to_end(raw: str, expected: Line) -> None:
    assert find_facts(raw) == expected


@pytest.mark.parametrize("raw", UNREAD)
def test_of_a_note_that_is_not_understood_nothing_is_read(raw: str) -> None:
    assert find_facts(raw) is None
    assert looks_like_note(raw)


@pytest.mark.parametrize("raw", SENTENCES)
def test_a_sentence_is_no_note(raw: str) -> None:
    assert find_facts(raw) is None
    assert not looks_like_note(raw)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("习近平总书记", "习近平"),
        ("毛主席", "毛泽东"),
        ("弗·恩格斯", "弗·恩格斯"),
        ("人民出版社·第十九版", None),
        ("编者", None),
        ("社论", None),
    ],
)
def test_who_a_note_names_is_a_person_or_nobody(text: str, person: str | None) -> None:
    assert person_in(text) == person


@pytest.mark.parametrize(
    ("title", "person"),
    [
        ("习近平关于网络强国论述摘编", "习近平"),
        ("毛主席语录", "毛泽东"),
        ("邓小平同志论教育", "邓小平"),
        ("某同志论粮食摘编", None),
        ("网络安全论述摘编", None),
        (None, None),
    ],
)
def test_the_title_of_a_book_says_whose_words_it_has(title: str | None, person: str | None) -> None:
    assert person_of_title(title) == person


@given(
    st.text(
        alphabet="《》（）【】——年月日0123一二，。：；第页版P 讲话在的习近平人民报转引自",
        max_size=60,
    )
)
def test_no_text_stops_the_reading_of_notes(raw: str) -> None:
    read = find_facts(raw)
    assert read is None or read != Line()


@pytest.mark.parametrize(
    "piece", ["《", "（", "——", "在的讲话，", "一九五五年", "第一页至", "习近平："]
)
def test_a_note_of_any_length_is_read_at_once(piece: str) -> None:
    assert find_facts(piece * 20_000) is None
