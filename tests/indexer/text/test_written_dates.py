"""Dates as documents write them: what is read, to which precision, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan, day_span, month_span, year_span
from indexer.text.written_dates import parse_written_date

APRIL_20 = day_span(date(2018, 4, 20))


@pytest.mark.parametrize(
    "text",
    [
        "2018-04-20",
        "2018.4.20",
        "2018．4．20",
        "2018/4/20",
        "2018/04/20",
        "20180420",
        "2018年4月20日",
        "2018年04月20日",
        "2018 年 4 月 20 日",
        "２０１８年４月２０日",
        "2018年4月20号",
        "2018年4月20日星期五",
        "2018年4月20日（星期五）",
        "2018年4月20日上午",
        "二〇一八年四月二十日",
        "二○一八年四月二十日",
        "二O一八年四月二十日",
        "二零一八年四月二十日",
        "二〇一八年四月廿日",
    ],
)
def test_one_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_written_date(text) == APRIL_20


def days(first: tuple[int, int, int], last: tuple[int, int, int], precision: str = "day") -> object:
    return DateSpan(date(*first), date(*last), precision)  # type: ignore[arg-type]


def named(*each: tuple[int, int, int]) -> DateSpan:
    separate = tuple(date(*day) for day in each)
    return DateSpan(separate[0], separate[-1], days=separate)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1938年5月26日至6月3日", days((1938, 5, 26), (1938, 6, 3))),
        ("一九三八年五月二十六日——六月三日", days((1938, 5, 26), (1938, 6, 3))),
        ("2018年4月20-22日", days((2018, 4, 20), (2018, 4, 22))),
        ("2018.4.20-22", days((2018, 4, 20), (2018, 4, 22))),
        ("2018.4.28—5.1", days((2018, 4, 28), (2018, 5, 1))),
        ("2018-04-20至2018-04-22", days((2018, 4, 20), (2018, 4, 22))),
        ("2018年4月20、21日", named((2018, 4, 20), (2018, 4, 21))),
        ("1957年3月10日和12日", named((1957, 3, 10), (1957, 3, 12))),
        ("一九三七年七月七、八日", named((1937, 7, 7), (1937, 7, 8))),
        ("2018年4月30日-5月2日、4日", days((2018, 4, 30), (2018, 5, 4))),
    ],
)
def test_several_days_are_read_each_completed_from_the_one_before_it(
    text: str, span: DateSpan
) -> None:
    assert parse_written_date(text) == span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2018年4月", month_span(2018, 4)),
        ("2018.4", month_span(2018, 4)),
        ("1935年元月", month_span(1935, 1)),
        ("1935年12月底", month_span(1935, 12)),
        ("一九四一年三月、四月", month_span(1941, 3, 4)),
        ("一九三七年七、八月", month_span(1937, 7, 8)),
        ("一九六五年六月、十二月", month_span(1965, 6, 12)),
        ("2002年10月至2007年3月", days((2002, 10, 1), (2007, 3, 31), "month")),
        ("1956年4月上旬", days((1956, 4, 1), (1956, 4, 10), "month")),
        ("1956年4月中旬", days((1956, 4, 11), (1956, 4, 20), "month")),
        ("1956年2月下旬", days((1956, 2, 21), (1956, 2, 29), "month")),
        ("2018年上半年", month_span(2018, 1, 6)),
        ("2018年春", year_span(2018)),
        ("1957年夏季", year_span(1957)),
        ("1957年夏、秋", year_span(1957)),
        ("1935年底", year_span(1935)),
        ("1921—1927年", days((1921, 1, 1), (1927, 12, 31), "year")),
        ("约1956年4月20日", month_span(1956, 4)),
        ("1956年4月20日左右", month_span(1956, 4)),
        ("大约1956年4月", year_span(1956)),
    ],
)
def test_a_date_that_is_less_exact_spans_all_that_it_may_be(text: str, span: DateSpan) -> None:
    assert parse_written_date(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "20181320",
        "20180431",
        "2018.13",
        "2018.2.30",
        "2018年2月30日",
        "2018年13月上旬",
        "2018.4.20/21/22",
        "2018--4",
        "2O18年3月2日",
        "2018年4月20日至",
        "2018年4月20日、",
        "2018年4月20日-19日",
        "2018年12月至1月",
        "1938年5月至6月3日",
        "2018年旬",
        "2018年4月春",
        "约1956年",
        "4月下旬",
        "7、8月",
        "18.4.20",
        "十年",
        "民国二十七年五月",
        "昨天",
        "",
        "1、" * 1000,
        "二" * 100_000,
    ],
)
def test_what_cannot_be_read_in_full_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_written_date(text)


@given(st.dates(date(1000, 1, 1), date(9000, 12, 31)), st.integers(1, 400))
def test_a_span_reads_as_its_two_days(first: date, length: int) -> None:
    last = first + timedelta(length)
    written = "至".join(f"{day.year}年{day.month}月{day.day}日" for day in (first, last))
    dotted = "—".join(f"{day.year}.{day.month}.{day.day}" for day in (first, last))
    assert parse_written_date(written) == parse_written_date(dotted) == DateSpan(first, last)


@given(st.text("0123456789年月日、-至 一二〇十", max_size=14))
def test_what_a_query_may_write_means_the_same_in_a_document(text: str) -> None:
    try:
        span = parse_date(text)
    except ValueError:
        return
    assert parse_written_date(text) == span
