"""Who speaks, as a line of a head names a person: with an office, a mark, or the name alone.

    >>> read_person("国务院总理　李 强")
    Person(name='李强', certain=True)
    >>> read_person("张三")
    Person(name='张三', certain=False)

A name alone can hardly be told from a word (金融, 任务), so it is no certain person: something else
in the head must speak for it. What stands in front of a name is not part of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from indexer.facts.people import CALLED, KNOWN
from indexer.text.folding import HAN
from indexer.text.marks import CLAUSE_ENDS
from indexer.text.simplified import simplified

_COMMON_SURNAMES = (
    "王李张刘陈杨赵吴徐孙朱胡郭林罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董袁潘于蒋蔡杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭"
    "廖范汪陆戴贾韦夏邱侯邹熊孟秦阎薛闫尹段雷黎史陶贺顾毛郝龚邵钱严覃莫孔汤向康施牛樊葛邢齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝辛靳柴蒙鲍喻祁蒲滕屈饶"
    "牟艾尤穆卓吉缪项芦麦褚娄窦戚岑景习栗瞿"
)
_RARER_SURNAMES = "周何高黄马江石金方白龙万武温常安文关华包古路房车成时农司管单解左游连简尉丛宗闵荣"

_WORD_LIST = (
    "沈阳 邵阳 岳阳 唐山 许昌 曲靖 曲阜 毕节 萧山 宁德 林芝 康定 邢台 焦作 吴江 "
    "王国 王朝 王位 王室 林业 林区 林地 罗马 罗列 郑重 谢意 谢词 谢辞 宋代 宋朝 "
    "唐代 唐朝 许多 许可 许诺 韩国 韩语 曾经 肖像 萧条 田产 田间 田地 董事 于是 "
    "叶片 程序 程度 程式 苏联 苏区 苏州 苏共 苏维埃 魏国 任务 任命 任免 任何 任期 "
    "任用 任职 任意 范例 范围 范畴 范文 陆地 陆续 陆军 夏天 夏季 夏日 秦代 秦朝 "
    "段落 雷电 史料 史学 史记 史书 史实 史论 史前 陶瓷 贺信 贺电 贺词 贺辞 贺年 "
    "顾虑 顾问 顾及 毛病 毛选 毛著 钱币 严格 严肃 严重 严厉 严明 严峻 严惩 严禁 "
    "向前 向上 向下 向往 向导 施工 施政 施行 施策 牛奶 齐心 齐全 易于 庞大 颜色 "
    "庄严 庄稼 章程 章节 章法 殷切 申请 申报 申诉 申明 申论 欧洲 欧盟 欧美 兰州 "
    "焦点 焦虑 左右 左派 左倾 甘肃 甘于 祝词 祝辞 祝贺 祝酒 祝愿 祝福 宁夏 宁波 "
    "宁愿 尚未 尚书 符合 符号 舒适 纪念 纪律 纪要 纪实 纪录 纪元 纪事 纪委 梅花 "
    "童年 凌晨 毕业 毕竟 季度 季节 季刊 苗族 苗头 谷物 盛会 盛典 盛大 盛世 盛况 "
    "曲折 蓝图 蓝天 辛亥 辛苦 辛劳 柴油 蒙古 喻示 屈服 尤其 尤为 卓越 卓著 吉林 "
    "吉祥 项目 麦收 景象 景气 习俗 习惯 习题 李子 杨树 吴国 徐州 孔子 孟子 钟声 "
    "钟表 沈阳 汤药 康复 康庄 刘庄 张家 金融业 高科技 方法论 马列主义 马克思主义 "
    "文化部 外交部 农业部 白皮书 万里长征 文艺界 安全感 安理会 关键词 时间表 路线图 "
    "华侨 高质量 高水平 石油化工 成员国 古田会议 温室气体 金砖国家 常委会 武装部 "
    "文件汇编 方针政策 历史性 何种 何以 何谓 何时 周年 周边 周末 周刊 王者 易经 尚德 "
    "易懂 时刻表 任务书 程序法 章程案 纪念日 纪念碑 纪念馆 项目表 景德镇 江苏省 江西省 "
    "苏维 林彪集团 张家口 石家庄 包头市 马鞍山 白话文 解放区 解放军 解说词 单行本 "
    "管理局 高等院校 成就展 成绩单 关于我 关系史 关税法 安全观 方面军 武装力 文学史 "
    "文艺报 华北局 华东局 华中局 游击队 游击战 连续剧 万元户"
)
_WORDS = frozenset(_WORD_LIST.split())
"""Words that begin like a name and may stand alone on a line."""

_NO_LAST = (
    "省市县区州国论性化者业学会部局院党员们的了是在和与及法制度点题年月日版章节篇序注"
    "史书报刊社文稿件诗词歌曲表图"
)
"""With what a name of three characters does not end, and a word may."""

_COMPOUND = "欧阳|司马|诸葛|上官|司徒|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司空"

OFFICES = (
    "主席|总理|副总理|总书记|书记|委员长|部长|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|司长|处长|院长|校长|所长|台长|社长|行长|"
    "会长|理事长|秘书长|总统|首相|大使|代表|主任|委员|常委|司令员|司令|政委|政治委员|总参谋长|将军|教授|院士|研究员|检察长|董事长|"
    "总经理|总裁|总干事|顾问|发言人|总编辑|组长|队长|团长|议长|国务委员|特首|行政长官|先生|女士|同志|导师|领袖"
)
_MARK = re.compile(r"^[◎□■●▲△○◆◇★☆\s　]+")
_COMRADE = re.compile(r"(?:同志|先生|女士)$")
_OFFICES = tuple(OFFICES.split("|"))
_OFFICE = re.compile(rf"[{HAN}（）()、·]{{1,60}}")
_OFFICE_AFTER = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:{OFFICES})")
_BLANKS = re.compile(r"\s+")
_LONGEST = 90  # characters, offices included
_IN_BRACKETS = re.compile(r"(?P<name>[^（(]{2,4})[（(][^（）()]*[）)]")
_FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:[·•・‧][{HAN}]{{1,8}}){{1,3}}(?<![网报社刊台院部局会])")
_NOBODY = ("佚名", "未知", "匿名", "不详", "网络", "转载", "本站", "管理员", "编辑部")
_NO_NAME = re.compile(rf"[{CLAUSE_ENDS}《》]|https?|\d{{3}}")
_NAMES = re.compile(rf"[{HAN}·]{{1,12}}(?:[\s、，,]+[{HAN}·]{{1,12}}){{0,5}}")


class Person(NamedTuple):
    """Who a line names.

    Attributes:
        name: the name alone; several are separated by 、.
        certain: whether the line is a person's whatever stands around it.
    """

    name: str
    certain: bool


def is_name(text: str) -> bool:
    """Whether `text` has the form of a person's name, and is none of the words that have it, too.

    >>> is_name("王毅"), is_name("任务"), is_name("方法论")
    (True, False, False)
    """
    text = simplified(text)
    if text in KNOWN:
        return True
    if text in _WORDS or not 2 <= len(text) <= 4 or not all(map(_is_han, text)):
        return False
    if len(text) == 2:
        return text[0] in _COMMON_SURNAMES and text[1] != "州"
    if text[1:] in _OFFICES:
        return False
    if len(text) == 3:
        known = text[0] in _COMMON_SURNAMES or text[0] in _RARER_SURNAMES
        compound = text.startswith(tuple(_COMPOUND.split("|")))
        return (known or compound) and text[-1] not in _NO_LAST and text[:2] not in _WORDS
    return text.startswith(tuple(_COMPOUND.split("|"))) and text[-1] not in _NO_LAST


def is_foreign_name(text: str) -> bool:
    """Whether `text` has the form of a name in another script's sounds; a body's may have it, too.

    >>> is_foreign_name("纳尔逊·曼德拉"), is_foreign_name("观点·人民网")
    (True, False)
    """
    return _FOREIGN.fullmatch(text) is not None


def read_person(text: str) -> Person | None:
    """The person whom all of `text` names, None where it may be anything else."""
    bare = text.strip()
    if not bare or len(bare) > _LONGEST:
        return None
    plain = _MARK.sub("", bare)
    marked = plain != bare
    whole = _BLANKS.sub("", plain)
    if simplified(whole) in CALLED:
        return Person(CALLED[simplified(whole)], certain=True)
    comrade = _COMRADE.sub("", whole)
    if is_name(comrade):
        return Person(comrade, marked or comrade != whole or comrade in KNOWN)
    if named := _after_office(plain) or _before_office(whole):
        return Person(named, certain=True)
    if several := _several(plain):
        return Person(several, certain=all(name in KNOWN for name in several.split("、")))
    return None


def labelled_person(text: str) -> str | None:
    """The person or body whom a label (作者：) names: any short name, since the label says so.

    >>> labelled_person("新华社评论员"), labelled_person("张　三")
    ('新华社评论员', '张三')
    """
    if person := read_person(text):
        return person.name
    plain = " ".join(text.split())
    if (bracket := _IN_BRACKETS.fullmatch(plain)) and is_name(bracket["name"]):
        return bracket["name"]
    if plain in _NOBODY:
        return None
    if not 2 <= len(plain) <= 30 or _NO_NAME.search(plain):
        return None
    return plain


def _after_office(text: str) -> str | None:
    """The name after an office: 国家主席 习近平, 国务院副总理、国务委员 王毅."""
    whole = _COMRADE.sub("", _BLANKS.sub("", text))
    for length in (3, 2, 4):
        name, office = whole[-length:], whole[:-length].rstrip("：:")
        if office.endswith(_OFFICES) and is_name(name) and _OFFICE.fullmatch(office):
            return name
    return None


def _before_office(text: str) -> str | None:
    """The name before an office: 习近平主席."""
    found = _OFFICE_AFTER.fullmatch(text)
    return found["name"] if found and is_name(found["name"]) else None


def _several(text: str) -> str | None:
    """Several names: 毛泽东　朱德."""
    if not _NAMES.fullmatch(text):
        return None
    names = [name for name in re.split(r"[\s、，,]+", text) if name]
    if len(names) < 2 or not all(map(is_name, names)):
        return None
    return "、".join(names)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
