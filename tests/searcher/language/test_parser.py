import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.errors import QueryError
from indexer.text.folding import fold
from searcher.language.parser import MAX_DEPTH, parse
from searcher.language.query import (
    And,
    AnyYear,
    DateRange,
    Field,
    Gap,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
)

A, B, C = Text("甲"), Text("乙"), Text("丙")
ONE, STAR = Gap(1, 1), Gap(0, 20)


def day(text: str) -> date:
    return date.fromisoformat(text)


TREES = [
    # Strings, and blanks between them.
    ("核心技术", Text("核心技术")),
    ("  核心技术\n", Text("核心技术")),
    ("甲 乙", And((A, B))),
    ("甲　乙", And((A, B))),
    ("甲\t\n乙", And((A, B))),
    ("5G+，、·%", Text("5G+，、·%")),
    ("《》", Text("《》")),
    ("。", Text("。")),
    ("——甲", Text("——甲")),
    # Quoted strings.
    ('"没有网络安全"', Phrase("没有网络安全")),
    ("“没有网络安全”", Phrase("没有网络安全")),
    ("「没有网络安全」", Phrase("没有网络安全")),
    ("『没有网络安全』", Phrase("没有网络安全")),
    ('"甲 OR (乙 -*? /date:x| “"', Phrase("甲 OR (乙 -*? /date:x| “")),
    ("“甲　乙”", Phrase("甲　乙")),
    ('"甲""乙"', Phrase('甲"乙')),
    ('""""', Phrase('"')),
    ("“甲””乙”", Phrase("甲”乙")),
    ("「甲「乙」", Phrase("甲「乙")),
    ('"甲"|"乙"', Or((Phrase("甲"), Phrase("乙")))),
    ('("甲" 乙)', And((Phrase("甲"), B))),
    ('(":)" OR 乙)', Or((Phrase(":)"), B))),
    ('甲 -"乙"', And((A, Not(Phrase("乙"))))),
    # Quotation marks that are text.
    ("‘甲’", Text("‘甲’")),
    ("他说“甲”", Text("他说“甲”")),
    ("“行生于己，名生于人。”我说过", Text("“行生于己，名生于人。”我说过")),
    ('"没有信息化"2014年', Text('"没有信息化"2014年')),
    ("“甲 乙”丙", And((Text("“甲"), Text("乙”丙")))),
    ('"甲 乙"丙 丁', And((Text('"甲'), Text('乙"丙'), Text("丁")))),
    ('他说"甲 "乙', And((Text('他说"甲'), Text('"乙')))),
    (
        '要求 " 甲 "；提出 " 乙 "" 丙 "。',
        And(tuple(map(Text, ["要求", '"', "甲", '"；提出', '"', "乙", '""', "丙", '"。']))),
    ),
    ('5"屏 "甲"', And((Text('5"屏'), Phrase("甲")))),
    ("“他说“好””", Text("“他说“好””")),
    ("甲”", Text("甲”")),
    ("”甲“", Text("”甲“")),
    # OR, AND, NOT.
    ("甲 OR 乙", Or((A, B))),
    ("甲 or 乙", Or((A, B))),
    ("甲 ＯＲ 乙", Or((A, B))),
    ("甲 或 乙", Or((A, B))),
    ("甲|乙", Or((A, B))),
    ("甲 ｜乙", Or((A, B))),
    ("甲 AND 乙", And((A, B))),
    ("甲 且 乙", And((A, B))),
    ("甲 与 乙", And((A, B))),
    ("甲 & 乙", And((A, B))),
    ("甲　＆　乙", And((A, B))),
    ("NOT 甲", Not(A)),
    ("not 甲", Not(A)),
    ("非 甲", Not(A)),
    ("-甲", Not(A)),
    ("－甲", Not(A)),
    ("甲 -乙", And((A, Not(B)))),
    ("甲 AND NOT 乙", And((A, Not(B)))),
    ("NOT NOT 甲", Not(Not(A))),
    ("甲 OR 乙 丙", Or((A, And((B, C))))),
    ("甲 乙 OR NOT 丙", Or((And((A, B)), Not(C)))),
    # Operators that are text.
    ("甲或乙", Text("甲或乙")),
    ("甲&乙", Text("甲&乙")),
    ("5-3", Text("5-3")),
    ("与（一）", Text("与（一）")),
    ("ORACLE", Text("ORACLE")),
    ("--甲", Text("--甲")),
    ("甲 - 乙", And((A, Text("-"), B))),
    ("甲 -", And((A, Text("-")))),
    # Groups.
    ("(甲)", A),
    ("（甲）", A),
    ("(甲）", A),
    ("(甲 OR 乙) 丙", And((Or((A, B)), C))),
    ("（甲｜乙） 丙", And((Or((A, B)), C))),
    ("((甲 OR 乙) OR 丙)", Or((A, B, C))),
    ("(甲 乙) 丙", And((A, B, C))),
    ("-(甲 OR 乙)", Not(Or((A, B)))),
    ("NOT (甲 乙)", Not(And((A, B)))),
    ("(甲)|(乙)", Or((A, B))),
    # Brackets that are text.
    ("中国（上海）自贸区", Text("中国（上海）自贸区")),
    ("（一）加强 甲", And((Text("（一）加强"), A))),
    ("（甲 乙）丙", And((Text("（甲"), Text("乙）丙")))),
    ("甲（乙 丙） 丁", And((Text("甲（乙"), Text("丙）"), Text("丁")))),
    ("1) 甲 2）乙", And((Text("1)"), A, Text("2）乙")))),
    ("12月7日)", Text("12月7日)")),
    ("甲(乙", Text("甲(乙")),
    # NEAR and BEFORE.
    ("甲 NEAR/20 乙", Near(A, B, 20)),
    ("甲 near／２０ 乙", Near(A, B, 20)),
    ("甲 NEAR/0 乙", Near(A, B, 0)),
    ("甲 Before/5 “乙”", Near(A, Phrase("乙"), 5, ordered=True)),
    ("(甲 OR 乙) NEAR/5 习?平", Near(Or((A, B)), Wildcard(("习", ONE, "平")), 5)),
    ("甲 乙 NEAR/5 丙", And((A, Near(B, C, 5)))),
    ("NOT (甲 NEAR/5 乙)", Not(Near(A, B, 5))),
    # Wildcards.
    ("网络*安全", Wildcard(("网络", STAR, "安全"))),
    ("网络＊安全", Wildcard(("网络", STAR, "安全"))),
    ("习?平", Wildcard(("习", ONE, "平"))),
    ("习？平", Wildcard(("习", ONE, "平"))),
    ("习?*平**安", Wildcard(("习", Gap(1, 21), "平", Gap(0, 40), "安"))),
    ("?平", Wildcard((ONE, "平"))),
    ("中国？社会主义？", Wildcard(("中国", ONE, "社会主义？"))),
    ("网络?安全*保障体系", Wildcard(("网络", ONE, "安全", STAR, "保障体系"))),
    ("网络?安全*保障体系建设", Wildcard(("网络?安全", STAR, "保障体系建设"))),
    ("怎么联系群众呢？各级党政机关？", Text("怎么联系群众呢？各级党政机关？")),
    ("5G与工业互联网如何融合?有什么意义?", Text("5G与工业互联网如何融合?有什么意义?")),
    ("什么？、谁", Text("什么？、谁")),
    ("甲 OR", And((Text("甲"), Text("OR")))),
    ("(甲 或) 乙", And((Text("甲"), Text("或"), Text("乙")))),
    ("甲 AND", And((Text("甲"), Text("AND")))),
    ("甲 NEAR/5", And((Text("甲"), Text("NEAR/5")))),
    ("甲 或 非", Or((Text("甲"), Text("非")))),
    ("and business是什么", And((Text("and"), Text("business是什么")))),
    ("与 时俱进", And((Text("与"), Text("时俱进")))),
    ("near", Text("near")),
    ("NOT NOT", And((Text("NOT"), Text("NOT")))),
    ("NOT (或)", Not(Text("或"))),
    ("与 12月7日）", And((Text("与"), Text("12月7日）")))),
    ("什么是强国？", Text("什么是强国？")),
    ("什么是强国?!", Text("什么是强国?!")),
    ("他问：“怎么办？”", Text("他问：“怎么办？”")),
    ("？", Text("？")),
    ("？？", Text("？？")),
    # Regular expressions.
    ("/核心.*技术/", Regex("核心.*技术")),
    ("/deep learning|甲/ 乙", And((Regex("deep learning|甲"), B))),
    (r"/5\/6/", Regex(r"5\/6")),
    ("(/[)]/ OR 乙)", Or((Regex("[)]"), B))),
    ("/甲", Text("/甲")),
    ("和/或", Text("和/或")),
    ("/usr/bin", Text("/usr/bin")),
    ("甲 / 乙 / 丙", And((A, Text("/"), B, Text("/"), C))),
    ("//", Text("//")),
    # Fields.
    ("speech:座谈会", Field("speech", "座谈会")),
    ("Speech：座谈会", Field("speech", "座谈会")),
    ("讲话：座谈会", Field("speech", "座谈会")),
    ("章:六", Field("chapter", "六")),
    ("文：002", Field("doc", "002")),
    ("来源：人民日报", Field("source", "人民日报")),
    ("类：quotation", Field("role", "quotation")),
    ("题：（一）总则", Field("title", "（一）总则")),
    ("节：什么是强国？", Field("section", "什么是强国？")),
    ('speech:"座谈会 上"', Field("speech", "座谈会 上")),
    ("讲话：“座谈会 上”", Field("speech", "座谈会 上")),
    ("title:“一带一路”倡议", Field("title", "“一带一路”倡议")),
    ('(speech:")")', Field("speech", ")")),
    ("-speech:贺信|甲", Or((Not(Field("speech", "贺信")), A))),
    # Colons that are text.
    ("12：30", Text("12：30")),
    ("5G：甲", Text("5G：甲")),
    ("习近平指出：甲", Text("习近平指出：甲")),
    ("在讲话：甲", Text("在讲话：甲")),
    ("https://a.cn/b", Text("https://a.cn/b")),
    # Dates.
    ("date:2018", DateRange(day("2018-01-01"), day("2018-12-31"))),
    ("date:2018-04", DateRange(day("2018-04-01"), day("2018-04-30"))),
    ("date:2018-04-20", DateRange(day("2018-04-20"), day("2018-04-20"))),
    ("日期：2018年4月20日", DateRange(day("2018-04-20"), day("2018-04-20"))),
    ("日期：二〇一八年四月", DateRange(day("2018-04-01"), day("2018-04-30"))),
    ("日期：“2018年 4月 20日”", DateRange(day("2018-04-20"), day("2018-04-20"))),
    ("date:2013年8月28日-31日", DateRange(day("2013-08-28"), day("2013-08-31"))),
    ("date:2016..2018", DateRange(day("2016-01-01"), day("2018-12-31"))),
    ("日期：2016年至2018年", DateRange(day("2016-01-01"), day("2018-12-31"))),
    ("date:2018-04~2018-05", DateRange(day("2018-04-01"), day("2018-05-31"))),
    ("日期：2018年4月20日至21日", DateRange(day("2018-04-20"), day("2018-04-21"))),
    ("date:２０１６．．2018年4月", DateRange(day("2016-01-01"), day("2018-04-30"))),
    ("date:2016..", DateRange(day("2016-01-01"), None)),
    ("date:..2016", DateRange(None, day("2016-12-31"))),
    ("date:>=2016-04-19", DateRange(day("2016-04-19"), None)),
    ("日期：2016 年 4 月 19 日", DateRange(day("2016-04-19"), day("2016-04-19"))),
    ("日期：2016 年 至 2018 年", DateRange(day("2016-01-01"), day("2018-12-31"))),
    ("date:2016.4.19", DateRange(day("2016-04-19"), day("2016-04-19"))),
    ("date:2016/4", DateRange(day("2016-04-01"), day("2016-04-30"))),
    ("date:2016-2018", DateRange(day("2016-01-01"), day("2018-12-31"))),
    ("date:2016—2018", DateRange(day("2016-01-01"), day("2018-12-31"))),
    ("日期：2016年4月19号", DateRange(day("2016-04-19"), day("2016-04-19"))),
    ("日期：4月19号", AnyYear(4, 19)),
    ("日期：十二月", AnyYear(12)),
    ("类：讲话", Field("role", "speech")),
    ("时间： 甲", And((Text("时间："), Text("甲")))),
    ("date:≥2016", DateRange(day("2016-01-01"), None)),
    ("date:>2016", DateRange(day("2017-01-01"), None)),
    ("date:<=2016", DateRange(None, day("2016-12-31"))),
    ("date:＜2016-03", DateRange(None, day("2016-02-29"))),
]


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_a_query_means_its_tree(query: str, tree: Query) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_a_query_and_its_canonical_form_mean_the_same(query: str, tree: Query) -> None:
    assert parse(str(tree)) == parse(query)


