"""Feed items: YAML front matter, then HTML, mostly on one line.

The feed's exporter writes `_` for the quotation marks of a title, and sets a blank on both sides of
every run of ASCII and every straight quotation mark; both are undone here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.model.documents import Document
from indexer.readers.articles import article_paragraphs
from indexer.readers.front_matter import find_front_matter, read_front_matter
from indexer.readers.html.blocks import read_html
from indexer.readers.html.reader import is_html
from indexer.readers.typography import without_padding
from indexer.sources.source_text import SourceText, check_pieces
from indexer.text.controls import without_invisible
from indexer.text.folding import HAN

_QUOTED = re.compile(rf"_([^_{HAN}]*[{HAN}][^_]*)_")


def recognises(source: SourceText) -> bool:
    bounds = find_front_matter(source.lines)
    return bounds is not None and is_html(source.lines, bounds[1] + 1)


def parse(source: SourceText) -> tuple[Document, ...]:
    check_pieces(source.path, source.count("<"), "limits.tags", source.limits)
    facts = read_front_matter(source)
    blocks = (
        replace(block, text=without_padding(block.text))
        for block in read_html(source.lines, facts.body).blocks
    )
    document = Document(
        kind="feed",
        title=_title(facts.title) if facts.title else None,
        paragraphs=article_paragraphs(blocks, facts.date),
        date=facts.date,
        publisher=facts.publisher,
        problems=facts.problems,
    )
    return (document,)


def _title(text: str) -> str:
    """`text` with its quotation marks; underscores inside Latin words stay."""
    return without_padding(_QUOTED.sub(r"“\1”", without_invisible(text)))
