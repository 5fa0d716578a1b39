"""`lunshu` as users run it: what is on stdout, what on stderr, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import pty
import re
import shlex
import shutil
import signal
import subprocess
import sys
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

import pytest

from indexer import update_index
from searcher.cli import program
from searcher.render.typeset.characters import text_width
from tests.support.command_line import CHECKOUT, PROGRAM, Lunshu, Run, spawn
from tests.support.corpus import write_corpus

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the small collection. Do not change it."""
    folder = tmp_path_factory.mktemp("cli")
    write_corpus(folder / "seeds")
    done = subprocess.run(
        [*PROGRAM, "index", "--quiet"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return folder / "index"


# search


@pytest.mark.usefixtures("in_chinese")
def test_search_prints_hits_and_says_what_else_there_is(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("search", "--index", small_index, "核心技术", "--sort", "date")
    assert run == Run(
        0,
        """\
2 段 · 2 篇讲话 · 2016-04-19 – 2018-11

 1  small/讲话集#1  2016-04-19  在网信工作座谈会上的讲话
    [核心技术]是国之重器。[核心技术]受制于人是最大的隐患。
    第一章 总论 · 《人民日报》2016年4月26日，第1页 · 第1行

 2  small/讲话集#3  2018-11     致技术大会的贺信
    要突破[核心技术]，培养人才。
    第十二章 人才 · 第3行
""",
        "",
    )


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.usefixtures("at_terminal")
def test_search_suggests_a_field_in_one_line(lunshu: Lunshu, small_index: Path) -> None:
    asked = ("search", "--index", small_index, "贺信")
    run = lunshu(*asked)
    assert (
        run.code,
        run.out.startswith("0 段\n\n相关段落（不含所查原文）\n\n 1  small/讲话集#3"),
    ) == (
        0,
        True,
    )
    command = f"lunshu search --index {small_index} '讲话：贺信'"
    assert run.err == f"lunshu: 另有 1 段的讲话标题含“贺信”，列出：{command}\n"
    assert lunshu(*asked, "--quiet").err == ""


@pytest.mark.usefixtures("in_chinese", "at_terminal")
def test_a_suggestion_does_not_repeat_what_the_environment_says(
    lunshu: Lunshu, small_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_INDEX", str(small_index))
    run = lunshu("search", "贺信")
    assert run.err == "lunshu: 另有 1 段的讲话标题含“贺信”，列出：lunshu search '讲话：贺信'\n"


def test_search_writes_one_json_object(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("search", "--index", small_index, "核心技术", "--format", "json", "--limit", 1)
    answer = json.loads(run.out)
    assert (run.code, run.out.count("\n")) == (0, 1)
    assert list(answer) == [
        "format_version",
        "query",
        "total",
        "related",
        "speeches",
        "earliest",
        "latest",
        "suggestions",
        "headings",
        "dropped_marks",
        "as_text",
        "took_ms",
        "hits",
    ]
    assert (answer["total"], answer["related"], len(answer["hits"])) == (2, 0, 1)


def test_search_writes_one_hit_a_line(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("search", "--index", small_index, "核心技术", "--format", "jsonl", "--limit", 0)
    hits = [json.loads(line) for line in run.out.splitlines()]
    assert [hit["match"] for hit in hits] == ["exact", "exact"]
    assert {hit["text"][start:end] for hit in hits for start, end in hit["spans"]} == {"核心技术"}


@pytest.mark.usefixtures("in_chinese")
def test_nothing_found_is_an_empty_answer_to_programs(lunshu: Lunshu, small_index: Path) -> None:
    asked = ("search", "--index", small_index, '"无此词"')
    assert lunshu(*asked, "-q") == Run(1, "", "")
    assert lunshu(*asked, "--format", "jsonl") == Run(1, "", "lunshu: 没有找到\n")
    run = lunshu(*asked, "--format", "json", "-q")
    assert (run.code, json.loads(run.out)["hits"]) == (1, [])


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ('"核心技术"', "--offset 超出范围：精确命中共 2 段"),
        ("网络大会", "--offset 超出范围：精确命中共 0 段，相关段落共 1 段"),
        ("无此词", "没有找到"),
    ],
)
def test_an_offset_beyond_the_answer_is_said(
    lunshu: Lunshu, small_index: Path, query: str, message: str
) -> None:
    run = lunshu("search", "--index", small_index, query, "--offset", 20)
    assert run == Run(1, "", f"lunshu: {message}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["-核心"],
        ["－核心"],
        ["-核心", "--limit", "5"],
        ["--limit", "5", "-核心"],
        ["--", "-核心"],
        ['-"核心技术"'],
        ["-（核心 或 无此词）"],
    ],
)
def test_a_query_may_begin_with_a_minus(
    lunshu: Lunshu, small_index: Path, arguments: list[str]
) -> None:
    asked = ("--index", small_index, "--role", "speech", "--format", "jsonl")
    run = lunshu("search", *asked, *arguments)
    assert [json.loads(line)["id"] for line in run.out.splitlines()] == ["small/讲话集#2"]


def test_the_value_of_an_option_may_begin_with_a_minus(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("search", "--index", small_index, "-核心", "--speech", "-贺信", "-q")
    assert (run.code, run.out) == (1, "")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--chapter", "十二"], ["#3"]),
        (["--speech", "座谈会"], ["#1"]),
        (["--role", "speech", "--sort", "-date"], ["#3", "#1"]),
        (["--role", "article"], []),
        (["--doc", "杂文"], []),
        (["--since", "2018"], ["#3"]),
        (["--until", "2017"], ["#1"]),
        (["--sort", "position", "--offset", "1"], ["#3"]),
    ],
)
def test_options_narrow_and_order_the_answer(
    lunshu: Lunshu, small_index: Path, options: list[str], ids: list[str]
) -> None:
    run = lunshu("search", "--index", small_index, '"核心技术"', "--format", "jsonl", *options)
    found = [json.loads(line)["id"] for line in run.out.splitlines()]
    assert found == [f"small/讲话集{id_}" for id_ in ids]
    assert run.code == (0 if ids else 1)


# show


@pytest.mark.usefixtures("in_chinese")
def test_show_prints_a_passage(lunshu: Lunshu, small_index: Path) -> None:
    assert lunshu("show", "--index", small_index, "small/讲#2") == Run(
        0,
        """\
small/讲话集#2  2014-02-27  在领导小组会议上的讲话
第一章 总论 · small.jsonl 第2行

    没有网络安全就没有国家安全，没有信息化就没有现代化。

前一段 small/讲话集#1  核心技术是国之重器。核心技术受制于人是…
后一段 small/讲话集#3  要突破核心技术，培养人才。
""",
        "",
    )


def test_show_writes_json(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("show", "--index", small_index, "small/讲#1", "--format", "json")
    shown = json.loads(run.out)
    assert list(shown) == ["format_version", "passage", "paragraphs"]
    assert shown["passage"]["after"] == "small/讲话集#2"
    run = lunshu("show", "--index", small_index, "small/讲#1", "--format", "jsonl")
    assert [json.loads(line) for line in run.out.splitlines()] == shown["paragraphs"]


def test_show_marks_the_paragraph_that_is_named(lunshu: Lunshu, seed_index: Path) -> None:
    shown = lunshu("show", "--index", seed_index, "002#24.2").out
    assert re.findall(r"^\S*\.\d", shown, re.MULTILINE) == [".1", "▸.2"]
    shown = lunshu("show", "--index", seed_index, "002#24").out
    assert re.findall(r"^\S*\.\d", shown, re.MULTILINE) == [".1", ".2"]


@pytest.mark.usefixtures("in_chinese")
def test_show_takes_an_id_of_the_source(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds" / "a.jsonl").write_text('{"text": "一段。", "id": "x.9"}', "utf-8")
    assert lunshu("show", "x.9", "-q").out.startswith("a#1  日期不详\n")


def test_an_unknown_id_is_an_error(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("show", "--index", small_index, "nowhere#1")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("lunshu: nowhere#1: ")


# list


@pytest.mark.usefixtures("in_chinese")
def test_list_prints_tables(lunshu: Lunshu, small_index: Path) -> None:
    assert lunshu("list", "--index", small_index, "chapters") == Run(
        0,
        """\
文档          论述  段  日期                     章
small/讲话集     2   2  2014-02-27 – 2016-04-19  第一章 总论
small/讲话集     1   1  2018-11-01 – 2018-11-30  第十二章 人才
""",
        "",
    )
    assert lunshu("list", "--index", small_index, "speeches") == Run(
        0,
        """\
日期        论述  段  讲话
2014-02-27     1   1  在领导小组会议上的讲话
2016-04-19     1   1  在网信工作座谈会上的讲话
2018-11        1   1  致技术大会的贺信
""",
        "",
    )


def test_list_writes_arrays_and_lines(lunshu: Lunshu, small_index: Path) -> None:
    array = json.loads(lunshu("list", "--index", small_index, "documents", "--format", "json").out)
    lines = lunshu("list", "--index", small_index, "documents", "--format", "jsonl").out
    assert [json.loads(line) for line in lines.splitlines()] == array
    assert [entry["doc"] for entry in array] == ["small/讲话集", "small/杂文"]


@pytest.mark.usefixtures("in_chinese")
def test_separate_days_are_listed_as_they_are(lunshu: Lunshu, seed_index: Path) -> None:
    listed = lunshu("list", "speeches", "--index", seed_index)
    assert "\n2020-02-05、02-14 " in listed.out
    lines = lunshu("list", "speeches", "--index", seed_index, "--format", "jsonl").out.splitlines()
    days = [json.loads(line)["dates"] for line in lines]
    several = [["2013-06-19", "2014-05-19"], ["2020-02-05", "2020-02-14"]]
    assert [day for day in days if day != []] == several


@pytest.mark.parametrize("what", ["documents", "chapters", "speeches", "speakers"])
def test_no_row_of_a_list_is_wider_than_the_page(lunshu: Lunshu, desk: Path, what: str) -> None:
    write_corpus(desk / "seeds")
    for name in ("long" * 30, "长" * 60):
        text = f"# {name}\n\n## 第一章 {name}\n\n核心技术。\n"
        (desk / "seeds" / f"{name}.md").write_text(text, "utf-8")
        record = json.dumps({"text": "核心技术。", "speech": name, "speaker": name})
        (desk / "seeds" / f"{name[:9]}.jsonl").write_text(record, "utf-8")
    lunshu("index", "-q")
    assert all(text_width(line) <= 80 for line in lunshu("list", what).out.splitlines())
    for columns in (40, 28):
        shown = in_terminal(columns, "list", what, "--color", "never")
        assert all(text_width(line) <= columns for line in shown.splitlines())


@pytest.mark.usefixtures("in_chinese")
def test_an_empty_list_is_nothing_found(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds" / "a.txt").write_text("一段文字。\n", "utf-8")
    assert lunshu("list", "speeches", "-q") == Run(1, "", "")
    assert lunshu("list", "chapters") == Run(1, "", "lunshu: 没有章\n")
    assert lunshu("list", "speeches", "--format", "json") == Run(1, "[]\n", "lunshu: 没有讲话\n")


# the first question, asked before there is an index


@pytest.mark.parametrize(
    "arguments", [("search", "国家安全"), ("show", "small/讲#1"), ("list", "documents")]
)
def test_the_first_question_builds_the_index(
    lunshu: Lunshu, desk: Path, arguments: tuple[str, ...]
) -> None:
    write_corpus(desk / "seeds")
    first = lunshu(*arguments)
    assert (first.code, first.err) == (0, "lunshu: building index from seeds\n")
    assert lunshu(*arguments) == Run(0, first.out, "")


@pytest.mark.usefixtures("in_chinese")
def test_the_first_question_is_answered_although_a_file_cannot_be_read(
    lunshu: Lunshu, desk: Path
) -> None:
    write_corpus(desk / "seeds")
    (desk / "seeds" / "bad.jsonl").write_bytes(b"{\n")
    run = lunshu("search", "核心技术", "--quiet")
    assert run.code == 0
    assert run.out.startswith("2 段 · 2 篇讲话")
    assert run.err.startswith("lunshu: bad.jsonl：")
    assert run.err.count("\n") == 1


def test_without_seeds_the_error_says_what_to_do(lunshu: Lunshu) -> None:
    run = lunshu("search", "人才")
    assert run == Run(
        2,
        "",
        "lunshu: index: there is no index here; build one with: "
        "lunshu index FOLDER --index index, or name another folder with --index DIR\n",
    )


# errors


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing command; see lunshu --help"),
        (["search"], "Missing argument 'QUERY'; see lunshu search --help"),
        (
            ["search", "-AI"],
            "No such option '-A'; "
            'write "--" before a query that begins with "-"; see lunshu search --help',
        ),
        (
            ["search", "核心", "技术"],
            "the query is one argument: write '核心 技术'; see lunshu search --help",
        ),
        (
            ["search", "核心", "--sort", "rank"],
            "sort 'rank' is not known; give one of relevance, date, -date, position",
        ),
        (
            ["search", "\udcff"],
            "Invalid value for 'QUERY': it is not valid UTF-8; see lunshu search --help",
        ),
        (
            ["search", "核心", "--limit", "x"],
            "Invalid value for '--limit': 'x' is not a whole number from 0 on; "
            "see lunshu search --help",
        ),
        (
            ["search", "核心", "--offset", "-1"],
            "Invalid value for '--offset': '-1' is not a whole number from 0 on; "
            "see lunshu search --help",
        ),
        (
            ["search", "核心", "--index", ""],
            "--index needs the name of a folder; see lunshu search --help",
        ),
        (["index", ""], "FOLDER needs the name of a folder; see lunshu index --help"),
        (["index", "nowhere"], None),
        (["index", "/dev/null"], None),
    ],
)
def test_an_error_is_one_line(lunshu: Lunshu, arguments: list[str], message: str | None) -> None:
    run = lunshu(*arguments)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("lunshu: ")
    # Click puts names in quotes from 8.4 on only.
    if message is not None:
        assert run.err.replace("'", "").replace("option:", "option") == (
            f"lunshu: {message}\n".replace("'", "")
        )


def test_only_a_single_minus_may_be_meant_for_a_query(lunshu: Lunshu) -> None:
    assert 'write "--" before' in lunshu("search", "-AI").err
    assert 'write "--" before' not in lunshu("search", "核心", "--limt", "5").err
    assert 'write "--" before' not in lunshu("list", "-x").err


def test_an_empty_variable_names_no_index(
    lunshu: Lunshu, small_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_INDEX", "")
    assert lunshu("search", "核心").err == (
        "lunshu: LUNSHU_INDEX needs the name of a folder; see lunshu search --help\n"
    )
    assert lunshu("search", "核心", "--index", small_index).code == 0


def test_a_malformed_query_is_pointed_at(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("search", "--index", small_index, "\x1b[2J (核心")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith("lunshu: query, character 6: ")
    assert run.err.endswith(" — ␛[2J ▶(核心\n")


def test_an_impossible_date_is_an_error(lunshu: Lunshu, small_index: Path) -> None:
    run = lunshu("search", "--index", small_index, "核心", "--since", "2018-02-30")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_an_index_that_cannot_be_written_is_an_error(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    (desk / "file").write_text("")
    run = lunshu("index", "--index", desk / "file", "-q")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_an_operating_system_error_names_the_file(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_arguments: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "x\x1by")

    monkeypatch.setattr(program, "run", fail)
    assert lunshu("status") == Run(2, "", "lunshu: x␛y: Permission denied\n")


def test_a_fault_of_the_program_is_not_hidden(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_arguments: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(program, "run", fail)
    run = lunshu("status")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Traceback (most recent call last):\n")
    assert run.err.endswith("\nZeroDivisionError\n")


@pytest.mark.usefixtures("in_chinese")
def test_a_new_list_of_terms_is_a_change(lunshu: Lunshu, desk: Path, seeds: Path) -> None:
    (desk / "seeds").mkdir()
    shutil.copy(next(seeds.glob("003*")), desk / "seeds")
    lunshu("index", "-q")
    (desk / "terms.txt").write_text("两个维护\n", "utf-8")
    assert "变动      terms.txt\n更新      lunshu index" in lunshu("status").out
    (desk / "terms.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert "变动      terms.txt\n更新      lunshu index" in lunshu("status").out
    assert lunshu("index").code == 2


# help


def test_version_is_one_line(lunshu: Lunshu) -> None:
    assert lunshu("--version") == Run(0, "lunshu 0.1.0\n", "")


def test_examples_in_help_texts_work(lunshu: Lunshu, desk: Path, seeds: Path) -> None:
    (desk / "seeds").symlink_to(seeds)
    lunshu("index", "-q")
    for command in (
        [],
        ["search"],
        ["show"],
        ["list"],
        ["status"],
        ["index"],
        ["explain"],
        ["trace"],
        ["cite"],
        ["similar"],
        ["dupes"],
        ["first"],
    ):
        help_text = lunshu(*command, "--help").out
        examples = re.findall(r"Example:\n +lunshu (.+)\n", help_text)
        assert len(examples) == 1, help_text
        run = lunshu(*shlex.split(examples[0]))
        assert (run.code, bool(run.out)) == (0, True), examples[0]


def test_queries_in_the_help_of_search_work(
    lunshu: Lunshu, seed_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_INDEX", str(seed_index))
    table = re.findall(r"^ {4}(\S.*?)   ", lunshu("search", "--help").out, re.MULTILINE)
    queries = [query for row in table for query in shlex.split(row)]
    assert len(queries) == 8
    for query in queries:
        assert lunshu("search", query, "--exact").code == 0, query


# the seeds


def test_the_seeds_are_listed(lunshu: Lunshu, seed_index: Path) -> None:
    run = lunshu("list", "documents", "--index", seed_index, "--format", "json")
    book = next(entry for entry in json.loads(run.out) if entry["kind"] == "compendium")
    assert list(book) == [
        "doc",
        "path",
        "title",
        "kind",
        "date",
        "publisher",
        "chapters",
        "speeches",
        "passages",
        "paragraphs",
        "front_matter",
        "first_date",
        "last_date",
        "group",
        "speaker",
        "speakers",
        "notes",
        "unread",
        "doubt",
    ]
    numbers = ("chapters", "speeches", "passages", "paragraphs")
    assert [book[number] for number in numbers] == [9, 100, 285, 307]
    assert (book["first_date"], book["last_date"]) == ("2013-03-04", "2020-11-23")


@pytest.mark.usefixtures("in_chinese")
def test_a_passage_of_the_seeds_is_shown_by_its_short_id(lunshu: Lunshu, seed_index: Path) -> None:
    found = lunshu("search", "--index", seed_index, '"花钱买不来"')
    heading = "002#185  2018-04-20  习近平 · 在全国网络安全和信息化工作会议上的讲话\n"
    assert found.out.startswith(f"1 段 · 1 篇讲话 · 2018-04-20\n\n 1  {heading}")
    shown = lunshu("show", "--index", seed_index, "002#185")
    assert shown.out.startswith(heading)


# the process


def test_a_closed_pipe_ends_quietly(seed_index: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "search", "网络", "--limit", "0", "--format", "jsonl", "--index", seed_index],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 0


def test_what_python_says_of_other_packages_stays_hidden(small_index: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "search", "核心技术", "--index", small_index],
        env=os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path)},  # everything is compiled anew
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_an_error(small_index: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "search", "核心技术", "--index", small_index],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        2,
        b"lunshu: stdout: No space left on device; free some space or write elsewhere\n",
    )


def test_help_on_a_full_disk_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"No space left on device" in done.stderr


@pytest.mark.parametrize("query", ["(", "无此词", "核心技术"])
def test_a_message_that_cannot_be_written_is_an_error(tmp_path: Path, query: str) -> None:
    write_corpus(tmp_path / "seeds")
    update_index(tmp_path / "seeds", tmp_path / "index")
    (tmp_path / "seeds" / "new.txt").write_text("又一段。", "utf-8")  # of which a note tells
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "search", query, "--index", tmp_path / "index"],
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert done.returncode == 2
    assert bool(done.stdout) == (query == "核心技术")


def test_closed_streams_are_no_fault(small_index: Path) -> None:
    command = shlex.join([*PROGRAM, "search", "核心技术", "--index", str(small_index)])
    done = subprocess.run(["sh", "-c", f"{command} >&-"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run(["sh", "-c", f"{command} --limt 2>&-"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")


def test_ctrl_c_ends_calmly(desk: Path, seeds: Path) -> None:
    # A shell that runs the tests in the background has them and their children ignore the signal.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*PROGRAM, "index", seeds], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    signal.signal(signal.SIGINT, ours)
    assert process.stderr is not None
    started = process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert started == f"lunshu: indexing {seeds}\n".encode()
    assert (process.returncode, out, err) == (130, b"", b"")
    assert spawn("search", "核心", "--index", desk / "index").code == 2


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_any_locale_speaks_utf8(desk: Path, locale: str) -> None:
    ascii_only = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    write_corpus(desk / "语料")
    built = spawn("index", "语料", "--index", "索引", **ascii_only)
    assert (built.code, built.err) == (0, "lunshu: 为 语料 建立索引\n")
    assert (desk / "索引").is_dir()
    assert spawn("search", "人才", "--index", "索引", **ascii_only).out.startswith("2 段")
    status = spawn("status", "--index", "索引", "--format", "json", **ascii_only)
    assert json.loads(status.out)["index"] == "索引"


def in_terminal(columns: int, *arguments: object, **environment: str) -> str:
    """What a command shows on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm"} | environment,
    )
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 4096):
            shown += block
    except OSError:  # how Linux reports that the other side is closed
        pass
    os.close(ours)
    process.wait()
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.usefixtures("in_chinese")
def test_a_terminal_gets_colours_and_its_own_width(small_index: Path) -> None:
    asked = ("search", "--index", small_index, '"国之重器"')
    shown = in_terminal(40, *asked)
    assert "\x1b[1;31m国之重器\x1b[0m" in shown
    assert (
        re.sub(r"\x1b\[[0-9;]*m", "", shown)
        == """\
1 段 · 1 篇讲话 · 2016-04-19

 1  small/讲话集#1  2016-04-19
    在网信工作座谈会上的讲话
    核心技术是国之重器。核心技术受制于人
    是最大的隐患。
    第一章 总论 · 《人民日报》2016年4月
    26日，第1页 · 第1行
"""
    )


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_colours_can_be_refused(
    small_index: Path, options: list[str], environment: dict[str, str], coloured: bool
) -> None:
    shown = in_terminal(80, "show", "--index", small_index, "small/讲#1", *options, **environment)
    assert ("\x1b" in shown) is coloured


def test_colours_can_be_asked_for_in_a_pipe(lunshu: Lunshu, small_index: Path) -> None:
    asked = ("search", "--index", small_index, "人才")
    assert "\x1b" not in lunshu(*asked).out
    assert "\x1b[1;31m人才\x1b[0m" in lunshu(*asked, "--color", "always").out


@pytest.mark.usefixtures("in_chinese")
def test_a_terminal_sees_one_line_of_progress_that_goes_away(desk: Path) -> None:
    write_corpus(desk / "seeds")
    shown = in_terminal(80, "index")
    assert "\r\x1b[Klunshu: 为 seeds 建立索引：读取文件，100%" in shown
    progress, report = shown.rsplit("\r\x1b[K", 1)
    assert "\n" not in progress
    assert report.startswith("已新建索引：")


def imported_by(*arguments: object) -> set[str]:
    """The modules that a command has imported when it ends."""
    code = (
        "import atexit, sys; from searcher.cli import main; "
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, check=True
    )
    return set(done.stderr.decode("utf-8").split())


def test_nothing_is_imported_that_a_command_does_not_need(small_index: Path) -> None:
    heavy = {"numpy", "whoosh", "jieba", "yaml", "orjson", "wcwidth", "importlib.metadata"}
    assert imported_by("--version") & heavy == set()
    assert imported_by("search", "--help") & heavy == set()
    asked = ("search", "核心技术", "--index", small_index, "-q")
    assert imported_by(*asked) & {"jieba", "yaml", "wcwidth"} == set()


def test_rendering_imports_nothing_that_finds() -> None:
    modules = [path.stem for path in (CHECKOUT / "searcher" / "render").glob("[!_]*.py")]
    code = "import sys, importlib\nfor name in sys.argv[1:]: importlib.import_module(name)\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "print(*sys.modules)"]
        + [f"searcher.render.{name}" for name in modules],
        capture_output=True,
        check=True,
    )
    imported = set(done.stdout.decode("utf-8").split())
    assert imported & {"numpy", "whoosh", "jieba", "wcwidth", "click"} == set()
