"""jieba's dictionary is read quickly, told apart cheaply, and cuts as it does in jieba's hands."""

from __future__ import annotations

import io
import logging
import marshal
import os
import shutil
import tempfile
import unicodedata
from importlib import metadata
from pathlib import Path

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.errors import OptionError
from indexer.words import dictionary
from indexer.words.analysis import Cutter
from indexer.words.dictionary import identify_analyzer, parse_dictionary, read_dictionary
from indexer.words.terms import MAX_WORD
from tests.support.command_line import CHECKOUT, Run, imported, spawn
from tests.support.growth import assert_linear


def as_jieba_reads(data: bytes) -> tuple[dict[str, int], int] | None:
    """None where jieba refuses it."""
    try:
        frequencies, total = jieba.Tokenizer.gen_pfdict(io.BytesIO(data))
    except ValueError:
        return None
    return frequencies, total


def test_jieba_s_dictionary_is_read_as_jieba_reads_it() -> None:
    parsed = parse_dictionary(read_dictionary())
    assert parsed is not None
    # Not compared in an assert: telling how two mappings of this size differ takes minutes.
    same = parsed == as_jieba_reads(read_dictionary())
    assert same
    assert (parsed[0]["核心技"], parsed[0]["核心技术"]) == (0, 6)


LINES = st.lists(st.text("ab核心１2 \t\r\v\f\x85\x1c\u3000-_", max_size=9), max_size=5)


@given(LINES.map(lambda lines: "".join(f"{line}\n" for line in lines).encode()))
@example(b"ab 1 n\na 2 n\nab 4 n\n")
@example(b"ab 1\nc 2 n x\n")
@example(b"ab 1 n\n c 3\n")
@example(b" 1 2\n")
@example(b"a\xe3\x80\x80b 1 n\n")
@example("4\u30005 6 7\n".encode() * 3)
@example(b"a\r 1 n\n")
@example(b"ab 1 \n")
@example(b"ab 1 n")
@example(b"\xff 1 n\n")
@example(b"ab 1 n\n\n")
def test_any_dictionary_is_read_as_jieba_reads_it_or_left_to_jieba(data: bytes) -> None:
    parsed = parse_dictionary(data)
    assert parsed is None or parsed == as_jieba_reads(data)


@pytest.mark.parametrize(
    "data", [b"", b"ab 1\nc 2\nd 3\n", b"ab 1 n\r\n", b"ab  1 n\n", b"ab x n\n", b"ab 1 n x\n"]
)
def test_a_dictionary_of_another_form_is_left_to_jieba(data: bytes) -> None:
    assert parse_dictionary(data) is None


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that stands for jieba's dictionary, which somebody may have edited."""
    path = tmp_path / "dict.txt"
    path.write_text("核 9 n\n核心 3 n\n心技术 400 n\n", "utf-8")
    (tmp_path / "__init__.py").write_text("__version__ = '0.42.9'\n")
    monkeypatch.setattr(dictionary, "_jieba_file", lambda: tmp_path / "__init__.py")
    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", lambda _: path.open("rb"))
    return path


def test_an_edited_dictionary_cuts(edited: Path) -> None:
    assert Cutter().words("核心技术") == ["核", "心技术"]
    edited.write_text("核心 300\n技术 4\n", "utf-8")
    assert Cutter().words("核心技术") == ["核心", "技术"]


def test_a_broken_dictionary_is_an_error_that_says_where(edited: Path) -> None:
    edited.write_text("核心 3 n\n技术\n", "utf-8")
    cutter = Cutter()
    with pytest.raises(OptionError) as raised:
        cutter.words("核心技术")
    assert str(raised.value) == (
        f"invalid dictionary entry in {edited} at Line 2: 技术; "
        "mend that line, or install jieba anew"
    )


