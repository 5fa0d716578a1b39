"""What the documentation shows is what happens."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support import pages
from tests.support.command_line import CHECKOUT, Lunshu
from tests.support.pages import CHINESE, ENGLISH, MANUAL


def as_ids(page: Path) -> str:
    return page.as_posix()


every_page = pytest.mark.parametrize("page", MANUAL, ids=as_ids)
every_pair = pytest.mark.parametrize("page", ENGLISH, ids=as_ids)


@pytest.fixture
def here(desk: Path, seeds: Path, seed_index: Path) -> Path:
    """A working folder in which `./seeds` and `./index` are those of the documentation."""
    (desk / "seeds").symlink_to(seeds)
    shutil.copytree(seed_index, desk / "index")
    return desk


@pytest.mark.usefixtures("here", "at_terminal")
@every_page
def test_the_sessions_show_what_happens(
    page: Path, lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(arguments: list[str]) -> tuple[int, str, str]:
        done = lunshu(*arguments)
        return done.code, done.out, done.err

    monkeypatch.setenv("LUNSHU_LANG", "zh" if page in CHINESE else "en")
    assert list(pages.wrong_steps(pages.read(page), run)) == []


@pytest.mark.usefixtures("here")
@every_page
def test_the_programs_print_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "zh" if page in CHINESE else "en")
    assert list(pages.wrong_programs(page)) == []


@every_page
def test_nothing_that_a_page_shows_goes_untested(page: Path) -> None:
    found = [block.language for block in pages.blocks(pages.read(page))]
    programs = [after for before, after in pairwise(found) if before == "python"]
    assert programs == ["text"] * found.count("python") == ["text"] * found.count("text")
    assert set(found) <= {"console", "python", "text", "sh"}
    assert ("sh" in found) == (page.name.startswith("README"))


def test_every_page_is_in_both_languages() -> None:
    assert sorted(ENGLISH.values()) == sorted(CHINESE)
    assert len(ENGLISH) > 8


@every_pair
def test_both_languages_have_the_same_sections_tables_and_examples(page: Path) -> None:
    english, chinese = pages.read(page), pages.read(ENGLISH[page])
    for part in (pages.levels, pages.tables, pages.commands):
        assert part(english) == part(chinese), part.__name__


@every_pair
def test_both_languages_link_to_the_same_pages(page: Path) -> None:
    twins = {path.as_posix(): twin.as_posix() for path, twin in ENGLISH.items()}

    def targets(path: Path) -> list[str]:
        return sorted(
            pages.path_of(link, path).as_posix() for link in pages.links(pages.read(path))
        )

    twin = ENGLISH[page]
    expected = [twins.get(target, target) for target in targets(page)]
    if page.name == "README.md":  # each names the other
        expected.remove(twin.as_posix())
        expected.append(page.as_posix())
    assert sorted(expected) == targets(twin)


@pytest.mark.parametrize("page", CHINESE, ids=as_ids)
def test_chinese_is_set_as_chinese(page: Path) -> None:
    text = re.sub(r"`[^`\n]+`", "x", re.sub(r"\]\(\S+?\)", "]", pages.prose(pages.read(page))))
    han, mark = "[\u4e00-\u9fff]", "[，。；：、！？（）《》“”…]"
    for wrong in (
        rf"{han}[,;:?!()]|[,;:?!()]{han}",  # a half-width mark
        rf"{han}[A-Za-z0-9]|[A-Za-z]{han}",  # no blank between Chinese and Latin
        rf"{han}\n(?:{han}|{mark})|{mark} {han}",  # a line break or blank that is seen
        rf"{mark}\*\*{han}",  # asterisks that Markdown leaves as they stand
    ):
        assert re.findall(wrong, re.sub(r"（[^）]*\d年[^）]*）|7亿", "", text)) == []


def test_readme_is_about_one_screen() -> None:
    for page in ("README.md", "README.zh-CN.md"):
        assert len(pages.read(Path(page)).splitlines()) < 90


def test_the_contents_name_every_page() -> None:
    contents = Path("docs", "README.md")
    listed = {pages.path_of(link, contents) for link in pages.links(pages.read(contents))}
    assert listed == {page for page in MANUAL if page.parent != Path()}
    for page in (contents, Path("README.md"), Path("README.zh-CN.md")):
        for name, link in pages.named_links(pages.read(page)):
            target = pages.path_of(link, page)
            if target.parent.name in ("en", "zh"):
                assert (1, name) == pages.headings(pages.read(target))[0]
    for page in (Path("README.md"), Path("README.zh-CN.md")):
        linked = {pages.path_of(link, page) for link in pages.links(pages.read(page))}
        language = MANUAL if page in ENGLISH else CHINESE
        folder = "en" if page in ENGLISH else "zh"
        assert {path for path in language if path.parent.name == folder} <= linked


def test_readme_gives_the_two_commands_that_every_check_begins_with() -> None:
    (english,), (chinese,) = (
        [block.text for block in pages.blocks(pages.read(page)) if block.language == "sh"]
        for page in (Path("README.md"), Path("README.zh-CN.md"))
    )
    assert english == chinese
    assert len(english.splitlines()) == 2
    section = re.split(r"^## ", pages.read(Path("README.md")), flags=re.MULTILINE)[1]
    assert section.startswith("Install and test\n")
    assert f"```sh\n{english}```" in section


@pytest.mark.parametrize("page", pages.ALL, ids=as_ids)
def test_links_lead_to_a_file_and_a_heading_that_are_there(page: Path) -> None:
    for link in pages.links(pages.read(page)):
        target = pages.path_of(link, page)
        assert (CHECKOUT / target).exists(), link
        _, _, anchor = link.partition("#")
        assert not anchor or anchor in pages.anchors(pages.read(target)), link


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
        ("COMMANDS", "searcher/cli/commands/__init__.py"),
        ("FORMATS", "searcher/render/formats.py"),
        ("STYLES", "searcher/citing/styles/__init__.py"),
        ("FORMATS", "indexer/formats/__init__.py"),
        ("KINDS", "indexer/facts/__init__.py"),
        ("READING", "indexer/model/recipe.py"),
        ("_LABELS", "indexer/facts/heads/labels.py"),
        ("NAMES", "indexer/formats/front_matter.py"),
        ("_TABLE", "indexer/facts/speech_names.py"),
        ("FORMS", "indexer/facts/speeches/forms.py"),
        ("_KINDS", "indexer/facts/works/volumes.py"),
        ("_NUMBERINGS", "indexer/facts/compendium/chapters.py"),
        ("KNOWN", "indexer/facts/people.py"),
        ("BookForm", "indexer/facts/compendium/layout.py"),
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
