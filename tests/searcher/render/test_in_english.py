"""What people who read English are shown, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from indexer.model.catalogue import Failure, Skipped
from indexer.model.recipe import Reason
from indexer.model.report import Action, IndexPlan, State
from indexer.text.dates import DateSpan, Precision
from searcher.answers.results import Suggestion
from searcher.browse.contents import SpeechEntry
from searcher.render.text.dates import sentence_date, words_date
from searcher.render.text.hits import passage_lines, result_lines
from searcher.render.text.indexing import plan_lines, report_lines
from searcher.render.text.listing import chapter_lines, document_lines, speech_lines
from searcher.render.text.messages import no_hits_text, suggestion_text
from searcher.render.text.provenance import provenance
from searcher.render.text.status import status_lines
from searcher.render.typeset.characters import text_width
from searcher.render.typeset.page import COLOURED, Page
from tests.support.answers import (
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

WIDE = Page(80)
NARROW = Page(40)


def text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def test_an_answer_is_a_summary_and_its_hits() -> None:
    assert (
        text(result_lines(replace(RESULTS, total=1_027), WIDE, SHORT))
        == """\
1,027 paragraphs · 2 speeches · 2018-04-20 – 2020-04-01

 1  002#185  2018-04-20          在全国网络安全和信息化工作会议上的讲话
    实现[核心技术]突破必须走自主创新之路。
    七、加速推动信息领域核心技术突破 · line 1083

 2  000#5    2020-03-29 – 04-01  在集体学习时的讲话
    实现[核心技术]突破必须走自主创新之路。
    quoted in “发展网信事业” · 人民 · lines 16–18

1,025 more paragraphs (--limit 0 lists all)

Related paragraphs (without the words asked for)

 3  000#12   undated             发展网信事业
    实现[核心技术]突破必须走自主创新之路。
    article · lines 16–18
"""
    )


def test_one_of_a_kind_is_singular() -> None:
    one = replace(RESULTS, total=1, hits=(HIT,), speeches=1)
    assert next(result_lines(one, WIDE, SHORT)).startswith("1 paragraph · 1 speech · ")
    two = replace(RESULTS, total=2, hits=(HIT,))
    assert list(result_lines(two, WIDE, SHORT))[-1] == "1 more paragraph (--limit 0 lists all)"


def test_a_narrow_page_wraps_english_at_blanks() -> None:
    lines = list(result_lines(RESULTS, NARROW, SHORT))
    assert (
        text(lines[:16])
        == """\
2 paragraphs · 2 speeches · 2018-04-20 –
2020-04-01

 1  002#185  2018-04-20
    在全国网络安全和信息化工作会议上的讲
    话
    实现[核心技术]突破必须走自主创新之
    路。
    七、加速推动信息领域核心技术突破 ·
    line 1083

 2  000#5    2020-03-29 – 04-01
    在集体学习时的讲话
    实现[核心技术]突破必须走自主创新之
    路。
    quoted in “发展网信事业” · 人民 ·
"""
    )
    assert all(text_width(line) <= 40 for line in lines)


def test_a_passage_is_shown_in_full_with_its_neighbours_in_a_column() -> None:
    passage = replace(PASSAGE, after=replace(SECOND, id=f"{BOOK}#61"))
    assert (
        text(passage_lines(passage, WIDE, SHORT))
        == """\
002#60  2018-04-20  在全国网络安全和信息化工作会议上的讲话
七、加速推动信息领域核心技术突破 · 《习近平谈治国理政》第三卷，外文出版社2020年
版, pp. 243-244 · 002_a1c1.txt, lines 355–359

.1  实现核心技术突破必须走自主创新之路。

.2  第二段。

