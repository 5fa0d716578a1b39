"""What became of every block of a file, so that none is passed over in silence.

A reader says what it takes out of a text: its head, its notes, what is no text. What became a
paragraph or a heading is seen from the paragraphs. A block that neither accounts for was left out,
and that is said of it.

    >>> from indexer.facts.articles import read
    >>> content = Content(format="markdown", path="a.md", blocks=(Block("核心技术。", (1, 1)),))
    >>> [[one.became for one in blocks] for blocks in accounts(content, read(content))]
    [['paragraph']]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from indexer.formats.blocks import Block, Content
from indexer.model.catalogue import known_part
from indexer.model.documents import Became, Document, Paragraph, Understood
from indexer.wording.said import said

_AROUND = 40
"""How many entries of the same line are compared with a block, besides the one of equal words."""
_ENOUGH = 6
"""How many letters at the beginning or end of a block show that it is in a paragraph, which may be
mended inside."""
_LONGEST_HEADING = 200

_NOWHERE = (0, 0)


@dataclass(slots=True)
class _Entry:
    """What became of a stretch of a file.

    Attributes:
        said: that.
        document: the number of the document that it belongs to.
        letters: its words without marks, digits and blanks.
        at: the number of the first block that it contains, -1 while none is known.
        paragraph: the paragraph that it is, None where it is none.
        shown: whether the reader has not said the same.
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
        return self.said.lines or _NOWHERE

    def begin(self, number: int, *, surely: bool) -> None:
        """Note that block `number` is in it, and surely so where the words are equal."""
        if self.at < 0 or (surely and not self._is_sure):
            self.at, self._is_sure = number, surely

    def place(self) -> tuple[int, int]:
        """What entries are sorted by: the first line, then the order of blocks in it."""
        return self.lines[0], self.at


def accounts(content: Content, documents: Sequence[Document]) -> tuple[tuple[Understood, ...], ...]:
    """For each of the documents of a file, what became of its blocks, in file order."""
    entries = [
        entry
        for number, document in enumerate(documents)
        for entry in (*_said(number, document), *_paragraphs(number, document))
    ]
    pieces = [part for block in content.blocks for part in block.parts or (block,)]
    silent = _Covering(entries).without(pieces)
    entries += _of_silent(silent, pieces, documents, entries)
    entries.sort(key=_Entry.place)
    found: list[list[Understood]] = [[] for _ in documents]
    for entry in entries:
        if entry.shown:
            found[entry.document].append(entry.said)
    return tuple(map(tuple, found))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _said(number: int, document: Document) -> Iterator[_Entry]:
    """What the reader of a document says."""
    return (_Entry(said, number, _letters(said.text)) for said in document.understood)


def _paragraphs(number: int, document: Document) -> Iterator[_Entry]:
    """The paragraphs of a document."""
    told = {
        (one.lines, _letters(one.text))
        for one in document.understood
        if one.became in ("paragraph", "note", "unread")  # what was not read may be a paragraph
    }
    sizes = Counter(paragraph.passage for paragraph in document.paragraphs)
    for paragraph in document.paragraphs:
        said = Understood(
            lines=paragraph.lines,
            text=paragraph.text,
            became="note" if paragraph.role == "note" else "paragraph",
            facts=tuple(_facts(paragraph, sizes[paragraph.passage])),
        )
        letters = _letters(paragraph.text)
        shown = (paragraph.lines, letters) not in told
        yield _Entry(said, number, letters, paragraph=paragraph, shown=shown)


def _facts(paragraph: Paragraph, paragraphs_in_passage: int) -> Iterator[tuple[str, str]]:
    several = paragraphs_in_passage > 1
    yield "id", f"#{paragraph.passage}" + (f".{paragraph.number}" if several else "")
    yield "role", paragraph.role
    for name, fact in (("chapter", paragraph.chapter), ("section", paragraph.section)):
        if fact is not None:
            yield name, fact


