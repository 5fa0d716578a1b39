"""The attribution of a quotation in an article: the line below it.

>>> read_attribution("——2018年4月20日，在全国网络安全和信息化工作会议上的讲话").speech
'在全国网络安全和信息化工作会议上的讲话'
>>> read_attribution("——《在座谈会上的讲话》（2016年4月19日），《人民日报》2016年4月26日").source
'《人民日报》2016年4月26日'
"""

from __future__ import annotations

import re

from indexer.facts.notes import find_facts
from indexer.model.documents import AttributionLine
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
