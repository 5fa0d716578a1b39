"""A regular expression written anew for folded text and for the engine that runs it.

Plain characters are folded, and nothing else: a run of them as a whole, so that blanks go where
folding drops them; a repeated one, and those of a class, one by one. A blank beside anything but
a plain character becomes optional, because what stands there decides whether folded text keeps it.

    >>> from searcher.language.regex.parser import parse_regex
    >>> source_of(parse_regex("/規 则[Ａ-Ｃ].＊/", 1, 11))
    '规则(?:[abcＡ-Ｃ]).\\\\*'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby
from typing import Final

from indexer.text.folding import fold
from indexer.text.simplified import TRADITIONAL
from searcher.language.regex.tree import (
    Backreference,
    Character,
    Choice,
    Group,
    Kind,
    Node,
    OneOf,
    Repeat,
    Sequence,
)

_OPTIONAL_BLANK: Final = "(?: ?)"

_FOLDING_BLOCKS: Final = (
    (0x0, 0x3400),
    (0xA640, 0xAC00),
    (0xF900, 0x10000),
    (0x10400, 0x11900),
    (0x16E40, 0x16E60),
    (0x1CCD6, 0x1CD00),
    (0x1D100, 0x1D800),
    (0x1E000, 0x1F300),
    (0x1FBF0, 0x1FC00),
    (0x2F800, 0x2FA20),
)
"""Where in Unicode characters stand that fold, besides those of `TRADITIONAL`: half-open."""


def source_of(tree: Node) -> str:
    """The regular expression that finds in folded text what `tree` means."""
    return _branches(tree, outermost=True)


def strings_of(sequence: Node, *, outermost: bool = False) -> list[Node | str]:
    """The parts of `sequence`, with every run of plain characters folded to one string.

    Blanks at the edge of a run become a string of one optional blank, which is "" here; at the
    edge of the whole expression they are dropped, as folding does at the edge of a text.
    """
    parts = sequence.parts if isinstance(sequence, Sequence) else (sequence,)
    found: list[Node | str] = []
    for plain, group in groupby(parts, lambda part: isinstance(part, Character)):
        if not plain:
            found += group
            continue
        text = "".join(part.text for part in group if isinstance(part, Character))
        inner = fold(text)
        found += [""] if _compatible(text[0])[0].isspace() else []
        found += [inner] if inner else []
        found += [""] if inner and _compatible(text[-1])[-1].isspace() else []
    if outermost:
        found = found[1:] if found[:1] == [""] else found
        found = found[:-1] if found[-1:] == [""] else found
    return found


def _compatible(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def _branches(node: Node, *, outermost: bool = False) -> str:
    branches = node.branches if isinstance(node, Choice) else (node,)
    return "|".join(_sequence(branch, outermost=outermost) for branch in branches)


def _sequence(node: Node, *, outermost: bool) -> str:
    return "".join(
        _plain(part) if isinstance(part, str) else _source(part)
        for part in strings_of(node, outermost=outermost)
    )


def _plain(folded: str) -> str:
    return re.escape(folded) if folded else _OPTIONAL_BLANK


def _source(node: Node) -> str:
    if isinstance(node, Kind):
        return node.code
    if isinstance(node, OneOf):
        return _one_of(node)
    if isinstance(node, Backreference):
        return f"(?:\\{node.number})"
    if isinstance(node, Repeat):
        return _repeat(node)
    if isinstance(node, Group):
        return f"{node.opening}{_branches(node.inner)})"
    return _branches(node)


def _repeat(node: Repeat) -> str:
    if isinstance(node.inner, Character) and not fold(node.inner.text):
        return _OPTIONAL_BLANK  # folded text never holds two blanks in a row
    most = "" if node.most is None else node.most
    return f"(?:{_source(node.inner)}){{{node.least},{most}}}{node.style}"


def _one_of(node: OneOf) -> str:
    """A class; characters that fold to several ones stand beside it."""
    kinds = [item.code for item in node.items if isinstance(item, Kind)]
    ranges = [item for item in node.items if isinstance(item, tuple)]
    folded = {fold(item) or " " for item in node.items if isinstance(item, str)}
    folded.update(chain.from_iterable(_folded_range(*ends) for ends in ranges))
    several = {text for text in folded if len(text) > 1}
    if node.excluded:
        # None of these stands in folded text; one that is a run of one mark (…) still means that.
        folded |= {text[0] for text in several if len(set(text)) == 1}
    inside = "".join(
        [
            *(re.escape(character) for character in sorted(folded - several)),
            *("-".join(map(re.escape, ends)) for ends in ranges),
            *kinds,
        ]
    )
    if node.excluded:
        return f"[^{inside}]" if inside else "."
    branches = [re.escape(text) for text in sorted(several, key=lambda text: (-len(text), text))]
    return f"(?:{'|'.join([*branches, f'[{inside}]'] if inside else branches)})"


def _folded_range(first: str, last: str) -> Iterator[str]:
    """What the characters from `first` to `last` fold to, where it lies outside of them.

    What they are themselves may stay in the class: if it folds, no folded text holds it.
    """
    for character in _folding_characters():
        if first <= character <= last:
            folded = fold(character) or " "
            if not (len(folded) == 1 and first <= folded <= last):
                yield folded


@lru_cache(1)
def _folding_characters() -> tuple[str, ...]:
    """All characters that fold to something else than themselves."""
    every = chain(TRADITIONAL, *(map(chr, range(first, last)) for first, last in _FOLDING_BLOCKS))
    return tuple(character for character in every if fold(character) != character)
