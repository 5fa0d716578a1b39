"""What people are shown, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from indexer.model.catalogue import Failure
from indexer.model.report import Action, State
from indexer.text.dates import DateSpan, Precision
from searcher.answers.results import Suggestion
from searcher.browse.contents import SpeakerEntry, SpeechEntry
from searcher.render.text.dates import date_range, known_range, local_time, words_date
from searcher.render.text.hits import passage_lines, result_lines
from searcher.render.text.indexing import report_lines
from searcher.render.text.listing import chapter_lines, document_lines, speaker_lines, speech_lines
from searcher.render.text.messages import pointed_query, suggestion_text
from searcher.render.text.provenance import headline, provenance, short_docs, short_id
from searcher.render.text.status import status_lines
from searcher.render.typeset.characters import text_width
from searcher.render.typeset.page import COLOURED, Page
from tests.support.answers import (
    ARTICLE,
    BOOK,
    CHAPTER,
    DOCUMENT,
    FEED_DOCUMENT,
    HIT,
    PASSAGE,
    QUOTATION,
    REPORT,
    RESULTS,
    SECOND,
    SHORT,
    status,
)

pytestmark = pytest.mark.usefixtures("in_chinese")

WIDE = Page(80)
NARROW = Page(40)

SPEECH = SpeechEntry(
    speech="致技术大会的贺信",
    speaker=None,
    date=date(2018, 11, 1),
    date_end=date(2018, 11, 30),
    date_precision="month",
    dates=(),
    passages=1,
    paragraphs=2,
    docs=(BOOK,),
)
SPEAKER = SpeakerEntry(
    speaker="毛泽东",
    speeches=1,
    passages=1,
    paragraphs=2,
    first_date=date(1942, 5, 2),
    last_date=None,
    docs=(BOOK,),
)


def text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def test_an_answer_is_a_summary_and_its_hits() -> None:
    assert (
        text(result_lines(RESULTS, WIDE, SHORT))
        == """\
2 段 · 2 篇讲话 · 2018-04-20 – 2020-04-01

 1  002#185  2018-04-20          在全国网络安全和信息化工作会议上的讲话
    实现[核心技术]突破必须走自主创新之路。
    七、加速推动信息领域核心技术突破 · 第1083行

 2  000#5    2020-03-29 – 04-01  在集体学习时的讲话
    实现[核心技术]突破必须走自主创新之路。
    引自《发展网信事业》 · 人民 · 第16–18行

相关段落（不含所查原文）

 3  000#12   日期不详            发展网信事业
    实现[核心技术]突破必须走自主创新之路。
    文章 · 第16–18行
"""
    )


def test_a_narrow_page_wraps_everything() -> None:
    lines = list(result_lines(RESULTS, NARROW, SHORT))
    assert (
        text(lines[:13])
        == """\
2 段 · 2 篇讲话 · 2018-04-20 –
2020-04-01

 1  002#185  2018-04-20
    在全国网络安全和信息化工作会议上的讲
    话
    实现[核心技术]突破必须走自主创新之
    路。
    七、加速推动信息领域核心技术突破 ·
    第1083行

 2  000#5    2020-03-29 – 04-01
    在集体学习时的讲话
