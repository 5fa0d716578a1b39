"""`lunshu trace` as users run it: what is traced, in which format, and the exit code."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from searcher import Filters, Searcher
from searcher.articles.article import Article
from searcher.tracing.results import Trace
from tests.support.command_line import Lunshu, Run
from tests.support.example_traces import EXACT, LIKE_NOTHING, NEAR, NORMALIZED, NOTHING, TRACE

pytestmark = pytest.mark.usefixtures("desk")

SAFE = "没有网络安全就没有国家安全"


class Asked:
    """A searcher that remembers what it was asked and answers with `answer`."""

    def __init__(self) -> None:
        self.answer = TRACE
        self.text = ""
        self.options: dict[str, Any] = {}

    def trace(
        self,
        article: Article | str,
        *,
        within: str | None = None,
        min_length: int | None = None,
        exclude: Collection[str] = (),
        filters: Filters | None = None,
    ) -> Trace:
        """The answer."""
        self.text = article if isinstance(article, str) else article.text
        self.options = {
            "within": within,
            "min_length": min_length,
            "exclude": set(exclude),
            "filters": filters,
        }
        return self.answer


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the searcher is asked."""
    asked = Asked()
    monkeypatch.setattr(Searcher, "trace", asked.trace, raising=False)
    return asked


Typed = Callable[[bytes], None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Puts bytes into standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    return put


@pytest.fixture
def trace(lunshu: Lunshu, seed_index: Path, asked: Asked) -> Lunshu:
    """Runs `lunshu trace` over an index of the seeds; the answer is that of `asked`."""
    del asked
    return lambda *arguments: lunshu("trace", *arguments, "--index", seed_index)


@pytest.mark.usefixtures("in_chinese")
def test_a_sentence_is_traced_as_it_is(trace: Lunshu, asked: Asked) -> None:
    run = trace("--text", SAFE)
    assert (run.code, run.err, run.out.splitlines()[0][:7]) == (0, "", "10 处引文：")
    assert (asked.text, asked.options) == (
        SAFE,
        {"within": None, "min_length": None, "exclude": set(), "filters": None},
    )


@pytest.mark.usefixtures("in_chinese")
def test_options_are_passed_on(trace: Lunshu, asked: Asked) -> None:
    trace("--text", SAFE, "--in", "all", "--min-length", "8", "--since", "2018")
    assert asked.options == {
        "within": "all",
        "min_length": 8,
        "exclude": set(),
        "filters": Filters(since="2018"),
    }


@pytest.mark.usefixtures("in_chinese")
def test_a_file_is_read_by_the_readers(trace: Lunshu, asked: Asked) -> None:
    Path("a.md").write_text(f"# 题\n\n**{SAFE}**\n", "utf-8")
    assert trace("a.md").code == 0
    assert asked.text == f"题\n{SAFE}"


@pytest.mark.usefixtures("in_chinese")
def test_standard_input_is_read_for_a_dash(trace: Lunshu, asked: Asked, typed: Typed) -> None:
    typed(f"{SAFE}。".encode("gb18030"))
    assert trace("-").code == 0
    assert asked.text == f"{SAFE}。"


@pytest.mark.usefixtures("in_chinese")
def test_a_file_of_the_collection_is_not_its_own_source(
    trace: Lunshu, asked: Asked, typed: Typed, seeds: Path
) -> None:
    (path,) = seeds.glob("001*.txt")
    for give in ([path], ["-"]):
        typed(path.read_bytes())
        trace(*give)
        assert asked.options["exclude"] == {path.stem}


@pytest.mark.parametrize("arguments", [(), ("a.txt", "--text", SAFE)])
def test_exactly_one_text_is_traced(trace: Lunshu, arguments: tuple[str, ...]) -> None:
    message = "give either FILE (- for standard input) or --text; see lunshu trace --help"
    assert trace(*arguments) == Run(2, "", f"lunshu: {message}\n")


@pytest.mark.usefixtures("in_chinese")
def test_a_text_in_which_nothing_is_quoted_gives_nothing(trace: Lunshu, asked: Asked) -> None:
    asked.answer = replace(NOTHING, text="天气很好")
    hint = "（未加引号的须满 12 字，加引号的须满 6 字）"
    assert trace("--text", "天气很好") == Run(1, "", f"lunshu: 没有找到引文{hint}\n")
    assert trace("--text", "天气很好", "--min-length", "6") == Run(1, "", "lunshu: 没有找到引文\n")


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_is_an_error(trace: Lunshu, text: str) -> None:
    message = "lunshu: --text is empty; give the words to trace; see lunshu trace --help\n"
    assert trace("--text", text) == Run(2, "", message)


@pytest.mark.usefixtures("in_chinese")
def test_in_a_collection_of_articles_alone_all_is_looked_in_and_the_report_says_so(
    lunshu: Lunshu, desk: Path
) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds" / "law.txt").write_text("中华人民共和国的一切权力属于人民。\n" * 2, "utf-8")
    lunshu("index", "-q")
    sentence = "法律规定，中华人民共和国的一切权力属于人民。"
    said = "库中没有注明讲话的论述，已与注释以外的全部文字比对"

    def trace(*arguments: str) -> Run:
        return lunshu("trace", "--text", *arguments)

    by_itself, asked_for = trace(sentence), trace(sentence, "--in", "all")
    assert by_itself.out.splitlines()[1] == said
    assert by_itself.out.replace(f"{said}\n", "") == asked_for.out
    assert (by_itself.code, by_itself.err, asked_for.code, asked_for.err) == (0, "", 0, "")
    markdown = trace(sentence, "--format", "md").out
    assert f"\n\n{said}\n\n" in markdown
    assert f'<p class="legend">{said}</p>' in trace(sentence, "--format", "html").out
    answer = json.loads(trace(sentence, "--format", "json").out)
    assert (answer["in"], answer["unattributed"]) == ("all", True)

    hint = "（库里没有注明讲话的论述，加 --in all 与全部文字比对）"
    assert trace(sentence, "--in", "speech") == Run(1, "", f"lunshu: 没有找到引文{hint}\n")
    shorter = "（未加引号的须满 12 字，加引号的须满 6 字）"
    assert trace("今天天气很好。") == Run(1, "", f"lunshu: 没有找到引文{shorter}\nlunshu: {said}\n")
    missing = trace("他说：“今天天气实在是很好很好啊”。")
    assert (missing.code, missing.err) == (1, "lunshu: 引文都查无出处\n")
    assert missing.out.splitlines()[1] == said


@pytest.mark.usefixtures("in_chinese")
def test_where_few_words_are_attributed_and_something_is_missing_all_is_advised(
    lunshu: Lunshu, desk: Path
) -> None:
    (desk / "seeds").mkdir()
    texts: list[dict[str, str]] = [
        {"text": "没有网络安全就没有国家安全。", "speech": "在会上的讲话"},
        {"text": "没有调查，没有发言权。"},
        {"text": "第三段。"},
    ]

    def write(count: int) -> None:
        lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in texts[:count])
        (desk / "seeds" / "a.jsonl").write_text(lines, "utf-8")
        assert lunshu("index", "-q").code == 0

    write(3)
    advice = "lunshu: 只比对 1 段讲话原文（全库 3 段）；加 --in all 与注释以外的全部文字比对\n"
    missing, found = "他说：“没有调查，没有发言权”。", "他说：“没有网络安全就没有国家安全”。"
    assert lunshu("trace", "--text", missing).err == f"lunshu: 引文都查无出处\n{advice}"
    assert lunshu("trace", "--text", found + missing).err == advice
    assert lunshu("trace", "--text", found).err == ""
    assert lunshu("dupes").err == f"lunshu: 没有重复（13 字以上）\n{advice}"
    assert lunshu("dupes", "--in", "all").err == "lunshu: 没有重复（13 字以上）\n"
    assert lunshu("trace", "--text", found + missing, "--in", "all").err == ""
    write(2)
    assert lunshu("trace", "--text", missing).err == "lunshu: 引文都查无出处\n"


