"""What is too large to be read, and how much may be."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "lines": "{count:#, line|#, lines}",
}
