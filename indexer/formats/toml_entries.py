"""The entries of TOML front matter: texts, dates, numbers and lists of them on one line.

    >>> read_entries(['title = "讲话"', "date = 2018-04-20", 'authors = ["张三", "李四"]'])
    {'title': '讲话', 'date': '2018-04-20', 'authors': ['张三', '李四']}

The standard library reads TOML from Python 3.11 on; of front matter these lines are all that says
anything, so they are read alike in every version. What is written otherwise (tables, texts of
several lines) is not read, and never an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

_ENTRY: Final = re.compile(
    r"""\s*(?:"(?P<quoted>[^"\\]+)"|'(?P<literal>[^']+)'|(?P<bare>[\w-]+))\s*=\s*(?P<value>\S.*)"""
)
_TABLE = re.compile(r"\s*\[[^\]]+\]{1,2}\s*(?:#.*)?")
_TEXT = re.compile(r"""\s*(?:"(?P<basic>(?:[^"\\]|\\.)*)"|'(?P<literal>[^']*)')\s*""")
_PLAIN = re.compile(r"[\w.:+-]+(?: [0-9][0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_COMMENT = re.compile(r"\s*(?:#.*)?")
_COMMA = re.compile(r"\s*,\s*")
_OPENING = re.compile(r'\s*("""|' + r"''')")


def is_entry(line: str) -> bool:
    """Whether a line is an entry, a table or a comment, as the first line of TOML is."""
    return bool(_ENTRY.match(line) or _TABLE.fullmatch(line) or line.lstrip().startswith("#"))


def read_entries(lines: Iterable[str]) -> dict[str, object]:
    """The entries of `lines` that stand in no table, each a text or a list of texts."""
    entries: dict[str, object] = {}
    closing = ""
    for line in lines:
        if closing:
            closing = "" if closing in line else closing
            continue
        if _TABLE.fullmatch(line) and not _ENTRY.match(line):
            break  # entries of a table say something of the table
        found = _ENTRY.match(line)
        if found is None:
            continue
        value = found["value"]
        if opening := _OPENING.match(value):
            closing = opening[1] if opening[1] not in value[opening.end() :] else ""
            continue
        read = _value(value)
        if read is not None:
            entries.setdefault(found["quoted"] or found["literal"] or found["bare"], read)
    return entries


def _value(text: str) -> object | None:
    if text.startswith("["):
        return _list(text)
    found = _TEXT.match(text)
    if found is None:
        plain = _PLAIN.match(text)
        whole = plain is not None and _COMMENT.fullmatch(text, plain.end())
        return plain[0] if plain and whole else None
    return _text(found) if _COMMENT.fullmatch(text, found.end()) else None


def _list(text: str) -> list[str] | None:
    items: list[str] = []
    at = 1
    while found := _TEXT.match(text, at):
        item = _text(found)
        if item is None:
            return None
        items.append(item)
        at = found.end()
        comma = _COMMA.match(text, at)
        if comma is None:
            break
        at = comma.end()
    return items if re.fullmatch(r"\s*\]\s*(?:#.*)?", text[at:]) else None


def _text(found: re.Match[str]) -> str | None:
    if found["basic"] is None:
        return found["literal"]
    try:
        return str(json.loads(f'"{found["basic"]}"'))
    except ValueError:  # an escape that only TOML knows
        return None
