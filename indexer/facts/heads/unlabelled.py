"""What a line without labels says: a bracket, a subtitle, the passing of a statute, a bare date.

>>> read_unlabelled("（2018年4月20日　北京）").date.first
datetime.date(2018, 4, 20)
"""

from __future__ import annotations

import re
from datetime import tzinfo

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
from indexer.facts.heads.head import HeadLine
from indexer.facts.heads.persons import is_name, read_person
from indexer.facts.speech_names import names
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from indexer.text.marks import (
    BLANKS,
    COLONS,
    DASHES,
    FULL_WIDTH_ENDS,
    ROUND_CLOSING,
    ROUND_OPENING,
)
from indexer.text.numerals import NUMERAL

_NAME = names("heads")
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
    rf"(?P<whose>[{HAN}]{{0,10}})(?:记者|通讯员|评论员)[\s：:]*(?P<names>[{HAN}·\s、]{{0,30}})"
)
_SECRET = re.compile(
    rf"[（(【]?(?:绝密|机密|秘密|特急|加急|急件|内部(?:资料|文件|参考|刊物)|注意保存|阅后收回)"
    rf"(?:[\s★☆·，、]*(?:[{NUMERAL}]+年|长期|注意保存|特急|加急|绝密|机密))*[）)】]?"
)
"""What is stamped on a document: how secret it is, how urgent."""

_CAPTION = re.compile(
    rf"(?:.*[{FULL_WIDTH_ENDS}\s（(])?[{HAN}]{{0,16}}(?:记者|通讯员|摄影)[\s：:]*"
    rf"[{HAN}]{{1,4}}(?:[\s、]+[{HAN}]{{1,4}}){{0,3}}\s*[/／]?\s*摄影?(?:报道)?[）)]?"
)
_LONGEST_CAPTION = 120  # characters
_OURS = re.compile("本[报刊社台网]|新华|人民|光明|经济|央视|中新|特约|首席|$")
_HOW_MUCH = re.compile(
    r"(?:根据[^，。]{0,8}整理|节选|节录|摘录|摘要|全文|讲话全文|未经[^，。]{0,8}审[阅定核]|有删[节减])(?:\s|$)"
)
_NOT_SEEN = re.compile(r"未经[^，。]{0,8}审[阅定核](?:\s|$)")
_HALF_DAY = re.compile(r"^(?:[上下中]午|晚上?|凌晨|夜)(?=\s|$)")
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
_BESIDE = re.compile(r"\s*[|｜,，、·•]\s*|\s+")
_BETWEEN = re.compile(r"[\s　,，;；|｜、]+")


def read_unlabelled(line: str, zone: tzinfo = CHINA) -> HeadLine | None:
    """What a line says that is stripped, and written in simplified characters."""
    if bracket := _BRACKETED.fullmatch(line):
        return _bracketed(bracket["inside"].strip(), zone)
    if subtitle := _SUBTITLE.fullmatch(line):
        return _subtitle(subtitle["words"].strip(), zone)
    if _SECRET.fullmatch(line):
        return HeadLine(became="paragraph", stays=True, label="密级")
    if is_caption(line):
        return HeadLine(became="paragraph", stays=True, label="摄影")
    return _statute(line, zone) or _dateline(line) or _reporter(line) or read_bare(line, zone)


def is_caption(text: str) -> bool:
    """Whether `text` stands under a picture, as who took it shows.

    >>> is_caption("王正谱作报告。本报记者 霍艳恩摄"), is_caption("照片是记者王明所摄。")
    (True, False)
    """
    may_be = len(text) <= _LONGEST_CAPTION and "摄" in text
    return may_be and _CAPTION.fullmatch(text.strip()) is not None


def without_edition(text: str) -> str:
    """A publication without its edition, and the marks around it."""
    return _EDITION.sub("", text).strip(" \t\u3000,，()（）|｜")


def _dateline(line: str) -> HeadLine | None:
    """A line that is nothing but a dateline: 新华社北京2018年4月20日电."""
    found = dateline_alone(line)
    if found is None:
        return None
    return HeadLine(became="publication", publisher=found[0], published=found[1])


def _reporter(line: str) -> HeadLine | None:
    """A byline of reporters, who are no speakers: 本报记者 张三."""
    found = _REPORTER.fullmatch(line) if "记者" in line or "员" in line else None
    if found is None or not _OURS.match(found["whose"]):
        return None
    names = found["names"].strip()
    several = re.split(r"[\s、]+", names) if names else []
    if not all(map(is_name, several)) and not is_name("".join(several)):
        return None
    return HeadLine(became="paragraph", stays=True, label="记者")


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
    whole = _HOW_MUCH.fullmatch(inside) or _NOT_SEEN.search(inside)
    return HeadLine(became="furniture") if whole else None


def _bracketed_date(inside: str, zone: tzinfo) -> HeadLine | None:
    """A bracket with a date and something else: a place, a name, an occasion, a print."""
    found = taken_out(inside, zone)
    if found is None:
        return None
    span, rest, clock = found
    rest = _HOW_MUCH.sub(" ", _BETWEEN.sub(" ", rest)).strip()
    if (person := read_person(rest)) and person.certain:  # else it is rather a place
        return HeadLine(became="date", date=span, speaker=person.name)
    if not rest or place_in(rest):
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
    said = re.search(rf"(?:{_NAME})(?:[（(][^（）()]*[）)])?$", words) is not None
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


def read_bare(line: str, zone: tzinfo) -> HeadLine | None:
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
    start = date_at_start(line)
    if start is not None and _AT_MEETING.fullmatch(start[1].strip()) and not _HAS_END.search(line):
        return HeadLine(became="occasion", date=found[0], occasion=line, broken=True)
    return _beside_day(line, *found)


def _beside_day(line: str, span: DateSpan, rest: str, clock: bool) -> HeadLine | None:
    """A day with what stands beside it: nothing, a name, a paper, a place."""
    rest = _HALF_DAY.sub("", without_edition(rest).strip(" ·•"), count=1).strip()
    if span.precision == "day" and (named := _name_and_place(rest)):
        return HeadLine(became="date", date=span, speaker=named)
    if _PAPER.fullmatch(rest):
        return HeadLine(became="publication", published=span, publisher=rest)
    if clock:
        return HeadLine(became="date", published=span) if not rest else None
    person = None if rest.startswith(("于", "在")) else read_person(rest)
    if person is not None:
        return HeadLine(became="date", date=span, speaker=person.name, unsure=not person.certain)
    # 2018-04-20 要闻 is an item of a list; with 年月日 a place may follow.
    placed = place_in(rest) is not None and len(rest) <= _LONGEST_PLACE and _HAN_DATE.search(line)
    return HeadLine(became="date", date=span) if not rest or placed else None


def _name_and_place(text: str) -> str | None:
    """The name in 习近平 · 北京, which stand beside a day; None for anything else."""
    parts = [one for one in _BESIDE.split(text) if one]
    person = read_person(parts[0]) if len(parts) == 2 else None
    if person is None or not person.certain or read_person(parts[1]) is not None:
        return None  # 高雄 2014年10月15日 多云 is the head of a diary
    return person.name if place_in(parts[1]) and len(parts[1]) <= _LONGEST_PLACE else None


def place_in(text: str) -> str | None:
    """A place beside a date; what tells of a revision or a print is none."""
    found = _PLACE.fullmatch(_BETWEEN.sub("", text))
    if found is None or _NO_PLACE.search(found["place"]):
        return None
    return found["place"]
