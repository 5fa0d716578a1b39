"""JSON: records, one a line or in one array.

Known fields are `text` (needed), `doc`, `title`, `date`, `speech`, `chapter`, `section`, `source`,
`pages` and `id`; others are ignored. What cannot be read is reported, the others are indexed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

import orjson

from indexer.errors import SourceError
from indexer.formats.records import Records, SourceRecord
from indexer.sources.source_text import SourceText
from indexer.text.controls import without_invisible
from indexer.wording.said import said

NAME = "json-lines"

_RECORDS = re.compile(r"\s*\[\s*\{\s*\"")
_RECORD_OR_ARRAY = re.compile(r"\s*[\[{]")
_BLANKS = re.compile(r"[ \t\n\r]*")
_ARRAY_HEAD_LINES = 50
"""The number of lines in which an array must begin."""

_FIRST_LINES = 20
"""The number of lines that show whether a file has a record a line."""


def recognises(source: SourceText) -> bool:
    return _has_record_lines(source) or _is_array(source)


def read(source: SourceText) -> Records:
    """The records of `source`."""
    found = _line_records(source) if _has_record_lines(source) else _array_records(source)
    return Records(
        format=NAME, path=source.path, records=found, zone=source.zone, limits=source.limits
    )


def _has_record_lines(source: SourceText) -> bool:
    """Whether most of the first lines begin like an object, and one of them is one.

    Where all of them are broken, the name decides whether they were meant to be.
    """
    written = (line.strip() for line in source.lines)
    first = [*islice(filter(None, written), _FIRST_LINES)]
    opened = [line for line in first if line.startswith("{")]
    if 2 * len(opened) <= len(first) or first[0].startswith("["):
        return False
    return source.path.lower().endswith((".jsonl", ".ndjson")) or any(map(_is_object, opened))


def _line_records(source: SourceText) -> Iterator[SourceRecord]:
    for number, line in enumerate(source.lines, 1):
        if line and not line.isspace():
            yield _record(line, (number, number))


def _record(written: str, lines: tuple[int, int]) -> SourceRecord:
    try:
        fields = orjson.loads(written)
    except orjson.JSONDecodeError as exc:
        reason = said("reading.json_line", foreign=exc.msg, column=exc.colno)
        return SourceRecord({}, lines, reason)
    if not isinstance(fields, dict):
        return SourceRecord({}, lines, said("reading.no_record"))
    if "\\u" in written:  # the reader of the file has seen every other character
        fields = {
            name: without_invisible(value) if isinstance(value, str) else value
            for name, value in fields.items()
        }
    return SourceRecord(fields, lines)


def _is_object(line: str) -> bool:
    try:
        return isinstance(orjson.loads(line), dict)
    except ValueError:
        return False


def _is_array(source: SourceText) -> bool:
    """Whether the file begins like an array of records; `.json` may also contain a single one."""
    first = next(filter(None, (line.strip() for line in source.lines)), "")
    if not first.startswith(("[", "{")):
        return False
    head = "\n".join(source.lines[:_ARRAY_HEAD_LINES])
    named = source.path.lower().endswith(".json")
    return (_RECORD_OR_ARRAY if named else _RECORDS).match(head) is not None


def _array_records(source: SourceText) -> Iterator[SourceRecord]:
    """The records of the array, each with its own lines.

    >>> source = SourceText.from_text("a.json", '[{"text": "一"},\\n {"text": "二"}]')
    >>> [record.lines for record in _array_records(source)]
    [(1, 1), (2, 2)]

    The standard library's decoder is used because it returns where a value ends.

    Raises:
        SourceError: the array breaks off or is not JSON, so that no later element can be found.
    """
    text = "\n".join(source.lines)
    if not text.lstrip().startswith("["):
        text = f"[{text}]"  # on the same lines
    position = text.index("[")
    line = 1 + text.count("\n", 0, position)
    while text[position : position + 1] in ("[", ","):
        start = _after_blanks(text, position + 1)
        if text[start : start + 1] == "]":  # an empty array, or a comma after the last element
            position = start
            break
        line += text.count("\n", position, start)
        end = _value_end(source, text, start, line)
        last_line = line + text.count("\n", start, end)
        yield _record(text[start:end], (line, last_line))
        position = _after_blanks(text, end)
        line = last_line + text.count("\n", end, position)
    if text[position : position + 1] != "]" or text[position + 1 :].strip():
        raise SourceError(source.path, said("reading.json_array_open"), line=line)


def _after_blanks(text: str, position: int) -> int:
    blanks = _BLANKS.match(text, position)
    return blanks.end() if blanks else position


def _value_end(source: SourceText, text: str, start: int, line: int) -> int:
    try:
        return json.JSONDecoder().raw_decode(text, start)[1]
    except json.JSONDecodeError as exc:
        reason = said("reading.json_array", foreign=exc.msg)
        raise SourceError(source.path, reason, line=exc.lineno) from exc
    except (ValueError, RecursionError) as exc:  # a number too long, brackets too deep
        raise SourceError(source.path, said("reading.json_array_value"), line=line) from exc
