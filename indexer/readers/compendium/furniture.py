"""Page numbers and running heads: what the print repeats on its pages beside the text.

Text recognition sets them between empty lines, often in the middle of a paragraph.

>>> is_furniture("· 17 ·", ()), is_furniture("论粮食摘编 17", ("论粮食摘编",))
(True, True)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from indexer.readers.compendium.chapters import Heading
from indexer.readers.compendium.print_lines import PrintLine, mend, stanzas

_FOLIO = re.compile(
    r"^[-—–·.]*[0-9０-９]{1,4}(?![0-9０-９])[-—–·.]*"
    r"|[-—–·.]*(?<![0-9０-９])[0-9０-９]{1,4}[-—–·.]*$"
)
_SHORTEST_HEAD = 4  # characters
_LONGEST = 200  # characters


def is_furniture(text: str, heads: Collection[str]) -> bool:
    """Whether `text` is no more than a page number and the end of one of `heads`.

    A running head may leave out how a title begins, the name of the speaker.
    """
    if len(text) > _LONGEST:
        return False
    whole = mend(text)
    head = _FOLIO.sub("", whole)
    if len(head) < _SHORTEST_HEAD:
        return bool(whole) and not head
    return any(title.endswith(head) for title in heads)


def without_furniture(lines: Sequence[PrintLine], title: str | None) -> tuple[PrintLine, ...]:
    """`lines` without the page numbers and book titles that stand alone between empty lines."""
    heads = (title,) if title else ()
    return tuple(
        line
        for stanza in stanzas(lines)
        if not (len(stanza.lines) == 1 and is_furniture(stanza.lines[0].text, heads))
        for line in stanza.lines
    )


def repeats(lines: Sequence[PrintLine], place: int, heading: Heading) -> bool:
    """Whether line `place` stands alone and says `heading` again, as a running head."""
    alone = lines[place].opens and (place + 1 == len(lines) or lines[place + 1].opens)
    return alone and is_furniture(lines[place].text, (heading.text,))
