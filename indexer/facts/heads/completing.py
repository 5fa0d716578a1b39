"""What a head lacks, from elsewhere: the end of the text, its title, a dateline, a file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import islice
from typing import Any, Final

from indexer.facts.heads.dates_in_lines import CHINA, dates_in, read_dateline, read_span
from indexer.facts.heads.file_names import read_file_name
from indexer.facts.heads.head import Head, HeadLine
from indexer.facts.heads.head_lines import is_byline, read_line
from indexer.facts.heads.lines import Line, iter_lines, shown_date, taken_from, understood_line
from indexer.facts.heads.persons import Person, read_person
from indexer.facts.heads.titles import (
    date_in_title,
    may_be_title,
    speaker_in_title,
    without_date,
    without_speaker,
)
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells
from indexer.model.documents import Became, Understood
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.typography import ends_sentence
from indexer.wording.said import Said, said

_LONGEST_DATE_LINE: Final = 60  # characters
_MOST_AT_END = 3
_WIDEST_SIGNATURE = 40  # cells
_LONGEST_NOTE = 200  # characters
_SIGNS = re.compile(r"\s*(?:[敬谨拜][上启]|手[书草启]|亲笔|顿首|上|启)$")
_EDITORS = re.compile(
    rf"\s*[※*＊（(【\[]*\s*(?:这|本文|本篇|此文)是(?P<person>[{HAN}]{{2,12}})(?:于)?"
    rf"(?P<date>[{DIGIT}]{{4}}年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日)(?=在|同|给|致|就)"
    r"[^。]*(?:讲话|报告|演讲|谈话|发言|致辞|信)(?:的(?:一部分|主要部分|节录|要点))?[。）)]"
)


def has_others(blocks: Sequence[Block], head: Head, *, zone: tzinfo = CHINA) -> bool:
    """Whether a title with a date under it stands below `head` again: then it heads one of many.

    The last two blocks may be a signature, and are none.
    """
    for place in range(max(head.stop, 1), _end_of_text(blocks) - 2):
        text = blocks[place].text
        if len(text) > _LONGEST_DATE_LINE or not dates_in(text):
            continue
        line = read_line(text, zone)
        if line is None or line.date is None or line.label or line.subtitle:
            continue
        before = blocks[place - 1]
        if place - 1 >= head.stop and may_be_title(before.text) and not read_line(before.text):
            return True
    return False


def _end_of_text(blocks: Sequence[Block]) -> int:
    """The place after the last block that is no note, nor the heading above notes."""
    end = len(blocks)
    while end and (blocks[end - 1].form == "note" or (end < len(blocks) and blocks[end - 1].level)):
        end -= 1
    return end


def _end_of_bylines(blocks: Sequence[Block], end: int) -> int:
    """The place after the last block before `end` that is no byline of those who edited a page."""
    first = max(0, end - _MOST_AT_END)
    while end > first and is_byline(blocks[end - 1].text):
        end -= 1
    return end


def signed(blocks: Sequence[Block], head: Head, zone: tzinfo = CHINA) -> Head:
    """`head` with the speaker and the date that sign the text, where it has none itself.

    Only a date alone on the last line signs a text, and sentences must precede it. Who made the
    page may be named below it.
    """
    blocks = blocks[: _end_of_bylines(blocks, _end_of_text(blocks))]
    first = max(0, len(blocks) - _MOST_AT_END)
    lines = list(iter_lines(blocks, first))
    lines = [line for line in lines if line.place not in head.dropped and line.place >= head.stop]
    if (head.date is not None and head.speaker is not None) or len(lines) < 2:
        return head
    last = lines[-1]
    line = last.read(zone) if not last.block.level else None
    if line is not None and line.became == "publication" and head.day is None:
        return _published_at_end(blocks, head, last, line)
    torn = _is_torn(last.text) or is_byline(lines[-2].text)  # who made the page dates it
    if line is None or line.date is None or torn or not _signs(line, head):
        return head
    used: list[tuple[Line, Became, dict[str, str]]] = [
        (last, "date", {"date": shown_date(line.date)})
    ]
    speaker = line.speaker
    before = lines[-2]
    person = _signature(before.text) if speaker is None and len(before.text) < 60 else None
    if person is not None and not before.block.level:
        speaker = person.name
        used.insert(0, (before, "speaker", {"speaker": speaker}))
    if head.date is not None and speaker is None:
        return head
    body = [line for line in lines if line not in [one[0] for one in used]]
    if len(body) > 1 and person is None and cells(body[-1].text.strip()) <= _WIDEST_SIGNATURE:
        body = body[:-1]  # a body signs: 国务院办公厅
    text = body[-1].text if body else (blocks[first - 1].text if first else "")
    if not ends_sentence(text) and "敬礼" not in text and text.strip()[-1:] != "礼":
        return head
    dropped, rests = taken_from(blocks, [one[0] for one in used])
    return replace(
        head,
        date=line.date,
        date_from=head.date_from if head.date else "end",
        speaker=head.speaker or speaker,
        used=(*head.used, *(understood_line(*one) for one in used)),
        dropped=head.dropped | dropped,
        rests=(*head.rests, *rests),
    )


def _is_torn(text: str) -> bool:
    """Whether a line was broken inside a bracket: 2018年4月20日）."""
    return text.count("（") != text.count("）") or text.count("(") != text.count(")")


def _signs(line: HeadLine, head: Head) -> bool:
    """Whether a last line signs a text: with a day alone, and none other than that of the head."""
    if line.label or line.occasion or line.subtitle:
        return False
    alone = line.date is not None and line.date.precision == "day"
    return alone and head.date in (None, line.date)


def _signature(text: str) -> Person | None:
    """The person whose name is all of a signature but its last word: 毛泽东上."""
    return read_person(text) or read_person(_SIGNS.sub("", text.strip()))


def _published_at_end(blocks: Sequence[Block], head: Head, last: Line, line: HeadLine) -> Head:
    """`head` with the publication that the last line names: （新华社北京2015年7月24日电）."""
    if line.published is None or line.stays:
        return head
    facts = {"published": shown_date(line.published)}
    dropped, rests = taken_from(blocks, [last])
    return replace(
        head,
        published=line.published,
        publisher=head.publisher or line.publisher,
        date_from=head.date_from or "end",
        used=(*head.used, understood_line(last, "publication", facts)),
        dropped=head.dropped | dropped,
        rests=(*head.rests, *rests),
    )


def completed(blocks: Sequence[Block], head: Head, path: str, zone: tzinfo = CHINA) -> Head:
    """`head` with what its title, its end, a dateline and the file's name say, in this order."""
    head = _with_title_read(signed(blocks, head, zone))
    if head.date is None:
        head = _with_editors_note(blocks, head)
    if head.day is not None and head.title is not None:
        return head
    name = read_file_name(path)
    if head.day is None and (dateline := _dateline(blocks, head, name.year)):
        span, block = dateline
        begins = block.text[:_LONGEST_DATE_LINE]
        reason = None if dates_in(begins) else said("reading.date_of_dateline")
        used = (*head.used, _outside(begins, span, reason, block.lines))
        head = replace(head, published=span, date_from="dateline", used=used)
    if head.day is None and name.date is not None:
        used = (*head.used, _outside(name.written, name.date, said("reading.date_of_name")))
        head = replace(head, date=name.date, date_from="file name", used=used)
    if head.title is None and name.title is not None and name.date is not None:
        speaker = head.speaker or speaker_in_title(name.title)
        head = replace(head, title=name.title, speaker=speaker)
    return head


