"""What the tables of the manual list is what there is."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import lunshu
from indexer.model.fields import CLAUSES, FILTERS, TEXT_FACTS
from indexer.text.folding import fold
from searcher.cli.commands import COMMANDS
from searcher.language.dates import parse_dates
from searcher.language.query import DateRange
from searcher.render.data import records
from searcher.render.formats import FORMATS
from tests.support import pages
from tests.support.command_line import Lunshu

in_both_languages = pytest.mark.parametrize("folder", ["en", "zh"])


def code_on(folder: str, name: str) -> set[str]:
    """What stands between backticks on a page."""
    text = pages.prose(pages.read(Path("docs", folder, name)))
    return {found.replace("\\|", "|") for found in re.findall(r"`([^`\n]+)`", text)}


@in_both_languages
def test_every_command_and_filter_and_format_is_listed(folder: str) -> None:
    code = code_on(folder, "commands.md")
    assert {*COMMANDS} == {found.split()[1] for found in code if found.startswith("lunshu ")}
    assert {f"--{row.name}" for row in FILTERS} | {"--since", "--until"} <= code
    assert {one.name for one in FORMATS} <= code


@in_both_languages
def test_every_field_of_a_query_is_listed_by_both_names(folder: str) -> None:
    code = code_on(folder, "query.md")
    for row in CLAUSES:
        assert any(found.startswith(f"{row.name}:") for found in code), row.name
        assert any(found.startswith(f"{row.alias}：") for found in code), row.alias


@in_both_languages
def test_the_characters_that_are_said_to_be_alike_are_and_the_others_are_not(folder: str) -> None:
    page = pages.read(Path("docs", folder, "query.md"))
    alike = re.findall(r"干乾[^|]*", page)[0].split()
    apart = [one for one in re.findall(r"里理[^。.]*", page)[0].split() if len(one) == 2]
    assert (len(alike), len(apart)) == (14, 12)
    assert [one for one in alike if fold(one[0]) != fold(one[1])] == []
    assert [one for one in apart if fold(one[0]) == fold(one[1])] == []


@in_both_languages
def test_every_form_of_a_date_in_a_query_is_listed_and_understood(folder: str) -> None:
    code = code_on(folder, "query.md")
    dates = [found for found in code if re.match("date:.|日期：", found)]
    ranges = {parse_dates(re.split("[:：]", found, maxsplit=1)[1]) for found in dates}
    assert {DateRange(date(2016, 1, 1), end) for end in (date(2018, 12, 31), None)} <= ranges
    assert {DateRange(None, date(2018, 12, 31)), DateRange(date(2016, 4, 19), None)} <= ranges
    assert {"date:>=2016-04-19", ">", "<=", "<"} <= code


@in_both_languages
def test_every_name_of_a_record_is_listed(folder: str) -> None:
    names = {*TEXT_FACTS} - {"alias"} | {"id", "doc", "title", "date", "text"}
    assert names <= code_on(folder, "files.md")


@in_both_languages
def test_every_verdict_is_listed(folder: str) -> None:
    assert {*get_args(lunshu.Verdict), "not_found"} <= code_on(folder, "tracing.md")


@in_both_languages
def test_every_error_and_every_member_of_a_searcher_is_listed(folder: str) -> None:
    code = code_on(folder, "library.md")
    assert {name for name in dir(lunshu) if name.endswith("Error")} <= code
    members = {name for name in vars(lunshu.Searcher) if not name.startswith("_")}
    assert members <= {found.partition("(")[0] for found in code}


@in_both_languages
def test_every_limit_is_listed_with_its_default(folder: str) -> None:
    rows = re.findall(
        r"^\| .* \| (.*) \| `(.*)` \|$", pages.read(Path("docs", folder, "promises.md")), re.M
    )
    listed = [re.sub(r"[, ]", "", default) for default, _ in rows]
    assert listed[0] == "1GiB"
    defaults = [getattr(lunshu.Limits(), field.name) for field in dataclasses.fields(lunshu.Limits)]
    assert [1 << 30, *map(int, listed[1:])] == defaults
    assert [name for _, name in rows[2:]] == [
        f"Limits({field.name}=…)" for field in dataclasses.fields(lunshu.Limits)[2:]
    ]


@in_both_languages
def test_the_names_of_every_part_of_json_are_listed(folder: str) -> None:
    text = pages.read(Path("docs", folder, "json.md"))
    listed = re.findall(r"^\| .* \| `([A-Z]\w+)` \| (.*) \|$", text, re.M)
    paragraph = records.names_of(lunshu.Record)
    for kind, cell in listed:
        names = set(re.findall(r"`(\w+)`", cell))
        if re.search("those of a paragraph|段落的各项", cell):
            assert not names & {*paragraph}
            names |= {*paragraph}
        assert names == {*records.names_of(getattr(lunshu, kind))}, kind
    assert len({kind for kind, _ in listed}) == len(listed) > 25


@in_both_languages
def test_whatever_a_block_can_become_is_listed(folder: str) -> None:
    assert {*get_args(lunshu.Became)} <= code_on(folder, "json.md")


@in_both_languages
def test_the_names_of_a_status_are_listed(folder: str, lunshu: Lunshu, seed_index: Path) -> None:
    text = pages.read(Path("docs", folder, "json.md"))
    (cell,) = re.findall(r"^\| `status` \| +\| (.*) \|$", text, re.M)
    status = lunshu("status", "--index", seed_index, "--format", "json")
    assert re.findall(r"`(\w+)`", cell) == list(json.loads(status.out))
