"""In which paragraphs a text occurs, and how: all of them where it does so word for word, else the
ones that contain what is nearest to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from indexer.model.records import Record
from indexer.text.folding import FoldedText, fold_with_origins
from indexer.text.span import Span
from searcher.engine.protocol import Texts
from searcher.textmatch.likely import likely_window
from searcher.textmatch.paragraphs import Wording, wording_of
from searcher.textmatch.runs import Chain
from searcher.tracing.comparison import Comparison, compare
from searcher.tracing.headings import Headings
from searcher.tracing.results import RANKS
from searcher.tracing.thresholds import DEFAULT, Thresholds

_COMPARISONS_KEPT = 256
_PARAGRAPHS_KEPT = 1024
"""How many are kept ready: a long article looks at the same ones often."""


class Occurrence(NamedTuple):
    """A text in a paragraph.

    Attributes:
        doc: the number of the paragraph.
        comparison: how the text occurs in it.
    """

    doc: int
    comparison: Comparison


class Paragraphs:
    """The paragraphs of a collection by their numbers, each made ready once; and the headings above
    them by theirs, which are less than 0.

    Attributes:
        wording: returns a paragraph as it is compared.
        record: returns everything that is known of it.
        origins: returns its text folded, with where each character came from.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.wording: Callable[[int], Wording] = lru_cache(_PARAGRAPHS_KEPT)(
            lambda doc: wording_of(self._of(doc).folded(doc))
        )
        self.record: Callable[[int], Record] = lru_cache(_PARAGRAPHS_KEPT)(
            lambda doc: self._of(doc).record(doc)
        )
        self.origins: Callable[[int], FoldedText] = lru_cache(_PARAGRAPHS_KEPT)(
            lambda doc: fold_with_origins(self.record(doc).text)
        )

    @cached_property
    def headings(self) -> Headings:
        """The headings, which are looked at where no paragraph contains a quotation."""
        return Headings(self._texts)

    def _of(self, doc: int) -> Texts | Headings:
        return self._texts if doc >= 0 else self.headings


class Candidates:
    """The paragraphs that may be sources.

    Attributes:
        texts: these paragraphs, as the collection has them.
        paragraphs: these and all others.
        by: what decides how near they are.
    """

    def __init__(self, texts: Texts, by: Thresholds = DEFAULT) -> None:
        self.texts = texts
        self.paragraphs = Paragraphs(texts)
        self.by = by
        # Paragraphs are alike, and articles say things again.
        self._compare = lru_cache(_COMPARISONS_KEPT)(partial(compare, by=by))

    def contain(self, text: str) -> bool:
        """Whether one of them contains a folded text."""
        return bool(self.texts.containing(text))

    def occurrences(self, text: str, chains: Iterable[Chain]) -> list[Occurrence]:
        """Where `text` occurs, the best first: all exact ones, or those that are about as near as
        the nearest.

        Args:
            text: folded.
            chains: what shows where it may nearly occur.
        """
        around = {
            doc: span
            for doc, span in self._around(chains).items()
            if self._is_long_enough(span, text)
        }
        found = self._compared(text, dict.fromkeys(self.texts.containing(text)))
        for one in found:
            around.pop(one.doc, None)
        return self._best([*found, *self._compared(text, around)])

    def resembling(self, text: str) -> list[Occurrence]:
        """What resembles `text` though it may share no n-gram with it, the nearest first."""
        docs = self.texts.likely(text, self.by.looked_at // 4, self.by)
        windows = {doc: likely_window(text, self.paragraphs.wording(doc).folded) for doc in docs}
        docs = [doc for doc in docs if self._is_long_enough(windows[doc].span, text)]
        shared = sorted((windows[doc].shared for doc in docs), reverse=True)[: self.by.likeliest]
        # Those that share as much as the last one come too: numbering must not decide.
        likeliest = [doc for doc in docs if windows[doc].shared >= shared[-1]][
            : 4 * self.by.likeliest
        ]
        return self._best(self._compared(text, {doc: windows[doc].span for doc in likeliest}))

    def in_headings(self, text: str) -> list[Occurrence]:
        """In which headings `text` occurs, or which are nearest to it, the best first."""
        headings = self.paragraphs.headings
        found = self._compared(text, dict.fromkeys(headings.containing(text)))
        if not found:
            found = self._compared(text, dict.fromkeys(headings.likely(text, self.by)))
        return self._best(found)

    def compared_at(self, text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
        """How the whole of `text` compares with the places where a part of it occurs, in the same
        order."""
        spans = {one.doc: one.comparison.span for one in occurrences}
        return self._compared(text, spans)

    def _around(self, chains: Iterable[Chain]) -> Mapping[int, Span]:
        """Where to look in each paragraph, by the chain of it that covers most."""
        by, best = self.by, dict[int, Chain]()
        for chain in chains:
            if chain.doc not in best or chain.covered > best[chain.doc].covered:
                best[chain.doc] = chain
        if not best:
            return {}
        covered = sorted((chain.covered for chain in best.values()), reverse=True)[: by.looked_at]
        least = max(covered[-1], covered[0] * by.as_much)
        docs = [doc for doc, chain in best.items() if chain.covered >= least]
        if len(docs) > by.looked_at:  # of those that share as much, the earliest
            ages = {doc: self._age(doc) for doc in self.texts.releasing(docs, every=8)}
            docs.sort(key=lambda doc: (-best[doc].covered, ages[doc]))
        return {
            doc: best[doc].source_span(self.paragraphs.wording(doc)) for doc in docs[: by.looked_at]
        }

    def _compared(self, text: str, around: Mapping[int, Span | None]) -> list[Occurrence]:
        found = []
        for doc, span in around.items():
            comparison = self._compare(text, self.paragraphs.wording(doc).folded, span)
            if comparison is not None:
                found.append(Occurrence(doc, comparison))
        return found

    def _best(self, found: Sequence[Occurrence]) -> list[Occurrence]:
        """Those of the best kind of match, or about as near as the nearest, the nearest first; of
        several the earliest."""
        best = _best(found, self.by.as_near)
        if len(best) < 2 or _rank(best[0]) != _rank(best[1]):
            return best
        alike = [one for one in best if _rank(one) == _rank(best[0])]
        alike.sort(key=lambda one: self._age(one.doc))
        return [*alike, *best[len(alike) :]]

    def _is_long_enough(self, span: Span, text: str) -> bool:
        return span[1] - span[0] >= len(text) * self.by.long_enough

    def _age(self, doc: int) -> tuple[date, str]:
        record = self.paragraphs.record(doc)
        return record.date or date.max, record.id


def _best(found: Sequence[Occurrence], as_near: float) -> list[Occurrence]:
    if not found:
        return []
    ordered = sorted(found, key=_rank)
    first = ordered[0].comparison
    if first.match == "near":
        return [one for one in ordered if one.comparison.similarity >= first.similarity - as_near]
    return [one for one in ordered if one.comparison.match != "near"]


def _rank(occurrence: Occurrence) -> tuple[int, float]:
    return RANKS[occurrence.comparison.match], -occurrence.comparison.similarity
