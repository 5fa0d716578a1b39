"""From a file to the article that is traced, by the readers that also read the collection.

A reader takes titles and headings out of the text, and a short text may begin with what looks like
one. Whoever wants to know where words come from wants it of these too, so here they are paragraphs
again, before what they head.

    >>> read_article("没有网络安全就没有国家安全\\n\\n习近平强调过这一点。".encode(), "a.txt").text
    '没有网络安全就没有国家安全\\n习近平强调过这一点。'

Paragraphs that are set off as quotations are those that readers recognize by themselves, and also
those after Markdown's `>` and those above a line that says where they are from:

    > 没有网络安全就没有国家安全。
    > —— 习近平，2018年4月20日
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Final

from indexer.errors import SourceError
from indexer.facts import read_documents
from indexer.model.arguments import CALL, DATA, TEXT, TEXTS, check, optional
from indexer.model.documents import Document, Paragraph
from indexer.model.fields import SECTION_SEPARATOR
from indexer.model.limits import Limits
from indexer.sources.decoding import decode
from indexer.sources.source_text import CHINA, SourceText
from indexer.text.dates import DateSpan
from indexer.text.marks import CLOSING_QUOTES, DASHES, FULL_WIDTH_ENDS, STRAIGHT
from indexer.wording import say
from searcher.articles.article import Article, Attribution, article_of_paragraphs
from searcher.articles.article_file import MOST_BYTES
from searcher.claims.after_quotation import in_line
from searcher.claims.persons import Persons, persons_of

_KINDS: Final = {"data": DATA, "name": TEXT, "report": optional(CALL), "speakers": TEXTS}

_LIMITS: Final = Limits(file_bytes=MOST_BYTES, paragraph_characters=MOST_BYTES)
"""A long paragraph is traced: nothing of it is kept for long."""
_SIGNED = re.compile(
    rf"(?P<words>.+[{FULL_WIDTH_ENDS}{CLOSING_QUOTES}{STRAIGHT}])"
    rf"\s*(?P<line>[{DASHES}]{{1,2}}[^{DASHES}]{{4,80}})"
)
_LONGEST_LINE = 100
"""Characters; a longer paragraph that begins with a dash is a text."""


def read_article(
    data: bytes,
    name: str,
    *,
    report: Callable[[str], object] | None = None,
    speakers: Sequence[str] = (),
) -> Article:
    """The article of a file: its paragraphs, titles and headings among them.

    Args:
        data: the content of the file, in any format and encoding that the readers know.
        name: what messages call it.
        report: is called with a line for each thing that could not be read as it should be.
        speakers: persons who may sign a quotation, as the manifest of a collection names them.

    Raises:
        SourceError: there is no text in it, or it cannot be read.
        ArgumentError: an argument is of another type.
    """
    check(_KINDS, data=data, name=name, report=report, speakers=speakers)
    try:
        decoded = decode(data)
        _refuse_blank(decoded.text, name)
        source = SourceText.from_text(name, decoded.text, CHINA, _LIMITS)
        documents = read_documents(source)
    except ValueError as exc:
        raise SourceError(name, str(exc)) from exc
    except MemoryError as exc:
        raise SourceError(name, say("reading.memory")) from exc
    problems = (one for document in documents for one in document.problems)
    for problem in (*decoded.problems, *problems):
        if report is not None:
            report(say("articles.problem", name=name, line=problem.line, reason=problem.reason))
    paragraphs = _with_headings(documents, source.lines, persons_of(speakers))
    return article_of_paragraphs(paragraphs)


def _refuse_blank(text: str, name: str) -> None:
    if not text or text.isspace():
        raise SourceError(name, say("articles.empty"))


def _with_headings(
    documents: Sequence[Document], lines: Sequence[str], persons: Persons
) -> Iterator[Paragraph]:
    """The paragraphs of all documents, each after the titles and headings that are new with it."""
    first = 1
    for document in documents:
        last = max(paragraph.known_lines[1] for paragraph in document.paragraphs)
        title = document.title
        if title and not _contains_title(title, document):
            line = _line_of(title, lines, first, last) or document.paragraphs[0].known_lines[0]
            yield _heading(title, line)
        above: tuple[str, ...] = ()
        for paragraph in _with_set_off(_own_words(document, lines), lines, persons):
            below = _headings(paragraph)
            for heading in _new(below, above):
                if heading != title:
                    at = paragraph.known_lines[0]
                    yield _heading(heading, _line_of(heading, lines, first, at) or at)
            above = below
            first = paragraph.known_lines[1]
            yield paragraph


def _own_words(document: Document, lines: Sequence[str]) -> Iterator[Paragraph]:
    """The paragraphs of a document, those as an article's that are its own words.

    Who traces a speech asks what is quoted in it, and its notes are no quotations. A line that a
    reader took for the attribution of a quotation is a line of the article all the same.
    """
    own = ("note",) if document.ground is None else ("note", "speech")
    for paragraph, following in zip_longest(document.paragraphs, document.paragraphs[1:]):
        if paragraph.role in own:
            yield replace(paragraph, role="article", speech=None, date=None, date_kind=None)
            continue
        yield paragraph
        if paragraph.role == "quotation":
            end = following.known_lines[0] - 1 if following else len(lines)
            yield from _signed(lines, paragraph.known_lines[1], end)


def _signed(lines: Sequence[str], start: int, end: int) -> Iterator[Paragraph]:
    """The line that signs a quotation, the first that is not blank of `lines[start:end]`."""
    for number in range(start, end):
        text = lines[number].strip().lstrip("> \u3000")
        if text:
            if text[0] in DASHES:
                yield Paragraph(passage=0, text=text, lines=(number + 1, number + 1))
            return


def _contains_title(title: str, document: Document) -> bool:
    """Whether a paragraph of a document contains its title."""
    return any(title in paragraph.text for paragraph in document.paragraphs)


def _headings(paragraph: Paragraph) -> tuple[str, ...]:
    """The chapter of a paragraph and the path of headings above it."""
    path = paragraph.section.split(SECTION_SEPARATOR) if paragraph.section else []
    return (*([paragraph.chapter] if paragraph.chapter else []), *path)


def _new(below: Sequence[str], above: Sequence[str]) -> Sequence[str]:
    """The headings between two paragraphs, by those above either of them."""
    shared = 0
    while shared < min(len(below), len(above)) and below[shared] == above[shared]:
        shared += 1
    return below[shared:]


def _heading(text: str, line: int) -> Paragraph:
    return Paragraph(passage=0, text=text, lines=(line, line))


def _line_of(heading: str, lines: Sequence[str], first: int, last: int) -> int | None:
    """The physical line from `first` to `last` that contains a heading, None where none does.

    A reader may have mended it, so letters and digits decide where no line has it as it is.
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


