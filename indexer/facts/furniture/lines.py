"""Furniture that one line shows by itself, and page numbers, which show by going on.

>>> [is_link(text) for text in ("查看原文", "上一篇：论调查", "上一篇文章说得好。")]
[True, True, False]
>>> [is_page_mark(text) for text in ("=====第1页=====", ".223.", "— 17 —", "第12页", "17")]
[True, True, True, True, False]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from indexer.formats.blocks import Block
from indexer.text.marks import FULL_WIDTH_ENDS, RANGE_MARKS, without
from indexer.text.typography import ends_sentence

Furniture = Literal[
    "page_mark", "running_head", "link", "tools", "advert", "thanks", "markup", "contents"
]
"""Why a block is left out: the name of the reason among what is said of reading."""

_LONGEST = 80  # characters

_TO_PAGES = (
    r"(?:点击)?(?:查看|阅读|浏览)(?:原文|全文|更多)|展开全文"
    r"|(?:返回|回到?)[^，。、；：\s]{0,12}(?:首页|主页)|(?:返回|回到)(?:目录|首页|顶部|页首|上页|上一页|列表|主页)|[上下]一?(?:篇|页|章|节|条|则|个)"
    r"|打印(?:本页|本文|此页)|关闭(?:窗口|本页|此页)|(?:加入|添加)收藏|收藏本页"
)
_LINK = re.compile(_TO_PAGES)
_THANKS = re.compile(
    r"(?:感谢|鸣谢)[^，。；：《》]{1,20}?"
    r"(?:收集|录入|扫描|校对|上传|提供|打字)(?:[、和与及](?:收集|录入|扫描|校对|上传|提供|打字|整理))*"
    r"[。！]?"
)
_LINKS = re.compile(rf"(?:{_TO_PAGES}|首页|尾页|末页|目录|打印|关闭|收藏|分享|转发|更多)+")
_BETWEEN_LINKS = re.compile(r"[\s|｜·/>»«<←→↑。…【】\[\]]+")
_LONGEST_LINK = 24  # characters
_TOOL_LIST = (
    "下载 打印 全屏 收藏 分享 分享到 转发 复制 复制链接 关闭 纠错 朗读 语音播报 字号 字体 字体大小 "
    "加大 放大 减小 缩小 还原 默认 大 中 小 特大 标准 微信 微博 新浪微博 朋友圈 QQ QQ好友 QQ空间 "
    "打印本页 打印本文 打印此页 关闭窗口 关闭本页 加入收藏 收藏本页 手机版 扫一扫 评论 点赞 "
    "简体 繁体 返回 返回顶部"
)
_TOOLS = frozenset(_TOOL_LIST.split())
"""What a page offers to do with a text."""

_WORD_LIST = "大 中 小 特大 标准 默认 加大 放大 减小 缩小 还原 评论 返回 简体 繁体 复制 下载"
_WORDS = frozenset(_WORD_LIST.split())
"""Those of them that may be a word of the text as well."""

_BETWEEN_TOOLS = re.compile(r"[\s|｜·/>»«<【】\[\]（）()：:，,、+＋－-]+")
_LONGEST_TOOL = 8  # characters of a line that a run of such lines has
_FEWEST_TOOLS = 3  # lines of a run in which one may be a word
_ABOVE = 8  # blocks among which the path of a page stands
_LONGEST_TOOLS = 60  # characters
_PATH = re.compile(
    r"(?:(?:您?的?(?:当前|现在)?(?:所在)?的?位置|您现在的位置|您所在的位置)(?:是|在)?\s*[：:]\s*)?"
    r"(?:[^\s>»›]{0,10}(?:首页|主页|网|文库|图书馆|频道|论坛))"
    rf"(?:\s*(?:-{{0,2}}>{{1,2}}|»|›|＞{{1,2}}|→)\s*[^>»›＞{FULL_WIDTH_ENDS}]{{1,14}}){{1,6}}"
)
"""Where a page stands in its site: 首页 > 新闻 > 时政."""

_STEPS = frozenset(">＞»›→")

_RELATED = re.compile(
    r"[【\[]?(?:相关|延伸|更多|推荐|热门)(?:报道|阅读|链接|新闻|文章|推荐|专题|内容)[】\]]?[：:]?"
)
_LINK_TO = re.compile(rf"[\s<«←]*[上下]一?(?:篇|页|章|节|条|则)\s*[：:]\s*\S[^{FULL_WIDTH_ENDS}]*")

_FIGURE = "[0-9０-９]{1,4}"
_DASH = without(RANGE_MARKS, "至")
_DRAWN = rf"[{_DASH}=_*·•.\s]"
_PAGE = re.compile(
    rf"{_DRAWN}{{3,}}第?\s*{_FIGURE}\s*页?\s*{_DRAWN}{{3,}}"
    rf"|[{_DASH}=·\s]*第\s*{_FIGURE}\s*[页頁](?:\s*[/，,]?\s*共\s*{_FIGURE}\s*[页頁])?[{_DASH}=·\s]*"
    rf"|\.{_FIGURE}\.|[·•]\s*{_FIGURE}\s*[·•]|[{_DASH}]{{1,3}}\s*{_FIGURE}\s*[{_DASH}]{{1,3}}"
    rf"|[Pp]age\s+{_FIGURE}(?:\s+of\s+{_FIGURE})?",
)
_NUMBER = re.compile(
    r"(?P<plain>[1-9][0-9]{0,3})|\[(?P<square>[1-9][0-9]{0,3})\]|[（(](?P<round>[1-9][0-9]{0,3})[)）]"
)
_LONGEST_NUMBER = 10  # characters
_FEWEST_NUMBERS = 3
_PAGE_CHARACTERS = 150
_SHORTEST_CUT = 10  # characters of a line that a page cuts

_MARKUP = re.compile(r"(?:\[/?[A-Za-z][\w-]*(?:\s[^\[\]]*)?\]\s*)+|(?:\{%[^{}]*%\}\s*)+")
_FIRST = frozenset(
    _DASH + "=_*·•.第Pp[{<«←|｜【点查阅浏展返回上下打关加添收首尾末目分转更下字放缩还默微语朗纠复特"
    "感鸣"
)
"""What such a line begins with."""


def is_link(text: str) -> bool:
    """Whether `text` is links of a page: to the original, to the next article."""
    if _LINK.search(text) is None:
        return False
    links = [one for one in _BETWEEN_LINKS.split(text) if one]
    if all(len(one) <= _LONGEST_LINK and _LINKS.fullmatch(one) for one in links):
        return any(_LINK.search(one) for one in links)
    return _LINK_TO.fullmatch(text) is not None


def is_thanks(text: str) -> bool:
    """Whether `text` thanks who put a text on a page.

    >>> is_thanks("感谢李四收集"), is_thanks("感谢大家收集的意见，")
    (True, False)
    """
    return _THANKS.fullmatch(text) is not None


def is_page_mark(text: str) -> bool:
    """Whether `text` is a page number, dressed as nothing else is."""
    return _PAGE.fullmatch(text) is not None


def is_markup(text: str) -> bool:
    """Whether `text` is an instruction to a program, left over.

    >>> is_markup('[img id="834" size="medium"][/img]'), is_markup("{% raw %}"), is_markup("[a]")
    (True, True, False)
    """
    return _MARKUP.fullmatch(text) is not None and ("=" in text or "/" in text or "%" in text)


def line_furniture(blocks: Sequence[Block]) -> dict[int, Furniture]:
    """The places of the blocks that are furniture by what they are alone."""
    found: dict[int, Furniture] = {}
    for place, block in enumerate(blocks):
        text = block.text
        if len(text) > _LONGEST:
            continue
        bare = text.strip()
        if bare[:1] not in _FIRST or block.form == "code":
            continue
        if is_page_mark(bare):
            found[place] = "page_mark"
        elif is_thanks(bare):
            found[place] = "thanks"
        elif is_link(bare):
            found[place] = "link"
        elif is_tools(bare):
            found[place] = "tools"
        elif is_markup(bare):
            found[place] = "markup"
    return found


def is_tools(text: str) -> bool:
    """Whether `text` is the tools of a page, two of them at least.

    >>> is_tools("【字号：大 中 小】【打印】【关闭】"), is_tools("大、中、小"), is_tools("打印")
    (True, False, False)
    """
    tools = _tools_in(text)
    return len(tools) > 1 and not _WORDS.issuperset(tools)


def is_path(text: str) -> bool:
    """Whether `text` is the path of a page in its site.

    >>> is_path("人民网>>时政"), is_path("当前位置：首页 > 讲话 > 正文"), is_path("甲>乙")
    (True, True, False)
    """
    return not _STEPS.isdisjoint(text) and _PATH.fullmatch(text) is not None


def page_tools(blocks: Sequence[Block]) -> dict[int, Furniture]:
    """The places of the blocks that are the tools of a page, each on a line of its own.

    One such word may be any heading, so several lines of them stand together. The path of a page
    stands above its text, and a heading of links (相关报道：) that ends it has lost these.
    """
    found: dict[int, Furniture] = {}
    run: list[int] = []
    for place, block in enumerate(blocks):
        text = block.text
        short = len(text) <= _LONGEST_TOOL and block.form != "code"
        if short and (_tools_in(text) or (run and not any(map(str.isalnum, text)))):
            run.append(place)
        elif run:
            found.update(_run_of_tools(blocks, run))
            run = []
    found.update(_run_of_tools(blocks, run))
    for place, block in enumerate(blocks[:_ABOVE]):
        if len(block.text) <= _LONGEST and is_path(block.text.strip()):
            found[place] = "link"
    if len(blocks) > 1 and _RELATED.fullmatch(blocks[-1].text[: _LONGEST_LINK + 1].strip()):
        found[len(blocks) - 1] = "link"
    return found


def _run_of_tools(blocks: Sequence[Block], run: Sequence[int]) -> dict[int, Furniture]:
    tools = [one for place in run for one in _tools_in(blocks[place].text)]
    sure = set(tools) - _WORDS
    fits = len(run) >= (_FEWEST_TOOLS if _WORDS.intersection(tools) else 2) and len(sure) > 1
    return dict.fromkeys(run, "tools") if fits else {}


def _tools_in(text: str) -> list[str]:
    """The tools that all of `text` is; none where it is anything else."""
    if len(text) > _LONGEST_TOOLS:
        return []
    words = [one for one in _BETWEEN_TOOLS.split(text) if one]
    return words if _TOOLS.issuperset(words) else []


def page_numbers(blocks: Sequence[Block]) -> dict[int, Furniture]:
    """The places of the blocks that are bare page numbers.

    A bare number may be anything: those of pages go up one by one, have a page between them, and
    cut sentences.
    """
    numbers: dict[str, list[tuple[int, int]]] = {}
    for place, block in enumerate(blocks):
        if (
            len(block.text) <= 10
            and not block.level
            and (found := _NUMBER.fullmatch(block.text.strip()))
        ):
            shape = found.lastgroup or ""
            numbers.setdefault(shape, []).append((place, int(found[shape])))
    return {
        place: "page_mark"
        for row in numbers.values()
        if _are_pages(blocks, row)
        for place, _ in row
    }


def _are_pages(blocks: Sequence[Block], row: Sequence[tuple[int, int]]) -> bool:
    if len(row) < _FEWEST_NUMBERS:
        return False
    steps = [after[1] - before[1] for before, after in pairwise(row)]
    if 3 * steps.count(1) < 2 * len(steps) or min(steps) < 1:
        return False
    first, last = row[0][0], row[-1][0]
    characters = sum(len(block.text) for block in blocks[first:last])
    if characters < _PAGE_CHARACTERS * (len(row) - 1):
        return False
    cut = sum(_is_cut(blocks[place - 1].text) for place, _ in row if place)
    return 4 * cut >= len(row)


def _is_cut(text: str) -> bool:
    return len(text.strip()) >= _SHORTEST_CUT and not ends_sentence(text)
