"""Filters: the clauses that they stand for, and that every question which looks for something obeys
them."""

from __future__ import annotations

import ast
import dataclasses
import inspect
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from indexer import OptionError
from indexer.model.fields import FILTERS
from searcher import Filters, Searcher
from searcher.language.parser import parse
from searcher.language.query import And, Filtered, Text, children, filtered
from searcher.store.retrieval import mask_of
from tests.support.command_line import Lunshu, Run
from tests.support.opened import store_of

WRONG = [
    ({"role": "x"}, "role 'x' is not known; give one of speech, quotation, article, note"),
    ({"since": "2018-13"}, "since '2018-13' is not a date; give one such as 2018-04-20 or 2018"),
    (
        {"since": "2020", "until": "2018"},
        "since 2020-01-01 is after until 2018-12-31; swap them",
    ),
    ({"chapter": ""}, "chapter is empty; give a part of what it should contain"),
    ({"doc": " "}, "doc is empty; give a part of what it should contain"),
    ({"source": " "}, "source is empty; give a part of what it should contain"),
    ({"speaker": "\u200b"}, "speaker is empty; give a part of what it should contain"),
]


def test_filters_are_the_fields_that_say_so_and_two_days() -> None:
    names = [field.name for field in dataclasses.fields(Filters)]
    assert names == [*(row.name for row in FILTERS), "since", "until"]
    assert list(inspect.signature(Filters).parameters) == names


def test_type_checkers_know_the_fields_that_are_filters() -> None:
    tree = ast.parse(inspect.getsource(Filters))
    (made,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    (told,) = (node for node in made.body if isinstance(node, ast.If))
    assert [ast.unparse(line) for line in told.body] == [
        f"{row.name}: str | None = None" for row in FILTERS
    ]


def test_filters_are_values() -> None:
    assert Filters(speech="贺信", since="2018") == Filters(since="2018", speech="贺信")
    assert hash(Filters(role="speech")) == hash(Filters(role="speech"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        Filters().since = "2018"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Filters(title="强国")  # type: ignore[call-arg]


def test_filters_stand_for_the_clauses_of_a_query_in_the_order_of_the_options() -> None:
    filters = Filters(
        until=date(2018, 4, 20), source="日报", role="speech", doc="002", speech="贺", chapter="六"
    )
    written = "chapter:六 speech:贺 doc:002 role:speech source:日报 date:..2018-04-20"
    tree = parse(written)
    assert isinstance(tree, And)
    assert filters.clauses == tree.clauses


@pytest.mark.parametrize(("values", "message"), WRONG)
def test_a_value_that_cannot_be_used_is_an_error(values: dict[str, str], message: str) -> None:
    with pytest.raises(OptionError) as raised:
        Filters(**values)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"chapter": 7}, "chapter 7 is of another type; give str"),
        ({"speech": b"xi"}, "speech b'xi' is of another type; give str"),
        ({"doc": ["002"]}, "doc ['002'] is of another type; give str"),
        ({"since": 2016}, "since 2016 is of another type; give str | date"),
        ({"until": b"2016"}, "until b'2016' is of another type; give str | date"),
    ],
)
def test_a_value_of_another_type_is_an_error_at_once(values: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError) as raised:
        Filters(**values)
    assert str(raised.value) == message


@pytest.mark.parametrize("written", ["２０１８", "２０１８－０４－２０", "２０１８年４月２０日"])
def test_a_day_is_read_in_either_width_as_in_a_query(written: str) -> None:
    (clause,) = Filters(since=written, until=written).clauses
    assert clause == parse(f"date:{written}")


def test_a_moment_stands_for_its_day() -> None:
    moment, day = datetime(2018, 4, 20, 23, 59), date(2018, 4, 20)
    assert Filters(since=moment, until=day).clauses == Filters(since=day, until=moment).clauses
    assert str(Filters(since=moment).clauses[0]) == str(Filters(since=day).clauses[0])


@pytest.mark.parametrize("command", ["search", "explain", "first"])
@pytest.mark.parametrize(("values", "message"), WRONG)
def test_the_command_line_says_the_same(
    values: dict[str, str], message: str, command: str, lunshu: Lunshu
) -> None:
    options = [word for name, value in values.items() for word in (f"--{name}", value)]
    assert lunshu(command, "核心", *options) == Run(2, "", f"lunshu: {message}\n")


