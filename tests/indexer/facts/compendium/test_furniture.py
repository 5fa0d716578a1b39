"""Page numbers and running heads."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.chapters import Heading
from indexer.facts.compendium.furniture import is_furniture, repeats_heading, without_furniture
from tests.support.reading import printed

TITLE = "某同志论粮食安全摘编"


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("17", True),
        ("— 17 —", True),
        ("·１７·", True),
        ("论粮食安全摘编", True),
        ("论 粮 食 安 全 摘 编 17", True),
        ("17 某同志论粮食安全摘编", True),
        ("2018年", False),
        ("安全", False),
        ("摘编", False),
        ("发展粮食", False),
        ("20181", False),
    ],
)
def test_furniture_is_a_page_number_and_the_end_of_a_title(text: str, furniture: bool) -> None:
    assert is_furniture(text, (TITLE,)) == furniture


def test_furniture_is_alone_between_empty_lines() -> None:
    lines = printed(["发展", "", "17", "", "论粮食安全摘编", "", "有", "18", "生产力", "", "9"])
    assert [line.text for line in without_furniture(lines, TITLE)] == ["发展", "有", "18", "生产力"]
    assert [line.text for line in without_furniture(lines[:3], None)] == ["发展", "论粮食安全摘编"]


def test_a_running_head_repeats_the_chapter() -> None:
    lines = printed(["一、把饭碗端牢", "", "把饭碗端牢 3", "", "把饭碗端牢", "把饭碗端牢"])
    heading = Heading(1, "一、把饭碗端牢")
    assert [repeats_heading(lines, place, heading) for place in range(4)] == [
        True,
        True,
        False,
        False,
    ]