"""
    )
    assert all(text_width(line) <= 40 for line in lines)


def test_an_answer_says_how_much_of_it_is_not_shown() -> None:
    cut = replace(RESULTS, total=27, related=0, hits=(HIT,))
    assert list(result_lines(cut, WIDE, SHORT))[-1] == "还有 26 段（--limit 0 列出全部）"


def test_an_answer_of_related_hits_alone_counts_none() -> None:
    related = replace(RESULTS, total=0, hits=(ARTICLE,), speeches=0, earliest=None, latest=None)
    assert list(result_lines(related, WIDE, SHORT))[:3] == ["0 段", "", "相关段落（不含所查原文）"]


def test_an_answer_without_hits_has_no_lines() -> None:
    assert list(result_lines(replace(RESULTS, hits=()), WIDE, SHORT)) == []


def test_colours_mark_the_parts_of_a_hit() -> None:
    lines = list(result_lines(replace(RESULTS, hits=(HIT,)), Page(80, COLOURED), SHORT))
    assert lines[2:5] == [
        "\x1b[2m 1\x1b[0m  \x1b[36m002#185\x1b[0m  \x1b[32m2018-04-20\x1b[0m  "
        "\x1b[1m在全国网络安全和信息化工作会议上的讲话\x1b[0m",
        "    实现\x1b[1;31m核心技术\x1b[0m突破必须走自主创新之路。",
        "    \x1b[2m七、加速推动信息领域核心技术突破 · 第1083行\x1b[0m",
    ]


def test_nothing_in_a_hit_steers_the_terminal() -> None:
    escape = "\x1b[2J"
    hostile = replace(
        HIT,
        id=f"{escape}#1",
        doc=escape,
        speaker=f"讲话人{escape}",
        speech=escape,
        chapter=escape,
        section=escape,
        source=escape,
        pages=escape,
        snippet=replace(HIT.snippet, text=escape),
    )
    shown = text(result_lines(replace(RESULTS, hits=(hostile,)), WIDE, {}))
    assert "\x1b" not in shown
    assert shown.count("␛[2J") == 7
    placed = replace(hostile, lines=None, place=escape, marks=((2, escape),))
    passage = replace(PASSAGE, path=escape, paragraphs=(placed, placed), before=None)
    shown = text(passage_lines(passage, WIDE, {}))
    assert "\x1b" not in shown
    assert shown.count("␛[2J") == 11
    speech, person = replace(SPEECH, speaker=escape), replace(SPEAKER, speaker=escape)
    for lines in (
        speech_lines([speech], WIDE),
        speech_lines([speech, SPEECH], WIDE),
        speaker_lines([person], WIDE),
    ):
        shown = text(lines)
        assert "\x1b" not in shown
        assert shown.count("␛[2J") == 1


def test_a_passage_is_shown_in_full() -> None:
    assert (
        text(passage_lines(PASSAGE, WIDE, SHORT))
        == """\
002#60  2018-04-20  在全国网络安全和信息化工作会议上的讲话
七、加速推动信息领域核心技术突破 · 《习近平谈治国理政》第三卷，外文出版社2020年
版，第243-244页 · 002_a1c1.txt 第355–359行

.1  实现核心技术突破必须走自主创新之路。

.2  第二段。

