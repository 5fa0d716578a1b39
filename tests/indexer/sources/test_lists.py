"""`terms.txt` and `speakers.txt` beside the source files: words and names and nothing else, in
bounded number and length."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from indexer.errors import OptionError
from indexer.sources.lists import (
    check_speakers,
    identity_of,
    parse_speakers,
    parse_terms,
    read_speakers,
    read_terms,
)
from tests.support.growth import assert_linear


def refusal(seeds: Path, read: Callable[[Path], object] = read_speakers) -> str:
    with pytest.raises(OptionError) as caught:
        read(seeds)
    return str(caught.value)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "en")


def test_each_name_is_read_once_and_they_are_sorted(tmp_path: Path) -> None:
    text = "# 作家\r\n\r\n  鲁迅\t\r\n任正非\r\n魯迅\r\n卡尔·马克思\r\n鲁迅\r\nLenin\r\n# 完"
    (tmp_path / "speakers.txt").write_text(text, "utf-8")
    assert read_speakers(tmp_path / "seeds") == (("Lenin", "任正非", "卡尔·马克思", "魯迅", "鲁迅"))


def test_where_there_is_no_list_or_an_empty_one_there_are_no_names(tmp_path: Path) -> None:
    assert read_speakers(tmp_path / "seeds") == ()
    (tmp_path / "speakers.txt").write_text("# 无\n", "utf-8")
    assert read_speakers(tmp_path / "seeds") == ()
    assert identity_of(()) == ""


def test_the_encoding_of_the_list_is_that_of_any_source_file(tmp_path: Path) -> None:
    (tmp_path / "speakers.txt").write_bytes("鲁迅先生\n任正非\n".encode("gb18030"))
    assert read_speakers(tmp_path / "seeds") == ("任正非", "鲁迅先生")


@pytest.mark.parametrize(
    "name",
    [
        "他",
        "·",
        "鲁·",
        "鲁迅，",
        "“鲁迅”",
        "(.*)",
        "鲁迅\x1b[2J",
        "鲁\u202e迅",
        "鲁\u200b迅",
        "4567",
    ],
)
def test_a_line_that_is_no_name_is_refused_and_not_repeated(name: str, tmp_path: Path) -> None:
    path = tmp_path / "speakers.txt"
    path.write_text(f"# 注\n任正非\n{name}\n", "utf-8")
    assert refusal(tmp_path / "seeds") == (
        f"{path}: line 3: it is no name; write one name a line, of 2 letters or more and without "
        "marks"
    )


def test_a_name_that_is_too_long_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "speakers.txt"
    path.write_text("# " + "注" * 99 + "\n" + "长" * 33, "utf-8")
    assert refusal(tmp_path / "seeds") == (
        f"{path}: line 2: the name has 33 characters, and the limit is 32; write one name a line"
    )


def test_too_many_names_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "speakers.txt"
    path.write_text("\n".join(chr(0x4E00 + at) + "某" for at in range(1001)), "utf-8")
    assert refusal(tmp_path / "seeds") == (
        f"{path}: it has 1,001 names, and the limit is 1,000; shorten it"
    )


def test_a_word_that_is_too_long_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("# " + "注" * 99 + "\n两个维护\n" + "长" * 65, "utf-8")
    assert refusal(tmp_path / "seeds", read_terms) == (
        f"{path}: line 3: the word has 65 characters, and the limit is 64; write one word a line"
    )


@pytest.mark.parametrize(
    ("name", "read", "most"),
    [
        ("terms.txt", read_terms, "16,777,216"),
        ("speakers.txt", read_speakers, "1,048,576"),
    ],
)
def test_a_list_is_a_plain_file_of_bounded_size(
    name: str, read: Callable[[Path], object], most: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    os.mkfifo(path)
    assert (
        refusal(tmp_path / "seeds", read)
        == f"{path}: it is no plain file; put a text file in its place or remove it"
    )
    path.unlink()
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert refusal(tmp_path / "seeds", read) == (
        f"{path}: it has 1,099,511,627,776 bytes, and such a list has at most {most}; shorten it"
    )
    path.unlink()
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert refusal(tmp_path / "seeds", read).startswith(f"{path}: ")


def test_names_of_an_index_are_such_as_are_read() -> None:
    check_speakers(parse_speakers("鲁迅\n任正非\n卡尔·马克思"))
    for names in (("鲁迅", "任正非"), ("鲁迅", "鲁迅"), ("他",), ("鲁迅 ",), ("(.*)+",)):
        with pytest.raises(ValueError, match=r"^[^\n]+$"):
            check_speakers(names)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("新质生产力 100 n", "新质生产力"),
        ("新质生产力 100", "新质生产力"),
        ("云计算 nz", "云计算"),
        ("5G网络\t3\tn", "5g网络"),
        ("Big Data", "big data"),
        ("Web 3", "web 3"),
        ("工业 4.0", "工业4.0"),
    ],
)
def test_a_term_may_be_a_line_of_a_dictionary_of_jieba(line: str, word: str) -> None:
    assert parse_terms(f"{line}\n").words == (word,)


def test_a_long_line_of_terms_costs_no_more_than_its_length() -> None:
    def parse(text: str) -> None:
        with suppress(ValueError):  # it is too long for a term
            parse_terms(text)

    assert_linear(parse, lambda size: "甲 " * size + "乙", 2_000)
