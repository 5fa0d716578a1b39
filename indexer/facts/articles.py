"""Articles: every text of which no more is known, in whatever format it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.headlines import headline
from indexer.facts.heads import NO_HEAD, Head, completed, has_others, read_head, read_plain_head
from indexer.facts.plain import plain_paragraphs, without_rules
from indexer.facts.sections import article_paragraphs
from indexer.facts.stated import with_stated
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document


def read(content: Content) -> tuple[Document, ...]:
    """The article that a content is."""
    plain = content.format == "text"
    blocks = without_rules(content.blocks) if plain else content.blocks
    head = _head(content, blocks)
    if head.date is not None and has_others(blocks, head, zone=content.zone):
        # It is the date of the first of several texts.
        head = replace(head, date=None, date_from="head" if head.published else None)
    else:
        head = completed(blocks, head, content.path, content.zone)
    if not head.body(blocks):
        head = NO_HEAD  # nothing would be left to find
    head, problems = with_stated(head, content.stated, content.zone)
    body = head.body(blocks)
    document = Document(
        kind=content.format,
        title=head.full_title,
        paragraphs=article_paragraphs(
            plain_paragraphs(body) if plain else body, head.day, head.speaker
        ),
        date=head.day,
        publisher=head.publisher,
        problems=(*content.problems, *problems),
        speaker=head.speaker,
        understood=head.used,
    )
    return (document,)


def _head(content: Content, blocks: Sequence[Block]) -> Head:
    if content.format == "text":
        return read_plain_head(blocks, zone=content.zone)
    title, place = headline(content)
    if place is not None:
        return read_head(blocks, titled=place, zone=content.zone)
    if title is None and sum(block.level == 1 for block in blocks) > 1:
        return NO_HEAD  # one of several texts: a date under the first is not that of the others
    return read_head(blocks, title=title, zone=content.zone)
