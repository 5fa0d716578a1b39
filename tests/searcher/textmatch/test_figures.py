"""Numerals have one form, however they are written; what is none stays as it is."""

from __future__ import annotations

import pytest

from searcher.textmatch.figures import figure_at, plain_figures
from tests.support.growth import assert_linear


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7亿", "七亿"),
        ("7亿", "700000000"),
        ("7.1亿", "七点一亿"),
        ("10%", "百分之十"),
        ("21.8%", "百分之二十一点八"),
        ("100%", "百分之一百"),
        ("0.5%", "百分之零点五"),
        ("2017年", "二〇一七年"),
        ("2017年", "二零一七年"),
        ("105", "一百零五"),
        ("105", "一百〇五"),
        ("12", "十二"),
        ("20", "二十"),
        ("3000万", "三千万"),
        ("3千万", "三千万"),
        ("1,000,000", "100万"),
        ("1,000,000", "一百万"),
        ("7亿3000万", "七亿三千万"),
        ("10050万", "一亿零五十万"),
        ("2.0", "2"),
        ("第1", "第一"),
    ],
)
def test_a_figure_is_the_same_in_both_systems(one: str, other: str) -> None:
    assert plain_figures(f"有{one}个") == plain_figures(f"有{other}个")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7亿", "七千万"),
        ("10%", "十"),
        ("10%", "百分之一"),
        ("21.8%", "百分之二十一"),
        ("2.18", "218"),
        ("1,00", "100"),
        ("1,0000", "10000"),
        ("一", "二"),
        ("七八", "78"),
        ("百分之百", "百分之一"),
        ("10%", "10"),
        ("百分之十", "十"),
    ],
)
def test_figures_of_other_worth_differ(one: str, other: str) -> None:
    assert plain_figures(f"有{one}个") != plain_figures(f"有{other}个")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "百姓",
        "亿万",
        "千千万万",
        "万亿",
        "七八",
        "三五成群",
        "点点滴滴",
        "百分之",
        "%",
        "点",
        "…",
        "甲乙",
    ],
)
def test_what_is_no_numeral_stays(text: str) -> None:
    assert plain_figures(text) == text


@pytest.mark.parametrize(
    "text", ["7亿", "七亿", "百分之二十一点八", "21.8%", "二〇一七年", "1,000"]
)
def test_what_is_plain_stays_plain(text: str) -> None:
    assert plain_figures(plain_figures(text)) == plain_figures(text)


@pytest.mark.parametrize(
    "pattern", ["1", "一", "十", "亿", "1,000,", "百分之", "1.", "一点", "1万", "〇"]
)
def test_endless_numerals_cost_no_more_than_their_length(pattern: str) -> None:
    assert_linear(plain_figures, lambda size: pattern * size, 5_000)


@pytest.mark.parametrize(
    ("text", "before", "figure"),
    [
        ("占百分之五十一点七,二〇一六年", "占百分之五", "百分之五十一点七"),
        ("占百分之五十一点七,二〇一六年", "占", "百分之五十一点七"),
        ("占百分之五十一点七,二〇一六年", "占百分之五十一点七", "百分之五十一点七"),
        ("占百分之五十一点七,二〇一六年", "占百分之五十一点七,二", "二〇一六"),
        ("增加10%,好", "增加1", "10%"),
        ("增加10%,好", "增加10%,", ""),
        ("1,000,5", "1", "1,000"),
        ("", "", ""),
        ("甲乙", "甲", ""),
    ],
)
def test_the_numeral_at_a_place(text: str, before: str, figure: str) -> None:
    start, end = figure_at(text, len(before))
    assert text[start:end] == figure
