"""Attributions, sound and broken, each with what a reader makes of it."""

from __future__ import annotations

from datetime import date

from indexer.model.documents import AttributionLine
from indexer.text.dates import DateSpan, month_span


def day(year: int, month: int, day_: int) -> DateSpan:
    return DateSpan(date(year, month, day_), date(year, month, day_))


SOUND = [
    (
        "《在某次会议上的讲话》（2018年4月20日）",
        AttributionLine(speech="在某次会议上的讲话", date=day(2018, 4, 20)),
    ),
    (
        "在辽宁考察时的讲话（2013年8月28日-31日），《人民日报》2013年9月2日",
        AttributionLine(
            speech="在辽宁考察时的讲话",
            date=DateSpan(date(2013, 8, 28), date(2013, 8, 31)),
            source="《人民日报》2013年9月2日",
        ),
    ),
    (
        "《论某事》(2020年2月5日、2月14日), 某人《选编》( 上 ), 某出版社 2020 年版, 第 53 页",
        AttributionLine(
            speech="论某事",
            date=DateSpan(
                date(2020, 2, 5),
                date(2020, 2, 14),
                days=(date(2020, 2, 5), date(2020, 2, 14)),
            ),
            source="某人《选编》（上），某出版社2020年版",
            pages="53",
        ),
    ),
    (
        "致第五届大会的贺信（2018年11月），《求是》杂志2018年第21期",
        AttributionLine(
            speech="致第五届大会的贺信",
            date=month_span(2018, 11),
            source="《求是》杂志2018年第21期",
        ),
    ),
    (
        "《关于〈某决定〉的说明》（2013年11月9日），人民出版社单行本，第243—244页",
        AttributionLine(
            speech="关于〈某决定〉的说明",
            date=day(2013, 11, 9),
            source="人民出版社单行本",
            pages="243-244",
        ),
    ),
    (
        "在接受《某报》书面采访时的答问（节选）（二〇一五年九月二十二日）",
        AttributionLine(speech="在接受《某报》书面采访时的答问（节选）", date=day(2015, 9, 22)),
    ),
    (
        "《讲话》（二○一四年三月七日）",
        AttributionLine(speech="讲话", date=day(2014, 3, 7)),
    ),
    (
        "《讲话》（二O一四年三月七日），《求是》二Ｏ一四年第三期",
        AttributionLine(speech="讲话", date=day(2014, 3, 7), source="《求是》二Ｏ一四年第三期"),
    ),
    (
        "《“一带一路”，5G and AI》（2015年9月22日），第7页",
        AttributionLine(speech="“一带一路”，5G and AI", date=day(2015, 9, 22), pages="7"),
    ),
    (
        "《甲》和《乙》（2015年9月22日）",
        AttributionLine(speech="《甲》和《乙》", date=day(2015, 9, 22)),
    ),
]

BROKEN = [
    ("《讲话》（2018年13月2日）", "has an impossible date"),
    ("《讲话》（2018年2月30日），《人民日报》2018年3月1日", "has an impossible date"),
    ("《讲话》（2020年3月29日-28日）", "has an impossible date"),
    ("《讲话》（2O18年3月2日）", "has an impossible date"),
    (
        "《讲话》（2018年1月2日，《文选》，某出版社2018年版，第9页",
        "has a bracket without its partner",
    ),
    ("《讲话》2018年1月2日）", "has a bracket without its partner"),
    ("讲话》（2018年1月2日）", "has a bracket without its partner"),
    ("《讲话（2018年1月2日）", "has a bracket without its partner"),
    ("（2018年1月2日），《人民日报》2018年1月3日", "has no title"),
    ("《》（2018年1月2日）", "has no title"),
    ("《讲话》", "has no date in brackets"),
    ("《讲话》（）", "has no date in brackets"),
    ("《讲话》2018年1月2日", "has no date in brackets"),
]
