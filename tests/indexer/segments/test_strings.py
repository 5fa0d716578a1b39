from __future__ import annotations

import io
from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter
from indexer.segments.strings import StringTable, write_strings

TEXT = st.text(st.sampled_from("ab核心技𠮷\x00\uffff\U0010ffff"), max_size=4).map(str.encode)


def table(strings: list[bytes]) -> StringTable:
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        write_strings(writer, "terms", strings)
    return StringTable(Blocks(file.getvalue(), "example"), "terms")


@given(st.lists(TEXT, max_size=12))
def test_strings_are_read_back_in_any_order(strings: list[bytes]) -> None:
    read = table(strings)
    assert len(read) == len(strings)
    assert list(read) == strings
    assert [read[at] for at in range(len(read))] == strings


@given(st.lists(TEXT, max_size=12, unique=True).map(sorted), TEXT)
def test_a_sorted_table_finds_as_a_sorted_list_does(strings: list[bytes], sought: bytes) -> None:
    read = table(strings)
    assert read.find(sought) == (strings.index(sought) if sought in strings else -1)
    assert read.lower_bound(sought, 0, len(read)) == bisect_left(strings, sought)
    prefixed = [at for at, string in enumerate(strings) if string.startswith(sought)]
    assert list(read.prefixed(sought)) == prefixed


def test_the_order_of_bytes_is_the_order_of_characters() -> None:
    texts = ["a", "é", "核", "\uffff", "𠮷", "\U0010ffff"]
    assert [string.decode() for string in sorted(map(str.encode, texts))] == sorted(texts)


@pytest.mark.parametrize("at", [-1, 2, 100])
def test_a_place_outside_the_table_is_an_error(at: int) -> None:
    with pytest.raises(IndexError):
        table([b"a", b"b"])[at]


def test_a_table_whose_ends_do_not_fit_is_damaged() -> None:
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        writer.add_bytes("terms", [b"abc"])
        writer.add("terms/ends", np.array([0, 2], "<u4"))
    with pytest.raises(BlockFileError, match=r"^block terms of example is damaged$"):
        StringTable(Blocks(file.getvalue(), "example"), "terms")
