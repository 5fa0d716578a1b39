"""What stands behind a backslash in a regular expression.

>>> read_escape(r"/\\u4e00/", 1, 7, in_class=False)
(Character(text='一'), 7)
"""

from __future__ import annotations

import re
import sys
from typing import Final

from indexer.wording import listed, say
from searcher.language.regex.errors import bad_regex
from searcher.language.regex.tree import Backreference, Character, Kind

PROPERTIES: Final = (
    *("Han", "Latin", "Greek", "Cyrillic", "Hiragana", "Katakana"),
    *("L", "Ll", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps"),
    *("Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So"),
)
"""The scripts and categories behind \\p that a character of a folded text can have.

Capital letters (Lu) are not among them: no folded text holds any.
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


def read_escape(
    query: str, position: int, end: int, *, in_class: bool
) -> tuple[Character | Kind | Backreference, int]:
    """What the escape at `position` means, and where it ends, which is `end` at most.

    Raises:
        QueryError: it means nothing here.
    """
    found = _ESCAPE.match(query, position, end)
    if found is None or (in_class and found["place"]):
        written = query[position : min(position + 2, end)]
        raise bad_regex(query, position, say("regex.no_escape", written=written))
    if found["kind"] or found["place"]:
        return Kind(found.group()), found.end()
    if found["group"]:
        return Backreference(int(found["group"])), found.end()
    if found["property"]:
        if found["name"] not in PROPERTIES:
            raise bad_regex(
                query,
                position,
                say("regex.no_property", written=found.group(), known=listed(PROPERTIES)),
            )
        return Kind(found.group()), found.end()
    if digits := found["hex2"] or found["hex4"] or found["hex8"]:
        return Character(_numbered(query, position, int(digits, 16))), found.end()
    return Character(_CONTROLS.get(found["control"] or "", found["itself"] or "")), found.end()


def _numbered(query: str, position: int, code: int) -> str:
    if code > sys.maxunicode or 0xD800 <= code <= 0xDFFF:
        raise bad_regex(query, position, say("regex.no_number"))
    return chr(code)
