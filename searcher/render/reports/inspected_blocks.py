"""What became of each block of a file, in columns: its lines, what they became, what stands there.

Blocks of one kind that follow each other and of which nothing else is to be said are one line. What
looks like a note and was not read has a mark before it, and a colour.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from indexer.wording import say
from searcher.render.typeset.characters import pad, text_width, truncate, visible
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.rows import GAP
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.model.documents import Became, Understood

_MARK: Final = "! "
"""What stands before a line that was not read."""

_FOLDED: Final[Mapping[Became, int]] = {
    "paragraph": 2,
    "note": 2,
    "furniture": 2,
    "contents": 2,
    "left_out": 4,
}
"""From how many on blocks of a kind are one line. One that is missing here never is."""

_WHOLE: Final = ("unread", "title", "subtitle", "occasion")
"""What is shown on as many lines as it takes; of an attribution its facts are."""

_FAINT: Final = ("furniture", "contents", "left_out")
"""What is not in the index."""

_SHOWN_FACTS: Final = (
    "title",
    "subtitle",
    "speaker",
    "speech",
    "date",
    "published",
    "occasion",
    "publisher",
    "source",
    "pages",
)
"""The facts that are shown below a block, in their order."""


class BlockRow(NamedTuple):
    """A row of the account.

    Attributes:
        lines: which physical lines it is about.
        became: what these became.
        text: what stands there, or how many there are.
        gave: the facts that it gave.
        reason: why it was left out or not read.
        is_whole: whether all of the text is shown, on as many lines as it takes.
    """

    lines: str
    became: Became
    text: str
    gave: str = ""
    reason: str = ""
    is_whole: bool = False


def rows_of_blocks(blocks: Sequence[Understood]) -> Iterator[BlockRow]:
    """The rows of the account, those of one kind that follow each other as one."""
    for (became, run, reason), group in groupby(blocks, _kind):
        same = list(group)
        least = _FOLDED.get(became)
        if least is not None and len(same) >= least:
            count = say(f"inspection.run.{run}", count=len(same))
            text = say("inspection.run", run=count, text=same[0].text)
            yield BlockRow(_span(same), became, text, reason=_because(became, reason))
        else:
            yield from map(_row, same)


def _kind(block: Understood) -> tuple[Became, str, str | None]:
    """What blocks have in common that are one row."""
    facts = dict(block.facts)
    role = facts.get("role", "article")
    is_plain = block.became == "paragraph" and "records" not in facts
    run = role if is_plain and role != "article" else block.became
    return block.became, run, block.reason


def _span(blocks: Sequence[Understood]) -> str:
    lines = [block.lines for block in blocks if block.lines]
    if not lines:
        return ""
    return _numbers((min(first for first, _ in lines), max(last for _, last in lines)))


def _numbers(lines: tuple[int, int]) -> str:
    first, last = lines
    return str(first) if first == last else f"{first}–{last}"


def _row(block: Understood) -> BlockRow:
    facts = dict(block.facts)
    text = block.text
    if "records" in facts:
        text = say("inspection.records", **facts, text=text)
    shown: dict[str, str] = {}  # by the value: what is a subtitle and an occasion is said once
    for name in _SHOWN_FACTS:
        if name in facts and facts[name] != text.strip() and _is_of(block, name):
            shown.setdefault(facts[name], name)
    gave = " · ".join(
        say("inspection.gave", name=say(f"inspection.fact.{name}"), value=value)
        for value, name in shown.items()
    )
    return BlockRow(
        lines=_numbers(block.lines) if block.lines else "",
        became=block.became,
        text=text,
        gave=gave,
        reason=_because(block.became, block.reason),
        is_whole=block.became in _WHOLE,
    )


def _is_of(block: Understood, name: str) -> bool:
    """Whether a fact is of the block itself: who speaks in all of a book is not of each source."""
    return (name, block.became) != ("speaker", "attribution") or dict(block.facts)[
        name
    ] in block.text


def _because(became: Became, reason: str | None) -> str:
    """Why a block was left out or not read; empty where it was neither, or is what it seems."""
    if reason is not None:
        return reason
    if became == "unread":
        return say("inspection.may_be_note")
    return say("inspection.no_reason") if became == "left_out" else ""


class BlockColumns(NamedTuple):
    """The columns before the text, as wide as all rows of a file need them.

    Attributes:
        lines: the width of the line numbers.
        became: the width of what lines became.
        names: what each of that is called.
    """

    lines: int
    became: int
    names: Mapping[Became, str]

    @property
    def indent(self) -> int:
        """The column at which the text begins."""
        return len(_MARK) + self.lines + len(GAP) + self.became + len(GAP)


def columns_of(rows: Collection[BlockRow]) -> BlockColumns:
    """The columns for rows."""
    names = {became: say(f"inspection.became.{became}") for became in {row.became for row in rows}}
    lines = [say("inspection.head.lines"), *(row.lines for row in rows)]
    words = [say("inspection.head.became"), *names.values()]
    return BlockColumns(max(map(text_width, lines)), max(map(text_width, words)), names)


def head_line(columns: BlockColumns, page: Page) -> str:
    """What the columns are."""
    lines = pad(say("inspection.head.lines"), columns.lines)
    became = pad(say("inspection.head.became"), columns.became)
    line = f"{' ' * len(_MARK)}{lines}{GAP}{became}{GAP}{say('inspection.head.text')}"
    return paint(line, page.palette.faint)


def row_lines(row: BlockRow, columns: BlockColumns, page: Page) -> Iterator[str]:
    """The lines of a row."""
    colour = _colour(row.became, page)
    mark = paint(_MARK, colour) if row.became == "unread" else " " * len(_MARK)
    lines = paint(pad(row.lines, columns.lines), page.palette.id)
    became = paint(pad(columns.names[row.became], columns.became), colour)
    margin = f"{mark}{lines}{GAP}{became}{GAP}"
    room = page.width - columns.indent
    text = visible(row.text).strip()
    for line in wrapped(text, room) if row.is_whole else [truncate(text, room)]:
        yield (margin + paint(line, colour)).rstrip()
        margin = " " * columns.indent
    for below, its_colour in ((row.gave, page.palette.date), (row.reason, colour)):
        for line in wrapped(f"→ {visible(below)}", room) if below else ():
            yield margin + paint(line, its_colour)


def _colour(became: Became, page: Page) -> str:
    if became == "unread":
        return page.palette.found
    if became in _FAINT:
        return page.palette.faint
    return page.palette.heading if became in ("title", "heading") else ""
