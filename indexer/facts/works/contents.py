"""Contents pages: titles that come again, where the works are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from indexer.facts.furniture.contents import plain_title
from indexer.facts.works.date_lines import may_be_title
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells
from indexer.text.typography import ends_sentence

_HEADING = re.compile(
    r"[《【\[]?\s*(?:目\s*[录次錄]|总\s*目\s*[录次]?|CONTENTS|Contents)\s*[》】\]]?"
)
_TEXT = 80
"""In cells: a line that is wider and ends a sentence is text and no entry."""
_FEWEST = 3
_MOST_HEADINGS = 20  # in one stretch; more of them head something else
_LONGEST_HEADING = 200  # characters


def contents_pages(
    blocks: Sequence[Block], begin: int, end: int, titles: Collection[str]
) -> tuple[list[int], set[str]]:
    """Which blocks are a contents page, and the titles that it names.

    Args:
        blocks: all blocks.
        begin: the index of the first that may be one.
        end: that of the first that is none.
        titles: what comes again, as `plain_title`.
    """
    found: list[int] = []
    at, headings = begin, 0
    while at < end:
        headed = _HEADING.fullmatch(blocks[at].text[:_LONGEST_HEADING].strip()) is not None
        headings += headed
        run = _run(blocks, at, end, titles, headed and headings <= _MOST_HEADINGS)
        found += run
        at = run[-1] + 1 if run else at + 1
    named = {plain_title(blocks[at].text) for at in found if may_be_title(blocks[at].text)}
    return found, named - {""}


def _run(
    blocks: Sequence[Block], at: int, end: int, titles: Collection[str], headed: bool
) -> list[int]:
    """The contents page that begins at `at`: below its heading, or three titles that come again."""
    run = [at] if headed else []
    again = 0
    for index in range(at + len(run), end):
        text = blocks[index].text
        if cells(text) > _TEXT and ends_sentence(text):
            break
        comes_again = plain_title(text) in titles
        if not headed and not comes_again:
            break
        again += comes_again
        run.append(index)
    if headed:
        return run if 2 * again >= len(run) - 1 or again >= _FEWEST else []
    return run if again >= _FEWEST else []
