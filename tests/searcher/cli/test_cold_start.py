"""What a command loads before it answers: a person at a shell waits for the whole process.

Most of that time goes into loading modules, making their classes and compiling their patterns, so
what is counted here is these. A list that a change makes longer may be longer for a good reason:
then `benchmarks/guard` says what it costs.
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
    seen = {
        "modules": sorted(sys.modules),
        "dataclasses": [f"{name}.{key}" for name, key, value in named if isinstance(value, type)
                        and value.__module__ == name and "__dataclass_fields__" in vars(value)],
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

UNUSED_BY_A_SEARCH = {
    "indexer.whoosh_codec",
    "indexer.text.date_forms",
    "indexer.sources.decoding",
    "indexer.words.dictionary",
    "indexer.model.documents",
    "indexer.text.numerals",
    "indexer.pipeline",
    "indexer.planning",
    "indexer.readers.reading",
    "indexer.model.report",
    "indexer.whoosh_codec.schema",
    "indexer.commits.verifying",
    "indexer.writer",
    "indexer.text.zones",
    "searcher.explain.absence",
    "searcher.citing",
    "searcher.claims",
    "searcher.browse.contents",
    "searcher.explain.reasons",
    "searcher.explain.explaining",
    "searcher.explain.explanation",
    "searcher.browse.passages",
    "searcher.language.dates",
    "searcher.language.regex.parser",
    "searcher.browse.listing",
    "searcher.explain.nearest",
    "searcher.patterns.gapped",
    "searcher.patterns.near",
    "searcher.patterns.regular",
    "searcher.render.text.listing",
    "searcher.render.typeset.diffs",
    "searcher.render.data.delimited",
    "searcher.render.text.explanation",
    "searcher.render.text.reasons",
    "searcher.render.text.status",
    "searcher.render.data.records",
    "searcher.render.data.cells",
    "searcher.render.reports.trace_entries",
    "searcher.render.data.workbook",
    "searcher.repetition",
    "searcher.tracing",
}
"""Modules of ours that are there for other commands, other formats or rarer clauses."""

RARE_LIBRARIES = {
    "calendar",
    "decimal",
    "hashlib",
    "http",
    "importlib.metadata",
    "locale",
    "logging",
    "shlex",
    "subprocess",
    "tempfile",
    "urllib.request",
    "zipfile",
}
"""Parts of the standard library that are not loaded, unless click, numpy or orjson do it."""

MOST_MODULES = 118
MOST_DATACLASSES = 37
"""A frozen dataclass takes a third of a millisecond to make, a named tuple a fifth of that."""


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


def test_a_search_loads_nothing_that_only_other_commands_use(search: dict[str, Any]) -> None:
    anyway = subprocess.run(
        [sys.executable, "-c", "import sys, click, numpy, orjson; print(*sys.modules)"],
        capture_output=True,
        check=True,
    )
    own = set(search["modules"]) - set(anyway.stdout.decode("utf-8").split())
    assert own & (UNUSED_BY_A_SEARCH | RARE_LIBRARIES) == set()


def test_every_module_that_a_search_does_not_use_exists() -> None:
    for name in UNUSED_BY_A_SEARCH:
        path = CHECKOUT / name.replace(".", "/")
        assert path.is_dir() or path.with_suffix(".py").is_file(), name


def test_a_search_loads_few_modules_and_makes_few_classes(search: dict[str, Any]) -> None:
    ours = [name for name in search["modules"] if name.startswith(("indexer", "searcher"))]
    assert len(ours) <= MOST_MODULES
    assert len(search["dataclasses"]) <= MOST_DATACLASSES


def test_a_search_loads_the_messages_of_its_topic_in_one_language(
    search: dict[str, Any],
) -> None:
    wording = "indexer.wording."
    topics = {name.removeprefix(wording) for name in search["modules"] if wording in name}
    spoken = {name for name in topics if name.startswith(("chinese", "english"))}
    assert spoken <= {"english", "english.results", "english.fields"}


def test_a_search_compiles_few_patterns_before_it_needs_them(search: dict[str, Any]) -> None:
    assert set(search["patterns"]) <= {
        "indexer.commits.json_files._HEAD",
        "searcher.language.scanner._WORD",
        "searcher.ranking.query_terms._RUNS",
    }


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
