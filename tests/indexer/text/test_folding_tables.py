"""The tables of folding: whole classes of Unicode and OpenCC, over every character there is."""

from __future__ import annotations

import string
import sys
import unicodedata
from collections.abc import Iterator
from typing import Literal

import pytest

from indexer.text.folding import (
    changed_by_folding,
    fold,
    fold_narrow,
    fold_spelled,
    is_invisible,
    without_unseen,
)
from indexer.text.folding.characters import NARROW, SPELLED, WIDE, Width
from indexer.text.folding.tables import IDEOGRAPHS, RADICALS, USUAL, VARIANTS
from indexer.text.simplified import SIMPLIFIED, TRADITIONAL
from indexer.words.dictionary import read_dictionary
from tests.support.parameters import rest_slow

EVERY = (*range(0x32000), *range(0xE0000, 0xE1000))
"""The code points of characters that anybody has defined, halves of pairs included."""

REST = (*range(0x32000, 0xE0000), *range(0xE1000, sys.maxunicode + 1))
"""All others: private ones, and those that are not defined yet."""

OTHER_WORDS = {
    "坐座": "坐 is to sit and 座 a seat, in words as common as each other: 坐下来, 座谈会",
    "象像": "像 is a likeness of its own since 1986, 象 an elephant or a sign",
    "链鍊": "鍊 is another form of 炼 (锻鍊) as well, and that is no chain",
    "里哩": "哩 is a sound or a mile, 里 what is within",
}
"""Pairs that OpenCC writes for each other in some words, and why they stay two characters."""

DIFFERENT = {
    "坐座": (
        "坐标 坐标卡 坐标值 坐标曲线 坐标系 坐标纸 坐标轴 世界坐标 位形坐标 仿射坐标 可遗坐标 "
        "地理坐标 平行坐标 平面坐标 广义坐标 心坐标 极坐标 横坐标 横坐标轴 直角坐标 简正坐标 "
        "纵坐标 重心坐标"
    ),
    "象像": "想象 想象力 想象性 想象表象 不难想象 再造想象 凭空想象 随意想象 难以想象",
    "链鍊": "上链 手链 项链 金链 金项链 银项链 水晶项链 珍珠项链 钻石项链 链形菜单",
    "里哩": "滴里嘟噜",
}
"""The words of jieba's dictionary that do not fold as OpenCC writes them in traditional."""

MOST_DIFFERENT = 50


def opencc(configuration: str, lines: list[str]) -> list[str]:
    """The lines, written by OpenCC."""
    found = pytest.importorskip("opencc")
    if not hasattr(found, "__version__"):
        pytest.skip("another package than OpenCC has its name")
    return str(found.OpenCC(configuration).convert("\n".join(lines))).split("\n")


def ideographs() -> list[str]:
    return [
        character
        for character in map(chr, EVERY)
        if unicodedata.name(character, "").startswith("CJK UNIFIED")
    ]


@pytest.mark.parametrize("width", [NARROW, SPELLED, WIDE], ids=["narrow", "spelled", "wide"])
def test_what_a_character_folds_to_folds_to_itself(width: Width) -> None:
    fresh = Width(width.rules)
    every = {code: fresh[code] for code in EVERY}
    kept = {code for code, folded in every.items() if folded == chr(code)}
    assert {one for folded in every.values() for one in map(ord, folded)} <= kept


@pytest.mark.slow
def test_no_other_character_folds_to_anything_else() -> None:
    wide, narrow = Width(WIDE.rules), Width(NARROW.rules)
    assert [code for code in REST if not wide[code] == narrow[code] == chr(code)] == []


def test_no_character_folds_to_what_separates_texts_or_to_what_nobody_sees() -> None:
    fresh = Width(WIDE.rules)
    seen = (code for code in EVERY if not chr(code).isspace())
    results = {character for code in seen for character in fresh[code]}
    assert set(filter(str.isspace, results)) == {" "}
    assert not any(map(is_invisible, results))


def test_the_wide_width_goes_on_where_the_others_end_and_one_is_as_long() -> None:
    fresh = Width(WIDE.rules)
    for code in EVERY:
        assert NARROW[code].translate(fresh) == fresh[code]
        assert len(SPELLED[code]) == len(fresh[code])
        assert SPELLED[code].translate(fresh) == fresh[code]


