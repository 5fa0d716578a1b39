"""What has changed has the tests of its room, those named after it, and those that import it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.changed_tests import changed_files, find_tests

TREE = {
    "pyproject.toml": "",
    "README.md": "",
    "indexer/planning.py": "",
    "indexer/text/folding.py": "",
    "indexer/wording/chinese/help.py": "",
    "searcher/searcher.py": "",
    "tests/conftest.py": "",
    "tests/benchmarks/test_guard.py": "",
    "tests/docs/test_docs.py": "",
    "tests/indexer/pipeline/test_planning.py": "from indexer import planning",
    "tests/indexer/text/test_folding.py": "from indexer.text.folding import fold",
    "tests/indexer/text/test_zones.py": "",
    "tests/indexer/wording/test_wording.py": "",
    "tests/searcher/ranking/golden/seeds.json": "{}",
    "tests/searcher/ranking/test_golden.py": "from tests.support.asking import ask",
    "tests/searcher/test_searcher.py": "import searcher.searcher",
    "tests/support/asking.py": "import tests.support.corpus",
    "tests/support/corpus.py": "",
    "tests/support/unused.py": "",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name, text in TREE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ([], None),
        (["LICENSE"], None),
        (["README.md"], ["tests/docs"]),
        (["benchmarks/guard.py"], ["tests/benchmarks"]),
        (["indexer/planning.py"], ["tests/indexer/pipeline/test_planning.py"]),
        (
            ["indexer/text/folding.py"],
            ["tests/indexer/text", "tests/indexer/text/test_folding.py"],
        ),
        (["indexer/wording/chinese/help.py"], ["tests/indexer/wording"]),
        (["searcher/searcher.py"], ["tests/searcher/test_searcher.py"]),
        (["searcher/unheard_of.py"], []),
        (["tests/indexer/text/test_zones.py"], ["tests/indexer/text/test_zones.py"]),
        (["tests/indexer/text/test_gone.py"], None),
        (["tests/support/corpus.py"], ["tests/searcher/ranking/test_golden.py"]),
        (["tests/support/unused.py"], []),
        (["tests/searcher/ranking/golden/seeds.json"], ["tests/searcher/ranking"]),
        (["README.md", "tests/conftest.py"], []),
        (["pyproject.toml"], []),
        (
            ["README.md", "indexer/planning.py"],
            ["tests/docs", "tests/indexer/pipeline/test_planning.py"],
        ),
    ],
)
def test_the_tests_of_a_change_are_found_and_all_run_where_none_is(
    changed: list[str], tests: list[str] | None, checkout: Path
) -> None:
    assert find_tests(changed, checkout) == tests


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_what_was_changed_committed_and_added_since_has_changed(checkout: Path) -> None:
    def git(*arguments: str) -> None:
        given = ["-c", "user.name=me", "-c", "user.email=me@example.org"]
        subprocess.run(["git", "-C", str(checkout), *given, *arguments], check=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "one")
    assert changed_files(checkout, "main") == []
    (checkout / "README.md").write_text("新", "utf-8")
    git("checkout", "-qb", "other")
    git("commit", "-qam", "two")
    (checkout / "indexer/planning.py").unlink()
    (checkout / "indexer/新.py").touch()
    assert changed_files(checkout, "main") == [
        "README.md",
        "indexer/planning.py",
        "indexer/新.py",
    ]
