"""Plain text: whatever no other reader claims.

Paragraphs are parted by blank lines. Between these, lines are paragraphs of their own when they
are long, end sentences or begin with a number or bullet; otherwise they are broken at a width and
join again. A first short line that ends no sentence is the title; the date may stand below it.
"""

from __future__ import annotations

import re

from indexer.model.documents import Document
from indexer.readers.articles import article_paragraphs
from indexer.readers.blocks import stanzas
from indexer.readers.text_head import read_head
from indexer.readers.wrapped_lines import paragraph_blocks
from indexer.sources.source_text import SourceText

_RULE = re.compile(r"\s*[-=*_~─—][-=*_~─—\s]{2,}")


def recognises(source: SourceText) -> bool:
    return any(not line.isspace() for line in source.lines if line)


def parse(source: SourceText) -> tuple[Document, ...]:
    # A drawn rule parts paragraphs as a blank line does.
    text = list(stanzas(["" if _RULE.fullmatch(line) else line for line in source.lines]))
    head = read_head(text, source.zone)
    blocks = [block for stanza in head.body for block in paragraph_blocks(stanza)]
    document = Document(
        kind="text",
        title=head.title,
        paragraphs=article_paragraphs(blocks, head.date),
        date=head.date,
    )
    return (document,)
