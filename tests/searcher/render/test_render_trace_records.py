"""A trace for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from indexer.text.dates import DateSpan
from searcher.articles.article import Attribution
from searcher.render.data.records import json_text
from searcher.render.reports.trace_entries import entry_records
from searcher.tracing.results import Trace
from tests.support.example_traces import (
    BOOK,
    EXACT,
    LIKE_ANOTHER,
    LIKE_NOTHING,
    NEAR,
    NOTHING,
    TRACE,
)
from tests.support.hostile_traces import HOSTILE


def record(trace: Trace) -> dict[str, Any]:
    """What a program reads."""
    read: dict[str, Any] = json.loads(json_text(trace))
    return read


def test_a_quotation_is_written_with_all_that_is_known_of_it() -> None:
    (written,) = record(replace(TRACE, quotations=(NEAR,), not_found=()))["quotations"]
    (source,) = written.pop("sources")
    assert written == {
        "start": NEAR.start,
        "end": NEAR.end,
        "text": "网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将难求",
        "lines": [4, 4],
        "match": "near",
        "similarity": 0.8,
        "quoted": True,
        "part_of": None,
        "attribution": {
            "speech": "网络安全和信息化工作座谈会",
            "date": "2016-04-19",
            "date_end": "2016-04-19",
            "dates": [],
        },
        "attribution_agrees": False,
    }
    at = NEAR.start
    assert source.pop("diff")[:4] == [
        {"op": "equal", "input": [at, at + 4], "source": [0, 4]},
        {"op": "insert", "input": [at + 4, at + 5], "source": [4, 4]},
        {"op": "equal", "input": [at + 5, at + 10], "source": [4, 9]},
        {"op": "replace", "input": [at + 10, at + 11], "source": [9, 10]},
    ]
    assert source == {
        "id": f"{BOOK}#75",
        "doc": BOOK,
        "title": "习近平关于网络强国论述摘编",
        "role": "speech",
        "match": "near",
        "similarity": 0.8,
        "heading": None,
        "attribution_agrees": False,
        "speaker": None,
        "speech": "在全国网络安全和信息化工作会议上的讲话",
        "date": "2018-04-20",
        "date_end": "2018-04-20",
        "date_precision": "day",
        "date_kind": "speech",
        "dates": [],
        "passage": 75,
        "paragraph": 1,
        "chapter": "三、努力把我国建设成为网络强国",
        "chapter_no": 3,
        "section": None,
        "alias": None,
        "source": None,
        "pages": None,
        "lines": [461, 461],
        "place": None,
        "text": NEAR.sources[0].text,
        "marks": [],
        "spans": [[0, 45]],
    }


def test_spans_of_a_difference_give_back_both_texts() -> None:
    answer = record(TRACE)
    (near,) = (one for one in answer["quotations"] if one["match"] == "near")
    (source,) = near["sources"]
    for key, whole, text in (
        ("input", answer["text"], near["text"]),
        ("source", source["text"], source["text"][slice(*source["spans"][0])]),
    ):
        assert "".join(whole[slice(*edit[key])] for edit in source["diff"]) == text


def test_what_was_not_found_has_the_nearest_or_nothing() -> None:
    found = record(replace(TRACE, quotations=(), not_found=(LIKE_ANOTHER, LIKE_NOTHING)))
    like_another, like_nothing = found["not_found"]
    assert list(like_another["nearest"]) == list(record(TRACE)["quotations"][0]["sources"][0])
    assert like_another["nearest"]["similarity"] == 0.463
    assert like_nothing == {
        "start": LIKE_NOTHING.start,
        "end": LIKE_NOTHING.end,
        "text": "上网要戴好安全帽",
        "lines": [7, 7],
        "quoted": True,
        "part_of": None,
        "attribution": None,
        "nearest": None,
    }


def test_a_whole_answer_has_its_text() -> None:
    answer = record(NOTHING)
    assert answer == {
        "format_version": 2,
        "text": "今天天气很好。",
        "marks": [],
        "in": "speech",
        "unattributed": False,
        "took_ms": 0.25,
        "quotations": [],
        "not_found": [],
        "is_faithful": True,
    }


def test_parts_name_the_whole() -> None:
    answer = record(TRACE)
    parts = [one for one in answer["quotations"] + answer["not_found"] if one["part_of"]]
    wholes = {answer["text"][slice(*one["part_of"])] for one in parts}
    assert (len(parts), len(wholes)) == (3, 1)
    assert all(one["text"] in whole for one in parts for whole in wholes)


def test_entries_are_the_same_records_with_their_kind() -> None:
    entries = [json.loads(json_text(entry)) for entry in entry_records(TRACE)]
    whole = record(TRACE)
    by_kind = {
        kind: [
            {key: value for key, value in entry.items() if key != "kind"}
            for entry in entries
            if entry["kind"] == kind
        ]
        for kind in ("quotation", "not_found")
    }
    assert by_kind == {"quotation": whole["quotations"], "not_found": whole["not_found"]}
    assert [entry["start"] for entry in entries] == sorted(entry["start"] for entry in entries)


def test_separate_days_are_written() -> None:
    days = (date(2018, 2, 5), date(2018, 2, 14))
    span = DateSpan(days[0], days[1], "day", days)
    said = replace(EXACT.sources[0], date=days[0], date_end=days[1], dates=days)
    found = replace(EXACT, attribution=Attribution(None, span), sources=(said,))
    (written,) = record(replace(TRACE, quotations=(found,)))["quotations"]
    expected = {"date": "2018-02-05", "date_end": "2018-02-14"}
    expected_days = ["2018-02-05", "2018-02-14"]
    assert written["attribution"] == {"speech": None, **expected, "dates": expected_days}
    assert written["sources"][0]["dates"] == expected_days


def test_nothing_in_json_steers_the_terminal() -> None:
    written = json_text(HOSTILE)
    assert written.isprintable()
    assert json.loads(written)["text"] == HOSTILE.text
    assert all(json_text(entry).isprintable() for entry in entry_records(HOSTILE))
