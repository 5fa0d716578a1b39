"""What an author does not show as a quotation: which stretches of it occur in the collection.

Stretches are chosen so that none overlaps another. What covers most comes first; of what overlaps
it only the rest is looked at again. Each is then compared with where it occurs, character by
character: it may be completed, have parts of several passages, or be nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from indexer.segments.paged import Numbers
from indexer.text.span import Span
from searcher.textmatch.alignment import Edit, extent, size
from searcher.textmatch.edges import (
    trimmed,
    whole_clauses,
    with_what_agrees,
    without_ends_of_sentences,
    without_scraps,
)
from searcher.textmatch.figures import with_whole_figures
from searcher.textmatch.ngrams import SIZE
from searcher.textmatch.paragraphs import Wording
from searcher.textmatch.runs import Chain
from searcher.tracing.candidates import Candidates, Occurrence
from searcher.tracing.thresholds import DEFAULT, Thresholds
from searcher.tracing.verdicts import Found, is_near


class Piece(NamedTuple):
    """A region, or a part of one.

    Attributes:
        text: the region's folded text; `places` is where its letters are in it.
        chains: what it shares with paragraphs, in letters of the region.
        span: the part, in `text`.
    """

    text: str
    places: Numbers
    chains: Sequence[Chain]
    span: Span

    def within(self, span: Span) -> Piece:
        """A part of it, with what that shares by itself."""
        first, last = self.places.searchsorted(span).tolist()
        chains = (
            chain.within(first, last)
            for chain in self.chains
            if chain.start < last and chain.end > first
        )
        return Piece(self.text, self.places, [one for one in chains if one is not None], span)


class ChosenStretch(NamedTuple):
    """A part of a region, and what it was chosen by.

    Attributes:
        start: where it begins in the region's folded text; `end` is where it ends.
        chain: what shows that it occurs in a paragraph.
    """

    start: int
    end: int
    chain: Chain


def judge_text(piece: Piece, candidates: Candidates, shortest: int) -> Iterator[Found]:
    """The stretches of what is not shown as a quotation that occur in the collection, in order.

    A piece yields stretches, and parts of it that are pieces again. Each of these is shorter than
    the piece, so this ends, and nothing is called within itself, however many they are.

    Args:
        shortest: the fewest folded characters of a stretch.
    """
    waiting: list[Found | Piece] = [piece]  # the next one last
    while waiting:
        one = waiting.pop()
        if isinstance(one, Found):
            yield one
        else:
            waiting += reversed(list(_judged(one, candidates, shortest)))


def least_letters(shortest: int, by: Thresholds = DEFAULT) -> int:
    """How many letters a stretch of at least `shortest` characters must share with its source."""
    return max(SIZE, round(shortest * by.near))


def choose_stretches(
    piece: Piece,
    wording: Callable[[int], Wording],
    least: int,
    by: Thresholds = DEFAULT,
) -> list[ChosenStretch]:
    """The best stretches of a piece, in its order.

    Args:
        wording: returns that of a paragraph by its number.
        least: the fewest letters that a stretch must share with a paragraph.
    """
    text, places, chains, span = piece
    begin, finish = places.searchsorted(span).tolist()
    queue = [(-chain.covered, chain.start, at, chain) for at, chain in enumerate(chains)]
    heapq.heapify(queue)
    taken: list[Span] = []  # in letters
    chosen: list[ChosenStretch] = []
    while queue:
        _, _, at, chain = heapq.heappop(queue)
        free = list(_free(chain, taken))
        if free != [(chain.start, chain.end)]:
            for first, last in free:
                rest = chain.within(first, last)
                if rest is not None and rest.covered >= least:
                    heapq.heappush(queue, (-rest.covered, rest.start, at, rest))
            continue
        alike, cut = [chain], []
        while queue and queue[0][:2] == (-chain.covered, chain.start):
            other = heapq.heappop(queue)
            if list(_free(other[3], taken)) == [(other[3].start, other[3].end)]:
                alike.append(other[3])
            else:  # it goes on in what is taken
                cut.append(other)
        for other in cut:
            heapq.heappush(queue, other)
        low = max((last for _, last in taken if last <= chain.start), default=begin)
        high = min((first for first, _ in taken if first >= chain.end), default=finish)
        bounds = int(places[low]), int(places[high - 1]) + 1
        stretch = max(
            (
                _extended(text, places, chain, wording(chain.doc), bounds=bounds, by=by)
                for chain in alike
            ),
            key=lambda stretch: stretch.end - stretch.start,
        )
        chosen.append(stretch)
        first, last = places.searchsorted([stretch.start, stretch.end]).tolist()
        taken.append((first, last))
    return sorted(chosen)


def _free(chain: Chain, taken: Sequence[Span]) -> Iterator[Span]:
    """The letters of a chain that are not taken."""
    at = chain.start
    for first, last in sorted(taken):
        if last <= at or first >= chain.end:
            continue
        if at < first:
            yield at, first
        at = max(at, last)
    if at < chain.end:
        yield at, chain.end


def _extended(
    text: str, places: Numbers, chain: Chain, source: Wording, *, bounds: Span, by: Thresholds
) -> ChosenStretch:
    """A chain with what beyond its n-grams agrees as well, within `bounds`."""
    start, end = int(places[chain.start]), int(places[chain.end - 1]) + 1
    source_start, source_end = chain.source_span(source)
    before = text[max(bounds[0], start - by.flank) : start]
    after = text[end : min(bounds[1], end + by.flank)]
    source_before = source.folded[max(0, source_start - by.flank) : source_start]
    start -= extent(before[::-1], source_before[::-1], by)
    end += extent(after, source.folded[source_end : source_end + by.flank], by)
    return ChosenStretch(*without_scraps(text, *trimmed(text, start, end), by), chain)


def _judged(piece: Piece, candidates: Candidates, shortest: int) -> Iterator[Found | Piece]:
    """The stretches of a piece, and shorter pieces where a stretch has parts."""
    by = candidates.by
    least = least_letters(shortest, by)
    stretches = choose_stretches(piece, candidates.paragraphs.wording, least, by)
    ends = [piece.span[0], *(stretch.end for stretch in stretches)]
    starts = [*(stretch.start for stretch in stretches), piece.span[1]]
    completed = piece.span[0]  # where the stretch before was completed to
    for at, (start, end, chain) in enumerate(stretches):
        if end - start < shortest:
            continue
        room = piece.within((max(ends[at], completed), starts[at + 1]))
        beside = [other for other in room.chains if _covers(other, chain, by)]
        occurrences = candidates.occurrences(piece.text[start:end], beside)
        parts = _parts(room, (start, end), occurrences, whole=piece.span, by=by)
        if parts == [(start, end)]:
            found = _completed(room, (start, end), occurrences, candidates)
            completed = found.span[1]
            yield found
        else:
            yield from map(piece.within, parts)


def _completed(
    room: Piece, span: Span, occurrences: Sequence[Occurrence], candidates: Candidates
) -> Found:
    """A stretch with what else of its first and last clause agrees with its source, if much does.

    Args:
        room: what of the region is not taken by others.
    """
    by, clauses = candidates.by, whole_clauses(room.text, span, room.span)
    if clauses != span:
        whole = candidates.compared_at(room.text[slice(*clauses)], occurrences[:1])
        changed = occurrences[0].comparison.match == "near"
        share = by.completed_changed if changed else by.completed_same
        longer = with_what_agrees(room.text, span, _agreeing(clauses[0], whole), share)
        longer = with_whole_figures(room.text, longer, room.span)
        if longer != span:
            text = room.text[slice(*longer)]
            found = candidates.occurrences(text, room.within(longer).chains)
            if is_near(text, found, by):
                return Found(longer, found[0].comparison.match, found)
    return Found(span, occurrences[0].comparison.match, occurrences)


def _agreeing(start: int, occurrences: Sequence[Occurrence]) -> list[Span]:
    """What of a text that begins at `start` agrees with its best occurrence."""
    return [
        (start + edit.input[0], start + edit.input[1])
        for one in occurrences[:1]
        for edit in one.comparison.edits
        if edit.op == "equal"
    ]


def _parts(
    room: Piece, span: Span, occurrences: Sequence[Occurrence], *, whole: Span, by: Thresholds
) -> Sequence[Span]:
    """The stretch at `span` of a text, or its parts, of which each may be of another passage.

    Args:
        whole: the piece that the stretch was found in. Every part is shorter, unless it is the
            stretch itself.
    """
    if not occurrences:
        return []
    comparison = occurrences[0].comparison
    if comparison.match != "near":
        return [span]
    # What the author left out before the first character or after the last separates nothing.
    cuts = [edit for edit in comparison.edits if size(edit) and whole not in _sides(span, edit)]
    widest = max(cuts, key=size, default=None)
    near = is_near(room.text[slice(*span)], occurrences, by)
    if widest is not None and (size(widest) > by.longest_edit or not near):
        return _sides(span, widest)
    if not near:
        return []
    return [without_ends_of_sentences(room.text, room.span, _agreeing(span[0], occurrences))]


def _sides(span: Span, edit: Edit) -> Sequence[Span]:
    """The parts of a stretch before and after an edit."""
    first, last = edit.input
    return [(span[0], span[0] + first), (span[0] + last, span[1])]


def _covers(chain: Chain, other: Chain, by: Thresholds) -> bool:
    """Whether a chain covers so much of another that both may be of one sentence."""
    shared = min(chain.end, other.end) - max(chain.start, other.start)
    return shared >= (other.end - other.start) * by.near