def test_what_folding_changes_is_listed_by_ranges() -> None:
    every = [character for character in map(chr, EVERY) if WIDE[ord(character)] != character]
    assert list(changed_by_folding("\0", chr(sys.maxunicode))) == every
    assert "".join(changed_by_folding("A", "c")) == string.ascii_uppercase


def invisible() -> Iterator[str]:
    """Format and control characters, variation selectors and fillers, told by another way."""
    for character in map(chr, EVERY):
        name = unicodedata.name(character, "")
        kind = unicodedata.category(character)
        shown = name.startswith(("ARABIC", "SYRIAC", "KAITHI")) and "LETTER MARK" not in name
        filler = "FILLER" in name and "HANGUL" in name
        if (kind in ("Cf", "Cc") and not shown and not character.isspace()) or (
            "VARIATION SELECTOR" in name or filler or "GRAPHEME JOINER" in name
        ):
            yield character


def test_what_nobody_sees_folds_to_nothing() -> None:
    unseen = [one for one in invisible() if not 0x13439 <= ord(one) <= 0x1345F]
    assert len(unseen) > 400
    assert [one for one in unseen if fold(one) or fold_narrow(one)] == []
    assert {without_unseen(f"a{one} b") for one in unseen} == {"a b"}
    for seen in "\u0600\u06dd\u070f\U000110bd\u0301\u309a":
        assert fold(seen) == seen


