"""The head of a text, read from its blocks, whatever format they are of.

A head is a run of lines of which each is understood: a title of one to three lines, then subtitle,
occasion, speaker, date and publication in any order; dates and labels may precede the title. The
first line that is not understood ends it. What a line says alone is the work of `head_lines`.

    >>> from indexer.formats.blocks import line_blocks
    >>> lines = "论持久战\\n（一九三八年五月）\\n毛泽东\\n\\n抗日战争是持久战。".split("\\n")
    >>> head = read_head(tuple(line_blocks(lines)))
    >>> head.title, head.speaker, head.date.first
    ('论持久战', '毛泽东', datetime.date(1938, 5, 1))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from itertools import islice
from typing import Any, Final

from indexer.facts.heads.file_names import read_file_name
from indexer.facts.heads.head import NO_HEAD, DateFrom, Head
from indexer.facts.heads.head_lines import (
    CHINA,
    LONGEST_LINE,
    HeadLine,
    dates_in,
    read_dateline,
    read_line,
)
from indexer.facts.heads.persons import read_person
from indexer.facts.heads.titles import (
    date_in_title,
    is_title_alone,
    joined_title,
    may_be_title,
    speaker_in_title,
    without_speaker,
)
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import joined
from indexer.model.documents import Became, Understood
from indexer.text.dates import DateSpan
from indexer.text.typography import ends_sentence

_MOST_LINES: Final = 14
"""Lines of a head, the title included; the most that were seen are eleven."""

_MOST_TITLE_LINES = 3
_MOST_BEFORE = 4
_MOST_AT_END = 3
_TEXT_LABEL = re.compile(r"\s*[【\[]?(?:正\s*文|全\s*文)[】\]]?\s*[：:]\s*")
_NOTICE = re.compile(r"(?:通知|启事|公告|预告|邀请函|邀请信|请柬|议程|日程|安排|公示|通告)$")
"""A text that invites to something: the time in it is that of the event."""

_EVENT_LABELS = ("时间", "日期", "会议时间")
_DATED = ("date", "occasion", "subtitle", "publication")


@dataclass(slots=True)
class _Line:
    """A line that may be one of the head.

    Attributes:
        place: the place of its block.
        part: which of the lines of the block it is.
        parts: how many lines the block has.
        block: the line itself.
    """

    place: int
    part: int
    parts: int
    block: Block
    _read: HeadLine | None = None
    _known: bool = False

    @property
    def text(self) -> str:
        return self.block.text

    def read(self, zone: tzinfo) -> HeadLine | None:
        """What it says, read once."""
        if not self._known:
            self._read = read_line(self.text, zone) if len(self.text) <= LONGEST_LINE else None
            self._known = True
        return self._read


@dataclass(slots=True)
class _Reading:
    """A head while it is being read."""

    zone: tzinfo
    title: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    used: list[tuple[_Line, Became, dict[str, str]]] = field(default_factory=list)
    staying: list[_Line] = field(default_factory=list)
    unsure: _Line | None = None
    unsure_name: str = ""

    def take(self, line: _Line) -> bool:
        """Whether `line` belongs to the head; what it says is then known."""
        said = line.read(self.zone)
        if said is None or not self._fits(said):
            return False
        given = {
            name: getattr(said, name)
            for name in ("date", "published", "occasion", "subtitle", "publisher", "title")
            if getattr(said, name) is not None
        }
        if said.speaker and not said.unsure:
            given["speaker"] = said.speaker
        if said.unsure:
            self.unsure, self.unsure_name = line, said.speaker or ""
        if "title" in given:
            self.title = given["title"]
        self.facts.update(given)
        if said.text is None or not said.text:
            shown = {name: _shown(value) for name, value in given.items()}
            became: Became = said.became  # type: ignore[assignment]
            self.used.append((line, became, shown))
            if said.stays:
                self.staying.append(line)
        return True

    def _fits(self, said: HeadLine) -> bool:
        """Whether nothing that `said` says is known already, or says something else."""
        if said.speaker and ("speaker" in self.facts or self.unsure is not None):
            return False
        if said.label in _EVENT_LABELS and _NOTICE.search(self.title or ""):
            return False
        if said.title is not None and self.title is not None:
            return False
        names = ("date", "published", "occasion", "subtitle", "publisher")
        if said.stays and said.published is not None and said.label == "":
            # A statute is passed, and amended later: the last of such days is its date.
            known = self.facts.get("published")
            return known is None or said.published.first >= known.first
        return not any(getattr(said, name) is not None and name in self.facts for name in names)

    def settle(self) -> None:
        """Decide about a name that may be any word: it is one beside a date or an occasion."""
        if self.unsure is None:
            return
        dated = any(name in self.facts for name in ("date", "published", "occasion"))
        if dated and "speaker" not in self.facts:
            self.facts["speaker"] = self.unsure_name
            for line, _, shown in self.used:
                if line is self.unsure:
                    shown["speaker"] = self.unsure_name
        else:
            self.used = [one for one in self.used if one[0] is not self.unsure]


def _shown(value: object) -> str:
    if isinstance(value, DateSpan):
        return shown_date(value)
    return str(value)


def shown_date(span: DateSpan) -> str:
    """A date in one word: 2018-04-20, 1938-05, 1956-04-21/1956-04-30."""
    length = {"day": 10, "month": 7, "year": 4}[span.precision]
    if span.days:
        return "、".join(day.isoformat() for day in span.days)
    first, last = span.first.isoformat()[:length], span.last.isoformat()[:length]
    return first if first == last else f"{first}/{last}"


def read_head(
    blocks: Sequence[Block],
    start: int = 0,
    *,
    title: str | None = None,
    titled: int | None = None,
    zone: tzinfo = CHINA,
) -> Head:
    """The head that begins with the block at `start`.

    Args:
        blocks: the blocks of a file.
        start: where the head may begin.
        title: the title, where it is known already.
        titled: the place of the block that is that title; what precedes it is head if all of it is.
        zone: the zone in which timestamps become dates.

    Returns:
        The head, `NO_HEAD` where there is none.
    """
    if titled is not None:
        return _below_title(blocks, start, titled, zone)
    lines = list(islice(_lines(blocks, start), _MOST_LINES + 1))
    reading = _Reading(zone, title)
    at = _take_all(reading, lines[:_MOST_BEFORE], 0)
    if reading.title is None:
        count = _title_lines(lines, at, zone)
        if count == 0:
            count = _title_below_date(reading, lines, at)
        if count == 0:
            return NO_HEAD
        reading.title = joined_title([line.text for line in lines[at : at + count]])
        for line in lines[at : at + count]:
            reading.used.append((line, "title", {}))
        reading.used[-1][2]["title"] = reading.title
        at = _take_all(reading, lines, at + count)
    else:
        at = _take_all(reading, lines, at)
    reading.settle()
    return _head(reading, blocks, lines, at)


def _below_title(blocks: Sequence[Block], start: int, titled: int, zone: tzinfo) -> Head:
    """The head around the block at `titled`, which is the title."""
    reading = _Reading(zone, blocks[titled].text)
    before = list(islice(_lines(blocks, start), _MOST_BEFORE + 1))
    before = [line for line in before if line.place < titled]
    if titled - start > _MOST_BEFORE or not all(map(reading.take, before)):
        reading = _Reading(zone, blocks[titled].text)
    title = _Line(titled, 0, 1, blocks[titled])
    reading.used.append((title, "title", {"title": title.text}))
    lines = list(islice(_lines(blocks, titled + 1), _MOST_LINES + 1))
    at = _continued_title(reading, lines)
    reading.settle()
    return _head(reading, blocks, lines, at)


def read_plain_head(blocks: Sequence[Block], *, zone: tzinfo = CHINA) -> Head:
    """The head of lines, in which a first short line that ends no sentence is a title as well."""
    head = read_head(blocks, zone=zone)
    if head.title is not None or not blocks:
        return head
    stanza = [blocks[0].text]
    for block in islice(blocks, 1, None):
        if block.opens:
            break
        stanza.append(block.text)
    if read_line(stanza[0], zone) or not is_title_alone(stanza, others=len(blocks) > len(stanza)):
        return head
    return read_head(blocks, titled=0, zone=zone)


def title_and_date_at(blocks: Sequence[Block], place: int, *, zone: tzinfo = CHINA) -> Head | None:
    """The head of a work that begins at `place` of a file: a title with a date under it.

    It is asked of every line that may be a title, so it looks at four lines, and reads them only
    where one of them may contain a date.
    """
    block = blocks[place]
    if len(block.text) > 2 * LONGEST_LINE or not may_be_title(block.text):
        return None
    near = blocks[place + 1 : place + 6]
    if not any(len(one.text) <= LONGEST_LINE and dates_in(one.text) for one in near):
        return None
    head = read_head(blocks, place, zone=zone)
    if head.title is None or head.date is None or head.stop <= place + 1:
        return None
    return head


def signed(blocks: Sequence[Block], head: Head, zone: tzinfo = CHINA) -> Head:
    """`head` with the speaker and the date that sign the text, where it has none itself.

    Only a date alone on the last line signs a text, and sentences must precede it.
    """
    if head.date is not None or not blocks:
        return head
    first = max(0, len(blocks) - _MOST_AT_END)
    lines = list(_lines(blocks, first))
    lines = [line for line in lines if line.place not in head.dropped and line.place >= head.stop]
    if len(lines) < 2:
        return head
    last = lines[-1]
    said = last.read(zone) if not last.block.level else None
    if said is None or said.date is None or said.label or said.occasion or said.subtitle:
        return head
    if said.date.precision != "day" or last.part == 0 < last.parts - 1:
        return head
    used: list[tuple[_Line, Became, dict[str, str]]] = [
        (last, "date", {"date": shown_date(said.date)})
    ]
    speaker = said.speaker
    before = lines[-2]
    person = read_person(before.text) if speaker is None and len(before.text) < 60 else None
    if person is not None and not before.block.level:
        speaker = person.name
        used.insert(0, (before, "speaker", {"speaker": speaker}))
    body = [line for line in lines if line not in [one[0] for one in used]]
    text = body[-1].text if body else (blocks[first - 1].text if first else "")
    if not ends_sentence(text) and "敬礼" not in text and text.strip()[-1:] != "礼":
        return head
    dropped, rests = _taken(blocks, [one[0] for one in used])
    return replace(
        head,
        date=said.date,
        date_from="end",
        speaker=head.speaker or speaker,
        used=(*head.used, *(_understood(*one) for one in used)),
        dropped=head.dropped | dropped,
        rests=(*head.rests, *rests),
    )


def completed(blocks: Sequence[Block], head: Head, path: str, zone: tzinfo = CHINA) -> Head:
    """`head` with what its title, its end, a dateline and the file's name say, in this order."""
    head = signed(blocks, head, zone)
    if head.title is not None:
        speaker = head.speaker or speaker_in_title(head.title)
        head = replace(head, speaker=speaker, title=without_speaker(head.title, speaker))
    if head.day is None and head.title and (span := date_in_title(head.title)):
        head = replace(head, date=span, date_from="title")
    name = read_file_name(path)
    if head.day is None and (span := _dateline(blocks, head, name.year)):
        head = replace(head, published=span, date_from="dateline")
    if head.day is None and name.date is not None:
        head = replace(head, date=name.date, date_from="file name")
    if head.title is None and name.title is not None and name.date is not None:
        speaker = head.speaker or speaker_in_title(name.title)
        head = replace(head, title=name.title, speaker=speaker)
    return head


