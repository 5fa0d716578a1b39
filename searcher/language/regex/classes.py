"""The classes of a regular expression: [规則], [Ａ-Ｃ], [^。！].

>>> read_class("/[^一-龥]/", 1, 7)
(OneOf(items=(('一', '龥'),), excluded=True), 7)
"""

from __future__ import annotations

from indexer.wording import say
from searcher.language.regex.errors import bad_regex
from searcher.language.regex.escapes import read_escape
from searcher.language.regex.tree import Backreference, Character, Kind, OneOf

_DOUBLED = ("--", "&&", "||", "~~")


def read_class(query: str, position: int, end: int) -> tuple[OneOf, int]:
    """The class that opens at `position`, and where it ends.

    Raises:
        QueryError: it never closes, or what stands in it means nothing.
    """
    opening = position
    position += 1
    excluded = query.startswith("^", position, end)
    position += excluded
    items: list[str | tuple[str, str] | Kind] = []
    while not (items and query.startswith("]", position, end)):
        first_at = position
        first, position = _read_item(query, opening, position, end)
        if query.startswith("-", position, end) and not query.startswith("-]", position, end):
            last, position = _read_item(query, opening, position + 1, end)
            items.append(_range(query, first_at, first, last))
        else:
            items.append(first)
    return OneOf(tuple(items), excluded), position + 1


def _read_item(query: str, opening: int, position: int, end: int) -> tuple[str | Kind, int]:
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


def _range(query: str, position: int, first: str | Kind, last: str | Kind) -> tuple[str, str]:
    if isinstance(first, Kind) or isinstance(last, Kind) or first > last:
        raise bad_regex(query, position, say("regex.class_range"))
    return first, last
