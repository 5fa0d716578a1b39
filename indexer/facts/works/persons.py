"""Lines that name a person or a body, and lines that are text."""

from __future__ import annotations

import re

from indexer.facts.heads.persons import read_person
from indexer.formats.hard_wraps import cells
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.typography import ends_sentence

_SENTENCE = 40  # cells
_BODY = re.compile(
    r"\s*(?:中共|中国|中华|国务院|全国|中央|最高人民|[^\s]{2,3}[省市县区]).{0,30}"
    r"(?:委员会|办公厅|国务院|中央|委|部|局|政府|军委|常委会|法院|检察院|总工会)\s*"
)
_SIGNS = re.compile(
    r"(?!在|关于|论|对|给|致|同|和|与|为|谈|从|把).{2,24}(?:办公[室厅]|委员会|政府|集团|公司|协会|学会|联合会|"
    r"中心|大学|学院|学校|医院|党[委组]|支部|总支|[局厅处署院部]|编辑部|研究[所院室]|出版社|小组|同盟|全体.{1,6})"
)
_OF_OTHERS = re.compile(
    rf"[（(〔【]?附(?:[录件：:]|[{HAN_NUMERAL}]+[：:、])|(?:出版|再版|编辑|编选|编者|注释|校订)(?:说明|的话|前言|后记)"
    r"|(?:编后|译后|再版后|出版后)[记语]?$|(?:后记|序|序言|前言|跋|代序|注释|索引|人名索引|大事年表|编者按)$"
    r"|(?:生平|年谱|大事)(?:年表|简介|大事)?$"
)
"""What editors add to works: whose a preface without a name is nobody can tell."""


def may_sign(text: str) -> bool:
    """Whether a line above a date may be the body that signs a notice or letter."""
    return _SIGNS.fullmatch(text.strip()) is not None


def is_person(text: str) -> bool:
    """Whether a line may name a person or a body alone, as a byline and a signature do."""
    if len(text) > 60:
        return False
    return read_person(text) is not None or _BODY.fullmatch(text) is not None


def is_body(text: str) -> bool:
    """Whether a line is text: a sentence, an address (同志们：), or a long line."""
    bare = text.strip()
    return ends_sentence(bare) or cells(bare) >= _SENTENCE or bare.endswith(("：", ":", "；", "，"))


def is_of_others(title: str) -> bool:
    """Whether what a title heads in a volume of works is hardly by whose works they are.

    >>> is_of_others("附录：关于某事的决议"), is_of_others("出版说明"), is_of_others("实践论")
    (True, True, False)
    """
    return _OF_OTHERS.match("".join(title.split())) is not None
