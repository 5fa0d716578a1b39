"""Whose words they are: in every answer where something says so, and nowhere else."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import Lunshu, Run

RECORDS: tuple[dict[str, str], ...] = (
    {
        "doc": "mao",
        "title": "毛泽东选集",
        "speaker": "毛泽东",
        "speech": "反对本本主义",
        "date": "1930-05",
        "text": "没有调查，没有发言权。",
    },
    {
        "doc": "mao",
        "title": "毛泽东选集",
        "speaker": "毛泽东",
        "speech": "在延安文艺座谈会上的讲话",
        "date": "1942-05-02",
        "text": "实事求是的态度，就是有的放矢的态度。",
    },
    {
        "doc": "deng",
        "title": "邓小平文选",
        "speaker": "邓小平",
        "speech": "邓小平在全军政治工作会议上的讲话",
        "date": "1978-06-02",
        "text": "实事求是，是无产阶级世界观的基础。",
    },
    {"doc": "who", "title": "佚名文", "text": "实事求是的态度，就是有的放矢的态度，谁说的？"},
)

TABLE = """\
讲话  论述  段  日期                     讲话人
   2     2   2  1930-05-01 – 1942-05-02  毛泽东
   1     1   1  1978-06-02               邓小平
"""

ENTRIES = [
    {
        "speaker": "毛泽东",
        "speeches": 2,
        "passages": 2,
        "paragraphs": 2,
        "first_date": "1930-05-01",
        "last_date": "1942-05-02",
        "docs": ["works/mao"],
    },
    {
        "speaker": "邓小平",
        "speeches": 1,
        "passages": 1,
        "paragraphs": 1,
        "first_date": "1978-06-02",
        "last_date": "1978-06-02",
        "docs": ["works/deng"],
    },
]

pytestmark = pytest.mark.usefixtures("in_chinese")


def write(desk: Path, records: tuple[dict[str, str], ...]) -> None:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (desk / "seeds").mkdir()
    (desk / "seeds" / "works.jsonl").write_text(lines, "utf-8")


@pytest.fixture
def works(desk: Path, lunshu: Lunshu) -> Path:
    """An index of what two persons said, and of what nobody knows who said."""
    write(desk, RECORDS)
    assert lunshu("index", "-q").code == 0
    return desk


def ids(run: Run) -> list[str]:
    return [hit["id"] for hit in map(json.loads, run.out.splitlines())]


@pytest.mark.usefixtures("works")
@pytest.mark.parametrize(
    "asked",
    [
        ("讲话人：邓小平",),
        ("speaker:鄧小平",),
        ("实事求是", "--speaker", "小平"),
        ("实事求是 -speaker:毛 -speaker:未详 speaker:邓",),
    ],
)
def test_a_speaker_is_a_field_of_queries_and_a_filter(
    asked: tuple[str, ...], lunshu: Lunshu
) -> None:
    assert ids(lunshu("search", *asked, "--exact", "--format", "jsonl")) == ["works/deng#1"]


@pytest.mark.usefixtures("works")
def test_a_hit_names_who_speaks_before_the_speech(lunshu: Lunshu) -> None:
    shown = lunshu("search", "实事求是", "--sort", "date", "-q").out
    assert (
        shown
        == """\
3 段 · 2 篇讲话 · 1942-05-02 – 1978-06-02

 1  works/mao#2   1942-05-02  毛泽东 · 在延安文艺座谈会上的讲话
    [实事求是]的态度，就是有的放矢的态度。
    第2行

 2  works/deng#1  1978-06-02  邓小平在全军政治工作会议上的讲话
    [实事求是]，是无产阶级世界观的基础。
    第3行

 3  works/who#1   日期不详    佚名文
    [实事求是]的态度，就是有的放矢的态度，谁说的？
    文章 · 第4行
"""
    )


@pytest.mark.usefixtures("works")
def test_who_said_it_first_is_a_person(lunshu: Lunshu) -> None:
    assert (
        lunshu("first", "实事求是", "-q").out
        == """\
首见  1942-05-02  works/mao#2  毛泽东 · 在延安文艺座谈会上的讲话
    [实事求是]的态度，就是有的放矢的态度。
    第2行

