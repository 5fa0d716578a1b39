"""What the regions of an article turn out to be, a bounded number of them at once.

What its author shows as a quotation is found as a whole, stitched of several passages, found in
part, or missing. Of his own text the stretches are found that occur in the collection. What he
reports in a speaker's name is looked for once more where nothing of it was found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from indexer.text.span import Span
from searcher.claims.claims import Claim
from searcher.textmatch.edges import iter_clauses, trimmed
from searcher.textmatch.letters import SEPARATOR, letters_of
from searcher.textmatch.runs import Chain, iter_chains
from searcher.tracing.candidates import Candidates, Occurrence
from searcher.tracing.phrases import is_phrase
from searcher.tracing.regions import Region
from searcher.tracing.running_text import Piece, judge_text, least_letters
from searcher.tracing.thresholds import DEFAULT, Thresholds
from searcher.tracing.verdicts import Found, JudgedPart, Missing, is_near, nearest, similarity

_AT_ONCE = 1 << 16
"""Characters that are traced at once, or one region that is longer: memory does not grow with the
article."""

_SEPARATOR = np.array([SEPARATOR], np.uint32)


class Shortest(NamedTuple):
    """The fewest folded characters of a quotation that is not shown as one, and of one that is."""

    in_text: int = DEFAULT.shortest_in_text
    in_marks: int = DEFAULT.shortest_in_marks


def judge_regions(
    regions: Sequence[Region], candidates: Candidates, shortest: Shortest, *, phrases: bool
) -> Iterator[JudgedPart]:
    """The parts of each of the regions, in order.

    Args:
        phrases: whether set phrases and names that are not shown as quotations are parts, too.
    """
    for batch in _batches(regions):
        pieces = iter_pieces(batch, candidates, shortest)
        for region, piece in candidates.texts.releasing(zip(batch, pieces, strict=True), every=1):
            parts = (
                or_heading(piece, list(judge_quotation(piece, candidates)), candidates)
                if region.quoted
                else _judge_text(piece, candidates, shortest.in_text, phrases=phrases)
            )
            for part in parts:
                yield JudgedPart(region.original(*part.span), region, part)


def judge_attributed(
    claims: Iterable[Claim],
    regions: Sequence[Region],
    parts: Sequence[JudgedPart],
    candidates: Candidates,
) -> Iterator[JudgedPart]:
    """What the author reports in a speaker's name, where none of the `parts` was found in it."""
    judged_spans = _Spans(part.span for part in parts)
    region_spans = _Spans(region.span for region in regions)
    for claim in claims:
        span = claim.start, claim.end
        at = region_spans.first_overlapping(span)
        if (
            at is None
            or claim.kind != "attributed"
            or judged_spans.first_overlapping(span) is not None
        ):
            continue
        region = regions[at]
        folded = region.folded(span)
        text = region.text[slice(*folded)]
        if not text:
            continue
        occurrences = candidates.resembling(text)
        judged: Found | Missing = Missing(folded, nearest(occurrences, candidates.by))
        if is_near(text, occurrences, candidates.by):
            judged = Found(folded, occurrences[0].comparison.match, occurrences)
        if isinstance(judged, Missing):
            judged = _heading(text, folded, candidates) or judged
        yield JudgedPart(region.original(*folded), region, judged)


def or_heading(
    piece: Piece, parts: Sequence[Found | Missing], candidates: Candidates
) -> Sequence[Found | Missing]:
    """The parts of a quotation, or the whole of it as a heading where it is one.

    What a paragraph contains, be it with changes, is quoted from that. A quotation of which only
    parts are found is a heading that has all of it word for word; one that is not found at all may
    be made of a heading.
    """
    first, *others = parts
    if isinstance(first, Found) and first.match != "partial" and not first.is_part:
        return parts
    heading = _heading(piece.text, piece.span, candidates)
    is_missing = isinstance(first, Missing) and not others
    if heading is None or (heading.match == "near" and not is_missing):
        return parts
    return (heading,)


def _heading(text: str, span: Span, candidates: Candidates) -> Found | None:
    """The headings that a text, which is at `span` of its region, was made of; None for none."""
    occurrences = candidates.in_headings(text)
    if not is_near(text, occurrences, candidates.by):
        return None
    return Found(span, occurrences[0].comparison.match, occurrences)


