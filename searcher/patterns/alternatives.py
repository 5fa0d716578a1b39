"""What a text must hold to match: all the strings of at least one of several tuples.

>>> all_of([(("甲",), ("乙",)), (("丙",),)])
(('甲', '丙'), ('乙', '丙'))
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from typing import Final, TypeAlias

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]

UNKNOWN: Final[Alternatives] = ((),)
"""Any text may match, as far as is known."""

_MOST = 1_000


def any_of(branches: Sequence[Alternatives]) -> Alternatives:
    """What a text must hold to match one of `branches`."""
    found = tuple(dict.fromkeys(strings for branch in branches for strings in branch))
    return UNKNOWN if () in found else found


def all_of(parts: Sequence[Alternatives]) -> Alternatives:
    """What a text must hold to match all `parts`; of too many ways, only the part with fewest."""
    if prod(map(len, parts)) > _MOST:
        return min(parts, key=len)
    return tuple(
        dict.fromkeys(
            tuple(dict.fromkeys(string for strings in choice for string in strings))
            for choice in product(*parts)
        )
    )
