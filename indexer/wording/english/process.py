"""What keeps the process from running at all."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "memory": (
        "there is not enough memory; "
        "end other programs or raise the limit (ulimit -v), then run it again"
    ),
    "no_folder": (
        "{folder}: the folder that you are working in has been removed; go to another one (cd) and "
        "run it again"
    ),
}
