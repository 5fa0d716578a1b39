"""One record: its fields, understood.

Of the records of a file most share all their fields but the text and the id with others, and so
these are understood once for all that have the same.

>>> from indexer.sources.source_text import CHINA
>>> record = SourceRecord({"text": "核心技术…", "chapter": "第七章 突破"}, (1, 1))
>>> RecordReader(CHINA).read(record).shared.facts["chapter_no"]
7
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from indexer.facts.finishing import too_long
from indexer.facts.heads.persons import is_name, read_person
from indexer.facts.heads.titles import speaker_in_title
from indexer.facts.speeches import declared
from indexer.facts.stated import not_understood
from indexer.formats.blocks import Stated, Statement
from indexer.formats.records import SourceRecord
from indexer.model.fields import TEXT_FACTS
from indexer.model.limits import DEFAULT, Limits
from indexer.sources.source_text import with_separators
from indexer.text.controls import without_controls
from indexer.text.numerals import NUMERAL, parse_numeral
from indexer.text.timestamps import read_date
from indexer.wording.said import said

_COUNTED = re.compile(rf"第\s*([{NUMERAL}]+)\s*[章篇编讲]")
_HIGHEST = 9_999
_KEPT = tuple(name for name in TEXT_FACTS if name not in ("chapter", "alias"))
"""The fields of a record that are kept under the same name and as they are."""
_OF_PASSAGES = tuple(name for name in _KEPT if name not in ("speaker", "speech"))
"""Those that are true of a single passage only."""
_STATED = ("title", "date", "speaker", "author", "speech", "type")
"""The fields that a document may state about itself."""
_SHARED = ("doc", "title", "date", "chapter", "author", "type", *_KEPT)
"""The fields that records share with others."""
RECORD_NAMES = frozenset((*_SHARED, "text", "id"))
"""The fields of a record that are read."""
_MOST_CACHED = 10_000
_NUMBERED = re.compile(rf"[（(]?([{NUMERAL}]+)(?:[）)、，,.．:：\s]|$)")


@dataclass(frozen=True, slots=True)
class SharedFields:
    """What a record says besides its text and its id.

    Attributes:
        doc: the name of its document, None where it has none.
        title: the title of the document, None where it has none.
        attributed: whether it names a speech.
        single: whether it says something that is true of a single passage only: a speech by its
            title, a chapter or section, a source, pages.
        facts: what its paragraphs have, ready to be given to them, without what is not known.
        problems: what is wrong with single fields, which are then None.
    """

    doc: str | None
    title: str | None
    attributed: bool
    single: bool
    facts: dict[str, Any]
    problems: tuple[str, ...]


@dataclass(slots=True)
class ReadRecord:
    """The fields of a record. Made once for each of many.

    Attributes:
        text: its text.
        alias: its id, None where it has none.
        shared: what else it says.
        problems: what is wrong with its text and its id.
    """

    text: str
    alias: str | None
    shared: SharedFields
    problems: list[str]


class RecordReader:
    """Reads records, and caches the meaning of what many of them share.

    Args:
        zone: the zone in which timestamps become dates.
        limits: what is too large to be kept; a text over its limit is left to be reported later.
    """

    def __init__(self, zone: tzinfo, limits: Limits = DEFAULT) -> None:
        self._limits = limits
        self._cached: dict[tuple[Any, ...], SharedFields] = {}
        self._zone = zone

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
        alias = self._fact(fields, "id", problems) if "id" in fields else None
        return ReadRecord(text, alias, self._shared(fields), problems)

    def stated(self, record: SourceRecord) -> Stated:
        """What a record that is a whole document states about it."""
        line = record.lines[0]
        texts = {name: self._fact(record.fields, name, []) for name in _STATED}
        date = texts["date"]
        if date and read_date(date, self._zone) is None:
            texts["date"] = None  # which is reported as a problem with the record
        return Stated(**{name: Statement(text, line) for name, text in texts.items() if text})

    def _shared(self, fields: dict[str, Any]) -> SharedFields:
        """What a record says besides its text and its id: that of another with the same fields."""
        raw = tuple(map(fields.get, _SHARED))
        try:
            if shared := self._cached.get(raw):
                return shared
        except TypeError:  # a list or a record, which no field should be
            return self._understood(fields)
        shared = self._understood(fields)
        if all(value is None or type(value) is str for value in raw):  # 1, 1.0 and true are equal
            if len(self._cached) >= _MOST_CACHED:
                self._cached.clear()
            self._cached[raw] = shared
        return shared

    def _understood(self, fields: dict[str, Any]) -> SharedFields:
        problems: list[str] = []
        written = self._fact(fields, "date", problems)
        date = read_date(written, self._zone) if written else None
        if written and date is None:
            problems.append(not_understood(written))
        chapter = self._fact(fields, "chapter", problems)
        doc, title = self._fact(fields, "doc", problems), self._fact(fields, "title", problems)
        facts: dict[str, Any] = {name: self._fact(fields, name, problems) for name in _KEPT}
        if facts["speaker"] is None and (author := self._fact(fields, "author", problems)):
            person = read_person(author)
            facts["speaker"] = person.name if person else None
        kind = fields.get("type")
        is_one, name = declared(facts["speech"], kind if type(kind) is str else None)
        facts["speech"] = name or (title if is_one else None)
        attributed = facts["speech"] is not None
        if facts["speaker"] and _is_anothers(facts["speech"] or "", facts["speaker"]):
            facts["speaker"] = None  # the speech says that it is another's
        single = bool(name or chapter) or any(facts[one] for one in _OF_PASSAGES)
        if chapter:
            facts["chapter"] = " ".join(chapter.split())
            facts["chapter_no"] = chapter_number(facts["chapter"])
        if date:
            facts["date"] = date
            facts["date_kind"] = "speech" if attributed else "publication"
        facts["role"] = "speech" if attributed else "article"
        known = {name: value for name, value in facts.items() if value is not None}
        return SharedFields(doc, title, attributed, single, known, tuple(problems))

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


def _is_anothers(speech: str, speaker: str) -> bool:
    """Whether the title of a speech names another person than `speaker` as who gave it."""
    before, colon, _ = speech.partition("：")
    named = before if colon and is_name(before) else speaker_in_title(speech)
    return named not in (None, speaker)


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
    raw = fields.get("text")
    if type(raw) is str and raw.isprintable():
        return raw.strip() or None  # as most are
    text = _string(fields, "text", problems)
    if text is None or text.isprintable():
        return text
    return with_separators(text.replace("\r\n", "\n").replace("\r", "\n"))


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