前一段 002#59  实现核心技术突破必须走自主创新之路。
"""
    )


def test_the_paragraph_that_was_asked_for_is_marked() -> None:
    lines = list(passage_lines(PASSAGE, WIDE, SHORT, 2))
    assert lines[4:7] == [".1  实现核心技术突破必须走自主创新之路。", "", "▸.2 第二段。"]
    lines = list(passage_lines(PASSAGE, Page(80, COLOURED), SHORT, 2))
    assert lines[6] == "\x1b[1m▸.2\x1b[0m 第二段。"


def test_marks_of_notes_are_shown_where_they_stood() -> None:
    marked = replace(HIT, marks=((2, "①"), (6, "〔4〕"), (18, "[12]")))
    single = replace(PASSAGE, paragraphs=(marked,), before=None)
    assert list(passage_lines(single, WIDE, SHORT))[3:] == [
        "    实现①[核心技术]〔4〕突破必须走自主创新之路。[12]",
    ]
    inside = replace(HIT, marks=((4, "②"),))
    single = replace(PASSAGE, paragraphs=(inside, SECOND), before=None)
    assert list(passage_lines(single, WIDE, SHORT))[3:5] == [
        ".1  实现[核心②技术]突破必须走自主创新之路。",
        "",
    ]


def test_a_paragraph_without_lines_names_its_place_or_nothing() -> None:
    placed = replace(HIT, lines=None, place="第3页", chapter=None)
    assert provenance(placed) == "第3页"
    assert provenance(replace(placed, place=None)) == ""
    single = replace(PASSAGE, paragraphs=(placed,), before=None)
    assert list(passage_lines(single, WIDE, SHORT))[1] == "002_a1c1.txt 第3页"
    single = replace(PASSAGE, paragraphs=(replace(placed, place=None),), before=None)
    assert list(passage_lines(single, WIDE, SHORT))[1] == "002_a1c1.txt"


def test_a_note_is_called_one() -> None:
    note = replace(HIT, role="note", chapter=None)
    assert provenance(note) == "注释 · 第1083行"
    assert provenance(replace(note, section="注释")) == "注释 · 第1083行"
    assert provenance(replace(note, section="后记")) == "注释 · 后记 · 第1083行"


@pytest.mark.parametrize(
    ("speaker", "speech", "title", "shown"),
    [
        ("毛泽东", "论联合政府", "选集", "毛泽东 · 论联合政府"),
        ("毛泽东", None, "矛盾论", "毛泽东 · 矛盾论"),
        ("毛泽东", None, None, "毛泽东"),
        ("毛泽东", "毛泽东给林彪的信", None, "毛泽东给林彪的信"),
        (None, "论联合政府", "选集", "论联合政府"),
        (None, None, None, ""),
    ],
)
def test_a_headline_is_who_speaks_and_the_speech(
    speaker: str | None, speech: str | None, title: str | None, shown: str
) -> None:
    assert headline(replace(HIT, speaker=speaker, speech=speech, title=title)) == shown


def test_numbers_of_many_paragraphs_stay_apart_from_the_text() -> None:
    many = tuple(replace(SECOND, paragraph=number) for number in (9, 10))
    lines = list(passage_lines(replace(PASSAGE, paragraphs=many, before=None), WIDE, SHORT, 10))
    assert lines[-3:] == [".9   第二段。", "", "▸.10 第二段。"]


def test_neighbours_are_shown_in_one_line_each() -> None:
    before = replace(HIT, id=f"{'长' * 60}#59", text="核心技术是国之重器。" * 9)
    passage = replace(PASSAGE, before=before, after=replace(HIT, text="后面\n一段。"))
    assert list(passage_lines(passage, WIDE, SHORT))[-2:] == [
        "前一段 长长长长长…长长长长长#59  核心技术是国之重器。核心技术是国之重器…",
        "后一段 002#185  后面␊一段。",
    ]
    assert list(passage_lines(passage, Page(24), SHORT))[-2:] == [
        "前一段 长长长长…长长#59…",
        "后一段 002#185  后面␊一…",
    ]
    assert list(passage_lines(PASSAGE, Page(80, COLOURED), SHORT))[-1] == (
        "\x1b[2m前一段 002#59  实现核心技术突破必须走自主创新之路。\x1b[0m"
    )


def test_a_long_id_has_a_line_to_itself_and_widens_no_column() -> None:
    doc = "speeches" * 15
    long = replace(HIT, rank=2, id=f"{doc}#1", doc=doc)
    lines = list(result_lines(replace(RESULTS, hits=(HIT, long)), WIDE, SHORT))
    assert lines[2] == " 1  002#185  2018-04-20  在全国网络安全和信息化工作会议上的讲话"
    assert lines[6:8] == [
        f" 2  {doc}#1",
        "    2018-04-20  在全国网络安全和信息化工作会议上的讲话",
    ]
    assert lines[6] == max(lines, key=text_width)


def test_facts_that_do_not_fit_beside_each_other_go_on_below() -> None:
    id_ = f"{'长' * 11}#1"
    lines = list(result_lines(replace(RESULTS, hits=(replace(QUOTATION, id=id_),)), NARROW, SHORT))
    assert lines[3:6] == [
        f" 2  {id_}",
        "    2020-03-29 – 04-01",
        "    在集体学习时的讲话",
    ]


def test_a_passage_of_one_paragraph_does_not_number_it() -> None:
    single = replace(PASSAGE, paragraphs=(HIT,), before=None)
    assert list(passage_lines(single, WIDE, SHORT))[2:] == [
        "",
        "    实现[核心技术]突破必须走自主创新之路。",
    ]


@pytest.mark.parametrize(
    ("first", "last", "precision", "days", "shown"),
    [
        (None, None, None, (), "日期不详"),
        ("2018-04-20", "2018-04-20", "day", (), "2018-04-20"),
        ("2020-03-29", "2020-04-01", "day", (), "2020-03-29 – 04-01"),
        ("2019-12-30", "2020-01-02", "day", (), "2019-12-30 – 2020-01-02"),
        ("2018-11-01", "2018-11-30", "month", (), "2018-11"),
        ("2013-06-01", "2013-07-31", "month", (), "2013-06 – 2013-07"),
        ("2018-01-01", "2018-12-31", "year", (), "2018"),
        ("2015-02-05", "2015-02-14", "day", ("2015-02-05", "2015-02-14"), "2015-02-05、02-14"),
        ("2018-04-20", None, "day", (), "2018-04-20"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(
    first: str | None,
    last: str | None,
    precision: Precision | None,
    days: tuple[str, ...],
    shown: str,
) -> None:
    separate = tuple(map(date.fromisoformat, days))
    span = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert words_date(span[0], span[1], precision, separate) == shown


def test_a_time_between_two_dates_is_written_in_full() -> None:
    assert date_range(date(2013, 3, 4), date(2013, 11, 23)) == "2013-03-04 – 2013-11-23"
    assert date_range(date(2013, 3, 4), date(2013, 3, 4)) == "2013-03-04"
    assert date_range(None, None) == ""


DAY = DateSpan(date(2013, 12, 20), date(2013, 12, 20))
MONTH = DateSpan(date(2018, 11, 1), date(2018, 11, 30), "month")
YEAR = DateSpan(date(2019, 1, 1), date(2019, 12, 31), "year")
DAYS = DateSpan(date(2020, 3, 29), date(2020, 4, 1))


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        (None, None, ""),
        (DAY, DAY, "2013-12-20"),
        (DAY, MONTH, "2013-12-20 – 2018-11"),
        (MONTH, YEAR, "2018-11 – 2019"),
        (MONTH, MONTH, "2018-11"),
        (DAYS, DAYS, "2020-03-29 – 2020-04-01"),
        (DAY, DAYS, "2013-12-20 – 2020-04-01"),
    ],
)
def test_a_range_makes_up_no_day(
    earliest: DateSpan | None, latest: DateSpan | None, shown: str
) -> None:
    assert known_range(earliest, latest) == shown


@pytest.mark.parametrize(
    ("docs", "short"),
    [
        ([], {}),
        (["002_a1c1"], {"002_a1c1": "002"}),
        (["002_a1", "002_b2"], {"002_a1": "002_a1", "002_b2": "002_b2"}),
        (["a_b_1", "a_c_1"], {"a_b_1": "a_b", "a_c_1": "a_c"}),
        (["report", "report_2"], {"report": "report", "report_2": "report_2"}),
        (["2021-10-28-x", "2020-01-01"], {"2021-10-28-x": "2021", "2020-01-01": "2020"}),
        (["_x", "-"], {"_x": "_x", "-": "-"}),
        (["讲话_一", "讲稿"], {"讲话_一": "讲话", "讲稿": "讲稿"}),
    ],
)
def test_a_short_id_fits_one_document(docs: list[str], short: dict[str, str]) -> None:
    assert short_docs(docs) == short == short_docs(docs, docs)


def test_a_paragraph_id_is_shortened_before_its_number() -> None:
    assert short_id(f"{BOOK}#12.3", SHORT) == "002#12.3"
    assert short_id("a#b#1", {"a#b": "a"}) == "a#1"
    assert short_id("other#1", SHORT) == "other#1"


@pytest.mark.parametrize(
    ("source", "pages", "shown"),
    [
        (None, None, "七、加速推动信息领域核心技术突破 · 第1083行"),
        (
            "《人民日报》2016年10月10日",
            None,
            "七、加速推动信息领域核心技术突破 · 《人民日报》2016年10月10日 · 第1083行",
        ),
        (
            "《论党的宣传思想工作》",
            "199-200",
            "七、加速推动信息领域核心技术突破 · 《论党的宣传思想工作》第199-200页 · 第1083行",
        ),
        (
            "《文选》，中央文献出版社2020年版",
            "7",
            "七、加速推动信息领域核心技术突破 · 《文选》，中央文献出版社2020年版，第7页 · 第1083行",
        ),
    ],
)
def test_provenance_names_the_page_that_is_known(
    source: str | None, pages: str | None, shown: str
) -> None:
    assert provenance(replace(HIT, source=source, pages=pages)) == shown


def test_documents_are_a_table() -> None:
    assert (
        text(document_lines([FEED_DOCUMENT, DOCUMENT], WIDE, SHORT))
        == """\
