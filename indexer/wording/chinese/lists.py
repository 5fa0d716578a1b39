"""What stands between the parts of a list, or of a text."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "comma": "、",
    "clause": "，",
    "semicolon": "；",
    "sentence": "",
    "and": "{first}和{last}",
}
