"""What newspapers, news agencies, publishers and web sites leave beside words: their own names, and
the days on which they printed or were read. Such a day is not the day of a speech.

    >>> is_publication("人民日报海外版"), is_publication("在文艺工作座谈会上的讲话")
    (True, False)
    >>> text = "据新华社2016年4月25日报道，2016年4月19日，习近平指出"
    >>> is_published(text, (4, 14)), is_published(text, (17, 27))
    (True, False)
"""

from __future__ import annotations

import re

from searcher.claims.persons import subjects
from searcher.claims.wording import CLAUSE_END
from searcher.results import Span

_LOOK = 48
"""So many characters beside a date are looked at."""

_NO_PAPER = "[公通简情喜捷预电回汇申上海举播警填呈]"
_NO_SITE = "[联上电张物路水法漏一]"
_PAPER = (
    rf"(?:(?<!{_NO_PAPER})报(?![告道送名考到表]|社)|[周旬月学]刊|杂志|(?:新华|通讯|出版|中新)社"
    rf"|(?<!{_NO_SITE})网(?![络民友信上罗格点店])|网站|官网|客户端|公众号|电视台|央视|新闻联播)"
)
_EDITION = "(?:海外版|评论版|理论版|客户端|网络版|电子版|杂志|官网|网站|头版)?"
_TITLE = re.compile(
    rf"[^《》]*{_PAPER}{_EDITION}"
    r"|(?:求是|瞭望|半月谈|人民论坛|红旗文稿|参考消息|党建|党建研究|旗帜|学习强国)(?:杂志)?"
)
_NAMES = r"[\u4e00-\u9fff]{0,6}?" + _PAPER

_BEFORE = re.compile(
    rf"(?:(?:{_PAPER}{_EDITION}|新华社[\u4e00-\u9fff]{{1,5}})[，,：:]?"
    r"|(?:访问|检索|查阅|浏览|下载|引用|更新|发布|发表|刊发|刊载|刊登|出版|印刷)"
    r"(?:(?:日期|时间|于)[：:]?|[：:])|来源[：:])\s*$"
)
_TITLED_BEFORE = re.compile(rf"《(?P<title>[^《》]{{1,24}})》{_EDITION}[，,：:]?\s*$")
_TITLED_BEHIND = re.compile(r"\s*[，,的]?\s*《(?P<title>[^《》]{1,24})》")
_BEHIND = re.compile(
    r"\s*(?:专?电(?![话影视子网力信报商台池])|(?:综合)?讯(?!息)"
    r"|[，,]?\s*(?:最后|上网)?(?:访问|检索|查阅|浏览|下载|引用)\s*(?:[）)\]】，,。；;]|$)"
    r"|[，,]?\s*第?[A-Z]?\d{1,3}(?:[-－–—~～至、]\d{1,3})?\s*[版页期]"
    r"|[，,]?\s*[（(]?(?:本[报刊网社])?(?:记者|编辑|责编|责任编辑|通讯员|作者|来源)(?!招待会|见面会|会))"
)
_BY_PAPER = re.compile(rf"\s*[，,的]?\s*{_NAMES}")
_PRINTS = re.compile(
    rf"[，,]?[^{CLAUSE_END}（）()“”「」]{{0,30}}?"
    r"(?:报道|刊发|刊载|刊登|登载|播发|转载|首发|连载|发表于|发表在|见报|出版|消息(?=[，,：:])|获悉)"
)
_PRINTED_IN = re.compile(
    rf"[，,]?[^{CLAUSE_END}（）()“”「」]{{0,20}}?[在于](?:《[^《》]{{1,24}}》|[^{CLAUSE_END}《》]{{0,8}}?{_PAPER})"
    rf"[^{CLAUSE_END}]{{0,10}}?(?:发表|刊发|刊载|刊登|登载|撰文)"
)
"""What a paper prints of him was often said long before."""


def is_publication(title: str) -> bool:
    """Whether a title is the name of a newspaper or the like, and of no speech."""
    return _TITLE.fullmatch(title) is not None


def is_published(text: str, date: Span) -> bool:
    """Whether a date in a text is that of a publication or of a visit to a site."""
    start, end = date
    before = text[max(0, start - _LOOK) : start]
    titled = _TITLED_BEFORE.search(before)
    if _BEFORE.search(before) or (titled and is_publication(titled["title"])):
        return True
    behind = text[end : end + _LOOK]
    titled = _TITLED_BEHIND.match(behind)
    if _BEHIND.match(behind) or _PRINTED_IN.match(behind):
        return True
    if titled and is_publication(titled["title"]):
        return True
    return any(
        found is not None and not subjects(behind, 0, found.end())
        for found in (_BY_PAPER.match(behind), _PRINTS.match(behind))
    )
