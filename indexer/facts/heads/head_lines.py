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
    CHINA,
    dates_in,
    read_span,
    taken_out,
)
from indexer.facts.heads.head import HeadLine
from indexer.facts.heads.labels import FIRST_PRINTED, Labelled, split_labels
from indexer.facts.heads.persons import labelled_person, read_person
from indexer.facts.heads.unlabelled import (
    place_in,
    read_bare,
    read_unlabelled,
    without_edition,
)
from indexer.text.marks import (
    CLAUSE_ENDS,
    PAUSES,
)
from indexer.text.simplified import simplified
from indexer.text.typography import ends_sentence

LONGEST_LINE: Final = 240
"""In characters; a longer line is text. The longest of a head are those that pass a statute."""

_NEVER_LAST = PAUSES  # of a line that says anything of a text
OF_ANYTHING: Final = ("时间", "日期")
"""Labels of a date that is that of publication beside 来源：, and of the words elsewhere."""

_STRAY = re.compile(r"(?<=[）)〕\]])[?？＊※*]{1,2}$")
"""What a lost character or the mark of a note leaves behind a bracket: （一九五四年一月）?."""

_LONGEST_BYLINE = 60  # characters
_KEPT = 256  # lines of one head, read from more than one place
_WORDS = ("speaker", "occasion", "subtitle", "title", "publisher", "text")


@lru_cache(_KEPT)
def read_line(text: str, zone: tzinfo = CHINA) -> HeadLine | None:
    """What the line `text` says, None where it is no line of a head."""
    line = _STRAY.sub("", text.strip(" \t\u3000\xa0*_"))
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


def is_byline(text: str) -> bool:
    """Whether a line says who made a page, or what is stamped on it: 责任编辑：李四.

    >>> is_byline("责任编辑：李四"), is_byline("（新华社北京6月30日电）"), is_byline("记者：你好！")
    (True, True, False)
    """
    if len(text) > _LONGEST_BYLINE or ends_sentence(text):
        return False
    line = read_line(text)
    if line is None:
        return False
    dated = line.date or line.published or line.speaker
    return not dated and ((line.became == "paragraph" and line.stays) or _is_dateline(line))


def _is_dateline(line: HeadLine) -> bool:
    return line.became == "publication" and not line.label


def _as_written(words: str | None, simple: str, line: str) -> str | None:
    """`words` of the simplified line as the line has them."""
    at = simple.find(words) if words else -1
    return line[at : at + len(words)] if words and at >= 0 else words


def _read_simple(line: str, zone: tzinfo) -> HeadLine | None:
    if first := FIRST_PRINTED.fullmatch(line.strip()):
        line = f"原载：{first['print']}"
    before, labelled = split_labels(line)
    if labelled:
        return _labelled_line(before, labelled, zone)
    return read_unlabelled(line, zone)


def _labelled_line(before: str, labelled: tuple[Labelled, ...], zone: tzinfo) -> HeadLine | None:
    """A line with labels. What is not understood in it leaves it a text."""
    line = HeadLine(became="publication")
    known = False
    if before:
        bare = read_bare(before, zone)
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
    if line.publisher and line.date and any(one.label in OF_ANYTHING for one in labelled):
        line = replace(line, date=None, published=line.published or line.date)
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
        if rest and not place_in(rest):
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
    rest = without_edition(rest)
    if rest and not _is_publisher(rest):
        return None
    return replace(line, published=line.published or span, publisher=rest or line.publisher)


def _is_publisher(text: str) -> bool:
    return 1 < len(text) <= 40 and not re.search(rf"[{CLAUSE_ENDS}]|https?:", text)
