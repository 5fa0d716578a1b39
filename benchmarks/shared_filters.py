"""The filters that queries are asked with, chosen by how many paragraphs of a corpus they keep.

A filter has a name, a clause of the query language, and the share of paragraphs that it keeps. A
corpus without dates has no filters by date, and so with chapters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

BY_DATE = {"date, half": 0.5, "date, a tenth": 0.1, "date, a month": 0}
BY_CHAPTER = {"chapter, common": 0.1, "chapter, rare": 0.001}
"""For each filter the share that it should keep; the nearest one that there is, is taken."""

_NUMBER = re.compile(r"第[一二三四五六七八九十百零〇0-9]+[编章节]")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


class Filter(TypedDict):
    """A clause, and the share of paragraphs that it keeps."""

    clause: str
    share: float


def make_filters(records: Iterable[Mapping[str, object]]) -> dict[str, Filter]:
    """The filters for a corpus, by name."""
    from indexer.text.folding import fold  # noqa: PLC0415 (who only knows the names needs no lunshu)

    months: Counter[str] = Counter()
    chapters: Counter[str] = Counter()
    count = 0
    for record in records:
        count += 1
        months[str(record.get("date") or "")[:7]] += 1
        chapters[_NUMBER.sub("", fold(str(record.get("chapter") or "")))] += 1
    spans = _spans(sorted((month, held) for month, held in months.items() if len(month) == 7))
    names = {f"chapter:{name}": held for name, held in chapters.items() if _HAN.fullmatch(name)}
    wanted = [(BY_DATE, spans), (BY_CHAPTER, names)]
    return {
        name: _nearest(kept, share, count)
        for shares, kept in wanted
        for name, share in shares.items()
        if kept
    }


def _spans(months: Sequence[tuple[str, int]]) -> dict[str, int]:
    """How many paragraphs each span keeps that ends in the month three quarters through them."""
    before, end = sum(held for _, held in months) * 3 / 4, 0
    while end < len(months) and before > 0:
        before -= months[end][1]
        end += 1
    spans, kept = {}, 0
    for month, held in reversed(months[:end]):
        kept += held
        spans[f"date:{month}..{months[end - 1][0]}"] = kept
    return spans


def _nearest(kept: Mapping[str, int], share: float, count: int) -> Filter:
    """The clause that keeps the share or is nearest to it; the first in order of equals."""
    clause = min(sorted(kept), key=lambda clause: abs(kept[clause] / count - share))
    return {"clause": clause, "share": round(kept[clause] / count, 5)}
