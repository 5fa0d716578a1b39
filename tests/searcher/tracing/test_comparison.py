"""How a text occurs in a paragraph: word for word, but for marks and numerals, or nearly."""

from __future__ import annotations

import random

import pytest

from indexer.text.folding import fold
from searcher.textmatch.figures import splits_figure
from searcher.tracing.comparison import compare, places_of, plain_letters

NUMBERS = (
    "我国有七亿网民,这是一个了不起的数字,占人口的百分之五十一点七,二〇一六年又增加了一千二百万"
)


YEAR = "占人口的百分之五十一点七,二〇一六年又增加了一千二百万"
COUNTRY = "我国有七亿网民,这是一个了不起的数字"
NUMBERS = f"{COUNTRY},{YEAR}"


@pytest.mark.parametrize(
    ("text", "source", "match", "span"),
    [
        ("有七亿网民", NUMBERS, "exact", "有七亿网民"),
        ("有7亿网民", NUMBERS, "normalized", "有七亿网民"),
        ("7亿网民", NUMBERS, "normalized", "七亿网民"),
        ("我国有7亿", NUMBERS, "normalized", "我国有七亿"),
        ("占人口的51.7%", NUMBERS, "normalized", "占人口的百分之五十一点七"),
        ("2016年又增加了1200万", NUMBERS, "normalized", "二〇一六年又增加了一千二百万"),
        ("增加了1200万", NUMBERS, "normalized", "增加了一千二百万"),
        ("我国有七亿网民这是一个了不起的数字", NUMBERS, "normalized", COUNTRY),
        ("我国有七亿网民。这是一个了不起的数字", NUMBERS, "normalized", COUNTRY),
        ("我国有7亿网民,这是1个了不起的数字", NUMBERS, "normalized", COUNTRY),
        ("我国有八亿网民,这是一个了不起的数字", NUMBERS, "near", COUNTRY),
        ("我国有8亿网民,这是一个了不起的数字", NUMBERS, "near", COUNTRY),
        ("我国有网民,这是一个了不起的数字", NUMBERS, "near", COUNTRY),
        ("这是一个很了不起的数字", NUMBERS, "near", "这是一个了不起的数字"),
        # the source has the figures
        ("有七亿网民", "我国有7亿网民", "normalized", "有7亿网民"),
        ("百分之五十一点七的人", "有51.7%的人", "normalized", "51.7%的人"),
        ("增加百分之十", "增加10%,好", "normalized", "增加10%"),
        ("增加百分之十", "增加100%,好", "near", None),
        ("安全,发展", "要安全发展", "normalized", "安全发展"),
    ],
)  # fmt: skip
def test_how_a_text_stands_in_a_paragraph(
    text: str, source: str, match: str, span: str | None
) -> None:
    found = compare(text, source)
    assert found is not None
    assert found.match == match
    if span is not None:
        assert source[slice(*found.span)] == span


@pytest.mark.parametrize(("text", "source"), [("甲乙丙", "丁戊己"), ("甲", ""), ("甲乙", "丙,丁")])
def test_a_text_of_which_nothing_is_there_does_not_stand_there(text: str, source: str) -> None:
    assert compare(text, source) is None


def test_a_text_is_looked_for_where_it_is_said_to_be() -> None:
    source = "网络安全的甲" + "。" * 200 + "网络安全的乙丙"
    near = compare("网络安全的丙", source, (0, 6))
    assert near is not None
    assert near.span in ((0, 5), (0, 6))
    far = compare("网络安全的丙", source)
    assert far is not None
    assert source[slice(*far.span)] in ("网络安全的乙丙", "网络安全的")
    exact = compare("网络安全的乙", source, (0, 6))
    assert exact is not None
    assert (exact.match, exact.span) == ("exact", (206, 212))


def test_a_text_may_go_on_before_and_behind_the_place() -> None:
    source = f"{COUNTRY},好"
    found = compare("我国有1亿网民,这是1个了不起的数目", source, (11, 15))
    assert found is not None
    assert source[slice(*found.span)] == COUNTRY


