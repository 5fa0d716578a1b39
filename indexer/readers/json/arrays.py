"""A JSON file that is one array of records, or a single record over several lines.

>>> source = SourceText.from_text("a.json", '[{"text": "一"},\\n {"text": "二"}]')
>>> [element.lines for element in iter_elements(source)]
[(1, 1), (2, 2)]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from indexer.errors import SourceError
from indexer.readers.json.documents import Element
from indexer.sources.source_text import SourceText
from indexer.wording.said import said

_RECORDS = re.compile(r"\s*\[\s*\{\s*\"")
_RECORD_OR_ARRAY = re.compile(r"\s*[\[{]")
_BLANKS = re.compile(r"[ \t\n\r]*")
_LOOKED_AT = 50


def is_array(source: SourceText) -> bool:
    """Whether the file begins like an array of records; `.json` may also hold a single record."""
    head = "\n".join(source.lines[:_LOOKED_AT])
    named = source.path.lower().endswith(".json")
    return (_RECORD_OR_ARRAY if named else _RECORDS).match(head) is not None


def iter_elements(source: SourceText) -> Iterator[Element]:
    """The elements of the array, each with its own lines.

    The standard library's decoder is used because it says where a value ends.

    Raises:
        SourceError: the array breaks off or is not JSON, so that no later element can be told.
    """
    text = "\n".join(source.lines)
    if not text.lstrip().startswith("["):
        text = f"[{text}]"  # on the same lines
    position = text.index("[")
    line = 1 + text.count("\n", 0, position)
    while text[position : position + 1] in ("[", ","):
        start = _after_blanks(text, position + 1)
        if text[start : start + 1] == "]":  # an empty array, or a comma behind the last element
            position = start
            break
        line += text.count("\n", position, start)
        end = _value_end(source, text, start, line)
        last_line = line + text.count("\n", start, end)
        yield Element(text[start:end], (line, last_line))
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
