"""Articles: every text of which no more is known, in whatever format it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.articles.plain import plain_paragraphs, without_rules
from indexer.facts.articles.sections import article_paragraphs
from indexer.facts.cleaning import without_contents
from indexer.facts.headlines import headline
from indexer.facts.heads import NO_HEAD, Head, completed, has_others, read_head, read_plain_head
from indexer.facts.speeches import judged
from indexer.facts.stated import with_stated
from indexer.facts.unread import unread_notes
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Understood


def read(content: Content) -> tuple[Document, ...]:
    """The article that a content is."""
    return (_article(content, dated=True),)


def read_undated(content: Content) -> Document:
    """The article that a content is, of which nobody knows what the dates in it date."""
    return _article(content, dated=False)


def _article(content: Content, *, dated: bool) -> Document:
    content = without_contents(content)
    blocks = content.blocks if content.marked else without_rules(content.blocks)
    head = _head(content, blocks)
    if not dated or (head.date is not None and has_others(blocks, head, zone=content.zone)):
        head = head.title_alone()  # the rest is the head of the first of several texts
    else:
        head = _completed(content, blocks, head)
    if not head.body(blocks):
        head = NO_HEAD  # nothing would be left to find
    head, problems = with_stated(head, content.stated, content.zone)
    document = judged(_document(content, blocks, head), head, content.stated)
    problems = (*content.problems, *problems)
    return replace(document, problems=problems) if problems else document


def _completed(content: Content, blocks: Sequence[Block], head: Head) -> Head:
    """`head` with what it lacks; the end of what looks like a book of excerpts dates none of it."""
    done = completed(blocks, head, content.path, content.zone)
    if done.date is None or done.date_from != "end":
        return done
    if next(iter(unread_notes(content, done.used)), None) is None:
        return done
    return replace(
        done,
        date=None,
        date_from=None,
        speaker=head.speaker,
        used=head.used,
        dropped=head.dropped,
        rests=head.rests,
    )


def read_part(content: Content, titled: int) -> Document:
    """The document that a part of a file is, of which the block at `titled` is the title."""
    head = read_head(content.blocks, titled=titled, zone=content.zone)
    head = completed(content.blocks, head, "", content.zone)
    return judged(_document(content, content.blocks, head), head, content.stated)


def read_body(content: Content, head: Head) -> Document:
    """The document that a part of a file is, all of whose blocks are text."""
    return _document(content, content.blocks, head)


def _document(content: Content, blocks: Sequence[Block], head: Head) -> Document:
    body = head.body(blocks)
    if not content.marked:
        body = [*plain_paragraphs(body)]
    told: list[Understood] = []
    paragraphs = article_paragraphs(body, head.day, head.speaker, told=told)
    return Document(
        kind=content.format,
        title=head.full_title,
        paragraphs=paragraphs,
        date=head.day,
        publisher=head.publisher,
        speaker=head.speaker,
        understood=(*head.used, *content.left_out, *told),
    )


def _head(content: Content, blocks: Sequence[Block]) -> Head:
    if not content.marked:
        return _plain_head(content, blocks)
    title, place = headline(content)
    if place is not None:
        return read_head(blocks, titled=place, zone=content.zone)
    highest = [place for place, block in enumerate(blocks) if block.level == 1]
    if title is None and highest == [0, 1]:
        return read_head(blocks, titled=0, zone=content.zone)
    if title is None and len(highest) > 1:
        return NO_HEAD  # one of several texts: a date under the first is not that of the others
    return read_head(blocks, title=title, zone=content.zone)


def _plain_head(content: Content, blocks: Sequence[Block]) -> Head:
    """The head of lines. Where the title is stated, they need not begin with it."""
    head = read_plain_head(blocks, zone=content.zone)
    if content.stated.title is None:
        return head
    title = content.stated.title.text
    here, known = _bare(head.title or ""), _bare(title)
    if here and (here in known or known in here):
        return replace(head, title=title if here in known else head.title)
    return read_head(blocks, title=title, zone=content.zone)


def _bare(title: str) -> str:
    return "".join(title.split())
