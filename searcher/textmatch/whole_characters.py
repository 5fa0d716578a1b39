"""From folded texts back to what was folded: one character may be folded to several (㎡ to m2), and
two texts share all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.text.span import Span
from searcher.textmatch.alignment import Edit, EditKind


def of_whole_characters(
    edits: Sequence[Edit], inputs: Sequence[int], sources: Sequence[int]
) -> Iterator[Edit]:
    """Edits of folded texts, none of which parts what one character was folded to: of ㎡ and m3
    nothing is equal.

    Args:
        inputs: for each character of the input where it came from; `sources` likewise.
    """

    def parts(at_input: int, at_source: int) -> bool:
        return is_inside(at_input, inputs) or is_inside(at_source, sources)

    at_input, at_source = (edits[0].input[0], edits[0].source[0]) if edits else (0, 0)
    for edit in edits:
        if edit.op != "equal":
            continue
        (first, last), shift = edit.input, edit.source[0] - edit.input[0]
        while first < last and parts(first, first + shift):
            first += 1
        while first < last and parts(last, last + shift):
            last -= 1
        if first < last:
            yield from _changed((at_input, first), (at_source, first + shift))
            yield Edit("equal", (first, last), (first + shift, last + shift))
            at_input, at_source = last, last + shift
    if edits:
        yield from _changed((at_input, edits[-1].input[1]), (at_source, edits[-1].source[1]))


def is_inside(at: int, origins: Sequence[int]) -> bool:
    """Whether a place is within what one character was folded to."""
    return 0 < at < len(origins) and origins[at - 1] == origins[at]


def _changed(input: Span, source: Span) -> Iterator[Edit]:
    has_input, has_source = input[0] < input[1], source[0] < source[1]
    if has_input or has_source:
        op: EditKind = "replace"
        if not has_input or not has_source:
            op = "insert" if has_input else "delete"
        yield Edit(op, input, source)


def original_span(origins: Sequence[int], start: int, end: int) -> Span:
    """The span of the original that a span of the folded text was made of; it may be empty."""
    if start < end:
        return origins[start], origins[end - 1] + 1
    at = origins[start] if start < len(origins) else origins[-1] + 1
    return at, at
