"""Contents pages in a text that is one document: titles with pages, or titles that come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexer.formats.blocks import Block
from indexer.text.numerals import NUMERAL
from indexer.text.typography import ends_sentence

_LEADERS = re.compile(rf"[.．…·・\-—_\s]*[（(]?(?:[0-9０-９]+|[{NUMERAL}]+)?[)）]?\s*$")
_DOTS = re.compile(r"[.．…·・]{2,}|[\t　 ]{2,}|\s(?=[0-9]+$)")
_BRACKETED_END = re.compile(r"[（(〔\[][^（()）]*[）)〕\]]\s*$")
_BULLET = re.compile(r"^[\s·•*●■○◆\-]+|^\s*[0-9]{1,4}\s*[.、．)）]?\s*(?=\D)")
_SMALL = re.compile(r"[\s《》〈〉*]|[〔\[][0-9]{1,3}[〕\]]|[①-⑳⑴-⒇]")
_LONGEST_TITLE = 200  # characters

_HEADING = re.compile(r"[《【\[·•]?(?:目[录次錄]|总目[录次錄]?|contents)[》】\]]?", re.IGNORECASE)
_PAGED = re.compile(
    r".*(?:[.．…·・]{2,}|\s|(?=[（(]))\s*[（(]?\s*[0-9０-９]{1,4}\s*[)）]?|.*[.．…・]{4,}",
    re.DOTALL,
)
_FEWEST = 3
_LONGEST_HEADING = 16  # characters
_LONGEST = 120  # characters
_MOST_OTHERS = 2
_LOOKED_AT = 3_000


def plain_title(text: str) -> str:
    """A title as it is compared: without bullet, number, blanks, date in brackets and page.

    >>> plain_title("· 论调查……12"), plain_title("论 调 查")
    ('论调查', '论调查')
    """
    bare = text.strip()
    if len(bare) > _LONGEST_TITLE:
        return bare
    if dots := _DOTS.search(bare.lstrip(" 　·•*")):
        at = len(bare) - len(bare.lstrip(" 　·•*")) + dots.start()
        if _LEADERS.fullmatch(bare[at:]):
            bare = bare[:at]
    bare = _BULLET.sub("", bare, count=1)
    if shorter := _BRACKETED_END.sub("", bare).strip():
        bare = shorter
    return _SMALL.sub("", bare)


def contents_page(blocks: Sequence[Block]) -> range | None:
    """The places of the contents page, its heading first; None where there is none.

    Its entries have pages, or come again as lines of their own further down.
    """
    start = next(
        (
            place
            for place, block in enumerate(blocks[:_LOOKED_AT])
            if len(block.text) <= _LONGEST_HEADING
            and ("目" in block.text or block.text.isascii())
            and _HEADING.fullmatch("".join(block.text.split()))
        ),
        None,
    )
    if start is None:
        return None
    later = Counter(
        plain_title(block.text) for block in blocks[start + 1 :] if len(block.text) <= _LONGEST
    )
    entries, others, stop, first = 0, 0, start + 1, ""
    for place in range(start + 1, len(blocks)):
        text = blocks[place].text
        key = plain_title(text)
        if len(text) > _LONGEST or _is_sentence(text) or (key and key == first):
            break
        later[key] -= 1
        if _PAGED.fullmatch(text.strip()) or (key and later[key] > 0):
            entries, others, stop = entries + 1, 0, place + 1
            first = first or key
        elif others == _MOST_OTHERS:
            break
        else:
            others += 1
    return range(start, stop) if entries >= _FEWEST else None


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and _PAGED.fullmatch(text.strip()) is None