def _dateline(blocks: Sequence[Block], head: Head, year: int | None) -> DateSpan | None:
    """The day of 新华社北京4月20日电 at the head of the text, if its year is known."""
    text = (block for place, block in enumerate(blocks) if place not in head.dropped)
    for block in islice(text, 3):
        if found := read_dateline(block.text):
            named, month, day = found
            known = named or year
            if known is None:
                return None
            said = read_line(f"{known}年{month}月{day}日")
            return said.date if said else None
    return None


def _lines(blocks: Sequence[Block], start: int) -> Iterator[_Line]:
    """The lines from the block at `start` on: those of its parts, where a block has some."""
    for place in range(start, len(blocks)):
        block = blocks[place]
        if len(block.parts) > 1 and not block.level:
            for part, line in enumerate(block.parts):
                yield _Line(place, part, len(block.parts), line)
        else:
            yield _Line(place, 0, 1, block)


def _take_all(reading: _Reading, lines: Sequence[_Line], at: int) -> int:
    """Take the lines from `at` on as long as they are head; return where they end."""
    while at < len(lines):
        line = lines[at]
        if label := _TEXT_LABEL.match(line.text):
            rest = line.text[label.end() :]
            line.block = replace(line.block, text=rest)
            if not rest.strip():
                reading.used.append((line, "furniture", {}))
                at += 1
            return at
        if not reading.take(line):
            break
        at += 1
    return at


