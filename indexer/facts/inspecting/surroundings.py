"""What the paragraphs of a document say of the blocks between them of which it says nothing.

A block before a paragraph may be its heading, one after an attributed paragraph its attribution,
one before the first chapter of a book a part of the title page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from indexer.facts.notes.facts import facts_of_source
from indexer.formats.blocks import Block
from indexer.model.catalogue import known_part
from indexer.model.documents import Became, Document, Paragraph, Understood
from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan
from indexer.text.typography import mend
from indexer.wording.said import said

NOWHERE: Final = (0, 0)
"""The lines of what has none."""

_LONGEST_HEADING: Final = 200
_LONGEST_DATE: Final = 40


def letters_of(text: str) -> str:
    """The words of a text without marks, digits and blanks."""
    return "".join(filter(str.isalpha, text))


@dataclass(slots=True)
class Told:
    """What became of a stretch of a file.

    Attributes:
        said: that.
        document: the number of the document that it belongs to.
        letters: its words without marks, digits and blanks.
        at: the number of the first block that it contains, -1 while none is known.
        paragraph: the paragraph that it is, None where it is none.
        shown: whether the document has not said the same.
    """

    said: Understood
    document: int
    letters: str
    at: int = -1
    paragraph: Paragraph | None = None
    shown: bool = True
    _is_sure: bool = False

    @property
    def lines(self) -> tuple[int, int]:
        return self.said.lines or NOWHERE

    def begin(self, number: int, *, surely: bool) -> None:
        """Note that block `number` is in it, and surely so where the words are equal."""
        if self.at < 0 or (surely and not self._is_sure):
            self.at, self._is_sure = number, surely

    def place(self) -> tuple[int, int]:
        """What entries are sorted by: the first line, then the order of blocks in it."""
        return self.lines[0], self.at


class Surroundings:
    """What the paragraphs of a document say of the blocks between them.

    Attributes:
        start: the first place in it that is known.
    """

    def __init__(self, document: Document, entries: Sequence[Told]) -> None:
        self._title = letters_of(document.title or "")
        self._titled: Block | None = None
        self._has_title = any(one.became == "title" for one in document.understood)
        self._problems = {problem.line: problem.reason for problem in document.problems}
        found = [(one.place(), one.paragraph) for one in entries if one.paragraph]
        found.sort(key=itemgetter(0))
        self._places = [place for place, _ in found]
        self._paragraphs = [paragraph for _, paragraph in found]
        self._headings = list(_headings(self._paragraphs))
        for entry in entries:
            if entry.said.became == "heading":
                self._is_heading(bisect_left(self._places, entry.place()), entry.letters)
        self._title_page = _TitlePage(document)
        self.start = min((entry.place() for entry in entries), default=NOWHERE)

    def look_for_title(self, piece: Block) -> None:
        """Remember the first block that is the title."""
        if self._titled is None and not self._has_title:
            letters = letters_of(piece.text)
            if letters and letters == self._title:
                self._titled = piece

    def of(self, piece: Block, place: tuple[int, int]) -> Understood:
        """What became of a block of which the document does not say it; the last block first."""
        letters = letters_of(piece.text)
        after = bisect_left(self._places, place)
        became: Became = "left_out"
        facts: tuple[tuple[str, str], ...] = ()
        reason: str | None = None
        if piece is self._titled:
            became = "title"
        elif piece.level or self._is_heading(after, letters):
            became = "heading"
        elif (words := self._attributed(after - 1, letters)) is not None:
            became, facts = "attribution", _given_in(words, piece.text)
        elif (date := self._date(after, piece)) is not None:
            became, facts = "date", (("date", known_part(date)),)
        elif not any(map(str.isalnum, piece.text)):
            became, reason = "furniture", said("reading.rule")
        elif self._title_page and not any(one.passage for one in self._paragraphs[:after]):
            return self._title_page.of(piece)
        else:
            reason = self._problem(piece)
        return Understood(
            lines=piece.lines, text=piece.text, became=became, facts=facts, reason=reason
        )

    def _is_heading(self, after: int, letters: str) -> bool:
        """Whether it is a heading of the paragraph after it, of that number."""
        if not 1 < len(letters) <= _LONGEST_HEADING or after == len(self._headings):
            return False
        before, found, rest = self._headings[after].rpartition(letters)
        if found:
            self._headings[after] = f"{before}\n{rest}"
        return bool(found)

    def _attributed(self, before: int, letters: str) -> Paragraph | None:
        """The paragraph before the block, of that number, if the block names its speech."""
        if before < 0 or len(letters) < 2:
            return None
        words = self._paragraphs[before]
        names = [letters_of(name) for name in (words.speech, words.source) if name]
        is_named = any(name in letters or letters in name for name in names if name)
        return words if is_named else None

    def _date(self, after: int, piece: Block) -> DateSpan | None:
        """The date of the paragraph after the block, of that number, if the block is that."""
        date = self._paragraphs[after].date if after < len(self._paragraphs) else None
        return date if date is not None and _day(piece.text) == date else None

    def _problem(self, piece: Block) -> str | None:
        first, last = piece.lines or NOWHERE
        lines = range(first, min(last, first + _LONGEST_HEADING) + 1)
        return next((self._problems[at] for at in lines if at in self._problems), None)


class _TitlePage:
    """What stands before the first chapter of a book of excerpts, the preface aside."""

    def __init__(self, document: Document) -> None:
        self._is_book = document.kind == "compendium"
        self._title = letters_of(document.title or "")
        self._publisher = letters_of(document.publisher or "")
        self._date = document.date

    def __bool__(self) -> bool:
        return self._is_book

    def of(self, piece: Block) -> Understood:
        """What became of a block of it: a part of the title, the publisher, the date, nothing."""
        letters = letters_of(piece.text)
        became: Became = "furniture"
        facts: tuple[tuple[str, str], ...] = ()
        reason: str | None = None
        if len(letters) > 1 and letters in self._title:
            became = "title"
        elif letters and letters == self._publisher:
            became, facts = "publication", (("publisher", mend(piece.text)),)
        elif self._date is not None and _day(piece.text) == self._date:
            became, facts = "date", (("date", known_part(self._date)),)
        else:
            reason = said("reading.title_page")
        return Understood(
            lines=piece.lines, text=piece.text, became=became, facts=facts, reason=reason
        )


def _day(text: str) -> DateSpan | None:
    """The date that all of a short text is, in brackets or not."""
    bare = mend(text[:_LONGEST_DATE]).strip("（）()")
    try:
        return parse_date(bare)
    except ValueError:
        return None


def _headings(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """For each paragraph the letters of the headings that it is the first one under."""
    before: tuple[str | None, str | None] = (None, None)
    for paragraph in paragraphs:
        here = (paragraph.chapter, paragraph.section)
        yield "" if here == before else letters_of(" ".join(filter(None, here)))
        before = here


def _given_in(words: Paragraph, text: str) -> tuple[tuple[str, str], ...]:
    """The facts of the attribution `text`, as the paragraph above it has them. Who speaks may be
    known from elsewhere.
    """
    facts = facts_of_source(words)
    return tuple((name, fact) for name, fact in facts if name != "speaker" or fact in text)
