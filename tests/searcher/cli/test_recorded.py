"""`lunshu index` without a folder: from where, and with which options, an index is updated."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from indexer.commits.manifest import FORMAT_VERSION, read_manifest
from searcher.cli.opening import find_source
from tests.support.command_line import CHECKOUT, PROGRAM, Lunshu, Run
from tests.support.overwriting import overwrite
from tests.support.small_index import rewrite_manifest

TEXT = "核心技术受制于人是最大的隐患。"


def write(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.txt").write_text(text, "utf-8")
    return folder


def paragraphs(index: Path) -> int:
    return read_manifest(index).paragraphs


def far(index: str, folder: Path) -> str:
    return (
        f"lunshu: {index}: it was made from {folder}, which lies neither here nor beside the "
        f"index; name that folder or another: lunshu index FOLDER --index {index}\n"
    )


def test_an_index_is_updated_from_the_folder_that_it_was_made_from(
    lunshu: Lunshu, desk: Path
) -> None:
    write(desk / "texts" / "laws")
    assert lunshu("index", "texts/laws").code == 0
    write(desk / "texts" / "laws", f"{TEXT}\n\n人才是第一资源。")
    run = lunshu("index", "--format", "json")
    assert (run.code, run.err) == (0, "lunshu: indexing texts/laws\n")
    assert (json.loads(run.out)["state"], paragraphs(desk / "index")) == ("content", 2)
    assert json.loads(lunshu("index", "--format", "json").out)["state"] == "current"


def test_an_index_that_lies_elsewhere_is_updated_from_beside_it(
    lunshu: Lunshu, desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    write(away / "texts")
    assert lunshu("index", away / "texts", "--index", away / "index", "-q").code == 0
    write(away / "texts", "人才是第一资源。")
    run = lunshu("index", "--index", away / "index")
    assert (run.code, run.err) == (0, f"lunshu: indexing {away}/texts\n")
    assert sorted(os.listdir(desk)) == []


def test_options_that_are_not_given_are_those_of_the_index(lunshu: Lunshu, desk: Path) -> None:
    write(desk / "texts")
    (desk / "outside.txt").write_text(TEXT, "utf-8")
    (desk / "texts" / "link.txt").symlink_to(desk / "outside.txt")
    made = ("--timezone", "UTC", "--follow-links", "--max-file-size", "7", "--max-paragraph", "50")
    assert lunshu("index", "texts", *made, "-q").code == 0
    recipe = read_manifest(desk / "index").recipe
    assert (recipe.timezone, recipe.follow_links) == ("UTC", True)
    assert json.loads(lunshu("index", "--format", "json").out)["state"] == "current"
    assert json.loads(lunshu("index", "--dry-run", "--format", "json").out)["action"] == "nothing"
    assert lunshu("index", "--full", "-q").code == 0
    assert read_manifest(desk / "index").recipe == recipe
    assert lunshu("index", "--timezone", "+09:00", "--max-paragraph", "60", "-q").code == 0
    now = read_manifest(desk / "index").recipe
    assert (now.timezone, now.follow_links) == ("+09:00", True)
    assert (now.limits.file_bytes, now.limits.paragraph_characters) == (7 << 20, 60)


def test_with_a_folder_options_that_are_not_given_have_their_defaults(
    lunshu: Lunshu, desk: Path
) -> None:
    write(desk / "texts")
    assert lunshu("index", "texts", "--timezone", "UTC", "-q").code == 0
    assert lunshu("index", "texts", "-q").code == 0
    assert read_manifest(desk / "index").recipe.timezone == "+08:00"


def test_without_an_index_the_folder_is_seeds(lunshu: Lunshu, desk: Path) -> None:
    assert lunshu("index").code == 2
    write(desk / "seeds")
    assert lunshu("index").err == "lunshu: indexing seeds\n"
    assert lunshu("index", "--full").err == "lunshu: indexing seeds\n"


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--full",)], ids=str)
def test_another_folder_seeds_is_not_mistaken_for_the_one_that_was_indexed(
    options: tuple[str, ...], lunshu: Lunshu, desk: Path
) -> None:
    write(desk / "texts")
    write(desk / "seeds", "人才是第一资源。")
    assert lunshu("index", "texts", "-q").code == 0
    before = read_manifest(desk / "index")
    assert lunshu("index", *options) == Run(
        2,
        "",
        f"lunshu: index: it was made from {desk}/texts, and ./seeds is another folder; "
        "name the one that you mean: lunshu index FOLDER --index index\n",
    )
    assert read_manifest(desk / "index") == before
    assert lunshu("index", "seeds", "-q").code == 0
    assert lunshu("index", "-q").code == 0


def test_seeds_may_be_a_link(lunshu: Lunshu, desk: Path) -> None:
    write(desk / "texts")
    (desk / "seeds").symlink_to("texts")
    assert lunshu("index", "-q").code == 0
    assert json.loads(lunshu("index", "--format", "json").out)["state"] == "current"


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--full",)], ids=str)
def test_a_folder_that_is_gone_is_named(
    options: tuple[str, ...], lunshu: Lunshu, desk: Path
) -> None:
    write(desk / "texts")
    assert lunshu("index", "texts", "-q").code == 0
    (desk / "texts").rename(desk / "moved")
    assert lunshu("index", *options) == Run(
        2,
        "",
        f"lunshu: {desk}/texts: the folder that index was made from is gone; "
        "name another: lunshu index FOLDER --index index\n",
    )


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--full",)], ids=str)
def test_an_index_that_does_not_say_what_it_was_made_from_is_called_damaged(
    options: tuple[str, ...], lunshu: Lunshu, desk: Path
) -> None:
    """It is not ./seeds that is missing, of which nobody spoke."""
    write(desk / "texts")
    assert lunshu("index", "texts", "-q").code == 0
    overwrite(desk / "index" / "manifest-1.json", b"{")
    assert lunshu("index", *options) == Run(
        2,
        "",
        "lunshu: index: the index is damaged, manifest-1.json cannot be read; "
        "rebuild it with: lunshu index --full FOLDER --index index\n",
    )
    assert lunshu("index", "texts", "-q").code == 0


@pytest.fixture
def strange(lunshu: Lunshu, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder far away, from which `./index` says that it was made."""
    folder = write(tmp_path_factory.mktemp("strange") / "texts")
    assert lunshu("index", folder, "-q").code == 0
    return folder


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--full",), ("-q",)], ids=str)
def test_a_folder_that_lies_elsewhere_is_not_read_unasked(
    options: tuple[str, ...], lunshu: Lunshu, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    for name in ("stat", "lstat", "open", "scandir", "listdir", "readlink"):
        real = getattr(os, name)

        def watch(path: object, *rest: object, _real: object = real, **named: object) -> object:
            looked.append(str(path))
            return _real(path, *rest, **named)  # type: ignore[operator]

        monkeypatch.setattr(os, name, watch)
    assert lunshu("index", *options) == Run(2, "", far("index", strange))
    assert [path for path in looked if path.startswith(str(strange))] == []


def test_below_the_root_nothing_is_near(
    lunshu: Lunshu,
    desk: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = write(tmp_path_factory.mktemp("away") / "texts")
    assert lunshu("index", texts, "--index", desk / "index", "-q").code == 0
    monkeypatch.chdir("/")
    run = lunshu("index", "--index", desk / "index")
    assert run == Run(2, "", far(str(desk / "index"), texts))


def test_a_path_that_only_looks_near_is_not_read(lunshu: Lunshu, desk: Path) -> None:
    write(desk / "texts")
    lunshu("index", "texts", "-q")
    for hostile in (f"{desk}/../../etc", "/etc", f"{desk}/texts/../../..", "relative", ""):
        rewrite_manifest(desk / "index", lambda facts, to=hostile: facts.update(seeds=to))  # type: ignore[misc]
        run = lunshu("index")
        assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
        assert "name that folder or another" in run.err


def test_a_link_that_leads_elsewhere_is_not_followed(
    lunshu: Lunshu, desk: Path, strange: Path
) -> None:
    (desk / "texts").symlink_to(strange)
    rewrite_manifest(desk / "index", lambda facts: facts.update(seeds=str(desk / "texts")))
    assert lunshu("index") == Run(2, "", far("index", desk / "texts"))


def test_a_path_that_steers_a_terminal_is_shown_harmlessly(lunshu: Lunshu, desk: Path) -> None:
    write(desk / "texts")
    lunshu("index", "texts", "-q")
    rewrite_manifest(desk / "index", lambda facts: facts.update(seeds="/x\x1b[2J\n\u202ey"))
    run = lunshu("index")
    assert run.err.count("\n") == 1
    assert not {"\x1b", "\u202e"} & set(run.err)


def test_a_damaged_index_is_built_anew_from_its_folder(lunshu: Lunshu, desk: Path) -> None:
    write(desk / "texts")
    lunshu("index", "texts", "-q")
    rewrite_manifest(desk / "index", lambda facts: facts.update(paragraphs="many"))
    assert json.loads(lunshu("index", "--format", "json").out)["state"] == "corrupt"
    rewrite_manifest(desk / "index", lambda facts: facts.update(format_version=1))
    assert json.loads(lunshu("index", "--format", "json").out)["state"] == "version"
    assert paragraphs(desk / "index") == 1
    overwrite(desk / "index" / "manifest-3.json", b"{")
    run = lunshu("index")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert run.err.startswith("lunshu: index: the index is damaged, manifest-3.json ")


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("search", "核心"),
    ("explain", "核心"),
    ("first", "核心"),
    ("show", "a#1"),
    ("list", "documents"),
    ("list", "speakers"),
    ("similar", "a#1"),
    ("dupes",),
    ("trace", "--text", TEXT * 3),
    ("cite", "a#1"),
    ("status",),
    ("status", "--deep"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_older_index_is_never_half_read(
    command: tuple[str, ...], desk: Path, lunshu: Lunshu
) -> None:
    write(desk / "seeds")
    lunshu("index", "-q")
    older = FORMAT_VERSION - 1
    rewrite_manifest(desk / "index", lambda facts: facts.update(format_version=older))
    assert lunshu(*command) == Run(
        2,
        "",
        f"lunshu: index: the index has format {older}, this lunshu reads format {FORMAT_VERSION};"
        " rebuild it with: lunshu index FOLDER --index index\n",
    )


def at_terminal(answer: str, *arguments: str) -> tuple[int, str]:
    """Exit code and all that a terminal shows of a command whose question is answered."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 1 << 16)
        except OSError:
            break
        shown += piece
        if shown.endswith(b"[y/N] "):
            os.write(ours, answer.encode())
    os.close(ours)
    return process.wait(), shown.decode()


@pytest.mark.parametrize("answer", ["y\n", "YES\n", "是\n"])
def test_at_a_terminal_the_user_may_say_yes(answer: str, strange: Path, desk: Path) -> None:
    write(strange, f"{TEXT}\n\n人才是第一资源。")
    code, shown = at_terminal(answer, "index")
    assert code == 0
    assert f"lunshu: index: it was made from {strange}; read that folder now? [y/N] " in shown
    assert paragraphs(desk / "index") == 2


@pytest.mark.parametrize("answer", ["\n", "n\n", "why\n", "\x04"])
def test_at_a_terminal_everything_else_is_no(answer: str, strange: Path, desk: Path) -> None:
    write(strange, f"{TEXT}\n\n人才是第一资源。")
    code, shown = at_terminal(answer, "index")
    assert code == 2
    assert far("index", strange).strip() in shown
    assert paragraphs(desk / "index") == 1


def test_the_folder_is_told_as_the_user_would_name_it(lunshu: Lunshu, desk: Path) -> None:
    write(desk / "texts")
    lunshu("index", "texts", "-q")
    assert find_source(Path("index")).seeds == Path("texts")
