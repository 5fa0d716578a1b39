"""What occurs in a collection and is nearest to a string that does not.

A string is written with one mistake more often than with two. Its longest beginning that occurs
somewhere and its longest such end say where that mistake can be, so only few variants are tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from indexer.text.folding import fold
from indexer.text.marks import FOLDED_CLAUSE_ENDS, STRAIGHT
from indexer.text.span import Span
from indexer.words.terms import bigrams
from searcher.explain.explanation import Counted
from searcher.language.query import Gap
from searcher.patterns.gapped import Gapped
from searcher.patterns.literal import Literal
from searcher.patterns.time_budget import Clock
from searcher.store import Store
from searcher.store.matching import execute, find, plan

_MOST: Final = 3
"""The most parts, similar strings or values that are returned."""

_MOST_PROBES: Final = 600
"""How often it is looked up whether a part of one string occurs anywhere."""

_MOST_PLACES: Final = 16
"""At how many places of a string a mistake is looked for."""

_MOST_LOOKED_AT: Final = 2_000
"""In how many paragraphs the variants of one place are looked for."""

_GLUED: Final = FOLDED_CLAUSE_ENDS + STRAIGHT + "、. "

_SHORTEST: Final = 3
"""A shorter string is like too many others."""

_FEW_VALUES: Final = 8

_LONGEST_VALUE: Final = 30
"""No longer part of a value is looked for in those of the index."""


class Nearest:
    """What is nearest to `text`, which is in folded form and occurs nowhere.

    Attributes:
        complete: whether everything was looked for that it says.
    """

    def __init__(self, store: Store, text: str, clock: Clock) -> None:
        self._store = store
        self._text = text
        self._clock = clock
        self._probes = 0
        self.complete = True
        self._spans = tuple(self._maximal())

    def parts(self) -> tuple[Counted, ...]:
        """Its longest parts that occur somewhere, and others at least half as long.

        Marks at their edges were pasted with the words, and are no part of what they say.
        """
        parts = dict.fromkeys(self._text[start:end].strip(_GLUED) for start, end in self._spans)
        longest = max(map(len, parts), default=0)
        least = max(longest / 2, 2 if len(self._text) > 2 else 1)
        found = [
            part
            for part in parts
            if len(part) >= least
            and any(map(str.isalnum, part))
            and not (len(part) == 1 and part.isascii())
        ]
        found.sort(key=len, reverse=True)
        return tuple(Counted(part, self._count(part)) for part in found[:_MOST])

    def similar(self) -> tuple[Counted, ...]:
        """Strings that differ from it in one character: another, one more or one less."""
        variants: Counter[str] = Counter()
        for variant, often in self._variants():
            variants[variant] = max(variants[variant], often)
        likely = [variant for variant, _ in variants.most_common(2 * _MOST)]
        counted = [Counted(variant, self._count(variant)) for variant in likely]
        return tuple(sorted(counted, key=lambda c: (-c.total, c.text))[:_MOST])

    def _count(self, part: str) -> int:
        return len(find(self._store, Literal(part)).docs)

    def _occurs(self, start: int, end: int) -> bool:
        self._probes += 1
        return self._count(self._text[start:end]) > 0

    def _maximal(self) -> Iterator[Span]:
        """The parts that occur somewhere and could not be longer, from left to right."""
        start = end = 0
        while end < len(self._text):
            if self._probes > _MOST_PROBES or self._clock.is_over():
                self.complete = False
                return
            end = self._last_end(start, end)
            if end > start:
                yield start, end
            if end < len(self._text):
                start = self._first_start(start, end)
                end = max(end, start)

    def _last_end(self, start: int, end: int) -> int:
        """How far what begins at `start` goes on, which is known to occur up to `end`."""

        def occurs(ahead: int) -> bool:
            return end + ahead <= len(self._text) and self._occurs(start, end + ahead)

        return end + _most(occurs)

    def _first_start(self, start: int, end: int) -> int:
        """The first place from which what ends after the character at `end` occurs."""

        def occurs(back: int) -> bool:
            return end + 1 - back > start and self._occurs(end + 1 - back, end + 1)

        return end + 1 - _most(occurs)

    def _variants(self) -> Iterator[tuple[str, int]]:
        """Variants that occur somewhere, and in how many of the paragraphs that were looked at."""
        text, size = self._text, len(self._text)
        if size < _SHORTEST or not self.complete:
            return
        known = next((end for start, end in self._spans[:1] if start == 0), 0)
        from_ = next((start for start, end in self._spans[-1:] if end == size), size)
        # Up to `known` it occurs as written, and from `from_` on: so the mistake is between them.
        places = range(max(from_ - 1, 0), min(known, size - 1) + 1)
        for place in places[:_MOST_PLACES]:
            if self._clock.is_over():
                self.complete = False
                return
            before, after = text[:place], text[place + 1 :]
            if (before and after) or size > _SHORTEST:
                yield from self._filled(before, after)
                yield from self._found(before + after)
            if place >= from_ and before:
                yield from self._filled(before, text[place:])

    def _found(self, variant: str) -> Iterator[tuple[str, int]]:
        if len(variant) >= _SHORTEST and not any(variant == text for text in self._pieces()):
            total = self._count(variant)
            if total:
                yield variant, total

    def _pieces(self) -> Iterable[str]:
        return (self._text[start:end] for start, end in self._spans)

    def _filled(self, before: str, after: str) -> Iterator[tuple[str, int]]:
        """Strings with one character, a letter or digit, between `before` and `after`."""
        pieces = (before, Gap(1, 1), after)
        pattern = Gapped(tuple(piece for piece in pieces if piece))
        planned = plan(self._store, pattern)
        if planned.docs is None or len(planned.docs) > _MOST_LOOKED_AT:
            return
        found: Counter[str] = Counter()
        at = len(before)
        for number in execute(self._store, pattern, planned).docs.tolist():
            text = self._store.texts[number]
            matches = {text[start:end] for start, end in pattern.matches(text)}
            found.update(match for match in matches if match[at].isalnum())
        yield from found.items()


def _most(is_true: Callable[[int], bool]) -> int:
    """The greatest number for which `is_true`, as it is for all smaller ones from 1 on."""
    step = 1
    while is_true(step):
        step *= 2
    low, high = step // 2, step
    while high - low > 1:
        middle = (low + high) // 2
        if is_true(middle):
            low = middle
        else:
            high = middle
    return low


def nearest_values(store: Store, field: str, value: str, clock: Clock) -> tuple[Counted, ...]:
    """The values of a field that share most with `value`: bigrams, else characters.

    Where none does, those of most paragraphs are returned, if the field has only a few.
    """
    names = store.values(field).names
    folded = fold(value)
    pairs, characters = set(bigrams(folded)), set(filter(str.isalnum, folded))
    scored = []
    for name in names:
        if clock.is_over():
            break
        other = fold(name)
        shared = (len(pairs.intersection(bigrams(other))), len(characters.intersection(other)))
        if shared[0] or 2 * shared[1] >= len(characters) > 0:
            scored.append((-shared[0], -shared[1], len(other), name))
    if not scored and len(names) <= _FEW_VALUES:
        scored = [(0, 0, 0, name) for name in names]
    counted = (
        Counted(name, len(store.values(field).equal_to(name).docs())) for *_, name in sorted(scored)
    )
    return tuple(islice((value for value in counted if value.total), _MOST))


def parts_in_values(store: Store, field: str, value: str, clock: Clock) -> tuple[Counted, ...]:
    """The longest parts of `value`, of two characters or more, that values of a field contain."""
    folded, values = fold(value), store.values(field)
    for size in range(min(len(folded) - 1, _LONGEST_VALUE), 1, -1):
        found = []
        for start in range(len(folded) - size + 1):
            if clock.is_over():
                return ()
            part = folded[start : start + size]
            if any(map(str.isalnum, part)):
                found.append(Counted(part, len(values.containing(part).docs())))
        contained = tuple(part for part in found if part.total)
        if contained:
            return contained[:_MOST]
    return ()