文档  日期      类型      讲话  论述   段  标题
000   日期不详  订阅条目     9    12   13  000_eb06.txt
002   2021-01   论述摘编   100   285  307  网络强国论述摘编
"""
    )


def test_on_a_narrow_page_names_give_way_to_dates_and_numbers() -> None:
    assert (
        text(document_lines([replace(DOCUMENT, date="2021-01-18")], NARROW, SHORT))
        == """\
文档  日期        类型   讲话  论述   段
    标题
002   2021-01-18  论述…   100   285  307
    网络强国论述摘编
"""
    )


@pytest.mark.parametrize(
    ("kind", "shown"), [("web-page", "网页"), ("json-lines", "JSON Lines"), ("other", "other")]
)
def test_a_table_names_kinds_in_chinese_where_it_can(kind: str, shown: str) -> None:
    _, row = document_lines([replace(DOCUMENT, kind=kind)], WIDE, SHORT)
    assert f"  {shown}  " in row


def test_a_long_id_is_truncated_in_a_table() -> None:
    doc = "speeches" * 15
    entries = [replace(DOCUMENT, doc=doc), DOCUMENT]
    assert (
        text(document_lines(entries, WIDE, {**SHORT, doc: doc}))
        == """\
文档                      日期     类型      讲话  论述   段  标题
speechesspe…chesspeeches  2021-01  论述摘编   100   285  307  网络强国论述摘编
002                       2021-01  论述摘编   100   285  307  网络强国论述摘编
"""
    )
    assert (
        text(document_lines(entries[:1], NARROW, {doc: doc}))
        == """\
