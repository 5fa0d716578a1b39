"""Blocks: what a format yields of a file before anything of it is understood.

A block is a stretch of text that belongs together, with the place that it came from. Which of them
is a title, a heading, an attribution or a paragraph is for `indexer.facts` to say.

    >>> Block("核心技术", (1, 1), level=2).kind
    'heading'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from itertools import islice
from typing import Final, Literal

from indexer.model.documents import Problem, Understood
from indexer.model.limits import DEFAULT, Limits
from indexer.sources.source_text import CHINA, SourceText
from indexer.value import value

BlockForm = Literal["line", "paragraph", "item", "quote", "row", "code", "note"]
"""line: a physical line, of which nobody knows whether it is a paragraph. The others: what the
marks of the format say: a paragraph, an item of a list, a block quotation, a row of a table, code,
a note under the text. Where marks do not say it, `indexer.facts.apparatus` finds the notes.
"""


TitlePlace = Literal["heading", "page", "front matter"]
"""heading: the first one, where it is the only one of its level. page: where the title of a web
page, to which names of the site are added, comes again. front matter: nowhere else, as in an item
of a feed, which is one article.
"""


@value(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together.

    Attributes:
        text: the words.
        lines: first and last physical line, from 1, both included.
        level: 0 for text, 1 to 6 for a heading, 1 being the highest.
        form: what the marks of the format say of a text that is no heading.
        opens: whether a blank line, or the element that it is, separates it from the block before.
        parts: the lines that the text was joined from, where the format joins several.
        marks: the marks of notes that were lifted out of the text, each as
            `(offset in text, mark as it stood)`, in their order.
    """

    text: str
    lines: tuple[int, int]
    level: int = 0
    form: BlockForm = "paragraph"
    opens: bool = True
    parts: tuple[Block, ...] = field(default=(), compare=False, repr=False)
    marks: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    @property
    def kind(self) -> str:
        """`"heading"`, or the form of the text."""
        return "heading" if self.level else self.form

    def stripped(self) -> Block:
        """The block without blanks at both ends of its text."""
        text = self.text.strip()
        if text == self.text:
            return self
        marks = shifted(self.marks, len(self.text.lstrip()) - len(self.text), len(text))
        return replace(self, text=text, marks=marks)


def shifted(marks: Sequence[tuple[int, str]], by: int, length: int) -> tuple[tuple[int, str], ...]:
    """`marks` in a text of `length` characters in which they stand `by` characters further on."""
    return tuple((min(max(offset + by, 0), length), mark) for offset, mark in marks)


Stanza = Sequence[Block]
"""Lines between blank lines, each a block of its own."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that a file states about itself, as it is written.

    Attributes:
        text: the value.
        line: the physical line, from 1.
    """

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a file states about itself outside its text: in front matter, in `<meta>`.

    Attributes:
        title: the title; of a web page it may go on with the name of the site.
        subtitle: the rest of the title.
        spoken: the date of the words.
        date: a date, of the words or of publication.
        published: the date of publication.
        speaker: the person whose words the text is.
        author: who wrote it, a person or a body.
        publisher: the publisher.
        source: the publication that the text was taken from.
        speech: the title of the speech that the text is, or that it is one (yes, 是).
        type: what kind of text it is (讲话, news).
        occasion: at what or to whom the words were said.
        url: the address that the text was taken from.
    """

    title: Statement | None = None
    subtitle: Statement | None = None
    spoken: Statement | None = None
    date: Statement | None = None
    published: Statement | None = None
    speaker: Statement | None = None
    author: Statement | None = None
    publisher: Statement | None = None
    source: Statement | None = None
    speech: Statement | None = None
    type: Statement | None = None
    occasion: Statement | None = None
    url: Statement | None = None


NOTHING_STATED: Final = Stated()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Content:
    """What a format yields of a file.

    Attributes:
        format: the name of the format, `"markdown"`.
        path: the path of the file, relative to the seeds folder.
        blocks: its text, in file order.
        marked: whether the marks of the format say what its blocks are; else each is a line.
        title_place: where the title of a text in this format is.
        stated: what it states about itself outside its text.
        problems: what could not be read as it should be.
        zone: the zone in which its timestamps become dates.
        limits: what of it is too large to be read.
        left_out: blocks that were left out of it as no text, and why, in file order.
    """

    format: str
    path: str
    blocks: Sequence[Block]
    marked: bool = True
    title_place: TitlePlace = "heading"
    stated: Stated = NOTHING_STATED
    problems: tuple[Problem, ...] = ()
    zone: tzinfo = CHINA
    limits: Limits = DEFAULT
    left_out: tuple[Understood, ...] = ()

    @classmethod
    def of(
        cls,
        source: SourceText,
        format: str,
        blocks: Sequence[Block],
        stated: Stated = NOTHING_STATED,
        problems: tuple[Problem, ...] = (),
        *,
        marked: bool = True,
        title_place: TitlePlace = "heading",
    ) -> Content:
        """The content of `source`."""
        return cls(
            format=format,
            path=source.path,
            blocks=blocks,
            marked=marked,
            title_place=title_place,
            stated=stated,
            problems=problems,
            zone=source.zone,
            limits=source.limits,
        )


def line_blocks(lines: Sequence[str], start: int = 0) -> Iterator[Block]:
    """Each line from index `start` that is not blank, unchanged."""
    opens = True
    for number, line in enumerate(islice(lines, start, None), start + 1):
        if line and not line.isspace():
            yield Block(line, (number, number), form="line", opens=opens)
            opens = False
        else:
            opens = True


def stanzas(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks, divided where a blank line separated them."""
    stanza: list[Block] = []
    for block in blocks:
        if stanza and block.opens:
            yield tuple(stanza)
            stanza = []
        stanza.append(block)
    if stanza:
        yield tuple(stanza)


def without(blocks: Iterable[Block], dropped: Sequence[bool]) -> Iterator[Block]:
    """The blocks that are not dropped; what follows one that is opens, as after a blank line."""
    after = False
    for block, drop in zip(blocks, dropped, strict=True):
        if not drop:
            yield replace(block, opens=True) if after and not block.opens else block
        after = drop
