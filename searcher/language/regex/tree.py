"""The tree of a regular expression: what its marks mean, and which characters are plain ones.

Only plain characters are compared with folded text, so only they are to be folded; and a string
that every match contains is a run of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Character:
    """A character that stands for itself, as written; an escape such as \\u4e00 names one too."""

    text: str


@dataclass(frozen=True, slots=True)
class Special:
    """One character of a kind, or a place between characters: `.`, \\d, \\p{Han}, ^, \\b."""

    code: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """One character of a class, or any other one: [规則Ａ-Ｃ\\d], [^。]."""

    items: tuple[str | tuple[str, str] | Special, ...]
    excluded: bool


@dataclass(frozen=True, slots=True)
class Group:
    """What is between brackets; `opening` is ( or (?: or (?= and so on, without a name."""

    inner: RegexNode
    opening: str


@dataclass(frozen=True, slots=True)
class Backreference:
    """The text that the group of this number has matched."""

    number: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """`inner` at least `least` times; `style` is "?" for few, "+" for all or nothing."""

    inner: RegexNode
    least: int
    most: int | None
    style: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One part after the other."""

    parts: tuple[RegexNode, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of two or more branches; the first that leads to a match is taken."""

    branches: tuple[RegexNode, ...]


RegexNode: TypeAlias = (
    "Character | Special | OneOf | Group | Backreference | Repeat | Sequence | Choice"
)


def size_of(node: RegexNode) -> int:
    """How large the engine makes `node`: it writes out what must be repeated, and once more."""
    if isinstance(node, Repeat):
        return size_of(node.inner) * (node.least + 1)
    if isinstance(node, Group):
        return 1 + size_of(node.inner)
    if isinstance(node, Sequence):
        return sum(map(size_of, node.parts)) + 1
    if isinstance(node, Choice):
        return sum(map(size_of, node.branches))
    return len(node.items) if isinstance(node, OneOf) else 1
