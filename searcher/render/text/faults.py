"""What is wrong with source files, for people: many faults of one kind are one line.

broken/a.txt：其中没有正文（按 text 读取）；请补上，或者删除
2,100 个文件，例如 图/001.png：不像文本（PNG 图片）；请先转换为文本（列出全部：…）
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import Final, Protocol, TypeVar

from indexer.wording import say
from indexer.wording.said import Said

MOST_ALIKE: Final = 5
"""How many faults of one kind have a line each; more of them have one together."""

_WRAPPERS: Final = frozenset({"reading.at_line", "reading.rest_indexed"})
"""Messages that say of another message only where it belongs."""


class Fault(Protocol):
    """A file and what is wrong with it."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def reason(self) -> str:
        """What is wrong with it, in one line."""


class Reasoned(Protocol):
    """What has a reason."""

    @property
    def reason(self) -> str:
        """What is wrong, in one line."""


_Reasoned = TypeVar("_Reasoned", bound=Reasoned)


def fault_lines(faults: Iterable[Fault], command: str) -> Iterator[str]:
    """The lines of `faults`, in their order; `command` lists all of those that have no line."""
    for alike in by_kind(faults):
        if len(alike) <= MOST_ALIKE:
            for fault in alike:
                yield say("sources.at", place=fault.path, reason=fault.reason)
        else:
            yield _together(alike, command)


def by_kind(faults: Iterable[_Reasoned]) -> Iterator[list[_Reasoned]]:
    """The faults of each kind, in the order of the first of them."""
    kinds: dict[str, list[_Reasoned]] = {}
    for fault in faults:
        kinds.setdefault(_kind(fault.reason), []).append(fault)
    yield from kinds.values()


def _together(alike: list[Fault], command: str) -> str:
    first = alike[0]
    files = len({fault.path for fault in alike})
    facts = {"path": first.path, "reason": _bare(first.reason), "command": command}
    if files == 1:
        return say("sources.faults_in_file", count=len(alike), **facts)
    return say("sources.faults_in_files", count=files, **facts)


def _kind(reason: str) -> str:
    """What faults of one kind have in common: the message without its facts."""
    bare = _bare(reason)
    return bare.key if isinstance(bare, Said) else bare


def _bare(reason: str) -> str:
    """A reason without the line that it belongs to."""
    while isinstance(reason, Said) and reason.key in _WRAPPERS:
        inner = reason.facts.get("reason")
        if not isinstance(inner, str):
            break
        reason = inner
    return reason


def status_command(index: str) -> str:
    """The command that lists all faults of an index."""
    named = [] if index == "index" else ["--index", index]
    return shlex.join(["lunshu", "status", *named, "--format", "json"])
