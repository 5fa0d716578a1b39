"""The words that make a question of a text: they say that something is asked, and not what.

Texts that answer do not repeat them, so they are rare in a collection, and by their idf they would
weigh as much as a name. They weigh nothing in the ranking of related paragraphs; what is found
exactly is asked for with every word.

    >>> without_interrogatives("为什么要加强党的领导")
    ' 要加强党的领导'
    >>> without_interrogatives("哪吒是谁的儿子"), without_interrogatives("为什么")
    ('哪吒是 的儿子', '为什么')

The list is the closed class of interrogatives that grammars of modern Chinese agree on (Zhu Dexi,
*Yufa jiangyi*, 1982; Lü Shuxiang, *Xiandai Hanyu babai ci*, 1980): pronouns by what they ask for,
the forms of the written language with 何 and 否, the particles at the end of a sentence, and the
word by which a question is begun. The measure word after 几 stays: what answers has it, too. A
character that is also a part of other words is one of them only beside the characters named here.
It is no list of stop words: the common words that remain weigh little already, by their idf.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

MEASURES: Final = "个位名人年月日天号点岁次种类项条家届所间座只本部篇首场回层级块元米里章节段"
"""The measure words, and words used as such, that 几 and 哪 ask with."""

INTERROGATIVES: Final[dict[str, tuple[str, ...]]] = {
    "thing, person": ("什么样", "什么", "谁"),
    "choice, place": (rf"哪一?(?:[{MEASURES}些儿国款方面]|(?![吒怕]))",),
    "manner": ("怎么样", "怎么办", "怎么", "怎样", "如何"),
    "reason": ("为什么", "为何"),
    "number": ("多少", rf"(?<![十百千万好])几(?=[{MEASURES}])"),
    "degree": ("(?<![很许众诸更较最好不极太过差])多[大长久高远重深宽]",),
    "written": ("(?<!任)何[时处地人种事物]", "有何"),
    "whether": ("是否", "能否", "可否"),
    "particles": (r"[吗呢](?=[^\w]|$)",),
    "begin": ("请问",),
}
"""What asks, by what it asks for, as regular expressions over folded texts; longer ones first."""

_SIGNS: Final = frozenset("什谁哪怎如为多几何否吗呢问")
"""One of these is in each of them. Most queries have none and need no pattern."""


@cache
def _any_form() -> re.Pattern[str]:
    forms = (form for forms in INTERROGATIVES.values() for form in forms)
    return re.compile("|".join(sorted(forms, key=len, reverse=True)))


def without_interrogatives(folded: str) -> str:
    """A folded text with a blank for each interrogative; as it is where nothing else is in it."""
    if _SIGNS.isdisjoint(folded):
        return folded
    kept = _any_form().sub(" ", folded)
    return kept if any(map(str.isalnum, kept)) else folded
