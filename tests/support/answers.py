"""Answers of a searcher, written by hand, for tests of what is made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from indexer.commits.manifest import Manifest
from indexer.model.catalogue import Catalogue, DocumentEntry, Failure, SourceEntry, Understanding
from indexer.model.limits import Limits
from indexer.model.recipe import Recipe
from indexer.model.report import IndexReport
from indexer.text.dates import DateSpan
from searcher.answers.results import Hit, Results, Snippet
from searcher.browse.contents import ChapterEntry, Passage
from searcher.render.text.status import Status

BOOK = "002_a1c1"
FEED = "000_eb06"
SHORT = {BOOK: "002", FEED: "000"}

HIT = Hit(
    rank=1,
    score=7.25,
    match="exact",
    id=f"{BOOK}#185",
    doc=BOOK,
    title="网络强国论述摘编",
    role="speech",
    passage=185,
    paragraph=1,
    chapter="七、加速推动信息领域核心技术突破",
    chapter_no=7,
    section=None,
    speech="在全国网络安全和信息化工作会议上的讲话",
    date=date(2018, 4, 20),
    date_end=date(2018, 4, 20),
    date_precision="day",
    date_kind="speech",
    dates=(),
    source=None,
    pages=None,
    lines=(1083, 1083),
    text="实现核心技术突破必须走自主创新之路。",
    spans=((2, 6),),
    snippet=Snippet("实现核心技术突破必须走自主创新之路。", ((2, 6),)),
)

HIT_JSON: dict[str, Any] = {
    "rank": 1,
    "score": 7.25,
    "match": "exact",
    "id": "002_a1c1#185",
    "doc": "002_a1c1",
    "title": "网络强国论述摘编",
    "role": "speech",
    "passage": 185,
    "paragraph": 1,
    "chapter": "七、加速推动信息领域核心技术突破",
    "chapter_no": 7,
    "section": None,
    "speaker": None,
    "speech": "在全国网络安全和信息化工作会议上的讲话",
    "date": "2018-04-20",
    "date_end": "2018-04-20",
    "date_precision": "day",
    "date_kind": "speech",
    "dates": [],
    "source": None,
    "pages": None,
    "lines": [1083, 1083],
    "place": None,
    "text": "实现核心技术突破必须走自主创新之路。",
    "marks": [],
    "alias": None,
    "spans": [[2, 6]],
    "snippet": {"text": "实现核心技术突破必须走自主创新之路。", "spans": [[2, 6]]},
}
"""`HIT` as programs read it."""

QUOTATION = replace(
    HIT,
    rank=2,
    id=f"{FEED}#5",
    doc=FEED,
    title="发展网信事业",
    role="quotation",
    passage=5,
    chapter=None,
    chapter_no=None,
    section="人民",
    speech="在集体学习时的讲话",
    date=date(2020, 3, 29),
    date_end=date(2020, 4, 1),
    lines=(16, 18),
)

ARTICLE = replace(
    QUOTATION,
    rank=3,
    match="related",
    id=f"{FEED}#12",
    role="article",
    passage=12,
    section=None,
    speech=None,
    date=None,
    date_end=None,
    date_precision=None,
    date_kind=None,
)

RESULTS = Results(
    query="核心技术",
    total=2,
    related=1,
    hits=(HIT, QUOTATION, ARTICLE),
    speeches=2,
    earliest=DateSpan(date(2018, 4, 20), date(2018, 4, 20)),
    latest=DateSpan(date(2020, 3, 29), date(2020, 4, 1)),
    suggestions=(),
    took_ms=0.5,
)

FIRST = replace(
    HIT,
    rank=1,
    id=f"{BOOK}#60.1",
    passage=60,
    source="《习近平谈治国理政》第三卷，外文出版社2020年版",
    pages="243-244",
    lines=(355, 357),
    spans=(),
)
SECOND = replace(FIRST, rank=2, id=f"{BOOK}#60.2", paragraph=2, text="第二段。", lines=(359, 359))

PASSAGE = Passage(
    path=f"{BOOK}.txt",
    paragraphs=(FIRST, SECOND),
    before=replace(HIT, id=f"{BOOK}#59"),
    after=None,
)

DOCUMENT = DocumentEntry(
    doc=BOOK,
    path=f"{BOOK}.txt",
    title="网络强国论述摘编",
    kind="compendium",
    date="2021-01",
    publisher="中央文献出版社",
    chapters=9,
    speeches=100,
    passages=285,
    paragraphs=307,
    front_matter=4,
    first_date=date(2013, 3, 4),
    last_date=date(2020, 11, 23),
    group=None,
)

FEED_DOCUMENT = replace(
    DOCUMENT,
    doc=FEED,
    title=None,
    path="000_eb06.txt",
    kind="feed",
    date=None,
    speeches=9,
    passages=12,
    paragraphs=13,
)

CHAPTER = ChapterEntry(
    doc=BOOK,
    chapter="二、网信事业发展必须贯彻以人民为中心的发展思想",
    chapter_no=2,
    passages=31,
    paragraphs=32,
    first_date=date(2013, 8, 28),
    last_date=date(2020, 11, 20),
)

UNDERSTANDING = Understanding(
    documents=8,
    dated=7,
    with_speaker=3,
    speeches=109,
    passages=297,
    unread=2,
    skipped=1,
)

REPORT = IndexReport(
    state="content",
    action="update",
    source_files=7,
    added=1,
    changed=2,
    removed=3,
    unchanged=4,
    failed=(),
    skipped=(),
    reasons=(),
    documents=8,
    paragraphs=505,
    understood=UNDERSTANDING,
    elapsed_s=1.25,
)

MANIFEST = Manifest(
    generation=3,
    commit="0f",
    created="2021-10-28T14:08:07+00:00",
    recipe=Recipe(
        lunshu="0.1.0",
        reading=1,
        python="3.11.7",
        analyzer="jieba 0.42.1",
        terms="",
        timezone="+08:00",
        limits=Limits(),
        follow_links=False,
    ),
    seeds="/home/seeds",
    segments=(),
    files=(),
    paragraphs=311,
)


def status(changed: tuple[str, ...] | None, failed: tuple[Failure, ...] = ()) -> Status:
    """The state of an index of one file."""
    sources = (SourceEntry(f"{BOOK}.txt", "00", 10, 20, 20, settled=True),)
    catalogue = Catalogue("0f", sources, failed, (DOCUMENT,))
    return Status("index", MANIFEST, catalogue, catalogue.understanding(), changed)
