"""Where an article says that a quotation comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from indexer.text.date_forms import parse_date
from indexer.text.span import Span
from searcher.articles.article import Article, Attribution, article_of_text
from searcher.claims.attributions import find_attributions
from searcher.claims.claims import Claim, find_claims
from searcher.claims.reported import ArticleWords, read_words
from tests.support.growth import assert_linear
from tests.support.hostile_texts import PATTERNS, hostile

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
    # dates of publications
    (f"“⟦{SAFE}⟧”（《人民日报》2016年4月26日）", None),
    (f"“⟦{SAFE}⟧”（《论党的宣传思想工作》，中央文献出版社2020年11月第1版，第197页）", None),
    (f"“⟦{SAFE}⟧”（人民网2016年4月25日）", None),
    (f"“⟦{SAFE}⟧”（新华社北京2016年4月25日电）", None),
    (f"“⟦{SAFE}⟧”（来源：新华网，2016-04-26）", None),
    (f"“⟦{SAFE}⟧”（2016年4月26日《人民日报》第1版）", None),
    (f"“⟦{SAFE}⟧”（2016年4月26日，新华网）", None),
    (f"“⟦{SAFE}⟧”（2021年10月1日访问）", None),
    (f"“⟦{SAFE}⟧”（访问日期：2021年10月1日）", None),
    (f"“⟦{SAFE}⟧”（2021年10月1日 记者张三）", None),
    (f"“⟦{SAFE}⟧”，载于2016年4月26日《人民日报》。", None),
    (f"⟦{SAFE}⟧。\n——《人民日报》2016年4月26日", None),
    (f"他说“⟦{SAFE}⟧”[1]。", None),
    (f"据新华社2016年4月25日报道，习近平指出，“⟦{SAFE}⟧”", None),
    (f"新华社北京2021年10月1日电 习近平总书记指出，“⟦{SAFE}⟧”", None),
    (f"2016年4月26日，《人民日报》全文刊发了习近平总书记的讲话：“⟦{SAFE}⟧”", None),
    (f"2016年4月26日，《人民日报》全文刊发了习近平在{FORUM}上的讲话：“⟦{SAFE}⟧”", (FORUM, None)),
    (f"2016年4月26日，习近平的讲话在人民日报刊发，他说：“⟦{SAFE}⟧”", None),
    (f"2021年3月1日，习近平在《求是》发表重要文章指出，“⟦{SAFE}⟧”", None),
    (f"2016年4月26日，记者从网信办获悉，习近平指出，“⟦{SAFE}⟧”", None),
    (f"在《人民日报》中，他说“⟦{SAFE}⟧”", None),
    (f"{LEAD}他讲了话。据新华社2016年4月25日报道，习近平指出，“⟦{SAFE}⟧”", None),
    (f"2015年1月1日，会前。据新华社2016年4月25日报道，4月19日，他说“⟦{SAFE}⟧”", None),
    (f"2015年1月1日，会前。2016年4月26日《人民日报》讯。\n19日上午，他说“⟦{SAFE}⟧”", None),
    (f"2016年4月25日，各大媒体全文刊发了习近平总书记的讲话：“⟦{SAFE}⟧”", None),
    (f"“⟦{SAFE}⟧”（《人民日报》2016年4月26日，讲于2016年4月19日）", (None, "2016-04-19")),
    (
        f"“⟦{SAFE}⟧”（2016年4月19日在{FORUM}上的讲话，《人民日报》2016年4月26日）",
        (FORUM, "2016-04-19"),
    ),
    (
        f"“⟦{SAFE}⟧”（《在{FORUM}上的讲话》，人民出版社2016年4月版，第5页）",
        (f"在{FORUM}上的讲话", None),
    ),
    (f"据《人民日报》报道，{LEAD}习近平指出，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}习近平指出（《人民日报》2016年4月26日）：“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"2016年4月19日，{FORUM}召开。习近平说“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"2014年7月16日，习近平访问巴西时说，“⟦{SAFE}⟧”", (None, "2014-07-16")),
    (f"2018年1月9日，习近平同马克龙通电话时说，“⟦{SAFE}⟧”", (None, "2018-01-09")),
    (f"2016年2月19日，在人民日报社，习近平总书记说，“⟦{SAFE}⟧”", (None, "2016-02-19")),
    # when and where somebody hands on his words
    (f"2021年10月10日，李建明说，习近平总书记强调“⟦{SAFE}⟧”", None),
    (f"2021年9月26日，中央网信办主任在大会上说：习近平总书记指出，“⟦{SAFE}⟧”", None),
    (f"2021年9月26日，庄荣文在{NATIONAL}上说：习近平总书记指出，“⟦{SAFE}⟧”", None),
    (f"2021年9月26日，庄荣文在大会上说，总书记在{FORUM}上指出，“⟦{SAFE}⟧”", (FORUM, None)),
    (f"2021年10月10日，中央网信办主任表示，要落实习近平总书记“⟦{SAFE}⟧”的要求。", None),
    (f"2021年10月10日，李建明在{NATIONAL}上表示，要落实总书记“⟦{SAFE}⟧”的要求。", None),
    (f"2021年10月10日，大家重温习近平总书记在{FORUM}上的讲话：“⟦{SAFE}⟧”", (FORUM, None)),
    (f"2021年9月26日，庄荣文在大会上说，要快，习近平总书记指出，“⟦{SAFE}⟧”", None),
    (f"2021年9月26日，李建明说，要快，习近平总书记指出，“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平讲了话。李建明说，习近平总书记强调“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记强调指出，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    (f"{LEAD}习近平说，要快，他强调，“⟦{SAFE}⟧”", (FORUM, "2016-04-19")),
    # another time
    (f"{LEAD}习近平总书记讲了话。两年前他就说：“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记讲了话。早在20多年前，他就说：“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记讲了话。此前，他说：“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记讲了话。两年前，他提过。他说：“⟦{SAFE}⟧”", None),
    (f"{LEAD}习近平总书记说，两年前他就说过：“⟦{SAFE}⟧”", None),
    (f"{FORUM}召开两年前，习近平就说“⟦{SAFE}⟧”", None),
    (f"2021年4月19日，五年前的今天，习近平在{FORUM}上说“⟦{SAFE}⟧”", (FORUM, None)),
    (f"2021年4月20日，会前。五年前的4月19日，习近平说“⟦{SAFE}⟧”", None),
    (f"{LEAD}他讲了话。早在2014年2月27日，他就说：“⟦{SAFE}⟧”", (None, "2014-02-27")),
    # traditional characters; what is named stays as it is written
    (
        "2016年4月19日，習近平在網絡安全和信息化工作座談會上指出，「⟦沒有網絡安全⟧就沒有國家安全」",
        ("網絡安全和信息化工作座談會", "2016-04-19"),
    ),
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


def attributions_of(article: Article, spans: Sequence[Span]) -> tuple[Attribution | None, ...]:
    words = read_words(article)
    return find_attributions(words, find_claims(words), spans)


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_an_attribution_is_what_governs_the_quotation(marked: str, expected: Expected) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    article = article_of_text(marked.replace("⟦", "").replace("⟧", ""))
    assert attributions_of(article, [(start, end)]) == (attribution(expected),)


def test_a_paragraph_set_off_has_its_own_attribution_and_lends_none_to_others() -> None:
    article = article_of_text(f"{LEAD}他说，“{SAFE}”。\n会上，他说“{SAFE}”。")
    first, second = article.paragraphs
    own = Attribution("在海南考察时的讲话", parse_date("2018-04-13"))
    article = replace(article, paragraphs=(replace(first, set_off=True, attribution=own), second))
    spans = [(claim.start, claim.end) for claim in find_claims(read_words(article))]
    assert attributions_of(article, spans) == (own, None)


def test_what_is_claimed_is_not_among_the_words_of_the_author() -> None:
    text = f"{LEAD}习近平讲了话。“{SAFE}”"
    words = read_words(article_of_text(text))
    span = (len(text) - 1 - len(SAFE), len(text) - 1)
    found = find_claims(words)
    assert find_attributions(words, found, [span]) == (attribution((FORUM, "2016-04-19")),)
    hiding = [Claim(0, len(LEAD), "attributed"), *found]
    assert find_attributions(words, hiding, [span]) == (None,)


@pytest.mark.parametrize(
    "pattern",
    ["两年前", "人民日报2016年4月26日", "他说，总书记", "习近平□", "重温总书记", "去年4月"],
)
def test_times_and_reporters_again_and_again_take_linear_time(pattern: str) -> None:
    def look(article: Article) -> None:
        quoted = len(article.text) - len(SAFE) - 1
        attributions_of(article, [(quoted, quoted + 4)])

    assert_linear(look, lambda size: article_of_text(f"{pattern * size}“{SAFE}”"), 1_250)


def test_no_spans_have_no_attributions() -> None:
    assert attributions_of(article_of_text(""), []) == ()
    assert attributions_of(article_of_text(LEAD), []) == ()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_attributions_take_linear_time(pattern: str) -> None:
    def made(length: int) -> tuple[ArticleWords, tuple[Claim, ...], list[Span]]:
        article = article_of_text(hostile(pattern, length))
        words = read_words(article)
        claims = find_claims(words)
        spans = [(claim.start, claim.end) for claim in claims]
        last = article.paragraphs[-1]
        return words, claims, spans or [(last.start, last.end)]

    words, claims, spans = made(20_000)
    assert len(find_attributions(words, claims, spans)) == len(spans)
    assert_linear(lambda given: find_attributions(*given), made, 5_000)
