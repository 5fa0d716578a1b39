"""JSON: records, one a line or in one array.

Known fields are `text` (needed), `doc`, `title`, `date`, `speech`, `chapter`, `section`, `source`,
`pages` and `id`; others are ignored. What cannot be read is reported, the others are indexed.
"""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from indexer.model.documents import Document
from indexer.readers.blocks import line_blocks
from indexer.readers.json.arrays import is_array, iter_elements
from indexer.readers.json.documents import Element, read_elements
from indexer.sources.source_text import SourceText

_LOOKED_AT = 20


def recognises(source: SourceText) -> bool:
    return _has_record_lines(source) or is_array(source)


def parse(source: SourceText) -> tuple[Document, ...]:
    elements = _line_elements(source) if _has_record_lines(source) else iter_elements(source)
    return read_elements(source, elements)


def _has_record_lines(source: SourceText) -> bool:
    """Whether most of the first lines begin like an object, and one of them is one.

    Where all of them are broken, the name decides whether they were meant to be.
    """
    numbered = zip(range(_LOOKED_AT), line_blocks(source.lines), strict=False)
    first = [block.text.strip() for _, block in numbered]
    opened = [line for line in first if line.startswith("{")]
    if 2 * len(opened) <= len(first) or first[0].startswith("["):
        return False
    return source.path.lower().endswith((".jsonl", ".ndjson")) or any(map(_is_object, opened))


def _line_elements(source: SourceText) -> Iterator[Element]:
    for block in line_blocks(source.lines):
        yield Element(block.text, block.lines)


def _is_object(line: str) -> bool:
    try:
        return isinstance(orjson.loads(line), dict)
    except ValueError:
        return False
