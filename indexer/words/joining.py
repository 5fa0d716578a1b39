"""What a dictionary leaves as single characters, cut once more: names, figures, rare words.

Where no word of the dictionary stands, jieba puts neighbouring single characters together again
and has a hidden Markov model cut them. Here that is done for the tokens of many texts at once:
arrays find the stretches of single characters, which are few, and each different one is cut once.

>>> tokens = ["张", "三", "丰", "核心", END, "三", END]
>>> join_singles([tokens], lambda _stretch: ["张三", "丰"]).of_each()
[['张三', '丰', '核心'], ['三']]
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from indexer.segments.postings import Numbers
from indexer.words.cut_texts import CutTexts, Flags, as_numbers, numbering
from indexer.words.terms import END, RUN, is_word

_SINGLE = re.compile(rf"[{RUN}]|[a-zA-Z0-9]+")
"""A character that is no word with a neighbour; ASCII letters and digits come put together."""

CutStretch = Callable[[str], Sequence[str]]


def join_singles(tokens: Iterable[Sequence[str]], cut_stretch: CutStretch) -> CutTexts:
    """The words of texts of which the most probable words of the dictionary are known.

    Args:
        tokens: those of all texts, piece by piece, with `END` after those of each text.
        cut_stretch: cuts what two or more single characters that stand side by side make up.
    """
    places: defaultdict[str, int] = numbering()
    gathered = array("q")
    for piece in tokens:
        gathered.extend(map(places.__getitem__, piece))
    numbers = as_numbers(gathered)
    ends = numbers == places[END]
    of_text = np.cumsum(ends) - ends
    single = _flags(places, lambda token: _SINGLE.fullmatch(token) is not None)[numbers]
    together = single[1:] & single[:-1]
    if together.any():
        numbers, of_text = _replaced(numbers, of_text, together, places, cut_stretch)
    wanted = _flags(places, is_word)[numbers]
    return _gathered(list(places), numbers[wanted], of_text[wanted], int(np.count_nonzero(ends)))


def _replaced(
    numbers: Numbers,
    of_text: Numbers,
    together: Flags,
    places: defaultdict[str, int],
    cut_stretch: CutStretch,
) -> tuple[Numbers, Numbers]:
    """The tokens and their texts, with the words of each stretch in its place.

    `together` says of each token but the last whether it and the next belong to one stretch.
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


def _flags(tokens: Iterable[str], ask: Callable[[str], bool]) -> Flags:
    return np.fromiter(map(ask, tokens), bool)


def _gathered(tokens: list[str], numbers: Numbers, of_text: Numbers, count: int) -> CutTexts:
    """Only those tokens that stand somewhere."""
    there = np.bincount(numbers, minlength=len(tokens)) > 0
    renumbered = np.cumsum(there) - 1
    words = [tokens[at] for at in np.flatnonzero(there).tolist()]
    return CutTexts(words, renumbered[numbers], np.bincount(of_text, minlength=count))