def _with_title_read(head: Head) -> Head:
    """`head` with the speaker and the day that its title names, and a title without them."""
    if head.title is None:
        return head
    title = head.title
    changes: dict[str, Any] = {}
    if speaker := head.speaker or speaker_in_title(title):
        title = without_speaker(title, speaker)
        changes["speaker"] = speaker
    if head.day is None and (span := date_in_title(title, of_person=bool(speaker))):
        facts = ("date", shown_date(span))
        used = tuple(
            replace(one, facts=(*one.facts, facts)) if one.became == "title" else one
            for one in head.used
        )
        title = without_date(title)
        changes |= {"date": span, "date_from": "title", "used": used}
    return replace(head, title=title, **changes) if changes else head


def _with_editors_note(blocks: Sequence[Block], head: Head) -> Head:
    """`head` with what the editors say: 这是习近平同志2021年5月28日在…大会上的讲话。

    The note is the first or the last of the text, and stays there.
    """
    text = [block for place, block in enumerate(blocks) if place not in head.dropped]
    for block in dict.fromkeys((*text[:1], *text[-_MOST_AT_END:])):
        found = _EDITORS.match(block.text) if len(block.text) <= _LONGEST_NOTE else None
        span = read_span(found["date"]) if found else None
        if found is None or span is None or dates_in(block.text[found.end("date") :]):
            continue
        person = read_person(found["person"])
        speaker = head.speaker or (person.name if person and person.certain else None)
        used = (*head.used, _outside(block.text, span, None, block.lines))
        return replace(head, date=span, speaker=speaker, date_from="head", used=used)
    return head


def _outside(
    text: str, span: DateSpan, reason: Said | None, lines: tuple[int, int] | None = None
) -> Understood:
    """A date that no line of the head is."""
    facts = (("date", shown_date(span)),)
    return Understood(lines=lines, text=text, became="date", facts=facts, reason=reason)


def _dateline(
    blocks: Sequence[Block], head: Head, year: int | None
) -> tuple[DateSpan, Block] | None:
    """The day of 新华社北京4月20日电 at the head of the text, if its year is known."""
    text = (block for place, block in enumerate(blocks) if place not in head.dropped)
    for block in islice(text, _MOST_AT_END):
        if found := read_dateline(block.text):
            named, month, day = found
            known = named or year
            line = read_line(f"{known}年{month}月{day}日") if known else None
            return (line.date, block) if line and line.date else None
    return None
