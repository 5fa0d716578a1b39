"""Where a paragraph stands: chapter or section, printed source with page, lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.model.fields import FACTS
from indexer.wording import say
from searcher.render.typeset.visible import visible

if TYPE_CHECKING:
    from indexer.model.records import Record
    from searcher.browse.contents import Passage


def provenance(record: Record) -> str:
    """The places of a paragraph from the widest to the narrowest, in one line."""
    return _joined(*_places(record), line_range(record.lines))


def passage_provenance(passage: Passage) -> str:
    """The places of a whole passage, with the file that its lines are counted in."""
    first = passage.paragraphs[0]
    lines = line_range(passage_lines(passage))
    in_file = say("results.place_in_file", path=passage.path, lines=lines)
    return _joined(*_places(first), in_file)


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
        return say("fields.role.article")
    if record.role == "quotation":
        if not record.title:
            return say("fields.role.quotation")
        return say("results.quotation", title=record.title)
    return None


def _printed_source(record: Record) -> str | None:
    """The publication that the attribution names, with its page."""
    if not record.source or not record.pages:
        return record.source
    page = say("results.page" if record.pages.isdecimal() else "results.pages", pages=record.pages)
    key = "results.title_page" if record.source.endswith("》") else "results.source_page"
    return say(key, source=record.source, page=page)


def line_range(lines: tuple[int, int]) -> str:
    """`第45行` or `第1030–1036行`; `line 45` or `lines 1030–1036`."""
    first, last = lines
    if first == last:
        return say("results.line", line=first)
    return say("results.lines", first=first, last=last)
