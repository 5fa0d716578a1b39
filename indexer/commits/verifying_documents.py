"""The deep check of a segment's documents: what is stored of them, and what follows from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.commits.segment_files import SegmentFiles
from indexer.model.fields import TERMS
from indexer.model.records import Record
from indexer.segments.record_columns import record_of
from indexer.segments.segment import Segment
from indexer.segments.texts import END
from indexer.text.folding import fold

FOLDED = tuple(row.name for row in TERMS if row.kind == "text")
"""The columns whose values are looked for by their folded forms."""

WHOLE = tuple(row.name for row in TERMS)
"""The columns whose values are terms of a field of the same name."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What follows from the records of a segment.

    Attributes:
        live: how many paragraphs each document has that are not deleted, by the document's id.
        values: the numbers of the paragraphs with a value, by field and value; sorted.
        folded: the folded texts.
    """

    live: Counter[str]
    values: Mapping[str, Mapping[str, Sequence[int]]]
    folded: Sequence[str]


def verify_documents(opened: SegmentFiles) -> Expected:
    """Read all documents of a segment, and see that they make sense.

    Raises:
        BlockFileError: they do not.
    """
    segment = opened.segment
    live: Counter[str] = Counter()
    values: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in WHOLE}
    folded: list[str] = []
    for number in range(segment.size):
        record = _record(segment, number)
        folded.append(fold(record.text))
        if opened.deleted is None or not opened.deleted[number]:
            live[record.doc] += 1
        for name in WHOLE:
            value = getattr(record, name)
            if value is not None:
                values[name][str(value)].append(number)
    _verify_texts(segment, folded)
    for name in FOLDED:
        _verify_choices(segment, name)
    return Expected(live, values, folded)


def _record(segment: Segment, number: int) -> Record:
    facts = segment.row(number)
    try:
        record = record_of(facts.get)
    except ValueError as exc:
        raise segment.damaged("stored") from exc
    dates = (record.date, record.date_end, record.date_precision, record.date_kind)
    first, last = record.lines
    if (
        not (record.span() or dates == (None,) * 4)
        or (record.date and record.date_end and record.date > record.date_end)
        or not 1 <= first <= last
        or record.passage < 0
        or record.paragraph < 1
    ):
        raise segment.damaged("stored")
    return record


def _verify_texts(segment: Segment, folded: Sequence[str]) -> None:
    """See that the folded texts are those of the texts, and the lengths those of the folded."""
    everything = np.arange(segment.size)
    stored = segment.texts().read_each(everything)
    if not all(text.encode() + END == other for text, other in zip(folded, stored, strict=True)):
        raise segment.damaged("folded")
    sizes = [len(text) for text in folded]
    for view, expected in (("chars", sizes), ("bigrams", [max(size - 1, 0) for size in sizes])):
        lengths = segment.lengths(view)
        if lengths is None or lengths.tolist() != expected:
            raise segment.damaged(f"lengths/{view}")


def _verify_choices(segment: Segment, name: str) -> None:
    """See that the values of a column are sorted, and that their folded forms are theirs."""
    column = segment.choices(name)
    if column is None:
        return
    folded = segment.folded_choices(name)
    encoded, values = list(column.encoded), column.values()
    if (
        folded is None
        or encoded != sorted(set(encoded))
        or [folded[at] for at in range(len(folded))] != [fold(str(value)) for value in values]
    ):
        raise segment.damaged(f"values/{name}")
