"""What a source names: a book with its publisher, a newspaper with its day, a web page.

>>> read = parse_source("《习近平谈治国理政》第三卷，外文出版社2020年版")
>>> read.publication.title, read.publication.volume, read.publication.publisher
('习近平谈治国理政', '第三卷', '外文出版社')

A source is read from end to end or not at all: one that says something else as well is kept whole,
as the title of an `other` publication, so that nothing of it is lost or misread. Forms that people
write besides those of the compendia are understood: without 《》, with place, edition or pages, in
marks of either width, and addresses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan, year_span
from indexer.text.marks import FULL_WIDTH
from indexer.text.numerals import NUMERAL, parse_numeral
from searcher.citing.numbering import FIGURES, figures, issue, tidy_pages
from searcher.citing.reference import Publication, PublicationKind

_N = f"[{NUMERAL}]"
_YEAR = rf"(?P<year>{_N}{{4}})"
_ROLE = r"(?P<role>主编|编著|选编|编|著|辑)"
_HOUSE = r"出版社|出版公司|出版集团|书局|书店|书社|印书馆|杂志社"
_VOLUME = rf"（[上中下]）|（?第{_N}+[卷辑集册编]）?|[上中下][卷册编辑]"

_SECOND_HAND = re.compile(r"转引自[：:]?\s*")
_DAY_FIRST = re.compile(
    rf"(?P<day>{_N}{{4}}年{_N}{{1,3}}月{_N}{{1,3}}日)(?P<paper>《[^《》]+》(?:海外版|电子版)?)"
)
"""1967年6月25日《人民日报》: the day is the newspaper's, and no name before a title."""

_HELD = re.compile(
    r"(?:(?:参见|见|原?载|引自|摘自)(?=[^《》]*《))?"
    rf"(?:(?P<names>[^《》，。；：]{{1,60}}?){_ROLE}?：?)?《(?P<title>[^《》]+)》"
    rf"(?P<issued_as>（?(?:海外版|电子版)）?)?(?P<serial>杂志|半?月刊|周刊|旬刊)?"
    rf"(?P<volume>(?:{_VOLUME})*)"
)
_NAMED = re.compile(rf"(?P<title>[^《》，。；：]{{2,30}}?)(?=，?\s?{_N}{{4}}[年-])")
_SITE = re.compile(
    r"(?P<site>[^《》，。；：\s]{1,30}?(?:网|网站|客户端|公众号))(?=[，：\sh0-9]|$)：?"
)
_WORDS = (
    re.compile(rf"{_YEAR}年第(?P<issue>{_N}+(?:[-－/、]{_N}+)?)[期号]"),
    re.compile(rf"{_YEAR}年(?P<issue>增刊{_N}*)"),
    re.compile(rf"(?P<day>{_N}{{4}}年{_N}+月{_N}+日|\d{{4}}-\d{{1,2}}-\d{{1,2}})"),
    re.compile(rf"{_YEAR}年(?:{_N}+月)?(?:第(?P<edition>{_N}+))?版"),
    re.compile(rf"{_YEAR}年(?:{_N}+月)?"),
    re.compile(rf"第?(?P<numbered>{_N}{{1,3}})版"),
    re.compile(rf"（第?(?P<numbered>{_N}+)版?）"),
    re.compile(rf"第?(?P<pages>{FIGURES})页"),
    re.compile(rf"(?P<place>[^，。；：《》\s\d]{{2,6}})：(?=[^，。；：《》]+(?:{_HOUSE}))"),
    re.compile(rf"(?P<publisher>[^，。；：《》（）\d]{{1,30}}?(?:{_HOUSE}))"),
    re.compile(r"(?P<booklet>单行本)"),
    re.compile(r"(?P<names>[^，。；：《》\d]{1,60}?)(?P<role>主编|编著|选编|编|著)(?=，|$)"),
    re.compile(r"(?P<url>https?://[^\s，。；《》]+)"),
)
_BETWEEN = re.compile(r"[，；。\s]*")
_COMPILED = re.compile(r"(?:汇编|选编|摘编|辑录|摘录)$")
_PAPER = re.compile(r"报(?:（[^（）]+）)?$")


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """What a source says.

    Attributes:
        pages: the pages, where the source itself names them.
        second_hand: whether it says that the publication only quotes the words (转引自).
    """

    publication: Publication
    pages: str | None = None
    second_hand: bool = False


