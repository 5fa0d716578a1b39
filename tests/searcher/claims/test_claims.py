"""What the author of an article calls a quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from searcher.articles.article import Article, article_of_text
from searcher.claims.claims import Claim, find_claims
from searcher.claims.reported import read_words
from tests.support.growth import assert_linear
from tests.support.hostile_texts import PATTERNS, hostile

SAFE = "没有网络安全就没有国家安全"
MODERN = "没有信息化就没有现代化"
LAW = "要加快网络立法进程，完善监管措施"

M, A, S = "marked", "attributed", "set_off"

ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    # marks
    (f"他说“{SAFE}”。", [(M, SAFE)]),
    (f"他说：「{SAFE}。」", [(M, SAFE)]),
    (f"『{SAFE}』一句", [(M, SAFE)]),
    (f'开门见山："{SAFE}。"', [(M, SAFE)]),
    (f'开门见山： " {SAFE}。 " 好', [(M, SAFE)]),
    (f"＂{SAFE}＂", [(M, SAFE)]),
    ("这个“命门”、“五年计划”", []),
    ("“一二三四五”“一二三四五六”", [(M, "一二三四五六")]),
    (f"“，{SAFE}……”", [(M, SAFE)]),
    (f"“{SAFE}”“{MODERN}”……", [(M, SAFE), (M, MODERN)]),
    ("“核心技术是‘命门’，必须掌握。”", [(M, "核心技术是‘命门’，必须掌握")]),
    ("“核心技术是“命门”，必须掌握。”", [(M, "核心技术是“命门”，必须掌握")]),
    ("『他说「互联网是大家的」，要用好』", [(M, "他说「互联网是大家的」，要用好")]),
    ("比例均“超过百分之九十即98%”。", [(M, "超过百分之九十即98%")]),
    ("《习近平关于网络强国论述摘编》出版。", []),
    ("他读《“十四五”国家信息化规划》。", []),
    # single marks and raised ones
    (f"他说‘{SAFE}’。", [(M, SAFE)]),
    (f"他说：〝{SAFE}。〞好", [(M, SAFE)]),
    (f"〝{SAFE}〟", [(M, SAFE)]),
    ("‘他说“互联网是大家的”，要用好’", [(M, "他说“互联网是大家的”，要用好")]),
    ("这个‘命门’。", []),
    (f"I don’t, he doesn’t say, we can‘t ‘{SAFE}’", [(M, SAFE)]),
    ("don’t say ‘no, we can’t do that’ isn’t", [(M, "no, we can’t do that")]),
    (f"‘甲。他说：“{SAFE}’，{MODERN}”", [(M, f"{SAFE}’，{MODERN}")]),
    (f"‘甲，“{SAFE}”", [(M, SAFE)]),
    (f"甲’，“{SAFE}”’", [(M, SAFE)]),
    (f"〝{SAFE}。\n〝{MODERN}。〞", [(M, SAFE), (M, MODERN)]),
    (f"‘{SAFE}。\n‘{MODERN}。’", [(M, MODERN)]),
    (f"‘甲。“{SAFE}。\n“{MODERN}。”", [(M, SAFE), (M, MODERN)]),
    # a closing mark that was lost
    (f"他说：“{SAFE}。", [(M, SAFE)]),
    (f"他强调“{SAFE}", [(M, SAFE)]),
    (f'他说："{SAFE}。', [(M, SAFE)]),
    (f"好。他说：“要‘快’。{SAFE}！要稳。", [(M, f"要‘快’。{SAFE}！要稳")]),
    (f"他说：“{SAFE}。这句话意义重大，大家都要记住。", [(M, SAFE)]),
    (f"他说：“{SAFE}。习近平总书记来到北京看望大家。", [(M, SAFE)]),
    (f'他说：“{SAFE}"，大家都要牢牢记住这一点。', [(M, SAFE)]),
    (f"他说“{MODERN}”，又说：“{SAFE}。", [(M, MODERN)]),
    (f"他说“{MODERN}”。他说：“{SAFE}。", [(M, MODERN), (M, SAFE)]),
    (f"他说：“要快，他又说：“{SAFE}”", [(M, SAFE)]),
    (f"他的“{SAFE}。", []),
    # letters that are none when they are folded
    ("习近平指出：" + "\uff9e" * 14 + "。", []),
    ("“" + "\uff9e" * 14 + "”", []),
    (f"“\uff9f{SAFE}\uff9e”", [(M, SAFE)]),
    ("“㈱网络安全①”", [(M, "㈱网络安全①")]),
    # traditional characters
    ("習近平指出，「沒有網絡安全就沒有國家安全」", [(M, "沒有網絡安全就沒有國家安全")]),
    ("總書記強調，要加快網絡立法進程，完善監管措施。", [(A, "要加快網絡立法進程，完善監管措施")]),
    # marks that do not pair
    (f"“{SAFE}。", []),
    (f"{SAFE}”。", []),
    (f"“甲“{SAFE}”", [(M, SAFE)]),
    (f"“{SAFE}」”", [(M, SAFE)]),
    (f"“{SAFE}「”{MODERN}", [(M, SAFE)]),
    (f"”{SAFE}”和”{MODERN}”", [(M, SAFE), (M, MODERN)]),
    (f"“{SAFE}“是", [(M, SAFE)]),
    (f'"{SAFE}"和"{MODERN}', [(M, SAFE)]),
    (f'甲"，他说："{SAFE}"。', [(M, SAFE)]),
    (f'"甲乙丙，他说："{SAFE}"。', [(M, SAFE)]),
    (f'甲"，乙"{SAFE}"。', [(M, SAFE)]),
    (f"“{SAFE}\n{MODERN}”", []),
    ("", []),
    ('“”「」『』""', []),
    # a quotation of several paragraphs
    (f"他说：“{SAFE}。\n“{MODERN}。”", [(M, SAFE), (M, MODERN)]),
    (f"「{SAFE}。\n「{MODERN}。\n「{SAFE}。」", [(M, SAFE), (M, MODERN), (M, SAFE)]),
    (f"“{SAFE}，‘命门’“甲”。\n“{MODERN}。”", [(M, f"{SAFE}，‘命门’“甲"), (M, MODERN)]),
    (f"他的“{SAFE}。\n“{MODERN}。”", [(M, MODERN)]),
    # reporting verbs
    (f"习近平总书记指出，{LAW}。要快。", [(A, LAW)]),
    (f"他强调：{LAW}；要稳！", [(A, f"{LAW}；要稳")]),
    ("总书记表示,他将加快网络立法进程。", []),
    ("总书记表示中国愿同各国加快网络立法。", [(A, "中国愿同各国加快网络立法")]),
    (f"她在座谈会上谈到，{LAW}", [(A, LAW)]),
    ("习近平指出网络安全是国家安全的重要组成部分。", [(A, "网络安全是国家安全的重要组成部分")]),
    ("他在会上要求各地抓紧加快网络立法进程。", [(A, "各地抓紧加快网络立法进程")]),
    ("习近平高度评价，要求在工作中更好发挥互联网的作用。", [(A, "在工作中更好发挥互联网的作用")]),
    (f"习近平来到深圳，在听取汇报后，强调，{LAW}。", [(A, LAW)]),
    (f"正如习近平总书记指出的，{LAW}。", [(A, LAW)]),
    (f"习近平总书记作出指示:{LAW}。", [(A, LAW)]),
    (
        "他首次提出“精准扶贫”:扶贫攻坚就是要实事求是,因地制宜。",
        [(A, "扶贫攻坚就是要实事求是,因地制宜")],
    ),
    (
        "总书记说道,对待特殊人才不要求全责备,不要论资排辈。",
        [(A, "对待特殊人才不要求全责备,不要论资排辈")],
    ),
    (f"李建明表示，{LAW}。", [(A, LAW)]),
    (f"会议强调，{LAW}。", [(A, LAW)]),
    (f"李建明说，2018年4月20日，习近平总书记在会上强调，{LAW}。", [(A, LAW)]),
    (f"李建明说，2018年4月20日，习近平总书记强调，“{SAFE}”。", [(M, SAFE)]),
    (f"习近平指出，{LAW}。{MODERN}哪。", [(A, LAW), (A, f"{MODERN}哪")]),
    (f"习近平指出，{LAW}。这一论断深刻揭示了发展规律。", [(A, LAW)]),
    (f"习近平总书记指出，{LAW}。{MODERN}哪。", [(A, LAW)]),
    (f"他指出，{LAW}，可是现实中，一些同志一知半解。", [(A, LAW)]),
    # no reports
    (f"数据表示，{LAW}。", []),
    (f"舆论认为，{LAW}。", []),
    (f"代表们纷纷表示，{LAW}。", []),
    (f"认真贯彻习近平总书记重要讲话精神，强调落实，{LAW}。", []),
    (f"我们要深入学习习近平总书记重要论述，指出，{LAW}。", []),
    (f"按照习近平总书记要求，{LAW}。", []),
    (f"习近平总书记提出明确要求，{LAW}。", []),
    (f"其他同志们表示，{LAW}。", []),
    (f"小说，{LAW}。", []),
    (f"村民向习近平总书记表示，{LAW}。", []),
    (f"习近平总书记重要论述指出，{LAW}。", []),
    (f"总书记考察后村民们表示，{LAW}。", []),
    (f"习近平来到深圳，干部群众深受鼓舞，强调，{LAW}。", []),
    ("他指出了加快网络立法的方向，是根本遵循和行动指南。", []),
    ("他对全体网信工作者表示祝贺，是对大家的鼓励和鞭策。", []),
    ("总书记反复强调互联网时代领导干部运用网络的重要意义。", []),
    ("他对全体网信工作者和广大网民表示衷心的祝贺和感谢。", []),
    ("总书记提出推进全球互联网治理体系变革的原则和主张。", []),
    (f"《他指出，{LAW}》出版。", []),
    # both
    (f"他强调，“{SAFE}”，{LAW}。", [(M, SAFE)]),
    (f"他强调 “{SAFE}”“{MODERN}”。", [(M, SAFE), (M, MODERN)]),
    (f"他强调，“网信事业”是人民的事业，{LAW}。", [(A, f"网信事业”是人民的事业，{LAW}")]),
    (f"他强调，{LAW}。“{SAFE}。”", [(A, LAW), (M, SAFE)]),
    (f"他强调，{LAW}“要好。”{MODERN}哪。", [(A, f"{LAW}“要好")]),
    (f"他强调要“{SAFE}”，倡导“{MODERN}”。", [(M, SAFE), (M, MODERN)]),
    (f"他强调，{LAW}，“{SAFE}。”", [(A, LAW), (M, SAFE)]),
    (
        f"他指出，博览会以“共建共享数字经济”为主题，{LAW}。",
        [(A, f"博览会以“共建共享数字经济”为主题，{LAW}")],
    ),
    # what a colon introduces
    (f"总书记再三强调：\n——{LAW}；\n——{MODERN}哪。\n{SAFE}", [(A, LAW), (A, f"{MODERN}哪")]),
    (f"习近平总书记指出：\n{LAW}。{MODERN}\n{SAFE}", [(A, f"{LAW}。{MODERN}")]),
    (f"会上传来好消息：\n——{LAW}；\n——{MODERN}哪。", []),
    (f"习近平总书记指出：\n“{SAFE}。”", [(M, SAFE)]),
]


def found_in(article: Article) -> tuple[Claim, ...]:
    return find_claims(read_words(article))


def claims_of(article: Article) -> list[tuple[str, str]]:
    return [(claim.kind, article.text[claim.start : claim.end]) for claim in found_in(article)]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_claims_are_what_marks_and_reporting_verbs_say(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert claims_of(article_of_text(text)) == expected


def test_a_paragraph_set_off_is_one_claim_whatever_stands_in_it() -> None:
    article = article_of_text(f"他强调：\n“{SAFE}”，他说，{LAW}。\n{MODERN}")
    first, second, third = article.paragraphs
    article = replace(article, paragraphs=(first, replace(second, set_off=True), third))
    assert claims_of(article) == [(S, f"{SAFE}”，他说，{LAW}")]


def test_lengths_are_counted_in_folded_characters() -> None:
    article = article_of_text("“Ａ Ｉ 一 二 三”“一二三四五六”，他说，一二三四五六七八九十。")
    words = read_words(article)
    assert [
        article.text[claim.start : claim.end]
        for claim in find_claims(words, min_quoted=6, min_attributed=10)
    ] == ["Ａ Ｉ 一 二 三", "一二三四五六", "一二三四五六七八九十"]
    assert find_claims(words, min_quoted=7, min_attributed=11) == ()


@pytest.mark.parametrize("mark", ["‘", "’", "‘’", "〝", "他说：“", "他说：‘“", "don’t"])
def test_marks_again_and_again_take_linear_time(mark: str) -> None:
    assert_linear(found_in, lambda size: article_of_text("他说：“" + mark * size), 5_000)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_claims_are_in_order_and_apart_and_take_linear_time(pattern: str) -> None:
    article = article_of_text(hostile(pattern, 20_000))
    claims = found_in(article)
    edges = [edge for claim in claims for edge in (claim.start, claim.end)]
    assert edges == sorted(edges)
    assert all(claim.start < claim.end for claim in claims)
    assert all("\n" not in article.text[claim.start : claim.end] for claim in claims)
    assert_linear(found_in, lambda length: article_of_text(hostile(pattern, length)), 5_000)
