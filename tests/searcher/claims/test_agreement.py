"""Whether an article's attribution fits a source."""

from __future__ import annotations

import pytest

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan
from searcher.articles.article import Attribution
from searcher.browse.contents import SpeechEntry
from searcher.claims.agreement import Known, agrees

FORUM = "在网络安全和信息化工作座谈会上的讲话"
NATIONAL = "在全国网络安全和信息化工作会议上的讲话"
PRESS = "坚持党的新闻舆论工作的正确政治方向"
PUBLICITY = "在全国宣传思想工作会议上的讲话"
TWO_DAYS = "走出一条和衷共济、合作共赢的新路子"


def span(day: str | None) -> DateSpan | None:
    return parse_date(day) if day else None


KNOWN = Known(
    [
        (title, span(day))
        for title, day in (
            (PUBLICITY, "2013-08-19"),
            (PUBLICITY, "2018-08-21"),
            ("在党的新闻舆论工作座谈会上的讲话", "2016-02-19"),
            (PRESS, "2016-02-19"),
            (FORUM, "2016-04-19"),
            (NATIONAL, "2018-04-20"),
            ("在第二届世界互联网大会开幕式上的讲话", "2015-12-16"),
            ("致第四届世界互联网大会的贺信", "2017-12-03"),
            ("在十八届中央政治局第十二次集体学习时的讲话", "2013-12-30"),
            ("加快推动媒体融合发展", "2019-01-25"),
            ("在浙江考察时的讲话", "2020年3月29日-4月1日"),
            ("对“十四五”规划编制工作网上意见征求活动的指示", "2020-09-25"),
            ("在文艺工作座谈会上的讲话", None),
            ("在首届文化传承发展座谈会上的讲话", "2013-01-01"),
            ("在首届文化传承发展座谈会上的讲话", "2015-01-01"),
            ("在中央周边外事工作座谈会上的讲话", "2013-10-24"),
            ("在中央周边外事工作座谈会上的讲话", None),
        )
    ]
)

