"""Folding, by examples; what is true of any text is in `fuzz/test_folding.py`."""

from importlib import resources

import pytest

from indexer.text.folding import fold, fold_with_origins
from indexer.text.simplified import SIMPLIFIED, TRADITIONAL


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


def test_the_table_is_opencc_s() -> None:
    rows = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8")
    table = {}
    for row in filter(None, rows.split("\n")):
        traditional, candidates = row.split("\t")
        simplified = candidates.split(" ")[0]
        if len(traditional) == len(simplified) == 1 and traditional != simplified:
            table[traditional] = simplified
    table["薴"] = table[table["薴"]]
    assert dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)) == table
