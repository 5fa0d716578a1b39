"""Blocks made ready for reading: what belongs to the page left out, the apparatus set apart.

This comes before anything is understood of a text, and is the same for every format and every kind
of document that has no rules of its own for these: articles and volumes of works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.apparatus import annotated, may_have_apparatus
from indexer.facts.furniture import contents_page, understood_furniture, without_furniture
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Paragraph, Understood

_HEAD = 8
"""Blocks in which an editor may tell what the text is."""

_NOWHERE = (1, 1)
"""The lines of a paragraph that has none; which they are does not matter here."""


def cleaned(content: Content) -> Content:
    """`content` without what belongs to the page, and with the apparatus set apart."""
    blocks, left_out = without_furniture(content.blocks)
    if not blocks:  # nothing would be left to find
        blocks, left_out = content.blocks, ()
    text = "\n".join([block.text for block in blocks])
    if may_have_apparatus(text) or any(block.form == "quote" for block in blocks[:_HEAD]):
        blocks = annotated(blocks)
    if blocks is content.blocks:
        return content
    return replace(content, blocks=blocks, left_out=left_out)


def without_contents(content: Content) -> Content:
    """`content` without the contents page; volumes find their works by theirs."""
    page = contents_page(content.blocks)
    if page is None or len(page) == len(content.blocks):
        return content
    kept = (*content.blocks[: page.start], *content.blocks[page.stop :])
    found = tuple(understood_furniture(content.blocks[place], "contents") for place in page)
    left_out = sorted((*content.left_out, *found), key=lambda one: one.lines or (0, 0))
    return replace(content, blocks=kept, left_out=tuple(left_out))


def with_apparatus(document: Document) -> Document:
    """A document of a kind that has its own rules, its notes and their marks set apart.

    What is attributed stays so: only a paragraph of no more than an article becomes a note.
    """
    if not any(map(_is_marked, document.paragraphs)):
        return document
    blocks = [
        Block(one.text, one.lines or _NOWHERE, form="note" if one.role == "note" else "paragraph")
        for one in document.paragraphs
    ]
    done = annotated(blocks)
    if done is blocks:
        return document
    paragraphs = map(_annotated, document.paragraphs, blocks, done)
    return replace(document, paragraphs=tuple(paragraphs))


def _is_marked(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return "〔" in text or "[" in text or "⑴" in text or "①" in text


def _annotated(paragraph: Paragraph, before: Block, after: Block) -> Paragraph:
    """A paragraph as its block was annotated."""
    if after is before:
        return paragraph
    if after.form == "note" or after.level:
        if paragraph.role != "article":
            return paragraph
        return replace(paragraph, role="note", speaker=None, date=None, date_kind=None)
    return replace(paragraph, text=after.text, marks=after.marks)


def left_out_between(
    left_out: Sequence[Understood], blocks: Sequence[Block]
) -> tuple[Understood, ...]:
    """What was left out between the first and the last of `blocks`, a part of a file."""
    if not left_out or not blocks:
        return ()
    first, last = blocks[0].lines[0], blocks[-1].lines[1]
    return tuple(one for one in left_out if one.lines and first <= one.lines[0] <= last)