before 002#59  实现核心技术突破必须走自主创新之路。
after  002#61  第二段。
"""
    )


@pytest.mark.parametrize(
    ("source", "pages", "shown"),
    [
        ("《论党的宣传思想工作》", "199", "《论党的宣传思想工作》, p. 199 · line 1083"),
        ("《论党的宣传思想工作》", "199-200", "《论党的宣传思想工作》, pp. 199-200 · line 1083"),
        ("《文选》，2020年版", "7", "《文选》，2020年版, p. 7 · line 1083"),
        ("《人民日报》", None, "《人民日报》 · line 1083"),
    ],
)
def test_provenance_names_the_page(source: str, pages: str | None, shown: str) -> None:
    assert provenance(replace(HIT, chapter=None, source=source, pages=pages)) == shown


def test_a_quotation_in_an_article_without_a_title_is_one() -> None:
    untitled = replace(QUOTATION, title=None, section=None)
    assert provenance(untitled) == "quotation · lines 16–18"


@pytest.mark.parametrize(
    ("first", "last", "precision", "days", "shown"),
    [
        (None, None, None, (), "undated"),
        (date(2018, 11, 1), date(2018, 11, 30), "month", (), "2018-11"),
        (date(2020, 3, 29), date(2020, 4, 1), "day", (), "2020-03-29 – 04-01"),
        (
            *(date(2015, 2, 5), date(2015, 2, 14), "day"),
            (date(2015, 2, 5), date(2015, 2, 14)),
            "2015-02-05, 02-14",
        ),
    ],
)
def test_a_date_in_a_column_is_that_of_iso_8601(
    first: date | None,
    last: date | None,
    precision: Precision | None,
    days: tuple[date, ...],
    shown: str,
) -> None:
    assert words_date(first, last, precision, days) == shown


def days(*each: str) -> DateSpan:
    """Separate days."""
    known = tuple(map(date.fromisoformat, each))
    return DateSpan(known[0], known[-1], days=known)


def span(first: str, last: str, precision: Precision = "day") -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (span("2018-04-20", "2018-04-20"), "20 April 2018"),
        (span("2020-03-29", "2020-03-31"), "29 to 31 March 2020"),
        (span("2020-03-29", "2020-04-01"), "29 March to 1 April 2020"),
        (span("2019-12-30", "2020-01-02"), "30 December 2019 to 2 January 2020"),
        (span("2018-11-01", "2018-11-30", "month"), "November 2018"),
        (span("2018-11-01", "2019-01-31", "month"), "November 2018 to January 2019"),
        (span("2018-01-01", "2018-12-31", "year"), "2018"),
        (span("2017-01-01", "2018-12-31", "year"), "2017 to 2018"),
        (days("2015-02-05", "2015-02-14"), "5 and 14 February 2015"),
        (days("2015-02-05", "2015-02-14", "2015-03-01"), "5, 14 February and 1 March 2015"),
        (days("2013-06-19", "2014-05-19"), "19 June 2013 and 19 May 2014"),
    ],
)
def test_a_date_in_a_sentence_names_its_month(told: DateSpan, shown: str) -> None:
    assert sentence_date(told) == shown


def test_documents_are_a_table_whose_titles_have_room() -> None:
    assert (
        text(document_lines([FEED_DOCUMENT, DOCUMENT], WIDE, SHORT))
        == """\
doc  date     kind       speeches  passages  paras  title
000  undated  feed item         9        12     13  000_eb06.txt
002  2021-01  excerpts        100       285    307  网络强国论述摘编
"""
    )


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("web-page", "web page"),
        ("newspaper", "newspaper"),
        ("text", "plain text"),
        ("markdown", "Markdown"),
        ("html", "web page"),
        ("json-lines", "JSON Lines"),
        ("other", "other"),
    ],
)
def test_a_table_names_kinds_as_people_do(kind: str, shown: str) -> None:
    _, row = document_lines([replace(DOCUMENT, kind=kind)], WIDE, SHORT)
    assert f"  {shown}  " in row


def test_chapters_and_speeches_are_tables() -> None:
    assert (
        text(chapter_lines([CHAPTER], WIDE, SHORT))
        == """\
doc  passages  paras  date                     chapter
002        31     32  2013-08-28 – 2020-11-20  二、网信事业发展必须贯彻以人民为
                                               中心的发展思想
"""
    )
    speech = SpeechEntry(
        speech="致技术大会的贺信",
        speaker=None,
        date=None,
        date_end=None,
        date_precision=None,
        dates=(),
        passages=1,
        paragraphs=2,
        docs=(BOOK,),
    )
    assert (
        text(speech_lines([speech], WIDE))
        == """\
