"""What was found in folded texts, in characters of the texts that were folded.

One character may be folded to several (½ to 1⁄2, ㎡ to m2). Two texts share all of it or nothing,
so a part that begins or ends within one is cut back to where the next begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from indexer.text.folding import FoldedText
from indexer.text.span import Span
from searcher.repetition.results import SharedRun, Stretch
from searcher.repetition.stretches import Alike, FoldedStretch
from searcher.textmatch.alignment import Edit
from searcher.textmatch.edges import trimmed
from searcher.textmatch.paragraphs import ComparedParagraph, is_inside, whole_part
from searcher.textmatch.runs import Run


def original_runs(
    runs: Iterable[Run], paragraph: ComparedParagraph, source: ComparedParagraph
) -> Iterator[SharedRun]:
    """The runs that a paragraph shares with another; none of one that is wholly within a
    character."""
    for run in runs:
        first, last = run.input, run.input + run.length
        shift = run.source - run.input

        def splits(at: int, *, after: bool, shift: int = shift) -> bool:
            """Whether before or after a letter is a place within a character of either text."""
            return any(
                is_inside(int(one.wording.places[letter]) + after, one.folded.origins)
                for one, letter in ((paragraph, at), (source, at + shift))
            )

        while first < last and splits(first, after=False):
            first += 1
        while first < last and splits(last - 1, after=True):
            last -= 1
        if first < last:
            yield SharedRun(
                paragraph.original_span(first, last),
                source.original_span(first + shift, last + shift),
                last - first,
            )


def original_stretches(
    stretches: Iterable[FoldedStretch], folded: FoldedText, source: FoldedText
) -> Iterator[Stretch]:
    """The stretches, each from the first letter that is the same to the last."""
    for stretch in stretches:
        whole = (_of_whole_characters(part, folded, source) for part in stretch)
        parts = [part for part in whole if part.length]
        alike = _from_letter_to_letter(parts, folded, source)
        if alike:
            yield _stretch(alike, folded, source)


def _stretch(alike: Sequence[Alike], folded: FoldedText, source: FoldedText) -> Stretch:
    edits: list[Edit] = []
    for part, following in pairwise([*alike, None]):
        assert part is not None
        ours, theirs = (
            (one.origins[at], _end(one, at + part.length, last=following is None))
            for one, at in ((folded, part.input), (source, part.source))
        )
        edits.append(Edit("equal", ours, theirs))
        if following is not None:
            changed = ours[1], folded.origins[following.input]
            changed_there = theirs[1], source.origins[following.source]
            edits.append(_change(changed, changed_there))
    first, last = edits[0], edits[-1]
    return Stretch((first.input[0], last.input[1]), (first.source[0], last.source[1]), tuple(edits))


def _end(folded: FoldedText, at: int, *, last: bool) -> int:
    """Where in the original text a part ends; blanks after it belong to it, but for the last."""
    return folded.origins[at - 1] + 1 if last else folded.origins[at]


def _change(span: Span, source: Span) -> Edit:
    if span[0] == span[1]:
        return Edit("delete", span, source)
    return Edit("insert" if source[0] == source[1] else "replace", span, source)


def _of_whole_characters(part: Alike, folded: FoldedText, source: FoldedText) -> Alike:
    """The part without what it has of characters that are not wholly in it."""
    span, shift = (part.input, _last(part)), part.source - part.input
    first, last = whole_part(span, shift, folded.origins, source.origins)
    return Alike(first, first + shift, last - first)


def _from_letter_to_letter(
    parts: Sequence[Alike], folded: FoldedText, source: FoldedText
) -> Sequence[Alike]:
    """The parts without marks before the first letter and after the last."""
    inner = [_trimmed(part, folded, source) for part in parts]
    not_empty = [at for at, part in enumerate(inner) if part.length]
    if not not_empty:
        return ()
    first, last = not_empty[0], not_empty[-1]
    kept = list(parts[first : last + 1])
    kept[-1] = kept[-1]._replace(length=_last(inner[last]) - kept[-1].input)
    kept[0] = Alike(*inner[first][:2], _last(kept[0]) - inner[first].input)
    return kept


def _trimmed(part: Alike, folded: FoldedText, source: FoldedText) -> Alike:
    """The part from its first letter to its last."""
    while True:
        start, end = trimmed(folded.text, part.input, _last(part))
        shorter = Alike(start, start + part.source - part.input, end - start)
        if shorter == part:
            return part
        part = _of_whole_characters(shorter, folded, source)


def _last(part: Alike) -> int:
    return part.input + part.length