此后 1 段
1978-06-02  works/deng#1  邓小平在全军政治工作会议上的讲话
另有 1 段日期不详
"""
    )
    hits = json.loads(lunshu("first", "实事求是", "--format", "json").out)["hits"]
    assert [hit["speaker"] for hit in hits] == ["毛泽东", "邓小平"]


def test_where_all_words_are_one_persons_no_row_below_repeats_the_name(
    desk: Path, lunshu: Lunshu
) -> None:
    words = "没有调查，没有发言权，这是一条很重要的原则。"
    years = ("1930", "1931", "1941")
    write(desk, tuple(RECORDS[0] | {"text": words, "date": year} for year in years))
    lunshu("index", "-q")
    shown = lunshu("first", "没有调查", "-q").out.splitlines()
    assert shown[0] == "首见  1930  works/mao#1  毛泽东 · 反对本本主义"
    assert shown[-2:] == ["1931  works/mao#2  反对本本主义", "1941  works/mao#3  反对本本主义"]
    repeated = lunshu("dupes", "-q").out
    assert " 1  3 段 · 毛泽东 · 1930 – 1941\n" in repeated
    assert "    1931        works/mao#2  反对本本主义\n" in repeated
    traced = lunshu("trace", "--text", f"“{words}”", "-q").out
    assert "    出自  works/mao#1  1930  毛泽东 · 反对本本主义\n" in traced
    assert "    另见  works/mao#2  1931  反对本本主义\n" in traced


def test_where_two_persons_said_it_each_row_names_one(desk: Path, lunshu: Lunshu) -> None:
    words = "没有调查，没有发言权，这是一条很重要的原则。"
    write(
        desk,
        tuple(
            {"text": words, "date": year, "speech": "讲话", "speaker": name}
            for year, name in (("1930", "甲"), ("1931", "乙"), ("1941", "甲"))
        ),
    )
    lunshu("index", "-q")
    shown = lunshu("first", "没有调查", "-q").out.splitlines()
    assert shown[-2:] == ["1931  works#2  乙 · 讲话", "1941  works#3  甲 · 讲话"]
    assert " 1  3 段 · 1930 – 1941\n" in lunshu("dupes", "-q").out


@pytest.mark.usefixtures("works")
def test_a_passage_and_what_resembles_it_name_who_speaks(lunshu: Lunshu) -> None:
    assert lunshu("show", "works/mao#2").out.splitlines()[0] == (
        "works/mao#2  1942-05-02  毛泽东 · 在延安文艺座谈会上的讲话"
    )
    shown = json.loads(lunshu("show", "works/mao#2", "--format", "json").out)
    assert shown["passage"]["speaker"] == "毛泽东"
    similar = lunshu("similar", "works/who#1", "-q").out
    assert "毛泽东 · 在延安文艺座谈会上的讲话\n" in similar
    variants = json.loads(lunshu("similar", "works/who#1", "--format", "json").out)["variants"]
    assert [variant["speaker"] for variant in variants] == ["毛泽东"]


@pytest.mark.usefixtures("works")
def test_a_trace_names_who_speaks_in_every_format(lunshu: Lunshu) -> None:
    asked = ("trace", "--text", "据说“实事求是的态度，就是有的放矢的态度”。", "-q")
    named = "毛泽东 · 在延安文艺座谈会上的讲话"
    assert f"1942-05-02  {named}\n" in lunshu(*asked).out
    assert (
        "1942-05-02 毛泽东 · 《在延安文艺座谈会上的讲话》\n" in lunshu(*asked, "--format", "md").out
    )
    assert f"{named}</p>" in lunshu(*asked, "--format", "html").out
    (quotation,) = json.loads(lunshu(*asked, "--format", "json").out)["quotations"]
    assert [source["speaker"] for source in quotation["sources"]] == ["毛泽东"]
    (row,) = csv.DictReader(io.StringIO(lunshu(*asked, "--format", "csv").out.lstrip("\ufeff")))
    assert row["source.speaker"] == "毛泽东"


@pytest.mark.usefixtures("works")
def test_speakers_are_listed_in_every_format(lunshu: Lunshu) -> None:
    assert lunshu("list", "speakers") == Run(0, TABLE, "")
    listed = lunshu("list", "speakers", "--format", "json")
    assert json.loads(listed.out) == ENTRIES
    rows = lunshu("list", "speakers", "--format", "jsonl").out.splitlines()
    assert list(map(json.loads, rows)) == ENTRIES
    assert lunshu("list", "speakers", "--format", "tsv").out == (
        "speaker\tspeeches\tpassages\tparagraphs\tfirst_date\tlast_date\tdocs\n"
        "毛泽东\t2\t2\t2\t1930-05-01\t1942-05-02\tworks/mao\n"
        "邓小平\t1\t1\t1\t1978-06-02\t1978-06-02\tworks/deng\n"
    )


@pytest.mark.usefixtures("works")
def test_speeches_are_listed_with_who_gave_them(lunshu: Lunshu) -> None:
    assert (
        lunshu("list", "speeches").out
        == """\