@pytest.mark.usefixtures("in_chinese")
def test_no_shorter_length_is_advised_where_quotations_were_seen(
    trace: Lunshu, asked: Asked
) -> None:
    asked.answer = replace(NOTHING, not_found=(LIKE_NOTHING,))
    assert trace("--text", "a").err == "lunshu: 引文都查无出处\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["gone.txt"],
            "gone.txt: there is no such file; give a file, - for standard input, or --text",
        ),
        (["."], ".: it is a folder; give a file in it"),
        ([""], "FILE needs the name of a file; see lunshu trace --help"),
        (["empty"], "empty: it is empty; give a file with text in it"),
        (["picture"], "picture: looks like a PNG picture; convert it to text first"),
        (
            ["--text", "a", "--min-length", "0"],
            "Invalid value for '--min-length': '0' is not a whole number from 1 on; "
            "see lunshu trace --help",
        ),
    ],
)
def test_what_cannot_be_traced_is_said_in_one_line(
    trace: Lunshu, arguments: list[str], message: str
) -> None:
    Path("empty").write_text("\n \n")
    Path("picture").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert trace(*arguments) == Run(2, "", f"lunshu: {message}\n")


def test_what_cannot_be_read_of_a_file_is_said(trace: Lunshu) -> None:
    Path("a.jsonl").write_text('{"text": "ab"}\n{"text": "cd"}\n{"text":\n')
    run = trace("a.jsonl", "--quiet")
    assert (run.code, run.err.count("\n")) == (0, 1)
    assert run.err.startswith("lunshu: a.jsonl: line 3: ")


