"""Lines that no marks divide, and how they become paragraphs.

Paragraphs are separated by blank lines. Between these, lines are paragraphs of their own when they
are long, end sentences or begin with a number or bullet; otherwise they are broken at a width and
join again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.formats.blocks import Block, stanzas, without
from indexer.formats.hard_wraps import paragraph_blocks

_RULE = re.compile(r"\s*[-=*_~─—][-=*_~─—\s]{2,}")


def without_rules(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines without drawn rules, which separate paragraphs like a blank line."""
    rules = [_RULE.fullmatch(block.text) is not None for block in blocks]
    return tuple(without(blocks, rules))


def plain_paragraphs(lines: Iterable[Block]) -> Iterator[Block]:
    """The paragraphs that lines are."""
    for stanza in stanzas(lines):
        yield from paragraph_blocks(stanza)
