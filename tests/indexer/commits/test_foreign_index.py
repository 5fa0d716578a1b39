"""An index from a stranger: nothing in it runs, and whatever it holds is answered or an error.

Checksums do not help here: who makes a file makes its checksums, too.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pytest

from indexer import update_index
from indexer.commits.generations import LAST, newest_generation, next_generation
from indexer.commits.json_files import write_json
from indexer.commits.manifest import read_manifest
from indexer.commits.verifying import verify_index
from indexer.errors import IndexCorruptError, IndexStoreError
from indexer.segments.index_files import MOST_CATALOGUE, MOST_MANIFEST
from searcher import open_index
from tests.support.command_line import Lunshu
from tests.support.corpus import write_corpus
from tests.support.growth import assert_costs_at_most
from tests.support.hostile_files import (
    DOCUMENTS,
    HUGE,
    POSTINGS,
    Arrays,
    Facts,
    lacking,
    of_type,
    ones,
    repeated,
    shorter,
)
from tests.support.overwriting import overwrite, writable
from tests.support.small_index import (
    ask,
    rewrite_blocks,
    rewrite_catalogue,
    rewrite_manifest,
    write_index,
)

TIMES = 20
"""No index costs more than so many times what the sound one costs that it was made from."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index. Do not change it."""
    index = tmp_path_factory.mktemp("sound") / "index"
    write_index(index, seed=1)
    return index


@pytest.fixture
def index(sound: Path, tmp_path: Path) -> Path:
    """A copy of the sound index, to be made hostile."""
    shutil.copytree(sound, tmp_path / "index")
    return tmp_path / "index"


class Attack:
    """An object whose pickle makes a file when it is loaded."""

    def __init__(self, sentinel: Path) -> None:
        self._sentinel = sentinel

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return os.mkdir, (str(self._sentinel),)


@pytest.fixture
def attack(tmp_path: Path) -> bytes:
    """A pickle that makes the folder `ran` when it is loaded."""
    return pickle.dumps(Attack(tmp_path / "ran"), 2)


PICKLED = (
    "_MAIN_2.toc",
    "_MAIN_LATEST.toc",
    "MAIN_2.toc",
    "MAIN_x.seg",
    "MAIN_x.trm",
    "MAIN_x.pst",
    "MAIN_x.dci",
    "MAIN_x.dcz",
    "MAIN_x.fwd",
    "MAIN_x.vec",
    "MAIN_x.tmp",
    "MAIN.tmp",
    "MAIN_WRITELOCK",
    "lock",
)
"""Files that Whoosh or we might open in an index folder."""


def test_the_attack_would_work(attack: bytes, tmp_path: Path) -> None:
    pickle.loads(attack)
    assert (tmp_path / "ran").exists()


def test_no_pickle_in_the_folder_is_loaded(
    index: Path, attack: bytes, lunshu: Lunshu, tmp_path: Path
) -> None:
    for name in PICKLED:
        overwrite(index / name, attack)
    use_everything(index, lunshu, tmp_path)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_no_pickle_in_a_file_of_blocks_is_loaded(
    ending: str, index: Path, attack: bytes, lunshu: Lunshu, tmp_path: Path
) -> None:
    def change(arrays: Arrays, facts: Facts) -> None:
        arrays["column/text"] = np.frombuffer(attack, np.uint8)
        arrays["column/text vector"] = np.frombuffer(attack, np.uint8)
        for name in ("stored/text", "stored/title"):
            if name in arrays:
                arrays[name], arrays[f"{name}/ends"] = repeated(attack, arrays[f"{name}/ends"])
        facts["pickle"] = attack.decode("latin-1")

    rewrite_blocks(index, ending, change)
    use_everything(index, lunshu, tmp_path)
    assert not (tmp_path / "ran").exists()


def test_no_pickle_for_json_is_loaded(
    index: Path, attack: bytes, lunshu: Lunshu, tmp_path: Path
) -> None:
    for name in ("manifest-2.json", "catalogue-2.json"):
        overwrite(index / name, attack)
    use_everything(index, lunshu, tmp_path)
    assert not (tmp_path / "ran").exists()


def test_the_cache_of_jieba_is_neither_read_nor_written(
    attack: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    (folder / "jieba.cache").write_bytes(attack)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    write_corpus(tmp_path / "seeds")
    update_index(tmp_path / "seeds", tmp_path / "index")
    assert not (tmp_path / "ran").exists()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"jieba.cache": attack}


