"""The lines of the imprint page: facts for libraries and shops, no text of the book.

>>> is_imprint("ISBN 978-7-5073-4810-6"), is_imprint("编者的话")
(True, False)
"""

from __future__ import annotations

import re

from indexer.readers.compendium.print_lines import mend
from indexer.readers.sentences import ends_sentence
from indexer.text.marks import RANGE_MARKS, without

# Before a place of publication: no range, so neither 至 nor what means about.
_DASHES = without(RANGE_MARKS, "~～至")
_FACT = re.compile(
    r"CIP|ISBN|在版编目|中国版本图书馆|书号|定价|开本|印张|字数|印[数刷次]|版次|[印刷]制"
    r"|责任(?:编辑|校对|印制)|装帧|封面设计|新华书店|经销|发行|邮政编码|邮编|电话|网址"
    rf"|[／/].{{1,30}}编|[.．][{_DASHES}]{{1,2}}.{{1,6}}[:：]|[ⅠⅡⅢⅣⅤ][.．·]|[①②③]"
)
_LONGEST = 600  # characters


def is_imprint(text: str) -> bool:
    """Whether `text` states such a fact and is not a sentence."""
    whole = mend(text)
    return len(whole) <= _LONGEST and not ends_sentence(whole) and _FACT.search(whole) is not None