date     passages  paras  speech
undated         1      2  致技术大会的贺信
"""
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        (
            "讲话：贺信",
            "19 more paragraphs have “贺信” in the speech title; to list them: COMMAND",
        ),
        (
            "章：六",
            "19 more paragraphs have “六” in the chapter; to list them: COMMAND",
        ),
        (
            "section:核心",
            "19 more paragraphs have “核心” in the section heading; to list them: COMMAND",
        ),
    ],
)
def test_a_suggestion_names_the_field(query: str, shown: str) -> None:
    assert suggestion_text(Suggestion(query, 19), "COMMAND") == shown


def test_an_offset_beyond_the_answer_is_said() -> None:
    assert no_hits_text(0, 0) == "nothing found"
    assert no_hits_text(1, 0) == "--offset is too large: 1 exact hit"
    assert no_hits_text(12, 1) == "--offset is too large: 12 exact hits, 1 related paragraph"


# reports


@pytest.mark.parametrize(
    ("state", "action", "done"),
    [
        ("missing", "build", "index built"),
        ("content", "build", "source files changed; index rebuilt"),
        ("content", "update", "source files changed; index updated"),
        ("options", "update", "options changed; index updated"),
        ("corrupt", "build", "the index was damaged; index rebuilt"),
        ("version", "build", "built by another version; index rebuilt"),
        ("current", "build", "index rebuilt"),
        ("current", "nothing", "the index is up to date"),
    ],
)
def test_a_report_says_what_was_done_and_why(state: State, action: Action, done: str) -> None:
    report = replace(
        REPORT,
        state=state,
        action=action,
        source_files=1,
        added=1_000,
        changed=0,
        removed=0,
        unchanged=5,
        reasons=(Reason("follow_links", "False", "True"), Reason("terms", "", "0f" * 32)),
        documents=1,
        paragraphs=450,
        elapsed_s=0.84,
    )
    assert list(report_lines(report)) == [
        "symbolic links are followed: no → yes",
        "terms.txt: none → 0f0f0f0f0f0f",
        f"{done}: 1,000 added · 0 changed · 0 removed · 5 unchanged",
        "1 source file · 1 document · 450 paragraphs · 0.8 s",
        "8 documents: 7 dated, 3 with a speaker, 109 speeches, 297 passages; 2 notes not read, "
        "1 file skipped",
    ]
    faulty = replace(report, reasons=(), failed=(Failure("a.txt", "it is not text"),) * 2)
    assert next(report_lines(faulty)).endswith(" · 5 unchanged · 1 with problems")


@pytest.mark.parametrize(
    ("state", "action", "told"),
    [
        ("missing", "build", "no index yet; would be built"),
        ("version", "build", "built by another version; would be rebuilt"),
        ("content", "update", "source files changed; would be updated"),
        ("current", "nothing", "up to date; nothing to do"),
    ],
)
def test_a_plan_says_what_would_be_done_and_why(state: State, action: Action, told: str) -> None:
    plan = IndexPlan(
        state=state,
        action=action,
        added=("new.txt",),
        changed=("other.txt",),
        removed=(),
        unchanged=("old.txt",),
        renamed=(),
        skipped=(Skipped("pipe", "it is a pipe; remove it"),),
        reasons=(Reason("index", "manifest.json is damaged", ""),),
    )
    assert list(plan_lines(plan)) == [
        f"{told}: 1 added · 1 changed · 0 removed · 1 unchanged",
        "  index: manifest.json is damaged",
        "  + new.txt",
        "  * other.txt",
        "  passed over pipe: it is a pipe; remove it",
    ]


@pytest.mark.usefixtures("in_china")
def test_a_status_says_what_the_index_holds() -> None:
    failed = (Failure("bad.txt", "it is not text"),)
    shown = replace(status(("a.txt", "b.txt"), failed), verified=True)
    lines = list(status_lines(shown, WIDE))
    assert (
        text(lines)
        == """\
1 document: 1 dated, 0 with a speaker, 100 speeches, 285 passages; 0 notes not
read, 1 file skipped
index      index (format 4, generation 3)
built      2021-10-28 22:08:07 (lunshu 0.1.0)
analyzer   jieba 0.42.1
time zone  +08:00
contents   1 document · 311 paragraphs
sources    /home/seeds (1 file)
changes    a.txt, b.txt
update     lunshu index /home/seeds --index index
files      read from end to end and found sound
problem    bad.txt: it is not text
"""
    )
    coloured = list(status_lines(shown, Page(80, COLOURED)))
    assert coloured[5] == "\x1b[1mtime zone\x1b[0m  +08:00"


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (None, "changes    the seeds folder cannot be read, so nothing was compared"),
        ((), "changes    none"),
        (tuple("abcdefg"), "changes    a, b, c, d, e and others, 7 in all"),
    ],
)
def test_a_status_counts_changes(changed: tuple[str, ...] | None, line: str) -> None:
    assert line in list(status_lines(status(changed), WIDE))
