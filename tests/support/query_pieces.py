"""What any string as a query is put together from: operators, marks, words, oddities."""

from __future__ import annotations


def cut(pieces: str) -> list[str]:
    """The pieces of a string that blanks part."""
    return pieces.split()


OPERATORS = (
    *(f" {word} " for word in cut("OR or ＯＲ 或 AND ａｎｄ 且 与 & ＆ NOT not 非 - NEAR NEAR/x")),
    *(f" {word} " for word in cut("NEAR/3 near/０ BEFORE/20 Ｂｅｆｏｒｅ／9 BEFORE/999999")),
    *("|", "｜", " -", "－", "NOT(", "-", "--", "——"),
)
MARKS = (*"\"“”「」『』‘’'()（）[]{}*＊?？/\\:：.。！，、·…《》+%#@~^$&<>=-－_0５ \u3000\n\t",)
WORDS = cut("""
    核心技术 突破 網絡安全 人才 5G Big Data 互联网＋教育 甲 乙 的 x 没有*安全 核?技术 ？心
    网络**安全 网*?络 https://a.cn/b?c 12：30 —— ℃㈠ﬁ
""")
FIELDS = cut("""
    speech: 讲话： chapter: 章：六 doc: 文： source: 来源： title: 题： 节： role:speech
    类：quotation role: date:2018 日期：2018年4月 date:2016..2018 date: date:>=2016-04-19
    date:<0001 date:9999-99 日期：2018至2016 SPEECH：座谈会 foo:
""")
REGEXES = cut(r"""
    /核.?心/ /(.)\1/ /[核-心Ａ-Ｚ^]+/ /(?P<A>甲)(?P=A)/ /(?<=核)心|技/ /a{2,}?/ /[^/
    /\u6838|\x41\S/ /(?i)ABC/ /x*/ /(((a{9}){9}){9}){9}/ /\p{Han}+/ /( /{/ //
""")
STRANGE = (
    *"😀\ud800\udfff\0\x07\x7f\u200b\ufeff\u202eéßİſﷺ\U00020000\U0010ffff\x85\u2028\x1cͺ´ا",
    *("👨‍👩‍👧", "\x1b[31m", "e\u0301"),
)
GROUPS = (OPERATORS, MARKS, WORDS, FIELDS, REGEXES, STRANGE)
SOUND = (
    '核心技术 AND (突破 OR "人才") -隐患',
    "（核心 或 技术） NEAR/5 突破 speech:座谈会",
    "/核.{0,3}技术/ date:2016..2018 NOT 网络*安全",
    '讲话：“座谈会” “没有”” 就” 题:"强国？"',
    "什么是强国？就是掌握核心的技术！人才归根结底最要紧。",
)
