"""What reading makes and everything after it takes: documents and paragraphs.

A source file becomes one or more documents, a document is a sequence of paragraphs, and a
paragraph is what is indexed and found. All of them are values: frozen, compared by content.

    >>> Paragraph(passage=1, text="核心技术是国之重器。", lines=(3, 3)).role
    'article'
"""

from __future__ import annotations

from typing import Literal

from indexer.model.fields import DateKind, Facts
from indexer.text.dates import DateSpan
from indexer.value import value

Became = Literal[
    "title",
    "subtitle",
    "speaker",
    "date",
    "occasion",
    "publication",
    "heading",
    "paragraph",
    "attribution",
    "unread",
    "note",
    "furniture",
    "contents",
    "left_out",
]
"""What a block of a file became. unread: it looks like an attribution and was not understood, so
nothing is attributed by it. note: the editor's apparatus. furniture: page marks, running heads,
adverts, what belongs to the page and not to the text. left_out: it is not in the index, and nothing
says why. The others are named as what they are."""


@value(frozen=True, slots=True, kw_only=True)
class AttributionLine:
    """Where attributed words come from.

    Attributes:
        speech: the title of the speech, letter or instruction, without outer 《》.
        date: its date.
        source: the publication that the attribution names, without the page.
        pages: its pages, `"199"` or `"183-184"`.
        speaker: the person whose words they are, where it says so.
    """

    speech: str | None = None
    date: DateSpan | None = None
    source: str | None = None
    pages: str | None = None
    speaker: str | None = None


@value(frozen=True, slots=True, kw_only=True)
class Paragraph(Facts):
    """The indexed unit: its place, its words and their date, and what else is known of them.

    Attributes:
        passage: N of the id: the running number of the passage in a compendium (0 for what
            precedes the first), of the paragraph elsewhere (from 1).
        number: K of the id: which paragraph of its passage, from 1.
        text: the words, mended by the rules of its kind, otherwise as in the file.
        lines: first and last physical line in the source file, from 1, both included; None where
            the file has no lines.
        place: where it stands in a file that has no lines: a page, an element.
        marks: the marks of notes that were lifted out of the words, each as
            `(offset in text, mark as it stood)`, in their order.
        date: the date of the words: of the speech where attributed, else of publication.
        date_kind: which of the two; None where there is no date.
    """

    passage: int
    text: str
    lines: tuple[int, int] | None
    number: int = 1
    date: DateSpan | None = None
    date_kind: DateKind | None = None
    place: str | None = None
    marks: tuple[tuple[int, str], ...] = ()

    @property
    def known_lines(self) -> tuple[int, int]:
        """Its lines, of a file of which every paragraph has some.

        Raises:
            ValueError: it has none.
        """
        if self.lines is None:
            raise ValueError("a paragraph without lines")
        return self.lines


@value(frozen=True, slots=True)
class Problem:
    """Something in a source file that could not be read as it should be.

    The document is indexed all the same; nothing of its text is dropped.

    Attributes:
        reason: what is wrong, and what to do about it, in one line.
        line: the physical line, from 1.
    """

    reason: str
    line: int


@value(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was understood of a block of a source file.

    Attributes:
        lines: its first and last physical line, from 1; None where the file has no lines.
        text: what stands there.
        became: what it became.
        facts: the facts that it gave, each as `(name, value)`.
        reason: why it was left out or not read, None where it was neither.
    """

    lines: tuple[int, int] | None
    text: str
    became: Became
    facts: tuple[tuple[str, str], ...] = ()
    reason: str | None = None


@value(frozen=True, slots=True, kw_only=True)
class Document:
    """What a source file, a part of it, or one group of records in it becomes.

    Attributes:
        kind: what kind of document it is: `"compendium"`, `"web-page"` or `"newspaper"`; else the
            name of its format: `"text"`, `"markdown"`, `"html"`, `"feed"`, `"json-lines"`.
        title: the headline or the title of the book.
        paragraphs: in file order. Paragraphs of one passage are neighbours.
        date: the date of publication.
        publisher: who published it.
        group: the name of this document inside a file that contains several, else None.
        problems: what could not be read as it should be.
        speaker: the person whose words the document is, or who wrote it; None where nothing says
            who.
        understood: what each block became, in file order. Kept for showing it, not when indexing.
        unread: the number of lines that look like notes and were not read.
        ground: why the whole document is a speech, letter or instruction; None where it is none.
        doubt: what it looks like and was not read as, such as a book of excerpts, and why, or what
            characters its file has that no text has, in one line; None where nothing is in doubt.
    """

    kind: str
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    date: DateSpan | None = None
    publisher: str | None = None
    group: str | None = None
    problems: tuple[Problem, ...] = ()
    speaker: str | None = None
    understood: tuple[Understood, ...] = ()
    unread: int = 0
    ground: str | None = None
    doubt: str | None = None
