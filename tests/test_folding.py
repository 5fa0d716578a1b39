import unicodedata
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.folding import fold, fold_with_origins
from indexer.simplified import SIMPLIFIED, TRADITIONAL

AWKWARD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("　 \t\n中国網絡5ＧgＡé…㈠½ﬀİß“”「』'\"，,"),
    ),
    max_size=30,
)


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


@given(AWKWARD)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.characters())
def test_folding_any_single_character_twice_changes_nothing(character: str) -> None:
    assert fold(fold(character)) == fold(character)


@given(AWKWARD, st.data())
def test_every_span_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]) in fold(text)


def test_every_span_of_every_seed_line_is_found_in_it(seed_lines: list[str]) -> None:
    for line in seed_lines:
        folded = fold(line)
        for length in (1, 2, 7, 40):
            for start in range(0, len(line), 5):
                assert fold(line[start : start + length]) in folded


@given(AWKWARD)
def test_the_offset_map_folds_to_the_same_text_and_points_at_what_contributed(text: str) -> None:
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    for at, character in enumerate(folded.text):
        start, end = folded.original_span(at, at + 1)
        original = text[start:end]
        assert character in fold(original) or (character == " " and _has_blank(original))


def _has_blank(text: str) -> bool:
    return any(part.isspace() for part in unicodedata.normalize("NFKC", text))


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
