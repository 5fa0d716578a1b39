"""The text that is traced: paragraphs in one string, with what is known of each.

    >>> in_simplified(article_of_text("習近平指出")).text
    '习近平指出'

The verbs and names by which an article says who said what are looked for in simplified characters
only. Each traditional character gives one, so every place stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from indexer.model.documents import Paragraph
from indexer.text.dates import DateSpan
from indexer.text.simplified import simplified


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an article says about where words come from.

    Attributes:
        speech: the occasion in the article's own words (网络安全和信息化工作座谈会), None where it
            names none.
        date: the date, None where it gives none.
    """

    speech: str | None
    date: DateSpan | None


@dataclass(frozen=True, slots=True)
class ArticleParagraph:
    """A paragraph of an article.

    Attributes:
        start: where it begins in the article's text, in characters.
        end: where it ends.
        lines: its first and last physical line in the file, from 1.
        set_off: whether it is a quotation as a whole, set off from the text.
        attribution: where the article says that such a paragraph comes from.
    """

    start: int
    end: int
    lines: tuple[int, int]
    set_off: bool = False
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its paragraphs, in order.

    Attributes:
        text: the paragraphs, separated by line feeds.
        paragraphs: where each of them is in `text`; without blank lines.
        marks: the marks of notes that were lifted out of it, each as `(offset in text, mark)`.

    >>> [article_of_text("一、\\n二。").paragraphs[1].start]
    [3]
    """

    text: str
    paragraphs: tuple[ArticleParagraph, ...]
    marks: tuple[tuple[int, str], ...] = ()


def article_of_text(text: str) -> Article:
    """The article whose paragraphs are the lines of `text`."""
    paragraphs = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        if line.strip():
            paragraphs.append(ArticleParagraph(start, end, (number, number)))
        start = end + 1
    return Article(text, tuple(paragraphs))


def article_of_paragraphs(read: Iterable[Paragraph]) -> Article:
    """The article of the paragraphs that a reader has read."""
    texts, paragraphs = [], []
    start = 0
    for paragraph in read:
        end = start + len(paragraph.text)
        set_off = paragraph.role != "article"
        attribution = None
        if set_off and (paragraph.speech or paragraph.date):
            attribution = Attribution(paragraph.speech, paragraph.date)
        paragraphs.append(ArticleParagraph(start, end, paragraph.known_lines, set_off, attribution))
        texts.append(paragraph.text)
        start = end + 1
    return Article("\n".join(texts), tuple(paragraphs))


def in_simplified(article: Article) -> Article:
    """The article in simplified characters: itself where it has no others."""
    simple = simplified(article.text)
    return article if simple is article.text else replace(article, text=simple)


def spelling_of(article: Article, read: Article) -> Callable[[str], str]:
    """A function from names in an article's simplified form to the same in its own characters."""
    if read is article:
        return lambda name: name

    @cache
    def spelled(name: str) -> str:
        at = read.text.find(name)
        return article.text[at : at + len(name)] if at >= 0 else name

    return spelled
