"""The pages of the manual: what is on them, and the examples, run as a reader would run them.

A page has blocks of four kinds that something runs:

- `console`: a session. `$ lunshu …` is followed by what the terminal shows, and ends well unless
  `$ echo $?` is below it; it may be piped into another program. `$ cat FILE` shows a file: one
  that is not there is put there.
- `python`: a part of the page's program, followed by a block `text` of what it prints.
- `sh`: commands that `.ci/run` takes out of the README.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.support.command_line import CHECKOUT

ENGLISH = {
    Path("README.md"): Path("README.zh-CN.md"),
    **{
        path.relative_to(CHECKOUT): Path("docs", "zh", path.name)
        for path in sorted((CHECKOUT / "docs" / "en").glob("**/*.md"))
    },
}
"""Every English page, and where the same stands in Chinese."""
CHINESE = [
    Path("README.zh-CN.md"),
    *(path.relative_to(CHECKOUT) for path in sorted((CHECKOUT / "docs" / "zh").glob("**/*.md"))),
]
MANUAL = [*ENGLISH, *CHINESE]
ALL = [
    path.relative_to(CHECKOUT)
    for pattern in ("*.md", "docs/**/*.md", "benchmarks/*.md")
    for path in sorted(CHECKOUT.glob(pattern))
]
"""Every page there is."""

_FENCED = re.compile(r"^(`{3,})(\w*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")
_STEP = re.compile(r"^\$ (.*)\n", re.MULTILINE)
_VARIES = (
    (re.compile(r'("took_ms": ?)[\d.]+'), r"\g<1>0"),
    (re.compile(r"\d+\.\d (s|秒)"), r"0.0 \1"),
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"), "2026-01-01 00:00:00"),
    (re.compile(r"Unicode \d+\.\d+\.\d+"), "Unicode 0.0.0"),
)
"""What differs from run to run: how long it took, when it was, and which Python ran it."""
HOME = "/home/me"
"""The folder that a session shows for the one in which it was run."""


@dataclass(frozen=True)
class Block:
    """A fenced block and its language, empty where none is named."""

    language: str
    text: str


@dataclass(frozen=True)
class Step:
    """A command of a session, and what the page shows below it."""

    command: str
    shown: str


def read(page: Path) -> str:
    """The text of a page, given by its path below the checkout."""
    return (CHECKOUT / page).read_text("utf-8")


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(found[2], found[3]) for found in _FENCED.finditer(text)]


def prose(text: str) -> str:
    """A page without its fenced blocks."""
    return _FENCED.sub("", text)


def headings(text: str) -> list[tuple[int, str]]:
    """The headings of a page, each with its level."""
    return [(len(marks), title) for marks, title in _HEADING.findall(prose(text))]


def levels(text: str) -> list[int]:
    """The levels of the headings of a page, in order."""
    return [level for level, _ in headings(text)]


def commands(text: str) -> list[str]:
    """What a reader is shown to type: the commands of sessions, and programs."""
    programs = [block.text for block in blocks(text) if block.language in ("python", "sh")]
    return [step.command for step in steps(text)] + programs


def anchors(text: str) -> set[str]:
    """The names by which a link leads to the headings of a page, as GitHub makes them."""
    names = [
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for _, title in headings(text)
    ]
    seen = (names[:index].count(name) for index, name in enumerate(names))
    return {f"{name}-{again}" if again else name for name, again in zip(names, seen, strict=True)}


def tables(text: str) -> list[list[int]]:
    """How many cells each row of each table has."""
    rows = re.findall(r"(?:^\|.*\|$\n?)+", prose(text), re.MULTILINE)
    return [
        [len(re.findall(r"(?<!\\)\|", row)) - 1 for row in table.splitlines()] for table in rows
    ]


def named_links(text: str) -> list[tuple[str, str]]:
    """What links and pictures of a page say, and where they lead, unless that is another site."""
    found: list[tuple[str, str]] = _LINK.findall(prose(text))
    return [(name, target) for name, target in found if not re.match(r"\w+:", target)]


def links(text: str) -> list[str]:
    """The targets of the links and pictures of a page."""
    return [target for _, target in named_links(text)]


def path_of(link: str, page: Path) -> Path:
    """The path below the checkout that a link on a page leads to; the page itself for `#…`."""
    target = link.partition("#")[0]
    return Path(os.path.normpath(page.parent / target)) if target else page


def steps(text: str) -> list[Step]:
    """The steps of the sessions of a page, in order."""
    return [step for block in blocks(text) if block.language == "console" for step in _steps(block)]


def _steps(block: Block) -> Iterator[Step]:
    before, *parts = _STEP.split(block.text)
    assert not before, f"a session begins with a command, not with {before!r}"
    for command, shown in zip(parts[::2], parts[1::2], strict=True):
        yield Step(command, shown)


def wrong_steps(text: str, run: Callable[[list[str]], tuple[int, str, str]]) -> Iterator[str]:
    """What the sessions of a page show otherwise than it happens in the working folder.

    Args:
        text: the page.
        run: runs lunshu, and gives its exit code and what it wrote to both streams.
    """
    session = steps(text)
    code = 0
    for step, following in pairwise([*session, Step("", "")]):
        program, _, rest = step.command.partition(" ")
        if step.command == "echo $?":
            happened = {f"{code}\n"}
        elif program == "cat":
            file = Path(rest)
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(step.shown.removesuffix("\n"), "utf-8")
            happened = {file.read_text("utf-8")}
        elif program == "lunshu":
            command, _, pipe = rest.partition(" | ")
            code, out, err = run(shlex.split(command))
            happened = {out + err, err + out}
            if code and (pipe or following.command != "echo $?"):
                yield f"$ {step.command}\nends with {code}"
            if pipe:
                happened = {_piped(out, pipe) + err}
        else:
            raise AssertionError(f"no test runs this: {step.command}")
        if _constant(step.shown) not in map(_constant, happened):
            yield f"$ {step.command}\n" + max(happened)


def _piped(text: str, command: str) -> str:
    """What a shell command makes of a text."""
    return subprocess.run(
        command, shell=True, input=text, capture_output=True, encoding="utf-8", check=True
    ).stdout


def wrong_programs(page: Path) -> Iterator[str]:
    """What the programs of a page print, where the block below shows something else."""
    names: dict[str, object] = {"__name__": "__main__"}
    found = blocks(read(page))
    for block, following in pairwise([*found, Block("", "")]):
        if block.language == "python":
            out = io.StringIO()
            with redirect_stdout(out):
                exec(compile(block.text, str(page), "exec"), names)
            shown = following.text if following.language == "text" else ""
            if out.getvalue() != shown:
                yield f"{block.text}prints\n{out.getvalue()}"


def _constant(shown: str) -> str:
    for pattern, constant in _VARIES:
        shown = pattern.sub(constant, shown)
    return shown.replace(str(Path.cwd()), HOME).strip("\n")
