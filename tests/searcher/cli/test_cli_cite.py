"""`lunshu cite`, as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest

from searcher.citing.styles import STYLES, Style
from searcher.cli.commands.cite import command
from tests.support.command_line import CHECKOUT, Lunshu, Run

SPEECH = (
    "习近平. 在网络安全和信息化工作座谈会上的讲话[M]//习近平. 论党的宣传思想工作. "
    "[出版地不详]: 中央文献出版社, 2020: 197.\n"
)
NEWS = "习近平. 在十八届中央政治局第三十六次集体学习时的讲话[N]. 人民日报, 2016-10-10.\n"


def test_each_passage_is_cited_once_in_the_order_given(lunshu: Lunshu, seed_index: Path) -> None:
    ids = ("002#174", "002#8", "002#174", "002_a1c1846805ebde20#8")
    assert lunshu("cite", *ids, "--index", seed_index) == Run(0, SPEECH + NEWS, "")


def test_paragraphs_of_one_passage_are_cited_once(lunshu: Lunshu, seed_index: Path) -> None:
    once = lunshu("cite", "002#24", "--index", seed_index)
    assert lunshu("cite", "002#24.2", "002#24.1", "--index", seed_index) == once


def test_csl_json_is_one_array(lunshu: Lunshu, seed_index: Path) -> None:
    run = lunshu("cite", "002#174", "002#8", "--style", "csl-json", "--index", seed_index)
    assert [item["id"] for item in json.loads(run.out)] == [
        "002_a1c1846805ebde20#174",
        "002_a1c1846805ebde20#8",
    ]
    assert len(run.out.splitlines()) == 2


def test_a_blank_line_parts_bibtex_entries(lunshu: Lunshu, seed_index: Path) -> None:
    run = lunshu("cite", "002#174", "002#8", "--style", "bibtex", "--index", seed_index)
    assert run.out == (
        "@incollection{002_a1c1846805ebde20:174,\n"
        "  author     = {{习近平}},\n"
        "  title      = {在网络安全和信息化工作座谈会上的讲话},\n"
        "  bookauthor = {{习近平}},\n"
        "  booktitle  = {论党的宣传思想工作},\n"
        "  publisher  = {中央文献出版社},\n"
        "  pages      = {197},\n"
        "  year       = {2020},\n"
        "  origdate   = {2016-04-19},\n"
        "}\n"
        "\n"
        "@article{002_a1c1846805ebde20:8,\n"
        "  author       = {{习近平}},\n"
        "  title        = {在十八届中央政治局第三十六次集体学习时的讲话},\n"
        "  journal      = {人民日报},\n"
        "  entrysubtype = {newspaper},\n"
        "  date         = {2016-10-10},\n"
        "  origdate     = {2016-10-09},\n"
        "}\n"
    )


def test_the_day_of_access_of_a_web_page_is_asked_for(lunshu: Lunshu, seed_index: Path) -> None:
    cited = "习近平要求领导干部锤炼这个“基本功”[EB/OL]. ZAKER(2021-04-18)"
    asked = "lunshu: 1 on the web: add the day you looked there with --accessed DATE\n"
    base = ("cite", "004#4", "--index", seed_index)
    assert lunshu(*base) == Run(0, f"{cited}.\n", asked)
    assert lunshu(*base, "--quiet") == Run(0, f"{cited}.\n", "")
    assert lunshu(*base, "--accessed", "2026-11-22") == Run(0, f"{cited}[2026-11-22].\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["002#1", "002#9999"], "002#9999: 002_a1c1846805ebde20 has no passage 9999; "),
        (["002#1", "乱写"], "'乱写' is not an id; give one such as 002#12, as search shows it"),
        (["004#4", "--accessed", "昨天"], "accessed '昨天' is not a day; give one such as "),
        (["002#1", "--style", "apa"], "Invalid value for '--style': 'apa' is not one of "),
        ([], "Missing argument 'ID...'"),
    ],
)
def test_an_error_is_one_line_and_nothing_is_printed(
    arguments: list[str], message: str, lunshu: Lunshu, seed_index: Path
) -> None:
    run = lunshu("cite", *arguments, "--index", seed_index)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"lunshu: {message}")


def test_the_command_offers_every_style() -> None:
    (style,) = (param for param in command.params if param.name == "style")
    assert isinstance(style.type, click.Choice)
    assert tuple(style.type.choices) == tuple(STYLES) == get_args(Style)


_TOY_STYLE = """
def write(reference):
    return f"{reference.id}!"
"""

_TOY_PROGRAM = """
from searcher.citing.styles import STYLES, StyleRow
from searcher.cli import main

STYLES["toy"] = StyleRow("toy_style:write", (".toy",), is_spaced=True)
main()
"""


def test_a_style_is_one_file_and_one_row(seed_index: Path, tmp_path: Path) -> None:
    (tmp_path / "toy_style.py").write_text(_TOY_STYLE)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(CHECKOUT), str(tmp_path)))}

    def run(*arguments: object) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", _TOY_PROGRAM, "cite", *map(str, arguments)],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).decode("utf-8")

    index = ("--index", seed_index)
    ids = tuple(f"002_a1c1846805ebde20#{passage}" for passage in (184, 185))
    cited = "".join((f"{ids[0]}!\n", "\n", f"{ids[1]}!\n"))
    assert run(*ids, "--style", "toy", *index) == (0, cited)
    code, record = run(ids[0], "--style", "toy", "--format", "jsonl", *index)
    assert (code, json.loads(record)["style"], json.loads(record)["text"]) == (
        0,
        "toy",
        f"{ids[0]}!",
    )
    assert run(*ids, "-o", "a.toy", "-q", *index) == (0, "")
    assert (tmp_path / "a.toy").read_text("utf-8") == cited
    code, told = run(*ids, "-o", "b.toy", "--style", "bibtex", *index)
    assert (code, told) == (
        2,
        "lunshu: b.toy would be toy by its name, and --style says bibtex: "
        "leave out one of them; see lunshu cite --help\n",
    )
    assert "csl-json|text|toy" in run("--help")[1]
