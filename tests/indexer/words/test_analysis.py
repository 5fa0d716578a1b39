"""Texts are cut into jieba's words, whoever finds them: rjieba where it can, else jieba itself."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer import build_index, writer
from indexer.words import analysis
from indexer.words.analysis import PROVEN_JIEBA, PROVEN_RJIEBA, Cutter
from indexer.words.dictionary import identify_analyzer, read_dictionary
from indexer.words.terms import RUN, is_word
from tests.support.command_line import CHECKOUT, imported
from tests.support.drawn_collection import content, draw_texts, write_collection

WHOLE = ("两个维护", "5g", "心", "中国 梦")

KNOWN = ["核心技术", "中华人民共和国", "张三丰", "研究生命起源", "第一百二十三条", "AT&T", "T恤"]
MARKED = ["f-16", "2.8k", "1-6", "3.5%", "2020-2035", "0.10g", "WES-5.4.5", "a_b", "+86", "c++"]

LETTERS = st.one_of(
    st.sampled_from(
        "的一是在不了有和人这中大为上个国我以要他核心技术受制于张三丰常在等则取应会质具高过白进原"
    ),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5),
    st.sampled_from("abzABZ0123456789"),
    st.sampled_from("+#&._%-"),
    st.sampled_from("０９ＡＺａｚ，。；（）\u3000"),
    st.sampled_from("〇々㐀㿿\u9fd6\u9fff\uf900豈𠀀𠮷𪜀\U000323af😀éα \r\n\t\ud800\udfff"),
    st.sampled_from(KNOWN + MARKED),
)
TEXTS = st.lists(LETTERS, max_size=24).map("".join)


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    """Cuts by rjieba."""
    made = Cutter()
    assert who_cuts(made) == "ByRjieba"
    return made


@pytest.fixture(scope="module")
def keeping() -> Cutter:
    """Keeps the words `WHOLE`."""
    made = Cutter(WHOLE)
    made.words("张三疯")  # which loads what it needs
    return made


def who_cuts(cutter: Cutter) -> str:
    return type(cutter._cutting).__name__


def by_jieba(tokenizer: jieba.Tokenizer, text: str) -> list[str]:
    return [word for word in tokenizer.cut(text) if is_word(word)]


@given(TEXTS)
@example("常在等则取应会质具高过白进原")  # where rjieba's own model finds 常在
@example("2020-2035年f-16和2.8k、WES-5.4.5、0.10g")  # where it goes on across marks
@example("中𠮷国〇㐀人\u9fd6民")  # where it parts runs otherwise
@example("".join(KNOWN + MARKED))
@example("")
def test_any_text_is_cut_as_jieba_cuts_it(
    cutter: Cutter, tokenizer: jieba.Tokenizer, text: str
) -> None:
    assert cutter.words(text) == by_jieba(tokenizer, text)


@given(st.lists(TEXTS, max_size=5))
@example(["张", "三", "丰"])
@example(["", "张三", "", "丰f-1", "6"])
def test_texts_that_are_cut_together_are_cut_each_for_itself(
    cutter: Cutter, texts: list[str]
) -> None:
    cut = cutter.cut(texts)
    assert cut.of_each() == list(map(cutter.words, texts))
    assert len(set(cut.words)) == len(cut.words)
    assert set(range(len(cut.words))) == set(cut.numbers.tolist())


@given(st.lists(st.one_of(TEXTS, st.sampled_from(WHOLE)), max_size=8).map("".join))
@example("张心三心丰5g两个维护5心g")
@example("心心")
def test_words_that_are_never_cut_part_what_jieba_cuts(
    keeping: Cutter, tokenizer: jieba.Tokenizer, text: str
) -> None:
    pieces = re.split("(两个维护|中国 梦|5g|心)", text)
    expected = [
        word
        for at, piece in enumerate(pieces)
        for word in ([piece] if at % 2 else by_jieba(tokenizer, piece))
    ]
    assert keeping.words(text) == expected


def test_a_run_that_is_too_long_is_cut_in_pieces(
    cutter: Cutter, tokenizer: jieba.Tokenizer
) -> None:
    run = "核心技术受制于人张三丰2.8k" * 200
    expected = [
        word
        for at in range(0, len(run), 1_000)
        for word in by_jieba(tokenizer, run[at : at + 1_000])
    ]
    assert cutter.words(run) == expected
    assert cutter.words(f"，{run[:1_000]}。{run[1_000:2_000]}！") == [
        *by_jieba(tokenizer, run[:1_000]),
        *by_jieba(tokenizer, run[1_000:2_000]),
    ]


def test_runs_end_at_every_character_at_which_jieba_ends_them(cutter: Cutter) -> None:
    others = re.sub(f"[{RUN}]", "", "".join(map(chr, range(sys.maxunicode + 1))))
    text = "核心".join(others)
    expected = [text[0]] if is_word(text[0]) else []
    for other in others[1:]:
        expected += ["核心", other] if is_word(other) else ["核心"]
    same = [
        word
        for start in range(0, len(text), 900)
        for word in cutter.words(text[start : start + 900])
    ]
    assert same == expected


def test_every_seed_line_is_cut_as_jieba_cuts_it(
    cutter: Cutter, tokenizer: jieba.Tokenizer, seed_lines: list[str]
) -> None:
    assert cutter.cut(seed_lines).of_each() == [by_jieba(tokenizer, line) for line in seed_lines]


@pytest.fixture(params=["missing", "another version", "cuts otherwise", "edited dictionary"])
def unproven(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each reason for which rjieba is not used."""
    reason: str = request.param
    if reason == "missing":
        monkeypatch.setitem(sys.modules, "rjieba", None)
    elif reason == "another version":
        monkeypatch.setattr(metadata, "version", lambda _: "0.2.3")
    elif reason == "cuts otherwise":
        monkeypatch.setattr(analysis, "_SAMPLE", ["核/心技术"])
    else:
        edited = read_dictionary() + "受制于人们 3 n\n".encode()
        monkeypatch.setattr("indexer.words.dictionary.read_dictionary", lambda: edited)
    return reason


