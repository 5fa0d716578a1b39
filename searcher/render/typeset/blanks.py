"""Where a run of blanks ends and where it begins.

>>> after_blanks("一  二", 1), before_blanks("一  二", 3)
(3, 1)
"""

from __future__ import annotations


def after_blanks(text: str, position: int) -> int:
    """The first position from `position` on at which no blank stands."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def before_blanks(text: str, position: int) -> int:
    """The position before which, going back from `position`, no blank stands."""
    while position and text[position - 1].isspace():
        position -= 1
    return position
