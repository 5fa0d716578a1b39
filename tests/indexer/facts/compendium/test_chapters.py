"""Chapter headings, and what only looks like one."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.chapters import Heading, heading_at, parse_contents, parse_heading
from tests.support.reading import printed


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、加强领导", Heading(1, "一、加强领导")),
        (
            "二、网信事业 必须贯彻\n以人民为中心的思想",
            Heading(2, "二、网信事业必须贯彻以人民为中心的思想"),
        ),
        ("二十一、建设，还是建设", Heading(21, "二十一、建设，还是建设")),
        ("第三章　总论", Heading(3, "第三章总论")),
        ("一、加强领导。", None),
        ("一、加强领导 (1)", None),
        ("一、加强领导……15", None),
        ("- 一、加强领导", None),
        ("一是加强领导", None),
        ("十一十、加强领导", None),
        ("一、要认真研究。一种意见出来了，就要分析", None),
        ("一、" + "长" * 60, None),
    ],
)
def test_a_heading_is_a_number_and_a_line_without_sentences(
    text: str, heading: Heading | None
) -> None:
    assert parse_heading(text) == heading


def test_entries_of_the_contents_run_over_lines_and_end_in_page_numbers() -> None:
    lines = printed(
        ["目 录", "- 一、加强领导 (1)", "- 二、网信事业", "为了人民 (15)", "", "三、强国……31"]
    )
    assert parse_contents(lines) == {1: "一、加强领导", 2: "二、网信事业为了人民", 3: "三、强国"}


CONTENTS = {1: "一、网信事业为了人民"}


@pytest.mark.parametrize(
    ("lines", "contents", "length"),
    [
        (["一、网信事业", "为了人民", "", "正文。"], {}, 2),
        (["一、网信事业", "", "为了人民", "", "正文。"], {}, 1),
        (["一、网信事业", "", "为了人民", "", "正文。"], CONTENTS, 2),
        (["一、网信事业 为了人民", "正文讲了", "很多。"], CONTENTS, 1),
        (["一、网信事业 为了人民", "正文讲了很多。"], {}, None),
        (["正文。"], CONTENTS, None),
    ],
)
def test_a_heading_ends_at_an_empty_line_or_where_the_contents_say(
    lines: list[str], contents: dict[int, str], length: int | None
) -> None:
    found = heading_at(printed(lines), 0, contents)
    assert (found[1] if found else None) == length


def test_sections_of_a_volume_with_chapters_are_not_announced() -> None:
    lines = printed(["第一章 总论（1）", "一、甲（1）", "二、乙（5）", "第二章 分论（9）"])
    assert parse_contents(lines) == {1: "第一章总论", 2: "第二章分论"}
