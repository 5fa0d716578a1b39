"""Articles that cannot be read."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "folder": "it is a folder; give a file in it",
    "missing": "there is no such file; give a file, - for standard input, or --text",
    "stdin": "stdin",
    "closed": "it is closed; give a file, or --text",
    "large": "it has more than {most} MB, which is no article; divide it",
    "unreadable": "{reason}; make it readable, or give another file",
    "empty": "it is empty; give a file with text in it",
    "problem": "{name}: line {line}: {reason}",
}
