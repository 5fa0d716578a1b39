"""`lunshu similar`, `dupes` and `first` as users run them: stdout, stderr, exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import Lunshu, Run


@pytest.fixture
def index(sayings_index: Path, monkeypatch: pytest.MonkeyPatch, desk: Path) -> Path:  # noqa: ARG001
    """The index that commands ask."""
    monkeypatch.setenv("LUNSHU_INDEX", str(sayings_index))
    return sayings_index


pytestmark = pytest.mark.usefixtures("index")

COMMANDS = (
    ("similar", "said/讲话集#1"),
    ("dupes",),
    ("first", "隐患"),
)


@pytest.mark.usefixtures("in_chinese")
def test_similar_prints_variants(lunshu: Lunshu) -> None:
    assert lunshu("similar", "said/讲话集#4") == Run(
        0,
        """\
1 段与此有相同的长句（13 字以上） · 首见 2016-02-19 said/讲话集#3
〔甲→乙〕所查作甲，此处作乙；〔－甲〕此处缺甲；〔＋乙〕此处多乙

所查  said/讲话集#4  2019-01  在集体学习时的讲话
    我多次说过，[过不了互联网这一关，就过不了长期执政这一关]。

 1  said/讲话集#3  2016-02-19  在新闻舆论工作座谈会上的讲话
    过不了互联网这一关，就过不了长期执政这一关
    首见 · 相同 20 字 · 第3行
""",
        "",
    )


@pytest.mark.usefixtures("in_chinese")
def test_dupes_prints_groups(lunshu: Lunshu) -> None:
    assert lunshu("dupes", "--limit", "1") == Run(
        0,
        """\
2 处重复（13 字以上）
〔甲→乙〕首见作甲，此处作乙；〔－甲〕此处缺甲；〔＋乙〕此处多乙

 1  2 段 · 2016-02-19 – 2019-01
    过不了互联网这一关，就过不了长期执政这一关
    2016-02-19  said/讲话集#3  在新闻舆论工作座谈会上的讲话
                [过不了互联网这一关，就过不了长期执政这一关]。
    2019-01     said/讲话集#4  在集体学习时的讲话
                过不了互联网这一关，就过不了长期执政这一关

还有 1 处（--limit 0 列出全部）
""",
        "",
    )


@pytest.mark.usefixtures("in_chinese")
def test_first_prints_the_first_use(lunshu: Lunshu) -> None:
    assert lunshu("first", "隐患", "--since", "2017") == Run(
        0,
        """\
首见  2019-10-24  said/讲话集#2  在集体学习时的讲话
    会上说，核心技术是我们最大的命门，核心技术受制于人就是我们最大的[隐患]！别无
    他意。
    第一章 总论 · 第2行
""",
        "",
    )


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        (("similar", "said/讲话集#1", "--min-length", "30"), "没有相同的长句（30 字以上）"),
        (("dupes", "--min-length", "40"), "没有重复（40 字以上）"),
        (("first", "无此说"), "没有找到"),
        (("first", "众所周知"), "没有找到有日期的段落，1 段日期不详"),
    ],
)
@pytest.mark.parametrize("output", ["text", "json", "jsonl"])
def test_nothing_is_told_on_stderr_and_by_the_exit_code(
    lunshu: Lunshu, arguments: tuple[str, ...], note: str, output: str
) -> None:
    run = lunshu(*arguments, "--format", output)
    assert (run.code, run.err) == (1, f"lunshu: {note}\n")
    assert bool(run.out) == (output == "json")
    assert lunshu(*arguments, "--quiet").err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("similar", "said/讲话集#99"), "passages run from 1 to 4"),
        (("similar", "x"), "'x' is not an id; give one such as 002#12, as search shows it"),
        (
            ("similar", "said/讲话集#1", "--min-length", "5"),
            "runs of 5 letters tell nothing; give 6 or more",
        ),
        (("dupes", "--min-length", "0"), "is not a whole number from 1 on"),
        (("dupes", "--in", "book"), "'book' is not one of 'speech', 'all'"),
        (("first", "(隐患"), "this ( is never closed"),
        (("first", "隐患", "--since", "昨天"), "since '昨天' is not a date"),
        (("first",), "Missing argument 'QUERY'"),
    ],
)
def test_an_error_is_one_line(lunshu: Lunshu, arguments: tuple[str, ...], message: str) -> None:
    run = lunshu(*arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_json_is_one_object_and_jsonl_one_line_for_each_thing(
    lunshu: Lunshu, arguments: tuple[str, ...]
) -> None:
    whole = json.loads(lunshu(*arguments, "--format", "json").out)
    lines = lunshu(*arguments, "--format", "jsonl").out.splitlines()
    (things,) = (whole[name] for name in ("variants", "groups", "hits") if name in whole)
    assert list(map(json.loads, lines)) == things
    assert len(things) > 1


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_a_limit_of_0_is_none(lunshu: Lunshu, arguments: tuple[str, ...]) -> None:
    every = lunshu(*arguments, "--limit", "0", "--format", "jsonl").out.splitlines()
    assert lunshu(*arguments, "--limit", "1", "--format", "jsonl").out.splitlines() == every[:1]
    assert len(every) > 1


def test_first_takes_a_query_that_begins_with_a_minus(lunshu: Lunshu) -> None:
    assert "said/讲话集#3" in lunshu("first", "-隐患").out


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_colours_come_where_they_are_wanted(lunshu: Lunshu, arguments: tuple[str, ...]) -> None:
    assert "\x1b[" in lunshu(*arguments, "--color", "always").out
    assert "\x1b[" not in lunshu(*arguments).out