# speech and date as the article gives them; title and date of the source; whether they agree
ROWS: list[tuple[str | None, str | None, str | None, str | None, bool | None]] = [
    # dates
    (None, "2016-04-19", FORUM, "2016-04-19", True),
    (None, "2018年4月20日至21日", NATIONAL, "2018-04-20", True),
    (None, "2020-03-30", "在浙江考察时的讲话", "2020年3月29日-4月1日", True),
    (None, "2014-02", PRESS, "2014-02-27", True),
    (None, "2013", PUBLICITY, "2013-08-19", True),
    (None, "2019-09-16", None, "2019-09", True),
    (None, "2016-04-19", NATIONAL, "2018-04-20", False),
    (None, "2016-04-18", FORUM, "2016-04-19", False),
    (None, "2018-08-21", PUBLICITY, "2013-08-19", False),
    (None, "2014-02", FORUM, "2016-04-19", False),
    ("全国宣传思想工作会议", "2018-08-21", PUBLICITY, "2013-08-19", False),
    ("网络安全和信息化工作座谈会", "2016-04-19", PRESS, "2016-04-19", True),
    ("网络安全和信息化工作座谈会", "2018-04-20", NATIONAL, "2018-04-20", True),
    # separate days
    (None, "2013-06-19", TWO_DAYS, "2013年6月19日、2014年5月19日", True),
    (None, "2014-05", TWO_DAYS, "2013年6月19日、2014年5月19日", True),
    (None, "2013-12-30", TWO_DAYS, "2013年6月19日、2014年5月19日", None),
    (None, "2016-04-19", TWO_DAYS, "2013年6月19日、2014年5月19日", False),
    # the date of the report
    (None, "2016-04-20", FORUM, "2016-04-19", None),
    ("网络安全和信息化工作座谈会", "2016-04-20", FORUM, "2016-04-19", False),
    ("网络安全和信息化工作座谈会", "2016-04-21", FORUM, "2016-04-19", False),
    ("网络安全和信息化工作座谈会", "2016-04-22", FORUM, "2016-04-19", False),
    (None, "2016-04-21", FORUM, "2016-04-19", False),
    ("网络安全和信息化工作座谈会", "2016-04-18", FORUM, "2016-04-19", False),
    # occasions that the title names
    ("网络安全和信息化工作座谈会", None, FORUM, "2016-04-19", True),
    ("网络安全和信息化工作座谈会", None, FORUM, None, True),
    ("网络安全和信息化工作座谈会", "2016-04-19", FORUM, None, True),
    ("全国网信工作会议", None, NATIONAL, "2018-04-20", True),
    ("全国网络安全和信息化会议", None, NATIONAL, "2018-04-20", True),
    ("全国宣传思想工作会议", None, PUBLICITY, "2018-08-21", True),
    ("在全国宣传思想工作会议上的讲话", None, PUBLICITY, "2018-08-21", True),
    ("《加快推动媒体融合发展》", None, "加快推动媒体融合发展", "2019-01-25", True),
    ("第二届世界互联网大会", None, "在第二届世界互联网大会开幕式上的讲话", "2015-12-16", True),
    (
        "对“十四五”规划编制工作网上意见征求活动作出的重要指示",
        None,
        '对"十四五"规划编制工作网上意见征求活动的指示',
        None,
        True,
    ),
    ("致2017世界智能大会的贺信", None, "致二〇一七世界智能大会的贺信", None, True),
    ("中共中央政治局常务委员会会议", None, "在中央政治局常委会会议上的讲话", None, True),
    # occasions that stand for a date
    ("党的新闻舆论工作座谈会", None, PRESS, "2016-02-19", True),
    ("网络安全和信息化工作座谈会", None, NATIONAL, "2018-04-20", False),
    ("第二届世界互联网大会", None, "致第四届世界互联网大会的贺信", "2017-12-03", False),
    ("第二届世界互联网大会", None, "在视察博览会时的讲话", "2015-12-17", None),
    # doubt
    ("全国宣传思想工作会议", None, FORUM, "2016-04-19", None),
    ("全国网络安全和信息化工作会议", None, FORUM, "2016-04-19", None),
    ("浙江考察", None, FORUM, "2016-04-19", None),
    ("第十二次集体学习", None, "加快推动媒体融合发展", "2019-01-25", None),
    ("第二次集体学习", None, "在十八届中央政治局第十二次集体学习时的讲话", "2013-12-30", None),
    ("文艺工作座谈会", None, FORUM, "2016-04-19", None),
    ("首届文化传承发展座谈会", None, FORUM, "2016-04-19", None),
    ("中央周边外事工作座谈会", None, FORUM, "2016-04-19", None),
    ("工作座谈会", None, FORUM, "2016-04-19", None),
    ("中央政治局第二次集体学习", None, "在中央政治局第十二次集体学习时的讲话", None, None),
    ("党的十九大", None, "决胜全面建成小康社会", "2017-10-18", None),
    ("座谈会", None, FORUM, "2016-04-19", None),
    ("网络安全和信息化工作座谈会", None, NATIONAL, None, None),
    ("网络安全和信息化工作座谈会", None, None, None, None),
    (None, "2016-04-19", FORUM, None, None),
    (None, None, FORUM, "2016-04-19", None),
    ("", None, FORUM, "2016-04-19", None),
    ("，。《》", None, "，。《》", None, None),
]


@pytest.mark.parametrize(("occasion", "stated", "title", "day", "expected"), ROWS)
def test_an_attribution_agrees_unless_it_leaves_no_doubt_or_none(
    occasion: str | None,
    stated: str | None,
    title: str | None,
    day: str | None,
    expected: bool | None,
) -> None:
    assert agrees(Attribution(occasion, span(stated)), title, span(day), KNOWN) is expected


def test_without_an_attribution_nothing_agrees_or_disagrees() -> None:
    assert agrees(None, FORUM, span("2016-04-19"), KNOWN) is None


def test_the_entries_of_a_searcher_are_known_as_titles_with_dates_are() -> None:
    day = parse_date("2016-04-19").first
    entry = SpeechEntry(
        speech=FORUM,
        speaker=None,
        date=day,
        date_end=day,
        date_precision="day",
        dates=(),
        passages=1,
        paragraphs=1,
        docs=("a",),
    )
    undated = SpeechEntry(
        speech=NATIONAL,
        speaker=None,
        date=None,
        date_end=None,
        date_precision=None,
        dates=(),
        passages=1,
        paragraphs=1,
        docs=("a",),
    )
    known = Known([entry, undated])
    assert known.dates_of("网络安全和信息化工作座谈会") == (span("2016-04-19"),)
    assert known.dates_of("全国网络安全和信息化工作会议") == (None,)
    assert known.dates_of("考察") == ()