def use_everything(index: Path, lunshu: Lunshu, folder: Path) -> None:
    """Ask an index everything, then update it, by the library and by the command line."""
    try:
        ask(index)
        verify_index(index, read_manifest(index))
    except IndexStoreError:
        pass
    for command in (
        ("search", "国家"),
        ("explain", "国家"),
        ("show", "丙#1"),
        ("list", "documents"),
        ("list", "chapters"),
        ("list", "speeches"),
        ("status",),
        ("status", "--check", "--deep"),
    ):
        assert lunshu(*command, "--index", index).code in {0, 1, 2}
    write_corpus(folder / "seeds")
    assert lunshu("index", folder / "seeds", "--index", index).code == 0
    assert lunshu("index", "--full", folder / "seeds", "--index", index).code == 0
    with open_index(index) as searcher:
        assert searcher.search("核心").total


def put(name: str, value: object) -> Callable[[Facts], None]:
    """Put a value into the place of a fact, which may be `name/0/name`."""

    def change(facts: Facts) -> None:
        *path, last = name.split("/")
        target: Any = facts
        for part in path:
            target = target[int(part) if part.isdigit() else part]
        target[int(last) if last.isdigit() else last] = value

    return change


def without(name: str) -> Callable[[Facts], object]:
    """Take a fact away."""
    return lambda facts: facts.pop(name)


MANIFESTS: Mapping[str, Callable[[Facts], object]] = {
    "seeds that are no text": put("seeds", 5),
    "created that is no text": put("created", 5),
    "a commit that is no text": put("commit", ["0f"]),
    "a generation that is another": put("generation", 3),
    "a generation that is true": put("generation", True),
    "a generation below 0": put("generation", -2),
    "a generation that is no whole number": put("generation", 2.0),
    "more paragraphs than there are": put("paragraphs", HUGE),
    "fewer paragraphs than none": put("paragraphs", -1),
    "no paragraphs given": without("paragraphs"),
    "no segments given": without("segments"),
    "no files given": put("files", []),
    "segments that are no array": put("segments", {"0": 1}),
    "segments that are text": put("segments", "MAIN_a"),
    "a segment that is none": put("segments/0", None),
    "a segment of true documents": put("segments/0/documents", True),
    "a segment of a thousand milliard documents": put("segments/0/documents", HUGE),
    "a segment of more than 64 bits": put("segments/0/documents", 1 << 63),
    "a segment above the folder": put("segments/0/name", "../MAIN_a"),
    "a segment elsewhere": put("segments/0/name", "/etc/MAIN_a"),
    "a segment with a blank": put("segments/0/name", "MAIN_a b"),
    "deletions above the folder": put("segments/0/deleted", "../MAIN_a.1.del"),
    "deletions elsewhere": put("segments/0/deleted", "/etc/passwd"),
    "deletions that are the manifest": put("segments/0/deleted", "manifest-2.json"),
    "deletions that are a number": put("segments/0/deleted", 3),
    "a file above the folder": put("files/0/name", "../../etc/passwd"),
    "a file elsewhere": put("files/0/name", "/dev/zero"),
    "a file of no size": put("files/0/size", None),
    "a file of another size": put("files/0/size", HUGE),
    "a file of another identity": put("files/0/identity", 1),
    "a file twice": lambda facts: facts["files"].append(facts["files"][0]),
    "a segment twice": lambda facts: facts["segments"].append(facts["segments"][0]),
    "a recipe that is none": put("recipe", None),
    "limits of 0": put("recipe/limits/pieces", 0),
    "limits that are text": put("recipe/limits/pieces", "1"),
    "something unknown": put("__class__", "os.system"),
    "something nested": put("seeds", {"a": [[[[1]]]]}),
}


@pytest.mark.parametrize("case", MANIFESTS)
def test_a_hostile_manifest_is_an_error(case: str, index: Path) -> None:
    rewrite_manifest(index, MANIFESTS[case])
    with pytest.raises(IndexCorruptError, match=r"(manifest-2\.json|MAIN_\w+\.\w+).*index --full"):
        ask(index)