日期        论述  段  讲话人  讲话
1930-05        1   1  毛泽东  反对本本主义
1942-05-02     1   1  毛泽东  在延安文艺座谈会上的讲话
1978-06-02     1   1  邓小平  邓小平在全军政治工作会议上的讲话
"""
    )


def test_where_all_speeches_are_one_persons_the_list_names_that_person_once(
    desk: Path, lunshu: Lunshu
) -> None:
    write(desk, RECORDS[:2])
    lunshu("index", "-q")
    assert (
        lunshu("list", "speeches").out
        == """\
日期        论述  段  讲话（毛泽东）
1930-05        1   1  反对本本主义
1942-05-02     1   1  在延安文艺座谈会上的讲话
"""
    )


def test_two_persons_speeches_of_one_title_and_day_are_two(desk: Path, lunshu: Lunshu) -> None:
    both = tuple(
        {"speaker": name, "speech": "讲话", "date": "1956-09-15", "text": f"{name}说的核心技术。"}
        for name in ("乙", "甲")
    )
    unknown = {"speech": "讲话", "date": "1956-09-15", "text": "谁说的核心技术？"}
    write(desk, (*both, unknown))
    lunshu("index", "-q")
    assert lunshu("search", "核心技术", "--exact").out.startswith("3 段 · 3 篇讲话 · 1956-09-15\n")
    speeches = json.loads(lunshu("list", "speeches", "--format", "json").out)
    assert [(one["speech"], one["speaker"]) for one in speeches] == [
        ("讲话", None),
        ("讲话", "乙"),
        ("讲话", "甲"),
    ]
    assert json.loads(lunshu("list", "documents", "--format", "json").out)[0]["speeches"] == 3


def test_a_speech_that_one_document_gives_a_speaker_is_the_same_where_another_gives_none(
    desk: Path, lunshu: Lunshu
) -> None:
    told = RECORDS[1]
    untold = {name: value for name, value in told.items() if name != "speaker"} | {"doc": "quoted"}
    write(desk, (told, untold))
    lunshu("index", "-q")
    found = lunshu("search", "实事求是", "--exact", "--format", "json")
    assert json.loads(found.out)["speeches"] == 1
    assert [hit["speaker"] for hit in json.loads(found.out)["hits"]] == ["毛泽东", None]
    (speech,) = json.loads(lunshu("list", "speeches", "--format", "json").out)
    assert (speech["speaker"], speech["docs"]) == ("毛泽东", ["works/mao", "works/quoted"])


def test_where_nothing_says_who_speaks_nothing_is_said_of_it(desk: Path, lunshu: Lunshu) -> None:
    nobody: tuple[dict[str, Any], ...] = tuple(
        {name: value for name, value in record.items() if name != "speaker"} for record in RECORDS
    )
    write(desk, nobody)
    lunshu("index", "-q")
    shown = lunshu("search", "实事求是", "--sort", "date", "-q").out
    assert " 1  works/mao#2   1942-05-02  在延安文艺座谈会上的讲话\n" in shown
    hits = json.loads(lunshu("search", "实事求是", "--format", "json").out)["hits"]
    assert [hit["speaker"] for hit in hits] == [None] * 3
    assert lunshu("list", "speakers") == Run(1, "", "lunshu: 没有讲话人\n")
    assert lunshu("list", "speakers", "--format", "json").out == "[]\n"
    assert lunshu("list", "speeches").out.splitlines()[0] == "日期        论述  段  讲话"


@pytest.mark.usefixtures("works")
def test_a_speaker_nobody_has_is_explained(lunshu: Lunshu) -> None:
    assert "讲话人共 2 个，没有一个含“毛择东”。最接近的：毛泽东（2 段）" in (
        lunshu("explain", "讲话人：毛择东").out
    )
