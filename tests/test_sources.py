import os
from pathlib import Path

from indexer.sources import content_hash, find_sources


def test_regular_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("b.txt", "讲话/1.md", "a.txt", ".hidden", ".git/config"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("文")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [source.path for source in find_sources(tmp_path)] == ["a.txt", "b.txt", "讲话/1.md"]


def test_a_name_that_is_not_utf_8_is_made_readable(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text("文")
    (source,) = find_sources(tmp_path)
    assert source.path == "a\N{REPLACEMENT CHARACTER}.txt"
    assert source.read_bytes() == "文".encode()


HASHES = {
    "000_eb0619244d764479.txt": "9d41a5138904af3f2fee34bf6b1c25dbc704bae647a97f12798a6a9b7225431a",
    "001_acdd70bc26a88983.txt": "a599b0ab5bb5fc6ab03167223ec7ce3d9fd964f5f2144cf3e0e1d361a26998b1",
    "002_a1c1846805ebde20.txt": "b1f5fa00879463462455e72b59a3fa98e8a40eb83fb05899bf5ed8be917b1930",
    "003_732e0148b5870cd4.txt": "947d37b335a2c581f6f19429d390d605193650097d8c35bdb53b6ff7c5e8a16b",
    "004_693e7827718e2ebb.txt": "ed79d56d914209d4e47816d316480dd742571303bdc53d56a66474c07e4a85ac",
}


def test_the_seeds_are_byte_for_byte_those_that_were_given(seeds: Path) -> None:
    found = {source.path: content_hash(source.read_bytes()) for source in find_sources(seeds)}
    assert found == HASHES