@pytest.mark.parametrize("version", [0, 2, 3, 5, "4", None, [4], {"a": 1}, HUGE, "\x1b[31m\n"])
def test_a_manifest_of_another_format_is_an_error(version: object, index: Path) -> None:
    rewrite_manifest(index, put("format_version", version))
    with pytest.raises(IndexStoreError, match=r"^[^\x1b\n]+ rebuild it with"):
        ask(index)


CATALOGUES: Mapping[str, Callable[[Facts], object]] = {
    "another commit": put("commit", "ff"),
    "documents that are none": put("documents", 5),
    "a document that is none": put("documents/0", []),
    "a document of no id": put("documents/0/doc", None),
    "a number for a title": put("documents/0/title", 7),
    "chapters below 0": put("documents/0/chapters", -1),
    "paragraphs that are text": put("documents/0/paragraphs", "12"),
    "a day that is none": put("documents/0/first_date", "2018-02-30"),
    "a day that is a number": put("documents/0/first_date", 20180420),
    "a source that is text": put("sources/0", "a.txt"),
    "a source settled by a number": put("sources/0/settled", 1),
    "a failure of no reason": put("failed/0/reason", None),
    "no sources": without("sources"),
    "something unknown": put("documents/0/__reduce__", "x"),
}


@pytest.mark.parametrize("case", CATALOGUES)
def test_a_hostile_catalogue_is_an_error(case: str, index: Path) -> None:
    rewrite_catalogue(index, CATALOGUES[case])
    with pytest.raises(IndexCorruptError, match=r"catalogue-2\.json.*index --full"):
        ask(index)


@pytest.mark.parametrize("name", ["manifest-2.json", "catalogue-2.json"])
def test_json_of_a_thousand_levels_is_an_error(name: str, index: Path) -> None:
    for levels in (1000, 100_000):
        deep = b"[" * levels + b"]" * levels
        write_json(index / name, orjson.Fragment(b'{"format_version": 4, "a": ' + deep + b"}"))
        with pytest.raises(IndexCorruptError, match=f"{name} cannot be read"):
            ask(index)


@pytest.mark.parametrize(
    ("name", "most"), [("manifest-2.json", MOST_MANIFEST), ("catalogue-2.json", MOST_CATALOGUE)]
)
def test_json_that_is_too_large_is_not_read(name: str, most: int, index: Path) -> None:
    os.truncate(writable(index / name), 2 << 30)  # which takes no room on the disk
    with pytest.raises(
        IndexCorruptError, match=f"{name} has 2147483648 bytes, more than the {most}"
    ):
        ask(index)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
@pytest.mark.parametrize("name", ["manifest-2.json", "catalogue-2.json", ".docs", ".post", ".del"])
def test_what_is_no_plain_file_is_not_opened(
    kind: str, name: str, index: Path, tmp_path: Path, lunshu: Lunshu
) -> None:
    path = next(path for path in sorted(index.iterdir()) if path.name.endswith(name))
    path.rename(tmp_path / "elsewhere")
    if kind == "link":
        path.symlink_to(tmp_path / "elsewhere")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(
        IndexStoreError, match=rf"{path.name}.*(index --full|make the index readable)"
    ):
        ask(index)
    assert lunshu("status", "--deep", "--index", index).code == 2


def fault_of(question: Callable[[Path], object], index: Path) -> str | None:
    """What an index says is wrong with it when it is asked, None where it answers."""
    try:
        question(index)
    except IndexCorruptError as error:
        return str(error)
    return None


def assert_answer_or_error(index: Path, name: str, sound: Path) -> None:
    """The index answers or says what is damaged, and the deep check finds it.

    Where two files of a segment do not agree, either may be named.
    """
    told_of = rf"{Path(name).stem}\.(docs|post) .*lunshu index --full (FOLDER|/home/seeds) --index"

    def verify(index: Path) -> None:
        verify_index(index, read_manifest(index))

    def look() -> None:
        fault = fault_of(ask, index)
        assert fault is None or re.search(told_of, fault)
        assert re.search(told_of, str(fault_of(verify, index)))

    def look_at_a_sound_one() -> None:
        assert fault_of(ask, sound) is None
        assert fault_of(verify, sound) is None

    assert_costs_at_most(TIMES, look, look_at_a_sound_one)


