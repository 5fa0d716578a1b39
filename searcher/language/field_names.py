"""The fields that a query can name, and the names it can use for them.

>>> match = field_prefix("讲话：座谈会", 0)
>>> FIELD_OF[match["name"]]
'speech'
"""

from __future__ import annotations

import re
from typing import Final, Literal, cast

FieldName = Literal["speech", "chapter", "doc", "source", "role", "title", "section"]
"""The fields that hold text. `date` is not among them: its values are days, not strings."""

_ALIASES: Final[dict[str, str]] = {
    "speech": "讲话",
    "chapter": "章",
    "doc": "文",
    "source": "来源",
    "role": "类",
    "title": "题",
    "section": "节",
    "date": "日期",
}

ROLES: Final = ("speech", "quotation", "article")
"""The values of `role`, those of `indexer.documents.Role`."""

FIELDS: Final = tuple(_ALIASES)
FIELD_OF: Final = {alias: name for name, alias in _ALIASES.items()} | {n: n for n in _ALIASES}

_BEGINNINGS: Final = frozenset(alias[0] for alias in _ALIASES.values())
_PREFIX: Final = rf"(?P<name>[A-Za-z][A-Za-z0-9_]*|{'|'.join(_ALIASES.values())})[:：](?!//)"


def field_prefix(query: str, position: int) -> re.Match[str] | None:
    """What could name a field at the start of a clause: an ASCII word, or an alias, and a colon.

    A word before `//` is the scheme of an address, and other Han or digits before a colon are prose
    or a time of day (习近平指出：…, 12：30).
    """
    if not query[position].isascii() and query[position] not in _BEGINNINGS:
        return None  # as for most clauses: for most queries the pattern need not be compiled
    return re.compile(_PREFIX).match(query, position)


def as_text_field(name: str) -> FieldName:
    """`name`, which `FIELD_OF` has given and which is not `date`."""
    return cast(FieldName, name)