@dataclass(slots=True)
class _Facts:
    """What has been read so far."""

    title: str | None = None
    volume: str | None = None
    serial: bool = False
    second_hand: bool = False
    site: str | None = None
    words: dict[str, str] = field(default_factory=dict)


def parse_source(text: str) -> PrintedSource:
    """The publication that `text` names, and the pages."""
    facts = _read(" ".join(text.split()))
    if facts is not None:
        try:
            return _source(facts)
        except ValueError:  # 2016年13月1日, 第百百版
            pass
    return whole_source(text)


def whole_source(text: str) -> PrintedSource:
    """`text` as it is, as the title of a publication of an unknown kind."""
    return PrintedSource(Publication(kind="other", title=" ".join(text.split())))


def _source(facts: _Facts) -> PrintedSource:
    words = facts.words
    issued = _issued(words)
    kind = _kind(facts, issued)
    numbered = words.get("numbered")
    names = words.get("names")
    country = None
    if names and kind in {"newspaper", "periodical"}:  # 法国《世界报》
        names, country = None, names
    edition = words.get("edition") or (numbered if kind in {"book", "collection"} else None)
    publication = Publication(
        kind=kind,
        title=facts.title,
        volume=facts.volume,
        creators=tuple(re.split("[、，]", names)) if names else (),
        edited=words.get("role") in {"主编", "选编", "编", "辑"},
        edition=words.get("booklet") or (str(parse_numeral(edition)) if edition else None),
        place=words.get("place") or country,
        publisher=words.get("publisher") or facts.site,
        issued=issued,
        issue=issue(words["issue"]) if "issue" in words else None,
        sheet=figures(numbered) if numbered and kind == "newspaper" else None,
        url=words.get("url"),
    )
    named = tidy_pages(words["pages"]) if "pages" in words else None
    return PrintedSource(publication, named, facts.second_hand)


def _read(text: str) -> _Facts | None:
    """The facts of a source, None where something in it is not understood."""
    text = _DAY_FIRST.sub(r"\g<paper>\g<day>", text.translate(FULL_WIDTH))
    second_hand = _SECOND_HAND.match(text)
    facts = _Facts(second_hand=second_hand is not None)
    if second_hand:
        text = text[second_hand.end() :]
    at = _head(text, facts)
    while (at := _after(_BETWEEN, text, at)) < len(text):
        found = next(filter(None, (word.match(text, at) for word in _WORDS)), None)
        if found is None:
            return None
        new = {name: value for name, value in found.groupdict().items() if value}
        if new.keys() & facts.words.keys():
            return None
        facts.words.update(new)
        at = found.end()
    known = facts.title or facts.site or facts.words.keys() & {"publisher", "url"}
    return facts if known else None


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _head(text: str, facts: _Facts) -> int:
    """Read the name that a source begins with; returns where it ends."""
    if found := _HELD.match(text):
        edition = (found["issued_as"] or "").strip("（）")
        facts.title = found["title"] + (f"（{edition}）" if edition else "")
        facts.volume = found["volume"] or None
        facts.serial = found["serial"] is not None
        facts.words.update(
            {name: found[name] for name in ("names", "role") if found[name] is not None}
        )
        return found.end()
    if found := _SITE.match(text):
        facts.site = found["site"]
        return found.end()
    house = re.match(rf".*?(?:{_HOUSE})", text)
    if (found := _NAMED.match(text)) and not house:
        facts.title = found["title"].strip()
        return found.end()
    return 0


def _issued(words: dict[str, str]) -> DateSpan | None:
    if day := words.get("day"):
        return parse_date(day)
    year = words.get("year")
    return year_span(parse_numeral(year)) if year else None


def _kind(facts: _Facts, issued: DateSpan | None) -> PublicationKind:
    words = facts.words
    if facts.site or "url" in words:
        return "web"
    if "issue" in words or facts.serial:
        return "periodical"
    if facts.title and "publisher" not in words:
        day = issued is not None and issued.precision == "day"
        if day or _PAPER.search(facts.title):
            return "newspaper"
    return "collection" if facts.title and _COMPILED.search(facts.title) else "book"
