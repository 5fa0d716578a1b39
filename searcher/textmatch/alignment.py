"""How two texts that are nearly the same differ, character by character.

An alignment is a sequence of `Edit`s in order. Of all alignments in a band around the diagonal the
one with the highest score is taken, where what was put in or left out together counts as one change
(affine gaps: Gotoh 1982). That is what an author does who quotes: he drops a clause, not twenty
characters one by one.

    >>> [(edit.op, edit.input, edit.source) for edit in align("有7亿网民", "有七亿网民了")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('equal', (0, 1), (0, 1)), ('replace', (1, 2), (1, 2)), ('equal', (2, 5), (2, 5)),
     ('delete', (5, 5), (5, 6))]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from indexer.text.span import Span
from searcher.textmatch.letters import Codes
from searcher.textmatch.thresholds import DEFAULT, Thresholds

_NEVER = -(1 << 28)

EditKind = Literal["equal", "insert", "delete", "replace"]
"""What was done to the source to get the input. insert: only the input has it; delete: only the
source has it."""


class Edit(NamedTuple):
    """A stretch of the input beside the stretch of the source that it corresponds to.

    Edits are in order and leave out nothing but blanks that do not count in either text.

    Attributes:
        op: how they differ.
        input: the span of the input; empty where `op` is `"delete"`.
        source: the span of the source; empty where `op` is `"insert"`.
    """

    op: EditKind
    input: Span
    source: Span


Step = tuple[EditKind, int, int]
"""What was done, and the numbers of characters of the input and of the source."""


def align(text: str, source: str, by: Thresholds = DEFAULT) -> tuple[Edit, ...]:
    """The edits by which all of `text`, the input, was made of all of `source`."""
    before = _common_prefix(text, source)
    text_rest, source_rest = text[before:], source[before:]
    after = _common_prefix(text_rest[::-1], source_rest[::-1])
    band = _Band(
        text_rest[: len(text_rest) - after],
        source_rest[: len(source_rest) - after],
        by,
        free=False,
    )
    between = band.steps(band.columns)
    return _edits([("equal", before, before), *between, ("equal", after, after)], 0, by)


def fit(text: str, source: str, by: Thresholds = DEFAULT) -> tuple[Edit, ...]:
    """The edits by which all of `text`, the input, was made of the part of `source` that fits best.

    The edits cover that part of `source` alone. There are none where no character agrees.
    """
    at = source.find(text)
    if at >= 0:
        return _edits([("equal", len(text), len(text))], at, by)
    band = _Band(text, source, by, free=True)
    column = band.best_column()
    steps = band.steps(column)
    if all(op != "equal" for op, _, _ in steps):
        return ()
    return _edits(steps, column - sum(sources for _, _, sources in steps), by)


def extent(text: str, source: str, by: Thresholds = DEFAULT) -> int:
    """The number of characters at the beginning of `text` that correspond to that of `source`.

    After the first difference, what agrees must outweigh what does not.
    """
    alike = _common_prefix(text, source)
    text, source = text[alike:], source[alike:]
    return alike + _Band(text, source, by, free=False).best_row() if text and source else alike


def distance(edits: Iterable[Edit]) -> int:
    """The number of characters that were changed, put in or left out."""
    return sum(map(size, edits))


def size(edit: Edit) -> int:
    """The number of characters of the longer side of an edit; 0 for what is equal."""
    if edit.op == "equal":
        return 0
    return max(edit.input[1] - edit.input[0], edit.source[1] - edit.source[0])


class _Band:
    """The scores of the best alignments of every beginning of two texts, in a band.

    Args:
        text: the input.
        source: the source.
        free: whether characters of `source` before and after the aligned part count nothing.
    """

    def __init__(self, text: str, source: str, by: Thresholds, *, free: bool) -> None:
        self._input, self._source = _codes(text), _codes(source)
        self._free = free
        self._by = by
        beyond = len(source) - len(text)
        self._low = min(0, beyond) - by.slack
        width = abs(beyond) + 2 * by.slack + 1
        self._scores = _scores(self._input, self._source, self._low, width, by, free=free)

    @property
    def columns(self) -> int:
        """The number of characters of the source."""
        return len(self._source)

    def best_column(self) -> int:
        """Where in the source the best alignment of all of the input ends."""
        return int(self._scores[-1].argmax()) + self._low + len(self._input)

    def best_row(self) -> int:
        """Where in the input the best alignment of any two beginnings ends."""
        return int(self._scores.max(axis=1).argmax())

    def steps(self, column: int) -> Sequence[Step]:
        """The steps of the best alignment of all of the input that ends in `column`, in order."""
        return list(self._backwards(len(self._input), column))[::-1]

    def _backwards(self, row: int, column: int) -> Iterator[Step]:
        while row or (column and not self._free):
            step = self._step(row, column)
            yield step
            row, column = row - step[1], column - step[2]

    def _step(self, row: int, column: int) -> Step:
        """The last step of the best alignment that ends here."""
        by, here = self._by, self._at(row, column)
        if row and column:
            equal = self._input[row - 1] == self._source[column - 1]
            if self._at(row - 1, column - 1) + (by.agreeing if equal else by.substituted) == here:
                return ("equal" if equal else "replace", 1, 1)
        for length in range(1, max(row, column) + 1):
            left_out, put_in = by.gap + length * by.left_out, by.gap + length * by.put_in
            if length <= column and self._at(row, column - length) + left_out == here:
                return ("delete", 0, length)
            if length <= row and self._at(row - length, column) + put_in == here:
                return ("insert", length, 0)
        raise AssertionError("every score in the band was made of another one")

    def _at(self, row: int, column: int) -> int:
        place = column - row - self._low
        return int(self._scores[row, place]) if 0 <= place < self._scores.shape[1] else _NEVER


def _scores(
    text: Codes, source: Codes, low: int, width: int, by: Thresholds, *, free: bool
) -> NDArray[np.int32]:
    """Row i, place k: the score of the first i characters of `text` with the first i + low + k of
    `source`, or with some part of `source` that ends there."""
    # A row is kept with its places added to it: then what is left out of the source counts nothing
    # but its beginning, and the best of it is a running maximum.
    along = np.arange(width, dtype=np.int32) * -by.left_out
    rows = np.full((len(text) + 1, width), _NEVER, np.int32)
    columns = np.arange(width) + low
    inside = (columns >= 0) & (columns <= len(source))
    rows[0, inside] = 0 if free else columns[inside] * by.left_out + by.gap * (columns[inside] > 0)
    rows[0] += along
    # Beyond both ends of the source are characters that no text has.
    padded = np.full(len(source) + len(text) + 2 * width, 0xFFFFFFFF, np.uint32)
    shift = width - min(low, 0)
    padded[shift : shift + len(source)] = source
    beside = sliding_window_view(padded, width)[shift + low : shift + low + len(text)]
    agreeing = np.where(beside == text[:, None], np.int32(by.agreeing), np.int32(by.substituted))
    put_in = np.full(width + 1, _NEVER, np.int32)  # the last one is beyond the band
    begun = np.empty(width - 1, np.int32)
    for row in range(1, len(text) + 1):
        above, best = rows[row - 1], agreeing[row - 1]
        best += above
        np.add(above[1:], by.gap + by.put_in + by.left_out, out=begun)
        np.add(put_in[1:], by.put_in + by.left_out, out=put_in[:-1])
        np.maximum(put_in[:-2], begun, out=put_in[:-2])
        np.maximum(best, put_in[:-1], out=best)
        first, last = max(0, -(row + low)), min(width, len(source) - row - low + 1)
        if first < last:
            kept = best[first:last]
            left_out = np.maximum.accumulate(kept[:-1])
            left_out += by.gap
            np.maximum(kept[1:], left_out, out=kept[1:])
            rows[row, first:last] = kept
    rows -= along
    return rows


def _edits(steps: Iterable[Step], at_source: int, by: Thresholds) -> tuple[Edit, ...]:
    """Steps as edits, those of one kind that follow each other as one; what was left out where
    something else was put in was replaced, and so was what agrees by chance between two changes."""
    edits: list[Edit] = []
    for edit in _long_edits(steps, at_source):
        if len(edits) > 1 and _is_island(edits[-2], edits[-1], edit, by):
            edit = _joined(_joined(edits.pop(-2), edits.pop()), edit)  # noqa: PLW2901
        edits.append(edit)
    return tuple(edits)


def _long_edits(steps: Iterable[Step], at_source: int) -> Sequence[Edit]:
    """Steps as edits, those as one that follow each other and are all equal, or all changes."""
    edits: list[Edit] = []
    at_input = 0
    for op, inputs, sources in steps:
        if not inputs and not sources:
            continue
        edit = Edit(op, (at_input, at_input + inputs), (at_source, at_source + sources))
        at_input, at_source = edit.input[1], edit.source[1]
        if edits and (edits[-1].op == "equal") == (op == "equal"):
            edit = _joined(edits.pop(), edit)
        edits.append(edit)
    return edits


def _is_island(before: Edit, equal: Edit, after: Edit, by: Thresholds) -> bool:
    """Whether what agrees between two changes does so by chance."""
    small = equal.op == "equal" and equal.input[1] - equal.input[0] <= by.island
    return small and size(before) >= by.sea <= size(after)


def _joined(one: Edit, other: Edit) -> Edit:
    """Two edits that follow each other as one."""
    op = one.op if one.op == other.op else "replace"
    return Edit(op, (one.input[0], other.input[1]), (one.source[0], other.source[1]))


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _common_prefix(one: str, other: str) -> int:
    """The number of characters at the beginning of two texts that are the same."""
    length = min(len(one), len(other))
    if one[:length] == other[:length]:
        return length
    return next(at for at in range(length) if one[at] != other[at])
