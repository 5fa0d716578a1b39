from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pytest

from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter, smallest_unsigned
from indexer.segments.index_files import map_index_file
from indexer.segments.paged import PAGE, Paged

ARRAYS = {
    "small": np.array([1, 2, 255], "|u1"),
    "docs": np.arange(1000, dtype="<u2"),
    "none": np.empty(0, "<u4"),
    "signed": np.array([-(1 << 63), 0, (1 << 63) - 1], "<i8"),
    "weights": np.array([0.5, 2.0], "<f4"),
    "big-endian": np.array([1, 2, 3], ">u4"),
}


def long() -> bytes:
    """A file of a block of sixty pages."""
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        writer.add("numbers", np.arange(60 * PAGE // 4, dtype="<u4"))
    return file.getvalue()


LONG = long()


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
    assert blocks.array("text").tobytes().decode() == "核心"
    assert blocks.paged("docs")[999] == 999
    assert blocks.facts == {"documents": 3}
    assert "docs" in blocks
    assert "dogs" not in blocks
    blocks.check()


def test_blocks_begin_where_any_number_may() -> None:
    blocks = Blocks(written(), "example")
    assert [blocks.paged(name).extent()[1] % 64 for name in blocks.names()] == [0] * 7


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
    starts = [blocks.paged(name).extent()[1] for name in blocks.names()]
    ends = [
        start + blocks.paged(name).nbytes
        for name, start in zip(blocks.names(), starts, strict=True)
    ]
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


def test_only_the_page_that_is_read_is_compared_and_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = bytearray(LONG)
    paged = Blocks(bytes(data), "example").paged("numbers")
    damaged_at = 40 * PAGE
    data[64 + damaged_at] ^= 1
    damaged = Blocks(bytes(data), "example").paged("numbers")
    assert damaged[0] == paged[0] == 0
    assert damaged.slice(0, 39 * PAGE // 4).tolist() == paged.slice(0, 39 * PAGE // 4).tolist()
    monkeypatch.setattr("indexer.segments.paged.zlib.crc32", lambda _: pytest.fail("read again"))
    assert damaged[5] == 5
    assert damaged.pair(5) == (5, 6)


PAST = (
    lambda paged, at: paged[at],
    lambda paged, at: paged.pair(at),
    lambda paged, at: paged.pair(at - 1),
    lambda paged, at: paged.slice(at, at + 1),
    lambda paged, at: paged.slice(0, at + 1),
    lambda paged, at: paged.read(at, at + 1),
    lambda paged, _: paged.array(),
    lambda paged, _: paged.view(),
    lambda paged, _: paged.extent(),
)


@pytest.mark.parametrize("look", PAST)
def test_no_way_of_reading_gives_what_has_not_been_compared(
    look: Callable[[Paged, int], object],
) -> None:
    data = bytearray(LONG)
    data[64 + 40 * PAGE] ^= 1
    paged = Blocks(bytes(data), "example").paged("numbers")
    with pytest.raises(BlockFileError, match=r"^block numbers of example is damaged$"):
        look(paged, 40 * PAGE // 4)


@pytest.mark.parametrize("docs", [[0, 39, 41], [40], [0, 40], [39, 40, 41]])
def test_ranges_are_compared_page_by_page(docs: list[int]) -> None:
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        writer.add_bytes("text", [bytes([at]) * PAGE for at in range(60)])
    data = bytearray(file.getvalue())
    data[64 + 40 * PAGE + 7] ^= 1
    paged = Blocks(bytes(data), "example").paged("text")
    starts = np.array(docs) * PAGE
    if 40 in docs:
        with pytest.raises(BlockFileError):
            paged.read_each(starts, starts + PAGE)
    else:
        found = list(paged.read_each(starts, starts + PAGE))
        assert found == [bytes([at]) * PAGE for at in docs]


@pytest.mark.parametrize(("first", "last"), [(-1, 2), (2, 1), (0, 1001), (1001, 1001)])
def test_places_outside_a_block_are_damage(first: int, last: int) -> None:
    paged = Blocks(written(), "example").paged("docs")
    for read in (paged.slice, paged.read):
        with pytest.raises(BlockFileError, match=r"^block docs of example is damaged$"):
            read(first, last)
    with pytest.raises(BlockFileError):
        paged.read_each(np.array([first]), np.array([last]))


@pytest.mark.parametrize("at", [-1, 1000, 1 << 40])
def test_a_number_outside_a_block_is_an_error(at: int) -> None:
    paged = Blocks(written(), "example").paged("docs")
    with pytest.raises(IndexError):
        paged[at]
    with pytest.raises(IndexError):
        paged.pair(at)


def test_numbers_of_another_kind_are_damage() -> None:
    blocks = Blocks(written(), "example")
    assert blocks.array("docs", "u").dtype == np.uint16
    with pytest.raises(BlockFileError, match=r"^block weights of example is damaged$"):
        blocks.array("weights", "iu")


def hostile(directory: object) -> bytes:
    """A file with this directory and the checksum that fits it."""
    data = written()
    start = data.index(b'{"blocks"')
    content = directory if isinstance(directory, bytes) else orjson.dumps(directory)
    trailer = struct.pack("<QII8s", start, len(content), zlib.crc32(content), data[:8])
    return data[:start] + content + trailer


SOUND: dict[str, dict[str, list[Any]]] = orjson.loads(
    written()[written().index(b'{"blocks"') : -24]
)


def with_block(name: str, place: object) -> dict[str, object]:
    return {**SOUND, "blocks": SOUND["blocks"] | {name: place}}


@pytest.mark.parametrize(
    "directory",
    [
        [],
        5,
        {},
        b"[" * 2000,
        SOUND | {"facts": []},
        SOUND | {"facts": None},
        SOUND | {"checksums": None},
        SOUND | {"checksums": [-64, 0]},
        SOUND | {"checksums": [True, 0]},
        SOUND | {"checksums": [0, 0]},
        SOUND | {"checksums": [1 << 60, 0]},
        SOUND | {"blocks": []},
        SOUND | {"blocks": {}},
        with_block("small", ["|u1", 64]),
        with_block("small", ["|O8", 64, 3]),
        with_block("small", [["|u1"], 64, 3]),
        with_block("small", ["|u1", 65, 3]),
        with_block("small", ["|u1", -64, 3]),
        with_block("small", ["|u1", True, 3]),
        with_block("small", ["|u1", 64, True]),
        with_block("small", ["|u1", 64, -1]),
        with_block("small", ["|u1", 64, 3.0]),
        with_block("small", ["|u1", 64, 1 << 40]),
        with_block("small", ["<u8", 1 << 62, 1 << 62]),
        with_block("text", ["|u1", 64, 3]),
        with_block("text", [*SOUND["blocks"]["text"][:2], 6 + 20]),
    ],
)
def test_a_directory_that_makes_no_sense_is_not_believed(directory: object) -> None:
    assert Blocks(hostile(SOUND), "example").names() == (*ARRAYS, "text")
    with pytest.raises(BlockFileError, match=r"^example cannot be read$"):
        Blocks(hostile(directory), "example")


def test_the_identity_of_a_file_is_that_of_all_its_content() -> None:
    data = bytearray(LONG)
    data[64] ^= 1
    checksums = data.index(b'{"blocks"') - 4 * 60
    data[checksums : checksums + 4] = struct.pack("<I", zlib.crc32(data[64 : 64 + PAGE]))
    with pytest.raises(BlockFileError, match=r"^example cannot be read$"):
        Blocks(bytes(data), "example")


def test_a_file_is_mapped(tmp_path: Path) -> None:
    path = tmp_path / "example"
    path.write_bytes(written())
    assert Blocks(map_index_file(path), "example").array("docs").tolist() == list(range(1000))
    (tmp_path / "empty").touch()
    assert map_index_file(tmp_path / "empty") == b""
    with pytest.raises(FileNotFoundError):
        map_index_file(tmp_path / "missing")


@pytest.mark.parametrize(
    ("most", "dtype"),
    [(-1, "u1"), (0, "u1"), (255, "u1"), (256, "<u2"), (65536, "<u4"), (1 << 32, "<u8")],
)
def test_the_smallest_type_has_the_greatest_number(most: int, dtype: str) -> None:
    assert smallest_unsigned(most) == np.dtype(dtype)
