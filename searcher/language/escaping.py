"""Queries that mean a text literally.

>>> escape('他说"好"了')
'"他说""好""了"'
"""

from __future__ import annotations


def escape(text: str) -> str:
    """A query that finds `text` exactly as it stands, whatever marks and operators it holds.

    The straight mark is used because a reader can type it on any keyboard; inside it only the
    mark itself has to be written differently, namely twice.
    """
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