def _title_lines(lines: Sequence[_Line], at: int, zone: tzinfo) -> int:
    """How many lines from `at` on are the title; 0 where nothing below them shows that they are.

    They are short, and a date, an occasion, a subtitle or a speaker follows.
    """
    for count in range(1, _MOST_TITLE_LINES + 1):
        if at + count > len(lines):
            return 0
        line = lines[at + count - 1]
        if not may_be_title(line.text) or line.read(zone) is not None or line.part != 0 < count - 1:
            return 0
        if _is_followed(lines, at + count, zone):
            return count
    return 0


def _title_below_date(reading: _Reading, lines: Sequence[_Line], at: int) -> int:
    """1 where the line below a date is a title, since a blank line or a sentence follows it."""
    if "date" not in reading.facts or at + 1 >= len(lines):
        return 0
    line, after = lines[at], lines[at + 1]
    fits = may_be_title(line.text) and line.read(reading.zone) is None and line.parts == 1
    return int(fits and (after.block.opens or ends_sentence(after.text)))


def _is_followed(lines: Sequence[_Line], at: int, zone: tzinfo) -> bool:
    """Whether the line at `at` is head without a doubt: a name alone needs a date beside it."""
    for line in lines[at : at + 3]:
        said = line.read(zone)
        if said is None:
            return False
        if said.became in _DATED or (said.speaker and not said.unsure) or said.label:
            return True
    return False


