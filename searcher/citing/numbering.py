"""Numbers as references write them: in Arabic figures (GB/T 7714-2015, 6.2).

>>> tidy_pages("第一八三—184页"), volume("第三卷"), volume("（上）")
('183-184', '第3卷', '上')
"""

from __future__ import annotations

import re
from contextlib import suppress

from indexer.text.marks import RANGE_MARKS
from indexer.text.numerals import NUMERAL, parse_numeral

DASH = f"[{RANGE_MARKS}]"
FIGURES = rf"[{NUMERAL}]+(?:{DASH}[{NUMERAL}]+)*(?:[、，,][{NUMERAL}]+(?:{DASH}[{NUMERAL}]+)*)*"
"""Numbers, ranges of them, and several of these, as the text of a regular expression."""

_AROUND = re.compile(r"^(?:第|pp?\.)\s*|\s*[页版]$")
_LONGEST = 5
"""Figures of a page number, at most."""


def figures(text: str) -> str:
    """`text` with every number in Arabic figures.

    Raises:
        ValueError: what looks like a number is not one: 百百.
    """
    return re.sub(rf"[{NUMERAL}]+", lambda found: str(parse_numeral(found[0])), text)


def tidy_pages(text: str) -> str:
    """Pages, with `-` between the first and the last and a comma between separate ones.

    What is not a row of numbers stays as it is, without 第 and 页.
    """
    text = _AROUND.sub("", text.strip())
    if not re.fullmatch(FIGURES, text):
        return text
    try:
        return re.sub("[、，,]", ", ", re.sub(DASH, "-", figures(text)))
    except ValueError:
        return text


def pages_agree(one: str, other: str) -> bool:
    """Whether two rows of `tidy_pages` may both be true: one is the other, or is within it.

    >>> pages_agree("183-190", "184"), pages_agree("183-190", "12")
    (True, False)
    """
    if one == other:
        return True
    try:
        ours, theirs = _numbers(one), _numbers(other)
    except ValueError:  # 封二, 183-4
        return False
    return ours <= theirs or theirs <= ours


def _numbers(row: str) -> set[int]:
    """The numbers of a row of `tidy_pages`.

    Raises:
        ValueError: it has something else, a range that runs backwards, or a very long number.
    """
    numbers: set[int] = set()
    for part in row.split(", "):
        first, _, last = part.partition("-")
        if max(len(first), len(last)) > _LONGEST:
            raise ValueError(f"{part} is no page")
        pages = range(int(first), int(last or first) + 1)
        if not pages:
            raise ValueError(f"{part} runs backwards")
        numbers.update(pages)
    return numbers


def volume(text: str) -> str:
    """The volume: 第三卷 is 第3卷, （上） is 上."""
    with suppress(ValueError):  # 第百百卷
        text = re.sub(rf"(?<=第)[{NUMERAL}]+", lambda found: figures(found[0]), text)
    return re.sub("[（）]+", " ", text).strip()


def volume_number(text: str) -> str:
    """The number alone where the volume is counted: 第三卷 is 3."""
    counted = re.fullmatch(r"第(\d+)[卷辑集册编]", volume(text))
    return counted[1] if counted else volume(text)


def issue(text: str) -> str:
    """The number of an issue; `/` between those of a double one (8.8.3)."""
    return re.sub("[-－、]", "/", figures(text))
