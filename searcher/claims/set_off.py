"""Paragraphs that an article sets off as quotations, beyond those that readers tell by themselves:
Markdown's `>`, and what stands above a line that says where it is from.

    > 没有网络安全就没有国家安全。
    > —— 习近平，2018年4月20日
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.model.documents import Paragraph
from indexer.text.dates import DateSpan
from indexer.text.marks import CLOSING_QUOTES, DASHES, FULL_WIDTH_ENDS, STRAIGHT
from searcher.articles.article import Attribution
from searcher.claims.behind import in_line
from searcher.claims.persons import Persons

_SIGNED = re.compile(
    rf"(?P<words>.+[{FULL_WIDTH_ENDS}{CLOSING_QUOTES}{STRAIGHT}])"
    rf"\s*(?P<line>[{DASHES}]{{1,2}}[^{DASHES}]{{4,80}})"
)
_LONGEST_LINE = 100
"""Characters; a longer paragraph with a dash in front is a text."""


def with_set_off(
    paragraphs: Iterable[Paragraph], lines: Sequence[str], persons: Persons
) -> Iterator[Paragraph]:
    """The paragraphs of an article, those that are set off in the role of quotations.

    Args:
        lines: the physical lines of the file.
        persons: who signs a quotation.
    """
    held: Paragraph | None = None
    for paragraph in paragraphs:
        attribution = _attribution(paragraph.text, persons)
        if held is not None:
            yield held if attribution is None else _quotation(held, attribution)
            held = None
        if attribution is not None or paragraph.role != "article":
            yield paragraph
        elif lines[paragraph.lines[0] - 1].lstrip().startswith(">"):
            *above, held = _marked(paragraph, persons)
            yield from above
        else:
            held = paragraph
    if held is not None:
        yield held


def _marked(paragraph: Paragraph, persons: Persons) -> tuple[Paragraph, ...]:
    """A paragraph behind `>`, and the line that signs it where that belongs to it."""
    if paragraph.text.lstrip()[:1] in DASHES:
        return (paragraph,)
    signed = _SIGNED.fullmatch(paragraph.text)
    attribution = _attribution(signed["line"], persons) if signed else None
    if signed is None or attribution is None:
        return (replace(paragraph, role="quotation"),)
    words = replace(paragraph, text=signed["words"])
    return _quotation(words, attribution), replace(paragraph, text=signed["line"])


def _attribution(text: str, persons: Persons) -> Attribution | None:
    """What a line that begins with a dash says of the words above it."""
    if len(text) > _LONGEST_LINE or text.lstrip()[:1] not in DASHES:
        return None
    return in_line(text, persons)


def _quotation(paragraph: Paragraph, attribution: Attribution) -> Paragraph:
    date: DateSpan | None = attribution.date
    if paragraph.role != "article" and (paragraph.speech or paragraph.date):
        return paragraph
    return replace(paragraph, role="quotation", speech=attribution.speech, date=date)