文档                      日期
    类型      讲话  论述   段  标题
speechesspe…chesspeeches  2021-01
    论述摘编   100   285  307
    网络强国论述摘编
"""
    )


def test_chapters_are_a_table_whose_last_column_wraps() -> None:
    assert (
        text(chapter_lines([CHAPTER], WIDE, SHORT))
        == """\
文档  论述  段  日期                     章
002     31  32  2013-08-28 – 2020-11-20  二、网信事业发展必须贯彻以人民为中心的
                                         发展思想
"""
    )


def test_speeches_are_a_table() -> None:
    days = (date(2020, 2, 5), date(2020, 2, 14))
    other = replace(SPEECH, date=days[0], date_end=days[1], date_precision="day", dates=days)
    assert (
        text(speech_lines([SPEECH, other], WIDE))
        == """\
日期               论述  段  讲话
2018-11               1   2  致技术大会的贺信
2020-02-05、02-14     1   2  致技术大会的贺信
"""
    )


def test_a_table_without_rows_has_no_lines() -> None:
    assert list(speech_lines([], WIDE)) == []


@pytest.mark.parametrize(
    ("state", "action", "first"),
    [
        ("missing", "build", "已新建索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("corrupt", "build", "原索引已损坏，已重建索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("version", "build", "原索引由其他版本建成，已重建索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("options", "build", "索引选项有变，已重建索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("content", "update", "源文件有变，已更新索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("current", "nothing", "索引已是最新：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("options", "update", "索引选项有变，已更新索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("content", "build", "源文件有变，已重建索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
        ("current", "build", "已重建索引：新增 1 · 更改 2 · 移除 3 · 未变 4"),
    ],
)
def test_a_report_says_why_the_index_was_built(state: State, action: Action, first: str) -> None:
    report = replace(REPORT, state=state, action=action)
    second = "7 个源文件 · 8 篇文档 · 505 段 · 用时 1.2 秒"
    third = "8 篇文档：有日期 7，有讲话人 3，讲话 109，论述 297；未读的出处 2，跳过的文件 1"
    assert list(report_lines(report)) == [first, second, third]
    failed = (Failure("a.txt", "line 1"), Failure("a.txt", "line 2"), Failure("b.txt", "empty"))
    assert list(report_lines(replace(report, failed=failed))) == [
        f"{first} · 读入有误 2",
        second,
        third,
    ]


@pytest.mark.usefixtures("in_china")
@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2021-10-28T14:08:07.123456+00:00", "2021-10-28 22:08:07"),
        ("2021-10-28T14:08:07+08:00", "2021-10-28 14:08:07"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_moment_is_told_by_the_local_clock(moment: str, shown: str) -> None:
    assert local_time(moment) == shown


@pytest.mark.usefixtures("in_china")
def test_a_status_says_what_the_index_holds() -> None:
    failed = (Failure("bad.txt", "it is not text"),)
    shown = status(("a.txt", "b.txt"), failed)
    assert (
        text(status_lines(shown, WIDE))
        == """\
