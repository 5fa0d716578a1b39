"""A trace written by hand, with one of each kind of finding, for tests of what is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from indexer.text.dates import DateSpan
from indexer.text.span import Span
from searcher.articles.article import Attribution
from searcher.textmatch.alignment import Edit
from searcher.tracing.results import NotFound, Quotation, Source, Trace, Verdict

BOOK = "002_a1c1846805ebde20"
SHORT = {BOOK: "002"}

ARTICLE = """\
网信事业二三事
习近平总书记在网络安全和信息化工作座谈会上指出，“网络空间是亿万民众共同的精神家园。网络空间天朗气清、生态良好，符合人民利益。”
他强调，“没有网络安全，就没有国家安全；没有信息化，就没有现代化”。
2016年4月19日，他在网络安全和信息化工作座谈会上说：“网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将难求。”
人才是关键，“必须聚天下英才而用之，各地都要办好人才超市”。
他要求“坚持依法治网，让互联网始终在法治轨道上健康运行；键盘侠一个也不能放过；坚持正确网络安全观，筑牢国家网络安全屏障”。
他还说过“网络安全事关党的建设，事关国家长治久安，事关每个网民的钱包”，也说过“上网要戴好安全帽”。
网信工作要坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感。
"""

CLEAR_SKY = Source(
    id=f"{BOOK}#116",
    doc=BOOK,
    title="习近平关于网络强国论述摘编",
    role="speech",
    passage=116,
    paragraph=1,
    chapter="五、构建网上网下同心圆",
    chapter_no=5,
    section=None,
    speech="在网络安全和信息化工作座谈会上的讲话",
    date=date(2016, 4, 19),
    date_end=date(2016, 4, 19),
    date_precision="day",
    date_kind="speech",
    dates=(),
    source="习近平《论党的宣传思想工作》，中央文献出版社2020年版",
    pages="196",
    lines=(679, 681),
    text="网络空间是亿万民众共同的精神家园。网络空间天朗气清、生态良好，符合人民利益。"
    "网络空间乌烟瘴气、生态恶化，不符合人民利益。"
    "谁都不愿生活在一个充斥着虚假、诈骗、攻击、谩骂、恐怖、色情、暴力的空间。",
    match="exact",
    similarity=1.0,
    agrees=None,
    spans=(),
    diff=(),
)
_CONFERENCE = replace(
    CLEAR_SKY,
    speech="在全国网络安全和信息化工作会议上的讲话",
    date=date(2018, 4, 20),
    date_end=date(2018, 4, 20),
    chapter="三、努力把我国建设成为网络强国",
    chapter_no=3,
    source=None,
    pages=None,
    passage=73,
)
IMPORTANCE = replace(
    _CONFERENCE,
    id=f"{BOOK}#73.2",
    paragraph=2,
    lines=(437, 437),
    text="第一，明确网信工作在党和国家事业全局中的重要地位。我们提出，没有网络安全就没有国家安全，"
    "没有信息化就没有现代化，网络安全和信息化事关党的长期执政，事关国家长治久安，"
    "事关经济社会发展和人民群众福祉，过不了互联网这一关，就过不了长期执政这一关，"
    "要把网信工作摆在党和国家事业全局中来谋划，切实加强党的集中统一领导。",
)
PRINCIPLES = replace(
    _CONFERENCE,
    id=f"{BOOK}#73.4",
    paragraph=4,
    lines=(443, 443),
    text="第三，明确网络强国建设的原则要求。我们提出，要坚持创新发展、依法治理、保障安全、"
    "兴利除弊、造福人民的原则，坚持创新驱动发展，以信息化培育新动能，用新动能推动新发展；"
    "坚持依法治网，让互联网始终在法治轨道上健康运行；坚持正确网络安全观，筑牢国家网络安全屏障；"
    "坚持防范风险和促进健康发展并重，把握机遇挑战，让互联网更好造福社会；"
    "坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感。",
)
TALENT = replace(
    _CONFERENCE,
    id=f"{BOOK}#75",
    passage=75,
    paragraph=1,
    lines=(461, 461),
    text="网络空间竞争，归根到底是人才竞争。网信领域是技术密集型、创新密集型领域，千军易得、"
    "一将难求，必须聚天下英才而用之。要鼓励支持国内科研院所、网信企业吸引海外高端人才。",
)


def source(
    paragraph: Source,
    match: Verdict,
    text: str,
    beginning: str = "",
    similarity: float = 1.0,
    *,
    agrees: bool | None = None,
    article: str = ARTICLE,
) -> Source:
    """A paragraph as the source of `text`.

    Args:
        paragraph: the paragraph, of which only place and words count.
        match: how `text` occurs in it.
        text: the words of the article.
        beginning: the words of the paragraph that `text` corresponds to; empty for the same.
    """
    theirs = beginning or text
    start, ours = paragraph.text.index(theirs), article.index(text)
    matcher = SequenceMatcher(None, theirs, text, autojunk=False)
    diff = tuple(
        Edit(op, (ours + c, ours + d), (start + a, start + b))
        for op, a, b, c, d in matcher.get_opcodes()
    )
    return replace(
        paragraph,
        match=match,
        similarity=similarity,
        agrees=agrees,
        spans=((start, start + len(theirs)),),
        diff=() if match == "exact" else diff,
    )


def quotation(
    text: str,
    *sources: Source,
    quoted: bool = True,
    part_of: str | None = None,
    attribution: Attribution | None = None,
    article: str = ARTICLE,
) -> Quotation:
    """`text` of the article as a quotation from `sources`."""
    start = article.index(text)
    line = article.count("\n", 0, start) + 1
    known = [one.agrees for one in sources if one.agrees is not None]
    return Quotation(
        start=start,
        end=start + len(text),
        text=text,
        lines=(line, line),
        match=sources[0].match,
        similarity=sources[0].similarity,
        quoted=quoted,
        part_of=whole(part_of, article),
        attribution=attribution,
        attribution_agrees=any(known) if known else None,
        sources=sources,
    )


def not_found(
    text: str, nearest: Source | None, *, part_of: str | None = None, article: str = ARTICLE
) -> NotFound:
    """`text` of the article as a quotation that stands nowhere."""
    start = article.index(text)
    line = article.count("\n", 0, start) + 1
    return NotFound(
        start=start,
        end=start + len(text),
        text=text,
        lines=(line, line),
        quoted=True,
        part_of=whole(part_of, article),
        attribution=None,
        nearest=nearest,
    )


def whole(text: str | None, article: str = ARTICLE) -> Span | None:
    """Where a whole quotation stands in the article."""
    return None if text is None else (article.index(text), article.index(text) + len(text))


_SKY = "网络空间是亿万民众共同的精神家园。网络空间天朗气清、生态良好，符合人民利益"
EXACT = quotation(
    _SKY,
    source(CLEAR_SKY, "exact", _SKY, agrees=True),
    attribution=Attribution("网络安全和信息化工作座谈会", None),
)
_SAFE = "没有网络安全，就没有国家安全；没有信息化，就没有现代化"
NORMALIZED = quotation(
    _SAFE,
    source(
        IMPORTANCE,
        "normalized",
        _SAFE,
        "没有网络安全就没有国家安全，没有信息化就没有现代化",
        0.889,
    ),
)
_DAY = DateSpan(date(2016, 4, 19), date(2016, 4, 19))
_RACE = "网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将难求"
NEAR = quotation(
    _RACE,
    source(
        TALENT,
        "near",
        _RACE,
        "网络空间竞争，归根到底是人才竞争。网信领域是技术密集型、创新密集型领域，千军易得、一将难求",
        0.8,
        agrees=False,
    ),
    attribution=Attribution("网络安全和信息化工作座谈会", _DAY),
)
_MARKET = "必须聚天下英才而用之，各地都要办好人才超市"
PARTIAL = quotation(_MARKET, source(TALENT, "partial", _MARKET, "必须聚天下英才而用之", 0.476))
_LAW = "坚持依法治网，让互联网始终在法治轨道上健康运行"
_TROLLS = "键盘侠一个也不能放过"
_SHIELD = "坚持正确网络安全观，筑牢国家网络安全屏障"
_STITCHED = f"{_LAW}；{_TROLLS}；{_SHIELD}"
PARTS = (
    quotation(_LAW, source(PRINCIPLES, "exact", _LAW), part_of=_STITCHED),
    not_found(_TROLLS, None, part_of=_STITCHED),
    quotation(_SHIELD, source(PRINCIPLES, "exact", _SHIELD), part_of=_STITCHED),
)
_PURSE = "网络安全事关党的建设，事关国家长治久安，事关每个网民的钱包"
LIKE_ANOTHER = not_found(
    _PURSE,
    source(
        IMPORTANCE,
        "near",
        _PURSE,
        "网络安全和信息化事关党的长期执政，事关国家长治久安，事关经济社会发展和人民群众福祉",
        0.463,
    ),
)
LIKE_NOTHING = not_found("上网要戴好安全帽", None)
_PEOPLE = "坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感"
_OFTEN = source(PRINCIPLES, "exact", _PEOPLE)
TWELVE = quotation(
    _PEOPLE,
    _OFTEN,
    replace(_OFTEN, id=f"{BOOK}#39", match="near", similarity=0.861),
    *(replace(_OFTEN, id=f"{BOOK}#{number}") for number in range(201, 211)),
    quoted=False,
)
TRACE = Trace(
    text=ARTICLE.rstrip("\n"),
    quotations=(EXACT, NORMALIZED, NEAR, PARTIAL, PARTS[0], PARTS[2], TWELVE),
    not_found=(PARTS[1], LIKE_ANOTHER, LIKE_NOTHING),
    took_ms=12.5,
)
NOTHING = Trace(text="今天天气很好。", quotations=(), not_found=(), took_ms=0.25)
