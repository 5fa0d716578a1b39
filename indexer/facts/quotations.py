"""The attribution of a quotation in an article: the line below it.

>>> read_attribution("——2018年4月20日，在全国网络安全和信息化工作会议上的讲话").speech
'在全国网络安全和信息化工作会议上的讲话'
>>> read_attribution("——《在座谈会上的讲话》（2016年4月19日），《人民日报》2016年4月26日").source
'《人民日报》2016年4月26日'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.facts.notes import find_facts
from indexer.model.catalogue import known_part
from indexer.model.documents import AttributionLine, Paragraph
from indexer.text.marks import DASHES

_LONGEST = 300
_LINE = re.compile(rf"(?:[{DASHES}]|--)+\s*(?P<words>\S.*)")


def read_attribution(text: str) -> AttributionLine | None:
    """The attribution that `text` is, or None where it is a text of its own.

    A dash alone means nothing (it also begins list items and headings): after it comes a note, as
    in a compendium. A list item may name a document and its date too; there the sentence goes on
    after them.
    """
    if len(text) > _LONGEST or not _LINE.fullmatch(text.strip()):
        return None
    return find_facts(text)


def facts_of_source(source: AttributionLine | Paragraph) -> Iterator[tuple[str, str]]:
    """The facts of an attribution, or of a paragraph that has them from one, by their names."""
    date = None if source.date is None else known_part(source.date)
    for name, fact in (
        ("speaker", source.speaker),
        ("speech", source.speech),
        ("date", date),
        ("source", source.source),
        ("pages", source.pages),
    ):
        if fact is not None:
            yield name, fact
