from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from indexer.errors import OptionError, SeedsError, SourceError
from indexer.model.catalogue import Skipped
from indexer.model.limits import Limits
from indexer.sources.plain_files import content_hash
from indexer.sources.source_names import source_name
from indexer.sources.walk import SourceFile, find_sources, iter_sources


def paths(seeds: Path, *, follow_links: bool = False) -> list[str]:
    return [source.path for source in find_sources(seeds, follow_links=follow_links).files]


def skipped(seeds: Path, *, follow_links: bool = False) -> dict[str, str]:
    found = find_sources(seeds, follow_links=follow_links)
    return {one.path: one.reason for one in found.skipped}


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("文", "utf-8")


def test_regular_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "讲话/1.md", "a.txt", ".hidden", ".git/config")
    assert paths(tmp_path) == ["a.txt", "b.txt", "讲话/1.md"]


def test_the_files_are_also_found_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "x/y/z.txt", "a.txt")
    found = iter_sources(tmp_path)
    assert next(found).path == "a.txt"
    assert sorted(source.path for source in found) == ["b.txt", "x/y/z.txt"]


def test_links_are_passed_over_and_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / ".hidden").symlink_to("/etc/passwd")
    reason = "it is a symbolic link; put a copy in its place, or add --follow-links"
    found = find_sources(tmp_path)
    assert [source.path for source in found.files] == ["a.txt"]
    assert found.skipped == (Skipped("link.txt", reason), Skipped("loop", reason))


def test_links_that_are_followed_lead_out_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "seeds/a.txt", "else/b.txt", "else/c/d.txt", "e.txt")
    (tmp_path / "seeds/0-folder").symlink_to(tmp_path / "else", target_is_directory=True)
    (tmp_path / "seeds/file.txt").symlink_to(tmp_path / "e.txt")
    seeds = tmp_path / "seeds"
    assert paths(seeds) == ["a.txt"]
    assert paths(seeds, follow_links=True) == [
        "0-folder/b.txt",
        "0-folder/c/d.txt",
        "a.txt",
        "file.txt",
    ]
    found = find_sources(seeds, follow_links=True)
    assert [source.read_bytes() for source in found.files] == ["文".encode()] * 4


def test_a_cycle_of_links_ends_and_nothing_is_read_twice(tmp_path: Path) -> None:
    write(tmp_path, "seeds/x/a.txt", "seeds/b.txt", "other/c.txt")
    seeds = tmp_path / "seeds"
    (seeds / "0-self").symlink_to(seeds, target_is_directory=True)
    (seeds / "1-up").symlink_to(tmp_path, target_is_directory=True)
    (seeds / "2-file").symlink_to(seeds / "b.txt")
    (seeds / "x/back").symlink_to("..", target_is_directory=True)
    assert paths(seeds, follow_links=True) == ["1-up/other/c.txt", "b.txt", "x/a.txt"]
    assert skipped(seeds, follow_links=True) == {
        "0-self": "it is the folder ., which is read already",
        "1-up/seeds": "it is the folder ., which is read already",
        "2-file": "it is the file b.txt, which is read already",
        "x/back": "it is the folder ., which is read already",
    }


def test_two_names_of_one_file_are_two_files(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "b.txt")
    assert paths(tmp_path) == paths(tmp_path, follow_links=True) == ["a.txt", "b.txt"]


def test_links_that_lead_nowhere_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    (tmp_path / "null").symlink_to("/dev/null")
    nowhere = "it is a symbolic link that leads nowhere; mend or remove it"
    assert skipped(tmp_path, follow_links=True) == {
        "gone": nowhere,
        "null": "it is a symbolic link to a device; remove it",
        "one": nowhere,
        "two": nowhere,
    }


def test_what_is_no_file_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert paths(tmp_path) == ["a.txt"]
        assert skipped(tmp_path) == {
            "pipe": "it is a pipe; remove it",
            "socket": "it is a socket; remove it",
        }


@pytest.mark.parametrize("follow_links", [False, True])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, follow_links: bool
) -> None:
    write(tmp_path, "a.txt")
    (source,) = find_sources(tmp_path, follow_links=follow_links).files
    source.file.unlink()
    os.mkfifo(source.file)
    with pytest.raises(SourceError, match=r"^a\.txt: it is no plain file; remove it$"):
        source.read_bytes()


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "seeds/a.txt", "secret")
    (source,) = find_sources(tmp_path / "seeds").files
    source.file.unlink()
    source.file.symlink_to(tmp_path / "secret")
    with pytest.raises(SourceError, match=r"^a\.txt: "):
        source.read_bytes()


def test_a_file_over_the_limit_is_refused_with_the_option_that_raises_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 1001)
    (source,) = find_sources(tmp_path).files
    assert len(source.read_bytes(Limits(file_bytes=1001))) == 1001
    with pytest.raises(SourceError) as caught:
        source.read_bytes(Limits(file_bytes=1000))
    assert str(caught.value) == (
        "a.txt: it has 1,001 bytes, and the limit is 1,000; divide it, or raise the limit: "
        "--max-file-size MB"
    )


