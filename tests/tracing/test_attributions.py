"""Where an article says that a quotation comes from."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest

from indexer.dates import parse_date
from searcher.tracing.article import article_of_text
from searcher.tracing.attributions import find_attributions
from searcher.tracing.claims import find_claims
from searcher.tracing.results import Attribution
from tracing.hostile_texts import PATTERNS, hostile

SAFE = "没有网络安全就没有国家安全"
FORUM = "网络安全和信息化工作座谈会"
NATIONAL = "全国网络安全和信息化工作会议"
LEAD = f"2016年4月19日，在{FORUM}上，"

Expected = tuple[str | None, str | None] | None

# The span in question stands between ⟦ and ⟧.
ROWS: list[tuple[str, Expected]] = [
    # in its own sentence before it
    (f"{LEAD}习近平指出，“⟦{SAFE}⟧”。", (FORUM, "2016-04-19")),
    (f"习近平2016年4月19日在{FORUM}上说：“⟦{SAFE}⟧”。", (FORUM, "2016-04-19")),
    (f"二〇一六年四月十九日，他在{FORUM}上说：“⟦{SAFE}⟧”。", (FORUM, "2016-04-19")),
    (f' 2016 年 4 月 19 日，他说： " ⟦{SAFE}⟧ " 。', (None, "2016-04-19")),
    (f"2018年4月20日至21日，他在{NATIONAL}上说“⟦{SAFE}⟧”", (NATIONAL, "2018-04-20..2018-04-21")),
    (f"早在2013年，习近平总书记就指出，⟦{SAFE}⟧。", (None, "2013")),
    (
        f"2019年9月，习近平对国家网络安全宣传周作出重要指示，“⟦{SAFE}⟧”",
        ("对国家网络安全宣传周作出重要指示", "2019-09"),
    ),
    (f"他在{FORUM}上说，“⟦{SAFE}⟧”。", (FORUM, None)),
    (f"习近平总书记对{FORUM}上的代表们说：“⟦{SAFE}⟧”", (FORUM, None)),
    (
        f"在2017年2月17日召开的国家安全工作座谈会上，他指出，“⟦{SAFE}⟧”",
        ("国家安全工作座谈会", "2017-02-17"),
    ),
    (f"2014年2月{NATIONAL}上，他说“⟦{SAFE}⟧”。", (NATIONAL, "2014-02")),
    (
        f"2019年10月24日，他在主持中共中央政治局第十八次集体学习时强调，“⟦{SAFE}⟧”",
        ("中共中央政治局第十八次集体学习", "2019-10-24"),
    ),
    (
        f"在致首届世界互联网大会的贺信里，习近平指出，“⟦{SAFE}⟧”",
        ("致首届世界互联网大会的贺信", None),
    ),
    (f"在接受美国《华尔街日报》采访时，他说，“⟦{SAFE}⟧”", ("接受美国《华尔街日报》采访", None)),
    (
        f"在“一带一路”国际合作高峰论坛开幕式上，他说：“⟦{SAFE}⟧”",
        ("“一带一路”国际合作高峰论坛开幕式", None),
    ),
    (f"2015年6月17日，习近平在贵州考察时强调，“⟦{SAFE}⟧”", ("贵州考察", "2015-06-17")),
    (f"他在《摆脱贫困》一书中写道，“⟦{SAFE}⟧”", ("摆脱贫困", None)),
    (f"党的十九大报告提出“⟦{SAFE}⟧”", ("党的十九大报告", None)),
    (
        f"2016年4月19日他在{FORUM}上说“网络安全和信息化”，2018年4月20日在{NATIONAL}上说“⟦{SAFE}⟧”。",
        (NATIONAL, "2018-04-20"),
    ),
    (f"李建明说，2018年4月20日，总书记在{NATIONAL}上强调，⟦{SAFE}⟧。", (NATIONAL, "2018-04-20")),
    # before it in the paragraph
    (f"{LEAD}他讲了话。他强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"2015年12月16日，习近平来到乌镇。在{FORUM}上，他说“⟦{SAFE}⟧”", (FORUM, "2015-12-16")),
    (
        f"2012年12月7日，习近平来到深圳。期间，他在考察腾讯公司时说，“⟦{SAFE}⟧”",
        ("考察腾讯公司", "2012-12-07"),
    ),
    (
        f"2017年10月18日，中国共产党第十九次全国代表大会召开。他指出，⟦{SAFE}⟧。",
        ("中国共产党第十九次全国代表大会", "2017-10-18"),
    ),
    (
        f"2017年12月8日，中共中央政治局进行第二次集体学习。他说“⟦{SAFE}⟧”",
        ("第二次集体学习", "2017-12-08"),
    ),
    (
        f"2015年12月25日，习近平到解放军报社视察。他强调，“⟦{SAFE}⟧”",
        ("解放军报社视察", "2015-12-25"),
    ),
    (f"{LEAD}他讲了话。他多次强调，“⟦{SAFE}⟧”", None),
    (f"{LEAD}他讲了话。近年来，总书记强调“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记讲了话。巴基斯坦前总统马姆努恩表示：“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记讲了话。舆论认为，“⟦{SAFE}⟧”", None),
    (f"{LEAD}他讲了话。2016年11月，《网络安全法》通过。“⟦{SAFE}⟧”", None),
    (f"{LEAD}他说，到2020年要好。他强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}他说，2020年8月要好。他强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (
        "李建明指出，总书记2016年10月9日在会上要求各级干部学网懂网，可是现实中，一些⟦同志对互联网一知半解，赶时髦⟧。",
        None,
    ),
    # no dates of words
    (f"截至2020年12月，他说“⟦{SAFE}⟧”", None),
    (f"自2014年以来，他说“⟦{SAFE}⟧”", None),
    (f"2014年2月以来，他说“⟦{SAFE}⟧”", None),
    (f"2016年11月，《网络安全法》通过，“⟦{SAFE}⟧”", None),
    (f"到2035年，他说“⟦{SAFE}⟧”", None),
    (f"他在看2022年冬奥会场馆，他说“⟦{SAFE}⟧”", None),
    (f"2016年13月41日，他说“⟦{SAFE}⟧”", None),
    (f"习近平指出，2020年要建成小康社会，“⟦{SAFE}⟧”", None),
    (f"他说“⟦{SAFE}⟧”", None),
    (f"“⟦{SAFE}⟧", None),
    # incomplete dates
    (f"2016年4月18日，会前。4月19日，他在{FORUM}上说“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"2016年4月18日，会前。19日上午，他在{FORUM}上说“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"2016年4月18日，会前。\n19日上午，他在{FORUM}上说“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"2016年4月18日，会前。\n4月19日，他在{FORUM}上说“⟦{SAFE}⟧”", (FORUM, None)),
    (f"19日上午，他在{FORUM}上说“⟦{SAFE}⟧”", (FORUM, None)),
    (f"2016年2月，会前。同年4月19日，他说“⟦{SAFE}⟧”", (None, "2016-04-19")),
    (f"2016年2月1日，会前。今年4月19日，他说“⟦{SAFE}⟧”", None),
    # what points back
    (f"{LEAD}他讲了话。\n在这次座谈会上，他强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}他讲了话。\n会上，他强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}他讲了话。\n习近平在会上强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}他讲了话。\n好。\n好。\n在这个座谈会上，他说“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}他讲了话。\n好。\n好。\n会上，他说“⟦{SAFE}⟧”", None),
    (f"{LEAD}他讲了话。\n在贺信中，他说“⟦{SAFE}⟧”", None),
    (f"{LEAD}他讲了话。\n他强调，“⟦{SAFE}⟧”", None),
    # behind it
    (
        f"“⟦{SAFE}⟧。”2016年2月19日下午，在{FORUM}上，习近平总书记作出这一重要论断。",
        (FORUM, "2016-02-19"),
    ),
    (f"“⟦{SAFE}⟧。”“没有信息化就没有现代化”……在{FORUM}上，他强调，要快。", (FORUM, None)),
    (f"“没有信息化就没有现代化。”“⟦{SAFE}⟧”……在{FORUM}上，他强调，要快。", (FORUM, None)),
    (f"“⟦{SAFE}⟧”，这是2016年4月19日习近平在{FORUM}上提出的。", (FORUM, "2016-04-19")),
    (f"好。“⟦{SAFE}⟧。”{LEAD}他强调，“没有信息化就没有现代化”。", None),
    (f"“⟦{SAFE}⟧”。2018年4月20日，党中央召开{NATIONAL}。", None),
    (f"“⟦{SAFE}⟧。”习近平总书记指出。", None),
    (f"{LEAD}他讲了话。“⟦{SAFE}⟧。”在{NATIONAL}上，他作出这一论断。", (NATIONAL, None)),
    (f"他说“⟦{SAFE}⟧”（2016年4月19日）。", (None, "2016-04-19")),
    (
        f"他说“⟦{SAFE}⟧。”（《在{FORUM}上的讲话》，2016年4月19日）",
        (f"在{FORUM}上的讲话", "2016-04-19"),
    ),
    (f"他说“⟦{SAFE}⟧”（2016.4.19）。", (None, "2016-04-19")),
    (f"他说“⟦{SAFE}⟧”（以下简称《决定》）。", None),
    (f"文章“⟦{SAFE}⟧”，写的是2016年4月19日{FORUM}，恐怕不对。", (FORUM, "2016-04-19")),
    (f"⟦{SAFE}⟧。\n—— 2016年4月19日，在{FORUM}上的讲话\n好", (FORUM, "2016-04-19")),
    (f"⟦{SAFE}⟧。\n——总书记在{FORUM}上的讲话", (FORUM, None)),
    (f"⟦{SAFE}⟧。\n——要加快网络立法进程；", None),
    # from the paragraph before
    (f"{LEAD}习近平强调：\n⟦{SAFE}⟧。", (FORUM, "2016-04-19")),
    (f"{LEAD}习近平强调：\n——要快；\n——⟦{SAFE}⟧。", (FORUM, "2016-04-19")),
    (f"{LEAD}他说：“要快。\n“⟦{SAFE}⟧。”", (FORUM, "2016-04-19")),
    (f"{LEAD}习近平发表讲话。\n好。\n习近平指出，⟦{SAFE}⟧。", (FORUM, "2016-04-19")),
    (
        f"{LEAD}习近平发表讲话。\n习近平指出，要好。2020年8月，在全国科技大会上要拿出更多成果。⟦{SAFE}⟧。",
        (FORUM, "2016-04-19"),
    ),
]


def attribution(expected: Expected) -> Attribution | None:
    if expected is None:
        return None
    speech, day = expected
    return Attribution(speech, parse_date(_chinese(day)) if day else None)


def _chinese(day: str) -> str:
    """`2018-04-20..2018-04-21` as it is read: `2018年4月20日-2018年4月21日`."""
    return (
        re.sub(r"(\d+)-(\d+)-(\d+)", r"\1年\2月\3日", day).replace("..", "-")
        if ".." in day
        else day
    )


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_an_attribution_is_what_governs_the_quotation(marked: str, expected: Expected) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    article = article_of_text(marked.replace("⟦", "").replace("⟧", ""))
    assert find_attributions(article, [(start, end)]) == (attribution(expected),)


def test_a_paragraph_set_off_has_its_own_attribution_and_lends_none_to_others() -> None:
    article = article_of_text(f"{LEAD}他说，“{SAFE}”。\n会上，他说“{SAFE}”。")
    first, second = article.paragraphs
    own = Attribution("在海南考察时的讲话", parse_date("2018-04-13"))
    article = replace(article, paragraphs=(replace(first, set_off=True, attribution=own), second))
    spans = [(claim.start, claim.end) for claim in find_claims(article)]
    assert find_attributions(article, spans) == (own, None)


def test_no_spans_have_no_attributions() -> None:
    assert find_attributions(article_of_text(""), []) == ()
    assert find_attributions(article_of_text(LEAD), []) == ()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_attributions_take_linear_time(pattern: str) -> None:
    article = article_of_text(hostile(pattern, 20_000))
    spans = [(claim.start, claim.end) for claim in find_claims(article)]
    spans = spans or [(article.paragraphs[-1].start, article.paragraphs[-1].end)]
    started = time.perf_counter()
    found = find_attributions(article, spans)
    assert time.perf_counter() - started < 5  # a tenth of a second; squared it is many
    assert len(found) == len(spans)
