"""`lunshu inspect` as users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer import FoundFact, InspectedDocument, Inspection, Problem, Understood
from indexer.wording.said import said
from searcher.render.reports.inspection import inspection_lines
from searcher.render.typeset.page import COLOURED, Page
from tests.support.command_line import Lunshu, Run

TEXT = """\
# 关于读书

先粗后细，先薄后厚。

再读一遍，三读一遍。

## 写字

> 学而时习之，不亦说乎。

—— 2016年4月19日，在读书座谈会上的讲话
"""


@pytest.fixture
def file(desk: Path) -> Path:
    path = desk / "a.md"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.usefixtures("in_chinese", "file")
def test_it_shows_what_every_line_became(lunshu: Lunshu) -> None:
    assert lunshu("inspect", "a.md") == Run(
        0,
        """\
a.md
读作    Markdown
标题    关于读书（第1行）
讲话人  不详
日期    不详
整篇    不是讲话
内容    3 段 · 论述 1 · 讲话 1

  行   作      文字 → 所得
  1    标题    关于读书
  3–5  段      2 段正文：先粗后细，先薄后厚。
  7    小标题  写字
  9    段      学而时习之，不亦说乎。
  11   出处    —— 2016年4月19日，在读书座谈会上的讲话
               → 讲话 在读书座谈会上的讲话 · 日期 2016-04-19
""",
        "",
    )


@pytest.mark.usefixtures("file")
def test_programs_get_every_block(lunshu: Lunshu) -> None:
    run = lunshu("inspect", "a.md", "--format", "json")
    record = json.loads(run.out)
    (document,) = record["documents"]
    assert (run.code, run.err, record["format_version"]) == (0, "", 2)
    assert [block["became"] for block in document["blocks"]] == [
        "title",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "attribution",
    ]
    assert document["blocks"][5] == {
        "lines": [11, 11],
        "text": "—— 2016年4月19日，在读书座谈会上的讲话",
        "became": "attribution",
        "facts": {"speech": "在读书座谈会上的讲话", "date": "2016-04-19"},
        "reason": None,
    }


@pytest.mark.usefixtures("file")
def test_no_index_is_needed_and_none_is_built(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    assert lunshu("inspect", "a.md", "--index", "nowhere").code == 0
    assert sorted(path.name for path in desk.iterdir()) == ["a.md", "seeds"]


def test_a_file_of_the_collection_is_read_as_its_index_reads_it(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    text = "---\ndate: Mon, 25 Oct 2021 20:00:00 GMT\n---\n\n先粗后细。\n"
    for name in ("seeds/a.md", "b.md"):
        (desk / name).write_text(text, "utf-8")
    assert lunshu("index", "seeds", "--timezone", "UTC", "-q").code == 0
    shown = [lunshu("inspect", name).out for name in ("seeds/a.md", "b.md")]
    shown.append(lunshu("inspect", "b.md", "--timezone", "UTC").out)
    dates = [out.partition("date")[2].split()[0] for out in shown]
    assert dates == ["2021-10-25", "2021-10-26", "2021-10-25"]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("folder", "lunshu: folder: it is a folder; give one of the files in it\n"),
        ("none", "lunshu: none: there is no such file; give another\n"),
        ("", "lunshu: FILE needs the name of a file; see lunshu inspect --help\n"),
        ("zip", "lunshu: zip: "),
    ],
)
def test_what_cannot_be_read_is_one_line(lunshu: Lunshu, desk: Path, name: str, error: str) -> None:
    (desk / "folder").mkdir()
    (desk / "zip").write_bytes(b"PK\x03\x04")
    run = lunshu("inspect", name)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(error)


def test_nothing_in_a_file_steers_the_terminal(lunshu: Lunshu, desk: Path) -> None:
    (desk / "a.html").write_text("<p>甲&#27;[2J&#x202e;乙。</p><p>&#27;]0;x</p>", "utf-8")
    shown = lunshu("inspect", "a.html").out
    assert all(line.isprintable() for line in shown.splitlines())


@pytest.mark.usefixtures("file")
def test_results_go_to_a_file_but_never_to_the_one_that_is_read(lunshu: Lunshu, desk: Path) -> None:
    assert lunshu("inspect", "a.md", "-o", "b.json").code == 0
    assert json.loads((desk / "b.json").read_text("utf-8"))["path"] == "a.md"
    assert lunshu("inspect", "b.json", "-o", "b.json", "--force").code == 2


@pytest.mark.usefixtures("in_chinese")
def test_what_looks_like_a_note_and_was_not_read_strikes_the_eye() -> None:
    shown = [
        Understood(lines=(1, 1), text="核心技术是国之重器。", became="paragraph"),
        Understood(lines=(2, 3), text="转引自某书", became="unread", reason="没有标题"),
        Understood(lines=(4, 4), text="另见某报", became="unread"),
        Understood(lines=(5, 5), text="广告", became="furniture"),
        Understood(lines=(6, 6), text="广告", became="furniture"),
        Understood(lines=None, text="不明", became="left_out"),
    ]
    document = InspectedDocument(
        group=None,
        kind="compendium",
        title="书",
        speaker=None,
        date=None,
        publisher=None,
        ground=None,
        found=(FoundFact("title", "书", None),),
        paragraphs=1,
        speeches=0,
        passages=0,
        unread=2,
        doubt="像一本书，但没有章",
        blocks=tuple(shown),
    )
    inspection = Inspection(
        path="书.txt", format="text", documents=(document,), problems=(Problem("有误", 2),)
    )
    assert (
        "\n".join(inspection_lines(inspection, Page(60)))
        == """\