EMPTY = "the query is empty: write what to look for, such as 核心技术"
STAR_AT_EDGE = (
    "{} is not needed at the edge of a clause, which is found inside longer words anyway: leave it"
    " out, or write it between two strings, as in 网络{}安全"
)
UNCLOSED_QUOTE = (
    "this {} is never closed: write {} behind the text that is to be found exactly, or leave the"
    " {} out"
)
UNCLOSED_BRACKET = (
    "this {} is never closed: close it behind a clause, or put the text in quotes to search for"
    ' the bracket itself, as in "{}上海"'
)
STRAY_BRACKET = (
    "this {} closes nothing: open a bracket at the start of a clause before it, or put the text in"
    ' quotes to search for the bracket itself, as in "上海{}"'
)
EMPTY_GROUP = (
    "nothing stands between these brackets: write a clause there, as in (核心技术 OR 突破), or"
    " leave them out"
)
MISSING = (
    "{0} needs a clause {1} it, as in 核心技术 {0} 突破; to search for {0} itself put it in"
    ' quotes: "{0}"'
)
ELSEWHERE = (
    "the field {0} is called {1} here: write {1}:… instead; to search for these words themselves"
    ' put them in quotes, as in "{0}:"'
)
NO_DISTANCE = (
    "{0} needs a distance in characters from 0 to 99999, as in 核心技术 {0}/20 突破; to search for"
    ' the word itself put it in quotes: "{1}"'
)
NOT_AN_OPERAND = (
    "{0} stands between strings, quoted strings, wildcards or a bracketed OR of these, and this is"
    " none of them: join it with AND instead, as in (核心技术 {0} 突破) AND speech:座谈会"
)
CHAINED = (
    "{0} joins two strings, and before it stands a pair of them: join the pairs with AND, as in"
    " (核心技术 {0} 突破) AND (突破 {0} 人才)"
)
NO_FIELD = (
    "there is no field {}: the fields are speaker, speech, chapter, doc, source, role, title,"
    ' section, date; to search for these words themselves put them in quotes, as in "{}"'
)
NO_VALUE = "{0} needs a value directly behind the colon, as in {0}{1}"
ONE_VALUE = (
    "a field takes one value: repeat the field, as in (speech:座谈会 OR speech:贺信), or quote the"
    " value"
)
NO_WILDCARD = (
    "a field has no wildcards, it is searched for a part of its text anyway: write that part, or"
    ' quote the value to search for its marks, as in title:"什么是强国？为什么"'
)
NO_DATE = (
    "no such date ({}): write one such as 2018, 2018-04, 2018-04-20, 2018年4月20日, 2016..2018 or"
    " >=2016-04-19"
)
BLANK_BEFORE_BRACKET = (
    "{0} needs a blank before the bracket: write {0} (上海), or put the text in quotes to search"
    ' for the word itself, as in "{0}(上海)"'
)

