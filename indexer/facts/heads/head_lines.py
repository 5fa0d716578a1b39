"""What one line of a head says: a date, a speaker, an occasion, a publication, a subtitle.

    >>> read_line("（2018年4月20日　北京）").date.first
    datetime.date(2018, 4, 20)
    >>> read_line("来源：新华网 2018-04-20 10:00").publisher
    '新华网'

This module knows no neighbours of a line. A line of which a part is not understood says nothing,
unless labels say what its parts are; then it stays text as well (`stays`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import tzinfo
from functools import lru_cache
from typing import Any, Final

from indexer.facts.heads.dates_in_lines import (
    BLANK,
    CHINA,
    date_at_start,
    dateline_alone,
    dates_in,
    dates_of,
    read_span,
    taken_out,
)
from indexer.facts.heads.labels import Labelled, split_labels
from indexer.facts.heads.persons import labelled_person, read_person, simplified
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from indexer.text.marks import (
    BLANKS,
    CLAUSE_ENDS,
    COLONS,
    DASHES,
    FULL_WIDTH_ENDS,
    PAUSES,
    ROUND_CLOSING,
    ROUND_OPENING,
)
from indexer.text.numerals import NUMERAL
from indexer.value import value

LONGEST_LINE: Final = 240
"""In characters; a longer line is text. The longest of a head are those that pass a statute."""

_NEVER_LAST = PAUSES  # of a line that says anything of a text
_KEPT = 256  # lines of one head, read from more than one place
KIND_OF_SPEECH: Final = (
    r"(?:讲话|演讲|演说|报告|致[辞词]|[贺祝献开闭]幕?[词辞]|发言|[贺慰唁]问?[信电]|复?信|[来去]?电|电报|谈话|答问|回答|指示|"
    r"批示|说明|祝酒[辞词]|总结|结论|提纲|要点|节录|摘要|纪要|按语|题词|书面讲话|新年贺[词辞]|序言?|批语|意见|文章|声明|祝词|讲演)"
)

_S = BLANK
_BRACKETED = re.compile(
    rf"{_S}[{ROUND_OPENING}〔［\[](?P<inside>[^〔〕\[\]］]*)[{ROUND_CLOSING}〕］\]]{_S}"
)
_SUBTITLE = re.compile(rf"{_S}(?:[{DASHES}]{{1,4}}|-{{2,4}}|－{{2}})(?P<words>{_S}\S.*)")
_ENDS = FULL_WIDTH_ENDS + "；"
_OCCASION = re.compile(
    rf"(?:[{HAN}\s]{{0,20}})?(?:在|于|同|与|和|给|致|对|就|为)[^{_ENDS}]{{3,90}}"
)
_AT = re.compile(r"^(?:在|于|同|与|给|致|对|就|为)")
_ANY_BRACKET = re.compile(f"[{ROUND_OPENING}{ROUND_CLOSING}]")
_INNER_BRACKETS = re.compile(
    rf"[{ROUND_OPENING}][^{ROUND_OPENING}{ROUND_CLOSING}]*[{ROUND_CLOSING}]"
)
_AT_END = re.compile(rf"(?P<words>.*?){_S}[（(](?P<date>[^（）()]*)[）)]")
_AT_MEETING = re.compile("在.{2,80}(?:会|会议|大会|论坛|仪式|典礼)上$")
_AT_SOMETHING = re.compile("在.*上")
_NO_SUBTITLE = re.compile(f"[{_ENDS}{COLONS}]|[，,、]$")
_HAS_END = re.compile(f"[{_ENDS}]")
_HAS_CLOCK = re.compile("[0-9][:：][0-9]|[0-9]时")
_YEAR_AND_MONTH = re.compile("年.+月")
_REPORTER = re.compile(
    rf"[{HAN}]{{0,12}}(?:记者|通讯员|评论员)[\s：:]*(?:[{HAN}·]{{2,4}}[\s、]*){{0,4}}"
)
_WORDS = ("speaker", "occasion", "subtitle", "title", "publisher", "text")
_HOW_MUCH = re.compile(
    r"(?:根据[^，。]{0,8}整理|节选|节录|摘录|摘要|全文|讲话全文|未经[^，。]{0,8}审[阅定核]|有删[节减])(?:\s|$)"
)
_PRINTED = re.compile("原?[载刊]|发表|摘自|选自")
_PASSED = re.compile(
    rf"(?:通过|公布|发布|修订|修正|批准|修改|颁布)(?:[　\s]|$)|第[{NUMERAL}]+次修[正订]"
)
_IN_FORCE = re.compile(r"(?:施行|实施|生效)$")
_PAPER = re.compile(
    rf"(?:[{HAN}A-Za-z·]{{0,24}}(?:网|社|报|日报|晚报|时报|杂志|电视台|电台|客户端|公众号|频道|编辑部|新华通讯社|出版社|研究室|"
    rf"办公室|办公厅|外交部|政府网站?|评论员)|《(?:[^《》]{{0,12}}(?:[报刊网志]|通讯)|求是|红旗|瞭望|解放|新青年|党建)》)(?:[-－—·][{HAN}]{{2,12}}[报网刊社])?"
)
_EDITION = re.compile(rf"{_S}[,，]?{_S}(?:第{_S})?(?:[{NUMERAL}]{{1,3}}){_S}版")
_PLACE = re.compile(rf"(?:于|在)?(?P<place>[{HAN}·]{{2,12}})")
_LONGEST_PLACE = 6  # characters, without brackets around it
_HAN_DATE = re.compile("月.*日")
_NO_PLACE = re.compile(
    r"[修改订稿版载印发表第节选稿录更正社电网报]|通过|公布|来源|编辑|会议|全文|正文|文字|实录"
)
_BETWEEN = re.compile(r"[\s　,，;；|｜、]+")


@value(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """What one line says.

    Attributes:
        became: what it is, mainly; a name of what became of a block.
        date: the date of the words, or one of which nobody knows what it is of.
        published: the date of publication.
        speaker: who speaks.
        unsure: whether the speaker needs something else in the head to speak for him.
        occasion: at what the words were said, as it is written.
        subtitle: the rest of the title.
        title: the title, where a label says so.
        publisher: where the words were printed.
        stays: whether the line is text as well, since it says more than these.
        text: what of the line is text: what follows 正文：.
        label: the first label of the line, or the empty string.
    """

    became: str
    date: DateSpan | None = None
    published: DateSpan | None = None
    speaker: str | None = None
    unsure: bool = False
    occasion: str | None = None
    subtitle: str | None = None
    title: str | None = None
    publisher: str | None = None
    stays: bool = False
    text: str | None = None
    label: str = ""


@lru_cache(_KEPT)
def read_line(text: str, zone: tzinfo = CHINA) -> HeadLine | None:
    """What the line `text` says, None where it is no line of a head."""
    line = text.strip(" \t\u3000\xa0*_")
    if not line or len(line) > LONGEST_LINE or line[-1] in _NEVER_LAST:
        return None
    simple = simplified(line)
    read = _read_simple(simple, zone)
    if read is None or simple == line:
        return read
    written: dict[str, Any] = {
        name: _as_written(getattr(read, name), simple, line) for name in _WORDS
    }
    return replace(read, **written)


def _as_written(words: str | None, simple: str, line: str) -> str | None:
    """`words` of the simplified line as the line has them."""
    at = simple.find(words) if words else -1
    return line[at : at + len(words)] if words and at >= 0 else words


def _read_simple(line: str, zone: tzinfo) -> HeadLine | None:
    before, labelled = split_labels(line)
    if labelled:
        return _labelled_line(before, labelled, zone)
    if bracket := _BRACKETED.fullmatch(line):
        return _bracketed(bracket["inside"].strip(), zone)
    if subtitle := _SUBTITLE.fullmatch(line):
        return _subtitle(subtitle["words"].strip(), zone)
    return _statute(line, zone) or _dateline(line) or _reporter(line) or _bare(line, zone)


def _dateline(line: str) -> HeadLine | None:
    """A line that is nothing but a dateline: 新华社北京2018年4月20日电."""
    found = dateline_alone(line)
    if found is None:
        return None
    return HeadLine(became="publication", publisher=found[0], published=found[1])


def _reporter(line: str) -> HeadLine | None:
    """A byline of reporters, who are no speakers: 本报记者 张三."""
    if ("记者" not in line and "员" not in line) or not _REPORTER.fullmatch(line):
        return None
    return HeadLine(became="paragraph", stays=True, label="记者")


def _labelled_line(before: str, labelled: tuple[Labelled, ...], zone: tzinfo) -> HeadLine | None:
    """A line with labels. What is not understood in it leaves it a text."""
    line = HeadLine(became="publication")
    known = False
    if before:
        bare = _bare(before, zone)
        if bare is None or bare.stays:
            line = replace(line, stays=True)
        else:
            line, known = bare, True
            if line.date is not None:  # a date beside 来源： is that of the publication
                line = replace(line, date=None, published=line.date)
    for one in labelled:
        done = _with_label(line, one, zone)
        if done is not None:
            line, known = done, True
        elif one.kind != "other":  # counts and bylines of a page beside a fact are no words
            line = replace(line, stays=True)
    if not known:
        bylines = not before and all(one.kind == "other" for one in labelled)
        return (
            HeadLine(became="paragraph", stays=True, label=labelled[0].label) if bylines else None
        )
    first: str = labelled[0].kind
    became = {"published": "date", "text": "paragraph", "other": "paragraph"}.get(first, first)
    return replace(line, became=became, label=labelled[0].label)


def _with_label(line: HeadLine, one: Labelled, zone: tzinfo) -> HeadLine | None:
    """`line` with what a label says, None where that is not understood."""
    if one.kind == "text":
        return replace(line, text=one.value)
    if not one.value or one.kind == "other":
        return None
    if one.kind in ("date", "published"):
        return _with_date(line, one, zone)
    if one.kind == "publication":
        return _with_publication(line, one.value, zone)
    value: str | None = one.value
    if one.kind == "speaker":
        # 发言人：谢谢大家 is what somebody says; an author may have any name.
        person = read_person(one.value)
        value = person.name if person else None
        if value is None and one.label in ("作者", "署名"):
            value = labelled_person(one.value)
    return _with(line, one.kind, value) if value else None


def _with(line: HeadLine, name: str, value: Any) -> HeadLine | None:
    """`line` with one more fact, None where it has that already."""
    return None if getattr(line, name) is not None else replace(line, **{name: value})


def _with_date(line: HeadLine, one: Labelled, zone: tzinfo) -> HeadLine | None:
    field = "date" if one.kind == "date" else "published"
    span = read_span(one.value, zone)
    if span is None:
        found = taken_out(one.value, zone)
        if found is None:
            return None
        span, rest, _ = found
        if rest and not _place(rest):
            # 发布时间：2018-04-20 10:00 浏览 12: the label leaves no doubt about the date.
            line = replace(line, stays=True)
    return _with(line, field, span)


def _with_publication(line: HeadLine, words: str, zone: tzinfo) -> HeadLine | None:
    """来源：新华网 2018-04-20 10:00; 来源：《人民日报》（2018年4月20日 01 版）."""
    found = taken_out(words, zone)
    if found is None:
        if dates_in(words) or not _is_publisher(words):
            return None
        return replace(line, publisher=words)
    span, rest, _ = found
    rest = _EDITION.sub("", rest).strip("　 ,，()（）|｜")
    if rest and not _is_publisher(rest):
        return None
    return replace(line, published=line.published or span, publisher=rest or line.publisher)


def _is_publisher(text: str) -> bool:
    return 1 < len(text) <= 40 and not re.search(rf"[{CLAUSE_ENDS}]|https?:", text)


def _bracketed(inside: str, zone: tzinfo) -> HeadLine | None:
    """A line that is one bracket."""
    span = read_span(inside, zone)
    if span is not None:
        return HeadLine(became="date", date=span)
    if said := _statute(inside, zone) or _dateline(inside) or _how_much(inside):
        return said
    if _ANY_BRACKET.search(_INNER_BRACKETS.sub("", inside)):
        return None  # two brackets side by side, or torn ones
    if dates_in(inside):
        return _bracketed_date(inside, zone)
    if _is_occasion(inside):
        return HeadLine(became="occasion", occasion=inside)
    return _person_line(inside)


def _how_much(inside: str) -> HeadLine | None:
    """（节选）: how much of a text is here, which is no word of it."""
    return HeadLine(became="furniture") if _HOW_MUCH.fullmatch(inside) else None


def _bracketed_date(inside: str, zone: tzinfo) -> HeadLine | None:
    """A bracket with a date and something else: a place, a name, an occasion, a print."""
    found = taken_out(inside, zone)
    if found is None:
        return None
    span, rest, clock = found
    rest = _HOW_MUCH.sub(" ", _BETWEEN.sub(" ", rest)).strip()
    if (person := read_person(rest)) and person.certain:  # else it is rather a place
        return HeadLine(became="date", date=span, speaker=person.name)
    if not rest or _place(rest):
        return HeadLine(became="date", date=span)
    if _PRINTED.match(rest):
        return HeadLine(became="publication", published=span, stays=True)
    if clock or not _is_occasion(inside):
        return None
    return HeadLine(became="occasion", date=span, occasion=inside)


def _person_line(text: str) -> HeadLine | None:
    person = read_person(text)
    if person is None:
        return None
    return HeadLine(became="speaker", speaker=person.name, unsure=not person.certain)


def _is_occasion(words: str) -> bool:
    """Whether `words` say where or to whom something was said: 在…会议上的讲话, 同…的谈话."""
    if _HAS_END.search(words) or len(words) > 100:
        return False
    said = re.search(rf"{KIND_OF_SPEECH}(?:[（(][^（）()]*[）)])?$", words) is not None
    said = said or _AT_MEETING.search(words) is not None
    return said and _OCCASION.search(words) is not None


def _subtitle(words: str, zone: tzinfo) -> HeadLine | None:
    """What follows a dash: ——在…上的报告, ——2024年3月5日在…会议上, or any other subtitle."""
    if len(words) < 4 or len(words) > 100 or _NO_SUBTITLE.search(words):
        return None
    start = date_at_start(words)
    if start is not None:
        # An attribution is written with a comma: ——2018年4月20日，在…上的讲话.
        span, rest = start[0], start[1].strip(" \u3000")
        said = _AT.match(rest) is not None
        return (
            HeadLine(became="subtitle", date=span, subtitle=words, occasion=rest) if said else None
        )
    if read_person(words) is not None or (re.search("[《》]", words) and dates_in(words)):
        return None
    span_at_end = None
    if bracket := _AT_END.fullmatch(words):
        # ——在…会议上的讲话（2018年4月20日）
        span_at_end = read_span(bracket["date"], zone)
        words = bracket["words"] if span_at_end else words
    said = _is_occasion(words) or _AT_SOMETHING.fullmatch(words) is not None
    return HeadLine(
        became="subtitle", date=span_at_end, subtitle=words, occasion=words if said else None
    )


def _statute(line: str, zone: tzinfo) -> HeadLine | None:
    """2015年8月29日 第十二届全国人民代表大会常务委员会第十六次会议通过: when a statute was passed.

    Such a line says more than its date, so it stays text. Of several days the last is the one of
    the words as they stand; the day from which they are in force is none of them.
    """
    dates = list(dates_of(line, zone)) if dates_in(line) else []
    if not dates or line[: dates[0].start].strip(BLANKS):
        return None
    last: DateSpan | None = None
    ends = [one.start for one in dates[1:]] + [len(line)]
    for one, end in zip(dates, ends, strict=True):
        act = line[one.end : end].strip(BLANKS + "，,；;根据")
        if one.span is None:
            return None
        if _PASSED.search(act):
            last = one.span if last is None or one.span.first > last.first else last
        elif not _IN_FORCE.search(act):
            return None
    if last is None and not _IN_FORCE.search(line.rstrip(BLANKS)):
        return None
    return HeadLine(became="date", published=last, stays=True)


def _bare(line: str, zone: tzinfo) -> HeadLine | None:
    """A line without label and brackets: dates, names, papers and places, and nothing else."""
    span = read_span(line, zone)
    if span is not None:
        if _HAS_CLOCK.search(line):
            return HeadLine(became="date", published=span)
        # A year alone may be anything.
        named = span.precision == "day" or _YEAR_AND_MONTH.search(line)
        return HeadLine(became="date", date=span) if named else None
    if not dates_in(line):
        return _person_line(line)
    found = taken_out(line, zone)
    if found is None or found[0].precision != "day":
        return None
    return _beside_day(line, *found)


def _beside_day(line: str, span: DateSpan, rest: str, clock: bool) -> HeadLine | None:
    """A day with what stands beside it: nothing, a name, a paper, a place."""
    rest = _EDITION.sub("", rest).strip(" \t\u3000,，()（）|｜")
    if _PAPER.fullmatch(rest):
        return HeadLine(became="publication", published=span, publisher=rest)
    if clock:
        return HeadLine(became="date", published=span) if not rest else None
    person = None if rest.startswith(("于", "在")) else read_person(rest)
    if person is not None:
        return HeadLine(became="date", date=span, speaker=person.name, unsure=not person.certain)
    # 2018-04-20 要闻 is an item of a list; with 年月日 a place may follow.
    placed = _place(rest) is not None and len(rest) <= _LONGEST_PLACE and _HAN_DATE.search(line)
    return HeadLine(became="date", date=span) if not rest or placed else None


def _place(text: str) -> str | None:
    """A place beside a date; what tells of a revision or a print is none."""
    found = _PLACE.fullmatch(_BETWEEN.sub("", text))
    if found is None or _NO_PLACE.search(found["place"]):
        return None
    return found["place"]
