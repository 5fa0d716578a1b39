"""The registry of fields: what derives from it, and that a new field is a row and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from indexer.model.documents import Paragraph
from indexer.model.fields import (
    DAYS,
    FACTS,
    FIELDS,
    LEADING,
    ROLES,
    ROWS,
    SEARCHED,
    VALUES,
    VIEWS,
    Role,
    value_fault,
)
from indexer.model.records import Record
from indexer.segments.record_columns import FORMS
from indexer.whoosh_codec.schema import make_schema
from searcher.answers.results import Hit
from tests.support.command_line import CHECKOUT, Run

ROW = """
    venue: str | None = field(
        default=None,
        metadata=_row(
            kind="text",
            alias="地点",
            example="北京",
            boost=_BOOST,
            shown=True,
            option="Only words said where TEXT is.",
        ),
    )
"""
"""A field as somebody adds it who wants to know where words were said."""

RECORDS = (
    {"text": "核心技术是国之重器。", "speech": "讲话", "venue": "人民大会堂"},
    {"text": "核心技术要突破。", "speech": "贺信", "venue": "乌镇", "date": "2018-04-20"},
    {"text": "没有地方的核心技术。"},
)


def test_what_knows_of_fields_knows_the_same() -> None:
    """The order of each is that of files that were written, and of messages that were read."""
    assert " ".join(FORMS) == (
        "doc number title role chapter chapter_no section speaker speech date date_end"
        " date_precision date_kind dates source pages first_line last_line place text marks alias"
    )
    assert " ".join(VALUES) == (
        "doc title role speaker speech source section chapter chapter_no alias"
    )
    assert " ".join(SEARCHED) == "doc title role speaker speech source section chapter"
    assert DAYS == ("date", "date_end")
    schema = make_schema()
    assert set(schema.names()) == {*FORMS, *VIEWS}
    assert set(schema.stored_names()) == set(FORMS)
    assert " ".join(row.name for row in LEADING) == "speech title section chapter source speaker"


def test_facts_of_readers_are_those_of_paragraphs_records_and_hits() -> None:
    names = {row.name for row in FACTS}
    for kind in (Paragraph, Record, Hit):
        assert names <= {field.name for field in fields(kind)}
    assert names <= {row.name for row in FIELDS} == set(ROWS)


def test_roles_are_those_of_the_type_and_their_error_is_one() -> None:
    assert tuple(ROLES) == get_args(Role) == ROWS["role"].values
    assert value_fault("role", "speech") is None
    assert value_fault("role", "") == (
        "role '' is not known; give one of speech, quotation, article, note"
    )
    assert value_fault("speech", "") is None


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with one row more, and an index that it made."""
    folder = tmp_path_factory.mktemp("toy")
    leave = shutil.ignore_patterns("__pycache__")
    for package in ("indexer", "searcher"):
        shutil.copytree(CHECKOUT / package, folder / package, ignore=leave)
    registry = folder / "indexer" / "model" / "fields.py"
    before, given, after = registry.read_text("utf-8").partition("\n    def given(")
    registry.write_text(before + ROW + given + after, "utf-8")
    (folder / "seeds").mkdir()
    lines = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    (folder / "seeds" / "said.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    made = lunshu(folder, "index", "seeds")
    assert made.code == 0, made
    return folder


def lunshu(checkout: Path, *arguments: str) -> Run:
    """Run a command of that project."""
    return python(checkout, "from searcher.cli import main; main()", *arguments)


def python(checkout: Path, program: str, *arguments: str) -> Run:
    """Run a program with that project."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | {"PYTHONPATH": str(checkout)},
        cwd=checkout,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return Run(done.returncode, done.stdout, done.stderr)


def found(run: Run) -> list[tuple[str, str | None]]:
    """The id of each exact hit, and its field."""
    assert run.code < 2, run
    answer: dict[str, Any] = json.loads(run.out)
    return [(hit["id"], hit["venue"]) for hit in answer["hits"] if hit["match"] == "exact"]


def test_a_new_field_is_searched_by_its_name_and_its_alias(checkout: Path) -> None:
    for query in ("venue:大会堂", "地点：大会堂", "VENUE:人民大會堂"):
        run = lunshu(checkout, "search", query, "--format", "json")
        assert found(run) == [("said#1", "人民大会堂")]
    assert lunshu(checkout, "search", "venue:").err.startswith(
        "lunshu: query, character 7: venue: needs a value directly behind the colon, as in "
        "venue:北京"
    )
    wrong = lunshu(checkout, "search", "nosuch:x")
    assert (
        "the fields are speaker, speech, chapter, doc, source, role, title, section, date, venue"
        in (wrong.err)
    )


@pytest.mark.parametrize("command", ["search", "explain", "first", "similar", "dupes", "trace"])
def test_a_new_field_is_an_option_of_every_command_that_looks_for_something(
    command: str, checkout: Path
) -> None:
    shown = lunshu(checkout, command, "--help").out
    assert "--venue TEXT" in shown
    assert "Only words said where TEXT is." in shown


def test_a_new_field_filters_at_the_shell_and_in_the_library(checkout: Path) -> None:
    run = lunshu(checkout, "search", "核心技术", "--venue", "乌", "--format", "json")
    assert found(run) == [("said#2", "乌镇")]
    assert lunshu(checkout, "search", "核心", "--venue", " ") == Run(
        2, "", "lunshu: venue is empty; give a part of what it should contain\n"
    )
    program = """
from searcher import Filters, open_index
with open_index("index") as searcher:
    print(Filters(venue="乌"))
    print([hit.venue for hit in searcher.search("核心", filters=Filters(venue="乌"))])
    print(searcher.explain("venue:镇").tree.route.values)
"""
    assert python(checkout, program).out.splitlines() == [
        "Filters(chapter=None, speech=None, speaker=None, doc=None, role=None, source=None,"
        " venue='乌', since=None, until=None)",
        "['乌镇']",
        "(Counted(text='乌镇', total=1),)",
    ]


@pytest.mark.usefixtures("in_chinese")
def test_a_new_field_is_shown_and_named_by_its_alias(checkout: Path) -> None:
    shown = lunshu(checkout, "search", "--exact", "核心技术 地点：乌镇")
    assert shown.out.splitlines()[-1].strip() == "乌镇 · 第2行"
    assert "比对各个地点，1 个含有：乌镇" in lunshu(checkout, "explain", "地点：乌镇").out
    assert "地点共 2 个，没有一个含“乌镇村”" in lunshu(checkout, "explain", "venue:乌镇村").out


def test_a_new_field_is_named_in_english_by_its_name(checkout: Path) -> None:
    shown = lunshu(checkout, "search", "--exact", "核心技术 地点：乌镇")
    assert shown.out.splitlines()[-1].strip() == "乌镇 · line 2"
    explained = lunshu(checkout, "explain", "地点：乌镇").out
    assert "lookup: 1 value of the field “venue” contains it: 乌镇 (1 paragraph)" in explained
    explained = lunshu(checkout, "explain", "venue:乌镇村").out
    assert "None of the 2 values of the field “venue” contains “乌镇村”." in explained


@pytest.mark.usefixtures("in_chinese")
def test_a_new_field_leads_the_related_hits_and_is_suggested(checkout: Path) -> None:
    run = lunshu(checkout, "search", "乌镇")
    related = ["相关段落（不含所查原文）", "", " 1  said#2  2018-04-20  贺信"]
    assert run.out.splitlines()[2:5] == related
    answer = json.loads(lunshu(checkout, "search", "乌镇", "--format", "json").out)
    assert answer["suggestions"] == [{"query": "地点：乌镇", "total": 1}]


def test_a_new_field_is_in_the_deep_check(checkout: Path) -> None:
    assert lunshu(checkout, "status", "--deep").code == 0
    program = """
from indexer.model.fields import SEARCHED, VALUES
from indexer.segments.record_columns import FORMS
from indexer.whoosh_codec.schema import make_schema
print(SEARCHED[-1], VALUES[-1], *list(FORMS)[-2:], "venue" in make_schema())
"""
    # Files that were written before keep their order: what is new comes last.
    assert python(checkout, program).out == "venue venue alias venue True\n"