def test_a_file_of_holes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 40)
    (source,) = find_sources(tmp_path).files
    with pytest.raises(SourceError, match=r"^a\.txt: it has 1,099,511,627,776 bytes, and"):
        source.read_bytes()


def test_a_file_that_claims_to_be_empty_is_read_up_to_the_limit() -> None:
    made_up = Path("/proc/self/environ")
    if not made_up.exists() or not made_up.read_bytes():
        pytest.skip("there is no file here that the system makes up")
    source = SourceFile("environ", made_up, 0, 0)
    assert source.read_bytes() == made_up.read_bytes()
    with pytest.raises(SourceError, match=r"^environ: it has 5 bytes, and the limit is 4; "):
        source.read_bytes(Limits(file_bytes=4))


def test_a_folder_that_contains_only_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/passwd")
    with pytest.raises(SeedsError) as caught:
        find_sources(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: the seeds folder holds no file (a.txt: it is a symbolic link; put a copy in "
        "its place, or add --follow-links); put source documents into it (text, Markdown, HTML or "
        "JSON Lines)"
    )


def test_folders_in_folders_cost_no_recursion(tmp_path: Path) -> None:
    folders = ["/".join("d" * depth) for depth in range(1, 1201)]
    for folder in folders:
        (tmp_path / folder).mkdir()
    (tmp_path / folders[-1] / "a.txt").touch()
    try:
        assert paths(tmp_path) == [f"{folders[-1]}/a.txt"]
    finally:  # too deep for pytest to remove
        (tmp_path / folders[-1] / "a.txt").unlink()
        for folder in reversed(folders):
            (tmp_path / folder).rmdir()


NAMES = [
    (b"a.txt", "a.txt"),
    ("讲话　稿.txt".encode(), "讲话\u3000稿.txt"),
    (b"two\nlines.txt", r"two\nlines.txt"),
    (b"\x1b[2J\x07.txt", r"\u001b[2J\u0007.txt"),
    (b"\x7f\t.txt", r"\u007f\t.txt"),
    ("\x9b\u202e.txt".encode(), r"\u009b\u202e.txt"),
    ("\U000e0041.txt".encode(), r"\U000e0041.txt"),
    (b"h\xff.txt", r"h\xff.txt"),
    (b"h\xfe.txt", r"h\xfe.txt"),
    (rb"h\xff.txt", r"h\\xff.txt"),
    (b"h\\.txt", r"h\\.txt"),
    (b" x.txt", r"\u0020x.txt"),
    ("\u3000x y.txt".encode(), r"\u3000x y.txt"),
    ("ÿ.txt".encode(), "ÿ.txt"),
    ("\u00ad.txt".encode(), r"\u00ad.txt"),
    ("字".encode() * 83 + b".txt", "字" * 83 + ".txt"),
]


def test_every_name_can_be_shown_and_no_two_are_shown_alike(tmp_path: Path) -> None:
    for name, _ in NAMES:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(name)
    found = {source.read_bytes(): source.path for source in find_sources(tmp_path).files}
    assert found == dict(NAMES)


def test_the_name_of_a_folder_is_made_readable_too(tmp_path: Path) -> None:
    folder = os.path.join(os.fsencode(tmp_path), b"x\x1b\xff")
    os.mkdir(folder)
    with open(os.path.join(folder, b"a.txt"), "wb") as file:
        file.write(b"x")
    assert paths(tmp_path) == [r"x\u001b\xff/a.txt"]


def test_a_name_keeps_its_escapes_apart_from_what_they_stand_for() -> None:
    names = [os.fsdecode(name) for name, _ in NAMES]
    assert len({source_name(name) for name in names} | {r"\u001b", "\\n"}) == len(names) + 2


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "9"])
def test_a_limit_is_a_positive_number(value: object) -> None:
    with pytest.raises(OptionError, match=rf"^the limit pieces is {value!r}; give a whole number"):
        Limits(pieces=value)  # type: ignore[arg-type]


HASHES = {
    "000_eb0619244d764479.txt": "9d41a5138904af3f2fee34bf6b1c25dbc704bae647a97f12798a6a9b7225431a",
    "001_acdd70bc26a88983.txt": "a599b0ab5bb5fc6ab03167223ec7ce3d9fd964f5f2144cf3e0e1d361a26998b1",
    "002_a1c1846805ebde20.txt": "b1f5fa00879463462455e72b59a3fa98e8a40eb83fb05899bf5ed8be917b1930",
    "003_732e0148b5870cd4.txt": "947d37b335a2c581f6f19429d390d605193650097d8c35bdb53b6ff7c5e8a16b",
    "004_693e7827718e2ebb.txt": "ed79d56d914209d4e47816d316480dd742571303bdc53d56a66474c07e4a85ac",
}


def test_the_seeds_are_byte_for_byte_those_that_were_given(seeds: Path) -> None:
    files = find_sources(seeds).files
    assert {source.path: content_hash(source.read_bytes()) for source in files} == HASHES
