"""What the documentation shows is what happens."""

from __future__ import annotations

import io
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from searcher.cli.program import run
from tests.support.command_line import CHECKOUT

READMES = ("README.md", "README.zh-CN.md")
LANGUAGES = {"README.md": "en", "README.zh-CN.md": "zh"}
"""The language of the messages that a page shows."""


def blocks(page: str, language: str) -> list[str]:
    text = (CHECKOUT / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture
def here(tmp_path: Path, seeds: Path, seed_index: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder in which `./seeds` and `./index` are those of the documentation."""
    (tmp_path / "seeds").symlink_to(seeds)
    (tmp_path / "index").symlink_to(seed_index)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("page", READMES)
def test_the_session_prints_what_the_page_shows(
    page: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", LANGUAGES[page])
    sessions = blocks(page, "console")
    (article,) = re.findall(r"^\$ cat article.txt\n(.+\n)", sessions[0], re.MULTILINE)
    Path("article.txt").write_text(article, "utf-8")
    steps = [
        step
        for session in sessions
        for step in re.split(r"^\$ lunshu (.*)\n", session, flags=re.MULTILINE)[1:]
    ]
    assert len(steps) >= 8
    for command, shown in zip(steps[::2], steps[1::2], strict=True):
        assert run(shlex.split(command)) == 0
        assert capsys.readouterr().out.strip("\n") == shown.strip("\n"), command


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("page", READMES)
def test_the_library_example_runs(page: str) -> None:
    (example,) = blocks(page, "python")
    assert len([line for line in example.splitlines() if line]) <= 8
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(example, page, "exec"), {})
    total, *hits = out.getvalue().splitlines()
    assert total.split() == ["9", "paragraphs" if page == "README.md" else "段"]
    assert len(hits) == 3
    assert all(hit.endswith("核心技术") for hit in hits)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("page", READMES)
def test_the_explanation_is_what_the_page_shows(
    page: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", LANGUAGES[page])
    (session,) = blocks(page, "text")
    command, shown = session.removeprefix("$ lunshu ").split("\n", 1)
    assert run(shlex.split(command)) == 1
    assert capsys.readouterr().out.strip("\n") == shown.strip("\n")


def test_both_pages_give_the_same_commands() -> None:
    assert blocks("README.md", "sh") == blocks("README.zh-CN.md", "sh")
    (commands,) = blocks("README.md", "sh")
    assert len(commands.splitlines()) == 2


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in CHECKOUT.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
            assert (CHECKOUT / target).exists(), f"{page.name}: {target}"


def test_what_contributors_are_pointed_to_is_there() -> None:
    text = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
    words = re.findall(r"[\w./-]*\w", text)
    named = {word for word in words if re.search(r"\w/\w|\.(md|toml|yaml)$", word)}
    named -= {".venv/bin/python"}
    assert len(named) > 20
    assert [path for path in sorted(named) if not (CHECKOUT / path).exists()] == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Facts", "indexer/model/fields.py"),
        ("Answer", "searcher/cli/frame.py"),
        ("answering", "searcher/cli/frame.py"),
        ("COMMANDS", "searcher/cli/commands.py"),
        ("FORMATS", "searcher/render/formats.py"),
        ("READERS", "indexer/readers/__init__.py"),
        ("READING", "indexer/model/recipe.py"),
        ("assert_linear", "tests/support/growth.py"),
    ],
)
def test_what_contributors_are_told_to_add_to_is_where_they_are_told(name: str, path: str) -> None:
    text = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
    assert re.search(rf"`{name}`[^#]*?`{path}`", text)
    code = (CHECKOUT / path).read_text("utf-8")
    assert re.search(rf"^(?:class |def )?{name}\b", code, re.MULTILINE)


def test_every_dependency_has_its_reason() -> None:
    listed = re.findall(r'^    "([A-Za-z]+)[>=]', (CHECKOUT / "pyproject.toml").read_text(), re.M)
    runtime = listed[: listed.index("pytest")]
    reasons = (CHECKOUT / "ARCHITECTURE.md").read_text("utf-8")
    assert runtime
    assert [name for name in runtime if f"| {name} |" not in reasons] == []


def test_every_package_is_installed() -> None:
    (listed,) = re.findall(
        r"^packages = \[\n(.*?)^\]", (CHECKOUT / "pyproject.toml").read_text(), re.M | re.S
    )
    folders = [
        path.parent
        for name in ("indexer", "lunshu", "searcher")
        for path in (CHECKOUT / name).rglob("__init__.py")
    ]
    names = sorted(".".join(folder.relative_to(CHECKOUT).parts) for folder in folders)
    assert re.findall(r'"(.+?)"', listed) == names
