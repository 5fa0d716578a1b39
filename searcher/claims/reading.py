"""From a file to the article that is traced, by the readers that also read the collection.

A reader takes titles and headings out of the text, and a short text may begin with what looks like
one. Whoever wants to know where words come from wants it of these too, so here they are paragraphs
again, in front of what they head.

>>> read_article("没有网络安全就没有国家安全\\n\\n习近平强调过这一点。".encode(), "a.txt").text
'没有网络安全就没有国家安全\\n习近平强调过这一点。'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from indexer.errors import SourceError
from indexer.model.arguments import CALL, DATA, TEXT, TEXTS, check, optional
from indexer.model.documents import Document, Paragraph
from indexer.model.limits import Limits
from indexer.readers import read_documents
from indexer.sources.decoding import decode
from indexer.sources.source_text import CHINA, SourceText
from indexer.wording import say
from searcher.articles.article import Article, article_of_paragraphs
from searcher.articles.article_file import MOST_BYTES
from searcher.articles.traditional import simplified
from searcher.claims.persons import Persons
from searcher.claims.set_off import with_set_off

_KINDS: Final = {"data": DATA, "name": TEXT, "report": optional(CALL), "speakers": TEXTS}

_LIMITS: Final = Limits(file_bytes=MOST_BYTES, paragraph_characters=MOST_BYTES)
"""A long paragraph is traced: nothing is kept of it for long."""


def read_article(
    data: bytes,
    name: str,
    *,
    report: Callable[[str], object] | None = None,
    speakers: Sequence[str] = (),
) -> Article:
    """The paragraphs of a file, titles and headings among them, joined.

    Args:
        data: the content of the file, in any format and encoding that the readers know.
        name: what messages call it.
        report: is told, in one line each, what could not be read as it should be.
        speakers: persons who may sign a quotation, as the manifest of a collection names them.

    Raises:
        SourceError: there is no text in it, or it cannot be read.
        ArgumentError: an argument is of another type.
    """
    check(_KINDS, data=data, name=name, report=report, speakers=speakers)
    try:
        text = decode(data)
        _refuse_blank(text, name)
        source = SourceText.from_text(name, text, CHINA, _LIMITS)
        documents = read_documents(source)
    except ValueError as exc:
        raise SourceError(name, str(exc)) from exc
    except MemoryError as exc:
        raise SourceError(name, say("reading.memory")) from exc
    for problem in (one for document in documents for one in document.problems):
        if report is not None:
            report(say("articles.problem", name=name, line=problem.line, reason=problem.reason))
    persons = Persons(tuple(map(simplified, speakers)))
    return article_of_paragraphs(_with_headings(documents, source.lines, persons))


def _refuse_blank(text: str, name: str) -> None:
    if not text or text.isspace():
        raise SourceError(name, say("articles.empty"))


def _with_headings(
    documents: Sequence[Document], lines: Sequence[str], persons: Persons
) -> Iterator[Paragraph]:
    """The paragraphs of all documents, with their titles and headings in front."""
    first = 1
    for document in documents:
        last = max(paragraph.lines[1] for paragraph in document.paragraphs)
        title = document.title
        if title and not _stands_in(title, document):
            line = _line_of(title, lines, first, last) or document.paragraphs[0].lines[0]
            yield _heading(title, line)
        above: tuple[str, ...] = ()
        for paragraph in with_set_off(document.paragraphs, lines, persons):
            below = _headings(paragraph)
            for heading in _new(below, above):
                if heading != title:
                    at = paragraph.lines[0]
                    yield _heading(heading, _line_of(heading, lines, first, at) or at)
            above = below
            first = paragraph.lines[1]
            yield paragraph


def _stands_in(title: str, document: Document) -> bool:
    return any(title in paragraph.text for paragraph in document.paragraphs)


def _headings(paragraph: Paragraph) -> tuple[str, ...]:
    """The chapter and the path of headings that a paragraph stands under."""
    path = paragraph.section.split(" / ") if paragraph.section else []
    return (*([paragraph.chapter] if paragraph.chapter else []), *path)


def _new(below: Sequence[str], above: Sequence[str]) -> Sequence[str]:
    """The headings that stand between two paragraphs."""
    shared = 0
    while shared < min(len(below), len(above)) and below[shared] == above[shared]:
        shared += 1
    return below[shared:]


def _heading(text: str, line: int) -> Paragraph:
    return Paragraph(passage=0, text=text, lines=(line, line))


def _line_of(heading: str, lines: Sequence[str], first: int, last: int) -> int | None:
    """The physical line from `first` to `last` in which a heading stands, None where none has it.

    A reader may have mended it, so letters and digits decide where it does not stand as it is.
    """
    letters = _letters(heading)
    has_it: tuple[Callable[[str], bool], ...] = (
        partial(_contains, heading),
        lambda line: bool(letters) and letters in _letters(line),
    )
    for test in has_it:
        for number in range(first, last + 1):
            if test(lines[number - 1]):
                return number
    return None


def _contains(heading: str, line: str) -> bool:
    return heading in line


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
