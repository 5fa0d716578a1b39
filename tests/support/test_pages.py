"""What is wrong on a page is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import pages


def run(arguments: list[str]) -> tuple[int, str, str]:
    """A command that repeats its arguments, and fails if it has none."""
    return (0, " ".join(arguments) + "\n", "") if arguments else (1, "", "lunshu: nothing\n")


def wrong(session: str) -> list[str]:
    return list(pages.wrong_steps(f"```console\n{session}```\n", run))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "session",
    [
        "$ lunshu one 'two  three'\none two  three\n",
        "$ lunshu one\none\n\n$ lunshu two\ntwo\n",
        "$ lunshu \nlunshu: nothing\n\n$ echo $?\n1\n",
        "$ lunshu b a | tr ' ' '\\n' | sort\na\nb\n",
        "$ lunshu 3.1 s\n0.4 s\n",
        "$ cat a/b.txt\nnew\n\nlines\n\n$ cat a/b.txt\nnew\n\nlines\n",
    ],
)
def test_a_session_that_shows_what_happens_is_right(session: str) -> None:
    assert wrong(session) == []


@pytest.mark.parametrize(
    ("session", "seen"),
    [
        ("$ lunshu one\ntwo\n", ["$ lunshu one\none\n"]),
        ("$ lunshu one\n", ["$ lunshu one\none\n"]),
        ("$ lunshu \nlunshu: nothing\n", ["$ lunshu \nends with 1"]),
        ("$ lunshu one\none\n\n$ echo $?\n1\n", ["$ echo $?\n0\n"]),
        ("$ lunshu \nlunshu: nothing\n\n$ echo $?\n2\n", ["$ echo $?\n1\n"]),
        ("$ cat a.txt\nnew\n\n$ cat a.txt\nold\n", ["$ cat a.txt\nnew\n"]),
    ],
)
def test_a_session_that_shows_anything_else_is_wrong(session: str, seen: list[str]) -> None:
    assert wrong(session) == seen


def test_a_session_has_no_command_that_no_test_runs() -> None:
    with pytest.raises(AssertionError, match="no test runs this: rm -r index"):
        wrong("$ rm -r index\n")


def test_headings_tables_and_links_are_those_outside_of_examples() -> None:
    page = """\
# A `page`, 一页（甲）

| a | b |
|---|---|
| `x\\|y` | [z](b.md#c) |

```sh
# no heading | [no link](a.md)
```

## Again

[there](#again) and [away](https://example.org/a.md)

## Again
"""
    assert pages.levels(page) == [1, 2, 2]
    assert pages.anchors(page) == {"a-page-一页甲", "again", "again-1"}
    assert pages.tables(page) == [[2, 2, 2]]
    assert pages.links(page) == ["b.md#c", "#again"]
    assert pages.path_of("../b.md#c", Path("docs/en/a.md")) == Path("docs/b.md")
    assert pages.path_of("#again", Path("docs/a.md")) == Path("docs/a.md")
