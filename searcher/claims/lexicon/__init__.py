"""The words by which an article says who said what, and where: data files beside this module.

    persons, offices, people, surnames   who speaks
    verbs, acts, printing                what is done with words, with a meeting, with a page
    meetings, utterances, papers         where words are said, what they are, where they are printed

A file has one word a line. After the word come the kinds of use that it has, which the head of the
file describes, and after `≠` longer words in which it is not that word:

    说 shown ≠ 小说 说明

No word is in two lines of all the files. What is grammar, how words follow each other, is in the
modules that ask for words here.

>>> either("meetings.speaks")
'(?:座谈会|会议|大会|全会)'
>>> either("verbs.demands")
'(?:(?<!不|所)提出|(?<!不|需|的)要求(?!全))'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class Word(NamedTuple):
    """A line of a file.

    Attributes:
        word: the word.
        kinds: the kinds of use that it has.
        longer: words that contain it, in which it is not that word.
    """

    word: str
    kinds: frozenset[str]
    longer: tuple[str, ...]


@cache
def read_lexicon(name: str) -> tuple[Word, ...]:
    """The words of a file, in its order.

    Args:
        name: of the file, without its ending.
    """
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return tuple(_parsed(line) for line in text.split("\n") if line and line[0] != "#")


def words_of(*lists: str) -> tuple[str, ...]:
    """The words of some lists, the longest first, each once.

    Args:
        lists: each a file, `"surnames"`, or a kind of a file's words, `"verbs.said"`.
    """
    return tuple(one.word for one in _chosen(lists))


@cache
def plain(*lists: str) -> str:
    """A pattern of any of the words of some lists, wherever it occurs."""
    return _pattern(map(re.escape, words_of(*lists)))


@cache
def either(*lists: str) -> str:
    """A pattern of any of the words of some lists, but not within the longer ones."""
    return _pattern(map(_guarded, _chosen(lists)))


def _parsed(line: str) -> Word:
    shown, _, longer = line.partition("≠")
    word, *kinds = shown.split()
    return Word(word, frozenset(kinds), tuple(longer.split()))


def _chosen(lists: Iterable[str]) -> list[Word]:
    found = {one.word: one for name in lists for one in _list(name)}
    return sorted(found.values(), key=lambda one: -len(one.word))


def _list(name: str) -> Iterator[Word]:
    file, _, kind = name.partition(".")
    chosen = [one for one in read_lexicon(file) if not kind or kind in one.kinds]
    if not chosen:
        raise LookupError(f"the lexicon has no list {name}")
    return iter(chosen)


def _pattern(alternatives: Iterable[str]) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _guarded(one: Word) -> str:
    """A word, but not within a longer one, as a pattern."""
    before: dict[int, list[str]] = {}  # by their lengths: a lookbehind has one
    after: list[str] = []
    for longer in one.longer:
        left, found, right = longer.partition(one.word)
        if not found or bool(left) == bool(right):
            raise LookupError(f"{longer} does not begin or end with {one.word}")
        if left:
            before.setdefault(len(left), []).append(re.escape(left))
        else:
            after.append(re.escape(right))
    lefts = "".join(f"(?<!{'|'.join(same)})" for same in before.values())
    return lefts + re.escape(one.word) + (f"(?!{'|'.join(after)})" if after else "")
