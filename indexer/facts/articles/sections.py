"""From the blocks of an article to its paragraphs.

Headings become the `section` of what follows them. A line that attributes the paragraph above it
makes that paragraph a quotation, and is not itself indexed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.facts.articles.quotations import read_attribution
from indexer.facts.notes.facts import facts_of_source
from indexer.formats.blocks import Block
from indexer.model.documents import AttributionLine, Paragraph, Understood
from indexer.model.fields import SECTION_SEPARATOR
from indexer.text.dates import DateSpan

_LONGEST_HEADING = 200
"""In characters; what is longer is text. A heading is kept with each paragraph under it."""

_LEADS_ON = ("：", ":", "；", ";", "，", "、")
"""What ends so goes on below, with a list rather than with its attribution."""

_FEWEST_LISTED = 3
_FEWEST_DOCUMENTS = 2
_DOCUMENT = re.compile(
    r"(?:意见|决定|决议|通知|通告|公告|公报|规定|规则|细则|办法|条例|准则|章程|纲要|规划|计划|方案|法)"
    r"(?:（[^（）]*）)?$"
)
"""What bodies issue: two of these in a row are listed, and tell nothing of the text above."""


_HeadingPath = tuple[tuple[int, str], ...]
"""Level and text of each open heading, sorted by level."""


def article_paragraphs(
    blocks: Iterable[Block],
    published: DateSpan | None = None,
    author: str | None = None,
    *,
    told: list[Understood],
) -> tuple[Paragraph, ...]:
    """The paragraphs of an article.

    Args:
        blocks: its text.
        published: when it was published.
        author: who wrote it.
        told: each line that attributes a paragraph is added to it, with its facts.
    """
    paragraphs: list[Paragraph] = []
    path: _HeadingPath = ()
    section: str | None = None
    every = list(blocks)
    listed = _listed(every)
    for place, block in enumerate(every):
        if block.level and len(block.text) <= _LONGEST_HEADING:
            path = _under(path, block.level, block.text)
            section = _section_name(path)
        elif block.form == "note":
            paragraphs.append(
                Paragraph(
                    passage=len(paragraphs) + 1,
                    text=block.text,
                    lines=block.lines,
                    role="note",
                    section=section,
                )
            )
        elif place not in listed and (attribution := _attribution(paragraphs, block)) is not None:
            paragraphs[-1] = _as_quotation(paragraphs[-1], attribution)
            told.append(
                Understood(
                    lines=block.lines,
                    text=block.text,
                    became="attribution",
                    facts=tuple(facts_of_source(attribution)),
                )
            )
        else:
            paragraphs.append(
                Paragraph(
                    passage=len(paragraphs) + 1,
                    text=block.text,
                    lines=block.lines,
                    section=section,
                    marks=block.marks,
                    date=published,
                    date_kind="publication" if published else None,
                    speaker=author,
                )
            )
    return tuple(paragraphs)


def _listed(blocks: Sequence[Block]) -> set[int]:
    """The places of a list of blocks that look like attributions: three in a row, two documents."""
    found: set[int] = set()
    run: list[int] = []
    documents = 0
    for place, block in enumerate(blocks):
        read = read_attribution(block.text)
        run = [*run, place] if read is not None else []
        documents = documents + 1 if read and _DOCUMENT.search(read.speech or "") else 0
        if len(run) >= _FEWEST_LISTED:
            found.update(run)
        elif documents >= _FEWEST_DOCUMENTS:
            found.update(run[-documents:])
    return found


def _attribution(paragraphs: list[Paragraph], block: Block) -> AttributionLine | None:
    """Where the last paragraph is from, if `block` says so."""
    if not paragraphs or paragraphs[-1].role in ("quotation", "note"):
        return None
    if paragraphs[-1].text.rstrip().endswith(_LEADS_ON):
        return None
    return read_attribution(block.text)


def _as_quotation(paragraph: Paragraph, attribution: AttributionLine) -> Paragraph:
    return replace(
        paragraph,
        role="quotation",
        speech=attribution.speech,
        date=attribution.date,
        date_kind="speech" if attribution.date else None,
        source=attribution.source,
        pages=attribution.pages,
        speaker=attribution.speaker,
    )


def _under(path: _HeadingPath, level: int, heading: str) -> _HeadingPath:
    """The path below `heading`, which closes every heading of its own level or a lower one."""
    return (*(entry for entry in path if entry[0] < level), (level, heading))


def _section_name(path: _HeadingPath) -> str | None:
    """The section of the paragraphs below `path`; None where it has no heading."""
    return SECTION_SEPARATOR.join(heading for _, heading in path) or None