# exit codes


FAITHFUL = replace(TRACE, quotations=(EXACT, NORMALIZED), not_found=())


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("answer", "codes", "said"),
    [
        (FAITHFUL, (0, 0), ""),
        (replace(FAITHFUL, quotations=(EXACT, NEAR)), (0, 1), ""),
        (replace(FAITHFUL, quotations=(replace(EXACT, attribution_agrees=False),)), (0, 1), ""),
        (replace(FAITHFUL, not_found=(LIKE_NOTHING,)), (0, 1), ""),
        (replace(FAITHFUL, quotations=(), not_found=(LIKE_NOTHING,)), (1, 1), "引文都查无出处"),
        (NOTHING, (1, 1), "没有找到引文"),
    ],
)
def test_the_exit_code_says_whether_anything_was_traced_or_with_check_whether_all_is_well(
    trace: Lunshu, asked: Asked, answer: Trace, codes: tuple[int, int], said: str
) -> None:
    asked.answer = answer
    code, checked = codes
    asked_for = ("--text", "a", "--min-length", "6")
    run, check = trace(*asked_for), trace(*asked_for, "--check")
    assert (run.code, check.code) == (code, checked)
    assert run.err == check.err == (f"lunshu: {said}\n" if said else "")
    assert run.out == check.out
    assert bool(run.out) == bool(answer.quotations or answer.not_found)
    assert trace("--text", "a", "--quiet") == Run(code, run.out, "")


# formats


def test_json_is_one_object(trace: Lunshu) -> None:
    run = trace("--text", "a", "--format", "json")
    answer = json.loads(run.out)
    assert (run.code, run.out.count("\n")) == (0, 1)
    assert list(answer) == [
        "format_version", "text", "marks", "in", "unattributed", "took_ms", "quotations",
        "not_found", "is_faithful",
    ]  # fmt: skip


def test_nothing_is_an_empty_answer_to_programs(trace: Lunshu, asked: Asked) -> None:
    asked.answer = NOTHING
    run = trace("--text", "a", "--format", "json", "-q")
    assert (run.code, json.loads(run.out)["quotations"]) == (1, [])
    assert trace("--text", "a", "--format", "jsonl", "-q") == Run(1, "", "")


def test_json_lines_are_in_the_order_of_the_input(trace: Lunshu) -> None:
    lines = trace("--text", "a", "--format", "jsonl").out.splitlines()
    starts = [json.loads(line)["start"] for line in lines]
    assert starts == sorted(starts)
    assert [json.loads(line)["kind"] for line in lines].count("not_found") == 3


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("output", "beginning"), [("md", "# 引文核对"), ("html", "<!DOCTYPE html>")]
)
def test_a_report_is_written_also_where_nothing_was_found(
    trace: Lunshu, asked: Asked, output: str, beginning: str
) -> None:
    for asked.answer in (TRACE, NOTHING):
        run = trace("--text", "a", "--format", output)
        assert run.out.startswith(beginning)


@pytest.mark.usefixtures("in_chinese")
def test_colours_can_be_had(trace: Lunshu) -> None:
    run = trace("--text", "a", "--color", "always")
    assert "\x1b[9;31m、创新密集型\x1b[0m领域" in run.out.replace("\n          ", "")
    assert "\x1b" not in trace("--text", "a").out


@pytest.mark.usefixtures("in_chinese")
def test_the_example_in_the_help_text_works(lunshu: Lunshu, seed_index: Path) -> None:
    (example,) = re.findall(r"示例：\n +lunshu (.+)\n", lunshu("trace", "--help").out)
    run = lunshu(*shlex.split(example), "--index", seed_index)
    assert (run.code, run.out.splitlines()[0]) == (0, "1 处引文：1 处仅标点或写法不同")


@pytest.mark.usefixtures("in_chinese")
def test_a_pipe_is_a_file(trace: Lunshu, asked: Asked, desk: Path) -> None:
    pipe = desk / "pipe"
    os.mkfifo(pipe)
    Thread(target=lambda: pipe.write_text(f"{SAFE}。", "utf-8"), daemon=True).start()
    assert trace(pipe).code == 0
    assert asked.text == f"{SAFE}。"
