"""One record: its fields, understood.

>>> from indexer.sources.source_text import CHINA
>>> record = SourceRecord({"text": "核心技术…", "chapter": "第七章 突破"}, (1, 1))
>>> RecordReader(CHINA).read(record).chapter_no
7
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import tzinfo
from functools import lru_cache
from typing import Any

from indexer.facts.finishing import too_long
from indexer.facts.heads.persons import read_person
from indexer.facts.stated import not_understood, read_date
from indexer.formats.records import SourceRecord
from indexer.model.fields import TEXT_FACTS, Facts
from indexer.model.limits import DEFAULT, Limits
from indexer.text.controls import without_controls
from indexer.text.dates import DateSpan
from indexer.text.numerals import NUMERAL, parse_numeral
from indexer.value import value
from indexer.wording.said import said

_COUNTED = re.compile(rf"第\s*([{NUMERAL}]+)\s*[章篇编讲]")
_HIGHEST = 9_999
_READ = ("doc", "title", *(name for name in TEXT_FACTS if name not in ("chapter", "alias")))
"""The fields of a record that are kept under the same name and as they are."""
RECORD_NAMES = frozenset((*_READ, "text", "date", "chapter", "id"))
"""The fields of a record that are read."""
_NUMBERED = re.compile(rf"[（(]?([{NUMERAL}]+)(?:[）)、，,.．:：\s]|$)")


@value(frozen=True, slots=True, kw_only=True)
class ReadRecord(Facts):
    """The fields of a record, None where it has none; its `id` is the `alias`.

    Attributes:
        problems: what is wrong with single fields, which are then None.
    """

    text: str
    doc: str | None
    title: str | None
    date: DateSpan | None
    problems: tuple[str, ...]


class RecordReader:
    """Reads records, and caches the meaning of dates and chapters: most are repeated.

    Args:
        zone: the zone in which timestamps become dates.
        limits: what is too large to be kept; a text over its limit is left to be reported later.
    """

    def __init__(self, zone: tzinfo, limits: Limits = DEFAULT) -> None:
        self._limits = limits
        self._date: Callable[[str], DateSpan | None] = lru_cache(10_000)(
            lambda text: read_date(text, zone)
        )
        self._person = lru_cache(10_000)(read_person)
        self._chapter_no = lru_cache(10_000)(chapter_number)
        self._heading = lru_cache(10_000)(lambda text: " ".join(text.split()))

    def read(self, record: SourceRecord) -> ReadRecord:
        """What a record says.

        Raises:
            ValueError: it is none, or has no text; the message is one line.
        """
        if record.fault is not None:
            raise ValueError(record.fault)
        fields = record.fields
        problems: list[str] = []
        text = _text(fields, problems)
        if text is None:
            raise ValueError(problems[0] if problems else said("reading.record_text"))
        date = self._fact(fields, "date", problems)
        span = self._date(date) if date else None
        if date and span is None:
            problems.append(not_understood(date))
        chapter = self._fact(fields, "chapter", problems)
        if chapter:
            chapter = self._heading(chapter)
        read: dict[str, Any] = {
            name: self._fact(fields, name, problems) if name in fields else None for name in _READ
        }
        if read["speaker"] is None and "author" in fields:
            author = self._fact(fields, "author", problems)
            person = self._person(author) if author else None
            read["speaker"] = person.name if person else None
        return ReadRecord(
            text=text,
            date=span,
            chapter=chapter,
            chapter_no=self._chapter_no(chapter) if chapter else None,
            **read,
            alias=self._fact(fields, "id", problems),
            problems=tuple(problems),
        )

    def _fact(self, fields: dict[str, Any], name: str, problems: list[str]) -> str | None:
        """A field in one line, None where it is empty or too long."""
        raw = fields.get(name)
        if raw is None:
            return None
        if type(raw) is str and len(raw) <= self._limits.field_characters and raw.isprintable():
            return raw.strip() or None  # as nearly all are
        value = _string(fields, name, problems)
        if value is None:
            return None
        if len(value) > self._limits.field_characters:
            problems.append(too_long(name, value, self._limits))
            return None
        if value.isprintable():
            return value
        return " ".join(without_controls(value).splitlines()).strip() or None


def chapter_number(heading: str) -> int | None:
    """The number that a chapter's heading begins with: 第三章, 三、, （三）, 3. or a bare 3.

    None where it has none, or one so high that it counts something else.
    """
    match = _COUNTED.match(heading) or _NUMBERED.match(heading)
    if match is None:
        return None
    try:
        number = parse_numeral(match[1])
    except ValueError:
        return None
    return number if number <= _HIGHEST else None


def _text(fields: dict[str, Any], problems: list[str]) -> str | None:
    """The text, its lines ended by line feeds."""
    text = _string(fields, "text", problems)
    if text is None or "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _string(fields: dict[str, Any], name: str, problems: list[str]) -> str | None:
    """The field as a string; a number is written out, an empty one is not there."""
    value = fields.get(name)
    if value is None:
        return None
    if type(value) is str:
        return value.strip() or None
    if type(value) in (int, float):
        return str(value)
    problems.append(said("reading.record_field", name=name))
    return None
