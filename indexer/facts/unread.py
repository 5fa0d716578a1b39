"""What looks like a note in a text that is no compendium, and was not read.

>>> content = Content(
...     format="markdown",
...     path="a.md",
...     blocks=(Block("核心技术。", (1, 1)), Block("《论甲》（2018年春讲）头版", (3, 3))),
... )
>>> [one.text for one in unread_notes(content, taken=())]
['《论甲》（2018年春讲）头版']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indexer.facts.notes.likeness import opens_like_note
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Understood
from indexer.text.numerals import DIGIT
from indexer.wording.said import said

_LONGEST = 160  # characters
_MAY_BE = re.compile(
    rf"《[^《》]*》.*(?:[{DIGIT}]{{4}}[年.]|[页頁卷]|[PpＰ][.．]?[0-9])|转引自|轉引自|摘自《|引自《"
)


def unread_notes(content: Content, taken: Iterable[Understood]) -> Iterator[Understood]:
    """The lines of a content that look like notes.

    Args:
        content: the content.
        taken: what of it was understood otherwise: its head, its attributions.
    """
    known = {one.lines for one in taken}
    for block in content.blocks:
        for line in block.parts or (block,):
            if line.lines not in known and _looks(line):
                yield Understood(
                    lines=line.lines,
                    text=line.text.strip(),
                    became="unread",
                    reason=said("reading.note_unread"),
                )


def _looks(line: Block) -> bool:
    return (
        not line.level
        and line.form not in ("row", "code")
        and len(line.text) <= _LONGEST
        and _MAY_BE.search(line.text) is not None
        and opens_like_note(line.text)
    )
