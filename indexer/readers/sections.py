"""The path of headings that a paragraph stands under.

>>> section_name(under(under((), 1, "网络安全"), 2, "人才"))
'网络安全 / 人才'
"""

from __future__ import annotations

HeadingPath = tuple[tuple[int, str], ...]
"""Level and text of each open heading, levels rising."""


def under(path: HeadingPath, level: int, heading: str) -> HeadingPath:
    """The path below `heading`, which closes every heading of its own level or a lower one."""
    return (*(entry for entry in path if entry[0] < level), (level, heading))


def section_name(path: HeadingPath) -> str | None:
    """The path as a paragraph bears it."""
    return " / ".join(heading for _, heading in path) or None
