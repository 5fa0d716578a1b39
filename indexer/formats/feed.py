"""Feed items: YAML front matter, then HTML, mostly on one line.

The feed's exporter writes `_` for the quotation marks of a title, and sets a blank on both sides of
every run of ASCII and every straight quotation mark; both are undone here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.formats.blocks import Content, Statement
from indexer.formats.front_matter import find_front_matter, read_front_matter
from indexer.formats.html.blocks import read_html
from indexer.formats.html.reader import is_html
from indexer.sources.source_text import SourceText, check_pieces
from indexer.text.controls import without_invisible
from indexer.text.folding import HAN
from indexer.text.typography import without_padding

NAME = "feed"

_QUOTED = re.compile(rf"_([^_{HAN}]*[{HAN}][^_]*)_")


def recognises(source: SourceText) -> bool:
    bounds = find_front_matter(source.lines)
    return bounds is not None and is_html(source.lines, bounds[1] + 1)


def read(source: SourceText) -> Content:
    """The text after the front matter, and what that states."""
    check_pieces(source.path, source.count("<"), "limits.tags", source.limits)
    facts = read_front_matter(source)
    blocks = [
        replace(block, text=without_padding(block.text))
        for block in read_html(source.lines, facts.body).blocks
    ]
    title = facts.stated.title
    stated = replace(facts.stated, title=title and Statement(_title(title.text), title.line))
    return Content.of(source, NAME, blocks, stated, facts.problems, title_place="front matter")


def _title(text: str) -> str:
    """`text` with its quotation marks; underscores inside Latin words stay."""
    return without_padding(_QUOTED.sub(r"“\1”", without_invisible(text)))
