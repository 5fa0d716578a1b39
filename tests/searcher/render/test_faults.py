"""Faults of source files: few have a line each, many of one kind have one together."""

from __future__ import annotations

import pytest

from indexer import Failure
from indexer.wording.said import said
from searcher.render.text.faults import fault_lines, status_command

COMMAND = "lunshu status --format json"


def failures(count: int, *, path: str = "{}.txt", key: str = "reading.empty") -> list[Failure]:
    """Failures of one kind, in as many files as `path` has names for."""
    return [
        Failure(
            path.format(number),
            said(
                "reading.at_line",
                line=number,
                reason=said("reading.rest_indexed", reason=said(key)),
            ),
        )
        for number in range(1, count + 1)
    ]


def test_up_to_five_of_a_kind_have_a_line_each() -> None:
    assert list(fault_lines(failures(5), COMMAND)) == [
        f"{number}.txt: line {number}: the file is empty; put text into it or remove it "
        "(the rest is indexed)"
        for number in range(1, 6)
    ]


def test_more_of_a_kind_are_one_line_with_an_example_and_a_command() -> None:
    found = failures(2_100) + failures(1, path="x{}.txt", key="reading.yaml_deep")
    assert list(fault_lines(found, COMMAND)) == [
        "2,100 files, such as 1.txt: the file is empty; put text into it or remove it "
        "(lunshu status --format json lists all)",
        "x1.txt: line 1: the front matter is not YAML: it is nested too deeply; mend it "
        "(the rest is indexed)",
    ]


@pytest.mark.usefixtures("in_chinese")
def test_many_of_a_kind_in_one_file_are_counted_there() -> None:
    assert list(fault_lines(failures(6, path="甲.txt"), COMMAND)) == [
        "甲.txt：6 处：文件是空的；请写入内容，或者删除（列出全部：lunshu status --format json）"
    ]


def test_facts_make_no_other_kind_and_plain_texts_are_kinds_of_their_own() -> None:
    dates = [Failure(f"{day}.txt", said("reading.date", date=str(day))) for day in range(6)]
    plain = [Failure("a.txt", "one"), Failure("b.txt", "two")]
    assert list(fault_lines([*dates, *plain], COMMAND)) == [
        "6 files, such as 0.txt: the date '0' is not understood; write 2018-04-20 "
        "(lunshu status --format json lists all)",
        "a.txt: one",
        "b.txt: two",
    ]


def test_the_command_names_an_index_that_is_not_the_usual_one() -> None:
    assert status_command("index") == COMMAND
    assert status_command("my index") == "lunshu status --index 'my index' --format json"
