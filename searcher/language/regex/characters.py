"""Single characters of a regular expression: its escapes (\\u4e00, \\d) and its classes
([規則], [Ａ-Ｃ], [^。！]); and the error for what is malformed.

>>> read_escape(r"/\\u4e00/", 1, 7, in_class=False)
(Character(text='一'), 7)
>>> read_class("/[^一-龥]/", 1, 7)
(OneOf(items=(('一', '龥'),), excluded=True), 7)
"""

from __future__ import annotations

import re
import sys
from typing import Final

from indexer.errors import QueryError
from indexer.wording import listed, say
from searcher.language.regex.tree import Backreference, Character, OneOf, Special

PROPERTIES: Final = (
    *("Han", "Latin", "Greek", "Cyrillic", "Hiragana", "Katakana"),
    *("L", "Ll", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps"),
    *("Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So"),
)
"""The scripts and categories after \\p that a character of a folded text can have.

Capital letters (Lu) are not among them: no folded text contains any.
"""

_ESCAPE = re.compile(
    r"""\\(?:
        (?P<kind>[dDwWsS]) | (?P<place>[bBAZ])
        | x(?P<hex2>[0-9A-Fa-f]{2}) | u(?P<hex4>[0-9A-Fa-f]{4}) | U(?P<hex8>[0-9A-Fa-f]{8})
        | (?P<property>[pP]\{(?P<name>[A-Za-z]{1,20})\})
        | (?P<group>[1-9][0-9]?) | (?P<control>[tnrfv]) | (?P<itself>[^A-Za-z0-9])
    )""",
    re.VERBOSE | re.DOTALL,
)
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_DOUBLED = ("--", "&&", "||", "~~")


def bad_regex(query: str, position: int, reason: str) -> QueryError:
    """The error for what is at `position` of `query`."""
    return QueryError(query, position, say("regex.malformed", reason=reason))


def read_escape(
    query: str, position: int, end: int, *, in_class: bool
) -> tuple[Character | Special | Backreference, int]:
    """What the escape at `position` means, and where it ends, which is `end` at most.

    Raises:
        QueryError: it means nothing here.
    """
    found = _ESCAPE.match(query, position, end)
    if found is None or (in_class and found["place"]):
        written = query[position : min(position + 2, end)]
        raise bad_regex(query, position, say("regex.no_escape", written=written))
    if found["kind"] or found["place"]:
        return Special(found.group()), found.end()
    if found["group"]:
        return Backreference(int(found["group"])), found.end()
    if found["property"]:
        if found["name"] not in PROPERTIES:
            raise bad_regex(
                query,
                position,
                say("regex.no_property", written=found.group(), known=listed(PROPERTIES)),
            )
        return Special(found.group()), found.end()
    if digits := found["hex2"] or found["hex4"] or found["hex8"]:
        return Character(_numbered(query, position, int(digits, 16))), found.end()
    return Character(_CONTROLS.get(found["control"] or "", found["itself"] or "")), found.end()


def _numbered(query: str, position: int, code: int) -> str:
    if code > sys.maxunicode or 0xD800 <= code <= 0xDFFF:
        raise bad_regex(query, position, say("regex.no_number"))
    return chr(code)


def read_class(query: str, position: int, end: int) -> tuple[OneOf, int]:
    """The class that opens at `position`, and where it ends.

    Raises:
        QueryError: it never closes, or what is in it means nothing.
    """
    opening = position
    position += 1
    excluded = query.startswith("^", position, end)
    position += excluded
    items: list[str | tuple[str, str] | Special] = []
    while not (items and query.startswith("]", position, end)):
        first_at = position
        first, position = _read_item(query, opening, position, end)
        if query.startswith("-", position, end) and not query.startswith("-]", position, end):
            last, position = _read_item(query, opening, position + 1, end)
            items.append(_range(query, first_at, first, last))
        else:
            items.append(first)
    return OneOf(tuple(items), excluded), position + 1


def _read_item(query: str, opening: int, position: int, end: int) -> tuple[str | Special, int]:
    if position >= end:
        raise bad_regex(query, opening, say("regex.unclosed_class"))
    character = query[position]
    if character == "[":
        raise bad_regex(query, position, say("regex.class_bracket"))
    if query.startswith(_DOUBLED, position, end):
        doubled = query[position : position + 2]
        raise bad_regex(query, position, say("regex.class_combined", mark=doubled[0]))
    if character != "\\":
        return character, position + 1
    meant, after = read_escape(query, position, end, in_class=True)
    if isinstance(meant, Backreference):
        raise bad_regex(query, position, say("regex.class_reference"))
    return (meant.text if isinstance(meant, Character) else meant), after


def _range(query: str, position: int, first: str | Special, last: str | Special) -> tuple[str, str]:
    if isinstance(first, Special) or isinstance(last, Special) or first > last:
        raise bad_regex(query, position, say("regex.class_range"))
    return first, last
