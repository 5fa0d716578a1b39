"""Folding, by examples; what is true of any text is in `fuzz/test_folding.py`."""

import pytest

from indexer.text.folding import fold, fold_with_origins


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("規則制定權", "规则制定权"),
        ("“互联网 ＋ 教育”", '"互联网+教育"'),
        ("『互联网+教育』", '"互联网+教育"'),
        ("‘命门’", '"命门"'),
        ("５Ｇ与工业互联网", "5g与工业互联网"),
        ("2016 年 4 月 19 日", "2016年4月19日"),
        ("Big \n Data", "big data"),
        ("  中 国  ", "中国"),
        ("3 D 打印", "3 d打印"),
        ("中国（上海）", "中国(上海)"),
        ("什么？", "什么?"),
        ("……", "......"),
        ("㈠", "(一)"),
        ("薴", "苎"),
        ("乾坤", "干坤"),
        ("隨著保衞瞭解答覆枱", "随着保卫了解答复台"),
        ("二○一八年", "二〇一八年"),
        ("广⼤⼈⺠", "广大人民"),
        ("卡尔•马克思——⋯⋯", "卡尔·马克思——......"),
        ("\ufeff网\u200b络\u00ad", "网络"),
        ("👨\u200d👩", "👨👩"),
        ("\u3000 \t\n", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_span_of_every_seed_line_is_found_in_it(seed_lines: list[str]) -> None:
    for line in seed_lines:
        folded = fold(line)
        for length in (1, 2, 7, 40):
            for start in range(0, len(line), 5):
                assert fold(line[start : start + length]) in folded


def test_a_highlight_covers_a_dropped_blank_and_an_expanded_character() -> None:
    folded = fold_with_origins("我国有 7 亿网民…")
    assert folded.text == "我国有7亿网民..."
    at = folded.text.index("有7亿")
    assert folded.original_span(at, at + 3) == (2, 7)
    assert folded.original_span(len(folded.text) - 1, len(folded.text)) == (9, 10)


def test_a_highlight_covers_what_nobody_sees_inside_and_not_beside() -> None:
    folded = fold_with_origins("\ufeff网\u200b络\u00ad安e\u0301全\u2060")
    assert (folded.text, folded.origins) == ("网络安e\u0301全", (1, 3, 5, 6, 7, 8))
    assert folded.original_span(0, 3) == (1, 6)
    assert fold_with_origins("\u200b\ufeff") == ("", ())


def test_what_vanishes_does_not_hide_what_grows() -> None:
    assert fold_with_origins("㈠\u200b\u200b") == ("(一)", (0, 0, 0))
    assert fold_with_origins("\u200b⸺") == ("——", (1, 1))
    assert fold_with_origins("é\u200b安") == ("e\u0301安", (0, 0, 2))


def test_a_blank_stays_beside_a_mark_of_a_letter() -> None:
    assert fold("café au lait") == fold("cafe\u0301 au lait") == "cafe\u0301 au lait"
    assert fold("バ ナナ") == "ハ\u3099 ナナ"
    assert fold("a \u200b b") == "a b"
