"""The words and marks that join clauses.

A word is one only between blanks, and a mark is one everywhere: a word where it can join nothing
is text, a mark is a slip.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, TypeAlias

OperatorKind: TypeAlias = Literal["or", "and", "not", "near", "before"]

OPERATORS: Final[dict[str, OperatorKind]] = {
    "or": "or",
    "或": "or",
    "and": "and",
    "且": "and",
    "与": "and",
    "&": "and",
    "not": "not",
    "非": "not",
    "near": "near",
    "before": "before",
}
"""Each word, folded and without its distance, and `&`, which is an operator between blanks, too."""

WORD: Final = r"[^\s|｜()（）]+"
"""What a word between blanks is made of: brackets and bars end one."""

_LONGEST = 20
"""The most characters of an operator, its distance included."""


def operator_kind(word: str) -> OperatorKind | None:
    """What the word joins clauses by, in either width and any case, with its distance or without.

    >>> operator_kind("ＮＥＡＲ/20"), operator_kind("nearby")
    ('near', None)
    """
    name, slash, _ = normal(word).partition("/")
    kind = OPERATORS.get(name)
    return kind if not slash or kind in ("near", "before") else None


def normal(word: str) -> str:
    """An operator in half width and lower case; of a longer word its beginning."""
    return unicodedata.normalize("NFKC", word[:_LONGEST]).lower()


def is_operator(text: str) -> bool:
    """Whether a text is an operator word and no more."""
    whole = re.fullmatch(WORD, text) is not None
    return whole and is_word(text) and operator_kind(text) is not None


def is_word(operator: str) -> bool:
    """Whether an operator is a word, which can be text: `或` but neither `&` nor `|`."""
    return re.match(r"\w", operator) is not None
