"""A line on stderr where source files have changed since the index was built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from searcher.cli.streams import flush_results, note

if TYPE_CHECKING:
    from searcher import Searcher


def warn_if_stale(searcher: Searcher, index: Path) -> None:
    """Say which source file has changed, once the results are out: nobody waits for the look."""
    flush_results()
    changed = searcher.changed_source()
    if changed is not None:
        from searcher.render.messages import stale_text  # noqa: PLC0415 (only where there is one)

        note(stale_text(changed, searcher.manifest, str(index)))
