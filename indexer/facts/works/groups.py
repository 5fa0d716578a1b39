"""What the parts of a file are called inside it: a work by its number and date, `017-1938-05`.

What is no work has the number of the work before it and a letter, `017a`; before the first work it
is `000`. Printed numbers count where they rise; else works are numbered as they stand.

>>> starts = Start(at=0, body=0, work=False), Start(at=1, body=2), Start(at=3, body=4, work=False)
>>> list(group_names(starts, (None, None, None)))
['000', '001', '001a']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.facts.works.pairs import Start
from indexer.model.catalogue import known_part
from indexer.text.dates import DateSpan


def group_names(starts: Sequence[Start], dates: Sequence[DateSpan | None]) -> Iterator[str]:
    """The name of each part, in file order.

    Args:
        starts: where the parts begin.
        dates: the date of each.
    """
    numbers = [start.number for start in starts if start.work and start.number is not None]
    printed = all(low < high for low, high in pairwise(numbers))
    last, between = 0, 0
    for start, date in zip(starts, dates, strict=True):
        number = start.number if printed and numbers else last + 1
        if not start.work or number is None:
            yield f"{last:03}{_letters(between)}" if last or between else "000"
            between += 1
            continue
        last, between = number, 1
        yield f"{number:03}-{known_part(date)}" if date else f"{number:03}"


def _letters(count: int) -> str:
    """a, b, …, z, aa, ab, … for 1, 2, …; empty for 0."""
    letters = ""
    while count > 0:
        count, letter = divmod(count - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
