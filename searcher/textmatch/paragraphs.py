"""A paragraph in its three forms: as it was written, folded, and the letters of the folded text.

    >>> wording = wording_of("7.1%,没有")
    >>> wording.letters, wording.span(1, 3)
    ('71没有', (2, 6))

Texts are compared by their letters and by their folded texts, and shown as they were written. One
character may be folded to several (㎡ to m2), and two texts share all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.model.records import Record
from indexer.segments.paged import Numbers
from indexer.text.folding import FoldedText, fold_with_origins
from indexer.text.span import Span
from searcher.textmatch.alignment import Edit, EditKind
from searcher.textmatch.letters import letters_of


class Wording(NamedTuple):
    """A folded text with its letters.

    Attributes:
        letters: the letters.
        folded: the folded text.
        places: where each of the letters is in `folded`, in characters; sorted.
    """

    letters: str
    folded: str
    places: Numbers

    def span(self, first: int, last: int) -> Span:
        """The span of `folded` from its letter `first` to the one before its letter `last`."""
        return int(self.places[first]), int(self.places[last - 1]) + 1


class ComparedParagraph(NamedTuple):
    """A paragraph of the collection in all of its forms.

    Attributes:
        record: everything that is known of it, with its text as it was written.
        wording: its folded text with the letters.
        folded: its folded text with the places in the text as it was written.
    """

    record: Record
    wording: Wording
    folded: FoldedText

    def original_span(self, first: int, last: int) -> Span:
        """The span of the text as it was written from a letter to the one before another."""
        return self.folded.original_span(*self.wording.span(first, last))


def wording_of(folded: str) -> Wording:
    """The wording of a folded text."""
    codes, places = letters_of(folded)
    return Wording(codes.tobytes().decode("utf-32-le", "surrogatepass"), folded, places)


def paragraph_of(record: Record) -> ComparedParagraph:
    """The paragraph of a record."""
    folded = fold_with_origins(record.text)
    return ComparedParagraph(record, wording_of(folded.text), folded)


def of_whole_characters(
    edits: Sequence[Edit], inputs: Sequence[int], sources: Sequence[int]
) -> Iterator[Edit]:
    """Edits of folded texts, none of which splits what one character was folded to: of ㎡ and m3
    nothing is equal.

    Args:
        edits: the edits, in order.
        inputs: for each character of the input the place of the character that it came from.
        sources: for each character of the source that of its own.
    """
    at_input, at_source = (edits[0].input[0], edits[0].source[0]) if edits else (0, 0)
    for edit in edits:
        if edit.op != "equal":
            continue
        shift = edit.source[0] - edit.input[0]
        first, last = whole_part(edit.input, shift, inputs, sources)
        if first < last:
            yield from _changed((at_input, first), (at_source, first + shift))
            yield Edit("equal", (first, last), (first + shift, last + shift))
            at_input, at_source = last, last + shift
    if edits:
        yield from _changed((at_input, edits[-1].input[1]), (at_source, edits[-1].source[1]))


def whole_part(part: Span, shift: int, inputs: Sequence[int], sources: Sequence[int]) -> Span:
    """A part that two folded texts share, without what it has of characters not wholly in it.

    Args:
        part: where it is in the input; in the source it is `shift` characters later.
        inputs, sources: as for `of_whole_characters`.
    """

    def splits(at: int) -> bool:
        return is_inside(at, inputs) or is_inside(at + shift, sources)

    first, last = part
    while first < last and splits(first):
        first += 1
    while first < last and splits(last):
        last -= 1
    return first, last


def is_inside(at: int, origins: Sequence[int]) -> bool:
    """Whether a place is within what one character was folded to."""
    return 0 < at < len(origins) and origins[at - 1] == origins[at]


def _changed(ours: Span, theirs: Span) -> Iterator[Edit]:
    """The edit of a stretch without anything equal; none of an empty one."""
    has_input, has_source = ours[0] < ours[1], theirs[0] < theirs[1]
    if has_input or has_source:
        op: EditKind = "replace"
        if not has_input or not has_source:
            op = "insert" if has_input else "delete"
        yield Edit(op, ours, theirs)


def original_span(origins: Sequence[int], start: int, end: int) -> Span:
    """The span of the original from which a span of the folded text came; it may be empty."""
    if start < end:
        return origins[start], origins[end - 1] + 1
    at = origins[start] if start < len(origins) else origins[-1] + 1
    return at, at
