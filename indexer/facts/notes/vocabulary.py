"""The words of which notes are made, as data: what leads to a source, what a speech is called, …

A form that is not here yet is added as a word to its set. All of them are simplified; a text in
traditional characters is simplified before it is compared.
"""

from __future__ import annotations

from typing import Final

from indexer.facts.speech_names import names
from indexer.text.marks import FULL_WIDTH_PAUSES, PAGE_RANGE_MARKS
from indexer.text.numerals import DIGIT, HAN_NUMERAL, NUMERAL


def _either(words: str) -> str:
    """A group that matches any of `words`, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


# What stands before the note

_RELATIONS: Final = _either("""
    转引自 摘引自 摘编自 节选自 摘自 引自 出自 选自 录自 源自 原载 参见 参看 详见 资料来源
    文献来源 来源 出处 载 见
""")
RELATION: Final = rf"(?:{_RELATIONS})(?:于|自)?[：:]?"
"""What says that the words are from what is named next."""

MIDDLE: Final = rf"(?:{_either('转引自 引自 摘自 选自 收入 编入 原载 参见 载 见')})于?"
"""The same before a publication in the middle of a note."""

# Titles

KINDS: Final = names("notes")
"""What the title of a speech, letter or instruction ends with."""

OPENINGS: Final = _either("""
    在 致 对 给 同 与 和 就 关于 向 为 答 复 接见 会见 视察 听取 主持 出席 参加 考察 访问 接受
    庆祝 纪念
""")
"""What such a title begins with, where it stands without 《》."""

QUALIFIERS: Final = _either(
    "节选 摘要 摘录 节录 要点 提纲 讨论稿 草案 初稿 记录稿 一 二 三 四 上 中 下 续"
)
"""What may stand in brackets behind a title."""

PERIODICAL_ENDS: Final = _either("""
    日报 晚报 时报 周报 早报 晨报 导报 学报 画报 军报 青年报 法制报 教育报 文汇报 大公报 商报
    政协报 工人报 农民报 机关报 杂志 周刊 月刊 半月刊 旬刊 学刊 季刊 丛刊 通讯
""")
PERIODICALS: Final = frozenset(
    _either("""
    求是 红旗 新华 瞭望 解放 群众 党的文献 半月谈 新青年 向导 实践 奋斗 前线 学习 党建 旗帜
    人民画报 中共党史研究 党建研究 参考消息 新华文摘 人民中国 军事历史 湘江评论 共产党人
    中国工人 中国妇女
""").split("|")
)
"""Newspapers and journals: what their names end with, or what they are called."""

COLLECTION_ENDS: Final = _either("""
    选集 文选 文集 全集 选编 汇编 摘编 语录 文稿 书信集 诗词 诗集 年谱 言论集 论集 选读 读本
    治国理政 丛书 文库 论丛 传略
""")
"""What collections are called: a title that ends so names a book and no speech."""

# Publications

YEAR: Final = rf"[{DIGIT}]{{4}}年"
VOLUME: Final = (
    rf"(?:（(?:[上中下]|[{HAN_NUMERAL}]+|[^（）]{{0,8}}[版本卷册编辑集])）|第[{NUMERAL}]+[卷辑集册部编版](?:[上下]册?)?|[上中下][卷册编辑集]"
    rf"|[上中下](?=，|第|$)|卷[{NUMERAL}]+|[{NUMERAL}]{{1,2}}卷本|合订本|杂志|[月周]刊|海外版|电子版"
    r"|单行本|修订[本版]|增订[本版]|普及本|袖珍本|甲种本|乙种本|续编|[正副]刊)"
)
ISSUE: Final = (
    rf"{YEAR}(?:第[{NUMERAL}]+[期号]|增刊|[{NUMERAL}]{{1,3}}月(?:[{NUMERAL}]{{1,3}}[日号])?)"
    rf"(?:，?第[{NUMERAL}]+版)?"
)
DAY: Final = rf"{YEAR}[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}[日号]"
EDITION: Final = (
    rf"(?:{YEAR}(?:[{NUMERAL}]{{1,3}}月)?(?:[{NUMERAL}]{{1,3}}日)?(?:第[{NUMERAL}]+)?版"
    rf"|第[{NUMERAL}]+版|单行本|版(?=，|第|$))"
)
PRESS: Final = (
    r"(?!、)(?:[\u4e00-\u9fff]{2,6}：)?[^，。；：《》（）]{0,20}?"
    rf"(?:{_either('出版社 出版公司 出版局 书局 书店 印书馆 杂志社')}|社(?=[{DIGIT}]{{4}}年))"
)
PRESS_YEAR: Final = rf"，?{YEAR}(?:[{NUMERAL}]{{1,3}}月)?(?:印|出版)?"
"""The year behind a press, where 版 is not written."""

OUTLET: Final = (
    rf"(?!在|致|对|同|收入|编入|载|见|刊|选|录|转|原|引|据|根据|参|摘|[{DIGIT}]{{4}}年)"
    rf"[^{FULL_WIDTH_PAUSES}:《》（）“”的]{{1,14}}?"
    r"(?:电讯|电|讯|报|刊|网站|网|社|客户端|电视台|广播|档案馆|档案|手稿|原件|记录稿)"
)
"""A source without 《》: 新华社北京电, 求是网."""

FIGURES: Final = rf"[{NUMERAL}]+(?:(?:[{PAGE_RANGE_MARKS}]{{1,2}}|、)[{NUMERAL}]+)*"
PAGES: Final = (
    rf"第(?P<cited>{FIGURES})页(?:(?:至|[{PAGE_RANGE_MARKS}]{{1,2}})第?(?P<to>[{NUMERAL}]+)页)?"
    rf"|第(?P<open>{FIGURES})(?=$)"
    rf"|(?P<bare>{FIGURES})页"
    rf"|[PpＰｐ]{{1,2}}[.．]?(?P<latin>{FIGURES})"
)
"""The pages at the end of a note; the character 页 may be lost at its very end."""
