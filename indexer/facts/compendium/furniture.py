"""What the file of a book contains beside its text: page numbers, running heads, imprint, adverts.

Text recognition sets page numbers and running heads between empty lines, often in the middle of a
paragraph. Adverts, which a distributor has put around or into the book, are looked for where no
sentence is going on. A speech may well name the same things, so an advert must ask for something,
and name no series of things.

>>> is_furniture("· 17 ·", ()), is_furniture("论粮食摘编 17", ("论粮食摘编",))
(True, True)
>>> is_advert("欢迎关注微信公众号：青马先声，获取更多资源")
True
>>> is_advert("微信公众号、微信群等新媒体快速发展，大家都在用")
False
>>> is_imprint("ISBN 978-7-5073-4810-6"), is_imprint("编者的话")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from indexer.facts.compendium.chapters import Heading
from indexer.facts.compendium.print_lines import PrintLine, join, print_stanzas
from indexer.text.marks import RANGE_MARKS, without
from indexer.text.typography import ends_sentence, mend

_FOLIO = re.compile(
    r"^[-—–·.]*[0-9０-９]{1,4}(?![0-9０-９])[-—–·.]*"
    r"|[-—–·.]*(?<![0-9０-９])[0-9０-９]{1,4}[-—–·.]*$"
)
_PAGE_MARK = re.compile(r"[=＝*＊_—–-]{2,}第?[0-9０-９]{1,4}页?[=＝*＊_—–-]{2,}")
_SHORTEST_HEAD = 4  # characters
_LONGEST = 200  # characters

_DASHES = without(RANGE_MARKS, "~～至")
"""Before a place of publication: no range, so neither 至 nor what means about."""

_FACT = re.compile(
    r"CIP|ISBN|在版编目|中国版本图书馆|书号|定价|开本|印张|字数|印[数刷次]|版次|[印刷]制"
    r"|责任(?:编辑|校对|印制)|装帧|封面设计|新华书店|经销|发行|邮政编码|邮编|电话|网址"
    rf"|[／/].{{1,30}}编|[.．][{_DASHES}]{{1,2}}.{{1,6}}[:：]|[ⅠⅡⅢⅣⅤ][.．·]|[①②③]"
)
_LONGEST_FACT = 600  # characters

_INVITATION = re.compile(
    r"^(?:欢迎|敬?请)?(?:扫码)?(?:关注|添加|搜索|加入).{0,8}(?:公众号|微信|[Qq]{2})"
    r"|(?:公众号|微信号|微信群)[：:]|[Qq]{2}群?[：:]?[0-9]{5,}"
    r"|^(?:请|长按)?(?:扫码|扫描.{0,4}二维码).{0,6}(?:关注|加入|添加|进群|下载|领取)"
    r"|^(?:更多|免费)电子书|^(?:本书|本文件)由.{1,20}(?:整理|制作|扫描|上传)|https?://|www\."
)
_LONGEST_ADVERT = 60  # characters


def is_furniture(text: str, heads: Collection[str]) -> bool:
    """Whether `text` is no more than a page number and the end of one of `heads`.

    A running head may leave out how a title begins, the name of the speaker.
    """
    if len(text) > _LONGEST:
        return False
    whole = mend(text)
    if _PAGE_MARK.fullmatch(whole):
        return True
    head = _FOLIO.sub("", whole)
    if len(head) < _SHORTEST_HEAD:
        return bool(whole) and not head
    return any(title.endswith(head) for title in heads)


def without_furniture(lines: Sequence[PrintLine], title: str | None) -> tuple[PrintLine, ...]:
    """`lines` without page numbers and book titles that are alone between empty lines."""
    heads = (title,) if title else ()
    return tuple(
        line
        for stanza in print_stanzas(lines)
        if not (len(stanza.lines) == 1 and is_furniture(stanza.lines[0].text, heads))
        for line in stanza.lines
    )


def repeats_heading(lines: Sequence[PrintLine], place: int, heading: Heading) -> bool:
    """Whether line `place` is alone and repeats `heading`, as a running head."""
    alone = lines[place].opens and (place + 1 == len(lines) or lines[place + 1].opens)
    return alone and is_furniture(lines[place].text, (heading.text,))


def is_imprint(text: str) -> bool:
    """Whether `text` states a fact for libraries and shops, and is not a sentence."""
    whole = mend(text)
    return (
        len(whole) <= _LONGEST_FACT and not ends_sentence(whole) and _FACT.search(whole) is not None
    )


def is_advert(text: str) -> bool:
    """Whether `text` invites the reader somewhere else and is not a sentence of the book."""
    whole = mend(text)
    return (
        len(whole) <= _LONGEST_ADVERT
        and not ends_sentence(whole)
        and "、" not in whole
        and _INVITATION.search(whole) is not None
    )


def advert_end(lines: Sequence[PrintLine], start: int) -> int | None:
    """The place after the advert that begins with line `start`, or None where there is none.

    It is alone between empty lines.
    """
    stop = start + 1
    while stop < len(lines) and not lines[stop].opens and stop - start < _LONGEST_ADVERT:
        stop += 1
    alone = lines[start].opens and (stop == len(lines) or lines[stop].opens)
    return stop if alone and is_advert(join(lines[start:stop])) else None
