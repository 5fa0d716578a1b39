"""What an author does not show as a quotation: which stretches of it stand in the collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from searcher.results import Span
from searcher.tracing.alignment import size
from searcher.tracing.candidates import Candidates, Standing
from searcher.tracing.chaining import Chain
from searcher.tracing.edges import whole_clauses, with_what_agrees, without_ends_of_sentences
from searcher.tracing.figures import with_whole_figures
from searcher.tracing.grams import SIZE
from searcher.tracing.stretches import Piece, choose_stretches
from searcher.tracing.verdicts import LONGEST_EDIT, NEAR, Found, is_near

_SAME_SHARE, _CHANGED_SHARE = 1 / 2, 1 / 3
"""What share of the rest of a clause must agree for a stretch to take it in: one that stands in its
source word for word, and one that was changed already."""


def judge_text(piece: Piece, candidates: Candidates, shortest: int) -> Iterator[Found]:
    """The stretches of what is not shown as a quotation that stand in the collection.

    Args:
        shortest: how many folded characters a stretch must have.
    """
    stretches = choose_stretches(piece, candidates.paragraphs, least_letters(shortest))
    ends = [piece.span[0], *(stretch.end for stretch in stretches)]
    starts = [*(stretch.start for stretch in stretches), piece.span[1]]
    told = piece.span[0]  # up to here what stands before was completed
    for at, (start, end, chain) in enumerate(stretches):
        if end - start < shortest:
            continue
        room = piece.within((max(ends[at], told), starts[at + 1]))
        beside = [other for other in room.chains if _covers(other, chain)]
        standings = candidates.standing(piece.text[start:end], beside)
        parts = _parts(room, (start, end), standings)
        if parts == [(start, end)]:
            found = _completed(room, (start, end), standings, candidates)
            told = found.span[1]
            yield found
        else:
            for part in parts:
                yield from judge_text(piece.within(part), candidates, shortest)


def _completed(
    room: Piece, span: Span, standings: Sequence[Standing], candidates: Candidates
) -> Found:
    """A stretch with what else of its first and last clause agrees with its source, if much does.

    Args:
        room: what of the region is not taken by others.
    """
    clauses = whole_clauses(room.text, span, room.span)
    if clauses != span:
        whole = candidates.around(room.text[slice(*clauses)], standings[:1])
        share = _CHANGED_SHARE if standings[0].comparison.match == "near" else _SAME_SHARE
        longer = with_what_agrees(room.text, span, _agreeing(clauses[0], whole), share)
        longer = with_whole_figures(room.text, longer, room.span)
        if longer != span:
            text = room.text[slice(*longer)]
            found = candidates.standing(text, room.within(longer).chains)
            if is_near(text, found):
                return Found(longer, found[0].comparison.match, found)
    return Found(span, standings[0].comparison.match, standings)


def _agreeing(start: int, standings: Sequence[Standing]) -> list[Span]:
    """What of a text that begins at `start` agrees with where it stands best."""
    return [
        (start + edit.input[0], start + edit.input[1])
        for one in standings[:1]
        for edit in one.comparison.edits
        if edit.op == "equal"
    ]


def _parts(room: Piece, span: Span, standings: Sequence[Standing]) -> list[Span]:
    """The stretch at `span` of a text, or its parts, of which each may be of another passage."""
    if not standings:
        return []
    comparison = standings[0].comparison
    if comparison.match != "near":
        return [span]
    widest = max(comparison.edits, key=size)
    if size(widest) > LONGEST_EDIT or not is_near(room.text[slice(*span)], standings):
        between = span[0] + widest.input[0], span[0] + widest.input[1]
        return [(span[0], between[0]), (between[1], span[1])]
    return [without_ends_of_sentences(room.text, room.span, _agreeing(span[0], standings))]


def _covers(chain: Chain, other: Chain) -> bool:
    """Whether a chain covers so much of another that both may be of one sentence."""
    shared = min(chain.end, other.end) - max(chain.start, other.start)
    return shared >= (other.end - other.start) * NEAR


def least_letters(shortest: int) -> int:
    """How many letters a stretch of at least `shortest` characters must share with its source."""
    return max(SIZE, round(shortest * NEAR))