ERRORS = [
    ("", 1, EMPTY),
    (" 　\n", 1, EMPTY),
    # Quotation marks.
    ('"没有网络安全', 1, UNCLOSED_QUOTE.format('"', '"', '"')),
    ('甲 "没有网络安全', 3, UNCLOSED_QUOTE.format('"', '"', '"')),
    ("“没有网络安全", 1, UNCLOSED_QUOTE.format("“", "”", "“")),
    ('“没有网络安全"', 1, UNCLOSED_QUOTE.format("“", "”", "“")),
    ("甲 -「乙", 4, UNCLOSED_QUOTE.format("「", "」", "「")),
    ('"甲""', 1, UNCLOSED_QUOTE.format('"', '"', '"')),
    ('speech:"座谈会', 8, UNCLOSED_QUOTE.format('"', '"', '"')),
    ('""', 1, 'nothing stands between " and ": write the text to be found there'),
    ("甲 “”", 3, "nothing stands between “ and ”: write the text to be found there"),
    ("甲 “　 ”", 3, "nothing stands between “ and ”: write the text to be found there"),
    ('题：" "', 3, 'nothing stands between " and ": write the text to be found there'),
    # Brackets.
    ("(上海", 1, UNCLOSED_BRACKET.format("(", "(")),
    ("甲 （上海 乙", 3, UNCLOSED_BRACKET.format("（", "（")),
    ("((甲)", 1, UNCLOSED_BRACKET.format("(", "(")),
    ("甲 OR 乙)", 7, STRAY_BRACKET.format(")", ")")),
    ("（甲｜乙）） 丙", 6, STRAY_BRACKET.format("）", "）")),
    ("()", 1, EMPTY_GROUP),
    ("甲 （　）", 3, EMPTY_GROUP),
    ("NOT(甲)", 4, BLANK_BEFORE_BRACKET.format("NOT")),
    ("甲 NEAR/5（乙｜丙）", 9, BLANK_BEFORE_BRACKET.format("NEAR/5")),
    # Operators.
    ("甲｜", 2, MISSING.format("｜", "after")),
    ("甲 &", 3, MISSING.format("&", "after")),
    ("|", 1, MISSING.format("|", "before")),
    ("甲||乙", 3, MISSING.format("|", "before")),
    ("甲 AND OR 乙", 7, MISSING.format("OR", "before")),
    ("＆", 1, MISSING.format("＆", "before")),
    ("-OR", 2, MISSING.format("OR", "before")),
    # NEAR and BEFORE.
    ("甲 NEAR 乙", 3, NO_DISTANCE.format("NEAR", "NEAR")),
    ("甲 NEAR/x 乙", 3, NO_DISTANCE.format("NEAR", "NEAR/x")),
    ("甲 BEFORE/ 乙", 3, NO_DISTANCE.format("BEFORE", "BEFORE/")),
    ("甲 NEAR/-1 乙", 3, NO_DISTANCE.format("NEAR", "NEAR/-1")),
    ("甲 NEAR/100000 乙", 3, NO_DISTANCE.format("NEAR", "NEAR/100000")),
    ("甲 NEAR/5 乙 BEFORE/5 丙", 12, CHAINED.format("BEFORE/5")),
    ("(甲 NEAR/5 乙) NEAR/5 丙", 14, CHAINED.format("NEAR/5")),
    ("甲 NEAR/5 (乙 NEAR/5 丙)", 10, NOT_AN_OPERAND.format("NEAR/5")),
    ("甲 NEAR/5 NOT 乙", 10, NOT_AN_OPERAND.format("NEAR/5")),
    ("甲 NEAR/5 -乙", 10, NOT_AN_OPERAND.format("NEAR/5")),
    ("NOT 甲 NEAR/5 乙", 1, NOT_AN_OPERAND.format("NEAR/5")),
    ("丙 非 not 甲 NEAR/5 乙", 3, NOT_AN_OPERAND.format("NEAR/5")),
    ("甲 BEFORE/5 speech:乙", 12, NOT_AN_OPERAND.format("BEFORE/5")),
    ("甲 NEAR/5 date:2018", 10, NOT_AN_OPERAND.format("NEAR/5")),
    ("/甲/ NEAR/5 乙", 1, NOT_AN_OPERAND.format("NEAR/5")),
    ("(甲 乙) NEAR/5 丙", 1, NOT_AN_OPERAND.format("NEAR/5")),
    ("丁 NEAR/5 (甲 乙)", 10, NOT_AN_OPERAND.format("NEAR/5")),
    ("(甲 OR /乙/) NEAR/5 丙", 7, NOT_AN_OPERAND.format("NEAR/5")),
    ("丙 NEAR/5 (甲 OR (丁 OR -乙))", 22, NOT_AN_OPERAND.format("NEAR/5")),
    ("(甲 OR (乙 丁)) NEAR/5 丙", 7, NOT_AN_OPERAND.format("NEAR/5")),
    ("(甲 OR 乙 NEAR/5 丁) NEAR/5 丙", 7, NOT_AN_OPERAND.format("NEAR/5")),
    # Wildcards.
    ("*安全", 1, STAR_AT_EDGE.format("*", "*")),
    ("甲 网络＊", 5, STAR_AT_EDGE.format("＊", "＊")),
    ("网络*？", 3, STAR_AT_EDGE.format("*", "*")),
    ("?*安全", 2, STAR_AT_EDGE.format("*", "*")),
    ("甲 * 乙", 3, STAR_AT_EDGE.format("*", "*")),
    # Regular expressions.
    (
        "甲 /核心(/",
        6,
        "not a regular expression (this ( is never closed): correct it, or put it in"
        ' quotes to search for the slashes themselves, as in "/核心/"',
    ),
    # Fields.
    ("speach:座谈会", 1, NO_FIELD.format("speach", "speach:")),
    ("甲 AI：乙", 3, NO_FIELD.format("AI", "AI：")),
    ("speech:", 8, NO_VALUE.format("speech:", "座谈会")),
    ("讲话： 座谈会", 4, NO_VALUE.format("讲话：", "座谈会")),
    ("(章：)", 4, NO_VALUE.format("章：", "六")),
    ("日期：", 4, NO_VALUE.format("日期：", "2018-04")),
    ('speech:""', 8, 'nothing stands between " and ": write the text to be found there'),
    ("speech:(甲 OR 乙)", 8, ONE_VALUE),
    ("讲话：（甲", 4, ONE_VALUE),
    ("speech:座谈*", 8, NO_WILDCARD),
    ("title:什么？为什么", 7, NO_WILDCARD),
    ("role:author", 6, "role 'author' is not known; give one of speech, quotation, article, note"),
    ('role:"a\nb"', 6, "role 'a\\nb' is not known; give one of speech, quotation, article, note"),
    # Dates.
    ("date:2018-13", 6, NO_DATE.format("there is no month 13")),
    ("甲 日期：昨天", 6, NO_DATE.format("'昨天' is not a date")),
    ("date:4月31日", 6, NO_DATE.format("day is out of range for month")),
    ("date:13月", 6, NO_DATE.format("there is no month 13")),
    ("甲 作者：乙", 3, ELSEWHERE.format("作者", "speaker")),
    ("标题：乙", 1, ELSEWHERE.format("标题", "title")),
    ("时间：2018", 1, ELSEWHERE.format("时间", "date")),
    ("date:2018..2016", 6, NO_DATE.format("the range runs backwards")),
    ("date:..", 6, NO_DATE.format("a range names at least one date")),
    ("date:>9999", 6, NO_DATE.format("there is no day after 9999-12-31")),
    ('date:"<1\n"', 6, NO_DATE.format("'1' is not a date")),
    ("date:<0001", 6, NO_DATE.format("there is no day before 0001-01-01")),
    ("date:>=", 6, NO_DATE.format("'' is not a date")),
]


