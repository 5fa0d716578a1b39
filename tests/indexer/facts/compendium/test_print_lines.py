"""Lines of recognised print, and the blanks in them."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.layout import is_wrapped
from indexer.facts.compendium.print_lines import (
    PrintLine,
    print_stanzas,
)
from indexer.text.typography import mend
from tests.support.reading import printed


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("加强党对网信工作的 集中统一领导", "加强党对网信工作的集中统一领导"),
        ("出版社 2020 年版，第 102 页", "出版社2020年版，第102页"),
        ("思想 and 党的\u3000精神", "思想and党的精神"),
        ("Big  Data 时代, 5G 与 AI", "Big Data时代,5G与AI"),
        ("open\nsource", "open source"),
        ("2016\n年", "2016年"),
        ("20\n16年", "2016年"),
        ("二〇 一六", "二〇一六"),
        ("利剑 \t", "利剑"),
        ("  ", ""),
    ],
)
def test_only_blanks_between_words_of_other_scripts_are_kept(text: str, mended: str) -> None:
    assert mend(text) == mended


def test_lines_know_their_number_and_whether_an_empty_one_stood_before_them() -> None:
    assert printed(["", " 一 ", "二", "\f", "三"]) == (
        PrintLine(2, "一", True),
        PrintLine(3, "二", False),
        PrintLine(5, "三", True),
    )


def test_a_stanza_is_what_no_empty_line_separates() -> None:
    found = print_stanzas(printed(["一", "二 ", "", "三"]))
    assert [(stanza.text, stanza.span) for stanza in found] == [("一二", (1, 2)), ("三", (4, 4))]


def test_lines_of_a_print_are_short() -> None:
    assert is_wrapped(printed(["字" * 23] * 9 + ["字" * 40]))
    assert not is_wrapped(printed(["字" * 40, "《讲话》（2018年4月3日）"] * 5))