class _Covering:
    """Which entries contain a block: those of its lines that have its words."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._by_line: dict[int, _OfLine] = {}
        for entry in entries:
            first, last = entry.lines
            for line in range(first, last + 1):
                self._by_line.setdefault(line, _OfLine()).add(entry)

    def without(self, pieces: Sequence[Block]) -> list[int]:
        """The numbers of the blocks that no entry contains."""
        return [number for number, piece in enumerate(pieces) if not self._has(number, piece)]

    def _has(self, number: int, piece: Block) -> bool:
        letters = _letters(piece.text)
        first, last = piece.lines or _NOWHERE
        found = False
        for line in dict.fromkeys((first, last)):
            near = self._by_line.get(line)
            for entry in near.candidates(letters) if near else ():
                if _contains(entry, letters, piece.text):
                    found = True
                    entry.begin(number, surely=entry.letters == letters)
        return found


@dataclass(slots=True)
class _OfLine:
    """The entries of one line. All of a page of HTML may be on one; it is compared in its order."""

    entries: list[_Entry] = field(default_factory=list)
    _equal: dict[str, int] = field(default_factory=dict)
    _latest: int = 0

    def add(self, entry: _Entry) -> None:
        self._equal.setdefault(entry.letters, len(self.entries))
        self.entries.append(entry)

    def candidates(self, letters: str) -> Sequence[_Entry]:
        if len(self.entries) <= _AROUND:
            return self.entries
        equal = self._equal.pop(letters, None)
        if equal is not None:
            self._latest = equal
            return self.entries[equal : equal + 1]
        start = max(0, self._latest - _AROUND // 2)
        return self.entries[start : start + _AROUND]


def _contains(entry: _Entry, letters: str, text: str) -> bool:
    """Whether an entry has the words of a block; what was mended or taken out is not looked at."""
    if not letters:
        return text.strip() in entry.said.text
    if letters in entry.letters or (len(entry.letters) > 1 and entry.letters in letters):
        return True
    return len(letters) > _ENOUGH and (
        letters[:_ENOUGH] in entry.letters or letters[-_ENOUGH:] in entry.letters
    )


def _of_silent(
    silent: Sequence[int],
    pieces: Sequence[Block],
    documents: Sequence[Document],
    entries: Sequence[_Entry],
) -> Iterator[_Entry]:
    """What became of the blocks of which nothing is known: headings, attributions, nothing."""
    if not documents:
        return
    of_documents: list[list[_Entry]] = [[] for _ in documents]
    for entry in entries:
        of_documents[entry.document].append(entry)
    outlines = list(map(_Outline, documents, of_documents))
    starts = sorted((outline.start, number) for number, outline in enumerate(outlines))
    places = {number: ((pieces[number].lines or _NOWHERE)[0], number) for number in silent}
    owners = {}
    for number in silent:
        position = bisect_right(starts, (places[number], len(documents))) - 1
        owners[number] = starts[max(0, position)][1]
        outlines[owners[number]].look_for_title(pieces[number])
    for number in reversed(silent):  # a list of contents stands before the headings themselves
        said = outlines[owners[number]].of(pieces[number], places[number])
        yield _Entry(said, owners[number], "", number)


class _Outline:
    """What the paragraphs of a document say of the blocks between them.

    Attributes:
        start: the first place in it that is known.
    """

    def __init__(self, document: Document, entries: Sequence[_Entry]) -> None:
        self._title = _letters(document.title or "")
        self._titled: Block | None = None
        self._has_title = any(one.became == "title" for one in document.understood)
        self._problems = {problem.line: problem.reason for problem in document.problems}
        found = [(one.place(), one.paragraph) for one in entries if one.paragraph]
        found.sort(key=itemgetter(0))
        self._places = [place for place, _ in found]
        self._paragraphs = [paragraph for _, paragraph in found]
        self._headings = list(_headings(self._paragraphs))
        self.start = min((entry.place() for entry in entries), default=_NOWHERE)

    def look_for_title(self, piece: Block) -> None:
        """Remember the first block that is the title."""
        if self._titled is None and not self._has_title:
            letters = _letters(piece.text)
            if letters and letters == self._title:
                self._titled = piece

    def of(self, piece: Block, place: tuple[int, int]) -> Understood:
        """What became of a block of which the reader does not say it; the last block first."""
        letters = _letters(piece.text)
        after = bisect_left(self._places, place)
        became: Became = "left_out"
        facts: tuple[tuple[str, str], ...] = ()
        reason: str | None = None
        if piece is self._titled:
            became = "title"
        elif piece.level or self._is_heading(after, letters):
            became = "heading"
        elif (words := self._attributed(after - 1, letters)) is not None:
            became, facts = "attribution", tuple(attribution_facts(words, piece.text))
        elif not any(map(str.isalnum, piece.text)):
            became, reason = "furniture", said("reading.rule")
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
        names = [_letters(name) for name in (words.speech, words.source) if name]
        is_named = any(name in letters or letters in name for name in names if name)
        return words if is_named else None

    def _problem(self, piece: Block) -> str | None:
        first, last = piece.lines or _NOWHERE
        lines = range(first, min(last, first + _LONGEST_HEADING) + 1)
        return next((self._problems[at] for at in lines if at in self._problems), None)


def _headings(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """For each paragraph the letters of the headings that it is the first one under."""
    before: tuple[str | None, str | None] = (None, None)
    for paragraph in paragraphs:
        here = (paragraph.chapter, paragraph.section)
        yield "" if here == before else _letters(" ".join(filter(None, here)))
        before = here


def attribution_facts(words: Paragraph, text: str) -> Iterator[tuple[str, str]]:
    """The facts of the attribution `text`, as the paragraph above it has them. Who speaks may be
    known from elsewhere.
    """
    date = None if words.date is None else known_part(words.date)
    for name, fact in (
        ("speaker", words.speaker if words.speaker and words.speaker in text else None),
        ("speech", words.speech),
        ("date", date),
        ("source", words.source),
        ("pages", words.pages),
    ):
        if fact is not None:
            yield name, fact
