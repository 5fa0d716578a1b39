"""What tracing promises of every trace, and what a trace says in short."""

from __future__ import annotations

import random
from collections.abc import Collection
from itertools import pairwise

from indexer.text.folding import fold
from searcher.tracing.results import NotFound, Quotation, Source, Trace


def han(length: int, seed: int) -> str:
    """Characters of which hardly any comes twice."""
    draw = random.Random(seed)
    return "".join(chr(draw.randrange(0x4E00, 0x9F00)) for _ in range(length))


def in_order(trace: Trace) -> list[Quotation | NotFound]:
    """What was found and what was not, as it stands in the article."""
    entries: list[Quotation | NotFound] = [*trace.quotations, *trace.not_found]
    return sorted(entries, key=lambda one: one.start)


def parts(trace: Trace) -> list[tuple[str, str]]:
    """The texts of what was found and how they stand, and of what was not found."""
    entries = in_order(trace)
    return [(one.match if isinstance(one, Quotation) else "not found", one.text) for one in entries]


def assert_holds(trace: Trace, texts: Collection[str] | None = None) -> None:
    """All that is promised of a trace."""
    entries = in_order(trace)
    assert [one.start for one in trace.quotations] == sorted(one.start for one in trace.quotations)
    assert [one.start for one in trace.not_found] == sorted(one.start for one in trace.not_found)
    for one, other in pairwise(entries):
        assert one.end <= other.start, (one.text, other.text)
    for one in entries:
        assert one.start < one.end
        assert trace.text[one.start : one.end] == one.text
        assert "\n" not in one.text
        assert trace.text.count("\n", 0, one.start) + 1 == one.lines[0] or texts is None
        if one.part_of is not None:
            assert one.part_of[0] <= one.start < one.end <= one.part_of[1]
            assert one.quoted
    for quotation in trace.quotations:
        assert quotation.sources
        first = quotation.sources[0]
        assert (quotation.match, quotation.similarity) == (first.match, first.similarity)
        assert len({source.id for source in quotation.sources}) == len(quotation.sources)
        for source in quotation.sources:
            assert_stands(trace, quotation.start, quotation.end, source)
    for missing in trace.not_found:
        if missing.nearest is not None:
            assert_stands(trace, missing.start, missing.end, missing.nearest)
            assert missing.nearest.similarity < 0.9


def assert_stands(trace: Trace, start: int, end: int, source: Source) -> None:
    """What a source says of a span of the article is true."""
    assert 0 <= source.similarity <= 1
    [(first, last)] = source.spans
    assert 0 <= first < last <= len(source.text)
    ours, theirs = trace.text[start:end], source.text[first:last]
    if source.match == "exact":
        assert source.diff == ()
        assert source.similarity == 1
        assert fold(ours) in fold(source.text)
        assert fold(ours) in fold(theirs)
        return
    assert source.diff
    at_input, at_source = start, first
    for edit in source.diff:
        # Blanks that folding drops may be between two edits, nothing else.
        assert edit.input[0] >= at_input
        assert edit.source[0] >= at_source
        assert not trace.text[at_input : edit.input[0]].strip()
        assert not source.text[at_source : edit.source[0]].strip()
        at_input, at_source = edit.input[1], edit.source[1]
        input, there = trace.text[slice(*edit.input)], source.text[slice(*edit.source)]
        kinds = {(True, False): "insert", (False, True): "delete"}
        same = fold(input) == fold(there)
        assert edit.op == ("equal" if same else kinds.get((bool(input), bool(there)), "replace"))
    assert (at_input, at_source) == (end, last)