def _with_set_off(
    paragraphs: Iterable[Paragraph], lines: Sequence[str], persons: Persons
) -> Iterator[Paragraph]:
    """The paragraphs of an article, those that are set off in the role of quotations.

    Args:
        lines: the physical lines of the file.
        persons: who signs a quotation.
    """
    held: Paragraph | None = None
    for paragraph in paragraphs:
        attribution = _signature(paragraph.text, persons)
        if held is not None:
            yield held if attribution is None else _quotation(held, attribution)
            held = None
        if attribution is not None or paragraph.role != "article":
            yield paragraph
        elif lines[paragraph.known_lines[0] - 1].lstrip().startswith(">"):
            *above, held = _after_mark(paragraph, persons)
            yield from above
        else:
            held = paragraph
    if held is not None:
        yield held


def _after_mark(paragraph: Paragraph, persons: Persons) -> tuple[Paragraph, ...]:
    """A paragraph after `>`, and the line that signs it where that belongs to it."""
    if paragraph.text.lstrip()[:1] in DASHES:
        return (paragraph,)
    signed = _SIGNED.fullmatch(paragraph.text)
    attribution = _signature(signed["line"], persons) if signed else None
    if signed is None or attribution is None:
        return (replace(paragraph, role="quotation"),)
    words = replace(paragraph, text=signed["words"])
    return _quotation(words, attribution), replace(paragraph, text=signed["line"])


def _signature(text: str, persons: Persons) -> Attribution | None:
    """What a line that begins with a dash says of the words above it, if anything."""
    if len(text) > _LONGEST_LINE or text.lstrip()[:1] not in DASHES:
        return None
    return in_line(text, persons)


def _quotation(paragraph: Paragraph, attribution: Attribution) -> Paragraph:
    """A paragraph in the role of a quotation, with its attribution if it has none yet."""
    date: DateSpan | None = attribution.date
    if paragraph.role != "article" and (paragraph.speech or paragraph.date):
        return paragraph
    return replace(paragraph, role="quotation", speech=attribution.speech, date=date)
