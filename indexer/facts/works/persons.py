"""Lines that name a person or a body, and lines that are text."""

from __future__ import annotations

import re

from indexer.formats.hard_wraps import cells
from indexer.text.folding import HAN
from indexer.text.typography import ends_sentence

_SENTENCE = 40  # cells
_SURNAMES = (
    "王李张刘陈杨赵吴徐孙朱胡郭林罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董袁潘于蒋蔡杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭"
    "廖范汪陆戴贾韦夏邱侯邹熊孟秦阎薛闫尹段雷黎史陶贺顾毛郝龚邵钱严覃莫孔汤向康施牛樊葛邢齐易乔伍庞颜倪庄聂"
    "章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝辛靳柴蒙鲍喻祁蒲滕屈饶"
    "习栗瞿周何高黄马江石金方白龙万武温常安文关华包古路"
)
_OFFICE = (
    "主席|总理|总书记|书记|委员长|部长|省长|市长|主任|司令员?|政委|同志|先生|校长|院长|秘书长|"
    "总统|首相|大使|国务委员"
)
_PERSON = re.compile(
    rf"\s*(?:[{HAN}]{{2,40}}(?:{_OFFICE})[\s：:]*)?[{_SURNAMES}]\s*[{HAN}]\s*[{HAN}]?(?:\s*(?:{_OFFICE}))?\s*"
)
_BODY = re.compile(
    r"\s*(?:中共|中国|中华|国务院|全国|中央|最高人民|[^\s]{2,3}[省市县区]).{0,30}"
    r"(?:委员会|办公厅|国务院|中央|委|部|局|政府|军委|常委会|法院|检察院|总工会)\s*"
)


def is_person(text: str) -> bool:
    """Whether a line may name a person or a body alone, as a byline and a signature do."""
    if len(text) > 60:
        return False
    return _PERSON.fullmatch(text) is not None or _BODY.fullmatch(text) is not None


def is_body(text: str) -> bool:
    """Whether a line is text: a sentence, an address (同志们：), or a long line."""
    bare = text.strip()
    return ends_sentence(bare) or cells(bare) >= _SENTENCE or bare.endswith(("：", ":", "；", "，"))
