"""Unknown words: what a dictionary leaves as single characters (names, figures), cut once more.

Where the route contains no word of the dictionary, jieba joins neighbouring single characters and
has a hidden Markov model cut them. `join_singles` does that for the tokens of many texts at once:
arrays find the stretches of single characters, which are few, and each different one is cut once.
`model_cutter` is the model, at ten times the speed of jieba's own code: each character begins a
word, is inside one, ends one or is one; the model has the probability of each of these for a
character, and of each transition; the most probable sequence cuts (Viterbi's algorithm). The sums
are jieba's, of the same numbers in the same order, and of two as probable sequences it takes the
one that jieba takes, so the words are equal.

>>> tokens = ["张", "三", "丰", "核心", END, "三", END]
>>> join_singles([tokens], lambda _stretch: ["张三", "丰"]).of_each()
[['张三', '丰', '核心'], ['三']]
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from indexer.words.cut_texts import CutTexts, as_numbers, numbering
from indexer.words.terms import END, RUN, is_word

_Mask = NDArray[np.bool_]

_SINGLE = re.compile(rf"[{RUN}]|[a-zA-Z0-9]+")
"""A token that may be a part of an unknown word; ASCII letters and digits come joined."""

CutStretch = Callable[[str], Sequence[str]]

IMPOSSIBLE = -3.14e100
"""jieba's logarithm of the probability 0."""

_STATES = "BEMS"
"""A character begins a word, ends one, is inside one, or is one itself."""

_Step = tuple[bool, bool, bool, bool]
"""The most probable state before each: E (or S) before B, B (or M) before E, B (or M) before M, E
(or S) before S."""

_CutHan = Callable[[str], list[str]]


def join_singles(tokens: Iterable[Sequence[str]], cut_stretch: CutStretch) -> CutTexts:
    """The words of texts whose most probable route through the dictionary is known.

    Args:
        tokens: the tokens of all texts, piece by piece, with `END` after those of each text.
        cut_stretch: cuts a stretch of two or more single characters.
    """
    places: defaultdict[str, int] = numbering()
    gathered = array("q")
    for piece in tokens:
        gathered.extend(map(places.__getitem__, piece))
    numbers = as_numbers(gathered)
    ends = numbers == places[END]
    of_text = np.cumsum(ends) - ends
    single = _mask(places, lambda token: _SINGLE.fullmatch(token) is not None)[numbers]
    together = single[1:] & single[:-1]
    if together.any():
        numbers, of_text = _replaced(numbers, of_text, together, places, cut_stretch)
    wanted = _mask(places, is_word)[numbers]
    return _gathered(list(places), numbers[wanted], of_text[wanted], int(np.count_nonzero(ends)))


def _replaced(
    numbers: Numbers,
    of_text: Numbers,
    together: _Mask,
    places: defaultdict[str, int],
    cut_stretch: CutStretch,
) -> tuple[Numbers, Numbers]:
    """The tokens and their texts, each stretch replaced by its words.

    Args:
        numbers: the tokens, by their places.
        of_text: the text of each of them.
        together: for each token but the last, whether it and the next belong to one stretch.
        places: the place of each token; that of each new word is added.
        cut_stretch: cuts a stretch.
    """
    linked = np.concatenate([[False], together, [False]])
    before, after = linked[:-1], linked[1:]  # whether a token is linked to the one before, after it
    starts, ends = np.flatnonzero(after & ~before), np.flatnonzero(before & ~after) + 1
    tokens = list(places)
    known: dict[str, list[int]] = {}
    words: list[int] = []
    sizes: list[int] = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        stretch = "".join([tokens[number] for number in numbers[start:end].tolist()])
        cut = known.get(stretch)
        if cut is None:
            cut = known[stretch] = [places[word] for word in cut_stretch(stretch)]
        words += cut
        sizes.append(len(cut))
    kept = ~(before | after)
    at = np.repeat(np.cumsum(kept)[starts], sizes)
    return (
        np.insert(numbers[kept], at, words),
        np.insert(of_text[kept], at, np.repeat(of_text[starts], sizes)),
    )


def _mask(tokens: Iterable[str], ask: Callable[[str], bool]) -> _Mask:
    return np.fromiter(map(ask, tokens), bool)


def _gathered(tokens: list[str], numbers: Numbers, of_text: Numbers, count: int) -> CutTexts:
    """The words of `count` texts, without those tokens that occur in none."""
    there = np.bincount(numbers, minlength=len(tokens)) > 0
    renumbered = np.cumsum(there) - 1
    words = [tokens[at] for at in np.flatnonzero(there).tolist()]
    return CutTexts(words, renumbered[numbers], np.bincount(of_text, minlength=count))


def model_cutter(
    start: Mapping[str, float],
    transitions: Mapping[str, Mapping[str, float]],
    emissions: Mapping[str, Mapping[str, float]],
) -> _CutHan:
    """A function that cuts a stretch of Chinese characters by a hidden Markov model.

    Args:
        start: the logarithm of the probability that a stretch begins with each state.
        transitions: that of each next state, by state.
        emissions: that of each character, by state.
    """
    begin, end, inside, single = (emissions[state].get for state in _STATES)
    (e_b, s_b), (m_m, b_m), (s_s, e_s), (b_e, m_e) = (
        [transitions[before].get(state, IMPOSSIBLE) for before in befores]
        for befores, state in (("ES", "B"), ("MB", "M"), ("SE", "S"), ("BM", "E"))
    )

    def cut(stretch: str) -> list[str]:
        first = stretch[0]
        b, e, m, s = (start[state] + emissions[state].get(first, IMPOSSIBLE) for state in _STATES)
        steps: list[_Step] = []
        for character in stretch[1:]:
            in_b, in_e = begin(character, IMPOSSIBLE), end(character, IMPOSSIBLE)
            in_m, in_s = inside(character, IMPOSSIBLE), single(character, IMPOSSIBLE)
            to_b, or_b = e + e_b + in_b, s + s_b + in_b
            to_m, or_m = b + b_m + in_m, m + m_m + in_m
            to_s, or_s = e + e_s + in_s, s + s_s + in_s
            to_e, or_e = b + b_e + in_e, m + m_e + in_e
            # Of two as probable, jieba takes the state whose letter comes later.
            steps.append((to_b > or_b, to_e > or_e, to_m > or_m, to_s > or_s))
            b, e = max(to_b, or_b), max(to_e, or_e)
            m, s = max(to_m, or_m), max(to_s, or_s)
        return _words(stretch, steps, ended=e > s)

    return cut


def _words(stretch: str, steps: Sequence[_Step], *, ended: bool) -> list[str]:
    """The words of the most probable sequence of states, which is followed back from its end.

    Args:
        stretch: the characters.
        steps: those of each character but the first.
        ended: whether the last character ends a word, and is not one itself.
    """
    words: list[str] = []
    state, end = "E" if ended else "S", len(stretch)
    for at in range(len(stretch) - 1, -1, -1):
        if state in "BS":
            words.append(stretch[at:end])
            end = at
        if at:
            b_after_e, e_after_b, m_after_b, s_after_e = steps[at - 1]
            if state in "BS":
                state = "E" if (b_after_e if state == "B" else s_after_e) else "S"
            else:
                state = "B" if (e_after_b if state == "E" else m_after_b) else "M"
    if end:  # it begins with the inside or the end of a word
        words.append(stretch[:end])
    words.reverse()
    return words