def judge_quotation(piece: Piece, candidates: Candidates) -> Iterator[Found | Missing]:
    """What becomes of a quotation as a whole, or of its parts where it has several."""
    text, whole, by = piece.text, piece.span, candidates.by
    occurrences = candidates.occurrences(text, piece.chains)
    if occurrences and occurrences[0].comparison.match != "near":
        yield Found(whole, occurrences[0].comparison.match, occurrences)
        return
    dense = [part for chain in piece.chains for part in chain.dense(by)]
    parts = [
        part
        for part in judge_text(piece._replace(chains=dense), candidates, by.part)
        if part.match != "near"
    ]
    if is_near(text, occurrences, by):
        whole_of_parts = len(parts) > 1 and _share(piece, parts) >= by.wholly
        if whole_of_parts and not _occur_together(parts, by):
            yield from _stitched(piece, parts, candidates)
        else:
            yield Found(whole, "near", occurrences)
        return
    if len(parts) > 1 and _share(piece, parts) >= by.mostly:
        yield from _stitched(piece, parts, candidates)
        return
    occurrences = max(occurrences, candidates.resembling(text), key=similarity)
    if is_near(text, occurrences, by):
        yield Found(whole, "near", occurrences)
        return
    clause = _longest_clause(piece, candidates)
    if clause:
        yield Found(whole, "partial", candidates.compared_at(text, clause))
    else:
        yield Missing(whole, nearest(occurrences, by))


def iter_pieces(
    regions: Sequence[Region], candidates: Candidates, shortest: Shortest
) -> Iterator[Piece]:
    """Each of the regions with what it shares with the collection."""
    by = candidates.by
    # What is quoted again and again is looked for once, and does not become common by that.
    texts = list(dict.fromkeys((region.text, region.quoted) for region in regions))
    letters = [letters_of(text) for text, _ in texts]
    joined = np.concatenate([codes for one in letters for codes in (one.codes, _SEPARATOR)])[:-1]
    sizes = np.array([len(one.codes) + 1 for one in letters])
    starts = np.cumsum(sizes) - sizes
    least = np.array(
        [
            least_letters(shortest.in_marks if quoted else shortest.in_text, by)
            for _, quoted in texts
        ]
    )
    chains: list[list[Chain]] = [[] for _ in texts]
    for at, chain in iter_chains(candidates.texts.sharing(joined, by), starts, least, by):
        chains[at].append(chain.shifted(-int(starts[at])))
    places = {text: at for at, text in enumerate(texts)}
    for region in regions:
        at = places[region.text, region.quoted]
        span = (0, len(region.text))
        yield Piece(region.text, letters[at].places, chains[at], span)


def _batches(regions: Sequence[Region]) -> Iterator[Sequence[Region]]:
    first = size = 0
    for at, region in enumerate(regions):
        if size and size + len(region.text) > _AT_ONCE:
            yield regions[first:at]
            first, size = at, 0
        size += len(region.text)
    if first < len(regions):
        yield regions[first:]


def _judge_text(
    piece: Piece, candidates: Candidates, shortest: int, *, phrases: bool
) -> Iterator[Found]:
    """What is found of the author's own text; without set phrases and names unless `phrases`."""
    for part in judge_text(piece, candidates, shortest):
        records = (candidates.paragraphs.record(one.doc) for one in part.occurrences)
        if phrases or not is_phrase(piece.text, part.span, records, candidates.by):
            yield part


def _longest_clause(piece: Piece, candidates: Candidates) -> Sequence[Occurrence]:
    """Where the longest clause of a quotation that occurs word for word does so."""
    clauses = sorted(iter_clauses(piece.text, piece.span), key=_length, reverse=True)
    for start, end in clauses:
        if end - start >= candidates.by.part:
            chains = piece.within((start, end)).chains
            occurrences = candidates.occurrences(piece.text[start:end], chains)
            if occurrences and occurrences[0].comparison.match != "near":
                return occurrences
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
    """What is left between parts: a word put into the words of the source is a change."""
    start, end = trimmed(piece.text, *span)
    text = piece.text[start:end]
    by = candidates.by
    if end - start >= by.part:
        occurrences = candidates.occurrences(text, piece.within((start, end)).chains)
        occurrences = max(occurrences, candidates.resembling(text), key=similarity)
        if is_near(text, occurrences, by):
            yield Found((start, end), occurrences[0].comparison.match, occurrences, is_part=True)
        else:
            yield Missing((start, end), nearest(occurrences, by), is_part=True)
    elif text:
        yield Missing((start, end), None, is_part=True)


def _share(piece: Piece, parts: Sequence[Found]) -> float:
    """The share of the letters of a region that are in its parts."""
    covered = sum(
        int(last - first)
        for part in parts
        for first, last in [piece.places.searchsorted(part.span).tolist()]
    )
    return covered / len(piece.places)


def _occur_together(parts: Sequence[Found], by: Thresholds) -> bool:
    """Whether all of them occur in one paragraph in their order, and no two of them far apart."""
    places = [{one.doc: one.comparison.span for one in part.occurrences} for part in parts]
    return any(
        all(
            0 <= after[doc][0] - before[doc][1] <= by.longest_edit
            for before, after in pairwise(places)
        )
        for doc in set.intersection(*map(set, places))
    )


def _length(span: Span) -> int:
    return span[1] - span[0]


class _Spans:
    """Spans that do not overlap each other, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._ends = [end for _, end in self._spans]

    def first_overlapping(self, span: Span) -> int | None:
        """The index of the first one that overlaps a span."""
        at = bisect_right(self._ends, span[0])
        if at < len(self._spans) and self._spans[at][0] < span[1]:
            return at
        return None
