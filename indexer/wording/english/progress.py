"""How far a run is."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "wait": "waiting for another process",
    "read": "reading files",
    "cut": "cutting words",
    "write": "writing",
    "state": ": {stage}, {share} %",
    "indexing": "indexing {seeds}",
    "building": "building {index} from {seeds}",
}