@pytest.mark.parametrize(("query", "character", "expected"), ERRORS)
def test_a_malformed_query_is_an_error_that_points_at_the_character(
    query: str, character: int, expected: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.reason == expected
    plain = "" if not query.strip() else "; --plain takes everything as text"
    assert str(caught.value) == f"query, character {character}: {expected}{plain}"
    assert (caught.value.query, caught.value.position) == (query, character - 1)


def test_a_day_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(QueryError, match=r"^query, character 6: no such date \(.+\): write one"):
        parse("date:2018-02-30")


SYNTAX = st.sampled_from(
    [
        *'甲乙5A 　"“”「」()（）|-*？?/\\:：，',
        " OR ",
        " 或 ",
        " NOT ",
        " NEAR/5 ",
        "speech:",
        "date:2018",
    ]
)


@given(st.lists(SYNTAX, max_size=20).map("".join))
@example("（“甲 （乙） 丙” 丁）戊")
@example('("甲) 乙" 丙) "丁')
def test_every_string_is_a_query_or_a_query_error(query: str) -> None:
    error = None
    try:
        parse(query)
    except QueryError as exc:
        error = exc
    assert error is None or (0 <= error.position <= len(query) and "\n" not in error.reason)


@pytest.mark.parametrize("form", ["{}甲{}", "NOT {}甲{}"])
def test_brackets_and_nots_may_be_nested_to_a_limit(form: str) -> None:
    def nested(depth: int) -> str:
        return form.format("(" * depth, ")" * depth)

    deepest = MAX_DEPTH - form.startswith("NOT")
    parse(nested(deepest))
    for depth in (deepest + 1, 10_000):
        with pytest.raises(QueryError) as caught:
            parse(nested(depth))
        assert caught.value.reason == (
            "brackets and NOTs stand in each other more than 100 deep: leave out those that change"
            " nothing"
        )


def test_a_chain_of_nots_is_limited_too() -> None:
    with pytest.raises(QueryError) as caught:
        parse("NOT " * 10_000 + "甲")
    assert caught.value.position == 4 * MAX_DEPTH


def _seed_blocks(seeds: Path) -> list[str]:
    """What stands between blank lines: paragraphs, or the parts into which a page cuts them.

    YAML and HTML are left out, since nobody searches for those.
    """
    texts = [path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))]
    texts += [re.sub(r"<[^>]*>", "\n\n", text) for text in texts if "<p>" in text]
    blocks = [block for text in texts for block in re.split(r"\n\s*\n", text)]
    return [
        block
        for block in blocks
        if len(block) <= 4000 and len(re.findall(r"[\u4e00-\u9fff]", block)) * 2 > len(block)
    ]


def _finds(clause: Query, folded: str) -> bool:
    if isinstance(clause, Wildcard):
        pattern = "".join(
            re.escape(fold(piece)) if isinstance(piece, str) else f".{{{piece.least},{piece.most}}}"
            for piece in clause.pieces
        )
        return re.search(pattern, folded) is not None
    assert isinstance(clause, (Text, Phrase))
    return fold(clause.text) in folded


def test_every_seed_paragraph_pasted_bare_is_text_and_finds_itself(seeds: Path) -> None:
    blocks = _seed_blocks(seeds)
    assert len(blocks) > 800
    for block in blocks:
        tree = parse(block)
        clauses = tree.clauses if isinstance(tree, And) else (tree,)
        assert all(_finds(clause, fold(block)) for clause in clauses), block
        assert parse(str(tree)) == tree


def test_the_fields_have_the_names_of_the_users_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    with pytest.raises(QueryError) as raised:
        parse("核心 nosuch:甲")
    assert str(raised.value) == (
        "查询第 4 个字符：没有 nosuch 这个字段：可用的字段是 讲话人、讲话、章、文、来源、"
        '类、题、节、日期；要查这些文字本身，请加引号，如 "nosuch:"；'
        "加 --plain 则全作文字"
    )
