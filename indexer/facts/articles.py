"""Articles: every text of which no more is known, in whatever format it is written."""

from __future__ import annotations

from indexer.facts.headlines import headline
from indexer.facts.plain import read_plain
from indexer.facts.sections import article_paragraphs
from indexer.facts.stated import publication_date
from indexer.formats.blocks import Content
from indexer.model.documents import Document


def read(content: Content) -> tuple[Document, ...]:
    """The article that a content is."""
    if content.format == "text":
        return (read_plain(content),)
    title, blocks = headline(content)
    date, problems = publication_date(content.stated.date, content.zone)
    publisher = content.stated.publisher
    document = Document(
        kind=content.format,
        title=title,
        paragraphs=article_paragraphs(blocks, date),
        date=date,
        publisher=publisher.text if publisher else None,
        problems=(*content.problems, *problems),
    )
    return (document,)
