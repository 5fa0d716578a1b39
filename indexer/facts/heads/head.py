"""What a head says, and what one of its lines says, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from indexer.formats.blocks import Block
from indexer.model.documents import Understood
from indexer.text.dates import DateSpan
from indexer.value import value

DateFrom = Literal["stated", "head", "end", "title", "dateline", "file name"]
"""Where a date stands, from what says most to the last resort."""


@value(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """What one line says.

    Attributes:
        became: what it is, mainly; a name of what became of a block.
        date: the date of the words, or one of which nobody knows what it is of.
        published: the date of publication.
        speaker: who speaks.
        unsure: whether the speaker needs something else in the head to speak for him.
        occasion: at what the words were said, as it is written.
        subtitle: the rest of the title.
        title: the title, where a label says so.
        publisher: where the words were printed.
        stays: whether the line is text as well, since it says more than these.
        text: what of the line is text: what follows 正文：.
        label: the first label of the line, or the empty string.
        broken: whether the line may be the beginning of a sentence that goes on in the next one.
    """

    became: str
    date: DateSpan | None = None
    published: DateSpan | None = None
    speaker: str | None = None
    unsure: bool = False
    occasion: str | None = None
    subtitle: str | None = None
    title: str | None = None
    publisher: str | None = None
    stays: bool = False
    text: str | None = None
    label: str = ""
    broken: bool = False


@value(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a text, or signs it.

    Attributes:
        title: the title; two lines of one are joined.
        subtitle: the rest of it, which a dash begins, without the dash.
        occasion: at what or to whom the words were said, as it is written.
        speaker: who speaks, or wrote it; several names are separated by 、.
        date: the date of the words, or one of which nobody knows what it is of.
        published: the date of which it is said that the words were published on it.
        publisher: who published them.
        date_from: where the date stands that `day` is.
        used: what each line of the head became.
        dropped: the places of the blocks that are nothing but head.
        rests: the blocks of which only the first lines are head, by their place: what is left.
        apart: the places of the blocks that are head and text; each is a paragraph of its own.
        titled: the places of the blocks that are the title.
        stop: the place of the first block after the head.
    """

    title: str | None = None
    subtitle: str | None = None
    occasion: str | None = None
    speaker: str | None = None
    date: DateSpan | None = None
    published: DateSpan | None = None
    publisher: str | None = None
    date_from: DateFrom | None = None
    used: tuple[Understood, ...] = ()
    dropped: frozenset[int] = frozenset()
    rests: tuple[tuple[int, Block], ...] = ()
    apart: frozenset[int] = frozenset()
    titled: frozenset[int] = frozenset()
    stop: int = 0

    @property
    def day(self) -> DateSpan | None:
        """The date of the document: of the words where known, else of publication."""
        return self.date or self.published

    @property
    def full_title(self) -> str | None:
        """The title with its subtitle, or with the occasion that stands in brackets under it."""
        if self.title is None:
            return self.subtitle
        if self.subtitle:
            return f"{self.title}——{self.subtitle}"
        if self.occasion and self.occasion not in self.title:
            return f"{self.title}（{self.occasion}）"
        return self.title

    def title_alone(self) -> Head:
        """The title, and nothing else of this head: the other lines are text."""
        titles = [one for one in self.used if one.became == "title"]
        if not self.titled:
            return NO_HEAD
        return Head(title=self.title, used=tuple(titles), dropped=self.titled, stop=self.stop)

    def body(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks that are text; what follows a line of the head opens, as after a blank."""
        rests = dict(self.rests)
        left: list[Block] = []
        opens = False
        for place, block in enumerate(blocks):
            apart = place in self.apart
            if place in self.dropped:
                opens = True
                continue
            kept = rests.get(place, block)
            left.append(replace(kept, opens=True) if (opens or apart) and not kept.opens else kept)
            opens = apart
        return left


NO_HEAD: Final = Head()