def _continued_title(reading: _Reading, lines: Sequence[_Line]) -> int:
    """Take the head below a title that is known, which one more line may be part of."""
    at = _take_all(reading, lines, 0)
    if at or not lines:
        return at
    line = lines[0]
    if line.parts == 1 and may_be_title(line.text) and line.read(reading.zone) is None:
        followed = _is_followed(lines, 1, reading.zone)
        heads = line.block.level == 1 or not line.block.level
        if followed and heads:
            assert reading.title is not None
            reading.title = joined_title([reading.title, line.text])
            reading.used.append((line, "title", {"title": reading.title}))
            return _take_all(reading, lines, 1)
    return 0


def _head(reading: _Reading, blocks: Sequence[Block], lines: Sequence[_Line], at: int) -> Head:
    gone = [line for line, *_ in reading.used if line not in reading.staying]
    dropped, rests = _taken(blocks, gone)
    cut = {line.place: line.block for line in lines if line.text != blocks[line.place].text}
    labelled = [
        (place, block)
        for place, block in cut.items()
        if place not in dropped and place not in dict(rests) and not blocks[place].parts
    ]
    stop = lines[at].place if at < len(lines) else len(blocks)
    facts = {name: value for name, value in reading.facts.items() if name != "title"}
    where: DateFrom | None = "head" if facts.get("date") or facts.get("published") else None
    return Head(
        title=reading.title,
        date_from=where,
        used=tuple(_understood(*one) for one in reading.used),
        dropped=dropped,
        rests=(*rests, *labelled),
        apart=frozenset(line.place for line in reading.staying if line.parts == 1),
        stop=stop,
        **facts,
    )


def _taken(
    blocks: Sequence[Block], gone: Sequence[_Line]
) -> tuple[frozenset[int], tuple[tuple[int, Block], ...]]:
    """The blocks that are wholly gone, and what is left of those of which some lines are."""
    by_place: dict[int, set[int]] = {}
    for line in gone:
        by_place.setdefault(line.place, set()).add(line.part)
    dropped = {place for place, parts in by_place.items() if len(parts) >= _count(blocks[place])}
    rests = []
    for place, parts in by_place.items():
        if place not in dropped:
            left = [part for at, part in enumerate(blocks[place].parts) if at not in parts]
            rests.append((place, replace(joined(left), form=blocks[place].form)))
    return frozenset(dropped), tuple(rests)


def _count(block: Block) -> int:
    return len(block.parts) if len(block.parts) > 1 and not block.level else 1


def _understood(line: _Line, became: Became, facts: dict[str, str]) -> Understood:
    return Understood(
        lines=line.block.lines, text=line.text.strip(), became=became, facts=tuple(facts.items())
    )
