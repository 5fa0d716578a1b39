"""Errors for programs: one record on stdout where JSON was asked for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest

from indexer import errors
from searcher import Searcher
from searcher.cli.errors import asks_for_json, error_kind
from tests.support.command_line import Lunshu, Run


@pytest.fixture(autouse=True)
def index(sayings_index: Path, monkeypatch: pytest.MonkeyPatch, desk: Path) -> Path:  # noqa: ARG001
    """The index that commands ask."""
    monkeypatch.setenv("LUNSHU_INDEX", str(sayings_index))
    return sayings_index


@pytest.mark.parametrize(
    ("arguments", "kind", "position"),
    [
        (("search", "核心*"), "query", 2),
        (("search", "nosuch:甲"), "query", 0),
        (("explain", "(核心"), "query", 0),
        (("first", "date:2018-13"), "query", 5),
        (("show", "nowhere#1"), "passage_id", None),
        (("similar", "said/讲话集#99"), "passage_id", None),
        (("cite", "said/讲话集#1", "--accessed", "gestern"), "option", None),
        (("search", "甲", "--since", "2019", "--until", "2018"), "option", None),
        (("search", "甲", "--limit", "x"), "usage", None),
        (("search",), "usage", None),
        (("search", "甲", "乙"), "usage", None),
        (("search", "甲", "--bogus"), "usage", None),
        (("trace", "gone.txt"), "source", None),
        (("index", "gone"), "seeds", None),
        (("nonsense",), "usage", None),
        (("--bogus", "search", "甲"), "usage", None),
        (("-x",), "usage", None),
    ],
)
def test_an_error_is_a_record_and_a_line(
    lunshu: Lunshu,
    arguments: tuple[str, ...],
    kind: str,
    position: int | None,
) -> None:
    plain = lunshu(*arguments)
    run = lunshu(*arguments, "--format", "json")
    assert (run.code, run.err, run.out.count("\n")) == (2, plain.err, 1)
    (error,) = json.loads(run.out).items()
    assert error[0] == "error"
    record = error[1]
    assert list(record) == ["kind", "message", "position"]
    assert (record["kind"], record["position"]) == (kind, position)
    assert run.err.startswith(f"lunshu: {record['message']}")


def test_json_lines_have_the_same_record(lunshu: Lunshu) -> None:
    asked = ("search", "核心*", "--format")
    assert lunshu(*asked, "jsonl") == lunshu(*asked, "json")


def test_the_line_stays_also_where_nothing_but_errors_is_wanted(lunshu: Lunshu) -> None:
    run = lunshu("show", "nowhere#1", "--format=json", "-q")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert json.loads(run.out)["error"]["kind"] == "passage_id"


def test_text_and_files_have_no_record(lunshu: Lunshu, desk: Path) -> None:
    for asked in ((), ("--format", "csv"), ("-o", "a.json"), ("-o", "a", "--format", "json")):
        run = lunshu("show", "nowhere#1", *asked)
        assert (run.code, run.out) == (2, "")
    assert os.listdir(desk) == []


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (MemoryError(), "memory", "there is not enough memory; "),
        (OSError(12, "Cannot allocate memory"), "memory", "there is not enough memory; "),
        (OSError(5, "Input/output error", "a\udcff"), "system", "a\ufffd: "),
        (ValueError("odd"), "unexpected", "ValueError: odd"),
    ],
)
def test_what_nobody_foresaw_has_a_kind_too(
    lunshu: Lunshu,
    monkeypatch: pytest.MonkeyPatch,
    *,
    error: Exception,
    kind: str,
    message: str,
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(Searcher, "passage", fail)
    run = lunshu("show", "said/讲话集#1", "--format", "json")
    record = json.loads(run.out)["error"]
    assert (run.code, record["kind"], record["position"]) == (2, kind, None)
    assert record["message"].startswith(message)


def test_ctrl_c_is_no_error(lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ImportError("what became of it")

    monkeypatch.setattr(Searcher, "passage", fail)
    monkeypatch.setattr("searcher.cli.process._interrupts", [2])
    run = lunshu("show", "said/讲话集#1", "--format", "json")
    assert run == Run(130, "", "")


@pytest.mark.usefixtures("in_chinese")
def test_only_the_message_is_in_the_users_language(lunshu: Lunshu) -> None:
    record = json.loads(lunshu("search", "核心*", "--format", "json").out)["error"]
    assert (record["kind"], record["position"]) == ("query", 2)
    assert record["message"].startswith("查询第 3 个字符：")


def test_a_language_that_is_not_spoken_is_told_to_programs_too(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "fr")
    run = lunshu("show", "nowhere#1", "--format", "json")
    record = json.loads(run.out)["error"]
    assert (run.code, record["kind"], record["position"]) == (2, "option", None)
    assert run.err == f"lunshu: {record['message']}\n"
    assert lunshu("show", "nowhere#1") == Run(2, "", run.err)


KINDS = {
    "LunshuError": "lunshu",
    "SeedsError": "seeds",
    "SourceError": "source",
    "OptionError": "option",
    "IndexStoreError": "index_store",
    "IndexMissingError": "index_missing",
    "IndexVersionError": "index_version",
    "IndexCorruptError": "index_corrupt",
    "IndexLockedError": "index_locked",
    "ArgumentError": "option",
    "QueryError": "query",
    "QueryTimeoutError": "query",
    "PassageIdError": "passage_id",
    "SearcherClosedError": "searcher_closed",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_kinds_are_a_promise(name: str, kind: str) -> None:
    error = getattr(errors, name)
    assert error_kind(error.__new__(error)) == kind


def test_every_error_of_ours_has_its_kind() -> None:
    ours = {name for name, one in vars(errors).items() if isinstance(one, type)}
    assert ours == KINDS.keys()


def test_a_regular_expression_that_is_stopped_is_an_error_of_the_query(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("searcher.patterns.time_budget._MOST", 0)
    for command in ("search", "explain", "first"):
        record = json.loads(lunshu(command, "甲 OR /核.技/", "--format", "json").out)["error"]
        assert (record["kind"], record["position"]) == ("query", 5)
        assert record["message"].startswith(
            "query, character 6: the regular expression took longer than 2 s: write it with fewer"
        )


def test_other_errors_have_kinds_too() -> None:
    raised = (click.UsageError("x"), MemoryError(), FileNotFoundError(), ValueError())
    assert [error_kind(error) for error in raised] == ["usage", "memory", "system", "unexpected"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("search 甲 --format json", True),
        ("search 甲 --format=jsonl -q", True),
        ("search 甲 --format json --format text", False),
        ("search 甲 --format", False),
        ("search -- --format json", False),
        ("search 甲 --format json -o a.json", False),
        ("search 甲 --format json --output=a.json", False),
        ("search 甲 --format json -oa.json", False),
        ("search 甲 --format json -qo a.json", False),
        ("search 甲 --format json -q", True),
        ("search json", False),
    ],
)
def test_what_was_asked_for_is_read_from_the_arguments(line: str, asked: bool) -> None:
    assert asks_for_json(line.split()) is asked


def test_an_answer_is_never_followed_by_an_error(lunshu: Lunshu) -> None:
    run = lunshu("search", "无此一说", "--format", "json", "-q")
    assert run == Run(1, run.out, "")
    assert list(json.loads(run.out))[:2] == ["format_version", "query"]
