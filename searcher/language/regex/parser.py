"""Regular expressions parsed to trees.

They are those of Python's `re`, save what would mean nothing over folded text (flags), what can
be written plainly otherwise (conditions, octal numbers), and what is larger than an engine can
take. Parsing them here rather than in the engine separates plain characters from marks, points
errors at the character that was typed, and lets nothing through that the engine need not know.

    >>> parse_regex("/.?/", 1, 3)
    Sequence(parts=(Repeat(inner=Special(code='.'), least=0, most=1, style=''),))
"""

from __future__ import annotations

import re
from typing import Final

from indexer.errors import QueryError
from indexer.wording import say
from searcher.language.regex.characters import bad_regex, read_class, read_escape
from searcher.language.regex.tree import (
    Backreference,
    Character,
    Choice,
    Group,
    RegexNode,
    Repeat,
    Sequence,
    Special,
    size_of,
)

MAX_SIZE: Final = 10_000
"""How large a regular expression may be, in characters and marks; repetitions count each time."""

MAX_DEPTH: Final = 50
"""How deep groups may be nested."""

_LAST_REFERENCE: Final = 99
_QUANTIFIER = re.compile(
    r"(?:[*+?]|\{(?=[0-9,])(?P<least>[0-9]{0,9})(?P<comma>,?)(?P<most>[0-9]{0,9})\})(?P<style>[?+]?)"
)
_SIGNS: Final[dict[str, tuple[int, int | None]]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_GROUP = re.compile(
    r"""\((?:
        (?!\?)
        | \?(?P<kind>:|=|!|<=|<!|>)
        | \?P<(?P<name>[^\W\d]\w*)>
        | \?P=(?P<reference>[^\W\d]\w*)\)
        | \?(?P<comment>\#[^)]*\))
        | \?[imsu]{1,4}(?P<flags>[:)])
    )""",
    re.VERBOSE,
)
_PLACES: Final = ("^", "$", "\\b", "\\B", "\\A", "\\Z")
_AROUND: Final = ("(?=", "(?!", "(?<=", "(?<!")


def parse_regex(query: str, start: int, end: int) -> RegexNode:
    """The tree of the regular expression from `start` to `end` in `query`.

    Raises:
        QueryError: it is malformed or too large.
    """
    parser = _Parser(query, start, end)
    tree = parser.choice(0)
    if parser.position < end:
        raise bad_regex(query, parser.position, say("regex.stray_bracket"))
    if size_of(tree) > MAX_SIZE:
        raise bad_regex(query, start, say("regex.large", most=MAX_SIZE))
    return tree


class _Parser:
    """Where in the expression reading is, and which groups it has met."""

    def __init__(self, query: str, start: int, end: int) -> None:
        self.position = start
        self._query = query
        self._start = start
        self._end = end
        self._groups = 0
        self._open: set[int] = set()
        self._names: dict[str, int] = {}

    def choice(self, depth: int) -> RegexNode:
        """Everything up to the bracket that closes this group."""
        branches = [self._sequence(depth)]
        while self._at("|"):
            self.position += 1
            branches.append(self._sequence(depth))
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _sequence(self, depth: int) -> RegexNode:
        parts: list[RegexNode] = []
        while self.position < self._end and self._query[self.position] not in "|)":
            part = self._atom(depth)
            if part is not None:
                parts.append(self._repeated(part))
        return Sequence(tuple(parts))

    def _atom(self, depth: int) -> RegexNode | None:
        """What is at this place, without its quantifier; None for a comment."""
        query, position = self._query, self.position
        character = query[position]
        if character == "(":
            return self._group(depth)
        if character == "[":
            node, self.position = read_class(query, position, self._end)
            return node
        if character == "\\":
            escape, self.position = read_escape(query, position, self._end, in_class=False)
            if isinstance(escape, Backreference):
                self._check_reference(position, escape.number)
            return escape
        if character in "*+?{":
            if character == "{":
                raise bad_regex(query, position, say("regex.brace_repeats_nothing"))
            raise bad_regex(query, position, say("regex.nothing_to_repeat", mark=character))
        self.position += 1
        return Special(character) if character in ".^$" else Character(character)

    def _repeated(self, node: RegexNode) -> RegexNode:
        """`node` with the quantifier after it, if there is one."""
        query, position = self._query, self.position
        found = _QUANTIFIER.match(query, position, self._end)
        if found is None:
            if self._at("{"):
                raise bad_regex(query, position, say("regex.count_or_mark"))
            return node
        if _is_place(node):
            raise bad_regex(query, position, say("regex.nothing_to_repeat", mark=query[position]))
        self.position = found.end()
        if self.position < self._end and query[self.position] in "*+?{":
            raise bad_regex(query, self.position, say("regex.repeated_again"))
        least, most = self._counts(found)
        return Repeat(node, least, most, found["style"])

    def _counts(self, found: re.Match[str]) -> tuple[int, int | None]:
        if found["comma"] is None:
            return _SIGNS[found.group()[0]]
        if not (found["least"] or found["most"]):
            raise bad_regex(self._query, found.start(), say("regex.count_form"))
        least = int(found["least"] or 0)
        most = least if not found["comma"] else int(found["most"]) if found["most"] else None
        if most is not None and least > most:
            raise bad_regex(self._query, found.start(), say("regex.count_order"))
        if max(least, most or 0) > MAX_SIZE:
            raise bad_regex(self._query, found.start(), say("regex.count_large", most=MAX_SIZE))
        return least, most

    def _group(self, depth: int) -> RegexNode | None:
        query, opening = self._query, self.position
        found = _GROUP.match(query, opening, self._end)
        if found is None or (found["flags"] == ")" and opening > self._start):
            raise self._unknown_group(opening)
        self.position = found.end()
        if found["comment"] or found["flags"] == ")":
            return None
        if found["reference"]:
            return self._named_reference(opening, found["reference"])
        if depth == MAX_DEPTH:
            raise bad_regex(query, opening, say("regex.groups_deep", most=MAX_DEPTH))
        kind = "(?:" if found["flags"] else found.group() if found["kind"] else "("
        number = self._open_group(opening, found["name"]) if kind == "(" else 0
        inner = self.choice(depth + 1)
        if not self._at(")"):
            raise bad_regex(query, opening, say("regex.unclosed_group"))
        self.position += 1
        self._open.discard(number)
        return Group(inner, kind)

    def _open_group(self, opening: int, name: str | None) -> int:
        self._groups += 1
        self._open.add(self._groups)
        if name in self._names:
            raise bad_regex(self._query, opening, say("regex.two_groups", name=name))
        if name:
            self._names[name] = self._groups
        return self._groups

    def _named_reference(self, position: int, name: str) -> Backreference:
        number = self._names.get(name, 0)
        self._check_reference(position, number)
        return Backreference(number)

    def _check_reference(self, position: int, number: int) -> None:
        if not 0 < number <= min(self._groups, _LAST_REFERENCE) or number in self._open:
            raise bad_regex(self._query, position, say("regex.no_group"))

    def _unknown_group(self, opening: int) -> QueryError:
        return bad_regex(self._query, opening, say("regex.group_opening"))

    def _at(self, mark: str) -> bool:
        return self._query.startswith(mark, self.position, self._end)


def _is_place(node: RegexNode) -> bool:
    """Whether `node` is a place between characters, which cannot be repeated."""
    if isinstance(node, Group):
        return node.opening in _AROUND
    return isinstance(node, Special) and node.code in _PLACES