def test_a_broken_dictionary_is_one_line_at_the_shell(tmp_path: Path) -> None:
    unused = shutil.ignore_patterns("__pycache__", "lac_small", "analyse", "posseg")
    copied = shutil.copytree(Path(jieba.__file__).parent, tmp_path / "jieba", ignore=unused)
    copied.joinpath("dict.txt").write_text("核心 3 n\n技术\n", "utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "甲.txt").write_text("核心技术受制于人。\n", "utf-8")
    run = spawn(
        *("index", tmp_path / "seeds", "--index", tmp_path / "index", "--quiet"),
        PYTHONPATH=os.pathsep.join(map(str, (tmp_path, CHECKOUT))),
        LUNSHU_LANG="zh",
    )
    assert run == Run(
        2,
        "",
        f"lunshu: {copied}/dict.txt：jieba 的词典第 2 行不合格式（技术）；"
        "请改正该行，或者重新安装 jieba\n",
    )


def test_jieba_s_slow_reading_is_not_used_for_its_own_dictionary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(jieba.Tokenizer, "gen_pfdict")
    assert Cutter().words("核心技术突破") == ["核心技术", "突破"]


def test_jieba_s_shared_cache_is_neither_read_nor_written_and_nothing_is_logged(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    cache = tmp_path / "jieba.cache"
    cache.write_bytes(marshal.dumps(({"心技": 10**9, "心": 0}, 10**9)))
    before = cache.read_bytes(), cache.stat().st_mtime_ns
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with caplog.at_level(logging.DEBUG, "jieba"):
        assert Cutter().words("核心技术突破") == ["核心技术", "突破"]
    assert list(tmp_path.iterdir()) == [cache]
    assert (cache.read_bytes(), cache.stat().st_mtime_ns) == before
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_the_analyzer_is_named_without_anything_heavy() -> None:
    heavy = {"jieba", "rjieba", "whoosh", "numpy", "importlib.metadata"}
    named = "from indexer.words.dictionary import identify_analyzer; identify_analyzer()"
    assert not heavy & imported(named)


def test_the_analyzer_s_name_has_versions_and_dictionary(
    edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unicodedata, "unidata_version", "14.0.0")
    assert identify_analyzer() == "jieba 0.42.9, dictionary 3965e134, folding 2, Unicode 14.0.0"
    names = {identify_analyzer()}
    edited.write_text("核 9 n\n核心 3 n\n心技术 401 n\n", "utf-8")
    names.add(identify_analyzer())
    edited.with_name("__init__.py").write_text("__version__ = '0.42.8'\n")
    names.add(identify_analyzer())
    monkeypatch.setattr(unicodedata, "unidata_version", "15.0.0")
    names.add(identify_analyzer())
    assert len(names) == 4


def test_the_version_is_that_of_the_installed_jieba(edited: Path) -> None:
    installed = metadata.version("jieba")
    edited.with_name("__init__.py").write_text("")
    assert identify_analyzer().startswith(f"jieba {installed}, ")
    edited.with_name("__init__.py").write_text("__version__ = 'another'\n")
    assert identify_analyzer().startswith("jieba another, ")


def test_a_missing_jieba_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="No module named 'jieba'"):
        identify_analyzer()


def test_words_that_are_to_be_kept_are_not_cut() -> None:
    assert Cutter(["两个维护", "两个"]).words("做到两个维护、两个确立") == [
        *("做到", "两个维护", "两个", "确立")
    ]


def test_what_contains_no_letter_or_is_too_long_is_no_word() -> None:
    assert Cutter().words("，。 5g！" + "a" * (MAX_WORD + 1)) == ["5g"]


def test_a_run_without_punctuation_costs_no_more_than_its_length() -> None:
    """jieba alone takes seconds for such a run, and hours for the longest paragraph."""
    cutter = Cutter()
    run = "核心技术受制于人是我们最大的隐患" * 3_000
    once, twice = cutter.words(run[:24_000]), cutter.words(run)
    assert len(twice) > 1.9 * len(once)
    assert "".join(twice) == run
    assert_linear(cutter.words, lambda size: run[:size], 12_000, most=len(run))
