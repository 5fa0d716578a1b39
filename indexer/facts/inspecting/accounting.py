"""What became of every block of a file, so that none is passed over in silence.

Each kind of document says what it takes out of a text: its head, its notes, what is no text. What
became a paragraph or a heading is seen from the paragraphs. A block that neither accounts for was
left out, and that is said of it.

    >>> from indexer.facts.articles import read
    >>> content = Content(format="markdown", path="a.md", blocks=(Block("核心技术。", (1, 1)),))
    >>> [[one.became for one in blocks] for blocks in accounts(content, read(content))]
    [['paragraph']]
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.facts.inspecting.surroundings import NOWHERE, Surroundings, Told, letters_of
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Paragraph, Understood
from indexer.wording.said import said

_AROUND = 40
"""How many entries of the same line are compared with a block, besides the one of equal words."""
_ENOUGH = 6
"""How many letters at the beginning or end of a block show that it is in a paragraph, which may be
mended inside."""


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
    entries.sort(key=Told.place)
    found: list[list[Understood]] = [[] for _ in documents]
    for entry in entries:
        if entry.shown:
            found[entry.document].append(entry.said)
    return tuple(map(tuple, found))


def _said(number: int, document: Document) -> Iterator[Told]:
    """What a document says itself, by the kind that it is of."""
    return (Told(one, number, letters_of(one.text)) for one in document.understood)


def _paragraphs(number: int, document: Document) -> Iterator[Told]:
    """The paragraphs of a document."""
    told = {
        (one.lines, letters_of(one.text))
        for one in document.understood
        if one.became in ("paragraph", "note", "unread")  # what was not read may be a paragraph
    }
    sizes = Counter(paragraph.passage for paragraph in document.paragraphs)
    for paragraph in document.paragraphs:
        entry = Understood(
            lines=paragraph.lines,
            text=paragraph.text,
            became="note" if paragraph.role == "note" else "paragraph",
            facts=tuple(_facts(paragraph, sizes[paragraph.passage])),
            reason=said("reading.of_another") if _is_of_another(document, paragraph) else None,
        )
        letters = letters_of(paragraph.text)
        shown = (paragraph.lines, letters) not in told
        yield Told(entry, number, letters, paragraph=paragraph, shown=shown)


def _is_of_another(document: Document, paragraph: Paragraph) -> bool:
    """Whether a paragraph is none of the person's whose text the document is: a question.

    Where a note was not read, nobody knows whose the words above it are.
    """
    if paragraph.role != "article" or document.kind == "compendium" or document.unread:
        return False
    named = document.speaker is not None and paragraph.speaker is None
    return named or document.ground is not None


def _facts(paragraph: Paragraph, paragraphs_in_passage: int) -> Iterator[tuple[str, str]]:
    several = paragraphs_in_passage > 1
    yield "id", f"#{paragraph.passage}" + (f".{paragraph.number}" if several else "")
    yield "role", paragraph.role
    for name, fact in (("chapter", paragraph.chapter), ("section", paragraph.section)):
        if fact is not None:
            yield name, fact


class _Covering:
    """Which entries contain a block: those of its lines that have its words."""

    def __init__(self, entries: Iterable[Told]) -> None:
        self._by_line: dict[int, _OfLine] = {}
        for entry in entries:
            first, last = entry.lines
            for line in range(first, last + 1):
                self._by_line.setdefault(line, _OfLine()).add(entry)

    def without(self, pieces: Sequence[Block]) -> list[int]:
        """The numbers of the blocks that no entry contains."""
        return [number for number, piece in enumerate(pieces) if not self._has(number, piece)]

    def _has(self, number: int, piece: Block) -> bool:
        letters = letters_of(piece.text)
        first, last = piece.lines or NOWHERE
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

    entries: list[Told] = field(default_factory=list)
    _equal: dict[str, int] = field(default_factory=dict)
    _latest: int = 0

    def add(self, entry: Told) -> None:
        self._equal.setdefault(entry.letters, len(self.entries))
        self.entries.append(entry)

    def candidates(self, letters: str) -> Sequence[Told]:
        if len(self.entries) <= _AROUND:
            return self.entries
        equal = self._equal.pop(letters, None)
        if equal is not None:
            self._latest = equal
            return self.entries[equal : equal + 1]
        start = max(0, self._latest - _AROUND // 2)
        return self.entries[start : start + _AROUND]


def _contains(entry: Told, letters: str, text: str) -> bool:
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
    entries: Sequence[Told],
) -> Iterator[Told]:
    """What became of the blocks of which nothing is known: headings, attributions, nothing."""
    if not documents:
        return
    of_documents: list[list[Told]] = [[] for _ in documents]
    for entry in entries:
        of_documents[entry.document].append(entry)
    surroundings = list(map(Surroundings, documents, of_documents))
    starts = sorted((around.start, number) for number, around in enumerate(surroundings))
    places = {number: ((pieces[number].lines or NOWHERE)[0], number) for number in silent}
    owners = {}
    for number in silent:
        position = bisect_right(starts, (places[number], len(documents))) - 1
        owners[number] = starts[max(0, position)][1]
        surroundings[owners[number]].look_for_title(pieces[number])
    for number in reversed(silent):  # a list of contents stands before the headings themselves
        became = surroundings[owners[number]].of(pieces[number], places[number])
        yield Told(became, owners[number], "", number)
