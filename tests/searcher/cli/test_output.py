"""`--format` and `-o FILE`: what is written where, and what is left behind."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from searcher.cli.output_file import write_file
from tests.support.command_line import CHECKOUT, PROGRAM, Lunshu, Run

SEARCH = ("search", "过不了互联网这一关", "--limit", 0, "-q")


@pytest.fixture(autouse=True)
def index(sayings_index: Path, monkeypatch: pytest.MonkeyPatch, desk: Path) -> Path:  # noqa: ARG001
    """The index that commands ask."""
    monkeypatch.setenv("LUNSHU_INDEX", str(sayings_index))
    return sayings_index


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "csv", "tsv"])
def test_a_file_has_what_stdout_would_have(lunshu: Lunshu, desk: Path, name: str) -> None:
    suffix = {"text": "txt"}.get(name, name)
    printed = lunshu(*SEARCH, "--format", name)
    assert printed.code == 0
    assert lunshu(*SEARCH, "-o", f"a.{suffix}") == Run(0, "", "")
    written = (desk / f"a.{suffix}").read_bytes().decode("utf-8")

    def timeless(text: str) -> str:
        return text if name != "json" else json.dumps(json.loads(text) | {"took_ms": 0})

    assert timeless(written) == timeless(printed.out)
    assert os.listdir(desk) == [f"a.{suffix}"]


def test_a_workbook_has_the_rows_of_the_table(lunshu: Lunshu, desk: Path) -> None:
    table = lunshu(*SEARCH, "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert lunshu(*SEARCH, "--output", desk / "a.XLSX") == Run(0, "", "")
    sheet = openpyxl.load_workbook(desk / "a.XLSX").active
    assert sheet is not None
    cells = [
        ["" if cell is None else str(cell) for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]
    assert cells == rows
    assert len(rows) > 1


@pytest.mark.usefixtures("in_chinese")
def test_stderr_says_where_results_are_and_what_else_there_is(lunshu: Lunshu) -> None:
    assert lunshu("search", "无此一说", "-o", "a.csv").err == (
        "lunshu: 已写入 a.csv\nlunshu: 没有找到\n"
    )


def test_nothing_found_is_an_answer_too(lunshu: Lunshu, desk: Path) -> None:
    assert lunshu("search", "无此一说", "-q", "-o", "a.csv") == Run(1, "", "")
    assert (desk / "a.csv").read_text("utf-8-sig").startswith("rank,score,match,id,")
    assert lunshu("search", "无此一说", "-q", "-o", "a.txt") == Run(1, "", "")
    assert (desk / "a.txt").read_bytes() == b""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("-o", "a.csv", "--format", "json"),
            "a.csv would be csv by its name, and --format says json: leave out one of them",
        ),
        (
            ("-o", "a.doc"),
            "a.doc: a file ends in .txt, .json, .jsonl, .ndjson, .csv, .tsv, .xlsx, "
            "or --format says what it is",
        ),
        (
            ("-o", "a.html"),
            "this command does not write html (a.html); a file that it writes ends in "
            ".txt, .json, .jsonl, .ndjson, .csv, .tsv, .xlsx",
        ),
        (("-o", "-"), "leave out -o for standard output; -o takes the name of a file"),
        (("-o", ""), "-o needs the name of a file"),
        (("--force",), "--force is for -o FILE alone"),
    ],
)
def test_what_contradicts_itself_is_said_in_one_line(
    lunshu: Lunshu, desk: Path, arguments: tuple[str, ...], message: str
) -> None:
    assert lunshu(*SEARCH, *arguments) == Run(
        2, "", f"lunshu: {message}; see lunshu search --help\n"
    )
    assert os.listdir(desk) == []


def test_a_name_that_says_nothing_takes_the_format_that_is_named(
    lunshu: Lunshu, desk: Path
) -> None:
    assert lunshu(*SEARCH, "-o", "results", "--format", "jsonl").code == 0
    lines = (desk / "results").read_text("utf-8").splitlines()
    assert [json.loads(line)["rank"] for line in lines] == [1, 2]
    assert lunshu(*SEARCH, "-o", "a.csv", "--format", "csv").code == 0


def test_a_file_that_is_there_is_only_replaced_by_force(lunshu: Lunshu, desk: Path) -> None:
    (desk / "a.csv").write_text("old")
    (desk / "a.csv").chmod(0o600)
    assert lunshu(*SEARCH, "-o", "a.csv") == Run(
        2, "", "lunshu: a.csv is there already; --force replaces it\n"
    )
    assert (desk / "a.csv").read_text() == "old"
    before = os.umask(0o027)
    try:
        assert lunshu(*SEARCH, "-o", "a.csv", "--force") == Run(0, "", "")
    finally:
        os.umask(before)
    assert (desk / "a.csv").stat().st_mode & 0o777 == 0o640
    assert (desk / "a.csv").read_text("utf-8-sig").startswith("rank,")
    assert os.listdir(desk) == ["a.csv"]


def test_only_a_plain_file_is_ever_replaced(lunshu: Lunshu, desk: Path) -> None:
    (desk / "folder.csv").mkdir()
    (desk / "there.csv").write_text("old")
    (desk / "link.csv").symlink_to("there.csv")
    (desk / "dangling.csv").symlink_to("nowhere.csv")
    os.mkfifo(desk / "pipe.csv")
    names = sorted(os.listdir(desk))
    for name, message in (
        ("folder.csv", "folder.csv is a folder; name a file in it"),
        ("link.csv", "link.csv is a symbolic link; name the file itself"),
        ("dangling.csv", "dangling.csv is a symbolic link; name the file itself"),
        ("pipe.csv", "pipe.csv is no plain file; name another"),
        ("gone/a.csv", "gone/a.csv: there is no folder gone; make it first"),
        ("there.csv/a.csv", "there.csv/a.csv: there is no folder there.csv; make it first"),
    ):
        assert lunshu(*SEARCH, "--force", "-o", name) == Run(2, "", f"lunshu: {message}\n")
    assert sorted(os.listdir(desk)) == names
    assert (desk / "there.csv").read_text() == "old"


def test_results_never_change_what_they_are_made_from(
    lunshu: Lunshu, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, index = tmp_path / "seeds", tmp_path / "made"
    (seeds / "inner").mkdir(parents=True)
    (seeds / "a.txt").write_text("互联网核心技术是我们最大的命门。", "utf-8")
    assert lunshu("index", seeds, "--index", index, "-q").code == 0
    monkeypatch.setenv("LUNSHU_INDEX", str(index))
    (desk / "article.txt").write_text("他说“互联网核心技术是我们最大的命门”。", "utf-8")
    os.link(desk / "article.txt", desk / "same.txt")
    (desk / "way").symlink_to(seeds)
    manifest = "manifest-1.json"

    def content() -> list[tuple[Path, bytes]]:
        folders = (desk, seeds, index)
        files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
        return [(path, path.read_bytes()) for path in files]

    before = content()
    in_seeds = f"lies in {seeds}, the folder of the source files, which is only read; "
    for name, message in (
        (seeds / "a.txt", f"{in_seeds}choose another folder"),
        (seeds / "inner" / "new.html", f"{in_seeds}choose another folder"),
        (Path("way/new.csv"), f"{in_seeds}choose another folder"),
        (index / manifest, f"lies in {index}, the folder of the index; choose another folder"),
        (Path("article.txt"), "is the file that is to be looked at; name another"),
        (Path("same.txt"), "is the file that is to be looked at; name another"),
    ):
        asked = ("trace", "article.txt", "--in", "all", "-o", name, "--force")
        assert lunshu(*asked) == Run(2, "", f"lunshu: {name} {message}\n")
        assert content() == before
    assert lunshu("trace", "article.txt", "--in", "all", "-q", "-o", "new.txt") == Run(0, "", "")


@pytest.mark.usefixtures("in_chinese")
def test_nothing_is_written_into_source_files_before_there_is_an_index(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LUNSHU_INDEX")
    (desk / "seeds").mkdir()
    (desk / "seeds" / "a.txt").write_text("互联网核心技术是我们最大的命门。", "utf-8")
    assert lunshu("search", "核心", "-o", "seeds/b.csv") == Run(
        2,
        "",
        "lunshu: seeds/b.csv 在源文件夹 seeds 里，那里只读不写，请换一个文件夹\n",
    )
    assert os.listdir(desk) == ["seeds"]


def test_a_folder_that_takes_nothing_is_told(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode & os.W_OK == 0 and real(path, mode))
    assert lunshu(*SEARCH, "-o", "a.csv") == Run(
        2, "", "lunshu: a.csv: nothing can be written in .; choose another folder\n"
    )
    assert os.listdir(desk) == []


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_what_fails_leaves_nothing_behind(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device", ".lunshu-0.tmp")

    monkeypatch.setattr(os, call, refuse)
    run = lunshu(*SEARCH, "-o", "a.csv")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("lunshu: a.csv: No space left on device; ")
    assert os.listdir(desk) == []


def test_an_error_while_the_file_is_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def content() -> object:
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(path, content(), force=True)  # type: ignore[arg-type]
    assert (path.read_text(), os.listdir(tmp_path)) == ("old", ["a.csv"])


def test_a_file_that_comes_to_be_meanwhile_is_kept(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.link

    def late(source: Path, target: Path) -> None:
        target.write_text("another's")
        real(source, target)

    monkeypatch.setattr(os, "link", late)
    assert lunshu(*SEARCH, "-o", "a.csv") == Run(
        2, "", "lunshu: a.csv is there already; --force replaces it\n"
    )
    assert ((desk / "a.csv").read_text(), os.listdir(desk)) == ("another's", ["a.csv"])


def test_a_file_system_without_links_takes_results_too(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert lunshu(*SEARCH, "-o", "a.csv") == Run(0, "", "")
    assert os.listdir(desk) == ["a.csv"]


def test_a_workbook_goes_into_a_pipe_and_not_to_a_terminal() -> None:
    asked = [*PROGRAM, *map(str, SEARCH), "--format", "xlsx"]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    piped = subprocess.run(asked, env=environment, capture_output=True, check=True).stdout
    assert openpyxl.load_workbook(io.BytesIO(piped)).sheetnames == ["lunshu"]
    ours, theirs = pty.openpty()
    done = subprocess.run(
        asked, env=environment, stdout=theirs, stderr=subprocess.PIPE, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "lunshu: xlsx is nothing for a terminal: name a file with -o FILE; "
        "see lunshu search --help\n",
    )


@pytest.mark.parametrize(
    ("command", "first", "rows"),
    [
        (("search", "过不了互联网这一关", "--exact"), "rank", 2),
        (("first", "隐患"), "rank", 3),
        (("similar", "said/讲话集#4"), "id", 1),
        (("dupes", "--limit", 1), "group", 2),
        (("show", "said/讲话集#4"), "rank", 1),
        (("list", "documents"), "doc", 3),
        (("list", "speeches"), "speech", 4),
        (("cite", "said/讲话集#4", "said/讲话集#3"), "id", 2),
        (("trace", "--text", "他说“过不了互联网这一关，就过不了长期执政这一关”"), "kind", 1),
    ],
)
def test_whatever_is_a_list_can_be_a_table(
    lunshu: Lunshu, command: tuple[str, ...], first: str, rows: int
) -> None:
    run = lunshu(*command, "-q", "--format", "csv")
    table = list(csv.reader(io.StringIO(run.out.removeprefix("\ufeff"), newline="")))
    assert (run.code, table[0][0], len(table)) == (0, first, rows + 1)
    assert {len(row) for row in table} == {len(table[0])}
    plain = lunshu(*command, "-q", "--format", "tsv").out
    assert plain.splitlines()[0].split("\t") == table[0]


def test_a_table_of_a_trace_has_a_quotation_beside_its_source(lunshu: Lunshu) -> None:
    said = "他说“过不了互联网这一关，就过不了长期执政这一关”"
    run = lunshu("trace", "--text", said, "-q", "--format", "tsv")
    (row,) = csv.DictReader(io.StringIO(run.out), delimiter="\t")
    asked = ("kind", "match", "text", "source.id", "source.date", "attribution.speech", "sources")
    assert [row[name] for name in asked] == [
        "quotation",
        "exact",
        "过不了互联网这一关，就过不了长期执政这一关",
        "said/讲话集#3",
        "2016-02-19",
        "",
        "said/讲话集#3; said/讲话集#4",
    ]


def test_the_style_of_csl_is_json_of_its_own(lunshu: Lunshu, desk: Path) -> None:
    asked = ("cite", "said/讲话集#4", "-q", "--style", "csl-json")
    plain = json.loads(lunshu(*asked).out)
    assert lunshu(*asked, "-o", "a.json") == Run(0, "", "")
    assert json.loads((desk / "a.json").read_text("utf-8")) == plain
    (other,) = json.loads(lunshu("cite", "said/讲话集#4", "-q", "--format", "json").out)
    assert (other["style"], other["reference"]["id"]) == ("gbt7714", "said/讲话集#4")


def test_bibtex_has_a_suffix_of_its_own(lunshu: Lunshu, desk: Path) -> None:
    asked = ("cite", "said/讲话集#4", "-q", "--style", "bibtex")
    assert lunshu(*asked, "-o", "a.bib") == Run(0, "", "")
    assert (desk / "a.bib").read_text("utf-8") == lunshu(*asked).out
    assert lunshu(*SEARCH, "-o", "b.bib").code == 2


def test_a_file_of_bibtex_has_nothing_else_in_it(lunshu: Lunshu, desk: Path) -> None:
    asked = ("cite", "said/讲话集#4", "-q")
    assert lunshu(*asked, "-o", "a.BIB") == Run(0, "", "")
    assert (desk / "a.BIB").read_text("utf-8") == lunshu(*asked, "--style", "bibtex").out
    assert lunshu(*asked, "-o", "b.bib", "--style", "gbt7714") == Run(
        2,
        "",
        "lunshu: b.bib would be bibtex by its name, and --style says gbt7714: "
        "leave out one of them; see lunshu cite --help\n",
    )
    assert os.listdir(desk) == ["a.BIB"]
    assert lunshu(*asked, "-o", "c.txt", "--style", "gbt7714") == Run(0, "", "")


_TOY_COMMAND = """
from searcher.cli.frame import Answer, answering

