"""The names of sites: after the headline in a page's title, and what mirrors write into pages.

A mirror lives by its name: a brand in Latin letters or digits and a string of search words
(官网, 登录, 入口, …). It sets that name into titles, menus and the middle of sentences. An honest
site's name (新华网, CCTV体育) is not made like that, and nothing is removed for it.

    >>> mirror = mirror_brand("kok体育娱乐官网")
    >>> without_name("在观看科技成果及kok手机登录入口的产品展示之后", mirror)
    '在观看科技成果及的产品展示之后'
"""

from __future__ import annotations

import re

_BEFORE_SITE = re.compile(r"-+|_+|[|｜]|(?<=\s)[–—](?=\s)")
"""A dash that is as long as two characters (——) belongs to the headline."""

_SEARCH_WORDS = (
    r"(?:体育|娱乐|官方|官网|网站|网址|手机|登录|登陆|注册|入口|平台|app|下载|客户端|彩票|棋牌|"
    r"电竞|真人|投注|在线|网页版|最新|全站|首页)"
)
_LONGEST_NAME = 60  # characters
_MIRROR = re.compile(
    rf"(?P<brand>[A-Za-z0-9]+(?:\.[A-Za-z]+)??){_SEARCH_WORDS}{{2,}}", re.IGNORECASE
)


def split_title(page_title: str) -> tuple[str, str] | None:
    """Headline and site, None where nothing separates them.

    >>> split_title("中国-东盟博览会 - 新华网")
    ('中国-东盟博览会', '新华网')

    The headline may contain the same marks, so the last one decides; whether it was a headline
    shows only where it occurs again on the page.
    """
    last: re.Match[str] | None = None
    for found in _BEFORE_SITE.finditer(page_title):  # a list of them could take all memory
        last = found
    if last is None:
        return None
    title, site = page_title[: last.start()].strip(), page_title[last.end() :].strip()
    return (title, site) if title and site else None


def mirror_brand(site: str) -> str | None:
    """The brand of a mirror called `site`, None if that is no mirror's name.

    A single search word is not enough: honest sites have one.
    """
    bare = site.strip()
    name = _MIRROR.fullmatch(bare) if len(bare) <= _LONGEST_NAME else None
    return name["brand"] if name else None


def without_name(text: str, brand: str) -> str:
    """`text` without the brand wherever search words follow it."""
    name = rf"(?<![A-Za-z0-9]){re.escape(brand)}{_SEARCH_WORDS}+"
    return re.sub(name, "", text, flags=re.IGNORECASE)
