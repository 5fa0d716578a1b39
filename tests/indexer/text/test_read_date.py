"""A date in any form is read in one place."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from indexer.text.dates import DateSpan
from indexer.text.timestamps import parse_timestamp, read_date
from indexer.text.written_dates import written_date
from indexer.text.zones import DEFAULT, parse_zone

CHINA = parse_zone(DEFAULT)
DAYS = ("2018年4月20日", "二〇一八年四月二十日", "2018-4-20", "2018/04/20", "2018.4.20", "20180420")
BEHIND = (
    "",
    " ",
    "-22日",
    "、21日",
    "至22日",
    "号",
    " 10:00",
    "T23:10:00Z",
    " 上午",
    "（星期五）",
    "左右",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Sat, 17 Apr 2021 17:10:46 GMT", DateSpan(date(2021, 4, 18), date(2021, 4, 18))),
        ("2018-04-20T23:10:00Z", DateSpan(date(2018, 4, 21), date(2018, 4, 21))),
        ("20180420", DateSpan(date(2018, 4, 20), date(2018, 4, 20))),
        ("一九三八年五月下旬", DateSpan(date(1938, 5, 21), date(1938, 5, 31), "month")),
        ("2018-02-30", None),
        ("昨天", None),
        ("2018年" * 1_000, None),
    ],
)
def test_a_timestamp_and_a_date_as_documents_write_it_are_read(
    text: str, expected: DateSpan | None
) -> None:
    assert read_date(text, CHINA) == expected


def test_what_is_a_timestamp_and_a_written_date_is_the_same_date_as_both() -> None:
    both = 0
    for day, behind in product(DAYS, BEHIND):
        written = written_date(day + behind)
        try:
            stamped = parse_timestamp(day + behind, CHINA)
        except ValueError:
            continue
        both += written is not None
        assert written in (None, stamped), day + behind
    assert both >= 10