@answering("toy", has_parts=False)
def command(opened):
    count = len(opened.searcher.documents())
    return Answer(
        found=True, pages={"text": lambda page: [f"{count} toys"]}, record=lambda: {"toys": count}
    )
"""

_TOY_PROGRAM = """
from indexer.wording.english import help
from searcher.cli import commands, main
from searcher.render import formats

commands.COMMANDS["toy"] = "toy_command"
help.MESSAGES.update(toy_short="Play.", toy="Play with toys.")
formats.FORMATS += (formats.OutputFormat("toys", (".toys",), "records", "toy_format:write"),)
main()
"""

_TOY_FORMAT = """
def write(records):
    return (f"{record.id}!" for record in records)
"""


def test_a_command_or_a_format_is_one_file_and_one_row_with_its_help(desk: Path) -> None:
    (desk / "toy_command.py").write_text(_TOY_COMMAND)
    (desk / "toy_format.py").write_text(_TOY_FORMAT)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(CHECKOUT), str(desk)))}

    def run(*arguments: str) -> tuple[int, str]:
        # The commands are made when they are asked for, so a row that is there before is seen.
        done = subprocess.run(
            [sys.executable, "-c", _TOY_PROGRAM, *arguments],
            env=environment,
            capture_output=True,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).decode("utf-8")

    assert run("toy") == (0, "3 toys\n")
    assert run("toy", "--format", "json") == (0, '{"toys":3}\n')
    assert run("toy", "-o", "a.txt", "-q") == (0, "")
    assert (desk / "a.txt").read_text() == "3 toys\n"
    assert re.search("^  toy +Play.$", run("--help")[1], re.MULTILINE)
    assert "Play with toys." in run("toy", "--help")[1]
    for command in (("search", "过不了互联网这一关", "--exact"), ("first", "过不了互联网这一关")):
        assert run(*command, "-q", "--format", "toys") == (0, "said/讲话集#3!said/讲话集#4!")
        assert run(*command, "-q", "--force", "-o", "a.toys") == (0, "")
        assert (desk / "a.toys").read_text("utf-8") == "said/讲话集#3!said/讲话集#4!"