def test_where_rjieba_is_not_proven_jieba_finds_the_same_words(
    unproven: str, cutter: Cutter
) -> None:
    texts = draw_texts(1, 200)
    other = Cutter()
    assert (unproven, who_cuts(other)) == (unproven, "ByJieba")
    assert other.cut(texts).of_each() == cutter.cut(texts).of_each()


def test_an_index_is_the_same_whoever_cuts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_AT_ONCE", 64)
    write_collection(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "quick")
    monkeypatch.setitem(sys.modules, "rjieba", None)
    build_index(tmp_path / "seeds", tmp_path / "slow")
    assert content(tmp_path / "quick") == content(tmp_path / "slow")


def test_what_is_proven_is_what_is_installed() -> None:
    assert metadata.version("rjieba") == PROVEN_RJIEBA
    assert identify_analyzer().startswith(f"{PROVEN_JIEBA}, ")


def test_words_that_others_add_to_rjieba_and_jieba_change_nothing() -> None:
    program = (
        "import rjieba, jieba; jieba.add_word('心技术'); rjieba.add_word('心技术受', 10**8, 'n'); "
        "from indexer.words.analysis import Cutter; print(*Cutter().words('核心技术受制于人'))"
    )
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        cwd=CHECKOUT,
    )
    assert run.stdout == "核心技术 受制于人\n"


def test_what_cuts_is_loaded_when_there_is_something_for_it_to_cut() -> None:
    cutters = {"rjieba", "jieba", "jieba.finalseg"}
    imports = "from indexer.words.analysis import Cutter"
    assert not cutters & imported(f"{imports}; Cutter(['两个维护'])")
    assert cutters & imported(f"{imports}; Cutter().words('核心技术')") == {"rjieba"}
    assert cutters & imported(f"{imports}; Cutter().words('核心技术张三疯')") == cutters


def test_the_dictionary_of_jieba_itself_is_not_loaded_where_rjieba_cuts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("indexer.words.dictionary.parse_dictionary")
    assert Cutter().words("核心技术张三疯2.8k") == ["核心技术", "张三疯", "2.8", "k"]


def test_many_texts_are_handed_over_in_pieces_and_nothing_is_lost(
    cutter: Cutter, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [*draw_texts(2, 300), "\x00核心\x00", "㐀张三疯", ""]
    expected = cutter.cut(texts).of_each()
    for size in (1, 60, 2_000):
        monkeypatch.setattr(analysis, "_TOGETHER", size)
        assert cutter.cut(texts).of_each() == expected
    assert [list(some) for some in analysis._some_at_a_time(())] == []
