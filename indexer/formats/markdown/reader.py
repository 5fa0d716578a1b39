"""Markdown: headings are the title and the sections, marks are taken away, words stay.

Each list item, each block quotation and each table row is a paragraph; a fenced block of code is
one, its lines unchanged. Front matter may precede the text. A heading may lack the blank after `#`
where that is the habit of the file.
"""

from __future__ import annotations

import re

from indexer.formats.blocks import Content, line_blocks
from indexer.formats.front_matter import find_front_matter, read_front_matter
from indexer.formats.markdown.blocks import crowded_heading_level, heading_level, markdown_blocks
from indexer.sources.source_text import SourceText, check_pieces

NAME = "markdown"

_SUFFIXES = (".md", ".markdown", ".mdown")
_MARKUP = re.compile(r"[-*+]\s|>|```|~~~|\||=\s*$|\*\*[^*]+\*\*|!?\[[^\[\]]*\]\([^()]*\)|`[^`]+`")


def recognises(source: SourceText) -> bool:
    """Whether there is front matter or a heading; by its name, if there is any mark at all."""
    if find_front_matter(source.lines) is not None or _has_crowded_headings(source):
        return True
    named = _is_named_markdown(source)
    return any(
        heading_level(line.text) or (named and _MARKUP.search(line.text))
        for line in line_blocks(source.lines)
    )


def read(source: SourceText) -> Content:
    """The blocks after the front matter, and what that states."""
    check_pieces(source.path, source.count("<"), "limits.tags", source.limits)  # <br>, above all
    facts = read_front_matter(source)
    crowded = _has_crowded_headings(source)
    blocks = markdown_blocks(source.lines, facts.body, crowded=crowded)
    return Content.of(source, NAME, blocks, facts.stated, facts.problems)


def _is_named_markdown(source: SourceText) -> bool:
    return source.path.lower().endswith(_SUFFIXES)


def _has_crowded_headings(source: SourceText) -> bool:
    """Whether `#标题` is a heading here: by the file's name, or because every `#` is written so."""
    marked = [line for line in source.lines if line.lstrip().startswith("#")]
    headings = [line for line in marked if crowded_heading_level(line)]
    return bool(headings) and (_is_named_markdown(source) or len(headings) == len(marked))
