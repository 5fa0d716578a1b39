"""Plain text: each line that is not blank is a block. What its paragraphs are only facts tell."""

from __future__ import annotations

from indexer.formats.blocks import Content
from indexer.formats.parting import parted_blocks
from indexer.sources.source_text import SourceText

NAME = "text"


def recognises(source: SourceText) -> bool:
    """Whether there is a line that is not blank."""
    return any(not line.isspace() for line in source.lines if line)


def read(source: SourceText) -> Content:
    """The lines of `source`."""
    return Content.of(source, NAME, tuple(parted_blocks(source.lines)))
