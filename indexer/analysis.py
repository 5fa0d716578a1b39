"""A folded paragraph in the three views that are indexed: words, characters, bigrams.

Words rank, characters decide: jieba cuts by context (不忘/初心, but 初心 alone 初/心), so what is
found is decided by characters and bigrams, and words only help to order it.

This is the one module that imports jieba, and only when a `Cutter` is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_WORD = 64
"""No longer word is indexed, in characters: what exceeds it is data, not language."""


def analyzer_name() -> str:
    """The analyzer and its version, as the manifest records it."""
    from importlib import metadata  # noqa: PLC0415 (a query never needs it)

    return f"jieba {metadata.version('jieba')}"


class Cutter:
    """Cuts folded text into words with jieba's precise mode.

    It has a tokenizer of its own and builds its dictionary from jieba's file. jieba's shared cache
    in the temporary folder is neither read (anyone could have written it) nor written.

    Args:
        whole: words that are never cut, in folded form.
    """

    def __init__(self, whole: Iterable[str] = ()) -> None:
        import logging  # noqa: PLC0415 (a query needs neither)

        import jieba  # noqa: PLC0415 (half a second and 94 MB that only indexing pays)

        jieba.setLogLevel(logging.CRITICAL)
        self._tokenizer = jieba.Tokenizer()
        frequencies, total = self._tokenizer.gen_pfdict(self._tokenizer.get_dict_file())
        self._tokenizer.FREQ, self._tokenizer.total = frequencies, total
        self._tokenizer.initialized = True
        self._whole = _alternation(whole)

    def words(self, folded: str) -> list[str]:
        """The words of `folded` in order; what holds no letter and no digit is no word."""
        if self._whole is None:
            return [word for word in self._tokenizer.cut(folded) if is_word(word)]
        words: list[str] = []
        for at, piece in enumerate(self._whole.split(folded)):
            words += [piece] if at % 2 else filter(is_word, self._tokenizer.cut(piece))
        return words


def _alternation(whole: Iterable[str]) -> re.Pattern[str] | None:
    """Finds each of `whole`, of several that begin at one place the longest."""
    words = sorted(filter(is_word, whole), key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(map(re.escape, words))})") if words else None


def is_word(text: str) -> bool:
    """Whether `text` can be indexed as a word."""
    return len(text) <= MAX_WORD and any(character.isalnum() for character in text)


def characters(folded: str) -> list[str]:
    """Every character of `folded`, in order."""
    return list(folded)


def bigrams(folded: str) -> list[str]:
    """Every two neighbouring characters of `folded`, in order, overlapping."""
    return [folded[at : at + 2] for at in range(len(folded) - 1)]
