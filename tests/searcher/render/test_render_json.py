"""The JSON that programs read: names, order and values of the fields."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from indexer.model.catalogue import Failure
from indexer.model.report import IndexReport
from searcher.answers.results import HeadingMatch, Hit, Suggestion
from searcher.browse.contents import ChapterEntry, SpeechEntry
from searcher.render.data.cells import table_of
from searcher.render.data.records import json_text, names_of
from tests.support.answers import (
    ARTICLE,
    BOOK,
    DOCUMENT,
    HIT,
    HIT_JSON,
    PASSAGE,
    RESULTS,
    UNDERSTANDING,
    status,
)

SUGGESTION = Suggestion("章：核心技术", 2)
HEADING = HeadingMatch(
    clause="核心技术",
    count=1,
    first="七、加速推动信息领域核心技术突破",
    id="002_a1c1#170",
    query="章：核心技术",
    total=2,
)


def through_json(value: object) -> Any:
    return json.loads(json_text(value))


def test_a_hit_has_its_fields_in_their_order() -> None:
    record = through_json(HIT)
    assert record == HIT_JSON
    assert list(record) == list(HIT_JSON)


def test_json_is_one_line_of_plain_utf8() -> None:
    assert json_text({"a": "论\n述"}) == '{"a":"论\\n述"}'


def test_separate_days_are_listed_where_there_are_any() -> None:
    days = (date(2015, 2, 5), date(2015, 2, 14))
    record = through_json(replace(HIT, date=days[0], date_end=days[1], dates=days))
    assert (record["date"], record["date_end"]) == ("2015-02-05", "2015-02-14")
    assert record["dates"] == ["2015-02-05", "2015-02-14"]
    assert list(record) == list(HIT_JSON)


def test_where_a_file_has_no_lines_they_are_null_and_the_place_is_named() -> None:
    placed = replace(HIT, lines=None, place="第3页", marks=((2, "①"), (6, "〔4〕")))
    record = through_json(placed)
    assert (record["lines"], record["place"]) == (None, "第3页")
    assert record["marks"] == [[2, "①"], [6, "〔4〕"]]
    shown = through_json(replace(PASSAGE, paragraphs=(placed, placed)))
    assert (shown["passage"]["lines"], shown["passage"]["place"]) == (None, "第3页")
    assert "marks" not in shown["passage"]
    assert [hit["marks"] for hit in shown["paragraphs"]] == [[[2, "①"], [6, "〔4〕"]]] * 2
    (row,) = table_of(Hit, [placed]).rows
    cells = dict(zip(names_of(Hit), row, strict=True))
    assert (cells["lines"], cells["place"]) == (None, "第3页")
    assert cells["marks"] == '[[2,"①"],[6,"〔4〕"]]'


def test_what_is_not_known_is_null() -> None:
    record = through_json(ARTICLE)
    unknown = {name for name, value in record.items() if value is None}
    assert unknown == {
        "chapter",
        "chapter_no",
        "section",
        "speaker",
        "speech",
        "date",
        "date_end",
        "date_precision",
        "date_kind",
        "source",
        "pages",
        "place",
        "alias",
    }


def test_an_answer_is_one_object() -> None:
    record = through_json(
        replace(RESULTS, hits=(HIT,), related=0, suggestions=(SUGGESTION,), headings=(HEADING,))
    )
    assert record == {
        "format_version": 2,
        "query": "核心技术",
        "total": 2,
        "related": 0,
        "speeches": 2,
        "earliest": {
            "first": "2018-04-20",
            "last": "2018-04-20",
            "precision": "day",
            "days": [],
        },
        "latest": {"first": "2020-03-29", "last": "2020-04-01", "precision": "day", "days": []},
        "suggestions": [{"query": "章：核心技术", "total": 2}],
        "headings": [
            {
                "clause": "核心技术",
                "count": 1,
                "first": "七、加速推动信息领域核心技术突破",
                "id": "002_a1c1#170",
                "query": "章：核心技术",
                "total": 2,
            }
        ],
        "dropped_marks": [],
        "as_text": [],
        "took_ms": 0.5,
        "hits": [HIT_JSON],
    }
    assert next(iter(record)) == "format_version"


def test_a_passage_names_what_its_paragraphs_share() -> None:
    record = through_json(PASSAGE)
    assert list(record) == ["format_version", "passage", "paragraphs"]
    assert record["passage"] == {
        "id": "002_a1c1#60",
        "doc": BOOK,
        "path": "002_a1c1.txt",
        "title": "网络强国论述摘编",
        "role": "speech",
        "passage": 60,
        "chapter": "七、加速推动信息领域核心技术突破",
        "chapter_no": 7,
        "section": None,
        "speaker": None,
        "speech": "在全国网络安全和信息化工作会议上的讲话",
        "date": "2018-04-20",
        "date_end": "2018-04-20",
        "date_precision": "day",
        "date_kind": "speech",
        "dates": [],
        "source": "《习近平谈治国理政》第三卷，外文出版社2020年版",
        "pages": "243-244",
        "lines": [355, 359],
        "place": None,
        "before": "002_a1c1#59",
        "after": None,
    }
    assert [set(hit) for hit in record["paragraphs"]] == [set(HIT_JSON)] * 2


def test_a_document_has_its_fields_in_their_order() -> None:
    assert list(json.loads(json_text(DOCUMENT)).items()) == [
        ("doc", "002_a1c1"),
        ("path", "002_a1c1.txt"),
        ("title", "网络强国论述摘编"),
        ("kind", "compendium"),
        ("date", "2021-01"),
        ("publisher", "中央文献出版社"),
        ("chapters", 9),
        ("speeches", 100),
        ("passages", 285),
        ("paragraphs", 307),
        ("front_matter", 4),
        ("first_date", "2013-03-04"),
        ("last_date", "2020-11-23"),
        ("group", None),
        ("speaker", None),
        ("speakers", 0),
        ("notes", 0),
        ("unread", 0),
        ("doubt", None),
    ]


def test_chapters_and_speeches_are_written_as_they_are() -> None:
    chapter = ChapterEntry(
        doc=BOOK,
        chapter="第一章 总论",
        chapter_no=1,
        passages=2,
        paragraphs=3,
        first_date=date(2013, 3, 4),
        last_date=None,
    )
    assert through_json(chapter) == {
        "doc": BOOK,
        "chapter": "第一章 总论",
        "chapter_no": 1,
        "passages": 2,
        "paragraphs": 3,
        "first_date": "2013-03-04",
        "last_date": None,
    }
    speech = SpeechEntry(
        speech="贺信",
        speaker=None,
        date=date(2018, 11, 1),
        date_end=date(2018, 11, 30),
        date_precision="month",
        dates=(),
        passages=1,
        paragraphs=1,
        docs=(BOOK,),
    )
    assert through_json(speech) == {
        "speech": "贺信",
        "speaker": None,
        "date": "2018-11-01",
        "date_end": "2018-11-30",
        "date_precision": "month",
        "dates": [],
        "passages": 1,
        "paragraphs": 1,
        "docs": [BOOK],
    }


def test_a_report_names_its_failures() -> None:
    report = IndexReport(
        state="content",
        action="update",
        source_files=2,
        added=1,
        changed=0,
        removed=0,
        unchanged=1,
        failed=(Failure("bad.txt", "it is not text"),),
        skipped=(),
        reasons=(),
        documents=1,
        paragraphs=9,
        understood=UNDERSTANDING,
        elapsed_s=0.5,
    )
    assert through_json(report) == {
        "source_files": 2,
        "added": 1,
        "changed": 0,
        "removed": 0,
        "unchanged": 1,
        "failed": [{"path": "bad.txt", "reason": "it is not text"}],
        "documents": 1,
        "paragraphs": 9,
        "understood": {
            "documents": 8,
            "dated": 7,
            "with_speaker": 3,
            "speeches": 109,
            "passages": 297,
            "unread": 2,
            "skipped": 1,
            "doubts": [],
        },
        "elapsed_s": 0.5,
        "state": "content",
        "action": "update",
        "reasons": [],
        "skipped": [],
    }


def test_a_status_tells_unknown_changes_from_none() -> None:
    assert through_json(status(changed=None)) == {
        "index": "index",
        "format_version": 4,
        "generation": 3,
        "created": "2021-10-28T14:08:07+00:00",
        "lunshu_version": "0.1.0",
        "analyzer": "jieba 0.42.1",
        "timezone": "+08:00",
        "seeds": "/home/seeds",
        "source_files": 1,
        "documents": 1,
        "paragraphs": 311,
        "understood": {
            "documents": 1,
            "dated": 1,
            "with_speaker": 0,
            "speeches": 100,
            "passages": 285,
            "unread": 0,
            "skipped": 0,
            "doubts": [],
        },
        "changed": None,
        "failed": [],
        "state": None,
        "reasons": None,
        "skipped": [],
        "verified": False,
    }
    assert through_json(status(changed=()))["changed"] == []
