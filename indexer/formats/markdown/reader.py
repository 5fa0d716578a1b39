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
_SIGN = re.compile(
    r"\s{0,3}(?:[-*+]\s+\S|[0-9]{1,3}\.\s|>\s|```|~~~|\||=+\s*$|(?:-\s*){3,}$)"
    r"|.*?(?:\*\*[^*]+\*\*|\[[^\[\]]*\]\([^()]*\)|`[^`]+`)"
)
"""A line that tells Markdown from a text of which one line begins with `#`."""
_MARKUP = re.compile(r"[-*+]\s|>|```|~~~|\||=\s*$|\*\*[^*]+\*\*|!?\[[^\[\]]*\]\([^()]*\)|`[^`]+`")


def recognises(source: SourceText) -> bool:
    """Whether there is front matter, a heading and a second sign of Markdown, or its suffix.

    With the suffix any mark is enough. Without it a line that begins with `#` may be anything: a
    misread character, a number, a comment. That it is the first line is a sign, too.
    """
    if find_front_matter(source.lines) is not None:
        return True
    crowded = _has_crowded_headings(source)
    if _is_named_markdown(source):
        return crowded or any(
            heading_level(line.text) or _MARKUP.search(line.text)
            for line in line_blocks(source.lines)
        )
    headings = 0
    signed = False
    for place, line in enumerate(line_blocks(source.lines)):
        if level := heading_level(line.text):
            signed = signed or place == 0
        elif crowded:
            level = crowded_heading_level(line.text)
        headings += bool(level)
        signed = signed or (not level and _SIGN.match(line.text) is not None)
        if headings > 1 or (headings and signed):
            return True
    return False


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