@pytest.mark.parametrize("case", DOCUMENTS)
def test_hostile_documents_are_an_error_or_answered(case: str, index: Path, sound: Path) -> None:
    assert_answer_or_error(index, rewrite_blocks(index, ".docs", DOCUMENTS[case]), sound)


@pytest.mark.parametrize(
    "case",
    [
        "no columns",
        "no texts",
        "fewer documents than none",
        "a thousand milliard documents",
        "a short column",
        "a short column of choices",
        "short lengths",
        "text in the form choices",
        "date in the form choices",
        "role in the form numbers",
    ],
)
def test_columns_that_do_not_fit_are_an_error_when_the_index_is_opened(
    case: str, index: Path
) -> None:
    name = rewrite_blocks(index, ".docs", DOCUMENTS[case])
    with pytest.raises(
        IndexCorruptError, match=rf"block \S+ of {name} is damaged; rebuild it with"
    ):
        open_index(index)


@pytest.mark.parametrize("case", POSTINGS)
def test_hostile_postings_are_an_error_or_answered(case: str, index: Path, sound: Path) -> None:
    assert_answer_or_error(index, rewrite_blocks(index, ".post", POSTINGS[case]), sound)


def test_what_makes_no_sense_together_is_found_by_the_deep_check(index: Path) -> None:
    def one_line(arrays: Arrays, _facts: Facts) -> None:
        arrays["stored/last_line/of"][:] = 0

    def no_precision(arrays: Arrays, _facts: Facts) -> None:
        arrays["stored/date_precision/of"][:] = 0

    def late(arrays: Arrays, _facts: Facts) -> None:
        arrays["stored/date/of"][:] = 20991231

    data = {path: path.read_bytes() for path in index.iterdir()}
    for change in (one_line, no_precision, late):
        name = rewrite_blocks(index, ".docs", change)
        with pytest.raises(IndexCorruptError, match=f"block stored of {name} is damaged"):
            verify_index(index, read_manifest(index))
        for path, content in data.items():
            overwrite(path, content)
    rewrite_manifest(index, put("paragraphs", 35))
    with pytest.raises(IndexCorruptError, match=r"manifest-2\.json does not count the paragraphs"):
        verify_index(index, read_manifest(index))


@pytest.mark.parametrize(
    "change",
    [
        put("documents/0/paragraphs", 11),
        put("documents/0/doc", "戊"),
        lambda facts: facts["documents"].pop(),
        lambda facts: facts["documents"].append(facts["documents"][0]),
    ],
)
def test_a_catalogue_of_other_documents_is_found_by_the_deep_check(
    change: Callable[[Facts], object], index: Path
) -> None:
    rewrite_catalogue(index, change)
    with pytest.raises(IndexCorruptError, match=r"catalogue-2\.json does not list the documents"):
        verify_index(index, read_manifest(index))


def test_hostile_deletions_are_an_error(index: Path) -> None:
    for change in (
        ones("deleted", 255),
        shorter("deleted"),
        of_type("deleted", "<u2"),
        lacking("deleted"),
    ):
        name = rewrite_blocks(index, ".del", change)
        with pytest.raises(IndexCorruptError, match=f"({name}|manifest-2.json).*index --full"):
            ask(index)


@pytest.mark.parametrize("number", [10**9 - 1, LAST - 1])
def test_a_high_generation_hides_no_later_commit(number: int, index: Path, tmp_path: Path) -> None:
    (index / f"_MAIN_{number}.toc").touch()
    with pytest.raises(IndexCorruptError, match=f"manifest-{number}.json is missing"):
        ask(index)
    assert next_generation(index) == number + 1
    write_corpus(tmp_path / "seeds")
    update_index(tmp_path / "seeds", index)
    assert newest_generation(index) == number + 1
    with open_index(index) as searcher:
        assert searcher.search("核心").total


def test_the_last_generation_is_an_error_that_says_what_to_do(index: Path) -> None:
    (index / f"_MAIN_{LAST}.toc").touch()
    with pytest.raises(
        IndexStoreError, match=r"remove the folder and build the index anew: lunshu"
    ):
        next_generation(index)


@pytest.mark.parametrize("number", [LAST + 1, 10**15])
def test_a_number_above_the_last_is_no_generation(number: int, index: Path) -> None:
    (index / f"_MAIN_{number}.toc").touch()
    assert newest_generation(index) == 2
