"""`lunshu inspect`: what would be understood of a file, block by block. It needs no index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from searcher.cli import options
from searcher.cli.frame import Answer, Opened, answering
from searcher.cli.opening import options_below
from searcher.cli.parsing import argument
from searcher.render.reports.inspection import inspection_lines

if TYPE_CHECKING:
    from searcher.render.typeset.page import Page


@answering("inspect", has_parts=False, reads="file")
@argument("file", metavar="FILE", type=options.file("usage.inspected_file"))
@options.reading_options
def command(opened: Opened, *, file: Path, **chosen: Any) -> Answer:
    """Inspect one file."""
    from indexer import inspect_file  # noqa: PLC0415 (the readers of all formats)

    usual = options_below(opened.index, file)
    inspection = inspect_file(file, options=options.reading_options_of(usual, **chosen))

    def page(page: Page) -> Iterable[str]:
        return inspection_lines(inspection, page)

    return Answer(found=True, pages={"text": page}, record=lambda: inspection)
