"""The lines of blocks, as a head is read: those, too, that a paragraph was joined from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from indexer.facts.heads.head import HeadLine
from indexer.facts.heads.head_lines import LONGEST_LINE, read_line
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import joined
from indexer.model.documents import Became, Understood
from indexer.text.dates import DateSpan
from indexer.wording.said import said


@dataclass(slots=True)
class Line:
    """A line that may be one of the head.

    Attributes:
        place: the place of its block.
        part: which of the lines of the block it is.
        parts: how many lines the block has.
        block: the line itself.
        cut: whether its beginning was taken away.
    """

    place: int
    part: int
    parts: int
    block: Block
    cut: bool = False
    _read: HeadLine | None = None
    _known: bool = False

    @property
    def text(self) -> str:
        return self.block.text

    def read(self, zone: tzinfo) -> HeadLine | None:
        """What it says, read once."""
        if not self._known:
            self._read = read_line(self.text, zone) if len(self.text) <= LONGEST_LINE else None
            self._known = True
        return self._read


def iter_lines(blocks: Sequence[Block], start: int) -> Iterator[Line]:
    """The lines from the block at `start` on: those of its parts, where a block has some."""
    for place in range(start, len(blocks)):
        block = blocks[place]
        if len(block.parts) > 1 and not block.level:
            for part, line in enumerate(block.parts):
                yield Line(place, part, len(block.parts), line)
        else:
            yield Line(place, 0, 1, block)


def head_lines_from(blocks: Sequence[Block], start: int, most: int) -> list[Line]:
    """The lines from `start` on that may be head: at most `most`, and down to one that is text."""
    lines: list[Line] = []
    for line in iter_lines(blocks, start):
        lines.append(line)
        if len(lines) == most or len(line.text) > LONGEST_LINE or line.text.endswith("。"):
            break
    return lines


def taken_from(
    blocks: Sequence[Block], gone: Sequence[Line], lines: Sequence[Line] = ()
) -> tuple[frozenset[int], tuple[tuple[int, Block], ...]]:
    """The blocks that are wholly gone, and what is left of those of which some lines are.

    Args:
        blocks: the blocks of the file.
        gone: the lines that are taken from them.
        lines: the lines that were read; of some only the beginning is taken.
    """
    by_place: dict[int, set[int]] = {}
    for line in gone:
        by_place.setdefault(line.place, set()).add(line.part)
    cut = {(line.place, line.part): line.block for line in lines if line.cut}
    for place, _ in cut:
        by_place.setdefault(place, set())
    dropped = {place for place, parts in by_place.items() if len(parts) >= _count(blocks[place])}
    rests = []
    for place, parts in by_place.items():
        if place in dropped:
            continue
        block = blocks[place]
        every = block.parts if _count(block) > 1 else (block,)
        left = [cut.get((place, at), part) for at, part in enumerate(every) if at not in parts]
        rest = joined(left) if len(left) > 1 else left[0]
        rests.append((place, replace(rest, form=block.form, opens=block.opens)))
    return frozenset(dropped), tuple(rests)


def _count(block: Block) -> int:
    return len(block.parts) if len(block.parts) > 1 and not block.level else 1


def understood_line(line: Line, became: Became, facts: dict[str, str]) -> Understood:
    return Understood(
        lines=line.block.lines,
        text=line.text.strip(),
        became=became,
        facts=tuple(facts.items()),
        reason=said("reading.of_text") if became == "furniture" else None,
    )


def shown_date(span: DateSpan) -> str:
    """A date in one word: 2018-04-20, 1938-05, 1956-04-21/1956-04-30."""
    length = {"day": 10, "month": 7, "year": 4}[span.precision]
    if span.days:
        return "、".join(day.isoformat() for day in span.days)
    first, last = span.first.isoformat()[:length], span.last.isoformat()[:length]
    return first if first == last else f"{first}/{last}"