1 篇文档：有日期 1，有讲话人 0，讲话 100，论述 285；未读的出处 0，跳过的文件 1
索引      index（格式 4，第 3 代）
建于      2021-10-28 22:08:07（lunshu 0.1.0）
分词      jieba 0.42.1
时区      +08:00
内容      1 篇文档 · 311 段
源文件    /home/seeds（1 个）
变动      a.txt、b.txt
更新      lunshu index /home/seeds --index index
读入有误  bad.txt：it is not text
"""
    )


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (None, "变动      无法读取源文件夹，未作比较"),
        ((), "变动      无"),
        (tuple("abcdefg"), "变动      a、b、c、d、e 等 7 个"),
    ],
)
def test_a_status_counts_changes(changed: tuple[str, ...] | None, line: str) -> None:
    assert line in list(status_lines(status(changed), WIDE))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("讲话：贺信", "另有 19 段的讲话标题含“贺信”，列出：lunshu search QUERY"),
        ("章：核心:技术", "另有 19 段的章名含“核心:技术”，列出：lunshu search QUERY"),
        ("来源：\x1b", "另有 19 段的来源含“␛”，列出：lunshu search QUERY"),
    ],
)
def test_a_suggestion_names_its_query(query: str, shown: str) -> None:
    assert suggestion_text(Suggestion(query, 19), "lunshu search QUERY") == shown


@pytest.mark.parametrize(
    ("query", "position", "shown"),
    [
        ('没有网络"安全', 4, '没有网络▶"安全'),
        ("", 0, "▶"),
        ("网络", 2, "网络▶"),
        ("一\n二", 1, "一▶␊二"),
        ("一" * 30 + "(" + "二" * 30, 30, f"…{'一' * 20}▶({'二' * 19}…"),
    ],
)
def test_an_arrow_points_into_a_query(query: str, position: int, shown: str) -> None:
    assert pointed_query(query, position) == shown
