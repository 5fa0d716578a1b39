"""JSON has the names of the dataclasses: all of them, and no others than are listed here."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from indexer import inspect_file
from indexer.commits.catalogues import read_built
from searcher import Searcher, open_index
from searcher.cli.commands import COMMANDS
from searcher.language.parser import MAX_DEPTH
from searcher.render.data import records
from tests.support.command_line import CHECKOUT, Lunshu

HIDDEN: dict[str, set[str]] = {
    "Passage": {"path", "before", "after"},
    "Status": {"manifest", "catalogue", "plan"},
}
"""Fields that are not told under their own name."""

ADDED: dict[str, set[str]] = {
    "Results": {"format_version"},
    "Explanation": {"format_version"},
    "Similar": {"format_version"},
    "Repetitions": {"format_version"},
    "FirstUse": {"format_version"},
    "Trace": {"format_version", "is_faithful"},
    "Passage": {"format_version", "passage"},
    "Inspection": {"format_version"},
    "Attribution": {"date_end", "dates"},
    "Status": {
        "format_version",
        "generation",
        "created",
        "lunshu_version",
        "analyzer",
        "timezone",
        "seeds",
        "source_files",
        "documents",
        "paragraphs",
        "failed",
        "state",
        "reasons",
    },
}
RENAMED: dict[str, dict[str, str]] = {
    "Repetitions": {"within": "in"},
    "Trace": {"within": "in"},
    "Source": {"agrees": "attribution_agrees"},
}
TOLD_OTHERWISE = {
    ("Similar", "first"),
    ("Attribution", "date"),
    ("Inspection", "ignored"),
    ("Understood", "facts"),
}
"""Fields whose value is told as something plainer."""

QUOTED = "他说“过不了互联网这一关，就过不了长期执政这一关”，又说“互联网是最大的金矿银矿铜矿”。"

ANSWERS: dict[str, tuple[tuple[str, ...], Callable[[Searcher], object]]] = {
    "search": (("过不了互联网这一关",), lambda s: s.search("过不了互联网这一关")),
    "explain": (("无此一说 甲",), lambda s: s.explain("无此一说 甲")),
    "explain ": (("隐患 -大 (技术 NEAR/2 关)",), lambda s: s.explain("隐患 -大 (技术 NEAR/2 关)")),
    "trace": (
        ("--text", QUOTED, "--min-length", "6"),
        lambda s: s.trace(QUOTED, min_length=6),
    ),
    "show": (("said/讲话集#4",), lambda s: s.passage("said/讲话集#4")),
    "cite": (("said/讲话集#4",), lambda s: [s.cite("said/讲话集#4")]),
    "similar": (("said/讲话集#4",), lambda s: s.similar("said/讲话集#4", limit=10)),
    "dupes": ((), lambda s: s.repetitions(limit=10)),
    "first": (("隐患",), lambda s: s.first("隐患", limit=10)),
    "list": (("documents",), lambda s: s.documents()),
    "list ": (("chapters",), lambda s: s.chapters()),
    "list  ": (("speeches",), lambda s: s.speeches()),
    "list   ": (("speakers",), lambda s: s.speakers()),
}
"""By the name of the command, blanks aside: its arguments, and the same answer of the library."""


def compare(value: Any, told: Any, seen: set[str]) -> None:
    """Compare what a program reads with the value that it was made of, name by name."""
    names = _names(value)
    if names is None:
        if isinstance(value, (tuple, list)):
            assert len(value) == len(told)
            for one, other in zip(value, told, strict=True):
                compare(one, other, seen)
        elif value is None or isinstance(value, (bool, int, float, str)):
            assert told == value
        else:
            assert told == value.isoformat()
        return
    kind = type(value).__name__
    seen.add(kind)
    renamed = RENAMED.get(kind, {})
    shown = names - HIDDEN.get(kind, set())
    assert set(told) == {renamed.get(name, name) for name in shown} | ADDED.get(kind, set()), kind
    for name in shown - {"took_ms"}:
        if (kind, name) not in TOLD_OTHERWISE:
            field, written = getattr(value, name), told[renamed.get(name, name)]
            compare(field, written, seen)


def _names(value: object) -> set[str] | None:
    if dataclasses.is_dataclass(value):
        return {field.name for field in dataclasses.fields(value)}
    return set(value._fields) if isinstance(value, tuple) and hasattr(value, "_fields") else None


def test_every_command_that_answers_is_compared() -> None:
    assert {name.strip() for name in ANSWERS} | {"status", "index", "inspect"} == set(COMMANDS)


@pytest.mark.parametrize("command", ANSWERS)
def test_a_program_reads_all_that_the_library_says(
    lunshu: Lunshu, sayings_index: Path, command: str
) -> None:
    arguments, ask = ANSWERS[command]
    run = lunshu(command.strip(), *arguments, "--index", sayings_index, "--format", "json", "-q")
    told = json.loads(run.out)
    with open_index(sayings_index) as searcher:
        value = ask(searcher)
    seen: set[str] = set()
    compare(value, told, seen)
    if command.strip() != "list":
        assert len(seen) > 1, "nothing nested was compared"


def test_a_program_reads_all_that_was_understood_of_a_file(lunshu: Lunshu, seeds: Path) -> None:
    (path,) = seeds.glob("000_*")
    told = json.loads(lunshu("inspect", path, "--format", "json").out)
    seen: set[str] = set()
    compare(inspect_file(path), told, seen)
    assert seen == {"Inspection", "InspectedDocument", "FoundFact", "Understood", "DateSpan"}


def test_the_deepest_query_can_be_explained_to_a_program(
    lunshu: Lunshu, sayings_index: Path
) -> None:
    query = "(关 OR (大 " * (MAX_DEPTH // 2) + "隐患" + "))" * (MAX_DEPTH // 2)
    run = lunshu("explain", query, "--index", sayings_index, "--format", "json")
    with open_index(sayings_index) as searcher:
        compare(searcher.explain(query), json.loads(run.out), set())


def test_a_program_reads_the_whole_state_of_an_index(lunshu: Lunshu, sayings_index: Path) -> None:
    told = json.loads(lunshu("status", "--index", sayings_index, "--format", "json").out)
    built = read_built(sayings_index)
    facts = {
        "index": str(sayings_index),
        "format_version": built.manifest.format_version,
        "generation": built.manifest.generation,
        "created": built.manifest.created,
        "lunshu_version": built.manifest.recipe.lunshu,
        "analyzer": built.manifest.recipe.analyzer,
        "timezone": built.manifest.recipe.timezone,
        "seeds": built.manifest.seeds,
        "source_files": len(built.catalogue.sources),
        "documents": len(built.catalogue.documents),
        "paragraphs": built.manifest.paragraphs,
        "understood": told["understood"],
        "failed": [],
        "state": None,
        "reasons": None,
        "skipped": [],
        "verified": False,
    }
    assert told == facts | {"changed": told["changed"]}
    compare(built.catalogue.understanding(), told["understood"], set())


@pytest.mark.parametrize("page", ["docs/en/json.md", "docs/zh/json.md"])
def test_the_page_lists_the_names_of_a_hit_and_of_an_answer(
    page: str, lunshu: Lunshu, sayings_index: Path
) -> None:
    run = lunshu("search", "隐患", "--index", sayings_index, "--format", "json", "-q")
    answer = json.loads(run.out)
    text = (CHECKOUT / page).read_text("utf-8")
    for name in (*answer, *answer["hits"][0]):
        assert f"`{name}`" in text, name


ANSWER_MODULES = (
    "indexer.model.catalogue",
    "indexer.model.documents",
    "indexer.model.inspection",
    "indexer.model.report",
    "searcher.citing.reference",
    "searcher.browse.contents",
    "searcher.explain.explanation",
    "searcher.render.text.status",
    "searcher.repetition.results",
    "searcher.articles.article",
    "searcher.answers.first",
    "searcher.answers.results",
    "searcher.tracing.results",
)
"""Where the classes are whose records programs read."""


@pytest.mark.parametrize("name", records.RULES)
def test_a_rule_is_for_one_class_and_for_fields_that_it_has(name: str) -> None:
    modules = map(import_module, ANSWER_MODULES)
    (kind,) = {vars(module)[name] for module in modules if name in vars(module)}
    fields = {field.name for field in dataclasses.fields(kind)}
    rule = records.RULES[name]
    assert {*rule.hidden, *rule.renamed, *rule.converted} <= fields
    assert not fields & rule.added.keys()
    assert {*rule.first, *rule.last} <= fields | rule.added.keys()
    assert not {*rule.first} & {*rule.last}
    assert records.names_of(kind)[0] == "format_version" or not rule.is_answer
