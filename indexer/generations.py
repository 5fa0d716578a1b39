"""Which generation of an index answers: the newest whose table of contents is in the folder.

Every commit makes a generation with a higher number. Its files and its manifest are on the disk
before Whoosh's table of contents is renamed into place, so this one name is the switch.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_CONTENTS = re.compile(r"_MAIN_([1-9][0-9]{0,8})\.toc")


def newest_generation(index: Path) -> int | None:
    """The number of the newest complete generation, None where there is none.

    Raises:
        OSError: the folder cannot be listed.
    """
    try:
        names = os.listdir(index)
    except (FileNotFoundError, NotADirectoryError):
        return None
    found = [int(match[1]) for match in map(_CONTENTS.fullmatch, names) if match]
    return max(found, default=None)


def contents_name(generation: int) -> str:
    """The name of Whoosh's table of contents of a generation."""
    return f"_MAIN_{generation}.toc"


def manifest_name(generation: int) -> str:
    """The name of the manifest of a generation."""
    return f"manifest-{generation}.json"


def catalogue_name(generation: int) -> str:
    """The name of the catalogue of a generation."""
    return f"catalogue-{generation}.json"