def test_both_blocks_of_radicals_fold_to_ideographs_in_either_width() -> None:
    radicals = [*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6)]
    left = {chr(code) for code in radicals if unicodedata.name(chr(code), "")}
    left -= {one for one in left if unicodedata.name(fold_narrow(one), "").startswith("CJK UNI")}
    assert left == {"⺀"}  # for which Unicode has no ideograph
    assert (
        fold("⻓⻅⻋⻔⻛⻰⻢⻩⻬⻘⻄⻆⻁⻨⻥⻦⻚⻉⻝⻣⻤⻜⻙⺠⺟⻳⼾")
        == "长见车门风龙马黄齐青西角虎麦鱼鸟页贝食骨鬼飞韦民母龟户"
    )
    assert fold_narrow("广⼤⼈⺠群众") == "广大人民群众"
    assert len(RADICALS) == len(IDEOGRAPHS)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_composed_and_decomposed_texts_are_one(form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> None:
    for text in ("café Xí Jìnpíng", "Nguyễn Ái Quốc", "한국", "バナナ", "ﾊﾞﾅﾅ", "ｶﾞﾗｽ", "Å"):
        other = unicodedata.normalize(form, text)
        assert (fold(other), fold_narrow(other)) == (fold(text), fold_narrow(text))


def test_our_table_of_simplified_characters_is_opencc_s() -> None:
    written = dict(zip(TRADITIONAL, opencc("t2s", list(TRADITIONAL)), strict=True))
    ours = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    unlike = {one: (ours[one], written[one]) for one in ours if ours[one] != written[one]}
    assert unlike == {
        **{"甦": ("苏", "甦"), "甯": ("宁", "甯"), "礆": ("硷", "礆")},
        **{"薴": ("苎", "苧"), "逕": ("迳", "径")},
    }
    assert all(fold(one) == fold(other) for one, other in written.items())


@pytest.mark.parametrize("name", ["s2t", "s2tw", "s2hk", "t2s", "tw2s", "hk2s", "t2tw", "t2hk"])
def test_every_ideograph_folds_as_what_opencc_writes_for_it(name: str) -> None:
    every = ideographs()
    pairs = zip(every, opencc(name, every), strict=True)
    assert [pair for pair in pairs if fold(pair[0]) != fold(pair[1])] == []


@pytest.mark.parametrize("name", rest_slow(["s2tw", "s2t", "s2hk"], quick=1))
def test_every_word_folds_as_it_is_written_in_traditional_but_for_few(name: str) -> None:
    words = [line.split(" ")[0] for line in read_dictionary().decode().splitlines()]
    pairs = zip(words, opencc(name, words), strict=True)
    unlike = {word: other for word, other in pairs if fold(word) != fold(other)}
    print(name, len(unlike), *(f"{word}/{other}" for word, other in unlike.items()))
    assert len(unlike) <= MOST_DIFFERENT
    listed = {word: pair for pair, some in DIFFERENT.items() for word in some.split()}
    assert set(unlike) == set(listed)
    for word, other in unlike.items():
        ours, theirs = tuple(listed[word])
        assert fold(other) == fold(word.replace(ours, theirs, 1))
    assert set(DIFFERENT) == set(OTHER_WORDS)


ONE = (
    *("干乾", "后後", "着著", "卫衞", "叙敍", "台枱", "复覆", "檐簷", "痹痺", "借藉", "幺么"),
    *("了瞭", "溪谿", "背揹", "夫伕", "径逕", "昵暱", "熏薰", "抵牴", "拿拏", "焰燄", "只衹"),
    *("铺舖", "抬擡", "妆粧", "青靑", "清淸", "户戸", "吴呉", "值値", "吞呑", "尚尙", "黑黒"),
    *("每毎", "步歩", "晚晩", "概槪", "慎愼", "瓶甁", "饮飮", "里裏", "里裡", "群羣", "峰峯"),
    *("床牀", "秘祕", "具俱", "收収", "变変", "宝寳", "鹅鵞", "效効", "峨峩", "灾烖", "斗鬪"),
)
APART = (
    *("里理", "象像", "坐座", "划画", "呆待", "沉沈", "炼链", "里哩", "坏坯", "他她", "他它"),
    *("作做", "你妳", "奶妳", "分份", "帐账", "订定", "象相", "零〇"),
)


@pytest.mark.parametrize("pair", ONE)
def test_two_forms_of_one_character_are_one(pair: str) -> None:
    assert fold(pair[0]) == fold(pair[1])


@pytest.mark.parametrize("pair", APART)
def test_two_characters_are_two(pair: str) -> None:
    assert fold(pair[0]) != fold(pair[1])


def test_forms_of_one_character_are_different_to_a_verdict() -> None:
    pairs = list(zip(VARIANTS, USUAL, strict=True))
    assert len(pairs) > 700
    assert [pair for pair in pairs if fold_narrow(pair[0]) == fold_narrow(pair[1])] == []
    assert [pair for pair in pairs if fold(pair[0]) != fold(pair[1])] == []


DOTS = "·•・‧∙⋅･ꞏ⸱⸳ᐧ᛫"
DASHES = "-－—―─━–‒‐‑−﹣﹘︱︲⁻"


def test_marks_are_one_by_their_classes() -> None:
    assert {fold(dot) for dot in DOTS} == {"·"}
    assert {fold(dash) for dash in DASHES} == {"—"}
    assert [fold(mark) for mark in "⸺⸻⋯…︙‥∶：○◯"] == [
        *("——", "———", "...", "...", "...", "..", ":", ":", "〇", "〇")
    ]


def test_marks_and_circles_are_different_to_a_verdict() -> None:
    for mark in "•・‧—―─–⸺⋯∶○◯":
        assert fold_narrow(mark) == mark


def test_what_is_written_for_something_else_is_no_dash_and_no_dot() -> None:
    for mark in "~〜〰=゠一ー.。,◦●∘°*":
        assert fold(mark) not in ("—", "·")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("卡尔·马克思", "卡尔马克思"),
        ("卡尔·马克思", "卡尔.马克思"),
        ("安全……广大", "安全…广大"),
        ("安全——广大", "安全—广大"),
        ("二〇一八年", "二O一八年"),
        ("二〇一八年", "二0一八年"),
        ("二〇一八年", "二零一八年"),
        ("二〇一八年", "2018年"),
        ("e\u0301\u0323", "e\u0323\u0301"),
    ],
)
def test_what_no_rule_of_one_character_can_give(text: str, other: str) -> None:
    """A dot left out or typed as a full stop, half a dash, a numeral, an order of marks."""
    assert fold(text) != fold(other)


def test_the_form_that_is_cut_keeps_the_words_of_a_dictionary() -> None:
    text = "顯著 的 “衞生”——２０○８…"
    assert fold_spelled(text) == '显著的"衞生"——20〇8...'
    assert fold(text) == '显着的"卫生"——20〇8...'