@pytest.mark.parametrize(("query", "own"), [("核心 技术", 2), ("核心 OR 技术", 1), ("核心", 1)])
def test_a_filtered_query_is_the_and_of_both_and_knows_its_filters(query: str, own: int) -> None:
    filters = Filters(role="speech", since="2018")
    tree = filtered(parse(query), filters.clauses)
    assert isinstance(tree, Filtered)
    assert tree.filters == filters.clauses
    assert tree.clauses[:own] == (children(parse(query)) if own > 1 else (parse(query),))
    assert parse(str(tree)) == And(tree.clauses)


def test_no_filters_leave_a_query_as_it_is() -> None:
    assert filtered(Text("核心"), Filters().clauses) == Text("核心")


def test_paragraphs_within_filters_are_those_that_a_query_finds(seed_searcher: Searcher) -> None:
    store = store_of(seed_searcher)
    for filters, query in (
        (Filters(chapter="六", since="2016"), "章：六 日期：>=2016"),
        (Filters(role="quotation"), "类：quotation"),
        (Filters(speech="座谈会", source="日报"), "讲话：座谈会 来源：日报"),
    ):
        found = {hit.id for hit in seed_searcher.search(query, limit=None).hits}
        assert found or query.endswith("来源：日报")
        numbers = mask_of(store, "all", filters).nonzero()[0].tolist()
        assert {store.record(number).id for number in numbers} == found
    filters = Filters(source="日报")
    both = mask_of(store, "speech", filters).nonzero()[0].tolist()
    every = mask_of(store, "all", filters).nonzero()[0].tolist()
    assert both == [number for number in every if store.record(number).role == "speech"]
    assert both


def test_similar_passages_are_those_within_the_filters(seed_searcher: Searcher) -> None:
    every = seed_searcher.similar("002#174").variants
    dates = {variant.date for variant in every if variant.date}
    since = sorted(dates)[len(dates) // 2]
    found = seed_searcher.similar("002#174", filters=Filters(since=since))
    assert list(found.variants) == [one for one in every if one.date_end and one.date_end >= since]
    assert 0 < found.total < len(every)


def test_what_is_repeated_is_repeated_within_the_filters(seed_searcher: Searcher) -> None:
    filters = Filters(chapter="六")
    found = seed_searcher.repetitions(filters=filters)
    assert found.total > 0
    assert {one.chapter_no for group in found.groups for one in group.members} == {6}
    every = {group.text for group in seed_searcher.repetitions().groups}
    assert found.total < len(every)


def test_sources_are_those_within_the_filters(seed_searcher: Searcher) -> None:
    text = "他说：“没有网络安全就没有国家安全。”"
    (every,) = seed_searcher.trace(text).quotations
    years = sorted({source.date.year for source in every.sources if source.date})
    trace = seed_searcher.trace(text, filters=Filters(since=str(years[-1])))
    kept = [one.id for one in every.sources if one.date_end and one.date_end.year >= years[-1]]
    assert [one.id for quotation in trace.quotations for one in quotation.sources] == kept
    assert 0 < len(kept) < len(every.sources)
    assert seed_searcher.trace(text, filters=Filters(since="2021")).quotations == ()


@pytest.mark.parametrize("arguments", [("dupes",), ("trace", "--text", "“网络安全靠人民”")])
def test_a_role_that_is_not_looked_in_is_an_error_and_no_empty_answer(
    arguments: tuple[str, ...], seed_index: Path, lunshu: Lunshu
) -> None:
    message = (
        "nothing within speech has the role article; look within all (--in all),"
        " or leave the role out"
    )
    asked = (*arguments, "--role", "article", "--index", seed_index, "--quiet")
    assert lunshu(*asked) == Run(2, "", f"lunshu: {message}\n")
    assert lunshu(*asked, "--in", "all").err == ""


@pytest.mark.parametrize(
    "arguments", [("similar", "002#174"), ("dupes",), ("trace", "--text", "“没有网络安全就没有”")]
)
def test_every_command_that_looks_for_something_takes_filters(
    arguments: tuple[str, ...], lunshu: Lunshu
) -> None:
    message = "since 2020-01-01 is after until 2018-12-31; swap them"
    days = ("--since", "2020", "--until", "2018")
    assert lunshu(*arguments, *days) == Run(2, "", f"lunshu: {message}\n")
