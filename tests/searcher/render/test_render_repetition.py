from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from searcher.answers.first import FirstUse
from searcher.answers.hits import plain_hit
from searcher.engine.folder import FolderCollection
from searcher.render.data.records import json_text
from searcher.render.reports.first import first_use_lines
from searcher.render.reports.repetitions import repetition_lines, similar_lines
from searcher.render.typeset.characters import text_width
from searcher.render.typeset.page import COLOURED, Page
from searcher.repetition.repeated import find_repeated
from searcher.repetition.results import (
    Member,
    Repetition,
    Repetitions,
    SharedRun,
    Similar,
    Stretch,
    Variant,
)
from searcher.repetition.similar import similar
from searcher.textmatch.alignment import Edit
from tests.support.opened import open_collection
from tests.support.sayings import SHORT, first, said, without_time, write_index

pytestmark = pytest.mark.usefixtures("in_chinese")


def test_similar_shows_what_was_asked_and_how_each_variant_differs(
    sayings: FolderCollection,
) -> None:
    answer = similar(sayings, "said/讲话集#1", limit=2)
    assert list(similar_lines(answer, Page(80), SHORT)) == [
        "3 段与此有相同的长句（13 字以上） · 所查即最早",
        "〔甲→乙〕所查作甲，此处作乙；〔－甲〕此处缺甲；〔＋乙〕此处多乙",
        "",
        "所查  讲#1  2016-04-19  在网信工作座谈会上的讲话",
        "    互联网[核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患]。",
        "",
        " 1  讲#2  2019-10-24  在集体学习时的讲话",
        "    核心技术是我们最大的〔－“〕命门〔－”〕，核心技术受制于人〔＋就〕是我们最大的",
        "    隐患",
        "    相同 20 字 · 第一章 总论 · 第2行",
        "",
        " 2  杂#1  2016-04-19 发表  谈命门",
        "    核心技术受制于人是我们最大的隐患",
        "    相同 16 字 · 文章 · 第5行",
        "",
        "还有 1 段（--limit 0 列出全部）",
    ]


def test_where_the_clause_of_a_stretch_goes_on_stands_an_ellipsis(tmp_path: Path) -> None:
    texts = ("没有网络安全就没有国家安全。", "我们说没有网络安全就没有国家安全可言。")
    write_index(tmp_path, {"甲": [said("甲", n, text) for n, text in enumerate(texts, 1)]})
    store = open_collection(tmp_path)
    shown = [list(similar_lines(similar(store, id_), Page(80), {}))[-2] for id_ in ("甲#1", "甲#2")]
    assert shown == ["    …没有网络安全就没有国家安全…", "    没有网络安全就没有国家安全"]


def test_similar_names_the_first_use_and_marks_it_where_it_stands(
    sayings: FolderCollection,
) -> None:
    lines = list(similar_lines(similar(sayings, "said/无题#1"), Page(80), SHORT))
    assert lines[0] == "2 段与此有相同的长句（13 字以上） · 首见 2016-04-19 讲#1"
    assert [line for line in lines if "首见 · " in line] == [
        "    首见 · 相同 16 字 · 第一章 总论 · 《人民日报》第1页 · 第1行"
    ]


def test_a_repetition_is_a_timeline(sayings: FolderCollection) -> None:
    answer = find_repeated(sayings, within="all", min_length=14, limit=1)
    assert list(repetition_lines(answer, Page(80), SHORT)) == [
        "3 处重复（14 字以上）",
        "〔甲→乙〕首见作甲，此处作乙；〔－甲〕此处缺甲；〔＋乙〕此处多乙",
        "",
        " 1  3 段 · 2016-04-19",
        "    核心技术受制于人是我们最大的隐患",
        "    2016-04-19  讲#1  在网信工作座谈会上的讲话",
        "                互联网核心技术是我们最大的“命门”，[核心技术受制于人是我们最大的",
        "                隐患]。",
        "    2016-04-19 发表  杂#1  谈命门",
        "                核心技术受制于人是我们最大的隐患",
        "    日期不详    无#1  无题",
        "                核心技术受制于人是我们最大的隐患",
        "",
        "还有 2 处（--limit 0 列出全部）",
    ]


def test_a_group_of_many_shows_the_earliest(sayings: FolderCollection) -> None:
    (group,) = find_repeated(sayings, limit=1).groups
    many = replace(group, members=group.members[:1] + group.members[1:] * 14)
    answer = replace(find_repeated(sayings, limit=1), total=1, groups=(many,))
    lines = list(repetition_lines(answer, Page(80), SHORT))
    assert lines[-1] == "    还有 3 段（--format json 列出全部）"
    assert sum("2019-01  " in line for line in lines) == 11


def test_the_first_use_is_shown_in_full_and_what_follows_in_a_line_each(
    sayings: FolderCollection,
) -> None:
    assert list(first_use_lines(first(sayings, "隐患"), Page(80), SHORT)) == [
        "首见  2016-04-19  讲#1  在网信工作座谈会上的讲话",
        "    互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的[隐患]。",
        "    第一章 总论 · 《人民日报》第1页 · 第1行",
        "",
        "此后 2 段",
        "2016-04-19 发表  杂#1  谈命门",
        "2019-10-24       讲#2  在集体学习时的讲话",
        "另有 1 段日期不详",
    ]


def test_what_was_cut_off_is_told(sayings: FolderCollection) -> None:
    lines = list(first_use_lines(first(sayings, "核心技术", limit=2), Page(80), SHORT))
    assert lines[-2:] == ["还有 1 段（--limit 0 列出全部）", "另有 1 段日期不详"]


