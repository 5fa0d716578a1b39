"""Numbers as references write them: in Arabic figures (GB/T 7714-2015, 6.2).

>>> pages("第一八三—184页"), volume("第三卷"), volume("（上）")
('183-184', '第3卷', '上')
"""

from __future__ import annotations

import re
from contextlib import suppress

from indexer.numerals import NUMERAL, parse_numeral

DASH = r"[-－–—~～至]"
FIGURES = rf"[{NUMERAL}]+(?:{DASH}[{NUMERAL}]+)*(?:[、，,][{NUMERAL}]+(?:{DASH}[{NUMERAL}]+)*)*"
"""Numbers, ranges of them, and several of these, as the text of a regular expression."""

_AROUND = re.compile(r"^(?:第|pp?\.)\s*|\s*[页版]$")


def figures(text: str) -> str:
    """`text` with every number in Arabic figures.

    Raises:
        ValueError: what looks like a number is none: 百百.
    """
    return re.sub(rf"[{NUMERAL}]+", lambda found: str(parse_numeral(found[0])), text)


def pages(text: str) -> str:
    """Pages, with `-` between the first and the last and a comma between separate ones.

    What is no row of numbers stays as it is, without 第 and 页.
    """
    text = _AROUND.sub("", text.strip())
    if not re.fullmatch(FIGURES, text):
        return text
    try:
        return re.sub("[、，,]", ", ", re.sub(DASH, "-", figures(text)))
    except ValueError:
        return text


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
