"""Width, line breaking, marking and safety of the text that reaches a terminal."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from searcher.render.typeset.characters import (
    char_width,
    pad,
    text_width,
    truncate,
    truncate_middle,
    visible,
)
from searcher.render.typeset.page import COLOURED, Page, marked_lines
from searcher.render.typeset.wrapping import curled, wrapped

PROSE = st.text(alphabet="中国网络，。、；：？！“”‘’（）《》〈〉—…·5Gai 2018%３Ｂ　[]()")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("5G", 2),
        ("网络", 4),
        ("５Ｇ", 4),
        ("“一盘棋”", 8),
        ("——", 2),
        ("、。《》　", 10),
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        ("한국", 4),
        ("ｱ", 1),
        ("𠮷", 2),
        ("😀", 2),
    ],
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str, width: int) -> None:
    assert text_width(text) == width


def test_every_visible_character_is_as_wide_as_wcwidth_says() -> None:
    shown = (chr(code) for code in range(sys.maxunicode + 1))
    different = [
        hex(ord(character))
        for character in shown
        if unicodedata.category(character) not in {"Cc", "Cs", "Cn"}
        and char_width(character) != wcwidth(character)
    ]
    assert different == []


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("网络安全", 8, "网络安全"),
        ("网络安全", 7, "网络安…"),
        ("网络安全", 6, "网络…"),
        ("网络安全", 2, "…"),
        ("网络安全", 1, "…"),
        ("网络安全", 0, ""),
        ("5G网络", 4, "5G…"),
        ("5G网络", 5, "5G网…"),
        ("abc", 3, "abc"),
        ("", 0, ""),
    ],
)
def test_truncation_counts_columns(text: str, width: int, shown: str) -> None:
    assert truncate(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("网络安全", 8, "网络安全"),
        ("网络安全", 7, "网…安全"),
        ("speeches-2018#12", 9, "spee…8#12"),
        ("网络安全法#12", 8, "网…法#12"),
        ("网络安全", 2, "…"),
        ("abc", 0, ""),
    ],
)
def test_truncation_in_the_middle_keeps_both_ends(text: str, width: int, shown: str) -> None:
    assert truncate_middle(text, width) == shown


@given(st.text(alphabet="中国5G—·", max_size=30), st.integers(min_value=0, max_value=30))
def test_truncation_keeps_the_width(text: str, width: int) -> None:
    assert text_width(truncate_middle(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('建设"数字中国"，发展', "建设“数字中国”，发展"),
        ('他说："好"。', "他说：“好”。"),
        ('"一"和"二"', "“一”和“二”"),
        ('国"，他说"好"', "国”，他说“好”"),
        ("没有引号", "没有引号"),
    ],
)
def test_straight_marks_are_told_apart(text: str, shown: str) -> None:
    assert curled(text) == shown


def test_padding_counts_columns() -> None:
    assert pad("网络", 6) == "网络  "
    assert pad("网络", 6, right=True) == "  网络"
    assert pad("网络", 2) == "网络"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("   ", 10, []),
        ("网络安全", 8, ["网络安全"]),
        ("网络安全", 6, ["网络安", "全"]),
        ("网络安全", 7, ["网络安", "全"]),
        # A mark that closes or ends does not begin a line.
        ("网络安全，人民", 8, ["网络安", "全，人民"]),
        ("没有安全。没有", 8, ["没有安", "全。没有"]),
        ("一二三》四五", 6, ["一二", "三》四", "五"]),
        ("他说“好。”我们", 9, ["他说", "“好。”我", "们"]),
        # A mark that opens does not end one.
        ("网络（安全）", 6, ["网络", "（安", "全）"]),
        ("读《论党的》", 4, ["读", "《论", "党", "的》"]),
        ("一二“三四", 5, ["一二", "“三四"]),
        # Words and numbers in Latin script stay whole.
        ("关于5G network的", 8, ["关于5G", "network", "的"]),
        ("增长21.8%以上", 6, ["增长", "21.8%", "以上"]),
        ("第199-200页", 6, ["第199-", "200页"]),
        ("在２０１８年", 6, ["在", "２０１", "８年"]),
        # A number stays with its 第 and its unit.
        ("文章·第1202–1204行", 12, ["文章·", "第1202–1204", "行"]),
        ("文章 · 第1202–1204行", 14, ["文章 ·", "第1202–1204行"]),
        ("一二第254行", 10, ["一二", "第254行"]),
        ("一二第254页", 6, ["一二", "第254", "页"]),
        ("在2018年4月20日", 9, ["在2018年", "4月20日"]),
        ("在２０１８年", 10, ["在", "２０１８年"]),
        ("第七章", 4, ["第七", "章"]),
        # Straight quotation marks open and close as curly ones do.
        ('建设"数字中国"', 13, ['建设"数字中', '国"']),
        ('建设"数字中国"', 5, ["建设", '"数字', '中国"']),
        ('建设 " 数字 " 吗', 7, ["建设", '" 数', '字 " 吗']),
        # The halves of a dash or an ellipsis stay together.
        ("强国——论", 5, ["强国", "——论"]),
        ("强国……论", 5, ["强", "国……", "论"]),
        # Blanks at a break belong to no line.
        ("文章 · 第1行", 6, ["文章 ·", "第1行"]),
        ("network security", 7, ["network", "securit", "y"]),
        ("中文  中文", 4, ["中文", "中文"]),
        # Where the rules allow no break, the width decides.
        ("，，，，", 4, ["，，", "，，"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("网络", 1, ["网", "络"]),
        # A combining character stays with its letter.
        ("一e\N{COMBINING ACUTE ACCENT}", 2, ["一", "e\N{COMBINING ACUTE ACCENT}"]),
    ],
)
def test_lines_break_by_the_rules_of_chinese_typesetting(
    text: str, width: int, lines: list[str]
) -> None:
    assert wrapped(text, width) == lines


@given(PROSE, st.integers(min_value=2, max_value=30))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line and text_width(line) <= width for line in lines)


@given(st.lists(st.sampled_from(["网络", "5G", "（人民）", "“一盘棋”", "21.8%", "——"])))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(words: list[str]) -> None:
    for line in wrapped("，".join(words), 12):
        assert line[0] not in "，）”"
        assert line[-1] not in "（“"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("核心技术是“国之重器”。", "核心技术是“国之重器”。"),
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("一\n二\r三\t四\0", "一␊二␍三␉四␀"),
        ("\x7f\x9b2J", "␡\N{REPLACEMENT CHARACTER}2J"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\N{LEFT-TO-RIGHT ISOLATE}b", "a\N{REPLACEMENT CHARACTER}b"),
        ("网\N{ZERO WIDTH SPACE}络", "网\N{REPLACEMENT CHARACTER}络"),
        ("a\N{LINE SEPARATOR}b", "a\N{REPLACEMENT CHARACTER}b"),
        ("\udcff", "\N{REPLACEMENT CHARACTER}"),
        ("café 😀 한국", "café 😀 한국"),
    ],
)
def test_nothing_unseen_reaches_the_terminal(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_each_character_is_shown_as_one(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)
    assert visible(text).isprintable() or any(
        unicodedata.category(character) in {"Zs", "Cn", "Co"} for character in visible(text)
    )


@pytest.mark.parametrize(
    ("text", "spans", "width", "lines"),
    [
        ("实现核心技术突破。", (), 80, ["实现核心技术突破。"]),
        ("实现核心技术突破。", ((2, 6),), 80, ["实现[核心技术]突破。"]),
        ("没有网络安全", ((0, 2), (2, 4), (5, 6)), 80, ["[没有网络]安[全]"]),
        ("核心技术", ((0, 4),), 6, ["[核心", "技术]"]),
        ("一二核心", ((2, 4),), 5, ["一二", "[核", "心]"]),
        ("\x1b[1m核心", ((4, 6),), 80, ["␛[1m[核心]"]),
    ],
)
def test_brackets_mark_what_was_found_on_a_plain_page(
    text: str, spans: tuple[tuple[int, int], ...], width: int, lines: list[str]
) -> None:
    assert list(marked_lines(text, spans, Page(width))) == lines


def test_colour_marks_what_was_found_and_takes_no_width() -> None:
    page = Page(6, COLOURED)
    red = "\x1b[1;31m{}\x1b[0m"
    assert list(marked_lines("一核心技术二", ((1, 5),), page)) == [
        f"一{red.format('核心')}",
        f"{red.format('技术')}二",
    ]