def test_nothing_is_said_of_nothing(sayings: FolderCollection) -> None:
    page = Page(80)
    assert list(similar_lines(similar(sayings, "said/无题#1", min_length=30), page, SHORT)) == []
    assert list(repetition_lines(find_repeated(sayings, min_length=40), page, SHORT)) == []
    assert list(first_use_lines(first(sayings, "无此说"), page, SHORT)) == []


@pytest.mark.parametrize("width", [28, 40, 80, 100])
@pytest.mark.parametrize("coloured", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_page(
    seed_collection: FolderCollection,
    width: int,
    coloured: bool,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", language)
    page = Page(width, COLOURED) if coloured else Page(width)
    short = {record.doc: record.doc[:3] for record in seed_collection.store.records()}
    lines = [
        *similar_lines(similar(seed_collection, "002#241"), page, short),
        *repetition_lines(find_repeated(seed_collection, limit=40), page, short),
        *first_use_lines(first(seed_collection, "核心技术"), page, short),
    ]
    shown = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in lines]
    assert [line for line in shown if text_width(line) > width] == []
    assert all(line == line.rstrip() for line in shown)


HOSTILE = "\x1b[2J\u202e\x07"


def test_nothing_from_a_source_steers_the_terminal() -> None:
    text = f"没有网络安全就没有{HOSTILE}国家安全。"
    record = replace(
        said(f"甲{HOSTILE}", 1, text),
        speaker=f"讲话人{HOSTILE}",
        speech=f"讲话{HOSTILE}",
        title=HOSTILE,
        chapter=HOSTILE,
        source=HOSTILE,
    )
    diff = (Edit("equal", (0, 9), (0, 9)), Edit("replace", (9, 15), (9, 15)))
    stretch = Stretch((0, 15), (0, 15), diff)
    others = [replace(record, id=f"{record.id}{n}") for n in range(3)]
    variant = Variant(
        **others[0].facts(),
        of=record.id,
        similarity=1.0,
        shared=13,
        runs=(SharedRun((0, len(text)), (0, len(text)), 13),),
        stretches=(stretch,),
    )
    members = tuple(
        Member(**record.facts(), spans=((0, 12),), stretches=each) for each in ((), (stretch,))
    )
    alike = Similar(
        min_length=13,
        paragraphs=(record, others[1]),
        first=others[2],
        total=1,
        variants=(variant,),
        took_ms=0.0,
    )
    group = Repetition(text=text, letters=13, first=None, members=members)
    repeated = Repetitions(min_length=13, within="all", total=1, groups=(group,), took_ms=0.0)
    hits = (plain_hit(record), plain_hit(others[0]))
    uses = FirstUse(query=HOSTILE, total=2, undated=0, hits=hits, took_ms=0.0)
    for page in (Page(40), Page(80)):
        lines = [
            *similar_lines(alike, page, {}),
            *repetition_lines(repeated, page, {}),
            *first_use_lines(uses, page, {}),
        ]
        assert lines
        assert [line for line in lines if not line.isprintable()] == []
    for answer in (alike, repeated, uses):
        assert not set("\x1b\u202e\x07") & set(json_text(answer))


def written(value: object) -> Any:
    """What a program reads."""
    return orjson.loads(json_text(value))


PARAGRAPH = [
    "id", "doc", "title", "role", "passage", "paragraph", "chapter", "chapter_no", "section",
    "speaker", "speech", "date", "date_end", "date_precision", "date_kind", "dates", "source",
    "pages", "lines", "place", "text", "marks", "alias",
]  # fmt: skip


def test_the_names_of_the_fields_are_kept(sayings: FolderCollection) -> None:
    answer = written(similar(sayings, "said/讲话集#1", limit=1))
    assert list(answer) == [
        "format_version", "min_length", "unattributed", "total", "took_ms", "first", "paragraphs",
        "variants",
    ]  # fmt: skip
    assert answer["first"] == "said/讲话集#1"
    assert list(answer["paragraphs"][0]) == PARAGRAPH
    (variant,) = answer["variants"]
    assert list(variant) == [*PARAGRAPH, "of", "similarity", "shared", "runs", "stretches"]
    assert variant["runs"] == [{"input": [4, 25], "source": [3, 26], "letters": 20}]
    (stretch,) = variant["stretches"]
    assert list(stretch) == ["input", "source", "diff"]
    assert stretch["diff"][0] == {"op": "equal", "input": [4, 14], "source": [3, 13]}

    answer = written(find_repeated(sayings, limit=1))
    assert list(answer) == [
        "format_version", "min_length", "in", "unattributed", "total", "took_ms", "groups",
    ]  # fmt: skip
    (group,) = answer["groups"]
    assert list(group) == ["text", "letters", "first", "members"]
    assert [list(member) for member in group["members"]] == [[*PARAGRAPH, "spans", "stretches"]] * 2

    hits = first(sayings, "隐患")
    assert written(hits) == {
        "format_version": 2,
        "query": "隐患",
        "total": 3,
        "undated": 1,
        "dropped_marks": [],
        "as_text": [],
        "took_ms": hits.took_ms,
        "hits": [written(hit) for hit in hits],
    }


def test_every_record_can_be_written(sayings: FolderCollection) -> None:
    answer = similar(sayings, "said/讲话集#1")
    assert written(answer.variants[0])["stretches"][0]["input"] == [4, 34]
    assert without_time(answer) == without_time(similar(sayings, "said/讲话集#1"))