书.txt
读作    论述摘编（纯文本）
标题    书（文件名）
讲话人  不详
日期    不详
整篇    不是讲话
内容    1 段
未读    2 行像出处而没有读懂，其上的文字因此没有出处
存疑    像一本书，但没有章
有误    第 2 行：有误

  行   作    文字 → 所得
  1    段    核心技术是国之重器。
! 2–3  未读  转引自某书
             → 没有标题
! 4    未读  另见某报
             → 像出处，没有读懂
  5–6  不收  2 行：广告
       略去  不明
             → 不在索引里，原因不明"""
    )
    coloured = list(inspection_lines(inspection, Page(60, COLOURED)))
    assert "\x1b[1;31m!\x1b[0m \x1b[36m2–3\x1b[0m  \x1b[1;31m未读\x1b[0m" in "\n".join(coloured)


@pytest.mark.usefixtures("in_chinese")
def test_each_of_several_documents_has_a_short_heading(lunshu: Lunshu, desk: Path) -> None:
    lines = [
        {
            "doc": "甲",
            "title": "张三讲话",
            "speech": "论读书",
            "date": "2001-05",
            "text": "要读书。",
        },
        {"doc": "乙", "text": "要写字。", "主题": "字"},
    ]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (desk / "a.jsonl").write_text(text, "utf-8")
    assert (
        lunshu("inspect", "a.jsonl").out
        == """\
a.jsonl
读作      JSON Lines
内容      2 篇文档 · 2 段
未用字段  主题（1 条）

  行  作  文字 → 所得

甲  日期不详  张三讲话
    1 段 · 论述 1 · 讲话 1
  1   段  1 条记录，1 段：要读书。

乙  日期不详
    1 段
  2   段  1 条记录，1 段：要写字。
"""
    )


def test_of_many_documents_of_records_the_first_are_shown(lunshu: Lunshu, desk: Path) -> None:
    text = "".join(f'{{"doc": "d{at}", "text": "文。"}}\n' for at in range(25))
    (desk / "a.jsonl").write_text(text, "utf-8")
    assert lunshu("inspect", "a.jsonl").out.endswith(
        "\n5 more documents (--format json lists all)\n"
    )
    told = json.loads(lunshu("inspect", "a.jsonl", "--format", "json").out)
    assert len(told["documents"]) == 25


def _problem_lines(*problems: Problem) -> list[str]:
    inspection = Inspection(path="书.txt", format="text", documents=(), problems=problems)
    text = "\n".join(inspection_lines(inspection, Page(200)))
    return [line for line in text.splitlines() if line.startswith("有误")]


@pytest.mark.usefixtures("in_chinese")
def test_faults_of_one_kind_are_one_line() -> None:
    def fault(line: int, note: str) -> Problem:
        return Problem(said("reading.attribution_without_text", note=note), line)

    wrong = "之上没有文字；请补上文字，或者删去出处"
    assert _problem_lines(*(fault(line, "某书") for line in range(1, 12))) == [
        f"有误  第 1、2、3、4、5、6、7、8、9、10… 行：出处“某书”{wrong}"
    ]
    assert _problem_lines(*(fault(line, f"书{line}") for line in range(1, 12))) == [
        f"有误  第 1 行：出处“书1”{wrong}（同类共 11 处）"
    ]
