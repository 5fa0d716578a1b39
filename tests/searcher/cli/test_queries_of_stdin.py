"""Queries from standard input, one a line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.support.command_line import Lunshu
from tests.support.corpus import write_corpus


@pytest.fixture
def typed(desk: Path, lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A folder with an index, where standard input can be given."""
    write_corpus(desk / "seeds")
    lunshu("index", "-q")
    return monkeypatch


def give(patch: pytest.MonkeyPatch, data: bytes) -> None:
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_each_line_has_its_answer(lunshu: Lunshu, typed: pytest.MonkeyPatch) -> None:
    give(typed, "\ufeff核心技术\r\n\n  \n无此词\n-核心 人才".encode())
    run = lunshu("search", "--stdin", "--format", "jsonl", "--exact")
    answers = [json.loads(line) for line in run.out.splitlines()]
    assert (run.code, run.err) == (0, "")
    assert [(one["query"], one["total"]) for one in answers] == [
        ("核心技术", 2),
        ("无此词", 0),
        ("-核心 人才", 0),
    ]


@pytest.mark.usefixtures("in_chinese")
def test_a_line_that_is_no_query_is_reported_and_the_others_are_answered(
    lunshu: Lunshu, typed: pytest.MonkeyPatch
) -> None:
    give(typed, "(核心\n核心技术\n".encode())
    run = lunshu("search", "--stdin", "--limit", 1, "--exact")
    assert run.code == 2
    assert run.out.splitlines()[0] == "▶ (核心"
    assert "▶ 核心技术" in run.out.splitlines()
    assert run.err.startswith("lunshu: 第 1 行：查询第 1 个字符：")
    give(typed, "(核心\n核心技术\n".encode())
    wrong, right = json.loads(lunshu("search", "--stdin", "--format", "json").out)["answers"]
    assert (wrong["query"], wrong["error"]["kind"], wrong["error"]["position"]) == (
        "(核心",
        "query",
        0,
    )
    assert right["total"] == 2
    give(typed, "(核心".encode())
    assert lunshu("search", "--stdin", "--plain", "-q").code == 0


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("arguments", "data", "said"),
    [
        ((), b" \n", "标准输入里没有查询：请每行写一条"),
        ((), b"\x89PNG\r\n\x1a\n\0\0", "标准输入不是文字："),
        (("核心",), b"", "查询来自标准输入：请去掉查询，或者去掉 --stdin；"),
        (
            ("--format", "csv"),
            "核心".encode(),
            "表格只列一条查询的结果：多条查询请用 --format json",
        ),
    ],
)
def test_what_cannot_be_asked_is_one_line(
    lunshu: Lunshu,
    typed: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    data: bytes,
    said: str,
) -> None:
    give(typed, data)
    run = lunshu("search", "--stdin", *arguments)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"lunshu: {said}")


def test_nothing_found_for_any_line_is_exit_code_1(
    lunshu: Lunshu, typed: pytest.MonkeyPatch
) -> None:
    give(typed, '"无此词"\n"也无"'.encode())
    assert lunshu("search", "--stdin").code == 1
