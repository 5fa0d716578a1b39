"""What an author does not show as a quotation: which stretches of it stand in the collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.text.span import Span
from searcher.textmatch.alignment import Edit, size
from searcher.textmatch.edges import whole_clauses, with_what_agrees, without_ends_of_sentences
from searcher.textmatch.figures import with_whole_figures
from searcher.textmatch.ngrams import SIZE
from searcher.textmatch.runs import Chain
from searcher.textmatch.thresholds import DEFAULT, Thresholds
from searcher.tracing.candidates import Candidates, Standing
from searcher.tracing.stretches import Piece, choose_stretches
from searcher.tracing.verdicts import Found, is_near


def judge_text(piece: Piece, candidates: Candidates, shortest: int) -> Iterator[Found]:
    """The stretches of what is not shown as a quotation that stand in the collection, in order.

    A piece yields stretches, and parts of it that are pieces again. Each of these is shorter than
    the piece, so this ends, and nothing is called within itself, however many they are.

    Args:
        shortest: how many folded characters a stretch must have.
    """
    waiting: list[Found | Piece] = [piece]  # the next one last
    while waiting:
        one = waiting.pop()
        if isinstance(one, Found):
            yield one
        else:
            waiting += reversed(list(_judged(one, candidates, shortest)))


def _judged(piece: Piece, candidates: Candidates, shortest: int) -> Iterator[Found | Piece]:
    """The stretches of a piece, and shorter pieces where a stretch has parts."""
    by = candidates.by
    stretches = choose_stretches(piece, candidates.paragraphs, least_letters(shortest, by), by)
    ends = [piece.span[0], *(stretch.end for stretch in stretches)]
    starts = [*(stretch.start for stretch in stretches), piece.span[1]]
    told = piece.span[0]  # up to here what stands before was completed
    for at, (start, end, chain) in enumerate(stretches):
        if end - start < shortest:
            continue
        room = piece.within((max(ends[at], told), starts[at + 1]))
        beside = [other for other in room.chains if _covers(other, chain, by)]
        standings = candidates.standing(piece.text[start:end], beside)
        parts = _parts(room, (start, end), standings, whole=piece.span, by=by)
        if parts == [(start, end)]:
            found = _completed(room, (start, end), standings, candidates)
            told = found.span[1]
            yield found
        else:
            yield from map(piece.within, parts)


def _completed(
    room: Piece, span: Span, standings: Sequence[Standing], candidates: Candidates
) -> Found:
    """A stretch with what else of its first and last clause agrees with its source, if much does.

    Args:
        room: what of the region is not taken by others.
    """
    by, clauses = candidates.by, whole_clauses(room.text, span, room.span)
    if clauses != span:
        whole = candidates.around(room.text[slice(*clauses)], standings[:1])
        changed = standings[0].comparison.match == "near"
        share = by.completed_changed if changed else by.completed_same
        longer = with_what_agrees(room.text, span, _agreeing(clauses[0], whole), share)
        longer = with_whole_figures(room.text, longer, room.span)
        if longer != span:
            text = room.text[slice(*longer)]
            found = candidates.standing(text, room.within(longer).chains)
            if is_near(text, found, by):
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


def _parts(
    room: Piece, span: Span, standings: Sequence[Standing], *, whole: Span, by: Thresholds
) -> Sequence[Span]:
    """The stretch at `span` of a text, or its parts, of which each may be of another passage.

    Args:
        whole: the piece that the stretch was found in. Every part is shorter, unless it is the
            stretch itself.
    """
    if not standings:
        return []
    comparison = standings[0].comparison
    if comparison.match != "near":
        return [span]
    # What the author left out before the first character or behind the last parts nothing.
    cuts = [edit for edit in comparison.edits if size(edit) and whole not in _sides(span, edit)]
    widest = max(cuts, key=size, default=None)
    near = is_near(room.text[slice(*span)], standings, by)
    if widest is not None and (size(widest) > by.longest_edit or not near):
        return _sides(span, widest)
    if not near:
        return []
    return [without_ends_of_sentences(room.text, room.span, _agreeing(span[0], standings))]


def _sides(span: Span, edit: Edit) -> Sequence[Span]:
    """What of a stretch stands before an edit, and what behind it."""
    first, last = edit.input
    return [(span[0], span[0] + first), (span[0] + last, span[1])]


def _covers(chain: Chain, other: Chain, by: Thresholds) -> bool:
    """Whether a chain covers so much of another that both may be of one sentence."""
    shared = min(chain.end, other.end) - max(chain.start, other.start)
    return shared >= (other.end - other.start) * by.near


def least_letters(shortest: int, by: Thresholds = DEFAULT) -> int:
    """How many letters a stretch of at least `shortest` characters must share with its source."""
    return max(SIZE, round(shortest * by.near))
