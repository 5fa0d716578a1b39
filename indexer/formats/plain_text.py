"""Plain text: each line that is not blank is a block. What its paragraphs are only facts tell."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.formats.blocks import Block, Content
from indexer.formats.parting import parted_blocks
from indexer.formats.stray_tags import have_tags, without_tags
from indexer.sources.source_text import SourceText

NAME = "text"


def recognises(source: SourceText) -> bool:
    """Whether there is a line that is not blank."""
    return any(not line.isspace() for line in source.lines if line)


def read(source: SourceText) -> Content:
    """The lines of `source`."""
    blocks: Iterable[Block] = parted_blocks(source.lines)
    if have_tags(source.lines):
        blocks = without_tags(blocks)
    return Content.of(source, NAME, tuple(blocks), marked=False)
