"""Where a paragraph stands: chapter or section, printed source with page, lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.model.fields import FACTS
from searcher.render.visible import visible

if TYPE_CHECKING:
    from indexer.records import Record
    from searcher.contents import Passage


def provenance(record: Record) -> str:
    """The places of a paragraph from the widest to the narrowest, in one line."""
    return _joined(*_places(record), line_range(record.lines))


def passage_provenance(passage: Passage) -> str:
    """The places of a whole passage, with the file that its lines are counted in."""
    first = passage.paragraphs[0]
    return _joined(*_places(first), f"{passage.path} {line_range(passage_lines(passage))}")


def passage_lines(passage: Passage) -> tuple[int, int]:
    """The first and the last line of a passage in its source file."""
    paragraphs = passage.paragraphs
    return (
        min(paragraph.lines[0] for paragraph in paragraphs),
        max(paragraph.lines[1] for paragraph in paragraphs),
    )


def _joined(*parts: str | None) -> str:
    return " · ".join(visible(part) for part in parts if part)


def _places(record: Record) -> tuple[str | None, ...]:
    shown = (
        _printed_source(record) if row.name == "source" else getattr(record, row.name)
        for row in FACTS
        if row.shown
    )
    return _kind(record), *shown


def _kind(record: Record) -> str | None:
    """What the words are where they are not those of the speech that heads the record."""
    if record.role == "article":
        return "文章"
    if record.role == "quotation":
        return f"引自《{record.title}》" if record.title else "引文"
    return None


def _printed_source(record: Record) -> str | None:
    """The publication that the attribution names, with its page."""
    if not record.source or not record.pages:
        return record.source
    comma = "" if record.source.endswith("》") else "，"
    return f"{record.source}{comma}第{record.pages}页"


def line_range(lines: tuple[int, int]) -> str:
    """`第45行` or `第1030–1036行`."""
    first, last = lines
    return f"第{first}行" if first == last else f"第{first}–{last}行"
