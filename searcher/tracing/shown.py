"""What an author shows as a quotation: where it stands, or of which passages it is stitched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.text.span import Span
from searcher.textmatch.edges import iter_clauses, trimmed
from searcher.textmatch.thresholds import Thresholds
from searcher.tracing.candidates import Candidates, Standing
from searcher.tracing.running_text import judge_text
from searcher.tracing.stretches import Piece
from searcher.tracing.verdicts import Found, Missing, is_near, nearest, similarity


def judge_quotation(piece: Piece, candidates: Candidates) -> Iterator[Found | Missing]:
    """What becomes of a quotation as a whole, or of its parts where it has several."""
    text, whole, by = piece.text, piece.span, candidates.by
    standings = candidates.standing(text, piece.chains)
    if standings and standings[0].comparison.match != "near":
        yield Found(whole, standings[0].comparison.match, standings)
        return
    dense = [part for chain in piece.chains for part in chain.dense(by)]
    parts = [
        part
        for part in judge_text(piece._replace(chains=dense), candidates, by.part)
        if part.match != "near"
    ]
    if is_near(text, standings, by):
        whole_of_parts = len(parts) > 1 and _share(piece, parts) >= by.wholly
        if whole_of_parts and not _stand_together(parts, by):
            yield from _stitched(piece, parts, candidates)
        else:
            yield Found(whole, "near", standings)
        return
    if len(parts) > 1 and _share(piece, parts) >= by.mostly:
        yield from _stitched(piece, parts, candidates)
        return
    standings = max(standings, candidates.resembling(text), key=similarity)
    if is_near(text, standings, by):
        yield Found(whole, "near", standings)
        return
    clause = _longest_clause(piece, candidates)
    if clause:
        yield Found(whole, "partial", candidates.around(text, clause))
    else:
        yield Missing(whole, nearest(standings, by))


def _longest_clause(piece: Piece, candidates: Candidates) -> Sequence[Standing]:
    """Where the longest clause of a quotation stands word for word that does; empty for nowhere."""
    clauses = sorted(iter_clauses(piece.text, piece.span), key=_length, reverse=True)
    for start, end in clauses:
        if end - start >= candidates.by.part:
            chains = piece.within((start, end)).chains
            standings = candidates.standing(piece.text[start:end], chains)
            if standings and standings[0].comparison.match != "near":
                return standings
    return ()


def _stitched(
    piece: Piece, parts: Sequence[Found], candidates: Candidates
) -> Iterator[Found | Missing]:
    """The parts of a quotation, and what is left between them."""
    at = 0
    for part in parts:
        yield from _left(piece, (at, part.span[0]), candidates)
        yield part._replace(is_part=True)
        at = part.span[1]
    yield from _left(piece, (at, len(piece.text)), candidates)


def _left(piece: Piece, span: Span, candidates: Candidates) -> Iterator[Found | Missing]:
    """What stands between the parts: a word put in between what stands in the book is a change."""
    start, end = trimmed(piece.text, *span)
    text = piece.text[start:end]
    by = candidates.by
    if end - start >= by.part:
        standings = candidates.standing(text, piece.within((start, end)).chains)
        standings = max(standings, candidates.resembling(text), key=similarity)
        if is_near(text, standings, by):
            yield Found((start, end), standings[0].comparison.match, standings, is_part=True)
        else:
            yield Missing((start, end), nearest(standings, by), is_part=True)
    elif text:
        yield Missing((start, end), None, is_part=True)


def _share(piece: Piece, parts: Sequence[Found]) -> float:
    """How much of a region its parts cover, by letters."""
    covered = sum(
        int(last - first)
        for part in parts
        for first, last in [piece.places.searchsorted(part.span).tolist()]
    )
    return covered / len(piece.places)


def _stand_together(parts: Sequence[Found], by: Thresholds) -> bool:
    """Whether in one paragraph all of them stand in their order, and no two of them far apart."""
    places = [{one.doc: one.comparison.span for one in part.standings} for part in parts]
    return any(
        all(
            0 <= behind[doc][0] - before[doc][1] <= by.longest_edit
            for before, behind in pairwise(places)
        )
        for doc in set.intersection(*map(set, places))
    )


def _length(span: Span) -> int:
    return span[1] - span[0]
