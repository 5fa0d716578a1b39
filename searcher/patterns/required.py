"""Which strings a text must hold for a regular expression to match it.

Only what is simple and certain: runs of plain characters that are not optional, the branches of a
choice, what is repeated at least once. Everything else says nothing.

    >>> from searcher.language.regex.parser import parse_regex
    >>> required_of(parse_regex("/核心.*(技术|科技)+x?/", 1, 15))
    (('核心', '技术'), ('核心', '科技'))
"""

from __future__ import annotations

from typing import Final

from indexer.text.folding import fold
from searcher.language.regex.tree import Character, Choice, Group, Node, Repeat, Sequence
from searcher.patterns.alternatives import UNKNOWN, Alternatives, all_of, any_of
from searcher.patterns.regex_source import strings_of

_PLAIN_GROUPS: Final = ("(", "(?:", "(?>")


def required_of(tree: Node) -> Alternatives:
    """What a text must hold for `tree` to match it."""
    if isinstance(tree, Character):
        folded = fold(tree.text)
        return ((folded,),) if folded else UNKNOWN
    if isinstance(tree, Choice):
        return any_of([required_of(branch) for branch in tree.branches])
    if isinstance(tree, Group) and tree.opening in _PLAIN_GROUPS:
        return required_of(tree.inner)
    if isinstance(tree, Repeat) and tree.least > 0:
        return required_of(tree.inner)
    if isinstance(tree, Sequence):
        return _required_of_all(tree)
    return UNKNOWN


def _required_of_all(sequence: Sequence) -> Alternatives:
    parts: list[Alternatives] = []
    for part in strings_of(sequence):
        if isinstance(part, str):
            parts.append(((part,),) if part else UNKNOWN)
        else:
            parts.append(required_of(part))
    return all_of(parts)
