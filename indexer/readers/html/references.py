"""References to characters by number, such as `&#20013;` for 中.

The standard library turns the number into an integer, and refuses one of some thousand digits.

>>> with_short_references("&#0000000020013;")
'&#020013;'
"""

from __future__ import annotations

import re

_LONG = re.compile(r"&#(?:0*[1-9][0-9]{8,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{8,});?")
_PADDED = re.compile(r"&#(?P<x>[xX]?)0{2,}(?=[0-9a-fA-F])")


def with_short_references(text: str) -> str:
    """`text` with references of few digits; what stands for no character is U+FFFD."""
    if "&#" not in text:
        return text
    return _LONG.sub("\ufffd", _PADDED.sub(lambda found: f"&#{found['x']}0", text))
