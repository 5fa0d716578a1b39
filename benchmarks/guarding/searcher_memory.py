"""How much memory a searcher takes that has answered, in a child process.

Pages that it shares with others count as well: otherwise a second process that happens to have
NumPy mapped would make bare Python look small.
"""

from __future__ import annotations

import json
from pathlib import Path

from guarding.memory import resident_bytes

ASKED = 10
"""So many queries of each list."""


def measure(index: str | None, queries: str) -> dict[str, int]:
    """The bytes; of Python with the packages of a searcher alone, where there is no index."""
    import numpy  # noqa: F401, PLC0415
    import orjson  # noqa: F401, PLC0415

    lists = json.loads(Path(queries).read_text("utf-8"))
    if index is None:
        return {"bytes": resident_bytes()}
    from searcher import open_index  # noqa: PLC0415 (bare Python does without)

    with open_index(index) as searcher:
        for name, asked in lists.items():
            for query, *_ in asked[:ASKED] if name != "core" else ():
                searcher.search(query)
        return {"bytes": resident_bytes()}
