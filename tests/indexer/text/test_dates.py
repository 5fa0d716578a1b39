from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan, day_number, day_of_number

FEBRUARY_5, FEBRUARY_14 = date(2020, 2, 5), date(2020, 2, 14)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2018", DateSpan(date(2018, 1, 1), date(2018, 12, 31), "year")),
        ("2018年", DateSpan(date(2018, 1, 1), date(2018, 12, 31), "year")),
        ("2018-02", DateSpan(date(2018, 2, 1), date(2018, 2, 28), "month")),
        ("2018年11月", DateSpan(date(2018, 11, 1), date(2018, 11, 30), "month")),
        ("2013年8月-9月", DateSpan(date(2013, 8, 1), date(2013, 9, 30), "month")),
        ("2019年1月1日、3日-5日", DateSpan(date(2019, 1, 1), date(2019, 1, 5))),
        ("二O一四年三月七日", DateSpan(date(2014, 3, 7), date(2014, 3, 7))),
        ("二〇二一年一月", DateSpan(date(2021, 1, 1), date(2021, 1, 31), "month")),
        ("2018-04-20", DateSpan(date(2018, 4, 20), date(2018, 4, 20))),
        ("2018年4月20日", DateSpan(date(2018, 4, 20), date(2018, 4, 20))),
        ("2018 年 4 月 20 日", DateSpan(date(2018, 4, 20), date(2018, 4, 20))),
        ("二〇一三年十二月三十一日", DateSpan(date(2013, 12, 31), date(2013, 12, 31))),
        ("２０１８年４月２０日", DateSpan(date(2018, 4, 20), date(2018, 4, 20))),
        ("2013年8月28日-31日", DateSpan(date(2013, 8, 28), date(2013, 8, 31))),
        ("2020年3月29日—4月1日", DateSpan(date(2020, 3, 29), date(2020, 4, 1))),
        (
            "2020年2月5日、2月14日",
            DateSpan(FEBRUARY_5, FEBRUARY_14, days=(FEBRUARY_5, FEBRUARY_14)),
        ),
    ],
)
def test_a_date_is_read(text: str, span: DateSpan) -> None:
    assert parse_date(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "2018年13月",
        "2018年9月-8月",
        "2018年9月-9月",
        "2002年10月至2007年3月",
        "2O18年3月2日",
        "2018年2月30日",
        "2018-00",
        "2018-02-30",
        "4月20日",
        "20日",
        "十年",
        "年",
        "2018年4月20日-20日",
        "2018年4月20日-19日",
        "2018年4月20日、",
        "18-4-20",
        "2018/4/20",
        "昨天",
        "",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_date(text)


@given(st.dates())
def test_a_day_as_a_number_is_the_same_day(day: date) -> None:
    assert day_of_number(day_number(day)) == day
