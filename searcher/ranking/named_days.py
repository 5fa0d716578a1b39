"""The dates that a query names: years, months and days.

>>> named_days("2016年4月19日的座谈会"), named_days("二〇一八年"), named_days("2017销量")
(((20160419, 20160419),), ((20180101, 20181231),), ((20170101, 20171231),))
>>> named_days("2016年13月"), named_days("一千年"), named_days("12016")
((), (), ())
"""

from __future__ import annotations

import re
from typing import TypeAlias

from indexer.text.numerals import DIGIT, NUMERAL

Days: TypeAlias = tuple[int, int]
"""The first and the last day of a date, as 20180420."""

_DATE = re.compile(
    rf"(?<![{DIGIT}])[{DIGIT}]{{4}}年(?:[{NUMERAL}]{{1,3}}月(?:[{NUMERAL}]{{1,3}}[日号])?)?"
    r"|(?<![0-9a-z.])(?:19|20)[0-9]{2}(?![0-9a-z年.])"
)


def named_days(folded: str) -> tuple[Days, ...]:
    """The dates in a folded text, each once; what is no date of the calendar is none."""
    written = dict.fromkeys(match[0].replace("号", "日") for match in _DATE.finditer(folded))
    if not written:
        return ()
    from indexer.text.date_forms import parse_date  # noqa: PLC0415 (few queries name a date)
    from indexer.text.dates import day_number  # noqa: PLC0415

    found = []
    for text in written:
        try:
            span = parse_date(text)
        except ValueError:
            continue
        found.append((day_number(span.first), day_number(span.last)))
    return tuple(found)