def test_similarity_is_one_less_the_changed_by_the_longer() -> None:
    found = compare("甲乙丙丁戊己庚辛壬癸", "零甲乙丙丁天地己庚辛壬癸")
    assert found is not None
    assert (found.match, found.span, found.similarity) == ("near", (1, 12), 1 - 2 / 11)
    assert [(edit.op, edit.input, edit.source) for edit in found.edits] == [
        ("equal", (0, 4), (1, 5)),
        ("replace", (4, 5), (5, 7)),
        ("equal", (5, 10), (7, 12)),
    ]


def test_what_is_found_is_told_rightly_in_texts_at_random() -> None:
    draw = random.Random(1)
    matches = set()
    for _ in range(600):
        source = "".join(draw.choices("网络安全和,。三十七3百亿%", k=draw.randint(1, 30)))
        start = draw.randrange(len(source))
        text = list(source[start : start + draw.randint(1, 20)])
        for _ in range(draw.randint(0, 2)):
            at = draw.randint(0, len(text))
            text[at : at + draw.randint(0, 1)] = draw.choices("网安,七7天", k=draw.randint(0, 1))
        wanted = "".join(text).strip(",。%")
        if not wanted:
            continue
        found = compare(wanted, source)
        if found is None:
            assert not set(wanted) & set(source)
            continue
        matches.add(found.match)
        there = source[slice(*found.span)]
        assert 0 <= found.similarity <= 1
        whole = [
            at
            for at in range(len(source))
            if source.startswith(wanted, at)
            and not (splits_figure(source, at) or splits_figure(source, at + len(wanted)))
        ]
        assert (found.match == "exact") == bool(whole) == (there == wanted)
        assert fold(there) == there
        if found.match == "normalized":
            assert plain_letters(wanted) == plain_letters(there)
        at_input, at_source = 0, found.span[0]
        for edit in found.edits:
            assert (edit.input[0], edit.source[0]) == (at_input, at_source)
            same = wanted[slice(*edit.input)] == source[slice(*edit.source)]
            assert same == (edit.op == "equal")
            at_input, at_source = edit.input[1], edit.source[1]
        if found.edits:
            assert (at_input, at_source) == (len(wanted), found.span[1])
    assert matches == {"exact", "normalized", "near"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("增长了50", "增长了50%,很快"),
        ("增长了5", "增长了50%"),
        ("4亿中国人民一定能够胜利", "14亿中国人民一定能够胜利"),
        ("增长了50%", "增长了50万人"),
        ("十年间", "二十年间"),
    ],
)
def test_a_part_of_a_numeral_is_another_number(text: str, source: str) -> None:
    comparison = compare(text, source)
    assert comparison is not None
    assert comparison.match == "near"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("增长2-3倍", "增长23倍"),
        ("占1/2", "占12"),
        ("浓度3‰", "浓度3"),
        ("比分3:1", "比分31"),
        ("是-5度", "是5度"),
    ],
)
def test_a_sign_that_makes_another_number_is_no_punctuation(one: str, other: str) -> None:
    assert plain_letters(one) != plain_letters(other)


@pytest.mark.parametrize(
    ("one", "other"), [("2016—2020年", "2016-2020年"), ("第一,是人", "第一.是人"), ("——5月", "5月")]
)
def test_other_signs_are(one: str, other: str) -> None:
    assert plain_letters(one) == plain_letters(other)


def test_a_changed_last_word_is_shown_beside_the_whole_word_of_the_source() -> None:
    comparison = compare("没有网络安全就没有国家平安", "没有网络安全就没有国家安全,就没有发展")
    assert comparison is not None
    assert comparison.span == (0, 13)
    assert comparison.edits[-1] == ("replace", (11, 13), (11, 13))


def test_every_place_where_a_text_stands_is_told_but_for_parts_of_numerals() -> None:
    assert places_of("网络安全", "网络安全和网络安全网络安全") == [(0, 4), (5, 9), (9, 13)]
    assert places_of("增长50", "增长50%,又增长50,再增长500") == [(7, 11)]
    assert places_of("哈哈", "哈哈哈") == [(0, 2)]
