"""What a command loads before it answers: a person at a shell waits for the whole process.

Most of that time goes into loading modules, making their classes and compiling their patterns, so
what is counted here is these. A count that a change raises may be raised for a good reason: then
`benchmarks/guard` says what it costs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from indexer import update_index
from tests.support.command_line import CHECKOUT
from tests.support.corpus import write_corpus

_LOOK = """
import atexit, gc, os, re, sys

def look():
    import json
    ours = {name: module for name, module in sys.modules.items()
            if name.partition(".")[0] in ("indexer", "searcher")}
    named = [(name, key, value) for name, module in ours.items()
             for key, value in vars(module).items()]
    classes = [(f"{name}.{key}", value) for name, key, value in named
               if isinstance(value, type) and value.__module__ == name]
    dataclasses = [(name, value) for name, value in classes
                   if "__dataclass_fields__" in vars(value)]
    seen = {
        "modules": sorted(sys.modules),
        "dataclasses": [name for name, _ in dataclasses],
        "slow_dataclasses": [name for name, value in dataclasses
                             if getattr(value.__setattr__, "__module__", "") != "indexer.value"],
        "named_tuples": [name for name, value in classes
                         if issubclass(value, tuple) and hasattr(value, "_fields")],
        "patterns": [f"{name}.{key}" for name, key, value in named
                     if isinstance(value, re.Pattern)],
        "collections": collections() - before,
        "frozen": gc.get_freeze_count(),
        "blas": os.environ.get("OPENBLAS_NUM_THREADS"),
    }
    print("\\n" + json.dumps(seen), file=sys.stderr)

def collections():
    return sum(generation["collections"] for generation in gc.get_stats())

from searcher.cli import main
before = collections()
atexit.register(look)
main()
"""

MOST_MODULES = 120
"""Of ours; each takes a third of a millisecond to find and read, with nothing in it."""

MOST_OF_PYTHON = 25
"""Of Python's own, besides those that the packages load themselves."""

MOST_DATACLASSES = 38
MOST_NAMED_TUPLES = 42
"""Either takes a seventh of a millisecond to make."""

MOST_PATTERNS = 3
"""Each takes up to a millisecond to compile."""


def seen_at_the_end(*arguments: object, **environment: str) -> dict[str, Any]:
    """What a process that ran `lunshu` with `arguments` has loaded when it ends."""
    kept = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, *map(str, arguments)],
        capture_output=True,
        check=True,
        env=kept | {"PYTHONPATH": str(CHECKOUT)} | environment,
    )
    seen: dict[str, Any] = json.loads(done.stderr.decode("utf-8").splitlines()[-1])
    return seen


@pytest.fixture(scope="module")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the small collection. Do not change it."""
    folder = tmp_path_factory.mktemp("cold")
    write_corpus(folder / "seeds")
    update_index(folder / "seeds", folder / "index")
    return folder / "index"


@pytest.fixture(scope="module", params=["核心技术", '"核心技术"'])
def search(request: pytest.FixtureRequest, small_index: Path) -> dict[str, Any]:
    """What a plain search has loaded; it also looks whether the index is stale."""
    return seen_at_the_end("search", request.param, "--index", small_index)


def third_party(modules: list[str]) -> set[str]:
    """The packages among `modules` that are neither ours nor Python's."""
    ours_or_python = {*sys.stdlib_module_names, "__main__", "indexer", "searcher"}
    ours_or_python |= {"_distutils_hack", "sitecustomize", "usercustomize"}  # of the environment
    return {name.partition(".")[0] for name in modules} - ours_or_python


def test_a_search_loads_three_packages_and_no_other(search: dict[str, Any]) -> None:
    assert third_party(search["modules"]) == {"click", "numpy", "orjson"}


def test_a_search_in_headings_loads_no_masked_arrays(seed_index: Path) -> None:
    """A plain `numpy.unique` loads them, which takes longer than the search."""
    search = seen_at_the_end("search", "核心技术", "--index", seed_index)
    assert "numpy.ma" not in search["modules"]


def test_a_search_loads_few_modules(search: dict[str, Any]) -> None:
    anyway = subprocess.run(
        [sys.executable, "-c", "import sys, click, numpy, orjson; print(*sys.modules)"],
        capture_output=True,
        check=True,
    )
    own = set(search["modules"]) - set(anyway.stdout.decode("utf-8").split())
    ours = {name for name in own if name.startswith(("indexer", "searcher"))}
    assert len(ours) <= MOST_MODULES
    assert len(own - ours) <= MOST_OF_PYTHON


def test_a_search_makes_few_classes_and_compiles_few_patterns(search: dict[str, Any]) -> None:
    assert len(search["dataclasses"]) <= MOST_DATACLASSES
    assert len(search["named_tuples"]) <= MOST_NAMED_TUPLES
    assert len(search["patterns"]) <= MOST_PATTERNS


def test_the_classes_that_a_search_makes_are_made_the_quick_way(search: dict[str, Any]) -> None:
    assert search["slow_dataclasses"] == []


def test_a_search_loads_the_messages_of_its_topic_in_one_language(
    search: dict[str, Any],
) -> None:
    wording = "indexer.wording."
    topics = {name.removeprefix(wording) for name in search["modules"] if wording in name}
    spoken = {name for name in topics if name.startswith(("chinese", "english"))}
    assert spoken <= {"english", "english.results", "english.fields"}


def test_the_garbage_collector_rests_in_a_search(search: dict[str, Any]) -> None:
    assert search["collections"] <= 3  # where all modules are compiled anew; otherwise 0
    assert search["frozen"] > 0


def test_numpy_starts_no_threads_unless_somebody_wants_them(small_index: Path) -> None:
    asked = ("search", "核心技术", "--index", small_index)
    assert seen_at_the_end(*asked)["blas"] == "1"
    assert seen_at_the_end(*asked, OPENBLAS_NUM_THREADS="2")["blas"] == "2"


def test_the_version_takes_click_alone() -> None:
    modules = seen_at_the_end("--version")["modules"]
    assert third_party(modules) == {"click"}
    assert set(modules) & {"pathlib", "locale", "dataclasses"} == set()


def test_an_update_that_finds_nothing_new_loads_neither_numpy_nor_what_builds(
    small_index: Path,
) -> None:
    seeds = small_index.with_name("seeds")
    modules = seen_at_the_end("index", seeds, "--index", small_index)["modules"]
    assert third_party(modules) <= {"click", "orjson"}
    assert [name for name in modules if name.startswith(("indexer.facts", "indexer.writer"))] == []


@pytest.mark.parametrize("command", ["status", "status --check", "search --help", "--help"])
def test_what_reads_no_paragraph_does_without_numpy(command: str, small_index: Path) -> None:
    words = command.split()
    place = () if "--help" in words else ("--index", small_index)
    assert third_party(seen_at_the_end(*words, *place)["modules"]) <= {"click", "orjson"}


def test_looking_into_a_file_does_without_numpy(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# 题\n\n核心技术是国之重器。\n", "utf-8")
    assert third_party(seen_at_the_end("inspect", file)["modules"]) <= {"click", "orjson"}
