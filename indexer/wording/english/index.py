"""What is wrong with an index, and what to do about it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "changed": (
        "{index}: {file} was changed while it was open, so no answer can be trusted; open the "
        "index again, and if it is damaged rebuild it with: {command} (replace a folder that is in "
        "use by renaming, and never copy into it)"
    ),
}
