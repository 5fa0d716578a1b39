"""Messages that an index keeps are said in the language of whoever reads them."""

from __future__ import annotations

import errno
import os
import pickle
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from indexer.errors import SourceError
from indexer.wording.said import Said, kept, refusal, said, said_again
from tests.support.command_line import Lunshu

NESTED = ("reading.at_line", {"line": 3, "reason": ("reading.date", {"date": "昨天"})})


def made(stored: Any) -> Said:
    """The message of a pair of key and facts."""
    key, facts = stored
    return said(key, **{n: made(f) if isinstance(f, tuple) else f for n, f in facts.items()})


def test_a_message_knows_its_key_and_its_facts() -> None:
    message = made(NESTED)
    assert message == "line 3: the date '昨天' is not understood; write 2018-04-20"
    assert (message.key, message.facts["line"]) == ("reading.at_line", 3)


def test_a_message_is_still_one_in_an_error() -> None:
    message = said("reading.memory")
    assert kept(str(ValueError(message))) == ["reading.memory", {}]
    assert kept(SourceError("a.txt", message).reason) == ["reading.memory", {}]
    assert pickle.loads(pickle.dumps(message)).key == "reading.memory"


def test_a_message_is_said_again_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    message = made(NESTED)
    stored = orjson.loads(orjson.dumps(kept(message)))
    assert said_again(stored, "") == message
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    chinese = said_again(stored, "")
    assert chinese == "第 3 行：无法识别日期“昨天”；请写成 2018-04-20"
    assert kept(chinese) == stored


def test_what_is_nothing_but_text_stays_text() -> None:
    assert kept("a text") is None
    assert said_again(None, "a text") == "a text"


@pytest.mark.parametrize(
    "stored",
    [
        None,
        7,
        "reading.memory",
        [],
        ["reading.memory"],
        ["reading.memory", {}, {}],
        ["reading.memory", []],
        [7, {}],
        ["reading.nothing", {}],
        ["nothing.memory", {}],
        ["reading", {}],
        ["", {}],
        ["..reading.memory", {}],
        ["chinese.reading.memory", {}],
        ["os.path", {}],
        ["query.unclosed", {"mark": "“"}],
        ["reading.date", {}],
        ["reading.date", {"date": None}],
        ["reading.date", {"date": 1.5}],
        ["reading.date", {"date": True}],
        ["reading.date", {"date": ["os.path", {}]}],
        ["reading.date", {"date": {"a": 1}}],
        ["reading.date", {"date": "x" * 2001}],
        ["reading.date", {f"date{n}": "x" for n in range(9)} | {"date": "x"}],
        ["limits.lines", {"count": "many"}],
        ["limits.lines", {"count": 1 << 63}],
    ],
)
def test_what_a_stranger_wrote_in_the_place_of_a_message_shows_the_text(stored: object) -> None:
    assert said_again(stored, "the text") == "the text"


def test_braces_in_a_fact_are_nothing_but_braces() -> None:
    assert said_again(["reading.date", {"date": "{date.__class__} {0}"}], "") == (
        "the date '{date.__class__} {0}' is not understood; write 2018-04-20"
    )


def test_messages_in_each_other_are_said_to_a_depth_that_ends() -> None:
    stored: object = ["reading.memory", {}]
    for _ in range(20):
        stored = ["reading.rest_indexed", {"reason": stored}]
    assert said_again(stored, "the text") == "the text"


def test_an_index_says_what_could_not_be_read_in_the_language_of_the_reader(
    desk: Path, lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = desk / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("核心技术是国之重器。")
    (seeds / "b.txt").write_bytes(b"%PDF-1.7")
    (seeds / "c.jsonl").write_text('{"text": "一段"}\n{"text": ["二"]}\n')
    english = {
        "b.txt": "looks like a PDF file; convert it to text first",
        "c.jsonl": "line 2: the field text is neither a string nor a number; mend it"
        " (the rest is indexed)",
    }
    chinese = {
        "b.txt": "不像文本（PDF 文件）；请先转换为文本",
        "c.jsonl": "第 2 行：字段 text 既不是字符串，也不是数字；请改正（其余部分已编入索引）",
    }
    assert lunshu("index").code == 2
    assert _failures(lunshu) == english
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    assert _failures(lunshu) == chinese
    (seeds / "a.txt").write_text("关键核心技术。")
    assert lunshu("index").code == 2  # what is known of the others is kept
    assert _failures(lunshu) == chinese
    monkeypatch.setenv("LUNSHU_LANG", "en")
    assert _failures(lunshu) == english


def _index_with_failure(desk: Path, lunshu: Lunshu) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds" / "a.txt").write_text("核心技术是国之重器。")
    (desk / "seeds" / "b.txt").write_bytes(b"%PDF-1.7")
    assert lunshu("index").code == 2


def test_a_catalogue_without_messages_shows_the_texts_that_it_has(
    desk: Path, lunshu: Lunshu
) -> None:
    _index_with_failure(desk, lunshu)
    _rewrite(desk, lambda content: content.pop("said"))
    assert _failures(lunshu) == {"b.txt": "looks like a PDF file; convert it to text first"}


def test_a_catalogue_with_messages_for_other_failures_is_damaged(
    desk: Path, lunshu: Lunshu
) -> None:
    _index_with_failure(desk, lunshu)
    _rewrite(desk, lambda content: content["said"].append(None))
    run = lunshu("status")
    assert (run.code, run.out) == (2, "")
    assert "catalogue-1.json cannot be read" in run.err


def _failures(lunshu: Lunshu) -> dict[str, str]:
    """What `status` reports of files that could not be read."""
    failed = orjson.loads(lunshu("status", "--format", "json").out)["failed"]
    return {failure["path"]: failure["reason"] for failure in failed}


def _rewrite(desk: Path, change: Any) -> None:
    """Change the content of the catalogue."""
    from indexer.commits.json_files import parse_json, write_json  # noqa: PLC0415

    path = desk / "index" / "catalogue-1.json"
    content = parse_json(path.read_bytes())
    change(content)
    write_json(path, content)


@pytest.mark.skipif(sys.platform != "linux", reason="each system has words of its own")
def test_what_the_system_refuses_is_said_in_its_own_words_in_english() -> None:
    known = {name: refusal(OSError(number, "anything")) for number, name in errno.errorcode.items()}
    own = {name: os.strerror(getattr(errno, name)) for name in known}
    assert {name: text for name, text in known.items() if text != own[name]} == {
        name: "anything" for name in known if known[name] == "anything"
    }
    assert known["ENOENT"] == "No such file or directory"


def test_what_the_system_refuses_is_said_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    assert refusal(OSError(errno.ENOSPC, "No space left on device")) == "磁盘空间不足"
    assert refusal(OSError(errno.EACCES, "Permission denied", "甲.txt")) == "没有权限"
    assert refusal(OSError(errno.EL2HLT, "Level 2 halted")) == "Level 2 halted"
    assert refusal(OSError("nothing is known")) == "nothing is known"
