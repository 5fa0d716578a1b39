from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from indexer.columns.blocks import (
    BlockFileError,
    Blocks,
    BlockWriter,
    map_file,
    smallest_unsigned,
)

ARRAYS = {
    "small": np.array([1, 2, 255], "|u1"),
    "docs": np.arange(1000, dtype="<u2"),
    "none": np.empty(0, "<u4"),
    "signed": np.array([-(1 << 63), 0, (1 << 63) - 1], "<i8"),
    "weights": np.array([0.5, 2.0], "<f4"),
    "big-endian": np.array([1, 2, 3], ">u4"),
}


def written() -> bytes:
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        for name, values in ARRAYS.items():
            writer.add(name, values)
        writer.add_bytes("text", [b"\xe6\xa0\xb8", b"", b"\xe5\xbf\x83"])
        writer.facts["documents"] = 3
    return file.getvalue()


def read(data: bytes) -> None:
    """Open a file and look at all of it."""
    blocks = Blocks(data, "MAIN_a.docs")
    blocks.check()


def test_what_is_written_is_read_back() -> None:
    blocks = Blocks(written(), "example")
    assert blocks.names() == (*ARRAYS, "text")
    for name, values in ARRAYS.items():
        assert blocks.array(name).tolist() == values.tolist()
        assert blocks.array(name).dtype.byteorder in "<=|"
    buffer, start, end = blocks.extent("text")
    assert buffer[start:end].decode() == "核心"
    assert blocks.view("docs")[999] == 999
    assert blocks.facts == {"documents": 3}
    assert "docs" in blocks
    assert "dogs" not in blocks
    blocks.check()


def test_blocks_begin_where_any_number_may() -> None:
    blocks = Blocks(written(), "example")
    assert [blocks.extent(name)[1] % 64 for name in blocks.names()] == [0] * 7


def test_an_array_of_a_file_cannot_be_changed() -> None:
    array = Blocks(written(), "example").array("docs")
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1


def test_a_missing_block_is_named() -> None:
    with pytest.raises(BlockFileError, match=r"^example has no block dogs$"):
        Blocks(written(), "example").array("dogs")


def test_a_file_cut_short_anywhere_is_not_read() -> None:
    data = written()
    for size in range(len(data)):
        with pytest.raises(BlockFileError, match=r"^MAIN_a\.docs cannot be read$"):
            read(data[:size])


def test_a_file_whose_rest_was_never_written_is_not_read() -> None:
    data = written()
    last = len(data.rstrip(b"\0"))
    for size in range(0, last, 7):
        with pytest.raises(BlockFileError):
            read(data[:size] + bytes(len(data) - size))


def test_a_changed_byte_is_noticed_wherever_it_means_something() -> None:
    data = written()
    blocks = Blocks(data, "example")
    ends = [blocks.extent(name)[1] + blocks.array(name).nbytes for name in blocks.names()]
    starts = [blocks.extent(name)[1] for name in blocks.names()]
    meant = {at for first, end in zip(starts, ends, strict=True) for at in range(first, end)}
    meant |= set(range(ends[-1], len(data))) | set(range(8))
    for at in sorted(meant):
        changed = bytearray(data)
        changed[at] ^= 0x5A
        with pytest.raises(BlockFileError):
            read(bytes(changed))


def test_swapped_bytes_of_the_directory_are_noticed() -> None:
    data = written()
    directory = data.index(b'{"blocks"')
    for at in range(directory, len(data) - 1):
        if data[at] != data[at + 1]:
            changed = bytearray(data)
            changed[at], changed[at + 1] = data[at + 1], data[at]
            with pytest.raises(BlockFileError):
                Blocks(bytes(changed), "example")


@pytest.mark.parametrize("data", [b"", b"LUNSHU", b"PK\3\4" * 100, bytes(4096)])
def test_another_file_is_not_read(data: bytes) -> None:
    with pytest.raises(BlockFileError, match=r"^other cannot be read$"):
        Blocks(data, "other")


def test_a_file_is_complete_only_when_nothing_went_wrong() -> None:
    file = io.BytesIO()

    def fail() -> None:
        with BlockWriter(file) as writer:
            writer.add("docs", ARRAYS["docs"])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with pytest.raises(BlockFileError):
        Blocks(file.getvalue(), "example")


@pytest.mark.parametrize("values", [np.array([1 + 2j]), np.array(["a"])])
def test_only_numbers_can_be_written(values: np.ndarray) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        BlockWriter(io.BytesIO()).add("docs", values)


def test_a_name_is_given_once() -> None:
    writer = BlockWriter(io.BytesIO())
    writer.add("docs", ARRAYS["docs"])
    with pytest.raises(ValueError, match="block 'docs' of type <u2 cannot be written"):
        writer.add("docs", ARRAYS["docs"])


def test_a_file_is_mapped(tmp_path: Path) -> None:
    path = tmp_path / "example"
    path.write_bytes(written())
    assert Blocks(map_file(path), "example").array("docs").tolist() == list(range(1000))
    (tmp_path / "empty").touch()
    assert map_file(tmp_path / "empty") == b""
    with pytest.raises(FileNotFoundError):
        map_file(tmp_path / "missing")


@pytest.mark.parametrize(
    ("most", "dtype"),
    [(-1, "u1"), (0, "u1"), (255, "u1"), (256, "<u2"), (65536, "<u4"), (1 << 32, "<u8")],
)
def test_the_smallest_type_holds_the_most(most: int, dtype: str) -> None:
    assert smallest_unsigned(most) == np.dtype(dtype)
