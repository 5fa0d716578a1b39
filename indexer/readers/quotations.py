"""The line below a quotation in an article that says where the words come from.

>>> read_attribution("——2018年4月20日，在全国网络安全和信息化工作会议上的讲话").speech
'在全国网络安全和信息化工作会议上的讲话'
"""

from __future__ import annotations

import re

from indexer.dates import parse_date
from indexer.documents import Attribution

_LINE = re.compile(r"(?:—|―|─|--)+\s*(?P<date>[^，,]{4,40})[，,]\s*(?P<speech>\S.*)")
_OUTER_MARKS = re.compile(r"《([^《》]*)》")


def read_attribution(text: str) -> Attribution | None:
    """The attribution that `text` is, or None where it is a text of its own.

    A dash alone says nothing (it also begins list items and headings): a date and a comma must
    follow it.
    """
    line = _LINE.fullmatch(text.strip())
    if line is None:
        return None
    try:
        date = parse_date(line["date"])
    except ValueError:
        return None
    speech = line["speech"].rstrip("。")
    outer = _OUTER_MARKS.fullmatch(speech)
    return Attribution(speech=outer[1] if outer else speech, date=date)
